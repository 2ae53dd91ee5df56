import type { Rule } from '../rule';

/** Notes that stand below the tables without the heading that makes footnotes of them. */
export const footnotesHeading: Rule = {
  id: 'footnotes-heading',
  family: 'footnotes',
  severity: 'warning',
  summary: 'Notes below the tables without the heading "Explanation of Responses:"',
  fixable: true,
  safe: true,
  check({ filing, report }) {
    const { heading, list, style } = filing.footnotes;
    const [first] = list;
    if (heading || !first || style === 'xml') return;
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
