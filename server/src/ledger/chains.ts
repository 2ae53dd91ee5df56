/** Holdings from filing to filing: each is a chain of what the filings of a series say of it. */
import { isZero, type Decimal } from '../text/decimal';
import { amendmentsIn, type Amendment } from './amendments';
import type { Entry } from './entry';
import { gapBetween, type Gap } from './gaps';
import { holdingsIn, sameTotal, type EntryHolding } from './holdings';
import { likest } from './likeness';
import type { Series } from './series';

/**
 * How a filing goes on from the one before it: the first opens the chain; one follows where it begins from what the last
 * left, and there is a gap where it does not. An amendment stands beside the filing that it amends, a Form 5 speaks of the
 * end of a fiscal year, and a filing that was taken back counts for nothing.
 */
export type LinkKind = 'opens' | 'follows' | 'gap' | 'split' | 'amends' | 'form5' | 'withdrawn' | 'unread';

/** What one filing says of a holding. */
export interface Link {
  readonly entry: Entry;
  readonly holding: EntryHolding;
  readonly kind: LinkKind;
  /** Undefined but for a gap or a split. */
  readonly gap: Gap | undefined;
  /** The filing that an amendment amends; undefined where it is no amendment, or the filing is not here. */
  readonly amends: Entry | undefined;
}

export interface Chain {
  /** As its last filing writes it. */
  readonly securityTitle: string;
  /** Every way in which its filings write title and nature, the first first. */
  readonly spellings: readonly string[];
  readonly directOrIndirectOwnership: string;
  readonly natureOfOwnership: string;
  readonly links: readonly Link[];
}

/** A holding of a filing. */
export interface Matched {
  readonly holding: EntryHolding;
  readonly link: Link;
}

/** A holding of the filing that was added last, and all that is said of it, this filing last. */
export interface Added extends Matched {
  readonly chain: readonly Link[];
}

/** A holding of a filing that was looked at, and what is said of it before. */
export interface Looked extends Matched {
  readonly before: readonly Link[];
}

const NOTHING: readonly Link[] = [];

interface Open {
  readonly links: Link[];
  readonly spellings: Set<string>;
  words: string;
  holder: string;
  titled: string;
  /** From which the next filing may begin: what the last one left, and what an amendment of it left. */
  left: readonly Decimal[];
}

/** What filings of a series have left of each holding, as they are added in their order. */
export class Chains {
  private readonly open = new Map<string, Open[]>();
  /** The same by class and D or I, for a holding whose words have changed. */
  private readonly byClass = new Map<string, Open[]>();
  private readonly all: Open[] = [];
  /** The chains of which each filing speaks. */
  private readonly spoken = new Map<Entry, readonly Open[]>();
  /** The last two filings that were added. */
  private lasts: readonly Entry[] = [];

  /** Adds the next filing of the series; gives its holdings, each with its chain as it stands now. */
  add(entry: Entry, amendment?: Amendment): Added[] {
    const chains: Open[] = [];
    const matched = this.matched(entry);
    this.spoken.set(entry, chains);
    this.lasts = [...this.lasts.slice(-1), entry];
    return matched.map(({ holding, open }) => {
      const link = this.linkOf(entry, holding, open, amendment);
      const of = open ?? this.begin(holding);
      of.links.push(link);
      chains.push(of);
      const { words, holder, titled } = holding.steps[0]!;
      if (open && words !== of.words) this.index(of, words);
      of.words = words;
      of.holder = holder;
      of.titled = titled;
      of.spellings.add(spellingOf(holding));
      if (link.kind === 'amends') of.left = [...of.left, ...holding.closings];
      else if (!NOT_CHAINED.has(link.kind)) of.left = holding.closings;
      return { holding, link, chain: of.links };
    });
  }

  /** What adding a filing would give, without adding it: each of its holdings with what is known of it from before. */
  look(entry: Entry, amendment?: Amendment): Looked[] {
    return this.matched(entry).map(({ holding, open }) => ({
      holding,
      link: this.linkOf(entry, holding, open, amendment),
      before: open?.links ?? NOTHING,
    }));
  }

  /** The chains of which one of some filings speaks last. */
  latest(entries: readonly Entry[]): (readonly Link[])[] {
    return entries.flatMap((entry) =>
      (this.spoken.get(entry) ?? []).flatMap(({ links }) => (links[links.length - 1]!.entry === entry ? [links] : [])),
    );
  }

  /**
   * Each holding of a filing and what is known of it from before: by its words and holder, by its words alone where that is
   * no question, by the balance from which it goes on where its words have changed.
   */
  private matched(entry: Entry): { readonly holding: EntryHolding; readonly open: Open | undefined }[] {
    const holdings = [...holdingsIn(entry).values()];
    const taken = new Set<Open>();
    const found = new Map<EntryHolding, Open>();
    const take = (holding: EntryHolding, open: Open | undefined): void => {
      if (!open || taken.has(open) || found.has(holding)) return;
      taken.add(open);
      found.set(holding, open);
    };
    const like = new Map<string, EntryHolding[]>();
    for (const holding of holdings) {
      const { words, holder } = holding.steps[0]!;
      put(like, words, holding);
      const same = lastOf(this.open, words).filter((one) => one.words === words && one.holder === holder);
      take(holding, same.find((one) => goesOn(one, holding)) ?? (same.length === 1 ? same[0] : undefined));
    }
    for (const holding of holdings)
      if (!found.has(holding))
        take(
          holding,
          only(lastOf(this.open, holding.steps[0]!.words).filter((one) => !taken.has(one) && goesOn(one, holding))),
        );
    // Notes on the title say which grant it is of.
    for (const holding of holdings) {
      const { words, titled } = holding.steps[0]!;
      if (!found.has(holding) && titled !== '')
        take(holding, only(lastOf(this.open, words).filter((one) => !taken.has(one) && one.titled === titled)));
    }
    for (const [words, own] of like) {
      const left = own.filter((one) => !found.has(one));
      const free = lastOf(this.open, words).filter((one) => !taken.has(one));
      // Of several by these words most were sold or given away long ago.
      if (left.length === 1 && (free.length === 1 || !beginsAnew(left[0]!)))
        take(left[0]!, only(free) ?? only(free.filter((one) => this.isHeld(one))));
      else this.takeLikest(left, free, take);
    }
    for (const holding of holdings)
      if (!found.has(holding) && !isZero(holding.openings[0] ?? ZERO_OPENING))
        take(
          holding,
          only(lastOf(this.byClass, classOf(holding)).filter((one) => !taken.has(one) && goesOn(one, holding))),
        );
    // The nature was written into the cell, or into the note.
    const left = holdings.filter((one) => !found.has(one));
    for (const key of new Set(left.map(classOf))) {
      const free = lastOf(this.byClass, key).filter((one) => !taken.has(one));
      this.takeLikest(
        left.filter((one) => classOf(one) === key),
        free,
        take,
      );
    }
    return holdings.map((holding) => ({ holding, open: found.get(holding) }));
  }

  /** By the words of their notes, as far as those tell which of several that are still held it is. */
  private takeLikest(
    holdings: readonly EntryHolding[],
    free: readonly Open[],
    take: (holding: EntryHolding, open: Open) => void,
  ): void {
    const held = free.filter((one) => this.isHeld(one));
    const pairs = likest(
      holdings.filter((one) => !beginsAnew(one)),
      held,
      ({ steps: [step] }) => noteOf(step!),
      (one) => noteOf(one),
    );
    for (const [holding, open] of pairs) take(holding, open);
  }

  /** True where one of the last filings left something of a holding. */
  private isHeld({ links, left }: Open): boolean {
    const last = links[links.length - 1]!.entry;
    return this.lasts.includes(last) && left.some((one) => !isZero(one));
  }

  /** All chains, in the order in which they began. */
  list(): Chain[] {
    return this.all.map(({ links, spellings }) => {
      const [step] = links[links.length - 1]!.holding.steps;
      const { securityTitle, directOrIndirectOwnership, natureOfOwnership } = step!;
      return { securityTitle, directOrIndirectOwnership, natureOfOwnership, spellings: [...spellings], links };
    });
  }

  private begin(holding: EntryHolding): Open {
    const { words, holder, titled } = holding.steps[0]!;
    const open: Open = { links: [], spellings: new Set(), words, holder, titled, left: [] };
    this.all.push(open);
    this.index(open, words);
    const key = classOf(holding);
    put(this.byClass, key, open);
    return open;
  }

  private index(open: Open, words: string): void {
    const known = this.open.get(words);
    if (!known) this.open.set(words, [open]);
    else if (!known.includes(open)) known.push(open);
  }

  private linkOf(entry: Entry, holding: EntryHolding, open: Open | undefined, amendment?: Amendment): Link {
    const link = (kind: LinkKind, gap?: Gap): Link => ({ entry, holding, kind, gap, amends: amendment?.original });
    if (entry.withdraws) return link('withdrawn');
    if (entry.documentType.startsWith('5')) return link('form5');
    if (holding.openings.length === 0) return link('unread');
    if (amendment) return link('amends');
    if (!open || open.left.length === 0) return link('opens');
    if (goesOn(open, holding)) return link('follows');
    const gap = gapBetween(open.left[0]!, holding.openings[0]!);
    return link(gap.split ? 'split' : 'gap', gap);
  }
}

/** What such a filing states is no balance from which the next one begins. */
const NOT_CHAINED: ReadonlySet<LinkKind> = new Set<LinkKind>(['form5', 'withdrawn', 'unread']);
const ZERO_OPENING: Decimal = { digits: 0, scale: 0 };
/** So many holdings of the same words are told apart; nobody has more. */
const MOST = 100;
const lastOf = (map: ReadonlyMap<string, readonly Open[]>, key: string): readonly Open[] =>
  map.get(key)?.slice(-MOST) ?? [];

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The words of the notes that tell a holding from others. */
const noteOf = ({ holder, titled }: Pick<Open, 'holder' | 'titled'>): string => `${holder} ${titled}`.trim();

/** True where a holding begins with its first row, as a grant does. */
const beginsAnew = ({ openings: [opening] }: EntryHolding): boolean => opening !== undefined && isZero(opening);

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** True where a filing may begin from what the last one left. */
const goesOn = ({ left }: Pick<Open, 'left'>, { openings }: EntryHolding): boolean =>
  openings.some((opening) => left.some((one) => sameTotal(one, opening)));

/** Class and D or I. */
const classOf = ({ steps: [step] }: EntryHolding): string => step!.words.slice(0, step!.words.lastIndexOf('|'));

const spellingOf = ({ steps: [step] }: EntryHolding): string =>
  [step!.securityTitle, step!.directOrIndirectOwnership, step!.natureOfOwnership]
    .filter((one) => one !== '')
    .join(', ');

/** The chains of a series, Table I. */
export function chainsOf({ entries }: Pick<Series, 'entries'>): Chain[] {
  const chains = new Chains();
  const amendments = amendmentsIn(entries);
  for (const entry of entries) chains.add(entry, amendments.get(entry));
  return chains.list();
}
