/** CIKs and accession numbers of EDGAR's own files, as links to sec.gov. They are words: nothing is loaded. */
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { LAYOUTS } from '../facts/layouts';
import type { Filing } from '../filing/model';
import type { Span } from '../text/span';

/** More than this helps nobody. */
const MOST_LINKS = 500;

/** `<issuerCik>0009999901<`, `CENTRAL INDEX KEY:  0009999901`, `ACCESSION NUMBER: 0009999902-22-000007`. */
const NUMBERS =
  /(?:<(?:issuerCik|rptOwnerCik)>\s{0,20}|\bCENTRAL INDEX KEY:[ \t]{0,40})(\d{1,10})(?!\d)|\bACCESSION NUMBER:[ \t]{0,40}(\d{10}-\d{2}-\d{6})(?![\d-])/g;

/** Links in EDGAR's submissions and XML; other layouts carry no such numbers. The addresses are built of digits alone. */
export function documentLink(filing: Filing): DocumentLink[] {
  if (!isEdgarXml(filing)) return [];
  const { text, lines } = filing;
  const found: { span: Span; cik?: string; accession?: string }[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    const end = match.index + match[0].length;
    const [, cik, accession] = match;
    found.push({ span: { start: end - (cik ?? accession)!.length, end }, cik, accession });
    if (found.length === MOST_LINKS) break;
  }
  // EDGAR keeps a filing under each CIK that it is about: any one of them leads to it.
  const any = found.find(({ cik }) => cik !== undefined && Number(cik) > 0)?.cik;
  return found.flatMap(({ span, cik, accession }) => {
    const target = accession === undefined ? entity(cik!) : any && filingIndex(any, accession);
    if (target === undefined) return [];
    const tooltip = accession === undefined ? 'The filings of this CIK on sec.gov' : 'This filing on sec.gov';
    return [{ range: lines.range(span), target, tooltip }];
  });
}

const entity = (cik: string): string | undefined =>
  Number(cik) > 0
    ? `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${cik.padStart(10, '0')}&type=4&owner=include`
    : undefined;

const filingIndex = (cik: string, accession: string): string =>
  `https://www.sec.gov/Archives/edgar/data/${Number(cik)}/${accession.replaceAll('-', '')}/${accession}-index.htm`;

/** True where the text carries EDGAR's numbers. */
export const isEdgarXml = ({ layout }: Filing): boolean => LAYOUTS[layout].cells === 'xml';
