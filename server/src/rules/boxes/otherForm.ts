import type { Rule } from '../rule';

/** Form 3, 5 or 144: it has rules of its own, which are not known here, so that nothing else is said of it (run.ts). */
export const otherForm: Rule = {
  id: 'other-form',
  family: 'boxes',
  severity: 'information',
  summary: 'Another form than Form 4, which is not checked',
  check({ filing: { documentType, lines, part, text }, report }) {
    const from = part?.span.start ?? 0;
    const first = lines.lineSpan(lines.lineAt(from + /^\s*/.exec(text.slice(from))![0].length));
    report({
      span: first,
      message: `This is a Form ${documentType}. Form 4 alone is checked, so nothing was looked at here.`,
    });
  },
};
