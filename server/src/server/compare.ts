/** `form4/compareWithBefore`: what a filing says otherwise than the one before it, among those that the client has. */
import type { Filing } from '../filing/model';
import { lastOf } from '../ledger/checks/check';
import { compareFilings } from '../ledger/compare/compare';
import { comparisonAsMarkdown } from '../ledger/compare/words';
import { entryOf } from '../ledger/entryOf';
import { Shelf } from '../ledger/shelf';
import type { CompareParams, Received } from '../protocol';
import { createFormService } from '../service/formService';
import { shownPath } from '../text/uris';
import type { Snapshot } from './snapshot';

/** More are not looked at: a folder of the filings of one person has fewer. */
const MOST_OTHERS = 1000;

const { read } = createFormService();

/** The page in Markdown; null where no other filing of the same person at the same company was made before this one. */
export function comparedWithBefore(
  { filings: [filing], text }: Snapshot,
  { textDocument: { uri }, name, others }: Received<CompareParams, 'textDocument'>,
): string | null {
  if (!filing || !Array.isArray(others)) return null;
  const own = typeof name === 'string' ? name : shownPath(uri);
  const known = new Map<string, Filing>();
  const entries = (others as readonly Partial<CompareParams['others'][number]>[])
    .slice(0, MOST_OTHERS)
    .flatMap((other) => {
      if (typeof other.text !== 'string' || typeof other.name !== 'string' || other.text === text) return [];
      // The file of this document is not before itself, whatever has been changed since it was saved.
      if (other.name === own) return [];
      const path = other.name;
      return read(other.text).map((one) => {
        const number = one.part?.number;
        const entry = entryOf(one, { path, ...(number !== undefined && { filing: number }) });
        known.set(entry.key, one);
        return entry;
      });
    });
  const [past] = new Shelf(entries).pastsOf(entryOf(filing, { path: own }));
  const before = past && lastOf(past);
  if (!before) return null;
  return comparisonAsMarkdown(compareFilings(known.get(before.key)!, filing), [before.source.path, own]);
}
