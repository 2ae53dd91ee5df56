/** Short forms of what is found, for tables of near misses. */
import type { Finding } from '../../../server/src/rules/rule';
import type { CheckOptions } from '../../../server/src/rules/run';
import { applied, filingAround, findings, marked } from '../harness';

const TODAY = 30000;

const found = (example: string, options?: CheckOptions): Finding[] =>
  findings(marked(filingAround(example)).text, { today: TODAY, ...options });

/** `error box-3`: every finding of an example. */
export const all = (example: string, options?: CheckOptions): string[] =>
  found(example, options).map(({ severity, rule }) => `${severity} ${rule}`);

/** `error: Expected …`: the findings of one rule. */
export const told = (rule: string, example: string, options?: CheckOptions): string[] =>
  found(example, options).flatMap((one) => (one.rule === rule ? [`${one.severity}: ${one.message}`] : []));

/** The titles of the fixes of a rule's first finding; a star before the preferred one. */
export const offers = (rule: string, example: string, options?: CheckOptions): string[] =>
  found(example, options)
    .find((one) => one.rule === rule)!
    .fixes()
    .map(({ title, preferred }) => (preferred ? `* ${title}` : title));

/** The places to which a rule's first finding points: `the signature: 03/08/2022`. */
export const related = (rule: string, example: string): string[] => {
  const { text } = marked(filingAround(example));
  return found(example)
    .find((one) => one.rule === rule)!
    .related.map(({ message, span }) => `${message}: ${text.slice(span.start, span.end)}`);
};

/**
 * `error holdings-total *1 of 2`: of two fixes the first gives back what was right, and is the preferred one. `-` where none
 * does, `!` where another one is preferred.
 */
export function outcome(right: string, wrong: string): string[] {
  return findings(wrong, { today: TODAY }).map((one) => {
    const fixes = one.fixes();
    const place = fixes.findIndex(({ edits }) => applied(wrong, edits) === right);
    const preferred = fixes.findIndex((fix) => fix.preferred);
    const mark = preferred < 0 ? '' : preferred === place ? '*' : '!';
    return `${one.severity} ${one.rule} ${mark}${place < 0 ? '-' : place + 1} of ${fixes.length}`;
  });
}
