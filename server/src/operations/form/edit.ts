/**
 * A change that the form asks for, worked out as minimal edits and looked at before the user gets them: the text is read
 * again, and what it says then must be what it said before but for the one thing that was asked for.
 */
import type { Filing } from '../../filing/model';
import { readAll } from '../../readers';
import { quote } from '../../rules/words';
import { applied, type Edit } from '../../text/edits';
import { editsBetween } from '../../text/editsBetween';
import { tickBox } from '../boxes/tick';
import type { OperationContext, Outcome, Refusal } from '../operation';
import { boxEdits } from './boxes';
import { cellEdits } from './cells';
import type { FormChange, Typed } from './change';
import { unwritableWords } from './escape';
import { firstRowEdits } from './firstRow';
import { factsOf, firstDifference, markersKey, shownAt, squeezed } from './facts';
import { citeEdits, newNoteEdits, noteEdits, unciteEdits } from './notes';
import { cellOfPlace, isOwnerTick, keyOf, type CellPlace, type WordsPlace } from './place';
import { signatureEdits } from './signatures';
import { asFiled } from './typed';
import { uneditable } from './uneditable';
import { xmlCellEdits } from './xml';

/** Works out a change of the form. Never throws on any text. */
export function editForm(filing: Filing, change: FormChange): Outcome | Refusal {
  const refused = uneditable(filing);
  if (refused !== undefined) return { refused };
  switch (change.kind) {
    case 'set':
      return change.places.length === 1 ? setOne(filing, change.places[0]!) : setAll(filing, change.places);
    case 'tick':
      return ticked(filing, change);
    case 'cite':
    case 'uncite': {
      const edits = (change.kind === 'cite' ? citeEdits : unciteEdits)(filing, change.place, change.number);
      return 'refused' in edits
        ? edits
        : proven(filing, edits, (before, after) => {
            const key = markersKey(change.place);
            const was = (before.get(key) ?? '').split(' ').filter(Boolean);
            const labels =
              change.kind === 'cite'
                ? [...was, labelOf(filing, change.number)]
                : was.filter((label) => Number(label) !== change.number && Number(label.slice(1)) !== change.number);
            return sameBut(before, after, new Map([[key, labels.join(' ')]]));
          });
    }
    case 'note':
      return noted(filing, change.place, change.text);
  }
}

const labelOf = (_: Filing, number: number): string => String(number);

type Facts = ReadonlyMap<string, string>;

function sameBut(before: Facts, after: Facts, changed: Facts): boolean {
  return firstDifference(new Map([...before, ...changed]), after) === undefined;
}

/** The edits of one place, or why there are none. */
function editsOf(filing: Filing, place: WordsPlace, after: string): readonly Edit[] | Refusal {
  const before = shownAt(filing, place);
  if (before === after) return [];
  if ('column' in place)
    return filing.xml ? xmlCellEdits(filing, place, after) : cellEdits(filing, place, before, after);
  if ('box' in place) return boxEdits(filing, place, before, after);
  if ('note' in place) return noteEdits(filing, place, before, after);
  return signatureEdits(filing, place, before, after);
}

function setOne(filing: Filing, { place, text }: Typed): Outcome | Refusal {
  const unseen = unwritableWords(text);
  if (unseen !== undefined) return { refused: unseen };
  const words = asFiled(filing, place, text);
  if (isFirstRow(filing, place)) return firstRow(filing, place, words);
  const edits = editsOf(filing, place, words);
  if ('refused' in edits) return edits;
  const key = keyOf(place);
  return proven(
    filing,
    edits,
    (before, after) => {
      const expected = new Map(before).set(key, words);
      // A signature that is new has a second part, which is blank.
      if ('signature' in place && !before.has(key))
        expected.set(keyOf({ ...place, part: place.part === 'signatureName' ? 'signatureDate' : 'signatureName' }), '');
      return firstDifference(expected, after) === undefined;
    },
    words,
  );
}

/** The title of the first row of a table: the row comes to be with it. */
const isFirstRow = (filing: Filing, place: WordsPlace): place is CellPlace =>
  'column' in place && place.column === 'securityTitle' && place.row === 0 && filing[place.table].rows.length === 0;

function firstRow(filing: Filing, place: CellPlace, words: string): Outcome | Refusal {
  if (words === '') return { edits: [] };
  const edits = firstRowEdits(filing, place.table, words);
  if ('refused' in edits) return edits;
  const isOwn = (key: string): boolean => key.startsWith(`${place.table}/0/`);
  return proven(
    filing,
    edits,
    (before, after) =>
      after.get(keyOf(place)) === words &&
      firstDifference(before, new Map([...after].filter(([key]) => !isOwn(key)))) === undefined &&
      [...after].every(([key, what]) => !isOwn(key) || key === keyOf(place) || what === ''),
    words,
  );
}

/** Many places, one after the other on the text as it has become; each is proven by itself. */
function setAll(filing: Filing, places: readonly Typed[]): Outcome | Refusal {
  let now = filing;
  for (const typed of places) {
    if (!cellOfPlace(now, typed.place))
      return { refused: 'Nothing was changed: there are more cells than the table has rows and columns here.' };
    const done = setOne(now, typed);
    if ('refused' in done) return done;
    const next = done.edits.length === 0 ? now : readAgain(now, done.edits);
    if (!next) return OTHERWISE;
    now = next;
  }
  return { edits: editsBetween(filing.text, now.text) };
}

export function readAgain(filing: Filing, edits: readonly Edit[]): Filing | undefined {
  return readAll(applied(filing.text, edits))[(filing.part?.number ?? 1) - 1];
}

export const OTHERWISE: Refusal = {
  refused:
    'Nothing was changed: the filing would then be read otherwise in other places too. Make this change in the text.',
};

/** The edits, where the text says after them what it should. */
function proven(
  filing: Filing,
  edits: readonly Edit[],
  isRight: (before: Facts, after: Facts) => boolean,
  words?: string,
): Outcome | Refusal {
  if (edits.length === 0) return { edits };
  const after = readAgain(filing, edits);
  if (after && after.layout === filing.layout && isRight(factsOf(filing), factsOf(after))) return { edits };
  return words === undefined ? OTHERWISE : whyNot(filing, words);
}

/** Words that this layout cannot hold are named, as far as it is known what they would be taken for. */
function whyNot(filing: Filing, words: string): Refusal {
  if (/<\/?[a-z]/i.test(words))
    return { refused: `Nothing was changed: ${quote(words)} would be read as a tag in this layout.` };
  if (/[([]\d{1,2}[)\]]$/.test(words))
    return {
      refused: `Nothing was changed: ${quote(words)} ends like a footnote's marker, and would be read as one. Add a marker instead.`,
    };
  if (!filing.xml && words.includes('|'))
    return { refused: `Nothing was changed: “|” would be read as the edge of a cell in this layout.` };
  if (words === '')
    return {
      refused: 'Nothing was changed: without these words the text would be read otherwise. Clear it in the text.',
    };
  return {
    refused: `Nothing was changed: with ${quote(words)} here, the filing would be read otherwise. Make this change in the text.`,
  };
}

function ticked(filing: Filing, { place, checked }: Extract<FormChange, { kind: 'tick' }>): Outcome | Refusal {
  const { tick, owner = 0 } = place;
  const selection = { start: 0, end: 0 };
  const answers = { box: isOwnerTick(tick) ? `${tick} ${owner}` : tick, checked: String(checked) };
  const context: OperationContext = { filing, selection, today: undefined, answers };
  const outcome = tickBox.run(context);
  if ('asks' in outcome) return { refused: 'Nothing was changed: this box is not printed in the filing.' };
  if ('refused' in outcome) return outcome;
  return proven(filing, outcome.edits, (before, after) =>
    sameBut(before, after, new Map([[keyOf(place), String(checked)]])),
  );
}

/** A new note and its marker: every value stays, and each cell but this one cites what it cited. */
function noted(
  filing: Filing,
  place: Extract<FormChange, { kind: 'note' }>['place'],
  typed: string,
): Outcome | Refusal {
  const unseen = unwritableWords(typed);
  if (unseen !== undefined) return { refused: unseen };
  const words = squeezed(typed);
  const made = newNoteEdits(filing, place, words);
  if ('refused' in made) return made;
  const { edits, number, remark } = made;
  const own = markersKey(place);
  const count = (labels: string | undefined): number => (labels ? labels.split(' ').length : 0);
  const done = proven(
    filing,
    edits,
    (before, after) => {
      const others = (facts: Facts): Facts =>
        new Map(
          [...facts]
            .filter(([key]) => !key.startsWith('footnote/'))
            .map(([key, what]) => (key.endsWith(' cites') ? [key, String(count(what))] : [key, what])),
        );
      const wanted = new Map(others(before)).set(own, String(count(before.get(own)) + 1));
      return (
        firstDifference(wanted, others(after)) === undefined &&
        [...after].some(
          ([key, what]) =>
            key.endsWith('/label') &&
            what.startsWith(`${number} `) &&
            after.get(key.slice(0, -'/label'.length)) === words,
        )
      );
    },
    words,
  );
  return 'refused' in done || remark === undefined ? done : { ...done, remark };
}
