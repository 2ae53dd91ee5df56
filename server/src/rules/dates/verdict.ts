/**
 * Box 3, the transactions and the signatures date one another: the signature comes last, and box 3 is the earliest
 * transaction. Where they contradict, one value is wrong as a rule, and this finds which: the one that, changed, leaves
 * no contradiction. `box-3`, `signature` and `date-after-signature` say what it finds.
 */
import { LAYOUTS } from '../../facts/layouts';
import { isOneOfSeveral } from '../../filing/continued';
import type { DateCell, OwnerSignature, Row } from '../../filing/model';
import { isVoluntary, rowsOf } from '../../filing/queries';
import type { Day } from '../../text/days';
import type { RuleContext } from '../rule';
import type { DatedRow } from './dateCells';
import { isPeriodInTime, isRowInTime, slippedYear, staleDate, type StaleRows, type Weighed } from './staleRows';

export interface Verdict {
  /** Signatures that are dated before box 3, while the rest of the filing agrees with box 3. */
  readonly signatures: readonly OwnerSignature[];
  /** Rows that are dated after the last signature, unless one of `signatures` explains that. */
  readonly late: readonly DatedRow[];
  /** The last signature is wrong, not the rows: they are of several days. */
  readonly lastSignatureWrong: boolean;
  readonly box3: Box3 | undefined;
  /** Box 3 has the day of the signature, and the one signature the day of the earliest transaction: one finding says so. */
  readonly exchanged: boolean;
  /** The last transaction whose date is not in doubt. */
  readonly lastTransaction: DatedRow | undefined;
  /** The signature with the last date that can be trusted so far. */
  readonly last: OwnerSignature | undefined;
  /** The dates that are found wrong here: no further comparison should rest on them. */
  readonly wrong: ReadonlySet<DateCell>;
}

/** How box 3 differs from the transactions. */
export interface Box3 {
  /** `rows`: not box 3 but the rows in `stale` are likely wrong. */
  readonly how: 'late' | 'early' | 'other' | 'rows';
  /** The earliest transaction; undefined where there is none, and box 3 comes after the signature. */
  readonly earliest: DatedRow | undefined;
  readonly stale?: StaleRows;
  /** True where box 3 is wrong and the earliest transaction has a witness; else it may be the rows that are. */
  readonly sure: boolean;
  /** True where the form is in time for box 3 and late for every row: all dates of the rows may be old ones. */
  readonly oldRows?: boolean;
}

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
  const period = LAYOUTS[filing.layout].period === 'month' ? undefined : trusted(filing.periodOfReport);
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
      : judgeBox3(context, { period, signed, closed: context.closed }, settled, unknown || rowsWrong);
  const box3: Box3 | undefined = box3Wrong ? { how: 'late', earliest: earliestOf(settled), sure: true } : judged;
  const before = (one: OwnerSignature): boolean => period !== undefined && one.signatureDate.value! < period;
  const signatures = box3?.how === 'late' && !signatureWrong ? [] : signing.filter(before);

  const wrong = new Set<DateCell>(rowsWrong ? late.map((row) => row.transactionDate) : []);
  for (const { signatureDate } of signatures) wrong.add(signatureDate);
  if (last && lastSignatureWrong) wrong.add(last.signatureDate);
  if (box3?.how === 'late') wrong.add(filing.periodOfReport);
  for (const { transactionDate } of box3?.stale?.rows ?? []) wrong.add(transactionDate);
  const lastTransaction = settled.reduce<DatedRow | undefined>(
    (best, row) => (best && best.transactionDate.value >= row.transactionDate.value ? best : row),
    undefined,
  );
  const exchanged =
    box3?.how === 'late' &&
    signatures.length === 1 &&
    filing.ownerSignatures.length === 1 &&
    !unknown &&
    signed === box3.earliest?.transactionDate.value &&
    period! >= lastTransaction!.transactionDate.value;
  return { signatures, late, lastSignatureWrong, last, box3, exchanged, lastTransaction, wrong };
}

function earliestOf(rows: readonly DatedRow[]): DatedRow | undefined {
  return rows.reduce<DatedRow | undefined>(
    (best, row) => (best && best.transactionDate.value <= row.transactionDate.value ? best : row),
    undefined,
  );
}

/** `unknown`: some transaction's date is not known, so that it may be the one that box 3 states. */
function judgeBox3(
  { filing }: RuleContext,
  of: Weighed,
  rows: readonly DatedRow[],
  unknown: boolean,
): Box3 | undefined {
  const { period } = of;
  const slipped = slippedYear(of, rows);
  if (slipped) return { how: 'rows', earliest: slipped.rows[0], stale: slipped, sure: false };
  // A row marked V need not have been reported yet, so the date may or may not count it.
  const due = rows.some(isVoluntary) ? rows.filter((row) => !isVoluntary(row)) : rows;
  const counted = due.length > 0 ? due : rows;
  const earliest = earliestOf(counted);
  if (!earliest) return undefined;
  let first = Infinity;
  let last = -Infinity;
  for (const { transactionDate, deemedExecutionDate: deemed } of rows) {
    if (period === deemed.value) return undefined;
    first = Math.min(first, transactionDate.value, deemed.value ?? Infinity);
    last = Math.max(last, transactionDate.value, deemed.value ?? -Infinity);
  }
  if (period === earliest.transactionDate.value || period === first) return undefined;
  if (period > first) {
    const stale = unknown ? undefined : staleDate(of, counted);
    if (stale) return { how: 'rows', earliest, stale, sure: false };
    const how = !unknown && period > last ? 'late' : 'other';
    const oldRows = how === 'late' && isPeriodInTime(of) && counted.every((row) => isRowInTime(row, of) === false);
    return { how, earliest, sure: isSure(of, earliest, counted), oldRows };
  }
  if (unknown) return undefined;
  const isAmendment = filing.dateOfOriginalSubmission.raw !== '';
  // The group's box 3 may be kept on each form of a group: its earliest transaction then stands in another.
  const several = isOneOfSeveral(filing);
  const sure = !several && isSure(of, earliest, counted);
  return { how: isAmendment || several ? 'other' : 'early', earliest, sure };
}

/** The form is in time for the earliest transaction and not for box 3, or two rows at least agree and box 3 is later. */
function isSure(of: Weighed, earliest: DatedRow, rows: readonly DatedRow[]): boolean {
  if (isRowInTime(earliest, of) !== true) return false;
  const day = earliest.transactionDate.value;
  if (!isPeriodInTime(of)) return true;
  return of.period > day && rows.length > 1 && rows.every(({ transactionDate: { value } }) => value === day);
}
