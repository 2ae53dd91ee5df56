/**
 * The form as text, in the one layout that all texts of it are brought to: the printed form's own words, a blank line
 * between its parts, each table as its layout writes it. What the filing says is written as it was read: nothing is put
 * right, and what could not be read is named at its head, so that nobody takes it for all there was.
 */
import { unreadMark } from '../filing/howRead';
import type { Filing, Footnotes, ReportingOwner } from '../filing/model';
import { addressOf } from './address';
import type { FormTable } from './printedForm/model';
import { formTable } from './printedForm/tables';
import { EXIT_BOX, FILED_PURSUANT, LEGEND, PLAN_BOX, ROLES } from './printedForm/words';
import { printedDate } from './words';

/** Writes a table below its title: its headings and its rows, a line each. */
export type TableWriter = (table: FormTable) => readonly string[];

const OMB = ['OMB APPROVAL\t', 'OMB Number:\t3235-0287', 'Estimated average burden hours per response:\t0.5'];
const TICK = '<input checked="" type="checkbox"/>';
/** Writes the whole form, with a line end at its end. */
export function writePage(filing: Filing, tableLines: TableWriter): string {
  const tables = (['nonDerivativeTable', 'derivativeTable'] as const).map((name) => formTable(filing, name));
  const mark = unreadMark(filing);
  const paragraphs = [
    ...(mark === undefined ? [] : [mark]),
    OMB.join('\n'),
    'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
    ticked(filing.notSubjectToSection16?.checked, EXIT_BOX),
    ...(filing.aff10b5One ? [ticked(filing.aff10b5One.checked, PLAN_BOX)] : []),
    FILED_PURSUANT,
    ...boxes(filing, starOf(tables)),
    ...tables.flatMap((table) => [table.title, tableLines(table).join('\n')]),
    ...notes(filing.footnotes),
    ...remarks(filing),
    ...signatures(filing),
    '\\*\\* Signature of Reporting Person Date',
    ...LEGEND.map((line) => line.replaceAll('*', '\\*')),
  ];
  return paragraphs.filter((one) => one !== '').join('\n\n') + '\n';
}

const filled = (...words: readonly string[]): string => words.filter((one) => one !== '').join(' ');
const ticked = (checked: boolean | undefined, words: string): string => (checked ? `${TICK} ${words}` : words);

/**
 * Words that the reader takes for what they are. A backslash before markup would be read as an escape, so it gets one of
 * its own; what would be read as the end of a line or as a reference to a character is written as words.
 */
export const guarded = (words: string): string =>
  words
    .replace(/\\(?=[$*_#|[\]<>])|<(?=br ?\/?>)/gi, '\\$&')
    .replace(/&(?=(?:[a-z]{2,4}|#x?[\da-f]{2,7});)/gi, '&amp;');

/**
 * The star of box 1. Where no footnote is cited and a cell ends in "(1)", it is written as markup: the text is then one
 * that cites with tags, and the "(1)" stays words.
 */
function starOf(tables: readonly FormTable[]): string {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const cites = cells.some(({ markers }) => markers !== undefined);
  return !cites && cells.some(({ words }) => /[([]\d{1,2}[)\]]$/.test(words)) ? '<sup>*</sup>' : '*';
}

function boxes(filing: Filing, star: string): string[] {
  const { issuer, reportingOwners, periodOfReport, dateOfOriginalSubmission } = filing;
  const symbol = issuer.issuerTradingSymbol.value;
  const company = guarded(issuer.issuerName.value ?? '');
  // Without a symbol, a bracket in the name would begin one.
  const bracketed = symbol !== undefined || company.includes('[');
  const box2 = bracketed ? filled(company, `[ ${guarded(symbol ?? '')} ]`) : company;
  const dated = (label: string, cell: typeof periodOfReport): string =>
    filled(label, underlined(printedDate(filing, cell)));
  const [first, ...others] = reportingOwners;
  const box5 = '5. Relationship of Reporting Person(s) to Issuer (Check all applicable)';
  return [
    [
      [
        box1(filing, 0, star),
        filled('2. Issuer Name and Ticker or Trading Symbol', underlined(box2)),
        ...(first?.relationship ? [filled(box5, relationship(first))] : []),
      ].join('\t'),
      `\t${dated('3. Date of Earliest Transaction (Month/Day/Year)', periodOfReport)}\t`,
      `\t${dated('4. If Amendment, Date of Original Filed (Month/Day/Year)', dateOfOriginalSubmission)}\t`,
    ].join('\n'),
    ...others.map((owner, at) =>
      [
        box1(filing, at + 1, star),
        ...(owner.relationship ? [`Relationship of Reporting Person(s) to Issuer ${relationship(owner)}`] : []),
      ].join('\t'),
    ),
  ];
}

const underlined = (words: string): string => (words === '' ? '' : `<u>${words}</u>`);

function box1(filing: Filing, at: number, star: string): string {
  const owner = filing.reportingOwners[at];
  if (!owner) return '';
  const { street, place, whole } = addressOf(filing, at);
  const label = `1. Name and Address of Reporting Person${star}`;
  const person = filled(label, underlined(guarded(owner.rptOwnerName.value ?? '')));
  const address =
    whole === undefined
      ? `${guarded(street ?? '')}  (Street) ${guarded(place ?? '')}  (City) (State) (Zip)`
      : guarded(whole);
  return `${person}  (Last) (First) (Middle) ${address}`;
}

function relationship(owner: ReportingOwner): string {
  const texts = [owner.officerTitle, owner.otherText].map((cell) => underlined(guarded(cell?.value ?? '')));
  return filled(
    ticked(owner.isDirector, ROLES[0]),
    ticked(owner.isTenPercentOwner, ROLES[1]),
    ticked(owner.isOfficer, ROLES[2]),
    ticked(owner.isOther, ROLES[3]),
    ...texts,
  );
}

/** The list with the labels of its own style; notes of the XML are numbered. */
function notes({ heading, style, list }: Footnotes): string[] {
  const lines = list.map(({ number, label, text }) => {
    const name = number === undefined ? label : String(number);
    const lead = style === 'bullet' ? '-' : style === 'parentheses' ? `(${name})` : `${name}.`;
    return filled(lead, guarded(text));
  });
  return heading || list.length > 0 ? ['Explanation of Responses:', lines.join('\n')] : [];
}

/** Remarks that end as a signature does stand on the line of their heading, where no signature does. */
function remarks({ remarks: cell }: Filing): string[] {
  if (cell?.value === undefined) return [];
  const words = guarded(cell.value);
  return /\/s\/|\d$/i.test(words) ? [`Remarks: ${words}`] : ['Remarks:', words];
}

/** Each on a line that ends with its date. Where one has none, each says what it is, so that no two are taken for one. */
function signatures(filing: Filing): string[] {
  const { ownerSignatures } = filing;
  const undated = ownerSignatures.some(({ signatureDate }) => signatureDate.raw === '');
  return ownerSignatures.map(({ signatureName, signatureDate }) => {
    const line = filled(guarded(signatureName.value ?? ''), printedDate(filing, signatureDate));
    return undated ? `Signature:\n${line}` : line;
  });
}
