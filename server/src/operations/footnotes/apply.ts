/** From a plan to edits: markers, list and words together, and looked at before the user gets them. */
import type { Cell, Filing, Footnote } from '../../filing/model';
import { noteReferences, otherReferences, type Reference } from '../../filing/notes';
import { readAll } from '../../readers';
import { quote } from '../../rules/words';
import { applied, type Edit } from '../../text/edits';
import type { Refusal } from '../operation';
import { listEdits, type NewNote } from './list';
import { citing, markerEdits } from './markers';
import { markersOf, type Plan } from './plan';
import { rewritten } from './references';

export interface Applied {
  readonly edits: readonly Edit[];
  /** The filing as it is read then. */
  readonly after: Filing;
  /** What the notes say otherwise than before, in a sentence. */
  readonly remark: string | undefined;
}

/** A note that comes to be cited in a cell. */
export interface Addition extends NewNote {
  readonly cell: Cell<unknown>;
}

const UNSURE =
  'Nothing was changed: the footnotes and markers of this filing could not be told apart surely. Mend what is underlined first.';

/** Works a plan out. Refused where some words would come to name a note that is gone, or where the outcome is in doubt. */
export function apply(filing: Filing, plan: Plan, added?: Addition): Applied | Refusal {
  const { text } = filing;
  const said: string[] = [];
  const elsewhere: Edit[] = [];
  const within = new Map<Footnote, Edit[]>();
  const take = (reference: Reference, note: Footnote | undefined): Refusal | undefined => {
    const kept = rewritten(text, reference, plan);
    if (!kept) return { refused: left(text, reference, note) };
    if (kept.anew !== undefined)
      said.push(`${note ? `Footnote ${plan.to(note.number!)}` : 'The form'} now says ${quote(kept.anew)}.`);
    if (note) (within.get(note) ?? begin(within, note)).push(...kept.edits);
    else elsewhere.push(...kept.edits);
    return undefined;
  };
  for (const reference of noteReferences(filing))
    if (!plan.dropped.has(reference.note.number!)) {
      const refused = take(reference, reference.note);
      if (refused) return refused;
    }
  for (const reference of otherReferences(filing)) {
    const refused = take(reference, undefined);
    if (refused) return refused;
  }
  const markers = markerEdits(filing, plan);
  const list = listEdits(filing, plan, within, added);
  if (!list) return { refused: UNSURE };
  const cite = added && citing(filing, added.cell, added.number);
  const edits = joined([...markers.edits, ...list.edits, ...elsewhere, ...(cite ? [cite] : [])]);
  const after = edits && readAgain(filing, edits);
  const cites = [...markers.left];
  if (cite) cites.push({ at: cite.span.start, number: added.number });
  const numbers = cites.sort((a, b) => a.at - b.at).map(({ number }) => number);
  if (!after || !isAsPlanned(after, list.list, numbers)) return { refused: UNSURE };
  return { edits, after, remark: said.length > 0 ? said.slice(0, 3).join(' ') : undefined };
}

function begin(within: Map<Footnote, Edit[]>, note: Footnote): Edit[] {
  const edits: Edit[] = [];
  within.set(note, edits);
  return edits;
}

function left(text: string, { span }: Reference, note: Footnote | undefined): string {
  const words = quote(text.slice(span.start, Math.min(text.length, span.end + 1)).replace(/[^\])\w]$/, ''));
  return `${note ? `Footnote ${note.number}` : 'The form'} says ${words}, which would name nothing. Change those words first.`;
}

/** The edits in the order of the text, those that touch made one; undefined where two overlap. */
function joined(edits: readonly Edit[]): Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const out: Edit[] = [];
  for (const edit of sorted) {
    const last = out[out.length - 1];
    if (last && edit.span.start < last.span.end) return undefined;
    if (last && edit.span.start === last.span.end)
      out[out.length - 1] = {
        span: { start: last.span.start, end: edit.span.end },
        newText: last.newText + edit.newText,
      };
    else out.push(edit);
  }
  return out;
}

/** The filing after the edits, of the same place in a text that holds several. */
function readAgain(filing: Filing, edits: readonly Edit[]): Filing | undefined {
  return readAll(applied(filing.text, edits))[(filing.part?.number ?? 1) - 1];
}

function isAsPlanned(
  filing: Filing,
  list: readonly { readonly number: number; readonly text: string }[],
  markers: readonly number[],
): boolean {
  const { footnotes } = filing;
  const cited = markersOf(filing);
  return (
    footnotes.list.length === list.length &&
    footnotes.list.every(({ number, text }, at) => number === list[at]!.number && text === list[at]!.text) &&
    cited.length === markers.length &&
    cited.every(({ marker }, at) => marker.number === markers[at])
  );
}
