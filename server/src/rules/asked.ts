/** Which rules are asked about a filing: those that settings want and whose conditions hold. */
import { isForm4Type } from '../facts/forms';
import { LAYOUTS } from '../facts/layouts';
import type { Filing, Row } from '../filing/model';
import { isCause } from './accusations';
import { otherForm } from './boxes/otherForm';
import { CATALOGUE } from './catalogue';
import type { Rule, Severity } from './rule';
import { bitOf } from './signs';

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** A rule and what settings say of it. One that is off runs where others go by what it accuses. */
export interface Wanted {
  readonly rule: Rule;
  readonly wanted: Severity | 'off' | undefined;
}

/** What the lists below were made for; settings are the same object for many filings. */
let rulesOfLists: Severities | undefined;
/**
 * The rules by what decides on them of a filing. Filings have few sets of codes, and to go through the 85 rules of the
 * catalogue takes longer than most of them do.
 */
const lists = new Map<number, readonly Wanted[]>();
const MOST_LISTS = 1000;

/**
 * The rules to be asked, in the order of the catalogue.
 * @param odd the rows that are not plain
 * @param signs those of the filing
 */
export function rulesFor(
  filing: Filing,
  rows: readonly Row[],
  odd: readonly Row[],
  signs: number,
  severities?: Severities,
): readonly Wanted[] {
  if (severities !== rulesOfLists || lists.size > MOST_LISTS) lists.clear();
  rulesOfLists = severities;
  let codes = 0;
  for (const row of rows) codes |= letterOf(row.transactionCode.value ?? '');
  const isForm4 = isForm4Type(filing.documentType);
  const isMonthly = LAYOUTS[filing.layout].totals === 'monthly';
  const key = (((codes * 8192 + signs) * 2 + Number(isForm4)) * 2 + Number(isMonthly)) * 2 + Number(odd.length > 0);
  let list = lists.get(key);
  if (!list) {
    const concerns = ({ rule }: Wanted): boolean =>
      isForm4 === (rule.id !== otherForm.id) &&
      !(isMonthly && rule.family === 'holdings') &&
      (rule.codes?.some((code) => codes & letterOf(code)) ?? true) &&
      (rule.sign === undefined || (signs & bitOf(rule.sign)) !== 0) &&
      !SILENT.has(rule.id) &&
      !(ROWS_ALONE.has(rule.id) && rule.oddRows && odd.length === 0);
    lists.set(key, (list = wantedUnder(severities).filter(concerns)));
  }
  return list;
}

const idsOf = (which: (rule: Rule) => boolean): ReadonlySet<string> =>
  new Set(CATALOGUE.filter(which).map(({ id }) => id));
/** Rules that a filing alone does not show; others find what they tell. */
const SILENT = idsOf(({ check, checkRow }) => !check && !checkRow);
const ROWS_ALONE = idsOf(({ check }) => !check);

/** A bit for each letter that may be a code. */
function letterOf(code: string): number {
  const place = code.length === 1 ? code.charCodeAt(0) - 65 : -1;
  return place >= 0 && place < 26 ? 1 << place : 0;
}

const wantedUnder = (severities: Severities | undefined): readonly Wanted[] =>
  CATALOGUE.map((rule): Wanted => ({ rule, wanted: severities?.[rule.id] ?? (rule.off ? 'off' : undefined) })).filter(
    ({ rule, wanted }) => wanted !== 'off' || isCause(rule.id),
  );
