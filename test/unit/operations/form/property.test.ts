/**
 * Every edit that the form can make, on made-up filings in several layouts: the filing then says what was asked for in
 * that place and nothing else otherwise, outside of the edits no unit of the text has changed, and one undo restores it.
 * FORM4_RUNS=5000 is the full size.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../../../server/src/filing/columns';
import type { Filing } from '../../../../server/src/filing/model';
import type { FormChange } from '../../../../server/src/operations/form/change';
import { editForm } from '../../../../server/src/operations/form/edit';
import { factsOf, firstDifference, markersKey, shownAt } from '../../../../server/src/operations/form/facts';
import {
  FORM_BOXES,
  FORM_TICKS,
  keyOf,
  OWNER_BOXES,
  OWNER_TICKS,
  type Place,
  type WordsPlace,
} from '../../../../server/src/operations/form/place';
import { runInForm } from '../../../../server/src/operations/form/run';
import { asFiled } from '../../../../server/src/operations/form/typed';
import { blanked } from '../../../../server/src/features/operations';
import { read } from '../../../../server/src/readers';
import { applied, type Edit } from '../../../../server/src/text/edits';
import { writeOwnershipXml } from '../../../../server/src/writers/edgarXml';
import { writePiped } from '../../../../server/src/writers/piped';
import { writeText } from '../../../../server/src/writers/text';
import { below, madeUp, pick, random, untidy, type Random } from '../../generate';

const RUNS = Number(process.env.FORM4_RUNS ?? 100);
const SEED = Number(process.env.FORM4_SEED ?? 15);
const EDITS = 10;

/** A filing in one of the layouts that take edits. */
function filingText(next: Random): string {
  const lines = madeUp(next).lines.join('\n');
  switch (below(next, 6)) {
    case 0:
      return lines;
    case 1:
      return writeText(read(lines));
    case 2:
      return writePiped(read(lines));
    case 3:
      return writeOwnershipXml(read(lines), 'X0609').xml;
    default:
      return untidy(next, lines);
  }
}

const WORDS = [
  'Common Stock',
  'By Trust',
  'a|b',
  'R&D <Units>',
  'Ünits “A”',
  '[x] y',
  '5% Notes *',
  'Stock_Option $5',
  'S',
  '',
];
const NUMBERS = ['693', '1,250', '12500', '43.16', '$43.16', '$ 5', '0.5', '.25', 'see note', '', '1,23'];
const DATES = ['03/07/2022', '3/8/22', '2022-03-09', '02/30/2022', '', 'soon'];
const LETTERS = ['S', 'p', 'A', 'd', 'I', 'S/K', 'v', 'Q', ''];

function typedFor(next: Random, place: WordsPlace): string {
  const name = 'column' in place ? place.column : 'box' in place ? place.box : 'part' in place ? place.part : 'note';
  const kind = /date|period/i.test(name)
    ? DATES
    : /shares|price|acquired$|disposed$/i.test(name)
      ? NUMBERS
      : /code|form|direct/i.test(name)
        ? LETTERS
        : WORDS;
  return next() < 0.9 ? pick(next, kind) : pick(next, [...WORDS, ...NUMBERS, ...DATES, ...LETTERS]);
}

function placesOf(filing: Filing): Place[] {
  const places: Place[] = [];
  for (const [table, columns] of [
    ['nonDerivativeTable', NON_DERIVATIVE_COLUMNS],
    ['derivativeTable', DERIVATIVE_COLUMNS],
  ] as const)
    filing[table].rows.forEach((_, row) => places.push(...columns.flat().map((column) => ({ table, row, column }))));
  filing.reportingOwners.forEach((_, owner) =>
    places.push(...OWNER_BOXES.map((box) => ({ box, owner })), ...OWNER_TICKS.map((tick) => ({ tick, owner }))),
  );
  places.push(...FORM_BOXES.map((box) => ({ box })), ...FORM_TICKS.map((tick) => ({ tick })));
  filing.footnotes.list.forEach((_, note) => places.push({ note }));
  filing.ownerSignatures.forEach((_, signature) =>
    places.push({ signature, part: 'signatureName' }, { signature, part: 'signatureDate' }),
  );
  return places;
}

function changeFor(next: Random, filing: Filing): FormChange {
  const place = pick(next, placesOf(filing));
  if ('tick' in place) return { kind: 'tick', place, checked: next() < 0.5 };
  const kind = next();
  if ('column' in place && kind < 0.3) {
    const number = 1 + below(next, Math.max(1, filing.footnotes.list.length));
    if (kind < 0.1) return { kind: 'cite', place, number };
    if (kind < 0.2) return { kind: 'uncite', place, number };
    return { kind: 'note', place, text: pick(next, ['Held by a trust.', 'Sold at $5 & more.', 'See footnote (1).']) };
  }
  return { kind: 'set', places: [{ place, text: typedFor(next, place) }] };
}

/** What the filing must say then; undefined where that is looked at in another way. */
function expected(filing: Filing, change: FormChange): Map<string, string> | undefined {
  const facts = new Map(factsOf(filing));
  if (change.kind === 'set')
    for (const { place, text } of change.places) facts.set(keyOf(place), asFiled(filing, place, text));
  else if (change.kind === 'tick') facts.set(keyOf(change.place), String(change.checked));
  else if (change.kind === 'note') return undefined;
  else {
    const key = markersKey(change.place);
    const labels = (facts.get(key) ?? '').split(' ').filter((label) => label !== '' && label !== String(change.number));
    facts.set(key, [...labels, ...(change.kind === 'cite' ? [String(change.number)] : [])].join(' '));
  }
  return facts;
}

function undone(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
    });
}

const ROW_RUNS = ['row.new', 'row.duplicate', 'row.delete', 'row.moveUp', 'row.moveDown'] as const;
const NOTE_RUNS = ['footnote.delete', 'footnote.moveUp', 'footnote.moveDown'] as const;

interface Run {
  readonly operation: (typeof ROW_RUNS)[number] | (typeof NOTE_RUNS)[number];
  readonly table: 'nonDerivativeTable' | 'derivativeTable' | undefined;
  readonly at: number;
}

function runFor(next: Random, filing: Filing): Run | undefined {
  if (next() < 0.3) {
    const { length } = filing.footnotes.list;
    return length === 0 ? undefined : { operation: pick(next, NOTE_RUNS), table: undefined, at: below(next, length) };
  }
  const table = pick(next, ['nonDerivativeTable', 'derivativeTable'] as const);
  const { length } = filing[table].rows;
  return length === 0 ? undefined : { operation: pick(next, ROW_RUNS), table, at: below(next, length) };
}

/** What a row says, and the words of the notes that its cells cite; numbers in the words of notes may follow other numbers. */
function rowsSaid(filing: Filing, table: 'nonDerivativeTable' | 'derivativeTable'): string[][] {
  const facts = factsOf(filing);
  const words = new Map(
    filing.footnotes.list.map(({ label, number, text }) => [String(number ?? label), unnumbered(text)]),
  );
  return filing[table].rows.map((_, row) =>
    (table === 'derivativeTable' ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS).flat().map((column) => {
      const labels = (facts.get(markersKey({ table, row, column })) ?? '').split(' ').filter(Boolean);
      return [
        facts.get(keyOf({ table, row, column })),
        ...labels.map((label) => words.get(label.replace(/^F/, '')) ?? label),
      ].join(' ~ ');
    }),
  );
}
const unnumbered = (text: string): string => text.replace(/\d+/g, '#');
const boxesSaid = (filing: Filing): [string, string][] =>
  [...factsOf(filing)].filter(([key]) => !/^(?:nonDerivativeTable|derivativeTable|footnote)\//.test(key));

/** Runs an operation of the form on a row or a note; whatever it does, all other rows, boxes and notes say what they said. */
function tryRun(filing: Filing, { operation, table, at }: Run): string | undefined {
  const address = `${table ?? 'footnote'}/${at}`;
  const shown = `${operation} ${address}`;
  const done = runInForm(operation, address, { filing, today: undefined, answers: {} });
  if ('asks' in done) return undefined;
  if ('refused' in done) {
    const key = `${filing.layout} ${operation} ${done.refused.replace(/"[^"]*"/g, '"…"').replace(/\d+/g, 'N')}`;
    refusals.set(key, (refusals.get(key) ?? 0) + 1);
    return undefined;
  }
  made++;
  const edits = [...done.edits, ...(done.snippet ? [blanked(done.snippet).edit] : [])];
  const after = applied(filing.text, edits);
  const now = read(after);
  const context = `${shown}\n${filing.text}\n=>\n${after}`;
  assert.equal(now.layout, filing.layout, context);
  assert.deepEqual(boxesSaid(now), boxesSaid(filing), context);
  const [was, is] = (['nonDerivativeTable', 'derivativeTable'] as const)
    .map((name) => rowsSaid(filing, name))
    .map((rows, nth) => [rows, rowsSaid(now, (['nonDerivativeTable', 'derivativeTable'] as const)[nth]!)])
    .reduce<[string[][][], string[][][]]>(
      ([a, b], [c, d]) => [
        [...a, c!],
        [...b, d!],
      ],
      [[], []],
    );
  const own = table === undefined ? -1 : table === 'nonDerivativeTable' ? 0 : 1;
  const notes = (one: Filing): string[] => one.footnotes.list.map(({ text }) => unnumbered(text)).sort();
  if (table === undefined) {
    const gone = operation === 'footnote.delete' ? unnumbered(filing.footnotes.list[at]!.text) : undefined;
    const values = (rows: string[][][]): string[][][] =>
      rows.map((one) =>
        one.map((row) =>
          row.map((cell) =>
            cell
              .split(' ~ ')
              .filter((word, nth) => nth === 0 || word !== gone)
              .join(' ~ '),
          ),
        ),
      );
    assert.deepEqual(values(is), values(was), context);
    const left = notes(filing);
    if (gone !== undefined) left.splice(left.indexOf(gone), 1);
    assert.deepEqual(notes(now), left, context);
  } else {
    const wanted = was.map((rows) => [...rows]);
    const rows = wanted[own]!;
    const isNew = operation === 'row.new' || operation === 'row.duplicate';
    if (isNew) rows.splice(at + 1, 0, is[own]![at + 1]!);
    else if (operation === 'row.delete') rows.splice(at, 1);
    else
      rows.splice(
        Math.min(at, operation === 'row.moveUp' ? at - 1 : at),
        2,
        ...[...rows.slice(Math.min(at, operation === 'row.moveUp' ? at - 1 : at)).slice(0, 2)].reverse(),
      );
    assert.deepEqual(is, wanted, context);
    if (isNew) {
      const [title, code] = ['securityTitle', 'transactionCode'].map((name) =>
        (own === 0 ? NON_DERIVATIVE_COLUMNS : DERIVATIVE_COLUMNS).flat().findIndex((column) => column === name),
      );
      assert.equal(is[own]![at + 1]![title!], was[own]![at]![title!], context);
      if (operation === 'row.duplicate') assert.equal(is[own]![at + 1]![code!], was[own]![at]![code!], context);
      else assert.equal(is[own]![at + 1]![code!], '', context);
    }
    if (operation !== 'row.delete') assert.deepEqual(notes(now), notes(filing), context);
  }
  assert.equal(applied(after, undone(filing.text, edits)), filing.text, shown);
  return after;
}

const refusals = new Map<string, number>();
let made = 0;

function tryEdit(filing: Filing, change: FormChange): string | undefined {
  const { text } = filing;
  const done = editForm(filing, change);
  const shown = JSON.stringify(change);
  if ('refused' in done) {
    assert.match(done.refused, /^(?:Nothing was changed|Mend|The )/, shown);
    const key = `${filing.layout} ${change.kind} ${done.refused.replace(/"[^"]*"/g, '"…"').replace(/\d+/g, 'N')}`;
    refusals.set(key, (refusals.get(key) ?? 0) + 1);
    if (process.env.FORM4_SHOW && key.includes(process.env.FORM4_SHOW))
      console.log(shown, '\n', done.refused, '\n', text);
    return undefined;
  }
  made++;
  const after = applied(text, done.edits);
  const now = read(after);
  const wanted = expected(filing, change);
  if (wanted) assert.equal(firstDifference(wanted, factsOf(now)), undefined, `${shown}\n${text}\n=>\n${after}`);
  else if (change.kind === 'note') {
    const row = now[change.place.table].rows[change.place.row]!;
    assert.ok(row, shown);
    assert.equal(now.footnotes.list.length, filing.footnotes.list.length + 1, shown);
    assert.ok(
      now.footnotes.list.some((_, note) => shownAt(now, { note }) === change.text),
      shown,
    );
  }
  assert.equal(applied(after, undone(text, done.edits)), text, shown);
  const lines = (all: string): number => all.split('\n').length;
  if (change.kind !== 'note' && !filing.xml && lines(after) !== lines(text))
    assert.ok(change.kind === 'set' && JSON.stringify(change).includes('remarks'), `lines: ${shown}`);
  return after;
}

describe(`edits of the form on ${RUNS} made-up filings`, function () {
  this.timeout(3_600_000);

  it('change the place that was asked for, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const next = random(seed);
        let text = filingText(next);
        for (let edit = 0; edit < EDITS; edit++) {
          const filing = read(text);
          const run = next() < 0.2 ? runFor(next, filing) : undefined;
          text = (run ? tryRun(filing, run) : tryEdit(filing, changeFor(next, filing))) ?? text;
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    if (process.env.FORM4_SHOW !== undefined)
      console.log(
        [...refusals]
          .sort((a, b) => b[1] - a[1])
          .map(([why, n]) => `${n} ${why}`)
          .join('\n'),
        made,
      );
    const refused = [...refusals.values()].reduce((sum, n) => sum + n, 0);
    assert.ok(made > 4 * refused, `${made} made, ${refused} refused`);
  });
});
