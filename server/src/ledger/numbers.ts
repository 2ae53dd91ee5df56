/** The numbers that EDGAR gives to issuers and owners, wherever a text says them: XML, the header of a submission, a link. */
import type { Cell, Filing } from '../filing/model';
import { unprintedOf } from '../writers/unprinted';
import { cikOf, nameKey } from './parties';

export interface Numbers {
  readonly issuer: string | undefined;
  /** In the order of the filing's owners. */
  readonly owners: readonly (string | undefined)[];
}

/** How far from a name the link on it is looked for, in UTF-16 units. */
const REACH = 200;
/** `<a href="…?action=getcompany&CIK=0001234567">` right before a name, `[name](…CIK=0001234567)` around it. */
const LINK_BEFORE = /^CIK=(\d{1,10})[^<>]{0,80}>(?:<\w{1,9}>)?$/i;
const LINK_AROUND = /^\[([^\]]{1,200})\]\(([^()]{0,300})\)$/;
const IN_A_LINK = /CIK=(\d{1,10})/i;
const OWNER = /^(REPORTING-OWNER|ISSUER|SUBJECT COMPANY):/gm;
const CONFORMED = /COMPANY CONFORMED NAME:[ \t]{1,9}(.{1,150})/;
const NUMBER = /CENTRAL INDEX KEY:[ \t]{1,9}(\d{1,10})/;
/** The header of a submission is never longer, in UTF-16 units: ten owners with two addresses each. */
const HEADER = 24_000;

/** The CIK of the issuer and of each owner; undefined where the text does not say it. */
export function numbersOf(filing: Filing): Numbers {
  const known = unprintedOf(filing);
  if (known && cikOf(known.issuerCik) !== undefined)
    return {
      issuer: cikOf(known.issuerCik),
      owners: filing.reportingOwners.map((_, at) => cikOf(known.owners[at]?.cik)),
    };
  const header = headerNumbers(filing);
  const of = (cell: Cell<string>, numbers: ReadonlyMap<string, string>): string | undefined =>
    numbers.get(nameKey(cell.value ?? '')) ?? linked(filing, cell);
  return {
    issuer: header?.issuer ?? linked(filing, filing.issuer.issuerName),
    owners: filing.reportingOwners.map(
      ({ rptOwnerName }, at) =>
        of(rptOwnerName, header?.owners ?? NONE) ??
        (at === 0 && filing.reportingOwners.length === 1 ? header?.onlyOwner : undefined),
    ),
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

interface HeaderNumbers {
  issuer?: string;
  /** By the words of the name. */
  readonly owners: Map<string, string>;
  /** Where the header names one owner: the form may write the name in another way. */
  onlyOwner?: string;
}

function headerNumbers({ text, issuer }: Filing): HeaderNumbers | undefined {
  const start = issuer.issuerName.span.start;
  const from = text.lastIndexOf('ACCESSION NUMBER:', start);
  if (from < 0 || start - from > HEADER * 4) return undefined;
  const head = text.slice(from, Math.min(start, from + HEADER));
  const marks = [...head.matchAll(OWNER)];
  const found: HeaderNumbers = { owners: new Map() };
  marks.forEach((mark, at) => {
    const block = head.slice(mark.index, marks[at + 1]?.index ?? head.length);
    const cik = cikOf(NUMBER.exec(block)?.[1]);
    if (cik === undefined) return;
    if (mark[1] !== 'REPORTING-OWNER') found.issuer ??= cik;
    else found.owners.set(nameKey(CONFORMED.exec(block)?.[1] ?? ''), cik);
  });
  if (found.owners.size === 1) found.onlyOwner = [...found.owners.values()][0]!;
  return found;
}

function linked({ text }: Filing, { span, raw }: Cell<string>): string | undefined {
  if (raw === '') return undefined;
  const address = LINK_AROUND.exec(raw)?.[2];
  if (address !== undefined) return cikOf(IN_A_LINK.exec(address)?.[1]);
  // The reader may have taken the words of the link for the name.
  const behind = text.slice(span.end, span.end + REACH);
  if (text[span.start - 1] === '[' && behind.startsWith(']('))
    return cikOf(IN_A_LINK.exec(behind.slice(0, behind.indexOf(')') + 1))?.[1]);
  const near = text.slice(Math.max(0, span.start - REACH), span.start);
  return cikOf(LINK_BEFORE.exec(near.slice(Math.max(0, near.lastIndexOf('CIK='))))?.[1]);
}

/** A name without the link around it. */
export const withoutLink = (name: string): string => LINK_AROUND.exec(name)?.[1] ?? name;
