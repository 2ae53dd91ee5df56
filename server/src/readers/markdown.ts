/**
 * The form as Markdown prints it in a large public text data set: boxes in a table with bold labels, ISO dates,
 * `### Footnotes:`, `**Signature:**` and `**Date:**`.
 */
import type { Filing } from '../filing/model';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { trim } from '../text/white';
import { findPipes } from './cells/pipes';
import { readProjected } from './projected';
import { Projection } from './projection';

const BOX_LABEL = /\*\*[1-6]\. /;
const SIGNATURE = /^\*\*Signature:\*\*/;
const DATE = /^\*\*Date:\*\*/;
/** What a box line is made of besides words: breaks, emphasis, the star of box 1, blank ticks for a text. */
const MARKUP = /<br ?\/?>|\*\*|<sup>\\?\*<\/sup>|(?<![A-Za-z0-9])_{1,2}(?=[^\s_|])|_{1,2}(?=\s|\||$)/g;

/** Reads the boxed Markdown dialect. */
export function readMarkdown(text: string, lines: LineIndex): Filing {
  const projection = new Projection(text);
  const count = lines.starts.length;
  for (let number = 0; number < count; number++) {
    const line = lines.lineSpan(number);
    const next = number + 1 < count ? lines.starts[number + 1]! : text.length;
    const words = text.slice(line.start, line.end);
    if (words.startsWith('|') && BOX_LABEL.test(words)) boxLine(projection, text, line);
    else if (SIGNATURE.test(words)) labelled(projection.write('Signature:\n', line.start), line, words, SIGNATURE);
    else if (DATE.test(words)) labelled(projection, line, words, DATE);
    else projection.copy(line.start, line.end);
    projection.copy(line.end, next);
  }
  const filing = readProjected(projection, 'markdown', findPipes);
  return projection.carryBack(filing, lines);
}

/** A row of boxes: each cell a box, breaks for lines. */
function boxLine(projection: Projection, text: string, line: Span): void {
  const places: number[] = [];
  findPipes(text, line.start, line.end, places);
  for (let cell = 0; cell < places.length; cell += 2) {
    const { start, end } = trim(text, places[cell]!, places[cell + 1]!);
    let from = start;
    for (const { 0: mark, index } of text.slice(start, end).matchAll(MARKUP)) {
      projection.copy(from, start + index).write(mark.startsWith('<br') ? '\n' : '', start + index);
      from = start + index + mark.length;
    }
    projection.copy(from, end).write('\t', end);
  }
}

/** What stands behind a bold label. */
function labelled(projection: Projection, line: Span, words: string, label: RegExp): void {
  projection.copy(line.start + (label.exec(words)?.[0].length ?? 0), line.end);
}
