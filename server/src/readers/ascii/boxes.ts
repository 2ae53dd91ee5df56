/** The boxes above Table I: side by side on many pages, here one column below the other. */
import { columnStarts, emptyPlaces, type Page } from '../columns/page';
import { range } from '../columns/centred';
import type { Projection } from '../projection';
import { isRule, isTag, WIDEST } from './lines';

const LABEL =
  /(?<![\d.])[1-7]\.\s{0,3}(?:Name and|Issuer|I\.?\s?R\.?\s?S|Statement|Date of|If Amend|Relationship|Individual)/gi;

const BORDER = /^[|\s]{0,9}/;

/** Writes the lines above `to`. Between two rules the line with the most labels says how many columns there are. */
export function layOutBoxes(projection: Projection, page: Page, to: number): void {
  let from = 0;
  for (let line = 0; line <= to; line++) {
    if (line < to && !isRule(page.words(line))) continue;
    layOut(projection, page, from, line);
    from = line + 1;
  }
}

function layOut(projection: Projection, page: Page, from: number, to: number): void {
  let most: { start: number; end: number }[] = [];
  for (let line = from; line < to; line++) {
    const labels = [...page.words(line).slice(0, WIDEST).matchAll(LABEL)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }));
    if (labels.length > most.length) most = labels;
  }
  const empty = most.length > 1 ? emptyPlaces(page, range(from, to), WIDEST) : [];
  const starts = most.length > 1 ? columnStarts(0, most, empty) : [0];
  starts.forEach((start, at) => {
    for (let line = from; line < to; line++) {
      const piece = page.piece(line, start, starts[at + 1] ?? Infinity);
      if (piece && !isTag(page.words(line))) {
        const words = page.text.slice(piece.start, piece.end);
        const before = BORDER.exec(words)![0].length;
        const behind = words.endsWith('|') && before < words.length ? 1 : 0;
        projection.copy(piece.start + before, piece.end - behind);
      }
      projection.write('\n', page.line(line).end);
    }
  });
}
