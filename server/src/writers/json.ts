/** A filing as JSON, in the names of EDGAR's ownership XML: the contract of `form4 parse`. */
import type { Cell, DerivativeRow, Filing, Row } from '../filing/model';
import { howRead } from '../filing/howRead';
import { isVoluntary } from '../filing/queries';
import { unreadInWords } from '../rules/rows/unread';
import { isoDate, type Day } from '../text/days';
import { plain, type Decimal } from '../text/decimal';
import type { LineIndex, Range } from '../text/lines';

export interface JsonCell {
  /** A number as a plain decimal, a date as YYYY-MM-DD, text with its white space collapsed; null where only a marker stands. */
  readonly value: string | null;
  readonly raw: string;
  readonly footnotes: readonly number[];
  readonly range: Range;
}

export type JsonRow = Record<string, JsonCell | boolean | string>;

type Print<T> = (value: T) => string;
const asIs: Print<string> = (value) => value;

function cellOf<T>(lines: LineIndex, cell: Cell<T> | undefined, print: Print<T>): JsonCell | undefined {
  if (!cell || (cell.raw === '' && cell.markers.length === 0)) return undefined;
  const { value, raw, markers } = cell;
  const footnotes = markers.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const span = raw === '' ? { start: markers[0]!.span.start, end: markers[markers.length - 1]!.span.end } : cell.span;
  return { value: value === undefined ? null : print(value), raw, footnotes, range: lines.range(span) };
}

function rowOf(lines: LineIndex, row: Row): JsonRow {
  const out: JsonRow = { kind: row.kind, read: row.read };
  const set = <T>(name: string, cell: Cell<T>, print: Print<T>): void => {
    const json = cellOf(lines, cell, print);
    if (json) out[name] = json;
  };
  const amount = (name: string, valueName: string, cell: Cell<Decimal>): void =>
    set(cell.dollars ? valueName : name, cell, plain);
  const date = (name: string, cell: Cell<Day>): void => set(name, cell, isoDate);
  set('securityTitle', row.securityTitle, asIs);
  const derivative: DerivativeRow | undefined = row.table === 'derivativeTable' ? row : undefined;
  if (derivative) set('conversionOrExercisePrice', derivative.conversionOrExercisePrice, plain);
  date('transactionDate', row.transactionDate);
  date('deemedExecutionDate', row.deemedExecutionDate);
  set('transactionCode', row.transactionCode, asIs);
  if (row.kind === 'transaction') {
    out.equitySwapInvolved = row.transactionCode.equitySwapInvolved;
    out.transactionFormType = isVoluntary(row) ? '5' : '4';
  }
  amount('transactionShares', 'transactionTotalValue', row.transactionShares);
  set('transactionAcquiredDisposedCode', row.transactionAcquiredDisposedCode, asIs);
  if (derivative) {
    date('exerciseDate', derivative.exerciseDate);
    date('expirationDate', derivative.expirationDate);
    set('underlyingSecurityTitle', derivative.underlyingSecurityTitle, asIs);
    amount('underlyingSecurityShares', 'underlyingSecurityValue', derivative.underlyingSecurityShares);
  }
  set('transactionPricePerShare', row.transactionPricePerShare, plain);
  amount('sharesOwnedFollowingTransaction', 'valueOwnedFollowingTransaction', row.sharesOwnedFollowingTransaction);
  set('directOrIndirectOwnership', row.directOrIndirectOwnership, asIs);
  set('natureOfOwnership', row.natureOfOwnership, asIs);
  return out;
}

/** The filing as plain data, ready for JSON.stringify. Absent cells are left out; `null` is a box that is not there. */
export function toJson(filing: Filing): Record<string, unknown> {
  const { lines } = filing;
  const text = (cell: Cell<string> | undefined): JsonCell | null => cellOf(lines, cell, asIs) ?? null;
  const date = (cell: Cell<Day>): JsonCell | null => cellOf(lines, cell, isoDate) ?? null;
  return {
    layout: filing.layout,
    documentType: filing.documentType,
    read: howRead(filing),
    unread: filing.unread.map((one) => ({ range: lines.range(one.span), what: unreadInWords(one) })),
    inferred: filing.inferred ?? [],
    periodOfReport: date(filing.periodOfReport),
    dateOfOriginalSubmission: date(filing.dateOfOriginalSubmission),
    notSubjectToSection16: filing.notSubjectToSection16?.checked ?? false,
    aff10b5One: filing.aff10b5One?.checked ?? null,
    issuer: {
      issuerName: text(filing.issuer.issuerName),
      issuerTradingSymbol: text(filing.issuer.issuerTradingSymbol),
    },
    reportingOwners: filing.reportingOwners.map((owner) => ({
      rptOwnerName: text(owner.rptOwnerName),
      isDirector: owner.isDirector,
      isOfficer: owner.isOfficer,
      isTenPercentOwner: owner.isTenPercentOwner,
      isOther: owner.isOther,
      officerTitle: text(owner.officerTitle),
      otherText: text(owner.otherText),
    })),
    nonDerivativeTable: filing.nonDerivativeTable.rows.map((row) => rowOf(lines, row)),
    derivativeTable: filing.derivativeTable.rows.map((row) => rowOf(lines, row)),
    footnotes: filing.footnotes.list.map(({ number, text: words, span }) => ({
      number: number ?? null,
      text: words,
      range: lines.range(span),
    })),
    remarks: text(filing.remarks),
    ownerSignatures: filing.ownerSignatures.map(({ signatureName, signatureDate }) => ({
      signatureName: text(signatureName),
      signatureDate: date(signatureDate),
    })),
    problems: filing.problems.map(({ code, message, span }) => ({ code, message, range: lines.range(span) })),
  };
}
