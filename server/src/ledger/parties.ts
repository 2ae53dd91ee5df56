/**
 * Who an issuer or an owner is. EDGAR gives each a number, the CIK, which the printed form does not show: a name stands for
 * it there, and names are written in several ways. Jr., Sr. and II are other people.
 */

/** An issuer or a reporting owner as a filing gives it. */
export interface Party {
  /** EDGAR's number without leading zeros; undefined where the text does not say it. */
  readonly cik: string | undefined;
  /** As it is written. */
  readonly name: string;
}

/** `INC` and `Incorporated` are one word of a name. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
  ['limited', 'ltd'],
  ['junior', 'jr'],
  ['senior', 'sr'],
  ['2nd', 'ii'],
  ['3rd', 'iii'],
  ['4th', 'iv'],
]);
const GENERATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** EDGAR tells companies of one name apart by their states: `CLEARWATER CORP /DE/`. */
const STATE = /\/[a-z]{2,3}\/?\s{0,9}$/i;

/** The words of a name for comparing: without case and signs, the generation at the end, wherever it is written. */
export function nameKey(name: string): string {
  const words = name
    .replace(STATE, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '')
    .map((word) => SAME.get(word) ?? word);
  if (words[0] === 'the' && words.length > 1) words.shift();
  const generations = words.filter((word, at) => at > 0 && GENERATIONS.has(word));
  return [...words.filter((word, at) => at === 0 || !GENERATIONS.has(word)), ...generations].join(' ');
}

/** By the numbers where both have one, else by the names; never where neither says who it is. */
export function isSameParty(one: Party, other: Party): boolean {
  if (one.cik !== undefined && other.cik !== undefined) return one.cik === other.cik;
  const key = nameKey(one.name);
  return key !== '' && key === nameKey(other.name);
}

/** A party's number as it is compared: leading zeros say nothing. Undefined where there is none. */
export function cikOf(written: string | undefined): string | undefined {
  const digits = /^0{0,10}([1-9]\d{0,9})$/.exec(written?.trim() ?? '');
  return digits?.[1];
}

/** How the parties of many filings are told apart. */
export interface Naming {
  /** The same for the same party. */
  readonly key: string;
  /** EDGAR's number, said or learnt from other filings. */
  readonly cik: string | undefined;
  /** True where it was found by its name alone. */
  readonly byName: boolean;
}

/**
 * Learns which names belong to which numbers. A name without a number belongs to the one number that carries it; where two
 * do, or none, it stands for itself: two numbers are never one party.
 */
export class Register {
  /** The numbers that carry a name. */
  private readonly numbers = new Map<string, string | 'several'>();

  /** @param within the issuer, for an owner: people of one name at two companies may be two */
  learn({ cik, name }: Party, within = ''): void {
    const key = nameKey(name);
    if (cik === undefined || key === '') return;
    const known = this.numbers.get(`${within}|${key}`);
    this.numbers.set(`${within}|${key}`, known === undefined || known === cik ? cik : 'several');
  }

  /** Undefined for a party without a number and a name. */
  naming({ cik, name }: Party, within = ''): Naming | undefined {
    if (cik !== undefined) return { key: `cik ${cik}`, cik, byName: false };
    const key = nameKey(name);
    if (key === '') return undefined;
    const number = this.numbers.get(`${within}|${key}`);
    return number === undefined || number === 'several'
      ? { key: `name ${key}`, cik: undefined, byName: true }
      : { key: `cik ${number}`, cik: number, byName: true };
  }
}
