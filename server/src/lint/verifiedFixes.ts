/**
 * Fixes that are made on trial before they are offered: each removes its own finding, adds none, and leaves a text that is read
 * as well.
 */
import type { Filing } from '../filing/model';
import { read } from '../readers';
import type { Finding, Fix } from '../rules/rule';
import { applied } from '../text/edits';
import { readingBeside, readingOf, readsAsWell, type Reading } from './reading';

/** A fix of a filing longer than this, which no real one is, is not verified: reading it again for each would take too long. */
const LONGEST = 200_000;
/** How much text is read again at the most, all fixes of a text together; those asked for later are not verified. */
const MOST_READ = 8_000_000;

/**
 * The findings, each with those of its fixes that keep the promise. Worked out when a finding's fixes are asked for.
 * A hint may take the place of an error: it said nothing as long as the error did.
 * @param check the rules as they gave these findings
 * @param unverified what becomes of fixes beyond these limits: who looks at each may have them, who looks at none may not
 */
export function withVerifiedFixes(
  filing: Filing,
  findings: readonly Finding[],
  check: (filing: Filing) => readonly Finding[],
  unverified: 'offered' | 'withheld' = 'offered',
): Finding[] {
  const { start, end } = filing.part?.span ?? { start: 0, end: filing.text.length };
  if (unverified === 'offered' && end - start > LONGEST) return [...findings];
  let left = end - start > LONGEST ? 0 : MOST_READ;
  let before: { readonly all: Counts; readonly told: Counts } | undefined;
  let reading: Reading | undefined;
  const keeps = (finding: Finding, fix: Fix): boolean => {
    left -= end - start;
    if (left < 0) return unverified === 'offered';
    before ??= { all: countsOf(findings), told: countsOf(findings.filter(isTold)) };
    const fixed = read(appliedTo(filing, fix));
    if (!readsAsWell((reading ??= readingOf(filing)), readingBeside(filing, fix.edits), readingOf(fixed))) return false;
    const after = check(fixed);
    if ((countsOf(after).get(finding.rule) ?? 0) >= before.all.get(finding.rule)!) return false;
    for (const [rule, count] of countsOf(after.filter(isTold)))
      if (count > (before.told.get(rule) ?? 0) && !fix.brings?.includes(rule)) return false;
    return true;
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

const isTold = ({ severity }: Finding): boolean => severity !== 'hint';

type Counts = ReadonlyMap<string, number>;

/** How many findings each rule has. */
function countsOf(findings: readonly Finding[]): Counts {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
