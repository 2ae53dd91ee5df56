import type { Filing } from '../filing/model';
import { LineIndex } from '../text/lines';
import { findPipes } from './cells/pipes';
import { findTabs } from './cells/tabs';
import { readForm } from './form';
import { Projection } from './projection';

const PIPE = 124;
const BACKSLASH = 92;

/** A heading of a table whose lines have bars between their cells and none around them: `a | b`. */
const OPEN = /^ {0,3}1\\?\. ?Title of (?:Derivative )?Security[^|\n]{0,40}\|/m;
const RULE = /^[-:|\s]+$/;

/** Reads a form with Markdown tables, whether their lines begin with a bar or not. */
export function readPiped(text: string, lines: LineIndex): Filing {
  if (!OPEN.test(text)) return readForm({ text, lines, layout: 'piped', findCells: findPipes });
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
  const filing = readForm({ text: tabbed, lines: new LineIndex(tabbed), layout: 'piped', findCells: findTabs });
  return projection.carryBack(filing, lines);
}
