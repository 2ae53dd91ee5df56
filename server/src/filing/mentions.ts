/** Whether the notes of a filing speak of something at all: one look for words, before patterns go through every note. */
import { perFiling } from './memo';
import type { Filing } from './model';

/** The notes from the first to the last and the remarks, as they stand in the text. */
export const notesIn = perFiling(({ text, footnotes: { list }, remarks }: Filing) => {
  const notes = list.length === 0 ? '' : text.slice(list[0]!.textSpan.start, list[list.length - 1]!.textSpan.end);
  return remarks ? `${notes}\n${text.slice(remarks.span.start, remarks.span.end)}` : notes;
});

/**
 * True where the notes or the remarks have one of some words in them.
 * @param words as `/amend|correct/i`: one such pattern takes a third of the time of a search for each word. They are without
 *   spaces and signs, which may be written in several ways
 */
export function mentions(filing: Filing, words: RegExp): boolean {
  return (filing.footnotes.list.length > 0 || filing.remarks !== undefined) && words.test(notesIn(filing));
}
