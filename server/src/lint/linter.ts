/** The way from the filings of a text to its findings: the rules, their fixes verified, the known ones left out. */
import { withoutKnown, type KnownFinding } from '../config/baseline';
import type { Filing } from '../filing/model';
import type { Finding } from '../rules/rule';
import { check, type CheckOptions } from '../rules/run';
import { fixAll, type FixedText } from './fixAll';
import { withVerifiedFixes } from './verifiedFixes';

export interface LintOptions extends CheckOptions {
  /** What becomes of fixes that are not verified, as the filing is too long: offered, unless it says otherwise. */
  readonly unverified?: 'offered' | 'withheld';
}

export interface Linted {
  readonly findings: readonly Finding[];
  /** How many findings a baseline has left out. */
  readonly known: number;
}

/** Which safe fixes are made. */
export interface FixSelection {
  /** Known findings, which stay as they are. */
  readonly known?: readonly KnownFinding[];
  /** The only rule whose findings are fixed. */
  readonly rule?: string;
}

export interface Linter {
  /** All findings of the filings of one text, in its order. */
  readonly findings: (filings: readonly Filing[]) => readonly Finding[];
  /** The same without those that a baseline knows. */
  readonly lint: (filings: readonly Filing[], known?: readonly KnownFinding[]) => Linted;
  /** Makes the safe fixes of a text. */
  readonly fix: (text: string, selection?: FixSelection) => FixedText;
}

/** Checks texts under the same settings, one after the other; editor and command line both come by here. */
export function linter({ unverified = 'offered', ...settings }: LintOptions): Linter {
  const rules = (filing: Filing): Finding[] => check(filing, settings);
  const verified = (filing: Filing, findings: Finding[]): Finding[] =>
    findings.length > 0 ? withVerifiedFixes(filing, findings, rules, unverified) : findings;
  const findings = (filings: readonly Filing[]): Finding[] =>
    filings.flatMap((filing) => verified(filing, rules(filing)));
  const lint = (filings: readonly Filing[], known: readonly KnownFinding[] = []): Linted => {
    const all = findings(filings);
    const fresh = known.length > 0 ? withoutKnown(filings, all, known) : all;
    return { findings: fresh, known: all.length - fresh.length };
  };
  return {
    findings,
    lint,
    fix: (text, { known = [], rule } = {}) =>
      fixAll(text, (filing) =>
        lint([filing], known).findings.filter((finding) => rule === undefined || finding.rule === rule),
      ),
  };
}
