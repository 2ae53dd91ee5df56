/** What a review copy says of the filing: points to look at, in words that admit nothing. */
import type { FormFinding } from '../printedForm/placed';
import type { PrintedForm } from '../printedForm/model';
import { el, type HtmlNode } from '../html';
import { counted } from '../markdown';
import { placeWords } from './places';

export interface Review {
  readonly findings: readonly FormFinding[];
  /** The ids of the rules that are off, though they speak by themselves. */
  readonly off: readonly string[];
  /** How many findings a baseline silences. */
  readonly known: number;
  /** The day of the check, as the form prints days. */
  readonly day?: string;
}

/** What each severity asks for: no word of it says that something is so. */
const ASKS: Readonly<Record<string, string>> = {
  error: 'Resolve',
  warning: 'Check',
  information: 'Note',
  hint: 'Note',
};

/** Turns of the rules' messages that would say of a filing what nobody has looked into. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/ are late in this way\./g, ' are after the due day by the date of signature.'],
  [/ and late for /g, ' and after the due day for '],
  [/ may be the wrong one\./g, ' may be the one to look at.'],
  [/It is open which number is wrong/g, 'It is open which number is to be looked at'],
];

/** A message in the words of a review copy. */
export const reviewWords = (message: string): string =>
  TURNS.reduce((words, [turn, instead]) => words.replace(turn, instead), message);

export function review(
  form: PrintedForm,
  { findings, off, known, day }: Review,
  lineOf: (at: number) => number,
): HtmlNode {
  const points =
    findings.length === 0
      ? el('p', {}, 'No point to look at was found.')
      : el(
          'table',
          {},
          el(
            'thead',
            {},
            el(
              'tr',
              {},
              ['No.', 'To do', 'Where', 'Point', 'Rule'].map((name) => el('th', { scope: 'col' }, name)),
            ),
          ),
          el(
            'tbody',
            {},
            findings.map(({ rule, severity, message, span, address }, at) =>
              el('tr', {}, [
                el('td', {}, String(at + 1)),
                el('td', {}, ASKS[severity] ?? 'Note'),
                el(
                  'td',
                  {},
                  `${address === undefined ? '' : `${placeWords(form, address)}; `}line ${lineOf(span.start)}`,
                ),
                el('td', {}, reviewWords(message)),
                el('td', {}, rule),
              ]),
            ),
          ),
        );
  return el(
    'section',
    { class: 'more' },
    el('h2', {}, 'Points to look at'),
    day !== undefined &&
      el('p', {}, `Looked at as on ${day}. A point is a question to the preparer; it says nothing of anybody’s duty.`),
    points,
    el(
      'p',
      {},
      off.length === 0
        ? 'No rule was off.'
        : `${counted(off.length, 'rule')} off, so that nothing was looked at under them: ${off.join(', ')}.`,
    ),
    known > 0 && el('p', {}, `${counted(known, 'point')} left out, as a baseline knows of them.`),
  );
}
