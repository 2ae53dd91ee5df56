import { rowsOf, tablesOf } from '../../filing/queries';
import { schemaSeverity } from '../era';
import type { Related, Rule } from '../rule';

/** A form that reports nothing, and whose exit box is clear. */
export const noTransaction: Rule = {
  id: 'no-transaction',
  family: 'rows',
  severity: 'error',
  summary: 'No transaction in either table, and the exit box is clear',
  draftInformation: true,
  sign: 'tables',
  check({ filing, filed, report, accused }) {
    const { notSubjectToSection16: exit, nonDerivativeTable, derivativeTable } = filing;
    // A row that cannot be read may be a transaction, and tables that were not found may hold one.
    if (exit?.checked || rowsOf(filing).some((row) => row.kind === 'transaction' || accused(row, 'row-cells'))) return;
    const title = nonDerivativeTable.title ?? derivativeTable.title;
    if (!title || (filing.problems.length > 0 && tablesOf(filing).every(({ rows }) => rows.length === 0))) return;
    const related: Related[] = exit
      ? [{ message: 'the box of those who are no longer subject to Section 16', span: exit.span }]
      : [];
    // EDGAR has accepted holdings with a remark that says why they are reported.
    const why = filing.remarks?.value
      ? filing.remarks.span
      : filing.footnotes.list.find(({ text }) => WHY.test(text))?.textSpan;
    if (why) related.push({ message: 'what may say why', span: why });
    const severity = schemaSeverity({ filed });
    report({
      span: title,
      severity: why && severity === 'error' ? 'warning' : severity,
      message: `Expected a transaction in Table I or Table II; found none. A Form 4 reports at least one, unless the box for those no longer subject to Section 16 is checked.${why ? ' Check whether the form says why there is none.' : ''}`,
      related,
    });
  },
};

/** What a footnote speaks of that says why holdings alone are reported. */
const WHY =
  /\bno transactions?\b|\bomit|\binadvertent|\berror\b|\bcorrect|\b(?:this|the) (?:report|filing|form)\b|\bForms? [345]\b/i;
