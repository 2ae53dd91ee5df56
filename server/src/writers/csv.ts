/**
 * Filings → the tables of the SEC's insider transactions data sets, so that they load beside them: the same tables, the
 * same columns in the same order, dates as 07-MAR-2023, footnotes as `F1, F2`. Source: the data sets' own header lines and
 * readme ("Insider Transactions Data Sets", SEC). EXCERCISE_DATE in DERIV_TRANS is the SEC's spelling.
 */
import type { Cell, DateCell, Filing, NumberCell, ReportingOwner, Row } from '../filing/model';
import { isVoluntary } from '../filing/queries';
import { partsOf, type Day } from '../text/days';
import { plain } from '../text/decimal';
import { addressOf, placeOf, streetLines } from './address';
import { FootnoteIds } from './footnoteIds';
import { submissionHeader, unprintedOf } from './unprinted';

/** A column with its `…_FN` beside it. */
const noted = (...names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}_FN`]);
const AFTER = noted(
  'SHRS_OWND_FOLWNG_TRANS',
  'VALU_OWND_FOLWNG_TRANS',
  'DIRECT_INDIRECT_OWNERSHIP',
  'NATURE_OF_OWNERSHIP',
);
const CODING = [
  ...noted('TRANS_DATE', 'DEEMED_EXECUTION_DATE'),
  'TRANS_FORM_TYPE',
  'TRANS_CODE',
  'EQUITY_SWAP_INVOLVED',
  'EQUITY_SWAP_TRANS_CD_FN',
  ...noted('TRANS_TIMELINESS', 'TRANS_SHARES'),
];
const PRICE_AND_SIDE = noted('TRANS_PRICEPERSHARE', 'TRANS_ACQUIRED_DISP_CD');
const UNDERLYING = noted('UNDLYNG_SEC_TITLE', 'UNDLYNG_SEC_SHARES', 'UNDLYNG_SEC_VALUE');

/** The tables by name, each with its columns. */
export const DATA_SET = {
  SUBMISSION:
    'ACCESSION_NUMBER FILING_DATE PERIOD_OF_REPORT DATE_OF_ORIG_SUB NO_SECURITIES_OWNED NOT_SUBJECT_SEC16 FORM3_HOLDINGS_REPORTED FORM4_TRANS_REPORTED DOCUMENT_TYPE ISSUERCIK ISSUERNAME ISSUERTRADINGSYMBOL REMARKS AFF10B5ONE'.split(
      ' ',
    ),
  REPORTINGOWNER:
    'ACCESSION_NUMBER RPTOWNERCIK RPTOWNERNAME RPTOWNER_RELATIONSHIP RPTOWNER_TITLE RPTOWNER_TXT RPTOWNER_STREET1 RPTOWNER_STREET2 RPTOWNER_CITY RPTOWNER_STATE RPTOWNER_ZIPCODE RPTOWNER_STATE_DESC FILE_NUMBER'.split(
      ' ',
    ),
  NONDERIV_TRANS: [
    ...['ACCESSION_NUMBER', 'NONDERIV_TRANS_SK', ...noted('SECURITY_TITLE')],
    ...[...CODING, ...PRICE_AND_SIDE, ...AFTER],
  ],
  NONDERIV_HOLDING: [
    ...['ACCESSION_NUMBER', 'NONDERIV_HOLDING_SK', ...noted('SECURITY_TITLE', 'TRANS_FORM_TYPE')],
    ...AFTER,
  ],
  DERIV_TRANS: [
    ...['ACCESSION_NUMBER', 'DERIV_TRANS_SK', ...noted('SECURITY_TITLE', 'CONV_EXERCISE_PRICE')],
    ...[...CODING, ...noted('TRANS_TOTAL_VALUE'), ...PRICE_AND_SIDE],
    ...[...noted('EXCERCISE_DATE', 'EXPIRATION_DATE'), ...UNDERLYING, ...AFTER],
  ],
  DERIV_HOLDING: [
    ...['ACCESSION_NUMBER', 'DERIV_HOLDING_SK', ...noted('SECURITY_TITLE', 'CONV_EXERCISE_PRICE', 'TRANS_FORM_TYPE')],
    ...[...noted('EXERCISE_DATE', 'EXPIRATION_DATE'), ...UNDERLYING, ...AFTER],
  ],
  FOOTNOTES: ['ACCESSION_NUMBER', 'FOOTNOTE_ID', 'FOOTNOTE_TXT'],
  OWNER_SIGNATURE: ['ACCESSION_NUMBER', 'OWNERSIGNATURENAME', 'OWNERSIGNATUREDATE'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DataSetTable = keyof typeof DATA_SET;
export const DATA_SET_TABLES = Object.keys(DATA_SET) as DataSetTable[];

/** A row by its columns; a column that is not there is blank. */
type Values = Record<string, string>;

/** Gathers filings and writes them table by table. */
export class DataSet {
  private readonly rows: Record<DataSetTable, Values[]> = {
    SUBMISSION: [],
    REPORTINGOWNER: [],
    NONDERIV_TRANS: [],
    NONDERIV_HOLDING: [],
    DERIV_TRANS: [],
    DERIV_HOLDING: [],
    FOOTNOTES: [],
    OWNER_SIGNATURE: [],
  };

  /**
   * Adds a filing.
   * @param accession what ties its rows together, where its text does not say its accession number itself
   * @returns true where the text says it
   */
  add(filing: Filing, accession = ''): boolean {
    const said = submissionHeader(filing).accessionNumber;
    const ACCESSION_NUMBER = said || accession;
    const put = (table: DataSetTable, values: Values): number => this.rows[table].push({ ACCESSION_NUMBER, ...values });
    put('SUBMISSION', submission(filing));
    filing.reportingOwners.forEach((owner, at) => put('REPORTINGOWNER', ownerValues(filing, owner, at)));
    const ids = new FootnoteIds(filing);
    const rows: readonly Row[] = [...filing.nonDerivativeTable.rows, ...filing.derivativeTable.rows];
    for (const row of rows) {
      const table = tableOf(row);
      put(table, { [`${table}_SK`]: String(this.rows[table].length + 1), ...rowValues(filing, row, ids) });
    }
    filing.footnotes.list.forEach(({ text }, at) =>
      put('FOOTNOTES', { FOOTNOTE_ID: ids.ofNote(at), FOOTNOTE_TXT: text }),
    );
    for (const { signatureName, signatureDate } of filing.ownerSignatures)
      put('OWNER_SIGNATURE', { OWNERSIGNATURENAME: signatureName.value ?? '', OWNERSIGNATUREDATE: day(signatureDate) });
    return said !== '';
  }

  /** One table with its header line. */
  write(table: DataSetTable, style: 'tsv' | 'csv'): string {
    const columns: readonly string[] = DATA_SET[table];
    const line = style === 'tsv' ? tabbed : separated;
    return [columns, ...this.rows[table].map((row) => columns.map((column) => row[column] ?? ''))].map(line).join('');
  }
}

/** As the SEC's files: nothing quoted, so a tab or a line end inside a value becomes a blank. */
const tabbed = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/[\t\r\n]/g, ' ')).join('\t') + '\n';

/**
 * RFC 4180. A spreadsheet takes a cell that begins with =, +, - or @ for a formula: words that do get an apostrophe before
 * them. Numbers of a filing are never negative, so none is changed by it.
 */
export const separated = (cells: readonly string[]): string => cells.map(quoted).join(',') + '\r\n';
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function tableOf(row: Row): 'NONDERIV_TRANS' | 'NONDERIV_HOLDING' | 'DERIV_TRANS' | 'DERIV_HOLDING' {
  const transaction = row.kind === 'transaction';
  if (row.table === 'derivativeTable') return transaction ? 'DERIV_TRANS' : 'DERIV_HOLDING';
  return transaction ? 'NONDERIV_TRANS' : 'NONDERIV_HOLDING';
}

function submission(filing: Filing): Values {
  const { issuer, aff10b5One, notSubjectToSection16 } = filing;
  const [year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(submissionHeader(filing).filed)?.slice(1) ?? [];
  return {
    FILING_DATE: date === undefined ? '' : `${date}-${MONTHS[Number(month) - 1] ?? month}-${year}`,
    PERIOD_OF_REPORT: day(filing.periodOfReport),
    DATE_OF_ORIG_SUB: day(filing.dateOfOriginalSubmission),
    NOT_SUBJECT_SEC16: flag(notSubjectToSection16?.checked),
    DOCUMENT_TYPE: filing.documentType,
    ISSUERCIK: unprintedOf(filing)?.issuerCik ?? '',
    ISSUERNAME: issuer.issuerName.value ?? '',
    ISSUERTRADINGSYMBOL: issuer.issuerTradingSymbol.value ?? '',
    REMARKS: filing.remarks?.value ?? '',
    AFF10B5ONE: flag(aff10b5One?.checked),
  };
}

function ownerValues(filing: Filing, owner: ReportingOwner, at: number): Values {
  const known = unprintedOf(filing)?.owners[at];
  const { street = '', place = '', whole } = addressOf(filing, at);
  const parts = placeOf(place);
  const [street1, street2] = streetLines(street, 40) ?? [street, ''];
  const of = (name: string, printed: string): string => (known ? (known.address.get(name) ?? '') : printed);
  const relationships = [
    [owner.isDirector, 'Director'],
    [owner.isOfficer, 'Officer'],
    [owner.isTenPercentOwner, 'TenPercentOwner'],
    [owner.isOther, 'Other'],
  ] as const;
  return {
    RPTOWNERCIK: known?.cik ?? '',
    RPTOWNERNAME: owner.rptOwnerName.value ?? '',
    RPTOWNER_RELATIONSHIP: relationships.flatMap(([is, name]) => (is ? [name] : [])).join(','),
    RPTOWNER_TITLE: owner.officerTitle?.value ?? '',
    RPTOWNER_TXT: owner.otherText?.value ?? '',
    RPTOWNER_STREET1: of('rptOwnerStreet1', whole ?? street1),
    RPTOWNER_STREET2: of('rptOwnerStreet2', street2),
    RPTOWNER_CITY: of('rptOwnerCity', parts?.city ?? place),
    RPTOWNER_STATE: of('rptOwnerState', parts?.state ?? ''),
    RPTOWNER_ZIPCODE: of('rptOwnerZipCode', parts?.zip ?? ''),
    RPTOWNER_STATE_DESC: of('rptOwnerStateDescription', ''),
  };
}

function rowValues(filing: Filing, row: Row, ids: FootnoteIds): Values {
  const { transactionCode: code, transactionFormType: v } = row;
  const values: Values = {};
  const idsOf = ({ markers }: Cell<unknown>): string =>
    markers.map((marker) => ids.ofMarker(marker) ?? marker.label).join(', ');
  const set = (name: string, value: string, cell: Cell<unknown>): void => {
    values[name] = value;
    values[`${name}_FN`] = idsOf(cell);
  };
  const amount = (shares: string, dollars: string, cell: NumberCell): void =>
    set(cell.dollars ? dollars : shares, number(cell), cell);
  set('SECURITY_TITLE', row.securityTitle.value ?? '', row.securityTitle);
  if (row.kind === 'transaction') {
    set('TRANS_DATE', day(row.transactionDate), row.transactionDate);
    set('DEEMED_EXECUTION_DATE', day(row.deemedExecutionDate), row.deemedExecutionDate);
    values.TRANS_FORM_TYPE = isVoluntary(row) ? '5' : '4';
    values.TRANS_CODE = code.value ?? '';
    values.EQUITY_SWAP_INVOLVED = code.equitySwapInvolved ? '1' : '0';
    values.EQUITY_SWAP_TRANS_CD_FN = idsOf({ ...code, markers: [...code.markers, ...v.markers] });
    values.TRANS_TIMELINESS = unprintedOf(filing)?.timeliness[row.table][row.index] ?? '';
    amount('TRANS_SHARES', 'TRANS_TOTAL_VALUE', row.transactionShares);
    set('TRANS_PRICEPERSHARE', number(row.transactionPricePerShare), row.transactionPricePerShare);
    const side = row.transactionAcquiredDisposedCode;
    set('TRANS_ACQUIRED_DISP_CD', side.value ?? '', side);
  }
  if (row.table === 'derivativeTable') {
    set('CONV_EXERCISE_PRICE', number(row.conversionOrExercisePrice), row.conversionOrExercisePrice);
    const exercise = row.kind === 'transaction' ? 'EXCERCISE_DATE' : 'EXERCISE_DATE';
    set(exercise, day(row.exerciseDate), row.exerciseDate);
    set('EXPIRATION_DATE', day(row.expirationDate), row.expirationDate);
    set('UNDLYNG_SEC_TITLE', row.underlyingSecurityTitle.value ?? '', row.underlyingSecurityTitle);
    amount('UNDLYNG_SEC_SHARES', 'UNDLYNG_SEC_VALUE', row.underlyingSecurityShares);
  }
  amount('SHRS_OWND_FOLWNG_TRANS', 'VALU_OWND_FOLWNG_TRANS', row.sharesOwnedFollowingTransaction);
  set('DIRECT_INDIRECT_OWNERSHIP', row.directOrIndirectOwnership.value ?? '', row.directOrIndirectOwnership);
  set('NATURE_OF_OWNERSHIP', row.natureOfOwnership.value ?? '', row.natureOfOwnership);
  return values;
}

const number = ({ value }: NumberCell): string => (value ? plain(value) : '');
const flag = (yes: boolean | undefined): string => (yes === undefined ? '' : yes ? '1' : '0');

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

function day({ value }: DateCell): string {
  return value === undefined ? '' : dataSetDate(value);
}

/** 07-MAR-2023. */
function dataSetDate(value: Day): string {
  const { year, month, dayOfMonth } = partsOf(value);
  return `${String(dayOfMonth).padStart(2, '0')}-${MONTHS[month - 1]}-${String(year).padStart(4, '0')}`;
}
