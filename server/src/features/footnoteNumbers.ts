/** The numbers of footnotes whose bullets do not show them, for an editor to draw. */
import type { Filing } from '../filing/model';
import type { FootnoteNumber } from '../protocol';
import { labelOf } from './citations';

/** The footnotes of lists of bullets, in the order of the text; at most so many as a form can have, of each filing. */
export function footnoteNumbers(filings: readonly Filing[]): FootnoteNumber[] {
  return filings.flatMap((filing) =>
    filing.footnotes.style === 'bullet'
      ? filing.footnotes.list
          .slice(0, MOST)
          .map((note) => ({ number: note.number!, range: filing.lines.range(labelOf(filing, note)) }))
      : [],
  );
}

const MOST = 999;
