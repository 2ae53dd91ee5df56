/** Owner, issuer, ticker and file name of every filing that is open. */
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
): SymbolInformation[] {
  const letters = query.toLowerCase().replace(/\s+/g, '');
  const symbols: SymbolInformation[] = [];
  for (const { uri, filings } of texts) {
    const file = fileName(uri);
    const add = ({ lines, part }: Filing, name: string, kind: SymbolKind, cell?: Cell<unknown>): void => {
      if (name === '' || !follows(name.toLowerCase(), letters) || symbols.length === MOST_SYMBOLS) return;
      const range = lines.range(cell?.span ?? { start: 0, end: 0 });
      const containerName = part && cell ? `${file}, filing ${part.number}` : file;
      symbols.push({ name: visible(name), kind, location: { uri, range }, containerName });
    };
    for (const filing of filings) {
      const { issuerName, issuerTradingSymbol } = filing.issuer;
      for (const { rptOwnerName } of filing.reportingOwners) add(filing, rptOwnerName.value ?? '', CLASS, rptOwnerName);
      add(filing, issuerName.value ?? '', MODULE, issuerName);
      add(filing, issuerTradingSymbol.value ?? '', CONSTANT, issuerTradingSymbol);
    }
    add(filings[0]!, file, FILE);
  }
  return symbols;
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
