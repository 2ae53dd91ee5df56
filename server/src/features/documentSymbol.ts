/** The outline of a filing, as an editor lists it and shows it above the text. */
import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
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
