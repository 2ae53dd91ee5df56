/** The outline of a filing, as an editor lists it and shows it above the text. */
import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import { visible } from '../text/visible';
import { outline, type Part } from './outline';

/** More children than this of one part are counted, not listed. */
export const MOST_CHILDREN = 5000;

const KIND: Record<Part['kind'], SymbolKind> = {
  box: 8, // field
  table: 23, // struct
  transaction: 24, // event
  holding: 14, // constant
  notes: 3, // namespace
  note: 15, // string
  remarks: 15,
  signature: 20, // key
};

/** Boxes, tables with rows, notes and signatures, one within the other. */
export function documentSymbol(filing: Filing): DocumentSymbol[] {
  return outline(filing).map((part) => symbolOf(filing, part));
}

/** Of a text with several filings each is a root of its own; of one filing the parts are. */
export function documentSymbols(filings: readonly Filing[]): DocumentSymbol[] {
  return filings.flatMap((filing) => (filing.part ? [rootOf(filing, filing.part)] : documentSymbol(filing)));
}

function rootOf(filing: Filing, { number, span }: NonNullable<Filing['part']>): DocumentSymbol {
  const [owner] = filing.reportingOwners;
  const names = [owner?.rptOwnerName.value, filing.issuer.issuerName.value].filter((name) => name !== undefined);
  return {
    name: `Filing ${number}`,
    ...(names.length > 0 ? { detail: visible(names.join(', ')) } : {}),
    kind: 1, // file
    range: filing.lines.range(span),
    selectionRange: filing.lines.range({ start: span.start, end: span.start }),
    children: documentSymbol(filing),
  };
}

/** The same in one list, for clients that know no other. */
export function flatSymbols(filing: Filing, uri: string): SymbolInformation[] {
  const flat = (
    { name, kind, selectionRange, children }: DocumentSymbol,
    containerName?: string,
  ): SymbolInformation[] => [
    { name, kind, location: { uri, range: selectionRange }, ...(containerName === undefined ? {} : { containerName }) },
    ...(children ?? []).flatMap((child) => flat(child, name)),
  ];
  return documentSymbol(filing).flatMap((symbol) => flat(symbol));
}

function symbolOf(filing: Filing, part: Part): DocumentSymbol {
  const { lines } = filing;
  const children = part.children.slice(0, MOST_CHILDREN).map((child) => symbolOf(filing, child));
  const next = part.children[MOST_CHILDREN];
  if (next) {
    const range = lines.range(next.span);
    const left = part.children.length - MOST_CHILDREN;
    children.push({ name: `${left} more, not listed`, kind: KIND[next.kind], range, selectionRange: range });
  }
  return {
    name: part.name,
    ...(part.detail === '' ? {} : { detail: part.detail }),
    kind: KIND[part.kind],
    range: lines.range(part.span),
    selectionRange: lines.range(part.selection),
    ...(children.length > 0 ? { children } : {}),
  };
}
