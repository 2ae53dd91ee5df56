/** What the parts of the preview need to draw themselves, and what they can ask for. */
import type { FormFinding } from '../../server/src/protocol';
import type { PreviewWords } from './messages';

export interface Flagged extends FormFinding {
  /** Its place among the findings of the version. */
  readonly nth: number;
}

export interface View {
  readonly words: PreviewWords;
  readonly findings: ReadonlyMap<string, readonly Flagged[]>;
  /** The thing that the cursor is in. */
  readonly cursor: string | undefined;
  /** The thing that one comes to by Tab. */
  readonly stop: string;
  /** The thing whose findings are shown. */
  readonly open: string | undefined;
  readonly fixes: ReadonlyMap<number, readonly string[]>;
  readonly go: (address: string) => void;
  readonly fix: (finding: number, title: string) => void;
  readonly show: (address: string | undefined) => void;
}

/** A phrase with its numbers and names. */
export const said = (phrase: string, ...values: readonly (string | number)[]): string =>
  phrase.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));

const RANK = ['error', 'warning', 'information', 'hint'];

/** The worst of some findings. */
export const worst = (findings: readonly FormFinding[] | undefined): string | undefined =>
  RANK.find((severity) => findings?.some((one) => one.severity === severity));

/** By the address of what they are about; those about no thing of the form under ''. */
export function byAddress(findings: readonly FormFinding[]): ReadonlyMap<string, readonly Flagged[]> {
  const all = new Map<string, Flagged[]>();
  findings.forEach((finding, nth) => {
    const address = finding.address ?? '';
    const known = all.get(address);
    if (known) known.push({ ...finding, nth });
    else all.set(address, [{ ...finding, nth }]);
  });
  return all;
}
