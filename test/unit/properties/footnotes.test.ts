/**
 * Footnote operations on made-up filings: every marker cites the words that it cited before (or none, where its note was
 * deleted), words that name footnotes name the same ones, and the edits can be taken back. FORM4_RUNS=5000 is the full size.
 */
import assert from 'node:assert/strict';
import { cellsOf } from '../../../server/src/filing/columns';
import { since, stateOf } from '../../../server/src/features/footnoteHistory';
import { withHistory } from '../../../server/src/features/footnoteMoved';
import type { Filing } from '../../../server/src/filing/model';
import { rowsOf, tableOf } from '../../../server/src/filing/queries';
import { OPERATIONS } from '../../../server/src/operations/catalogue';
import { renamed } from '../../../server/src/operations/footnotes/rename';
import { read } from '../../../server/src/readers';
import type { Edit } from '../../../server/src/text/edits';
import { below, madeUp, pick, random, type Random } from '../generate';
import { applied } from '../harness';

const RUNS = Number(process.env.FORM4_RUNS ?? 300);
const SEED = Number(process.env.FORM4_SEED ?? 11);

/** A made-up filing in the habits that filings have: styles of markers and lists, notes over lines, notes that name others. */
function filingOf(next: Random, equal = false): string {
  const { lines, tableI, tableII, notes } = madeUp(next);
  const out = [...lines];
  const words = notes.map((line) => lines[line]!.replace(/^(?:- |\d+\. |\(\d+\) )/, ''));
  // Some more notes, so that there is something to move.
  const more = 1 + below(next, 5);
  for (let at = 0; at < more; at++) words.push(`A further note, the ${at + 1}th of its kind.`);
  if (equal) for (let at = 0; at < 2; at++) words.push(pick(next, words));
  const count = words.length;
  const style = pick(next, ['- ', '• ', 'N. ', '(N) ', 'N) ']);
  const shuffled = style.includes('N') && next() < 0.3;
  const numbers = words.map((_, at) => at + 1);
  if (shuffled) numbers.sort(() => next() - 0.5);
  const named = (): string => {
    const one = 1 + below(next, count);
    const two = 1 + below(next, count);
    return pick(next, [
      `See footnote (${one}).`,
      `See footnotes ${one} and ${two}.`,
      `The ranges are set forth in footnotes (${Math.min(one, two)}) through (${Math.max(one, two)}) to this Form 4.`,
      `As in footnotes [${one}], [${two}] and [${1 + below(next, count)}] above.`,
      `Notes (${one}), (${two}) to (${Math.min(count, two + 2)}) apply.`,
    ]);
  };
  const wrapped = next() < 0.3;
  const listed = words.map((text, at) => {
    const whole = next() < 0.3 && !equal ? `${text} ${named()}` : text;
    const body = wrapped ? whole.replace(/^(.{18}\S*) /, '$1\n  ') : whole;
    return style.replace('N', String(numbers[at])) + body;
  });
  const first = notes[0] ?? lines.indexOf('Explanation of Responses:') + 1;
  for (const line of notes) out[line] = undefined as never;
  out[first] =
    (notes.length === 0 ? '\n' : '') + listed.join(next() < 0.3 ? '\n\n' : '\n') + (notes.length === 0 ? '\n' : '');
  const remarks = next() < 0.3 ? `\nRemarks:\n${named()}\n` : '';
  const written = pick(next, MARKERS);
  for (const line of [...tableI, ...tableII])
    out[line] = out[line]!.split('\t')
      .map((cell, at) => {
        const had = [...cell.matchAll(/<sup>\((\d+)\)<\/sup>/g)].map(([, number]) => Number(number));
        const value = cell.replace(/ ?<sup>.*<\/sup>/, '');
        if (value === '' && had.length === 0) return cell;
        while (next() < 0.12 && at !== 1) had.push(1 + below(next, count));
        const cites = [...new Set(had)];
        return cites.length === 0 ? cell : value + (value === '' ? '' : ' ') + written(cites);
      })
      .join('\t');
  let text = out.filter((line) => line !== undefined).join('\n');
  text = text.replace('\n/s/', `${remarks}\n/s/`);
  if (next() < 0.3) text = piped(text);
  return next() < 0.2 ? text.replaceAll('\n', '\r\n') : text;
}

const MARKERS: readonly ((numbers: readonly number[]) => string)[] = [
  (numbers) => numbers.map((number) => `<sup>(${number})</sup>`).join(''),
  (numbers) => numbers.map((number) => `<sup>[${number}]</sup>`).join(' '),
  (numbers) => `<sup>${numbers.map((number) => `(${number})`).join('')}</sup>`,
  (numbers) => `<sup>${numbers.join(', ')}</sup>`,
  (numbers) => `<sup>(${numbers.join(', ')})</sup>`,
  (numbers) => numbers.map((number) => `(${number})`).join(''),
  (numbers) => numbers.map((number) => `[${number}]`).join(' '),
];

/** Table lines with bars for tabs. */
const piped = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.split('\t').length > 8 ? `| ${line.split('\t').join(' | ')} |` : line))
    .join('\n');

const KEY_NUMBERS = /\b(?:foot)?notes? [[(\d][^.]*?(?= to this| above| apply|\.)/gi;

/** What tells a note from the others, whatever it names and wherever it stands. */
const keyOf = (text: string): string => text.replace(KEY_NUMBERS, '#').replace(/#s/g, '#');

/** Each marker as the place of its cell and the words that it cites. */
function cites(filing: Filing): string[] {
  const found: string[] = [];
  rowsOf(filing).forEach((row, at) => {
    for (const { column, cell } of cellsOf(row, tableOf(filing, row)))
      for (const { number } of cell.markers) {
        const notes = filing.footnotes.list.filter((note) => note.number === number);
        found.push(`${row.table} ${at} ${column}: ${notes.map(({ text }) => keyOf(text)).join(' | ') || 'nothing'}`);
      }
  });
  return found;
}

/** The notes that each piece of words names, by their words. */
function names(filing: Filing): string[] {
  const keys = new Map(filing.footnotes.list.map(({ number, text }) => [number!, keyOf(text)]));
  const pieces = [
    ...filing.footnotes.list.map(({ text }): [string, string] => [keyOf(text), text]),
    ['Remarks', filing.remarks?.value ?? ''] as [string, string],
  ];
  return pieces
    .flatMap(([where, text]) =>
      [...text.matchAll(KEY_NUMBERS)].map(
        ([words]) =>
          `${where}: ${[...meant(words)]
            .map((number) => keys.get(number) ?? 'nothing')
            .sort()
            .join(' + ')}`,
      ),
    )
    .sort();
}

/** `(1), (2) to (4)`: 1, 2, 3, 4. */
function meant(words: string): Set<number> {
  const found = new Set<number>();
  let last = 0;
  for (const [, joint, digits] of words.matchAll(/(?:(through|to) )?[[(]?(\d+)/g)) {
    const number = Number(digits);
    for (let one = joint ? last : number; one <= number; one++) found.add(one);
    last = number;
  }
  return found;
}

const operate = (id: string, filing: Filing, offset: number): { edits: readonly Edit[]; refused?: string } => {
  const outcome = OPERATIONS.find((one) => one.id === id)!.run({
    filing,
    selection: { start: offset, end: offset },
    today: undefined,
    answers: {},
  });
  assert.ok(!('asks' in outcome));
  return 'refused' in outcome ? { edits: [], refused: outcome.refused } : outcome;
};

/** The text after, and a look at whether the edits can be taken back. */
function made(text: string, edits: readonly Edit[]): string {
  const after = applied(text, edits);
  let shift = 0;
  const back = [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }): Edit => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
    });
  assert.equal(applied(after, back), text);
  return after;
}

/** Runs one kind of change on all filings; at most a part of them may be refused. */
function onAll(change: (next: Random, filing: Filing) => boolean, equal = false, most = 0.2): void {
  let refused = 0;
  for (let run = 0; run < RUNS; run++) {
    const next = random(SEED + run);
    const text = filingOf(next, equal);
    const filing = read(text);
    try {
      if (!change(next, filing)) refused++;
    } catch (error) {
      (error as Error).message += `\nseed ${SEED + run}\n${text}`;
      throw error;
    }
  }
  assert.ok(refused <= RUNS * most, `${refused} of ${RUNS} were refused`);
}

const numbered = ({ footnotes }: Filing): string[] =>
  footnotes.list.map(({ number, text }) => `${number} ${keyOf(text)}`).sort();

const noteOf = (next: Random, filing: Filing): Filing['footnotes']['list'][number] => pick(next, filing.footnotes.list);

/** The filing without the notes that nothing cites, so that markers and notes agree. */
function cleared(filing: Filing): Filing {
  for (let now = filing; ;) {
    const cited = new Set(
      rowsOf(now).flatMap((row) =>
        cellsOf(row, tableOf(now, row)).flatMap(({ cell }) => cell.markers.map(({ number }) => number)),
      ),
    );
    const uncited = now.footnotes.list.find(({ number }) => !cited.has(number));
    if (!uncited || now.footnotes.list.length === 1) return now;
    const { edits, refused } = operate('footnote.delete', now, uncited.textSpan.start);
    if (refused !== undefined) return now;
    now = read(applied(now.text, edits));
  }
}

/** True where every cell that cites one of two notes cites the other one too. */
const citesBoth = (filing: Filing, one: number, two: number): boolean =>
  rowsOf(filing).every((row) =>
    cellsOf(row, tableOf(filing, row)).every(({ cell }) => {
      const numbers = cell.markers.map(({ number }) => number);
      return numbers.includes(one) === numbers.includes(two);
    }),
  );

describe(`footnote operations on ${RUNS} made-up filings`, function () {
  it('the made-up filings have notes, markers and references', () => {
    let references = 0;
    let cited = 0;
    onAll((_, filing) => {
      references += names(filing).length;
      cited += cites(filing).length;
      assert.ok(filing.footnotes.list.length >= 1);
      assert.equal(new Set(filing.footnotes.list.map(({ text }) => keyOf(text))).size, filing.footnotes.list.length);
      return true;
    });
    assert.ok(references > RUNS && cited > RUNS * 2, `${references} references, ${cited} markers`);
  });

  it('rename: the same words are cited and named, the note has its number, and back is back', () => {
    onAll((next, filing) => {
      const note = noteOf(next, filing);
      const to = 1 + below(next, filing.footnotes.list.length);
      const edits = renamed(filing, note.textSpan.start, String(to));
      if ('refused' in edits) return false;
      const after = read(made(filing.text, edits));
      assert.deepEqual(cites(after), cites(filing));
      assert.deepEqual(names(after), names(filing));
      const now = after.footnotes.list.find(({ text }) => keyOf(text) === keyOf(note.text))!;
      assert.equal(now.number, to);
      const back = renamed(after, now.textSpan.start, String(note.number));
      if ('refused' in back) assert.fail(back.refused);
      const again = read(applied(after.text, back));
      assert.deepEqual(cites(again), cites(filing));
      assert.deepEqual(names(again), names(filing));
      assert.deepEqual(numbered(again), numbered(filing));
      return true;
    });
  });

  for (const id of ['footnote.moveUp', 'footnote.moveDown', 'footnote.sort'])
    it(`${id}: the same words are cited and named`, () => {
      onAll(
        (next, filing) => {
          const { edits, refused } = operate(id, filing, noteOf(next, filing).textSpan.start);
          if (refused !== undefined) return false;
          const after = read(made(filing.text, edits));
          assert.deepEqual(cites(after), cites(filing));
          assert.deepEqual(names(after), names(filing));
          if (id === 'footnote.sort') {
            const order = [
              ...new Set(
                rowsOf(after).flatMap((row) =>
                  cellsOf(row, tableOf(after, row)).flatMap(({ cell }) => cell.markers.map(({ number }) => number!)),
                ),
              ),
            ];
            assert.deepEqual(
              order,
              [...order].sort((a, b) => a - b),
            );
          }
          return true;
        },
        false,
        0.5,
      );
    });

  it('insert: one marker more, which cites the new note', () => {
    onAll((next, filing) => {
      const row = pick(next, rowsOf(filing));
      const { cell, column } = pick(
        next,
        cellsOf(row, tableOf(filing, row)).filter(({ cell: one }) => one.raw !== ''),
      );
      const { edits, refused } = operate('footnote.insert', filing, cell.span.start);
      if (refused !== undefined) return false;
      const after = read(made(filing.text, edits));
      const all = cites(after);
      const fresh = all.filter((one) => one.endsWith(': [Explain here]'));
      assert.equal(fresh.length, 1);
      assert.ok(fresh[0]!.includes(` ${column}:`), fresh[0]);
      assert.deepEqual(
        all.filter((one) => one !== fresh[0]),
        cites(filing),
      );
      assert.deepEqual(names(after), names(filing));
      assert.equal(after.footnotes.list.length, filing.footnotes.list.length + 1);
      return true;
    });
  });

  it('delete: the markers of the note go, and nothing else', () => {
    onAll(
      (next, filing) => {
        const note = noteOf(next, filing);
        const key = keyOf(note.text);
        const { edits, refused } = operate('footnote.delete', filing, note.textSpan.start);
        if (refused !== undefined) {
          assert.match(refused, /would name nothing/);
          return false;
        }
        const after = read(made(filing.text, edits));
        assert.deepEqual(
          cites(after),
          cites(filing).filter((one) => !one.endsWith(`: ${key}`)),
        );
        const less = names(filing)
          .filter((one) => !one.startsWith(`${key}:`))
          .map((one) => {
            const [where, list] = one.split(/: (?!.*: )/);
            return `${where}: ${list!
              .split(' + ')
              .filter((name) => name !== key)
              .join(' + ')}`;
          });
        assert.deepEqual(names(after), less.sort());
        assert.equal(after.footnotes.list.length, filing.footnotes.list.length - 1);
        return true;
      },
      false,
      0.3,
    );
  });

  it('merge: no two notes of the same words, and each cell cites what it cited', () => {
    onAll((_, filing) => {
      const { edits, refused } = operate('footnote.merge', filing, 0);
      if (refused !== undefined) return false;
      const after = read(made(filing.text, edits));
      const texts = after.footnotes.list.map(({ text }) => text);
      assert.equal(new Set(texts).size, texts.length);
      assert.deepEqual(cites(after).sort(), [...new Set(cites(filing))].sort());
      return true;
    }, true);
  });

  it('what an operation has changed is no note that was moved by hand', () => {
    let known = 0;
    onAll((next, filing) => {
      const state = stateOf(cleared(filing));
      if (!state) return false;
      known++;
      const { text } = cleared(filing);
      const note = noteOf(next, read(text));
      const cell = pick(next, rowsOf(read(text))).securityTitle;
      for (const id of ['insert', 'delete', 'moveUp', 'moveDown', 'sort']) {
        const { edits } = operate(
          `footnote.${id}`,
          read(text),
          id === 'insert' ? cell.span.start : note.textSpan.start,
        );
        const { stale, lost } = since(state, read(applied(text, edits)));
        assert.deepEqual([stale.length, lost.length], [0, 0], id);
      }
      return true;
    });
    assert.ok(known > RUNS / 2, `${known} filings whose markers and notes agree`);
  });

  it('a bullet that is moved by hand is told, and after the fix all is as before', () => {
    let told = 0;
    onAll(
      (next, filing) => {
        const before = cleared(filing);
        const state = stateOf(before);
        const { list, style } = before.footnotes;
        if (!state || style !== 'bullet' || list.length < 2) return false;
        const at = below(next, list.length - 1);
        const [one, two] = [list[at]!, list[at + 1]!];
        const words = ({ textSpan: { start, end } }: typeof one): string => before.text.slice(start, end);
        const text = applied(before.text, [
          { span: one.textSpan, newText: words(two) },
          { span: two.textSpan, newText: words(one) },
        ]);
        const moved = read(text);
        const found = withHistory(moved, [], state, undefined);
        const swapped = JSON.stringify(cites(moved)) !== JSON.stringify(cites(before));
        // A cell that cites both still cites both.
        if (found.length === 0) {
          assert.ok(!swapped || citesBoth(before, one.number!, two.number!));
          return true;
        }
        told++;
        const after = read(applied(text, found[0]!.fixes()[0]!.edits));
        assert.deepEqual(cites(after).sort(), cites(before).sort());
        assert.deepEqual(names(after), names(before));
        assert.deepEqual(withHistory(after, [], state, undefined), []);
        return true;
      },
      false,
      0.9,
    );
    assert.ok(told > RUNS / 10, `${told} were told`);
  });
});
