/**
 * Filing → EDGAR ownership XML. Source: EDGAR Ownership XML Technical Specification v5.5, 3.2 to 3.5: elements, their
 * order, what is required. What the filing does not have is never made up: it is marked where it belongs, and listed.
 */
import { ADDRESS, MOST_NOTE_CHARACTERS, MOST_NOTES } from '../facts/limits';
import type { Filing, ReadPart, ReportingOwner, Row } from '../filing/model';
import { PART_NAMES } from '../filing/howRead';
import { addressOf, placeOf, streetLines } from './address';
import { CellWriter } from './edgarCells';
import { RowWriter } from './edgarRows';
import { unprintedOf, type Unprinted, type UnprintedOwner } from './unprinted';
import { XmlPage, type Gap } from './xmlPage';

export type { Gap } from './xmlPage';

/** The versions of the schema that can be written; X0609 has fields for foreign issuers and addresses. */
export const SCHEMAS = ['X0508', 'X0609'] as const;
export type Schema = (typeof SCHEMAS)[number];

export interface OwnershipXml {
  readonly xml: string;
  /** What a person has to fill in or look at before EDGAR's schema takes the file, in the order of the file. */
  readonly gaps: readonly Gap[];
}

/** The elements that hold what may not have been read, where they have other names than the parts of a filing. */
const ELEMENTS: Partial<Record<ReadPart, string>> = {
  reportingOwners: 'reportingOwner',
  ownerSignatures: 'ownerSignature',
};

const CIK = 'a CIK, up to ten digits';
const NOT_PRINTED = 'The printed form does not have it';

/** Writes the whole ownershipDocument, with a line end at its end. */
export function writeOwnershipXml(filing: Filing, schema: Schema): OwnershipXml {
  const page = new XmlPage();
  const writer = new DocumentWriter(filing, schema, page);
  page.element('ownershipDocument', () => writer.write());
  return { xml: page.text, gaps: page.gaps };
}

class DocumentWriter {
  private readonly cells: CellWriter;
  private readonly unprinted: Unprinted | undefined;

  constructor(
    private readonly filing: Filing,
    private readonly schema: Schema,
    private readonly page: XmlPage,
  ) {
    this.cells = new CellWriter(page, filing);
    this.unprinted = unprintedOf(filing);
  }

  write(): void {
    const { filing, page, cells } = this;
    page.words('schemaVersion', this.schema);
    page.words('documentType', filing.documentType);
    for (const { part, lines } of filing.unread) {
      const why = lines > 0 ? `${lines} of its lines could not be read` : 'Not all of it could be read';
      page.check(ELEMENTS[part] ?? part, `${PART_NAMES[part]}, with the text that this was made from`, why);
    }
    cells.plainDate('periodOfReport', filing.periodOfReport, 'box 3, the date of the earliest transaction');
    if (filing.documentType === '4/A')
      cells.plainDate(
        'dateOfOriginalSubmission',
        filing.dateOfOriginalSubmission,
        'box 4, when the original was filed',
      );
    if (filing.notSubjectToSection16) page.words('notSubjectToSection16', flag(filing.notSubjectToSection16.checked));
    page.element('issuer', () => this.issuer());
    if (filing.reportingOwners.length === 0)
      page.missing('reportingOwner', 'who reports', 'The text does not have box 1', 'none');
    filing.reportingOwners.forEach((owner, at) => page.element('reportingOwner', () => this.owner(owner, at)));
    if (filing.aff10b5One) page.words('aff10b5One', flag(filing.aff10b5One.checked));
    else
      page.missing(
        'aff10b5One',
        '1 where a transaction was made under a plan that is meant to satisfy Rule 10b5-1(c), else 0',
        'The text does not have the box',
        'none',
      );
    this.tables();
    this.footnotes();
    if (filing.remarks?.value !== undefined) cells.plainText('remarks', filing.remarks, 'the remarks', 'remarks');
    this.signatures();
  }

  private issuer(): void {
    const { cells, page, unprinted, filing } = this;
    this.cik('issuerCik', unprinted?.issuerCik);
    cells.plainText('issuerName', filing.issuer.issuerName, 'the issuer’s name', 'issuerName');
    const symbol = 'the trading symbol, or NONE';
    cells.plainText('issuerTradingSymbol', filing.issuer.issuerTradingSymbol, symbol, 'issuerTradingSymbol');
    const foreign = unprinted?.issuerForeignTradingSymbol ?? '';
    if (this.schema === 'X0609' && foreign !== '') page.words('issuerForeignTradingSymbol', foreign);
  }

  private cik(name: string, known: string | undefined): void {
    if (known) this.page.words(name, known);
    else this.page.missing(name, CIK, NOT_PRINTED);
  }

  private owner(owner: ReportingOwner, at: number): void {
    const { cells, page } = this;
    const known = this.unprinted?.owners[at];
    page.element('reportingOwnerId', () => {
      this.cik('rptOwnerCik', known?.cik);
      cells.plainText('rptOwnerName', owner.rptOwnerName, 'the reporting person’s name', 'rptOwnerName');
    });
    page.element('reportingOwnerAddress', () => (known ? this.knownAddress(known) : this.printedAddress(at)));
    page.element('reportingOwnerRelationship', () => this.relationship(owner));
  }

  private knownAddress({ address }: UnprintedOwner): void {
    for (const [name, words] of address)
      if (this.schema === 'X0609' || !ONLY_X0609.has(name)) this.page.words(name, words);
    for (const name of ['rptOwnerStreet1', 'rptOwnerCity'])
      if (!address.has(name)) this.page.missing(name, 'the address', 'The source leaves it blank');
  }

  private printedAddress(at: number): void {
    const { page } = this;
    const { street = '', place = '', whole } = addressOf(this.filing, at);
    const parts = placeOf(whole ?? place);
    const said = whole ?? place;
    const absent =
      said === '' ? 'The text does not have it' : `The text says "${said}", and nothing tells where it begins`;
    if (this.schema === 'X0609' && parts) page.words('rptOwnerNonUSAddressFlag', '0');
    this.street(street, absent);
    if (parts && whole === undefined) page.words('rptOwnerCity', parts.city);
    else page.missing('rptOwnerCity', `the city, up to ${ADDRESS.city} characters`, absent);
    if (parts) page.words('rptOwnerState', parts.state);
    else page.missing('rptOwnerState', 'EDGAR’s two-letter code of the state or country', absent);
    if (parts) page.words('rptOwnerZipCode', parts.zip);
    else page.missing('rptOwnerZipCode', 'the zip or postal code, up to ten characters', absent);
  }

  private street(street: string, absent: string): void {
    const { page } = this;
    if (street === '') return page.missing('rptOwnerStreet1', `the street, up to ${ADDRESS.street} characters`, absent);
    const lines = streetLines(street, ADDRESS.street);
    const ask = `a street of two lines, each of at most ${ADDRESS.street} characters`;
    if (!lines || lines[1] !== '')
      page.check('rptOwnerStreet1', ask, `The text has ${street.length} characters on one line`);
    page.words('rptOwnerStreet1', lines?.[0] ?? street);
    if (lines?.[1]) page.words('rptOwnerStreet2', lines[1]);
  }

  private relationship(owner: ReportingOwner): void {
    const { page, cells } = this;
    const { isDirector, isOfficer, isTenPercentOwner, isOther } = owner;
    if (!isDirector && !isOfficer && !isTenPercentOwner && !isOther)
      page.check('isDirector', 'at least one of the four relationships', 'The text ticks none of box 5');
    page.words('isDirector', flag(isDirector));
    page.words('isOfficer', flag(isOfficer));
    page.words('isTenPercentOwner', flag(isTenPercentOwner));
    page.words('isOther', flag(isOther));
    if (owner.officerTitle?.value !== undefined || isOfficer)
      cells.plainText('officerTitle', owner.officerTitle, 'the officer’s title', 'officerTitle');
    if (owner.otherText?.value !== undefined || isOther)
      cells.plainText('otherText', owner.otherText, 'what the relationship is', 'otherText');
  }

  private tables(): void {
    const { filing, unprinted } = this;
    const rows = new RowWriter(this.cells, filing, (row) => unprinted?.timeliness[row.table][row.index] ?? '');
    const table = (name: Row['table'], all: readonly Row[]): void => {
      if (all.length > 0) this.page.element(name, () => all.forEach((row) => rows.write(row)));
    };
    table('nonDerivativeTable', filing.nonDerivativeTable.rows);
    table('derivativeTable', filing.derivativeTable.rows);
  }

  private footnotes(): void {
    const { page, cells } = this;
    const { list } = this.filing.footnotes;
    if (list.length === 0) return;
    const seen = new Set<string>();
    page.element('footnotes', () =>
      list.forEach(({ text, number, label }, at) => {
        const id = cells.idOf(at);
        const outOfRange = number !== undefined && (number < 1 || number > MOST_NOTES);
        if (number === undefined)
          page.check('footnote', 'a number', `The text calls it (${label}); it is written as ${id}`);
        if (outOfRange || seen.has(id))
          page.check('footnote', `a number from 1 to ${MOST_NOTES} of its own`, `The text has ${number}`);
        else if (!cells.cited.has(id))
          page.check('footnote', 'a footnote that a cell cites', 'No cell of the text does');
        if (text.length > MOST_NOTE_CHARACTERS)
          page.check('footnote', `at most ${MOST_NOTE_CHARACTERS} characters`, `The text has ${text.length}`);
        seen.add(id);
        if (text === '')
          page.missing('footnote', 'the footnote’s words', `Footnote ${id} of the text is blank`, 'none');
        page.words('footnote', text, ` id="${id}"`);
      }),
    );
  }

  private signatures(): void {
    const { page, cells, filing } = this;
    if (filing.ownerSignatures.length === 0)
      page.missing('ownerSignature', 'who signed, and when', 'The text has no signature', 'none');
    for (const { signatureName, signatureDate } of filing.ownerSignatures)
      page.element('ownerSignature', () => {
        cells.plainText('signatureName', signatureName, 'who signed', 'signatureName');
        cells.plainDate('signatureDate', signatureDate, 'when it was signed');
      });
  }
}

const flag = (yes: boolean): string => (yes ? '1' : '0');
const ONLY_X0609 = new Set(['rptOwnerNonUSAddressFlag', 'rptOwnerNonUSStateTerritory', 'rptOwnerCountry']);
