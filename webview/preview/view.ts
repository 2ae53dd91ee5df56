/** What the parts of the preview need to draw themselves, and what they can ask for. */
import { shared, type DrawnFinding } from '../form/drawn';
import type { PreviewWords } from './messages';

export interface Flagged extends DrawnFinding {
  /** Its place among the findings of the version. */
  readonly nth: number;
}

export interface View {
  readonly words: PreviewWords;
  readonly findings: ByAddress;
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
export const worst = (findings: readonly DrawnFinding[] | undefined): string | undefined =>
  RANK.find((severity) => findings?.some((one) => one.severity === severity));

type ByAddress = ReadonlyMap<string, readonly Flagged[]>;

/** By the address of what they are about; those about no thing of the form under ''. A list that is as before is the same. */
export function byAddress(findings: readonly DrawnFinding[], before: ByAddress): ByAddress {
  const all = new Map<string, Flagged[]>();
  findings.forEach((finding, nth) => {
    const address = finding.address ?? '';
    const known = all.get(address);
    if (known) known.push({ ...finding, nth });
    else all.set(address, [{ ...finding, nth }]);
  });
  return new Map([...all].map(([address, own]) => [address, shared<readonly Flagged[]>(before.get(address), own)]));
}

/** Whether things of these addresses look otherwise in one view than in another. */
export function differ(one: View, other: View, addresses: readonly string[]): boolean {
  const has = (address: string | undefined): boolean => address !== undefined && addresses.includes(address);
  const moved = (from: string | undefined, to: string | undefined): boolean => from !== to && (has(from) || has(to));
  return (
    one.words !== other.words ||
    moved(one.cursor, other.cursor) ||
    moved(one.stop, other.stop) ||
    moved(one.open, other.open) ||
    (one.fixes !== other.fixes && has(other.open)) ||
    addresses.some((address) => one.findings.get(address) !== other.findings.get(address))
  );
}

/** The addresses of all things in a part of a form, and of the boxes that are one thing together. */
export function addressesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { address, relationship } = part as { address?: unknown; relationship?: unknown };
  return [
    ...(typeof address === 'string'
      ? [address, ...(relationship === undefined ? [] : [`${address}/relationship`])]
      : []),
    ...Object.values(part).flatMap(addressesIn),
  ];
}
