/**
 * Formatting on made-up filings with all sorts of habits, some of them with faults: values stay what they are, formatting
 * twice is formatting once, and what was in order is not touched. FORM4_RUNS=20000 is the full size; FORM4_CORPUS=<folder>
 * looks at the filings in it too.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { formatEdits, formatting, onTypeFormatting } from '../../../server/src/features/formatting';
import { readAll } from '../../../server/src/readers';
import type { Range } from '../../../server/src/text/lines';
import { toJson } from '../../../server/src/writers/json';
import { madeUp, random, untidy, withFaults } from '../generate';
import { edited } from '../edited';

const RUNS = Number(process.env.FORM4_RUNS ?? 400);
const SEED = Number(process.env.FORM4_SEED ?? 4);
const CORPUS = process.env.FORM4_CORPUS;

/** What `form4 parse` prints, but for how and where it is written, and how it was read. */
const facts = (text: string): string =>
  JSON.stringify(
    readAll(text).map((filing) => toJson(filing)),
    (key, value: unknown) => (['raw', 'range', 'read', 'unread', 'inferred'].includes(key) ? undefined : value),
  );

const format = (text: string, ...ranges: Range[]): string => edited(text, formatting(readAll(text), ...ranges));

function textOf(seed: number): string {
  const next = random(seed);
  const filing = madeUp(next);
  return untidy(next, seed % 3 === 0 ? withFaults(next, filing, 1 + (seed % 4)) : filing.lines.join('\n'));
}

/** Formats, and looks at the promises; the number of edits. */
function proved(text: string, name: string): number {
  const edits = formatting(readAll(text));
  const after = edited(text, edits);
  assert.equal(facts(after), facts(text), `${name} says something else\n${text}\n---\n${after}`);
  assert.equal(format(after), after, `${name} is formatted again\n${text}\n---\n${after}`);
  const { lines } = readAll(text)[0]!;
  for (const { range, newText } of edits) {
    assert.equal(range.start.line, range.end.line, name);
    assert.notEqual(text.slice(lines.offset(range.start), lines.offset(range.end)), newText, name);
  }
  return edits.length;
}

describe(`formatting ${RUNS} made-up filings`, function () {
  it('keeps every value, and once is enough', () => {
    let changed = 0;
    for (let run = 0; run < RUNS; run++) {
      const text = textOf(SEED + run);
      const wanted = formatEdits(readAll(text)).length;
      const made = proved(text, `seed ${SEED + run}`);
      assert.equal(made, wanted, `seed ${SEED + run}: what was worked out is not safe\n${text}`);
      if (made > 0) changed++;
    }
    assert.ok(changed > RUNS / 2, `${changed} were changed`);
  });

  it('keeps every value of the lines of a range, and leaves the others alone', () => {
    for (let run = 0; run < RUNS; run++) {
      const text = textOf(SEED + run);
      const count = text.split(/\r?\n/).length;
      const line = (run * 7) % count;
      const range = {
        start: { line, character: 0 },
        end: { line: Math.min(count - 1, line + (run % 3)), character: 1 },
      };
      const after = format(text, range);
      assert.equal(facts(after), facts(text), `seed ${SEED + run}`);
      assert.equal(format(after, range), after, `seed ${SEED + run}: lines ${line} on are formatted again\n${text}`);
      const [old, now] = [text.split('\n'), after.split('\n')];
      assert.equal(now.length, old.length);
      for (const [at, words] of old.entries())
        if (at < line || at > range.end.line) assert.equal(now[at], words, `seed ${SEED + run}: line ${at}`);
      const typed = onTypeFormatting(readAll(text), { line: line + 1, character: 0 }, '\n');
      assert.ok(typed.every(({ range: { start, end } }) => start.line === line && end.line === line));
    }
  });

  it('has nothing to do in a filing that is written as the form is', () => {
    for (let run = 0; run < RUNS / 10; run++)
      assert.deepEqual(formatting(readAll(madeUp(random(SEED + run)).lines.join('\n'))), [], `seed ${SEED + run}`);
  });
});

if (CORPUS)
  describe(`formatting the filings in ${CORPUS}`, function () {
    for (const file of globSync('**/*.{txt,md}', { cwd: CORPUS, absolute: true }))
      it(file.slice(CORPUS.length), () => {
        const text = readFileSync(file, 'utf8');
        const wanted = formatEdits(readAll(text)).length;
        assert.equal(proved(text, file), wanted, 'what was worked out is not safe');
      });
  });
