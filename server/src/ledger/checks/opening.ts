/**
 * A filing begins from what the last one left. Where it does not and nothing lies between, a row was left out, a number was
 * mistyped, or the last filing was copied without its own rows. Most breaks on accepted filings have a reason that no Form 4
 * shows: plans, splits, another form of ownership, filings that are not in the folder. Of those nothing is said.
 */
import { slip } from '../../rules/holdings/digits';
import type { Severity } from '../../rules/rule';
import {
  absolute,
  add,
  compare,
  equals,
  grouped,
  isNegative,
  isZero,
  multiply,
  subtract,
  whole,
  type Decimal,
} from '../../text/decimal';
import type { Day } from '../../text/days';
import type { Link } from '../chains';
import type { Entry, Step } from '../entry';
import type { Gap } from '../gaps';
import { changeIn } from '../holdings';
import type { Known, Past } from '../shelf';
import { isVersionOf } from '../versions';
import { classOfStep, nameOf, rowOf, type PastContext } from './check';

/** Days between two filings up to which nothing is thought to have happened that no filing shows. */
const NEAR = 130;
/** The same where the holding has gone on from so many filings before without a gap. */
const FAR = 400;
const RECORD = 3;
/** So many that have gone on since a gap make it forgotten. */
const FORGOTTEN = 4;
/** In so few days no dividend is paid and no plan buys, as a rule. */
const SHORT = 30;
/** One gap in so many filings is no habit. */
const HABIT = 4;
/** Below it two numbers are one slip apart by chance. */
const SMALL = whole(200);
/** A holding grows by so much of itself through dividends and plans, of which nobody says a word: one part in so many. */
const GROWTH = whole(50);

export function opening({ filing, entry, past, report }: PastContext): void {
  if (entry.documentType !== '4') return;
  const broken = past.holdings
    .filter((known) => isBroken(known, entry, past))
    .map((known) => ({ known, why: whyOf(known), quiet: isQuiet(known, entry, past) }));
  const proven = broken.filter(({ why }) => why !== undefined);
  for (const { known, why, quiet } of proven)
    say(known, why, quiet && isFirst(known) && known.link.kind !== 'split' ? 'warning' : 'information');
  // Several holdings that do not go on are a filing that is not here, but what has always gone on is no part of that.
  const vested = broken.flatMap(({ known }) =>
    areUnits(known) && isNegative(known.link.gap!.difference) ? [known] : [],
  );
  const open = broken.filter(
    ({ known, why, quiet }) =>
      !why &&
      quiet &&
      !areUnits(known) &&
      !isGrowth(known, entry) &&
      !vested.some((units) => mayHaveBecome(units, known)),
  );
  const steady = open.filter(({ known }) => isSteady(known));
  const [only, ...more] = steady.length > 0 ? steady : open;
  if (only && more.length === 0) say(only.known, undefined, 'information');

  function say({ holding, link, earlier }: Known, why: string | undefined, severity: Severity): void {
    const before = earlier[earlier.length - 1]!;
    const left = before.holding.closings[0]!;
    const begins = holding.openings[0]!;
    const { difference } = link.gap!;
    const far = `${grouped(absolute(difference))} ${isNegative(difference) ? 'fewer' : 'more'}`;
    report({
      rule: 'opening',
      severity,
      message: `Expected the holding to begin from ${grouped(left)} shares, which the last filing ${nameOf(before.entry)} left; this one begins from ${grouped(begins)}: ${why ?? `no filing in this folder explains the ${far}`}.`,
      span: rowOf(filing, holding.steps[0]!).sharesOwnedFollowingTransaction.span,
    });
  }
}

/** True where a filing does not begin from what the last one left, as far as both can be read. */
function isBroken({ holding, link, earlier }: Known, entry: Entry, { before, holdings }: Past): boolean {
  const last = earlier[earlier.length - 1];
  const own = classOfStep(holding.steps[0]!);
  // A split changes every holding of its class.
  const other = (one: Known): boolean => one.link.kind === 'follows' && classOfStep(one.holding.steps[0]!) === own;
  const isSplit = link.kind === 'split' && !holdings.some(other) && !(isTenfold(link) && entry.elsewhere !== 'split');
  if (!last || !(link.kind === 'gap' || link.kind === 'split') || isSplit) return false;
  if (isZero(last.holding.closings[0]!)) return false;
  if (!holding.tallies || !last.holding.tallies || isNegative(holding.openings[0]!)) return false;
  if (last.entry.documentType !== '4' || last.entry.withdraws) return false;
  if ((dayOfRows(entry) ?? 0) < (last.entry.periodOfReport ?? 0) || isVersionOf(last.entry, entry)) return false;
  const between = before.slice(before.indexOf(last.entry) + 1);
  const [{ words }] = holding.steps as [Step];
  // Who holds directly has a line for it in each filing of the class; another holder may have been left out.
  const concerns = (step: Step): boolean =>
    last.holding.steps[0]!.directOrIndirectOwnership === 'I' ? step.words === words : classOfStep(step) === own;
  return !between.some(({ steps }) => steps.some(concerns));
}

/** A digit too many or too few makes as much of a number as a rare split does. */
const isTenfold = ({ gap }: Known['link']): boolean => gap?.split === '10-for-1' || gap?.split === '1-for-10';

/** One of several filings of which no other is here: the holding may go on in that. */
const isPartAlone = (last: Entry, before: Past['before']): boolean =>
  last.oneOfSeveral && !before.some((one) => one !== last && one.oneOfSeveral && one.signed === last.signed);

/** Another holder, of whom one of several filings has no transaction and who has always gone on: none of them has any. */
function isBystander(known: Known): boolean {
  const { holding, earlier } = known;
  const steps = [...holding.steps, ...earlier[earlier.length - 1]!.holding.steps];
  return isSteady(known) && isApart(holding.steps[0]!) && steps.every(({ kind }) => kind === 'holding');
}

/**
 * True where nothing is known that may lie between: the filings follow closely or the holding has long stood still, no note
 * speaks of shares that no row shows, and the holding has not changed before without a Form 4.
 */
function isQuiet(known: Known, entry: Entry, past: Past): boolean {
  const { holding, earlier } = known;
  const { elsewhere, oneOfSeveral } = entry;
  const last = earlier[earlier.length - 1]!.entry;
  if ((oneOfSeveral || isPartAlone(last, past.before)) && !isBystander(known)) return false;
  const day = last.signed ?? last.filed;
  const gaps = earlier.filter(({ kind }) => kind === 'gap').length;
  const now = dayOfRows(entry);
  if (day === undefined || now === undefined || isHabit(gaps, earlier.length)) return false;
  if (holding.steps.some(({ noted }) => noted)) return false;
  if (elsewhere === 'split' || (elsewhere === 'plan' && !isApart(holding.steps[0]!))) return false;
  const days = now - day;
  return days <= NEAR || ((isSteady(known) || hasGoneOn(earlier, FORGOTTEN)) && days <= FAR) || stoodStill(earlier);
}

/** True where the holding has gone on from so many filings before, and each time from what the last one left. */
const isSteady = ({ holding, earlier }: Known): boolean =>
  earlier.length >= (isApart(holding.steps[0]!) ? 2 : RECORD) && earlier.every(({ kind }) => kind !== 'gap');
/** Units of a grant that is not vested: they become shares without a row of their own. */
const areUnits = ({ holding }: Known): boolean =>
  /\b(?:stock|share) units?\b|\brestricted\b|\bRSUs?\b/i.test(holding.steps[0]!.securityTitle);

/** Units become shares of their class, which the owner holds. */
function mayHaveBecome(units: Known, { holding, link }: Known): boolean {
  const [one, other] = [units.holding, holding].map(({ steps }) => CLASS.exec(steps[0]!.securityTitle)?.[1]);
  const isOfClass = !one || !other || one.toLowerCase() === other.toLowerCase();
  return isOfClass && !isApart(holding.steps[0]!) && !isNegative(link.gap!.difference);
}
const CLASS = /\b(?:class|series)\s+([a-z])\b/i;

/** The last day of the rows: box 3 may be the last filing's still. */
const dayOfRows = ({ steps, periodOfReport }: Entry): Day | undefined =>
  steps.reduce<Day | undefined>(
    (last, { transactionDate: day }) => (day !== undefined && (last === undefined || day > last) ? day : last),
    undefined,
  ) ?? periodOfReport;

/** Held by somebody else, and not through a plan: what the owner's plans and reinvested dividends bring is not in it. */
const isApart = ({ directOrIndirectOwnership: form, natureOfOwnership: nature }: Step): boolean =>
  form === 'I' && !PLAN.test(nature);
const PLAN = /\bplan\b|401|\bESPP\b|\bESOP\b|\bDRIP\b|\bIRA\b|\bretire/i;

/** More than one gap in a few filings, or none that went on. */
const isHabit = (gaps: number, filings: number): boolean =>
  gaps > 0 && (gaps >= filings - 1 || (gaps > 1 && gaps * HABIT > filings));

/** True where the last filings all left the same. */
function stoodStill(earlier: Known['earlier']): boolean {
  const lasts = earlier.slice(-RECORD).map(({ holding }) => holding.closings[0]);
  return lasts.length === RECORD && lasts.every((one) => one && equals(one, lasts[0]!));
}

/** True where the holding has always gone on until now. */
const isFirst = ({ earlier }: Known): boolean => earlier.every(({ kind }) => kind !== 'gap');

/** True where the last so many filings each went on from what was left. */
const hasGoneOn = (earlier: Known['earlier'], count: number): boolean =>
  earlier.length > count && earlier.slice(-count).every(({ kind }) => kind === 'follows');

/**
 * True where a holding begins from a little more than the last filing left, as dividends and plans make of it: never in a few
 * days, and not where it has long gone on, or where the filer has told of it each time.
 */
function isGrowth(known: Known, entry: Entry): boolean {
  const { link, earlier } = known;
  if (!isLittleMore(link.gap!)) return false;
  // No slip of the hand adds a part of a share.
  if (link.gap!.difference.scale > 0) return true;
  const last = earlier[earlier.length - 1]!.entry;
  const days = (dayOfRows(entry) ?? Infinity) - (last.signed ?? last.filed ?? 0);
  if (isSteady(known) || days <= SHORT) return false;
  return earlier.length < RECORD || earlier.some((one) => one.gap && isLittleMore(one.gap) && !isTold(one));
}

const isLittleMore = ({ difference, left }: Gap): boolean =>
  !isNegative(difference) && compare(multiply(difference, GROWTH), left) <= 0;

/** True where a filing says how shares came that no row shows. */
const isTold = ({ holding, entry }: Link): boolean =>
  entry.elsewhere !== undefined || holding.steps.some(({ noted }) => noted);

/** What the numbers say of a gap; undefined where they say nothing. */
function whyOf({ holding, link, earlier }: Known): string | undefined {
  const last = earlier[earlier.length - 1]!.holding;
  const left = last.closings[0]!;
  const begins = holding.openings[0]!;
  if (isZero(left) || compare(left, SMALL) < 0) return undefined;
  const [opened] = last.openings;
  if (
    opened &&
    last.steps.some(({ kind }) => kind === 'transaction') &&
    equals(opened, begins) &&
    !equals(opened, left)
  )
    return 'that is what the last filing itself began from, before its own rows';
  const amount = rowOfAmount(last.steps, link.gap!.difference);
  // An amount that comes again and again may stand in a filing that is not here.
  if (amount && !rowOfAmount(holding.steps, link.gap!.difference))
    return `the last filing's row of ${grouped(amount)} is not in it, or is in it twice`;
  const own = rowOfAmount(holding.steps, link.gap!.difference);
  if (own && equals(add(left, link.gap!.difference), begins) && statesLast(holding, left))
    return `its total is still the last filing's, as if its own row of ${grouped(own)} were not there`;
  const how = slip(begins, left);
  if (how && isTenfold(link)) return `${how}, or no note tells of a ${link.gap!.split} split`;
  // A digit differs by chance where a few are sold each month.
  return how === 'one digit is different' && compare(left, whole(1000)) < 0 ? undefined : how;
}

/** True where a row repeats the last filing's total. */
const statesLast = ({ steps }: Known['holding'], left: Decimal): boolean =>
  steps.some(({ sharesOwnedFollowingTransaction: total }) => total !== undefined && equals(total, left));

/** The amount of a row that is as large as a difference. */
function rowOfAmount(steps: Known['holding']['steps'], difference: Decimal): Decimal | undefined {
  for (const step of steps) {
    const change = step.kind === 'transaction' ? changeIn(step) : undefined;
    if (change && !isZero(change) && isZero(subtract(absolute(change), absolute(difference)))) return absolute(change);
  }
  return undefined;
}
