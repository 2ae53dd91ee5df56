import type { Rule } from '../rule';
import { numberingOf } from './numbering';

/** A footnote in which nothing is said. */
export const footnoteEmpty: Rule = {
  id: 'footnote-empty',
  family: 'footnotes',
  severity: 'warning',
  summary: 'A footnote without words',
  sign: 'notes',
  check({ filing, report }) {
    const { uncited } = numberingOf(filing);
    for (const note of filing.footnotes.list) {
      // A blank one that nothing cites is spoken of as uncited.
      if (note.text !== '' || uncited.includes(note)) continue;
      report({
        incomplete: true,
        span: note.labelSpan,
        message: `Expected an explanation in footnote ${note.number ?? note.label}; it is blank.`,
      });
    }
  },
};
