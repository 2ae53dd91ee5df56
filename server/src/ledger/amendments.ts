/**
 * What an amendment changes. General Instruction 9: it gives the lines that are amended, as amended, and the lines that are
 * added. A line may stand there unchanged only because EDGAR wants one. Before 30 June 2003 whole reports were restated.
 */
import { addBusinessDays } from '../facts/edgarCalendar';
import { ELECTRONIC_FILING, isSince } from '../facts/eras';
import { equals, type Decimal } from '../text/decimal';
import type { Day } from '../text/days';
import type { Entry, Step } from './entry';
import { dayOfEntry } from './order';

/** A line of an amendment, and the line of the filing before that it stands for. */
export interface AmendedStep {
  readonly step: Step;
  /** The line that it replaces or repeats; undefined where it adds one. */
  readonly replaces: Step | undefined;
  readonly change: 'replaced' | 'unchanged' | 'added';
}

export interface Amendment {
  /** The filing that is amended; undefined where it is not here, or several may be meant. */
  readonly original: Entry | undefined;
  /** The whole report again, as before 30 June 2003. */
  readonly restates: boolean;
  readonly steps: readonly AmendedStep[];
}

/** A signature may stand up to so many business days before the day of filing. */
const SIGNED_BEFORE = 5;

export const isAmendment = ({ documentType, dateOfOriginalSubmission }: Entry): boolean =>
  documentType.endsWith('/A') || dateOfOriginalSubmission !== undefined;

/** The filings of a series by the day on which each was filed, or signed where nobody says when it was filed. */
class Originals {
  private readonly filed = new Map<Day, Entry[]>();
  private readonly signed = new Map<Day, Entry[]>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      if (isAmendment(entry)) continue;
      const [days, day] = entry.filed === undefined ? [this.signed, entry.signed] : [this.filed, entry.filed];
      if (day !== undefined) days.set(day, [...(days.get(day) ?? []), entry].slice(-MOST));
    }
  }

  /** Those filed on the day come alone where there are any; else those signed on it, or up to five business days before. */
  of({ dateOfOriginalSubmission: day }: Entry): Entry[] {
    if (day === undefined) return [];
    const filed = this.filed.get(day);
    if (filed) return filed;
    const found: Entry[] = [];
    // Five business days lie within a fortnight, whatever days EDGAR is closed.
    for (let before = day - 14; before <= day; before++)
      if (addBusinessDays(before, SIGNED_BEFORE) >= day) found.push(...(this.signed.get(before) ?? []));
    return found;
  }
}

/** So many filings of one day, and rows of one class, are looked at. */
const MOST = 60;

/** The filings that an amendment may mean, by box 4. */
export const candidatesFor = (amendment: Entry, entries: readonly Entry[]): Entry[] =>
  new Originals(entries).of(amendment);

/** The amendments among the filings of a series, each with what it changes. */
export function amendmentsIn(entries: readonly Entry[]): ReadonlyMap<Entry, Amendment> {
  const found = new Map<Entry, Amendment>();
  let originals: Originals | undefined;
  for (const entry of entries)
    if (isAmendment(entry)) found.set(entry, amendmentOf(entry, (originals ??= new Originals(entries)).of(entry)));
  return found;
}

/** What an amendment changes in one of some filings; undefined for a filing that is none. */
export const amendmentAmong = (entry: Entry, entries: readonly Entry[]): Amendment | undefined =>
  isAmendment(entry) ? amendmentOf(entry, new Originals(entries).of(entry)) : undefined;

function amendmentOf(entry: Entry, candidates: readonly Entry[]): Amendment {
  // Of several, the one of which most lines stand here again.
  const ranked = candidates
    .map((one) => ({ one, steps: amendedSteps(entry, one) }))
    .sort((a, b) => matches(b.steps) - matches(a.steps));
  const [best, second] = ranked;
  const isClear = best && (!second || matches(best.steps) > matches(second.steps));
  const restates = !isSince(ELECTRONIC_FILING, dayOfEntry(entry));
  if (!isClear)
    return {
      original: undefined,
      restates,
      steps: entry.steps.map((step) => ({ step, replaces: undefined, change: 'added' })),
    };
  return { original: best.one, restates, steps: best.steps };
}

const matches = (steps: readonly AmendedStep[]): number => steps.filter(({ replaces }) => replaces).length;

/** Each line of an amendment with the line of the original that it stands for: the nearest of the same kind. */
function amendedSteps(amendment: Entry, original: Entry): AmendedStep[] {
  const free = new Map<string, Step[]>();
  for (const step of original.steps) {
    const known = free.get(kindOf(step));
    if (known) known.push(step);
    else free.set(kindOf(step), [step]);
  }
  return amendment.steps.map((step) => {
    const like = free.get(kindOf(step)) ?? [];
    const nearest = like
      .slice(0, MOST)
      .reduce<Step | undefined>(
        (best, one) => (best && distance(step, best) <= distance(step, one) ? best : one),
        undefined,
      );
    if (!nearest) return { step, replaces: undefined, change: 'added' };
    like.splice(like.indexOf(nearest), 1);
    return { step, replaces: nearest, change: distance(step, nearest) === 0 ? 'unchanged' : 'replaced' };
  });
}

/** Table, kind of row, and class: a line is amended within these. */
const kindOf = ({ table, kind, words }: Step): string => `${table}|${kind}|${words.slice(0, words.indexOf('|'))}`;

/** How many of its cells differ. */
function distance(a: Step, b: Step): number {
  const differs = (one: unknown, other: unknown): number => (one === other ? 0 : 1);
  const numbers = (one: Decimal | undefined, other: Decimal | undefined): number =>
    one === other || (one && other && equals(one, other)) ? 0 : 1;
  return (
    differs(a.words, b.words) +
    differs(a.holder, b.holder) +
    differs(a.transactionDate, b.transactionDate) +
    differs(a.transactionCode, b.transactionCode) +
    differs(a.transactionAcquiredDisposedCode, b.transactionAcquiredDisposedCode) +
    numbers(a.transactionShares, b.transactionShares) +
    numbers(a.transactionPricePerShare, b.transactionPricePerShare) +
    numbers(a.sharesOwnedFollowingTransaction, b.sharesOwnedFollowingTransaction) +
    differs(a.grant, b.grant)
  );
}
