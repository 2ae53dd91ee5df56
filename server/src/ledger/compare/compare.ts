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
  const one = leftBy(before);
  const other = leftBy(after);
  const changes: HeldChange[] = [];
  for (const key of new Set([...other.keys(), ...one.keys()])) {
    const [was, is] = [one.get(key), other.get(key)];
    const [from, to] = [was?.closings[0], is?.closings[0]];
    if (from && to ? equals(from, to) : from === to) continue;
    const { securityTitle, directOrIndirectOwnership, natureOfOwnership } = (is ?? was)!.steps[0]!;
    changes.push({ securityTitle, directOrIndirectOwnership, natureOfOwnership, before: from, after: to });
  }
  return changes;
}

/** The holdings of a filing by their words and holders; of several alike, with their number. */
function leftBy(filing: Filing): ReadonlyMap<string, EntryHolding> {
  const found = new Map<string, EntryHolding>();
  for (const holding of holdingsIn(entryOf(filing, { path: '' })).values()) {
    const { words, holder } = holding.steps[0]!;
    let key = `${words}|${holder}`;
    for (let nth = 2; found.has(key); nth++) key = `${words}|${holder}|${nth}`;
    found.set(key, holding);
  }
  return found;
}
