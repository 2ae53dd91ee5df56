/** Trades out of what was copied: each line read by the names over its columns, and what is not clear asked. */
import { transactionCode, TRANSACTION_CODES, type Side } from '../../facts/transactionCodes';
import type { Filing } from '../../filing/model';
import type { Day } from '../../text/days';
import { isZero, type Decimal } from '../../text/decimal';
import type { Question, Refusal } from '../operation';
import { askChoice, askText, type Answers } from '../rows/answers';
import { headed, type Headed } from './headed';
import { gridOf, type Line } from './grid';
import type { Field } from './fields';
import { dayIn, sideIn, signedIn } from './values';

export interface Trade {
  /** The line of what was copied, from 1. */
  readonly line: number;
  readonly day: Day;
  readonly deemed: Day | undefined;
  /** `S`, or `S/K`. */
  readonly code: string;
  readonly early: boolean;
  readonly side: Side;
  readonly amount: Decimal;
  readonly price: Decimal | undefined;
  readonly total: Decimal | undefined;
  /** Words of the report; undefined where it has no such column, or the cell is blank. */
  readonly title: string | undefined;
  readonly ownership: 'D' | 'I' | undefined;
  readonly nature: string | undefined;
}

export interface Trades {
  readonly trades: readonly Trade[];
  /** What the user should know of the reading, in sentences. */
  readonly remarks: readonly string[];
}

/** What was copied, as trades in its order. */
export function askTrades(filing: Filing, answers: Answers, title: string): Trades | Question | Refusal {
  const copied = askText(answers, {
    answer: 'clipboard',
    title,
    prompt: 'The rows that were copied.',
    kind: 'clipboard',
  });
  if ('asks' in copied) return copied;
  const grid = gridOf(copied.value);
  if (!grid)
    return { refused: 'The clipboard holds no rows: copy them first, from a spreadsheet or a broker’s report.' };
  const table = headed(grid, answers, title);
  if ('asks' in table || 'refused' in table) return table;
  const remarks: string[] = [];
  const noSums = table.lines.filter((line) => !isSum(table, line));
  if (noSums.length < table.lines.length) remarks.push('Lines of totals were left out.');
  const lines = noSums.filter((line) => !isHolding(table, line));
  if (lines.length < noSums.length) remarks.push('Rows of holdings were left out.');
  if (lines.length === 0) return { refused: 'Nothing was changed: what was copied has headings and no rows.' };
  const reader = new LineReader(filing, table, lines, answers, title);
  const trades: Trade[] = [];
  for (const line of lines) {
    const trade = reader.read(line);
    if ('asks' in trade || 'refused' in trade) return trade;
    trades.push(trade);
  }
  if (reader.lostMarkers) remarks.push('Footnote markers were left out: cite them where they belong.');
  return { trades, remarks };
}

/** `Total  1,200  $54,000`: no trade. */
const isSum = (table: Headed, { cells }: Line): boolean =>
  cells.some((cell) => /^(?:grand |sub-?)?totals?:?$/i.test(cell)) && !dayIn(table.cell(cells, 'date') ?? '');

/** A row that says what is owned, and no transaction. */
const isHolding = ({ cell }: Headed, { cells }: Line): boolean =>
  (['date', 'code', 'side', 'amount', 'price'] as const).every((field) => (cell(cells, field) ?? '') === '') &&
  (cell(cells, 'total') ?? '') !== '';

const MARKER = /(?:<sup>)?\(\d{1,2}\)(?:<\/sup>)?/g;

class LineReader {
  lostMarkers = false;
  private readonly anyNegative: boolean;

  constructor(
    private readonly filing: Filing,
    private readonly table: Headed,
    lines: readonly Line[],
    private readonly answers: Answers,
    private readonly title: string,
  ) {
    this.anyNegative = lines.some(({ cells }) => signedIn(table.cell(cells, 'amount') ?? '')?.negative);
  }

  read(line: Line): Trade | Question | Refusal {
    const { number } = line;
    const wrong = (what: string): Refusal => ({ refused: `Nothing was changed: line ${number}: ${what}` });
    const words = (field: Field): string | undefined => this.words(line, field);
    const stranger = this.strange(words('symbol'), words('currency'));
    if (stranger) return wrong(stranger);
    const date = words('date') ?? '';
    const day = dayIn(date);
    if (day === undefined)
      return wrong(
        `expected a date, with the month before the day where both are digits; found “${date.slice(0, 40)}”.`,
      );
    const amount = signedIn(words('amount') ?? '');
    if (!amount || isZero(amount.value) || amount.dollars)
      return wrong(`expected a number of shares; found “${(words('amount') ?? '').slice(0, 40)}”.`);
    const written = words('price');
    const price = written === undefined ? undefined : signedIn(written);
    if (written !== undefined && (!price || price.negative))
      return wrong(`expected a price per share; found “${written.slice(0, 40)}”.`);
    const owned = words('total');
    const total = owned === undefined ? undefined : signedIn(owned);
    if (owned !== undefined && (!total || total.negative || total.dollars))
      return wrong(`expected the shares owned afterwards; found “${owned.slice(0, 40)}”.`);
    const late = words('deemed');
    const deemed = late === undefined ? undefined : dayIn(late);
    if (late !== undefined && deemed === undefined) return wrong(`expected a date; found “${late.slice(0, 40)}”.`);
    const kind = this.kindOf(words('code'), words('side'), amount.negative, wrong);
    if ('asks' in kind || 'refused' in kind) return kind;
    const form = words('ownership');
    const ownership = form === undefined ? undefined : ownershipIn(form);
    if (form !== undefined && !ownership) return wrong(`expected D or I; found “${form.slice(0, 40)}”.`);
    return {
      ...kind,
      line: number,
      day,
      deemed,
      early: /^v$/i.test(words('early') ?? ''),
      amount: amount.value,
      price: price?.value,
      total: total?.value,
      title: words('title'),
      ownership,
      nature: words('nature'),
    };
  }

  /** The words of a cell without footnote markers; a dash is a blank. */
  private words({ cells }: Line, field: Field): string | undefined {
    const cell = this.table.cell(cells, field) ?? '';
    // A number in brackets is below zero; behind other words it is a marker.
    const bare = cell.includes('<sup') || /\S ?\(\d{1,2}\)$/.test(cell) ? cell.replace(MARKER, '').trim() : cell;
    if (bare !== cell) this.lostMarkers = true;
    return /^[-\u2013\u2014]{0,2}$/.test(bare) ? undefined : bare;
  }

  /** A trade in another company’s shares, or in other money, is none of this filing. */
  private strange(symbol: string | undefined, currency: string | undefined): string | undefined {
    const own = this.filing.issuer.issuerTradingSymbol.value;
    if (symbol !== undefined && own !== undefined && /^[a-z.-]{1,10}$/i.test(own)) {
      if (plainSymbol(symbol) !== plainSymbol(own))
        return `this is a trade in ${symbol.slice(0, 12)}, and the filing is on ${own}. Copy the rows of ${own} alone.`;
    }
    if (currency !== undefined && !/^US ?\$?D?$/i.test(currency))
      return `the form takes prices in US dollars; found ${currency.slice(0, 12)}.`;
    return undefined;
  }

  private kindOf(
    code: string | undefined,
    side: string | undefined,
    negative: boolean,
    wrong: (what: string) => Refusal,
  ): { code: string; side: Side } | Question | Refusal {
    const said = side === undefined ? undefined : sideIn(side);
    if (side !== undefined && !said)
      return wrong(`expected whether the shares were bought or sold; found “${side.slice(0, 40)}”.`);
    if (said && negative && said.side === 'A')
      return wrong(`“${side!.slice(0, 40)}” and a number below zero contradict.`);
    const signed: Side | undefined = this.anyNegative ? (negative ? 'D' : 'A') : undefined;
    const base = code === undefined ? undefined : /^([A-Z])(?: ?\/ ?K)?$/.exec(code.toUpperCase())?.[1];
    if (code !== undefined && !transactionCode(base)?.standsAlone)
      return wrong(`expected a transaction code of the form; found “${code.slice(0, 40)}”.`);
    const letter = base ?? (said?.trade ? (said.side === 'A' ? 'P' : 'S') : undefined);
    if (letter !== undefined) {
      const known = said?.side ?? (negative ? 'D' : transactionCode(letter)?.side.nonDerivativeTable) ?? signed;
      const chosen = known ? { value: known } : this.askSide(letter);
      if ('asks' in chosen) return chosen;
      return { code: code !== undefined && code.includes('/') ? `${letter}/K` : letter, side: chosen.value as Side };
    }
    return this.askCode(said?.side ?? signed);
  }

  private askSide(letter: string): { readonly value: string } | Question {
    return askChoice(this.answers, {
      answer: `side${letter}`,
      title: this.title,
      prompt: `Rows with the code ${letter}: acquired or disposed of?`,
      choices: [
        { value: 'A', label: 'A', description: 'acquired' },
        { value: 'D', label: 'D', description: 'disposed of' },
      ],
    });
  }

  private askCode(side: Side | undefined): { code: string; side: Side } | Question {
    const usual = TRANSACTION_CODES.filter(
      (entry) => entry.standsAlone && (side === undefined || (entry.side.nonDerivativeTable ?? side) === side),
    );
    const rows = side === undefined ? 'these rows' : `the rows ${side === 'A' ? 'acquired' : 'disposed of'}`;
    const chosen = askChoice(this.answers, {
      answer: `code${side ?? ''}`,
      title: this.title,
      prompt: `Which transaction code do ${rows} have? What was copied does not say it.`,
      choices: usual.map(({ code, definition }) => ({ value: code, label: code, description: definition })),
    });
    if ('asks' in chosen) return chosen;
    const known = side ?? transactionCode(chosen.value)?.side.nonDerivativeTable;
    if (known) return { code: chosen.value, side: known };
    const sided = this.askSide(chosen.value);
    return 'asks' in sided ? sided : { code: chosen.value, side: sided.value as Side };
  }
}

/** BRK.B, BRK-B and BRK B are one; what an exchange adds behind a colon or a space is not part of it. */
const plainSymbol = (symbol: string): string =>
  symbol
    .toUpperCase()
    .replace(/^[A-Z]{2,6}:/, '')
    .replace(/ (?:US|UN|UW|UQ)(?: EQUITY)?$/, '')
    .replace(/[^A-Z0-9]/g, '');

function ownershipIn(words: string): 'D' | 'I' | undefined {
  if (/^d(?:irect)?$/i.test(words)) return 'D';
  return /^i(?:ndirect)?$/i.test(words) ? 'I' : undefined;
}
