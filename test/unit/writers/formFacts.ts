/** What a filing says, thing by thing under its address: once taken from the filing, once from the words of the form. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS, cellOf } from '../../../server/src/filing/columns';
import type { Cell, Column, Filing, Row } from '../../../server/src/filing/model';
import { isoDate, parseDate } from '../../../server/src/text/days';
import { parseDecimal, plain, type Decimal } from '../../../server/src/text/decimal';
import type { FormCell, PrintedForm } from '../../../server/src/writers/printedForm/model';

/** `address = value (1)(2)`; blank cells are left out. */
export type Said = ReadonlyMap<string, string>;

const NUMBERS = /^(?:acquired|disposed|.*Price|transactionPricePerShare|.*Shares|sharesOwned.*)$/;
const DATES = /Date$|^periodOfReport$|^dateOfOriginalSubmission$/;
const marked = (value: string, labels: readonly string[]): string =>
  [value, ...labels.map((label) => `(${label})`)].filter(Boolean).join(' ');

/** A value of the filing; of what could not be read nothing but its markers. */
function valueOf(name: string, { value }: Cell<unknown>): string {
  if (value === undefined) return '';
  if (DATES.test(name)) return isoDate(value as number);
  return NUMBERS.test(name) ? plain(value as Decimal) : String(value);
}

export function saidByFiling(filing: Filing): Said {
  const said = new Map<string, string>();
  const set = (address: string, words: string): void => {
    if (words !== '') said.set(address, words);
  };
  const cell = (address: string, one: Cell<unknown> | undefined): void => {
    if (!one) return;
    const labels = one.markers.map(({ number, label }) => (number === undefined ? label : String(number)));
    set(address, marked(valueOf(address.split('/').at(-1)!, one), labels));
  };
  const hidden = (row: Row): boolean =>
    filing.unread.some(({ rows = [] }) => rows.some(({ start, end }) => row.span.start < end && start < row.span.end));
  for (const { rows } of [filing.nonDerivativeTable, filing.derivativeTable])
    for (const row of rows as readonly Row[]) {
      if (hidden(row)) continue;
      const columns = (row.table === 'derivativeTable' ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS).flat();
      for (const column of columns) {
        const address = `${row.table}/${row.index}/${column}`;
        const one = cellOf(row, column);
        if (column === 'transactionCode' && row.transactionCode.equitySwapInvolved && one?.value !== undefined)
          cell(address, { ...one, value: `${String(one.value)}/K` });
        else cell(address, one);
      }
    }
  filing.reportingOwners.forEach((owner, at) => {
    const address = `reportingOwner/${at}`;
    cell(`${address}/rptOwnerName`, owner.rptOwnerName);
    cell(`${address}/officerTitle`, owner.officerTitle);
    cell(`${address}/otherText`, owner.otherText);
    for (const role of ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'] as const)
      if (owner[role]) set(`${address}/${role}`, 'X');
  });
  if (filing.notSubjectToSection16?.checked) set('notSubjectToSection16', 'X');
  if (filing.aff10b5One?.checked) set('aff10b5One', 'X');
  cell('issuer/issuerName', filing.issuer.issuerName);
  cell('issuer/issuerTradingSymbol', filing.issuer.issuerTradingSymbol);
  cell('periodOfReport', filing.periodOfReport);
  cell('dateOfOriginalSubmission', filing.dateOfOriginalSubmission);
  filing.footnotes.list.forEach(({ text }, at) => set(`footnote/${at}`, text));
  cell('remarks', filing.remarks);
  filing.ownerSignatures.forEach(({ signatureName, signatureDate }, at) => {
    cell(`ownerSignature/${at}/signatureName`, signatureName);
    cell(`ownerSignature/${at}/signatureDate`, signatureDate);
  });
  return said;
}

/** The same of what stands in a form. A code cell that holds no plain code, and a V written into it, are left to their own tests. */
export function saidByForm(form: PrintedForm): Said {
  const said = new Map<string, string>();
  const set = (address: string, words: string): void => {
    if (words === '') return;
    if (said.has(address)) throw new Error(`${address} stands there twice`);
    said.set(address, words);
  };
  const cell = (one: FormCell | undefined): void => {
    if (!one) return;
    const words = one.unclear ? '' : readBack(one.address.split('/').at(-1)!, one.words);
    set(
      one.address,
      marked(
        words,
        (one.markers ?? []).map(({ label }) => label),
      ),
    );
  };
  for (const { rows } of [form.nonDerivativeTable, form.derivativeTable])
    for (const row of rows) if (row.kind !== 'unread') row.cells.forEach(cell);
  const ticks = [form.notSubjectToSection16, ...(form.aff10b5One ? [form.aff10b5One] : [])];
  for (const { name, officerTitle, otherText, relationship } of form.owners) {
    [name, officerTitle, otherText].forEach(cell);
    ticks.push(...relationship);
  }
  for (const { address, ticked } of ticks) if (ticked) set(address, 'X');
  [form.issuer.name, form.issuer.symbol, form.periodOfReport, form.dateOfOriginalSubmission, form.remarks].forEach(
    cell,
  );
  for (const { address, text } of form.notes) set(address, text);
  for (const { name, date } of form.signatures) [name, date].forEach(cell);
  return said;
}

/** What the printed words mean. */
export function readBack(name: string, words: string): string {
  if (words === '') return '';
  if (DATES.test(name)) return isoDate(parseDate(words)!.day!);
  if (NUMBERS.test(name)) return plain(parseDecimal(words.replace(/[$,]/g, ''))!);
  return words;
}

/** What one says and the other does not, or otherwise. */
export const otherwise = (one: Said, other: Said, but: (address: string) => boolean = () => false): string[] =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((address) => one.get(address) !== other.get(address) && !but(address))
    .map((address) => `${address}: ${one.get(address) ?? 'nothing'} | ${other.get(address) ?? 'nothing'}`);

/** The addresses of code cells that hold more than a plain code, and of a V that stands in one. */
export function oddCodes(filing: Filing): (address: string) => boolean {
  const odd = new Set<string>();
  for (const { rows } of [filing.nonDerivativeTable, filing.derivativeTable])
    for (const { table, index, transactionCode: code } of rows as readonly Row[]) {
      const plainCode = code.others.length === 0 && code.suffix === undefined && /^[a-z]*$/i.test(code.value ?? '');
      if (!plainCode) odd.add(`${table}/${index}/${'transactionCode' satisfies Column}`);
      if (code.voluntary) odd.add(`${table}/${index}/${'transactionFormType' satisfies Column}`);
    }
  return (address) => odd.has(address);
}
