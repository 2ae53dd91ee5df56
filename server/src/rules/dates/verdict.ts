/**
 * Box 3, the transactions and the signatures date one another: the signature comes last, and box 3 is the earliest
 * transaction. Where they contradict, one value is wrong as a rule, and this finds which: the one that, changed, leaves
 * no contradiction. `box-3`, `signature` and `date-after-signature` say what it finds.
 */
import type { DateCell, OwnerSignature, Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { partsOf, type Day } from '../../text/days';
import { isVoluntary } from '../codes/codeCell';
import type { RuleContext } from '../rule';
import { inYear } from './dateCells';

export interface Verdict {
  /** Signatures that are dated before box 3, while the rest of the filing agrees with box 3. */
  readonly signatures: readonly OwnerSignature[];
  /** Rows that are dated after the last signature, unless one of `signatures` explains that. */
  readonly late: readonly DatedRow[];
  /** The last signature is wrong, not the rows: they are of several days. */
  readonly lastSignatureWrong: boolean;
  readonly box3: Box3 | undefined;
  /** The last transaction whose date is not in doubt. */
  readonly lastTransaction: DatedRow | undefined;
  /** The signature with the last date that can be trusted so far. */
  readonly last: OwnerSignature | undefined;
  /** The dates that are found wrong here: no further comparison should rest on them. */
  readonly wrong: ReadonlySet<DateCell>;
}

/** How box 3 differs from the transactions. */
export interface Box3 {
  /** `year`: not box 3 but the year of the rows in `slipped` is wrong, since with its year they agree. */
  readonly how: 'late' | 'early' | 'other' | 'year';
  /** The earliest transaction; undefined where there is none, and box 3 comes after the signature. */
  readonly earliest: DatedRow | undefined;
  readonly slipped?: readonly DatedRow[];
}

/** A row whose transaction date can be read. */
export type DatedRow = Row & { readonly transactionDate: DateCell & { readonly value: Day } };

/** Rows of which the date can be read and is not in doubt. */
function datedRows({ filing, suspect, accused }: RuleContext): { dated: DatedRow[]; unknown: boolean } {
  const dated: DatedRow[] = [];
  let unknown = false;
  for (const row of rowsOf(filing)) {
    if (row.kind !== 'transaction') continue;
    if (isDated(row) && !suspect(row.transactionDate) && !accused(row, 'row-cells')) dated.push(row);
    else unknown = true;
  }
  return { dated, unknown };
}

const isDated = (row: Row): row is DatedRow => row.transactionDate.value !== undefined;

/** Weighs box 3, the transactions and the signatures; to be had by `context.once`. */
export function verdictOf(context: RuleContext): Verdict {
  const { filing, suspect } = context;
  const { dated, unknown } = datedRows(context);
  const trusted = (cell: DateCell): Day | undefined => (suspect(cell) ? undefined : cell.value);
  const signing = filing.ownerSignatures.filter(({ signatureDate }) => trusted(signatureDate) !== undefined);
  const last = signing.reduce<OwnerSignature | undefined>(
    (best, one) => (best && best.signatureDate.value! >= one.signatureDate.value! ? best : one),
    undefined,
  );
  const signed = last?.signatureDate.value;
  // Before 2003 the box said for which month the form was, not the day of a transaction.
  const period = filing.layout === 'ascii' ? undefined : trusted(filing.periodOfReport);
  const after = signed === undefined ? [] : dated.filter(({ transactionDate: { value } }) => value > signed);
  const inTime = dated.length > after.length;

  // Box 3 after the signature: with transactions before it, box 3 is wrong; with none, the signature.
  const contradicts = period !== undefined && signed !== undefined && period > signed;
  const box3Wrong = contradicts && inTime && after.length === 0;
  const signatureWrong = contradicts && !box3Wrong;
  const late = signatureWrong ? [] : after;
  const lastSignatureWrong = late.some((row) => row.transactionDate.value !== late[0]!.transactionDate.value);
  const rowsWrong = late.length > 0 && !lastSignatureWrong;

  const settled = !rowsWrong ? dated : dated.filter(({ transactionDate: { value } }) => value <= signed!);
  const judged =
    period === undefined
      ? undefined
      : (slippedYear(period, signed, settled) ?? judgeBox3(context, period, settled, unknown || rowsWrong));
  const box3: Box3 | undefined = box3Wrong ? { how: 'late', earliest: earliestOf(settled) } : judged;
  const before = (one: OwnerSignature): boolean => period !== undefined && one.signatureDate.value! < period;
  const signatures = box3?.how === 'late' && !signatureWrong ? [] : signing.filter(before);

  const wrong = new Set<DateCell>(rowsWrong ? late.map((row) => row.transactionDate) : []);
  for (const { signatureDate } of signatures) wrong.add(signatureDate);
  if (last && lastSignatureWrong) wrong.add(last.signatureDate);
  if (box3?.how === 'late') wrong.add(filing.periodOfReport);
  for (const { transactionDate } of box3?.slipped ?? []) wrong.add(transactionDate);
  const lastTransaction = settled.reduce<DatedRow | undefined>(
    (best, row) => (best && best.transactionDate.value >= row.transactionDate.value ? best : row),
    undefined,
  );
  return { signatures, late, lastSignatureWrong, last, box3, lastTransaction, wrong };
}

function earliestOf(rows: readonly DatedRow[]): DatedRow | undefined {
  return rows.reduce<DatedRow | undefined>(
    (best, row) => (best && best.transactionDate.value <= row.transactionDate.value ? best : row),
    undefined,
  );
}

/** The rows before box 3, if they are of one other year and, in the year of box 3, begin with its very day. */
function slippedYear(period: Day, signed: Day | undefined, rows: readonly DatedRow[]): Box3 | undefined {
  const before = rows.filter(({ transactionDate: { value } }) => value < period);
  const earliest = earliestOf(before);
  if (!earliest || signed === undefined || before.length * 2 > rows.length + 1) return undefined;
  const { year } = partsOf(period);
  const wrongYear = partsOf(earliest.transactionDate.value).year;
  if (wrongYear === year) return undefined;
  const meant = before.map(({ transactionDate: { value } }) =>
    partsOf(value).year === wrongYear ? inYear(value, year) : undefined,
  );
  if (!meant.every((day) => day !== undefined && day >= period && day <= signed)) return undefined;
  const agrees = meant.includes(period) || rows.some(({ transactionDate: { value } }) => value === period);
  return agrees ? { how: 'year', earliest, slipped: before } : undefined;
}

/** `unknown`: some transaction's date is not known, so that it may be the one that box 3 states. */
function judgeBox3(
  { filing }: RuleContext,
  period: Day,
  rows: readonly DatedRow[],
  unknown: boolean,
): Box3 | undefined {
  // A row marked V need not have been reported yet, so the date may or may not count it.
  const due = rows.some(isVoluntary) ? rows.filter((row) => !isVoluntary(row)) : rows;
  const earliest = earliestOf(due.length > 0 ? due : rows);
  if (!earliest) return undefined;
  let first = Infinity;
  let last = -Infinity;
  for (const { transactionDate, deemedExecutionDate: deemed } of rows) {
    if (period === deemed.value) return undefined;
    first = Math.min(first, transactionDate.value, deemed.value ?? Infinity);
    last = Math.max(last, transactionDate.value, deemed.value ?? -Infinity);
  }
  if (period === earliest.transactionDate.value || period === first) return undefined;
  if (period > first) return { how: !unknown && period > last ? 'late' : 'other', earliest };
  return unknown ? undefined : { how: filing.dateOfOriginalSubmission.raw === '' ? 'early' : 'other', earliest };
}
