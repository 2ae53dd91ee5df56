import type { Filing, Footnote } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { isBlankIn } from '../../text/white';
import { isMistypedHeading } from '../rows/rowCells';
import type { Rule } from '../rule';

/** Notes that stand below the tables without the heading that makes footnotes of them. */
export const footnotesHeading: Rule = {
  id: 'footnotes-heading',
  family: 'footnotes',
  severity: 'warning',
  summary: 'Notes below the tables without the heading "Explanation of Responses:"',
  fixable: true,
  safe: true,
  sign: 'notes',
  check({ filing, report }) {
    const { heading, list, style } = filing.footnotes;
    const [first] = list;
    if (heading || !first || style === 'xml' || isBehindLegend(filing, first)) return;
    // `row-cells` corrects one that is read as a row.
    if (rowsOf(filing).some(isMistypedHeading)) return;
    const at = first.span.start;
    const eol = filing.text.includes('\r\n') ? '\r\n' : '\n';
    report({
      span: first.span,
      message: 'Expected the heading "Explanation of Responses:" above the footnotes; found none before this one.',
      fixes: () => [
        {
          title: 'Add the heading',
          edits: [{ span: { start: at, end: at }, newText: `Explanation of Responses:${eol}${eol}` }],
          preferred: true,
          safe: true,
        },
      ],
    });
  },
};

/** On an older page of EDGAR's the heading stands outside the table of the notes, and is lost with what is outside of tables. */
const isBehindLegend = ({ boilerplate, text }: Filing, { span: { start } }: Footnote): boolean =>
  boilerplate.some(({ end }) => end <= start && isBlankIn(text, { start: end, end: start }));
