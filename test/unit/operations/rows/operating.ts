/** How the tests of operations speak: rows with the cursor ‸ in them go in, rows come out. */
import assert from 'node:assert/strict';
import { operationOf } from '../../../../server/src/operations/catalogue';
import type { Outcome, Question } from '../../../../server/src/operations/operation';
import { read } from '../../../../server/src/readers';
import { check } from '../../../../server/src/rules/run';
import { applied as edited } from '../../../../server/src/text/edits';
import { blankOf } from '../../../../server/src/text/snippet';
import { filingAround } from '../../harness';

export const TODAY = 19100; // 2022-04-18

export interface Done {
  readonly text: string;
  readonly outcome: Outcome;
  /** The text with the cursor in it. */
  readonly cursor: string;
}

/** The whole text with one cursor, or a selection between two. */
export function placed(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('‸');
  const last = marked.lastIndexOf('‸');
  assert.ok(start >= 0, 'a cursor');
  return { text: marked.replaceAll('‸', ''), start, end: last > start ? last - 1 : start };
}

/** What an operation says on a whole text, whatever that is. */
export function ask(id: string, marked: string, answers: Record<string, unknown> = {}): ReturnType<typeof run> {
  return run(id, marked, answers);
}

function run(id: string, marked: string, answers: Record<string, unknown>): Outcome | { refused: string } | Question {
  const { text, start, end } = placed(marked);
  const operation = operationOf(id);
  assert.ok(operation, `no operation ${id}`);
  return operation.run({ filing: read(text), selection: { start, end }, today: TODAY, answers });
}

/** What an operation makes of a whole text. */
export function done(id: string, marked: string, answers: Record<string, unknown> = {}): Done {
  const outcome = run(id, marked, answers);
  assert.ok(!('refused' in outcome), 'refused' in outcome ? outcome.refused : '');
  assert.ok(!('asks' in outcome), 'asks' in outcome ? `asks ${outcome.asks.answer}: ${outcome.asks.prompt}` : '');
  // Places to fill in are blank, and the cursor stands in the first, as for an editor that does not know them.
  const { edits, caret } = withSnippet(outcome);
  const text = edited(placed(marked).text, edits);
  const { start, end } = caret ?? { start: 0, end: 0 };
  const cursor =
    start === end
      ? `${text.slice(0, start)}‸${text.slice(start)}`
      : `${text.slice(0, start)}‸${text.slice(start, end)}‸${text.slice(end)}`;
  return { text, outcome, cursor };
}

export function withSnippet({ edits, caret, snippet }: Outcome): Pick<Outcome, 'edits' | 'caret'> {
  if (!snippet) return { edits, ...(caret && { caret }) };
  const words = snippet.pieces.map((piece) => blankOf([piece]));
  const first = snippet.pieces.findIndex((piece) => typeof piece !== 'string');
  const at = snippet.span.start + words.slice(0, first < 0 ? undefined : first).join('').length;
  return { edits: [...edits, { span: snippet.span, newText: words.join('') }], caret: { start: at, end: at } };
}

/** Expects an operation on an example (test/unit/harness.ts) to give another example, cursor and all where it has one. */
export function makes(id: string, before: string, after: string, answers: Record<string, unknown> = {}): Done {
  const result = done(id, filingAround(before), answers);
  assert.equal(after.includes('‸') ? result.cursor : result.text, filingAround(after));
  return result;
}

/** Expects an operation to be refused in these words. */
export function refuses(id: string, before: string, words: RegExp, answers: Record<string, unknown> = {}): void {
  const outcome = run(id, filingAround(before), answers);
  assert.ok('refused' in outcome, JSON.stringify(outcome));
  assert.match(outcome.refused, words);
}

/** Expects an operation to ask for an answer. */
export function asks(
  id: string,
  before: string,
  answer: string,
  answers: Record<string, unknown> = {},
): Question['asks'] {
  const outcome = run(id, filingAround(before), answers);
  assert.ok('asks' in outcome, JSON.stringify(outcome));
  assert.equal(outcome.asks.answer, answer);
  return outcome.asks;
}

/** Errors and warnings, one line each. */
export const faults = (text: string): string[] =>
  check(read(text), { today: TODAY })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
