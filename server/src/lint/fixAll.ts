/** All fixes that may be made without a look at each: formats, clears of what cannot be meant, renumbering. */
import type { Filing } from '../filing/model';
import { readAll } from '../readers';
import { ruleOf } from '../rules/catalogue';
import type { Finding, Fix } from '../rules/rule';
import { applied } from '../text/edits';
import type { Span } from '../text/span';

/** More than any filing has needed: a fix that calls for another one calls for a third at most. */
const MOST_ROUNDS = 10;

export interface FixedText {
  readonly text: string;
  /** The findings that were repaired. */
  readonly fixed: readonly Finding[];
}

/** Makes the safe fixes of a text over and over, until there are none. */
export function fixAll(text: string, check: (filing: Filing) => readonly Finding[]): FixedText {
  const fixed: Finding[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = compatible(readAll(text).flatMap(check));
    if (chosen.length === 0) break;
    text = applied(
      text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    for (const { finding } of chosen) fixed.push(finding);
  }
  return { text, fixed };
}

/** The safe fix of a finding, the preferred one first; undefined where it has none. */
export function safeFixOf(finding: Finding): Fix | undefined {
  if (!ruleOf(finding.rule)?.safe) return undefined;
  const safe = finding.fixes().filter((fix) => fix.safe && fix.edits.length > 0);
  return safe.find(({ preferred }) => preferred) ?? safe[0];
}

/** The safe fixes that do not get into each other's way; the others come in a later round. */
function compatible(findings: readonly Finding[]): { finding: Finding; fix: Fix }[] {
  const chosen: { finding: Finding; fix: Fix }[] = [];
  /** In the order of the text. */
  const taken: Span[] = [];
  for (const finding of findings) {
    const fix = safeFixOf(finding);
    if (!fix || !fix.edits.every(({ span }) => fits(taken, span))) continue;
    chosen.push({ finding, fix });
    for (const { span } of fix.edits) taken.splice(placeOf(taken, span), 0, span);
  }
  return chosen;
}

/** True where a span does not so much as touch those before and behind it. */
function fits(taken: readonly Span[], span: Span): boolean {
  const at = placeOf(taken, span);
  const [before, behind] = [taken[at - 1], taken[at]];
  return (!before || before.end < span.start) && (!behind || span.end < behind.start);
}

/** How many of the spans, which are in the order of the text, begin before this one. */
function placeOf(taken: readonly Span[], { start }: Span): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
