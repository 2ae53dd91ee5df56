/**
 * Operations on made-up filings without a fault, in several layouts: none throws whatever it is answered, and what comes
 * out has no error and no warning. FORM4_RUNS=100000 is the full size.
 */
import assert from 'node:assert/strict';
import { OPERATIONS } from '../../../../server/src/operations/catalogue';
import type { Outcome, Question } from '../../../../server/src/operations/operation';
import { read } from '../../../../server/src/readers';
import { applied } from '../../../../server/src/text/edits';
import { below, madeUp, pick, random, withFaults, type Random } from '../../generate';
import { faults, TODAY, withSnippet } from './operating';

const RUNS = Number(process.env.FORM4_RUNS ?? 300);
const SEED = Number(process.env.FORM4_SEED ?? 4);

type Answers = Record<string, unknown>;
type Ended = { outcome: Outcome; text: string } | { refused: string };

/** Runs an operation to its end, with an answer to each question. */
function finish(
  id: string,
  text: string,
  at: number,
  given: Answers,
  answer: (asks: Question['asks']) => unknown,
): Ended {
  const operation = OPERATIONS.find((one) => one.id === id)!;
  const filing = read(text);
  let answers = given;
  for (let round = 0; round < 40; round++) {
    const outcome = operation.run({ filing, selection: { start: at, end: at }, today: TODAY, answers });
    if ('refused' in outcome) return outcome;
    if (!('asks' in outcome)) {
      const sorted = [...outcome.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      sorted.forEach(({ span }, nth) => {
        assert.ok(span.start <= span.end && span.end <= text.length, `${id}: an edit outside of the text`);
        assert.ok(nth === 0 || sorted[nth - 1]!.span.end <= span.start, `${id}: edits overlap`);
      });
      return { outcome, text: applied(text, withSnippet(outcome).edits) };
    }
    answers = { ...answers, [outcome.asks.answer]: answer(outcome.asks) };
  }
  return { refused: 'asked for ever' };
}

/** The same filing with tabs, with bars, with CR LF. */
function inLayout(next: Random, lines: readonly string[], tables: readonly number[]): string {
  const bars = next() < 0.4;
  const heading = (line: string): boolean => /^1\. Title of|^\t\t\tCode|^\t\t\t\tCode/.test(line);
  const written = lines.map((line, at) =>
    bars && (tables.includes(at) || heading(line)) ? `| ${line.split('\t').join(' | ')} |` : line,
  );
  return written.join(next() < 0.3 ? '\r\n' : '\n');
}

interface Made {
  readonly text: string;
  /** Somewhere in a row of Table I, of either table. */
  readonly inTableI: number;
  readonly inRow: number;
}

function make(next: Random): Made {
  const { lines, tableI, tableII } = madeUp(next);
  const text = inLayout(next, lines, [...tableI, ...tableII]);
  const { starts } = read(text).lines;
  const within = (line: number): number => starts[line]! + below(next, 20);
  return { text, inTableI: within(pick(next, tableI)), inRow: within(pick(next, [...tableI, ...tableII])) };
}

const sensible =
  (next: Random) =>
  (asks: Question['asks']): unknown => {
    if (asks.kind === 'choice') return pick(next, asks.choices!).value;
    const known: Answers = {
      exercisable: '01/02/2020',
      expires: '01/02/2032',
      date: '03/08/2022',
      price: '45.12',
      held: '90000',
      number: '12',
      received: '12',
      disposed: '5',
      exercisePrice: '9.50',
      filed: '03/09/2022',
      note: 'This amendment corrects a number.',
    };
    return (
      known[asks.answer] ?? (asks.answer.startsWith('before') ? '1,000,000' : (asks.value ?? 'Class C Common Stock'))
    );
  };

const trades = (next: Random): string =>
  [
    'Trade Date\tSide\tQuantity\tPrice',
    ...Array.from({ length: 1 + below(next, 8) }, () =>
      [
        pick(next, ['3/8/2022', '8-Mar-2022', '2022-03-08']),
        pick(next, ['Buy', 'Sold']),
        1 + below(next, 40),
        `$45.${10 + below(next, 80)}`,
      ].join('\t'),
    ),
  ].join('\n');

describe(`row operations on ${RUNS} made-up filings`, function () {
  const ran = new Map<string, number>();
  const expectClean = (id: string, text: string, result: Ended, seed: number): void => {
    if ('refused' in result) return;
    ran.set(id, (ran.get(id) ?? 0) + 1);
    for (const each of [result.text, ...(result.outcome.another ? [result.outcome.another.text] : [])]) {
      // Without its only or its earliest transaction a form is another one: box 3 is the user’s to set.
      const found = faults(each).filter((one) => id !== 'row.delete' || !/no-transaction|box-3/.test(one));
      assert.deepEqual(found, [], `${id}, seed ${seed}\n${text}\n=>\n${each}`);
    }
  };

  it('rows that are inserted, exercised, deleted or amended leave no fault', () => {
    for (let run = 0; run < RUNS; run++) {
      const next = random(SEED + run);
      const { text, inTableI, inRow } = make(next);
      const answer = sensible(next);
      const settled = (result: Ended): Ended => {
        // Totals below new rows are the user's to recompute.
        if ('refused' in result || !result.outcome.remark?.includes('Recompute')) return result;
        const again = finish(
          'row.recompute',
          result.text,
          read(result.text).nonDerivativeTable.rows[0]!.span.start,
          {},
          answer,
        );
        return 'refused' in again ? { refused: again.refused } : again;
      };
      for (const id of ['rows.paste', 'rows.fills'])
        expectClean(id, text, settled(finish(id, text, inTableI, { clipboard: trades(next) }, answer)), SEED + run);
      expectClean('rows.exercise', text, settled(finish('rows.exercise', text, inRow, {}, answer)), SEED + run);
      expectClean('row.delete', text, without(finish('row.delete', text, inRow, {}, answer), text, inRow), SEED + run);
      const changed = text.replace('45.12', '45.13');
      if (changed !== text)
        expectClean(
          'filing.amend',
          text,
          finish('filing.amend', changed, inTableI, { original: text }, answer),
          SEED + run,
        );
    }
    for (const id of ['rows.paste', 'rows.fills', 'rows.exercise', 'row.delete', 'filing.amend'])
      assert.ok((ran.get(id) ?? 0) > RUNS / 5, `${id} ran ${ran.get(id)} times`);
  });

  it('duplicates and moved rows leave none once totals are recomputed, and moving there and back changes nothing', () => {
    for (let run = 0; run < RUNS; run++) {
      const next = random(SEED + run);
      const { text, inTableI } = make(next);
      for (const id of ['row.duplicate', 'row.moveUp', 'row.moveDown']) {
        const result = finish(id, text, inTableI, {}, () => undefined);
        if ('refused' in result) continue;
        const back = id === 'row.moveUp' ? 'row.moveDown' : 'row.moveUp';
        if (id !== 'row.duplicate') {
          const undone = finish(back, result.text, result.outcome.caret!.start, {}, () => undefined);
          assert.equal('text' in undone && undone.text, text, `${id} and ${back}, seed ${SEED + run}`);
        }
        const first = read(result.text).nonDerivativeTable.rows[0]!.span.start;
        const totals = finish('row.recompute', result.text, first, {}, () => undefined);
        if ('refused' in totals) continue;
        // The first row of a holding keeps its total, and its amount may then be more than that.
        const found = faults(totals.text).filter(
          (one) => !/holdings-(?:total|order)|below-acquired|box-3|duplicate-row/.test(one),
        );
        assert.deepEqual(found, [], `${id}, seed ${SEED + run}\n${totals.text}`);
        assert.deepEqual(
          faults(totals.text).filter((one) => /holdings-total/.test(one)),
          [],
          `${id}, seed ${SEED + run}\n${totals.text}`,
        );
      }
    }
  });

  it('no operation throws on any text or answer, and each comes to an end', () => {
    const words = [
      '',
      '0',
      '-1',
      '1,5',
      '1e9',
      '99999999999999',
      '02/30/2022',
      'another',
      'D',
      '<sup>(1)</sup>',
      '\t|\n"',
      '"',
      'Date\tShares\n',
      'Date,Side\n3/7/22,Buy',
      '\ud800',
      'Date\tSide\tShares\tPrice\n3/7/2022\tSell\t10\t45',
      'x'.repeat(5000),
    ];
    const strange: unknown[] = [...words, null, 7, {}, [], true, undefined];
    for (let run = 0; run < RUNS; run++) {
      const next = random(SEED + run);
      const { lines, ...made } = madeUp(next);
      let text = withFaults(next, { lines, ...made }, below(next, 5));
      if (next() < 0.3) text = text.slice(0, below(next, text.length));
      const at = below(next, text.length + 1);
      for (const { id, offer } of OPERATIONS) {
        const given: Answers = {};
        if (next() < 0.5) given.clipboard = pick(next, strange);
        if (next() < 0.5) given.original = pick(next, strange);
        finish(id, text, at, given, (asks) =>
          asks.kind === 'choice' && next() < 0.7 ? pick(next, asks.choices!).value : pick(next, strange),
        );
        offer?.({ filing: read(text), selection: { start: at, end: at }, today: undefined, answers: {} });
      }
    }
  });
});

/** A row that is deleted takes no fault away and adds none but what its absence is: totals below, a filing without rows. */
function without(result: Ended, text: string, at: number): Ended {
  if ('refused' in result) return result;
  const first = read(result.text).nonDerivativeTable.rows[0];
  if (read(text).nonDerivativeTable.rows.length < 2 || !first) return { refused: 'nothing is left' };
  if (at > read(text).nonDerivativeTable.span.end) return result;
  const again = finish('row.recompute', result.text, first.span.start, {}, () => undefined);
  if (!('refused' in again)) return again;
  return again.refused.includes('follow already') ? result : again;
}
