/** What the notes of a filing say, to be said again: with places for dates and numbers, which are of that filing alone. */
import { sameWords } from '../../filing/holdings';
import type { Filing } from '../../filing/model';
import { place, type Piece } from './pieces';

/** Longer notes are of one case. */
const LONGEST = 600;
/** So many of one filing. */
const MOST = 30;

/** First what is of no filing, as `Rule 10b5-1` and `Form 4`; then a date in figures or words, and any other number. */
const NUMBERS =
  /((?:Rule|Section|Form|Item|Instruction) \d{1,3}[\w()-]{0,12}|\b\d{1,2}[a-z]-?\d{1,2}(?:-\d{1,2})?)|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?|\\?\$?\d[\d,./-]{0,30}\d%?|\\?\$?\d%?/g;

/** Stands for what is of a filing's own. */
const BLANK = '\u0000';

/** The notes of a filing as they are kept, with BLANK for what is of its own. Each once, with words besides. */
export function phrasesIn({ footnotes }: Filing): string[] {
  const kept = new Set<string>();
  for (const { text } of footnotes.list.slice(0, MOST))
    if (text.length <= LONGEST && !['\t', '\n', '\r', '|', BLANK].some((sign) => text.includes(sign)))
      kept.add(text.replace(NUMBERS, (_, kept?: string) => kept ?? BLANK));
  return [...kept].filter((phrase) => sameWords(phrase).length > 20);
}

/** A phrase with places to fill in. */
export const piecesOf = (phrase: string): Piece[] =>
  phrase.split(BLANK).flatMap((words, at): Piece[] => (at === 0 ? [words] : [place(), words]));

/** How a phrase is called in a list. */
export const nameOf = (phrase: string): string => {
  const words = phrase.replaceAll(BLANK, '…');
  return words.length > 70 ? `${words.slice(0, 70)}…` : words;
};
