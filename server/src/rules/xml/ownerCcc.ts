import { passwordsIn } from '../../filing/passwords';
import type { Span } from '../../text/span';
import type { Fix, Rule } from '../rule';

/** EDGAR's password of a reporting person, in a text that goes from hand to hand. */
export const ownerCcc: Rule = {
  id: 'owner-ccc',
  family: 'xml',
  severity: 'warning',
  summary: 'The CCC of a reporting person, which is a password, in the XML',
  fixable: true,
  sign: 'xml',
  check({ filing: { xml, part, text }, report }) {
    if (!xml) return;
    const { start, end } = part?.span ?? { start: 0, end: text.length };
    for (const span of passwordsIn(text))
      if (span.start >= start && span.end <= end)
        report({
          span,
          // The password itself is in no message.
          message:
            'Expected no <rptOwnerCcc>; found one. The CCC is the reporting person’s password with EDGAR: it is given when the form is submitted, and does not belong into a file that others read. Take it out.',
          fixes: () => takeOut(text, span),
        });
  },
};

/** The element with the blanks before it, where it is whole. */
function takeOut(text: string, { start, end }: Span): Fix[] {
  const close = /^\s{0,99}<\/(?:\w{1,20}:)?rptOwnerCcc\s{0,9}>/i.exec(text.slice(end, end + 160));
  if (!close) return [];
  let from = text.lastIndexOf('<', start);
  while (/\s/.test(text.charAt(from - 1))) from--;
  return [
    {
      title: 'Take out the CCC',
      edits: [{ span: { start: from, end: end + close[0].length }, newText: '' }],
      preferred: true,
    },
  ];
}
