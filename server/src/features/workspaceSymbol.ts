/** Owner, issuer, ticker and file name of filings. */
import type { SymbolInformation, SymbolKind } from 'vscode-languageserver-protocol';
import type { Cell, Filing } from '../filing/model';
import { visible } from '../text/visible';

/** More than this helps nobody. */
const MOST_SYMBOLS = 500;

const FILE: SymbolKind = 1;
const MODULE: SymbolKind = 2;
const CLASS: SymbolKind = 5;
const CONSTANT: SymbolKind = 14;

/** The symbols in which the letters of `query` stand in this order, whatever their case; all of them where it is ''. */
export function workspaceSymbol(
  texts: Iterable<{ readonly uri: string; readonly filings: readonly Filing[] }>,
  query: string,
  others: Iterable<readonly SymbolInformation[]> = [],
): SymbolInformation[] {
  const letters = query.toLowerCase().replace(/\s+/g, '');
  const found: SymbolInformation[] = [];
  const add = (symbols: readonly SymbolInformation[]): void => {
    for (const symbol of symbols)
      if (found.length < MOST_SYMBOLS && follows(symbol.name.toLowerCase(), letters)) found.push(symbol);
  };
  for (const { uri, filings } of texts) add(symbolsIn(uri, filings));
  for (const symbols of others) add(symbols);
  return found;
}

/** Every owner, issuer and ticker of a text, and its file. */
export function symbolsIn(uri: string, filings: readonly Filing[]): SymbolInformation[] {
  const file = fileName(uri);
  const symbolOf = (
    { lines, part }: Filing,
    name: string,
    kind: SymbolKind,
    cell?: Cell<unknown>,
  ): SymbolInformation[] => {
    if (name === '') return [];
    const range = lines.range(cell?.span ?? { start: 0, end: 0 });
    const containerName = part && cell ? `${file}, filing ${part.number}` : file;
    return [{ name: visible(name), kind, location: { uri, range }, containerName }];
  };
  return [
    ...filings.flatMap((filing) => {
      const { issuerName, issuerTradingSymbol } = filing.issuer;
      return [
        ...filing.reportingOwners.flatMap(({ rptOwnerName: name }) => symbolOf(filing, name.value ?? '', CLASS, name)),
        ...symbolOf(filing, issuerName.value ?? '', MODULE, issuerName),
        ...symbolOf(filing, issuerTradingSymbol.value ?? '', CONSTANT, issuerTradingSymbol),
      ];
    }),
    ...symbolOf(filings[0]!, file, FILE),
  ];
}

function follows(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
