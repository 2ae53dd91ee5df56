/** Which rules are asked about a filing: those that settings want and whose conditions hold. */
import { isForm4Type } from '../facts/forms';
import { LAYOUTS } from '../facts/layouts';
import type { Filing } from '../filing/model';
import { isCause } from './accusations';
import { otherForm } from './boxes/otherForm';
import { CATALOGUE } from './catalogue';
import type { Rule, Severity } from './rule';
import { bitOf } from './signBits';

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** A rule and what settings say of it. One that is off runs where others go by what it accuses. */
export interface Wanted {
  readonly rule: Rule;
  readonly wanted: Severity | 'off' | undefined;
  /** Its `check` is to be asked, and not its `checkRow` alone. */
  readonly asksAll: boolean;
}

/** What the lists below were made for; settings are the same object for many filings. */
let rulesOfLists: Severities | undefined;
/**
 * The rules by what decides on them of a filing. Filings have few sets of codes, and to go through the 85 rules of the
 * catalogue takes longer than most of them do.
 */
const lists = new Map<number, Map<number, readonly Wanted[]>>();
const MOST_LISTS = 1000;
let kept = 0;

/**
 * The rules to be asked, in the order of the catalogue.
 * @param codes a bit for each letter that is a code of some row
 * @param hasOdd whether some rows are not plain
 * @param signs those of the filing
 */
export function rulesFor(
  filing: Filing,
  codes: number,
  hasOdd: boolean,
  signs: number,
  severities?: Severities,
): readonly Wanted[] {
  if (severities !== rulesOfLists || kept > MOST_LISTS) {
    lists.clear();
    kept = 0;
  }
  rulesOfLists = severities;
  const isForm4 = isForm4Type(filing.documentType);
  const isMonthly = LAYOUTS[filing.layout].totals === 'monthly';
  // Two numbers, since codes and signs together have more bits than one holds exactly.
  const key = ((signs * 2 + Number(isForm4)) * 2 + Number(isMonthly)) * 2 + Number(hasOdd);
  let byKey = lists.get(codes);
  if (!byKey) lists.set(codes, (byKey = new Map()));
  let list = byKey.get(key);
  if (!list) {
    const concerns = ({ rule, asksAll }: Wanted): boolean =>
      isForm4 === (rule.id !== otherForm.id) &&
      !(isMonthly && rule.family === 'holdings') &&
      (rule.codes?.some((code) => codes & letterOf(code)) ?? true) &&
      (asksAll ||
        (rule.checkRow !== undefined && (rule.oddRows ? hasOdd : rule.check !== undefined || isShown(rule, signs))));
    list = wantedUnder(severities, signs).filter(concerns);
    byKey.set(key, list);
    kept++;
  }
  return list;
}

const isShown = ({ sign }: Rule, signs: number): boolean => sign === undefined || (signs & bitOf(sign)) !== 0;

/** A bit for each letter that may be a code. */
export function letterOf(code: string): number {
  const place = code.length === 1 ? code.charCodeAt(0) - 65 : -1;
  return place >= 0 && place < 26 ? 1 << place : 0;
}

const wantedUnder = (severities: Severities | undefined, signs: number): readonly Wanted[] =>
  CATALOGUE.map((rule): Wanted => {
    const wanted = severities?.[rule.id] ?? (rule.off ? 'off' : undefined);
    return { rule, wanted, asksAll: rule.check !== undefined && isShown(rule, signs) };
  }).filter(({ rule, wanted }) => wanted !== 'off' || isCause(rule.id));
