/** Trades as rows of Table I, and the holdings that they change. */
import { holdingOf, sameWords } from '../../filing/holdings';
import type { Filing } from '../../filing/model';
import type { Span } from '../../text/span';
import type { Question, Refusal } from '../operation';
import type { Answers } from '../rows/answers';
import { habitsOf } from '../rows/habits';
import { askHolding, holdingOfRow, newHolding, type Holding } from '../rows/holding';
import type { Written } from '../rows/line';
import type { Trade } from './trades';
import { rounded } from './values';
import type { NewTransaction } from '../rows/put';

/** Each trade with its holding: what the report does not say of it is that of the row at the cursor, or asked. */
export function askHoldings(
  filing: Filing,
  selection: Span,
  trades: readonly Trade[],
  answers: Answers,
  title: string,
): { readonly of: readonly { readonly trade: Trade; readonly holding: Holding }[] } | Question | Refusal {
  let common: Holding | undefined;
  if (trades.some((trade) => trade.title === undefined || trade.ownership === undefined)) {
    const asked = askHolding(filing, selection, answers, title);
    if ('asks' in asked) return asked;
    common = asked.value;
  }
  const find = holdingFinder(filing, common);
  const of: { trade: Trade; holding: Holding }[] = [];
  for (const trade of trades) {
    const holding = find(trade);
    if ('refused' in holding) return holding;
    of.push({ trade, holding });
  }
  return { of };
}

/** The cells of a trade; its total where the report states it. */
export function rowOf(filing: Filing, trade: Trade, holding: Holding): NewTransaction {
  const { date, shares, price } = habitsOf(filing);
  const written: Written = {
    transactionDate: date(trade.day),
    ...(trade.deemed !== undefined && { deemedExecutionDate: date(trade.deemed) }),
    transactionCode: trade.code,
    ...(trade.early && { transactionFormType: 'V' }),
    transactionShares: shares(trade.amount),
    transactionAcquiredDisposedCode: trade.side,
    ...(trade.price && { transactionPricePerShare: price(rounded(trade.price, 4)) }),
  };
  return { holding, written, side: trade.side, amount: trade.amount, ...(trade.total && { total: trade.total }) };
}

/** The holding that a trade names: one of Table I where the words are the same, else a new one. */
function holdingFinder(filing: Filing, common: Holding | undefined): (trade: Trade) => Holding | Refusal {
  const known = new Map<string, Map<string, Holding>>();
  for (const row of filing.nonDerivativeTable.rows) {
    if (row.cells.length < 2) continue;
    const plain = holdingOf(row, 'no markers');
    let same = known.get(plain);
    if (!same) known.set(plain, (same = new Map<string, Holding>()));
    const key = holdingOf(row);
    if (!same.has(key)) same.set(key, holdingOfRow(filing, row));
  }
  return (trade) => {
    const { title, ownership, nature } = trade;
    if (common && title === undefined && ownership === undefined && nature === undefined) return common;
    const [commonTitle, commonForm, commonNature] = common ? partsOf(common) : ['', undefined, ''];
    const words = title ?? commonTitle;
    const form = ownership ?? commonForm ?? 'D';
    const way = form === 'D' ? '' : (nature ?? commonNature);
    if (common && sameWords(words) === sameWords(commonTitle) && form === commonForm && way === commonNature)
      return common;
    const same = [...(known.get(`${sameWords(words)}|${form}|${sameWords(way)}`)?.values() ?? [])];
    if (same.length > 1)
      return {
        refused: `Nothing was changed: several holdings of Table I are called ${words}, ${form}, told apart by their footnotes. Put the cursor in a row of the one that is meant, and leave its columns out.`,
      };
    if ((words + way).includes('<')) return { refused: 'Nothing was changed: a title holds “<”.' };
    return same[0] ?? newHolding(filing, words, form, way);
  };
}

function partsOf({ written }: Holding): [string, 'D' | 'I' | undefined, string] {
  const bare = (words: string | undefined): string =>
    (words ?? '').replace(/ ?(?:<sup>)?[([]\d{1,2}[)\]](?:<\/sup>)?/g, '').replace(/\\([$*_|])/g, '$1');
  const form = bare(written.directOrIndirectOwnership);
  return [
    bare(written.securityTitle),
    form === 'I' ? 'I' : form === 'D' ? 'D' : undefined,
    bare(written.natureOfOwnership),
  ];
}
