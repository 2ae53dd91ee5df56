import type { Filing } from '../filing/model';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { trim } from './cells';
import { readForm } from './form';
import { Projection } from './projection';
import { splitTabs } from './tabbed';

const PIPE = 124;
const BACKSLASH = 92;

/** The cells of a line of a Markdown table, `| a | b |`; `\|` is a character of a cell. Other lines part at tabs. */
export function splitPipes(text: string, line: Span): Span[] {
  const words = trim(text, line.start, line.end);
  if (text.charCodeAt(words.start) !== PIPE || words.end === words.start) return splitTabs(text, line);
  const cells: Span[] = [];
  let start = words.start + 1;
  for (let at = start; at < words.end; at++) {
    if (text.charCodeAt(at) !== PIPE || text.charCodeAt(at - 1) === BACKSLASH) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  if (start < words.end) cells.push({ start, end: words.end });
  return cells;
}

/** A heading of a table whose lines have bars between their cells and none around them: `a | b`. */
const OPEN = /^ {0,3}1\\?\. ?Title of (?:Derivative )?Security[^|\n]{0,40}\|/m;
const RULE = /^[-:|\s]+$/;

/** Reads a form with Markdown tables, whether their lines begin with a bar or not. */
export function readPiped(text: string, lines: LineIndex): Filing {
  if (!OPEN.test(text)) return readForm({ text, lines, layout: 'piped', splitCells: splitPipes });
  const projection = new Projection(text);
  for (let number = 0; number < lines.starts.length; number++) {
    const { start, end } = lines.lineSpan(number);
    if (!RULE.test(text.slice(start, end))) {
      let from = start;
      for (let at = start; at < end; at++) {
        if (text.charCodeAt(at) !== PIPE || text.charCodeAt(at - 1) === BACKSLASH) continue;
        projection.copy(from, at).replace('\t', at, at + 1);
        from = at + 1;
      }
      projection.copy(from, end);
    }
    projection.copy(end, lines.starts[number + 1] ?? text.length);
  }
  const tabbed = projection.text;
  const filing = readForm({ text: tabbed, lines: new LineIndex(tabbed), layout: 'piped', splitCells: splitTabs });
  return projection.carryBack(filing, lines);
}
