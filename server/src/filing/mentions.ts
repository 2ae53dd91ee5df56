/** Whether the notes of a filing speak of something at all: a look for plain words, before patterns go through every note. */
import { perFiling } from './memo';
import type { Filing } from './model';

/** The notes from the first to the last and the remarks, as they stand in the text, in small letters. */
export const notesIn = perFiling(({ text, footnotes: { list }, remarks }: Filing) => {
  const notes = list.length === 0 ? '' : text.slice(list[0]!.textSpan.start, list[list.length - 1]!.textSpan.end);
  return (remarks ? `${notes}\n${text.slice(remarks.span.start, remarks.span.end)}` : notes).toLowerCase();
});

/**
 * True where the notes or the remarks have one of some words in them.
 * @param words in small letters; without spaces and signs, which may be written in several ways
 */
export function mentions(filing: Filing, words: readonly string[]): boolean {
  if (filing.footnotes.list.length === 0 && !filing.remarks) return false;
  const notes = notesIn(filing);
  for (const one of words) if (notes.includes(one)) return true;
  return false;
}
