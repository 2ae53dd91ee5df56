/** What an ownership XML or a submission says that the printed form does not, and the model therefore does not hold. */
import { perFiling } from '../filing/memo';
import type { Filing } from '../filing/model';
import { child, childrenNamed, unescapeXml, type XmlElement } from '../text/xml';

export interface UnprintedOwner {
  readonly cik: string;
  /** The elements of the address by name, blank ones left out. */
  readonly address: ReadonlyMap<string, string>;
}

export interface Unprinted {
  readonly issuerCik: string;
  readonly issuerForeignTradingSymbol: string;
  /** In the order of the filing's owners. */
  readonly owners: readonly UnprintedOwner[];
  /** E or L of each row in the order of the filing's rows; '' where there is none. */
  readonly timeliness: { readonly nonDerivativeTable: readonly string[]; readonly derivativeTable: readonly string[] };
}

/** True where the filing's source is an ownership XML, alone or in a submission. */
export const isXml = ({ footnotes }: Filing): boolean => footnotes.style === 'xml';

/** Reads it from the source of the filing; undefined where the source is no XML. */
export const unprintedOf = perFiling((filing) => (isXml(filing) ? readUnprinted(filing) : undefined));

function readUnprinted(filing: Filing): Unprinted {
  const { text } = filing;
  const document = filing.xml?.document;
  const words = (parent: XmlElement | undefined, name: string): string => {
    const found = child(parent, name);
    const holder = child(found, 'value') ?? found;
    if (!holder || holder.children.length > 0) return '';
    return unescapeXml(text.slice(holder.content.start, holder.content.end)).replace(/\s+/g, ' ').trim();
  };
  const timeliness = (name: string): string[] =>
    (child(document, name)?.children ?? [])
      .filter((row) => row.name.endsWith('Transaction') || row.name.endsWith('Holding'))
      .map((row) => words(row, 'transactionTimeliness'));
  const issuer = child(document, 'issuer');
  return {
    issuerCik: words(issuer, 'issuerCik'),
    issuerForeignTradingSymbol: words(issuer, 'issuerForeignTradingSymbol'),
    owners: childrenNamed(document, 'reportingOwner').map((owner) => {
      const address = child(owner, 'reportingOwnerAddress');
      const entries = (address?.children ?? []).map(({ name }) => [name, words(address, name)] as const);
      return {
        cik: words(child(owner, 'reportingOwnerId'), 'rptOwnerCik'),
        address: new Map(entries.filter(([, value]) => value !== '')),
      };
    }),
    timeliness: {
      nonDerivativeTable: timeliness('nonDerivativeTable'),
      derivativeTable: timeliness('derivativeTable'),
    },
  };
}

export interface SubmissionHeader {
  readonly accessionNumber: string;
  /** As the header has it, `20230309`. */
  readonly filed: string;
}

/** Accession number and filing date of the complete submission around a filing; '' where there is none. */
export function submissionHeader({ text, issuer }: Filing): SubmissionHeader {
  const from = text.lastIndexOf('ACCESSION NUMBER:', issuer.issuerName.span.start);
  const head = from < 0 ? '' : text.slice(from, from + 4096);
  return {
    accessionNumber: /^ACCESSION NUMBER:\s{1,9}(\d{10}-\d\d-\d{6})/.exec(head)?.[1] ?? '',
    filed: /FILED AS OF DATE:\s{1,9}(\d{8})/.exec(head)?.[1] ?? '',
  };
}
