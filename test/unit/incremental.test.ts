/**
 * The server keeps the text of a document in step with edits and reads each version afresh. Whatever the edits: the filing
 * and the findings after each are those of a fresh reading of the text.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Documents } from '../../server/src/server/documents';
import type { Filing } from '../../server/src/filing/model';
import { readAll } from '../../server/src/readers';
import { CATALOGUE } from '../../server/src/rules/catalogue';
import { check } from '../../server/src/rules/run';
import type { Finding } from '../../server/src/rules/rule';
import { NO_DOCUMENT_CONFIG, type DocumentConfig } from '../../server/src/server/documentConfigs';
import { dayOf } from '../../server/src/text/days';
import { LineIndex, type Range } from '../../server/src/text/lines';
import { below, madeUp, pick, random, untidy, withFaults, type Random } from './generate';
import { runs, seed, tally } from './soak';

/** A filing of each layout, and of each way of writing one. */
const FILINGS = ['test/fixtures/layouts', 'test/fixtures'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|xml|html|md)$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);

const URI = 'file:///a.form4';
const TODAY = dayOf(2023, 3, 9)!;
/** All rules are on, also those that are off until somebody wants them; but for the one that speaks of what was before. */
const RULES = {
  ...Object.fromEntries(CATALOGUE.map(({ id, severity }) => [id, severity])),
  'footnote-moved': 'off' as const,
};
const CONFIG: DocumentConfig = { ...NO_DOCUMENT_CONFIG, rules: RULES };

/** What is typed: letters and digits, what parts cells and lines, and what means something to a reader or to a rule. */
const TYPED = [
  ...'abcdefgh 0123456789,.$-/()[]<>|\\+AISDVMFGPXx\t\n'.split(''),
  ...['<sup>(1)</sup>', '<sup>(2)</sup>', '(3)', ' (9)', '<sup', '/s/ ', ' 03/08/2022', 'See footnote 1', '\r\n', '\r'],
  ...[
    'weighted average',
    'from $41.00 to $43.10',
    'footnotes (1) through (3)',
    '10b5-1',
    '\u00a0',
    '\u200b',
    '- ',
    '2. ',
  ],
  ...['Remarks:', 'Explanation of Responses:', 'Table II - Derivative', 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP'],
  ...[
    'Common Stock',
    '03/07/2022\t',
    'By Spouse',
    'J',
    'S/K',
    'G V',
    '1,000',
    '\\$0',
    '<table><tr>',
    '| a | b |',
    '\ud83d',
  ],
];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Mostly a letter or a digit more or less within a word, as people type; now and then a whole stretch. */
function someEdit(next: Random, text: string): Edit {
  const anywhere = (): number => {
    // Into a table or a note as often as anywhere else.
    const from = next() < 0.7 ? Math.max(0, text.indexOf('Table I')) : 0;
    return from + below(next, text.length - from + 1);
  };
  const start = anywhere();
  const kind = next();
  if (kind < 0.35) return { start, end: start, text: pick(next, TYPED) };
  if (kind < 0.6) return { start, end: Math.min(text.length, start + 1), text: '' };
  if (kind < 0.85) return { start, end: Math.min(text.length, start + 1 + below(next, 4)), text: pick(next, TYPED) };
  if (kind < 0.95) return { start, end: Math.min(text.length, start + below(next, 60)), text: '' };
  return { start, end: start, text: text.slice(anywhere()).slice(0, below(next, 200)) };
}

function someText(next: Random): string {
  const kind = next();
  if (kind < 0.02) return pick(next, FILINGS);
  const text = kind < 0.5 ? withFaults(next, madeUp(next), 1 + below(next, 3)) : madeUp(next).lines.join('\n');
  return kind < 0.05 ? untidy(next, text) : text;
}

const rangeOf = (lines: LineIndex, { start, end }: Edit): Range => lines.range({ start, end });

/**
 * What of a filing and its findings can be compared: as plain data, since cells are made when somebody asks for them. A line
 * index holds nothing but the text's own.
 */
function seen({ text: _, lines: __, ...filing }: Filing, findings: readonly Finding[]): unknown {
  const plain: unknown = JSON.parse(
    JSON.stringify(filing, (__, of: unknown) => (typeof of === 'bigint' ? `${of}n` : of)),
  );
  return { filing: plain, findings: findings.map(({ fixes: _, ...finding }) => finding) };
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys) if (!same(one[key], other[key])) return false;
  return true;
}

function compare(documents: Documents, text: string, told: () => string): void {
  const snapshot = documents.get(URI)!;
  assert.equal(snapshot.text, text, told());
  const fresh = readAll(text);
  assert.equal(snapshot.filings.length, fresh.length, told());
  const found = snapshot.check(CONFIG, TODAY).findings;
  const expected = fresh.flatMap((filing) => check(filing, { rules: RULES, closed: CONFIG.closed, today: TODAY }));
  const is = snapshot.filings.map((filing) => seen(filing, found));
  const wanted = fresh.map((filing) => seen(filing, expected));
  if (!same(is, wanted)) assert.deepEqual(is, wanted, told());
}

describe('editing', () => {
  it('gives after each edit what a fresh reading gives: filings and findings', function () {
    this.timeout(0);
    const scripts = runs(500);
    const first = seed(7_000_000);
    for (let number = 0; number < scripts; number++) {
      const next = random(first + number);
      let text = someText(next);
      const documents = new Documents(() => {});
      documents.open({ textDocument: { uri: URI, languageId: 'form4', version: 1, text } });
      documents.get(URI)!.check(CONFIG, TODAY);
      const edits: Edit[] = [];
      for (let left = 1 + below(next, 2); left > 0; left--) {
        const lines = new LineIndex(text);
        const edit = someEdit(next, text);
        const range = rangeOf(lines, edit);
        const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
        edits.push(edit);
        text = text.slice(0, start) + edit.text + text.slice(end);
        const change = { range, text: edit.text };
        documents.change({ textDocument: { uri: URI, version: edits.length + 1 }, contentChanges: [change] });
        compare(documents, text, () => `script of seed ${first + number}: ${JSON.stringify(edits)}`);
      }
    }
    tally('incremental', scripts);
  });

  it('knows of a marker that stands under no column', () => {
    const text = [
      'Table I - Non-Derivative Securities Acquired',
      '1. Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)',
      'Common Stock\t03/07/2023\t\tA\t\t693\tA\t\\$43.16\t9,503\tD\t\t(1)',
      'Explanation of Responses:',
      '- A note.',
    ].join('\n');
    const at = text.indexOf('(1)') + 1;
    const documents = new Documents(() => {});
    documents.open({ textDocument: { uri: URI, languageId: 'form4', version: 1, text } });
    assert.equal(documents.get(URI)!.filing.hasMarkers, true);
    const range = new LineIndex(text).range({ start: at, end: at });
    documents.change({ textDocument: { uri: URI, version: 2 }, contentChanges: [{ range, text: 'G' }] });
    assert.equal(documents.get(URI)!.filing.hasMarkers, false);
  });
});
