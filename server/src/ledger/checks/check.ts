/** What a check against the filing before is given, and what it says. */
import type { Filing, Row } from '../../filing/model';
import type { Related, Severity } from '../../rules/rule';
import { formDate } from '../../text/days';
import type { Span } from '../../text/span';
import type { Entry, Step } from '../entry';
import type { Past } from '../shelf';

/** The checks, by their rules. */
export type PastRule = 'opening' | 'left-unchanged' | 'holding-gone' | 'grant-not-reduced' | 'grant-over';

export interface PastContext {
  readonly filing: Filing;
  readonly entry: Entry;
  readonly past: Past;
  readonly report: (report: PastReport) => void;
}

export interface PastReport {
  readonly rule: PastRule;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** Findings of the filing alone that this one explains: they are not told beside it, and lend it their fixes. */
  readonly explains?: { readonly rule: string; readonly rows?: readonly Row[] };
}

/** The row of a filing that a step was made of. */
export const rowOf = (filing: Filing, step: Step): Row => filing[step.table].rows[step.row]!;

/** The days of a filing by which it is known to somebody who has it before him: `(signed 03/08/2022, prior.txt)`. */
export function nameOf({ signed, filed, periodOfReport, source }: Entry): string {
  const day =
    filed !== undefined
      ? `filed ${formDate(filed)}, `
      : signed !== undefined
        ? `signed ${formDate(signed)}, `
        : periodOfReport !== undefined
          ? `of ${formDate(periodOfReport)}, `
          : '';
  const name = source.path.split(/[/\\]/).pop()!;
  return `(${day}${name}${source.filing === undefined ? '' : `, filing ${source.filing}`})`;
}

/** Class of a step, in words. */
export const classOfStep = ({ words }: Step): string => words.slice(0, words.indexOf('|'));

/** The filing right before, amendments and Forms 5 left out: what a preparer copies. */
export function lastOf({ before }: Past): Entry | undefined {
  for (let at = before.length - 1; at >= 0; at--) {
    const { documentType, withdraws } = before[at]!;
    if (documentType === '4' && !withdraws) return before[at];
  }
  return undefined;
}
