/** Two filings side by side: what changed in boxes, rows and notes, and what that does to what is held. */
import type { Filing, TableName } from '../../filing/model';
import { equals, type Decimal } from '../../text/decimal';
import { entryOf } from '../entryOf';
import { holdingsIn, type EntryHolding } from '../holdings';
import { compareBoxes, type BoxChange } from './boxes';
import { matchNotes, type NoteChange } from './notes';
import { compareRows, type RowChange } from './rows';

/** A holding of Table I that one filing leaves otherwise than the other. */
export interface HeldChange {
  readonly securityTitle: string;
  readonly directOrIndirectOwnership: string;
  readonly natureOfOwnership: string;
  /** Undefined where the filing has no such holding. */
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
}

export interface Comparison {
  readonly before: Filing;
  readonly after: Filing;
  readonly boxes: readonly BoxChange[];
  readonly rows: readonly RowChange[];
  readonly notes: readonly NoteChange[];
  readonly held: readonly HeldChange[];
  /** True where nothing that the form says differs; another layout or another way of writing a number is no difference. */
  readonly same: boolean;
}

const TABLES: readonly TableName[] = ['nonDerivativeTable', 'derivativeTable'];

/** Compares two filings of any layouts, the earlier one first. */
export function compareFilings(before: Filing, after: Filing): Comparison {
  const { origin, changes: notes } = matchNotes(before, after);
  const boxes = compareBoxes(before, after);
  const rows = TABLES.flatMap((table) => compareRows(before, after, table, origin));
  const same = boxes.length === 0 && rows.length === 0 && notes.length === 0;
  return { before, after, boxes, rows, notes, held: heldBetween(before, after), same };
}

/** The holdings that the filings leave otherwise, in the order of the later one; those that are gone come last. */
function heldBetween(before: Filing, after: Filing): HeldChange[] {
  const [one, other] = [holdingsOf(before), holdingsOf(after)];
  const origin = new Map<EntryHolding, EntryHolding>();
  const free = new Set(one);
  // Words and holder first; the note that says who holds it may have changed.
  for (const keyOf of [holderOf, wordsOf]) {
    const known = new Map<string, EntryHolding[]>();
    for (const holding of free) known.set(keyOf(holding), [...(known.get(keyOf(holding)) ?? []), holding]);
    for (const holding of other) {
      const from = origin.has(holding) ? undefined : known.get(keyOf(holding))?.shift();
      if (!from) continue;
      origin.set(holding, from);
      free.delete(from);
    }
  }
  const changes = [
    ...other.map((is) => ({ was: origin.get(is), is })),
    ...[...free].map((was) => ({ was, is: undefined })),
  ];
  return changes.flatMap(({ was, is }) => {
    const [from, to] = [was?.closings[0], is?.closings[0]];
    if (from && to ? equals(from, to) : from === to) return [];
    const { securityTitle, directOrIndirectOwnership, natureOfOwnership } = (is ?? was)!.steps[0]!;
    return [{ securityTitle, directOrIndirectOwnership, natureOfOwnership, before: from, after: to }];
  });
}

const holdingsOf = (filing: Filing): EntryHolding[] => [...holdingsIn(entryOf(filing, { path: '' })).values()];
const wordsOf = ({ steps }: EntryHolding): string => steps[0]!.words;
const holderOf = ({ steps }: EntryHolding): string => `${steps[0]!.words}|${steps[0]!.holder}`;
