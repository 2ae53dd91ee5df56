/**
 * Faults as people make them, in accepted filings, where FORM4_CORPUS names their folder: what is told, where, and how
 * often. FORM4_SHOW=n prints n examples of each kind that is not told at its place once; FORM4_KINDS names kinds.
 */
import assert from 'node:assert/strict';
import { withVerifiedFixes } from '../../../server/src/lint/verifiedFixes';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import type { Edit, Finding } from '../../../server/src/rules/rule';
import { check } from '../../../server/src/rules/run';
import type { Span } from '../../../server/src/text/span';
import { placesAfter } from '../acceptedFaults';
import { OF_NOTES } from '../acceptedFaultsOfNotes';
import { OF_ROWS } from '../acceptedFaultsOfRows';
import { falsified } from '../falsified';
import { below, random } from '../generate';
import { applied } from '../harness';
import { accepted } from '../writers/sources';

const TODAY = 20_780;
const EACH = Number(process.env.FORM4_EACH ?? 24);
const SHOW = Number(process.env.FORM4_SHOW ?? 0);
const SEED = Number(process.env.FORM4_SEED ?? 1);
const ONLY = process.env.FORM4_KINDS;

const checked = (filing: Filing): Finding[] => check(filing, { today: TODAY });
const isTold = ({ severity }: Finding): boolean => severity !== 'hint';

/** The findings that were not there before: of what stood there with other numbers in its words, nothing is new. */
function fresh(before: Filing, said: readonly Finding[], after: Filing, found: readonly Finding[]): Finding[] {
  const known = [...said];
  const keys: ((of: Filing, one: Finding) => string)[] = [
    (_, { rule, message }) => `${rule} ${message}`,
    ({ text }, { rule, span }) => `${rule} ${text.slice(span.start, span.end)}`,
  ];
  return keys.reduce(
    (left, key) =>
      left.filter((one) => {
        const at = known.findIndex((other) => key(before, other) === key(after, one));
        if (at >= 0) known.splice(at, 1);
        return at < 0;
      }),
    [...found],
  );
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end + 1 && b.start <= a.end + 1;

/** A cell that is wrapped has other cells between its lines, and is not replaced in one piece. */
const breaksLines = ({ text }: Filing, { span, newText }: Edit): boolean =>
  text.slice(span.start, span.end - 1).includes('\n') && newText !== '' && !newText.includes('\n');

interface Result {
  made: number;
  told: number;
  place: number;
  once: number;
  loudOnce: number;
  wrong: number;
}

for (const layout of (process.env.FORM4_LAYOUTS ?? 'tabbed').split(',')) {
  const samples = accepted(layout);
  (samples.length > 0 ? describe : describe.skip)(
    `faults as people make them, in accepted filings: ${layout}`,
    function () {
      this.timeout(3_600_000);
      const results = new Map<string, Result>();
      const falsifying: string[] = [];

      before(() => {
        const kept = new Map<string, { truth: Filing; said: Finding[] }>();
        for (const { name, make } of [...OF_ROWS, ...OF_NOTES]) {
          if (ONLY && !ONLY.split(',').some((part) => name.includes(part))) continue;
          const next = random(SEED * 7919 + name.length);
          const result: Result = { made: 0, told: 0, place: 0, once: 0, loudOnce: 0, wrong: 0 };
          results.set(name, result);
          let shown = 0;
          for (let tries = 0; tries < EACH * 40 && result.made < EACH; tries++) {
            const sample = samples[below(next, samples.length)]!;
            let of = kept.get(sample.name);
            if (!of) {
              const truth = read(sample.text);
              kept.set(sample.name, (of = { truth, said: checked(truth) }));
            }
            const { truth, said } = of;
            const made = make(next, truth);
            if (!made || made.edits.length === 0 || made.edits.some((edit) => breaksLines(truth, edit))) continue;
            const text = applied(truth.text, made.edits);
            if (text === truth.text) continue;
            const faulty = read(text);
            const found = withVerifiedFixes(faulty, checked(faulty), checked);
            const news = fresh(truth, said, faulty, found);
            const told = news.filter(isTold);
            const places = placesAfter(made);
            const at = told.filter(({ span, related }) =>
              [span, ...related.slice(0, 3).map((one) => one.span)].some((one) =>
                places.some((place) => touches(one, place)),
              ),
            );
            const errors = told.filter(({ severity }) => severity === 'error');
            const warnings = told.filter(({ severity }) => severity === 'warning');
            const loud = errors.length > 0 ? errors : warnings.length > 0 ? warnings : told;
            result.made++;
            if (told.length > 0) result.told++;
            if (at.length > 0) result.place++;
            if (told.length === 1) result.once++;
            if (loud.length === 1) result.loudOnce++;
            const spoilt = news.flatMap((one) =>
              one
                .fixes()
                .filter(({ preferred }) => preferred)
                .flatMap((fix) =>
                  falsified(truth, faulty, read(applied(text, fix.edits)), made.moved ?? false).map(
                    (what) => `${name}: ${sample.name}: ${one.rule}: ${fix.title}: ${what}`,
                  ),
                ),
            );
            result.wrong += spoilt.length;
            falsifying.push(...spoilt);
            if ((told.length !== 1 || at.length === 0 || spoilt.length > 0) && shown++ < SHOW) {
              const line = (offset: number): number => text.slice(0, offset).split('\n').length;
              console.log(`--- ${name}: ${sample.name}`);
              for (const { span, newText } of made.edits)
                console.log(
                  `   line ${line(span.start)}: ${JSON.stringify(truth.text.slice(span.start, span.end).slice(0, 160))} → ${JSON.stringify(newText.slice(0, 160))}`,
                );
              for (const one of news)
                console.log(`   ${one.severity} ${one.rule} line ${line(one.span.start)}: ${one.message}`);
              for (const one of spoilt) console.log(`   FALSIFIES ${one}`);
            }
          }
        }
      });

      after(() => {
        const sum = (of: (one: Result) => number): number =>
          [...results.values()].reduce((all, one) => all + of(one), 0);
        const percent = (n: number, made: number): string => ((100 * n) / Math.max(1, made)).toFixed(1).padStart(6);
        const line = (name: string, one: Result): void =>
          console.log(
            `${name.padEnd(40)} ${String(one.made).padStart(5)} told ${percent(one.told, one.made)} place ${percent(one.place, one.made)} once ${percent(one.once, one.made)} (worst once ${percent(one.loudOnce, one.made)}) falsified ${one.wrong}`,
          );
        for (const [name, one] of results) line(name, one);
        line(layout, {
          made: sum(({ made }) => made),
          told: sum(({ told }) => told),
          place: sum(({ place }) => place),
          once: sum(({ once }) => once),
          loudOnce: sum(({ loudOnce }) => loudOnce),
          wrong: sum(({ wrong }) => wrong),
        });
      });

      it('no preferred fix changes a right number', () => assert.deepEqual(falsifying, []));
    },
  );
}
