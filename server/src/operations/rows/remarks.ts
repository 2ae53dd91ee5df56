/** The remarks: words added to them, or a section of them. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import { lineEndOf } from './line';

/** Adds words to the remarks, as a paragraph of their own where some stand there already. */
export function remarkEdit(filing: Filing, words: string): Edit {
  const { remarks, footnotes, ownerSignatures, text, lines } = filing;
  const eol = lineEndOf(filing);
  if (remarks) return { span: { start: remarks.span.end, end: remarks.span.end }, newText: ` ${words}` };
  const heading = emptyHeading(filing);
  if (heading !== undefined) return { span: { start: heading, end: heading }, newText: `${eol}${eol}${words}` };
  const notes = footnotes.heading ? footnotes.span.end : undefined;
  const signed = ownerSignatures[0]?.span.start;
  if (notes !== undefined && (signed === undefined || notes < signed)) {
    const end = lines.lineSpan(lines.lineAt(notes)).end;
    return { span: { start: end, end }, newText: `${eol}${eol}Remarks:${eol}${eol}${words}` };
  }
  const start = signed === undefined ? text.length : lines.starts[lines.lineAt(signed)]!;
  return { span: { start, end: start }, newText: `Remarks:${eol}${eol}${words}${eol}${eol}` };
}

/** The end of a heading "Remarks:" with nothing below it. */
function emptyHeading({ text, lines, footnotes, derivativeTable }: Filing): number | undefined {
  const from = Math.max(footnotes.span.end, derivativeTable.span.end);
  const match = /^[#*_ \t]{0,9}Remarks:[*_ \t]{0,9}$/im.exec(text.slice(from, from + 20_000));
  return match ? lines.lineSpan(lines.lineAt(from + match.index)).end : undefined;
}
