/** What the user answered, as it came over the wire: it may be anything. */
import { parseDate, type Day } from '../../text/days';
import { isNegative, isZero, parseDecimal, type Decimal } from '../../text/decimal';
import type { Question } from '../operation';

export type Answers = Readonly<Record<string, unknown>>;
type Asks = Question['asks'];

/** A line of words is at most this long. */
const LONGEST = 4000;

/** The words of an answer; undefined where there are none yet. */
function answered(answers: Answers, name: string): string | undefined {
  const answer: unknown = answers[name];
  return typeof answer === 'string' ? answer : undefined;
}

/** An answer that can be read, or the question, with what is wrong about the answer before. */
export type Read<T> = { readonly value: T } | Question;

function asked<T>(
  answers: Answers,
  question: Omit<Asks, 'kind'>,
  kind: Asks['kind'],
  read: (words: string) => T | undefined,
  expected: string,
): Read<T> {
  const words = answered(answers, question.answer);
  if (words === undefined) return { asks: { ...question, kind } };
  const value = words.length > LONGEST ? undefined : read(words.trim());
  if (value !== undefined) return { value };
  const shown = words.trim().slice(0, 40);
  const wrong = `Expected ${expected}; found “${shown}”.`;
  const prompt = `${question.prompt} ${wrong}`;
  return { asks: { ...question, kind, prompt, wrong, ...(kind === 'text' && { value: shown }) } };
}

/** A number of shares or a price, with or without dollar sign and commas; it is never below zero. */
export const askNumber = (answers: Answers, question: Omit<Asks, 'kind'>): Read<Decimal> =>
  asked(answers, question, 'text', numberOf, 'a number, as 1,250 or 43.16');

/** A number above zero. */
export const askAmount = (answers: Answers, question: Omit<Asks, 'kind'>): Read<Decimal> =>
  asked(
    answers,
    question,
    'text',
    (words) => {
      const value = numberOf(words);
      return value && !isZero(value) && !isNegative(value) ? value : undefined;
    },
    'a number above zero, as 1,250',
  );

export const askDay = (answers: Answers, question: Omit<Asks, 'kind'>): Read<Day> =>
  asked(answers, question, 'text', (words) => parseDate(words)?.day, 'a date, as 03/07/2023');

export const askWords = (answers: Answers, question: Omit<Asks, 'kind'>): Read<string> =>
  asked(
    answers,
    question,
    'text',
    (words) => (/[<\t\n\r]/.test(words) ? undefined : words || undefined),
    'words without “<”',
  );

export const askChoice = (
  answers: Answers,
  question: Omit<Asks, 'kind'> & { readonly choices: NonNullable<Asks['choices']> },
): Read<string> =>
  asked(
    answers,
    question,
    'choice',
    (words) => question.choices.find(({ value }) => value === words)?.value,
    'one of these',
  );

/** A whole text, as of a file or the clipboard. */
export function askText(answers: Answers, question: Asks): Read<string> {
  const words = answered(answers, question.answer);
  return words === undefined ? { asks: question } : { value: words };
}

/** Digits with commas in groups of three or none, a dollar sign before them or not; EDGAR takes four decimals. */
const NUMBER = /^\$? ?(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,4})?$/;

function numberOf(words: string): Decimal | undefined {
  const match = NUMBER.exec(words);
  return match ? parseDecimal(match[1]!.replaceAll(',', '') + (match[2] ?? '')) : undefined;
}
