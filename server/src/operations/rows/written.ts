/** What is said at the end of an operation that writes rows: how many, and where the first of them stands. */
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import type { Outcome } from '../operation';

/** `2 rows written in Table I and 1 in Table II.` */
export function rowsWritten(tableI: number, tableII = 0): string {
  const rows = tableI === 1 ? '1 row' : `${tableI} rows`;
  return `${rows} written in Table I${tableII === 0 ? '' : ` and ${tableII} in Table II`}.`;
}

/** An outcome that says first what was written, then what else there is to know. */
export const withWords = (edits: readonly Edit[], written: string, remarks: readonly string[]): Outcome => ({
  edits,
  remark: [written, ...remarks].join(' '),
  changed: firstOf(edits),
});

/** The first of the edits in the text after them: nothing before it has moved. A line is written with the line end before it. */
function firstOf(edits: readonly Edit[]): Span {
  const { span, newText } = edits.reduce((first, one) => (one.span.start < first.span.start ? one : first));
  const start = span.start + (/^\s*/.exec(newText)?.[0].length ?? 0);
  return { start, end: Math.max(start, span.start + newText.trimEnd().length) };
}
