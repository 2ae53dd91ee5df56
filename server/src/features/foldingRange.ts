/** What can be folded away: the parts of the form, notes over several lines, and the form's own words as comments. */
import type { FoldingRange } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import { tablesOf } from '../filing/queries';
import { hull, type Span } from '../text/span';
import { outline } from './outline';

/** As many as VS Code takes by default; the outer parts come first. */
const MOST_RANGES = 5000;

/** The form has two lines of headings; a page that was copied may have each heading on a line of its own. */
const MOST_HEADINGS = 3;

/** Whole lines, the greatest parts first; at most `limit` of them. */
export function foldingRange(filing: Filing, limit = MOST_RANGES): FoldingRange[] {
  const { lines } = filing;
  const parts = outline(filing);
  const ranges: FoldingRange[] = [];
  const fold = ({ start, end }: Span, kind?: 'comment' | 'region'): void => {
    const startLine = lines.lineAt(start);
    const endLine = lines.lineAt(Math.max(start, end - 1));
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const boxes = parts.filter(({ kind }) => kind === 'box').map(({ span }) => span);
  const head = boxes.length > 0 ? [boxes.reduce(hull)] : [];
  const tables = parts.filter(({ kind }) => kind === 'table');
  // In columns made of spaces the boxes may reach down into the line of the table's title.
  const below = tables[0]?.span.start ?? Infinity;
  for (const { start, end } of head) if (start < below) fold({ start, end: Math.min(end, below) }, 'region');
  for (const { kind, span } of parts) if (kind === 'table' || kind === 'notes') fold(span, 'region');
  // A fold that begins at a line of headings keeps it in sight while its rows are scrolled through.
  for (const span of belowHeadings(filing)) fold(span);
  for (const { kind, span } of parts) if (kind === 'remarks' || kind === 'signature') fold(span);
  for (const span of joined(filing)) fold(span, 'comment');
  for (const { children } of parts) for (const { span } of children) fold(span);
  return ranges.slice(0, Math.max(0, Math.min(limit, MOST_RANGES)));
}

/** From each line of headings to the end of its table. */
function belowHeadings(filing: Filing): Span[] {
  const { lines, text } = filing;
  return tablesOf(filing).flatMap(({ headings, rows, span }) => {
    if (!headings || rows.length === 0) return [];
    const all: Span[] = [];
    for (let line = lines.lineAt(headings.start); line <= lines.lineAt(headings.end - 1); line++) {
      const { start, end } = lines.lineSpan(line);
      if (all.length < MOST_HEADINGS && /[A-Z]/i.test(text.slice(start, end))) all.push({ start, end: span.end });
    }
    return all;
  });
}

/** The form's own words, taken together where nothing else stands between them. */
function joined({ text, boilerplate }: Filing): Span[] {
  const runs: Span[] = [];
  for (const span of boilerplate) {
    const last = runs[runs.length - 1];
    if (last && text.slice(last.end, span.start).trim() === '') runs[runs.length - 1] = hull(last, span);
    else runs.push(span);
  }
  return runs;
}
