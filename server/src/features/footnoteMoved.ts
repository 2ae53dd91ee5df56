/** Findings as they are where it is known how markers and notes once agreed: one finding for a note that was moved by hand. */
import type { Filing } from '../filing/model';
import { noteReferences, otherReferences } from '../filing/notes';
import { citing, withoutMarkers } from '../operations/footnotes/markers';
import { rewritten } from '../operations/footnotes/references';
import { addNotes } from '../rules/footnotes/edits';
import type { Edit, Finding, Fix, Related, Severity } from '../rules/rule';
import { count, quote } from '../rules/words';
import { othersOf, since, type FootnoteState, type Since, type Stale } from './footnoteHistory';

export const FOOTNOTE_MOVED = 'footnote-moved';

const UNDEFINED = 'footnote-undefined';
const UNREFERENCED = 'footnote-unreferenced';
/** Rules that see the trace of a moved note and cannot know what happened. */
const TRACES: ReadonlySet<string> = new Set([UNDEFINED, UNREFERENCED, 'footnote-order']);
const RANK: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const MOST_RELATED = 20;

/**
 * The findings, with what history knows: what came apart by a move is said once, and what was lost can be put back.
 * @param severity what settings say of `footnote-moved`; undefined where they say nothing
 */
export function withHistory(
  filing: Filing,
  findings: readonly Finding[],
  before: FootnoteState,
  severity: Severity | 'off' | undefined,
): Finding[] {
  if (filing.unread.length > 0) return [...findings];
  const what = since(before, filing);
  if (what.stale.length === 0 || severity === 'off')
    return findings.map((finding) => withWayBack(filing, finding, before, what));
  const numbers = new Set(what.stale.map(({ marker }) => marker.number));
  const traces = findings.filter(
    (one) => TRACES.has(one.rule) && (one.rule !== UNDEFINED || numbers.has(numberAt(filing, one))),
  );
  const worst = RANK.find((one) => traces.some((trace) => trace.severity === one && one !== 'hint'));
  const moved = finding(filing, before, what, severity ?? worst ?? 'information');
  return [...findings.filter((one) => !traces.includes(one)), moved].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

function finding(filing: Filing, before: FootnoteState, what: Since, severity: Severity): Finding {
  const { stale } = what;
  const first = stale[0]!;
  const more = stale.length - 1;
  const others = more === 0 ? '' : ` ${count(more, 'more marker')} ${more === 1 ? 'has' : 'have'} not followed either.`;
  return {
    rule: FOOTNOTE_MOVED,
    severity,
    span: first.marker.span,
    message: `Expected the marker to follow its footnote; ${wordsOf(filing, first)}.${others}`,
    related: relatedOf(filing, stale),
    fixes: () => [follow(filing, before, what)],
  };
}

function wordsOf(filing: Filing, { marker, note, to }: Stale): string {
  const cited = `the footnote that (${marker.label}) cited, ${quote(note.words)}, is`;
  if (to !== undefined) return `${cited} number ${to} now`;
  const other = filing.footnotes.list.find(({ number }) => number === marker.number);
  return `${cited} gone, and (${marker.label}) ${other ? `cites ${quote(other.text)} now` : 'cites nothing now'}`;
}

function relatedOf({ footnotes }: Filing, stale: readonly Stale[]): Related[] {
  const notes = new Map<number, Related>();
  for (const { note, to } of stale) {
    const now = to === undefined ? undefined : footnotes.list.find(({ number }) => number === to);
    if (now)
      notes.set(note.number, { message: `footnote ${to}, which was number ${note.number}`, span: now.labelSpan });
  }
  const markers = stale
    .slice(1)
    .map(({ marker }) => ({ message: `(${marker.label}) has not followed`, span: marker.span }));
  return [...notes.values(), ...markers].slice(0, MOST_RELATED);
}

/** The markers take the numbers that their notes have now, and so do the words of notes that nobody has changed. */
function follow(filing: Filing, before: FootnoteState, { stale, now }: Since): Fix {
  const changed = new Map<number, number | undefined>();
  for (const { marker, to } of stale) changed.set(marker.number!, to);
  const shown = [...changed]
    .sort(([a], [b]) => a - b)
    .map(([from, to]) => (to === undefined ? `(${from}) goes` : `(${from}) → (${to})`));
  const title = `The markers follow: ${shown.slice(0, 4).join(', ')}${shown.length > 4 ? ' …' : ''}`;
  const edits: Edit[] = [];
  const gone = new Map<Stale['cell'], Set<Stale['marker']>>();
  for (const { cell, marker, to } of stale)
    if (to !== undefined) edits.push({ span: marker.labelSpan, newText: String(to) });
    else gone.set(cell, (gone.get(cell) ?? new Set()).add(marker));
  for (const [cell, markers] of gone) edits.push(...withoutMarkers(filing, cell, markers));
  const plan = { to: (number: number) => (now.has(number) ? now.get(number) : number), dropped: new Set<number>() };
  // Words that somebody has changed may name the new numbers already.
  const same = new Set(before.notes.map(({ number, words }) => `${now.get(number)} ${words}`));
  const follows = [
    ...noteReferences(filing).filter(({ note: { number, textSpan } }) =>
      same.has(`${number} ${filing.text.slice(textSpan.start, textSpan.end)}`),
    ),
    ...(othersOf(filing) === before.others ? otherReferences(filing) : []),
  ];
  for (const reference of follows) edits.push(...(rewritten(filing.text, reference, plan)?.edits ?? []));
  return { title, edits, preferred: true };
}

/** The number that a marker's characters spell. */
const numberAt = ({ text }: Filing, { span }: Finding): number =>
  Number(text.slice(span.start, span.end).replace(/\D/g, ''));

/** A finding on a marker or a note that has lost the other, with the fix that puts it back. */
function withWayBack(filing: Filing, one: Finding, before: FootnoteState, { now, lost }: Since): Finding {
  const back = (): Fix | undefined => {
    if (one.rule === UNREFERENCED) {
      const note = filing.footnotes.list.find(({ span }) => span.start === one.span.start);
      const cells = new Set(lost.filter(({ number }) => number === note?.number).map(({ cell }) => cell));
      if (!note || cells.size === 0) return undefined;
      const title = cells.size === 1 ? `Put the marker (${note.number}) back` : `Put the markers (${note.number}) back`;
      return { title, edits: [...cells].map((cell) => citing(filing, cell, note.number!)), preferred: true };
    }
    const number = numberAt(filing, one);
    const note = before.notes.find((other) => other.number === number);
    if (!note || now.get(number) !== undefined) return undefined;
    const edits = addNotes(filing, [number], note.words);
    return edits && { title: `Put footnote ${number} back: ${quote(note.words)}`, edits, preferred: true };
  };
  if (one.rule !== UNREFERENCED && one.rule !== UNDEFINED) return one;
  return {
    ...one,
    fixes: () => {
      const fix = back();
      return fix ? [fix, ...one.fixes().map((other) => ({ ...other, preferred: false }))] : one.fixes();
    },
  };
}
