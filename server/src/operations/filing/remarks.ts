/** The remarks: words added to them, or a section of them. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { lineEndOf } from '../rows/line';

/** Adds words to the remarks, as a paragraph of their own where some stand there already. */
export function remarkEdit(filing: Filing, words: string): Edit {
  const { remarks, footnotes, nonDerivativeTable, derivativeTable, text, lines } = filing;
  const eol = lineEndOf(filing);
  if (remarks) return { span: { start: remarks.span.end, end: remarks.span.end }, newText: ` ${words}` };
  const heading = emptyHeading(filing);
  if (heading !== undefined) return { span: { start: heading, end: heading }, newText: `${eol}${eol}${words}` };
  // Before what follows the footnotes, mostly the signature.
  let line = lines.lineAt(Math.max(footnotes.span.end, derivativeTable.span.end, nonDerivativeTable.span.end)) + 1;
  while (line < lines.starts.length && isBlank(text, lines.lineSpan(line))) line++;
  const start = lines.starts[line];
  if (start === undefined)
    return {
      span: { start: text.length, end: text.length },
      newText: `${eol}${eol}Remarks:${eol}${eol}${words}${eol}`,
    };
  return { span: { start, end: start }, newText: `Remarks:${eol}${eol}${words}${eol}${eol}` };
}

const isBlank = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === '';

/** The end of a heading "Remarks:" with nothing below it. */
function emptyHeading({ text, lines, footnotes, derivativeTable }: Filing): number | undefined {
  const from = Math.max(footnotes.span.end, derivativeTable.span.end);
  const match = /^[#*_ \t]{0,9}Remarks:[*_ \t]{0,9}$/im.exec(text.slice(from, from + 20_000));
  return match ? lines.lineSpan(lines.lineAt(from + match.index)).end : undefined;
}
