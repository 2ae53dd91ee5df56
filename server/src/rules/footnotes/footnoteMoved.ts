import type { Rule } from '../rule';

/**
 * A footnote that was moved or deleted by hand while its markers stayed. A filing alone does not show that: the editor
 * says it, which knows how markers and notes agreed before.
 */
export const footnoteMoved: Rule = {
  id: 'footnote-moved',
  family: 'footnotes',
  severity: 'information',
  summary: 'A footnote that was moved or deleted without its markers',
  fixable: true,
};
