/** Fixes that were tried before they are offered: each removes its own finding and adds none. */
import type { Filing } from '../filing/model';
import { read } from '../readers';
import type { Finding, Fix } from '../rules/rule';
import { applied } from './fixAll';

/** In a text longer than this a fix is offered untried: reading it again for each would keep the user waiting. */
const LONGEST = 200_000;

/**
 * The findings, each with those of its fixes that keep the promise. Worked out when a finding's fixes are asked for.
 * A hint may take the place of an error: it said nothing as long as the error did.
 * @param check the rules as they gave these findings
 */
export function tried(
  filing: Filing,
  findings: readonly Finding[],
  check: (filing: Filing) => readonly Finding[],
): Finding[] {
  const { start, end } = filing.part?.span ?? { start: 0, end: filing.text.length };
  if (end - start > LONGEST) return [...findings];
  let before: ReadonlyMap<string, number> | undefined;
  const keeps = (finding: Finding, fix: Fix): boolean => {
    before ??= countsOf(findings);
    const after = check(read(appliedTo(filing, fix)));
    const own = after.filter(({ rule }) => rule === finding.rule).length;
    if (own >= findings.filter(({ rule }) => rule === finding.rule).length) return false;
    return [...countsOf(after)].every(([rule, count]) => count <= (before!.get(rule) ?? 0));
  };
  return findings.map((finding) => {
    let kept: readonly Fix[] | undefined;
    return { ...finding, fixes: () => (kept ??= finding.fixes().filter((fix) => keeps(finding, fix))) };
  });
}

/** The text of the filing, without that of others beside it, after a fix. */
function appliedTo({ text, part }: Filing, { edits }: Fix): string {
  if (!part) return applied(text, edits);
  const { start, end } = part.span;
  const own = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applied(text.slice(start, end), own);
}

/** How many findings above a hint each rule has. */
function countsOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) if (severity !== 'hint') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
