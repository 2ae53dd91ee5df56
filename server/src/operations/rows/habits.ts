/** How a filing writes what stands in its cells, so that new cells look like their neighbours. */
import { LAYOUTS } from '../../facts/layouts';
import { perFiling } from '../../filing/memo';
import type { Cell, DateCell, Filing, NumberCell } from '../../filing/model';
import { citationsOf, rowsOf } from '../../filing/queries';
import { newMarker } from '../../rules/footnotes/edits';
import { dateAs, type DateForm, type Day } from '../../text/days';
import { grouped, plain, type Decimal } from '../../text/decimal';

/** How the filing writes dates. */
export function dateForm(filing: Filing): DateForm {
  const written = (cell: DateCell | undefined): DateForm | undefined => cell?.dateForm;
  const rows = [filing.nonDerivativeTable.rows[0], filing.derivativeTable.rows[0]];
  const forms = [...rows.map((row) => written(row?.transactionDate)), written(filing.periodOfReport)];
  return forms.find((form) => form !== undefined) ?? 'month-first';
}

/** The dollar sign of a price as the filing writes it: escaped, or not, or none where its prices have none. */
export function dollarOf(filing: Filing): string {
  let first: string | undefined;
  for (const row of rowsOf(filing)) {
    const { raw } = row.transactionPricePerShare;
    if (raw === '') continue;
    const sign = /^\\?\$/.exec(raw)?.[0];
    if (sign !== undefined) return sign;
    first ??= '';
  }
  return first ?? (LAYOUTS[filing.layout].values === 'dialect' ? '$' : '\\$');
}

/** The dollar sign in the words of a note, as the notes have it. */
export function dollarInWords(filing: Filing): string {
  for (const { textSpan } of filing.footnotes.list) {
    const words = filing.text.slice(textSpan.start, textSpan.end);
    const at = words.indexOf('$');
    if (at >= 0) return words.charAt(at - 1) === '\\' ? '\\$' : '$';
  }
  return dollarOf(filing).startsWith('\\') ? '\\$' : '$';
}

export interface Habits {
  readonly date: (day: Day) => string;
  /** A number of shares: grouped, or not. */
  readonly shares: (value: Decimal) => string;
  /** A price with its sign; cents are written out, more decimals as many as there are. */
  readonly price: (value: Decimal) => string;
  /** Words of plain characters, escaped as the filing escapes them. */
  readonly words: (text: string) => string;
  /** A value, and behind it the markers of these footnotes. */
  readonly cited: (value: string, notes: readonly number[]) => string;
}

/** Looked up once a filing. */
export const habitsOf = perFiling(look);

function look(filing: Filing): Habits {
  const form = dateForm(filing);
  const sign = dollarOf(filing);
  const digits = groups(filing) ? grouped : plain;
  const escapes = filing.text.includes('\\$') || filing.text.includes('\\*');
  const glue = gapBeforeMarkers(filing);
  return {
    date: (day) => dateAs(day, form),
    shares: digits,
    price: (value) => sign + digits(value) + (value.scale === 1 ? '0' : ''),
    words: (text) => escaped(text.replace(/\s+/g, ' ').trim(), escapes),
    cited: (value, notes) =>
      notes.length === 0
        ? value
        : value + (value === '' ? '' : glue) + notes.map((note) => newMarker(filing, note)).join(''),
  };
}

/** A bar would end a cell of a table with bars, a star or a low line would begin emphasis. */
const escaped = (words: string, escapes: boolean): string => words.replace(escapes ? /[$*_|]/g : /\|/g, '\\$&');

/** Whether numbers over 999 have commas; the first that could have one says it. */
function groups(filing: Filing): boolean {
  for (const row of rowsOf(filing))
    for (const cell of [row.sharesOwnedFollowingTransaction, row.transactionShares] satisfies NumberCell[])
      if (cell.value && plain(cell.value).split('.')[0]!.length > 3) return cell.raw.includes(',');
  return LAYOUTS[filing.layout].values !== 'dialect';
}

function gapBeforeMarkers(filing: Filing): string {
  const behindValue = ({ raw, span }: Cell<unknown>, start: number): boolean => raw !== '' && start >= span.end;
  const first = citationsOf(filing).find(({ cell, marker }) => behindValue(cell, marker.outer.start));
  if (!first) return ' ';
  return /\s/.test(filing.text.charAt(first.cell.span.end)) ? ' ' : '';
}
