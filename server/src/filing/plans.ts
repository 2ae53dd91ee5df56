/** What footnotes and remarks say of Rule 10b5-1 trading plans. */
import { perFiling } from './memo';
import { mentions } from './mentions';
import type { Filing } from './model';
import { dayOf, parseDate, type Day } from '../text/days';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** A note, or the remarks, that names a trading plan. */
export interface PlanNote {
  readonly span: Span;
  /** A date of any kind stands in it. */
  readonly dated: boolean;
  /** It says "adopted", "adoption" or "entered into". */
  readonly adopted: boolean;
  /** Days on which a plan was adopted, entered into or changed, as far as they are given to the day. */
  readonly adoptedOn: readonly Day[];
  /** These days as the note writes them, in the same order. */
  readonly adoptedAs: readonly string[];
  /** It says that transactions were made under the plan, not merely that there is one. */
  readonly pursuant: boolean;
}

/** What all notes have that name a trading plan, and few others. */
export const OF_PLAN = /10b|trading/i;
/** Words by which a trading plan is named. */
const PLAN = /10b-?5-?1|\btrading (?:plan|arrangement|instruction)/i;
const ADOPTED = /\badopt|\bentered into\b/i;
const CHANGED = /\b(?:adopt(?:ed|ion)|entered into|modified|amended|established|dated)\b/gi;
const PURSUANT = /\b(?:pursuant to|in accordance with|under|accordance|part of|effected|executed)\b/i;
/** "was not made under the plan": the plan is named to say so. */
const NOT_PURSUANT =
  /\b(?:not|neither|nor) (?:[\w-]{1,20} ){0,5}(?:pursuant to|in accordance with|under|part of)\b|\boutside (?:of )?(?:[\w-]{1,20} ){0,4}plan\b/i;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const NAMES = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH = `(${NAMES})[a-z]{0,6}\\.?`;
const DATES = new RegExp(
  `\\b(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? |,)(\\d{4})|(\\d{1,2}) ${MONTH},? (\\d{4})|(\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}))\\b`,
  'gi',
);
const MONTH_OF_YEAR = new RegExp(`\\b(?:${NAMES})[a-z]{0,6}\\.?,? (?:of )?\\d{4}\\b`, 'i');
/** "a plan that expires on": the date behind it is not that of the adoption. */
const ENDS = /\b(?:expir|terminat|ends?\b|ending\b|not? later than\b)|\b(?:until|till|through|thru)\s{1,3}$/i;
/** How far behind "adopted" its date stands at most. */
const NEAR = 140;

/** Every note that names a plan, and the remarks where they do. */
export const planNotes = perFiling(findPlanNotes);

function findPlanNotes(filing: Filing): readonly PlanNote[] {
  if (!mentions(filing, OF_PLAN)) return [];
  const texts = filing.footnotes.list.map(({ text, textSpan }) => ({ text, span: textSpan }));
  const { remarks } = filing;
  if (remarks?.value) texts.push({ text: remarks.value, span: remarks.span });
  return texts.filter(({ text }) => PLAN.test(text)).map(({ text, span }) => readNote(text, span));
}

function readNote(text: string, span: Span): PlanNote {
  const dates = datesIn(text);
  const adoptedOn: Day[] = [];
  const adoptedAs: string[] = [];
  for (const { 0: word, index } of dates.length > 0 ? matchesOf(CHANGED, text) : []) {
    const from = index + word.length;
    const stop = endOfSentence(text, from);
    const next = dates.find(({ at }) => at >= from && at <= stop);
    if (next?.day === undefined || ENDS.test(text.slice(from, next.at))) continue;
    adoptedOn.push(next.day);
    adoptedAs.push(next.words);
  }
  return {
    span,
    dated: dates.length > 0 || MONTH_OF_YEAR.test(text),
    adopted: ADOPTED.test(text),
    adoptedOn,
    adoptedAs,
    pursuant: PURSUANT.test(text) && !NOT_PURSUANT.test(text),
  };
}

function endOfSentence(text: string, from: number): number {
  const piece = text.slice(from, from + NEAR);
  const stop = /[.;] (?=[A-Z])/.exec(piece);
  return from + (stop ? stop.index : piece.length);
}

/** What all of DATES have. */
const OF_DATE = /\d{4}|\d[/-]\d/;

function datesIn(text: string): { at: number; words: string; day: Day | undefined }[] {
  if (!OF_DATE.test(text)) return [];
  return matchesOf(DATES, text).map((match) => {
    const [, month, dayOfMonth, year, dayFirst, monthLater, yearLater, digits] = match;
    const day = digits
      ? parseDate(digits)?.day
      : dayOf(Number(year ?? yearLater), numberOf(month ?? monthLater ?? ''), Number(dayOfMonth ?? dayFirst));
    return { at: match.index, words: match[0], day };
  });
}

const numberOf = (month: string): number => MONTHS.findIndex((name) => name.startsWith(month.toLowerCase())) + 1;
