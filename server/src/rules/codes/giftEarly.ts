import { GIFTS_ON_FORM_4, PLAN_BOX } from '../../facts/eras';
import { isVoluntary } from '../../filing/queries';
import type { Rule } from '../rule';
import { clearV, codeOf } from './codeCell';

/** A gift that was made, marked V as if it could wait for Form 5. */
export const giftEarly: Rule = {
  id: 'gift-early',
  family: 'codes',
  severity: 'warning',
  summary: 'A gift made since 2023 and marked V',
  fixable: true,
  codes: ['G'],
  checkRow(row, context) {
    const { filing, filed, report } = context;
    if (context.accused(row, 'row-cells')) return;
    if (codeOf(row) !== 'G' || row.transactionAcquiredDisposedCode.value !== 'D' || !isVoluntary(row)) return;
    const day = row.transactionDate.value ?? filed;
    if (day === undefined || day < GIFTS_ON_FORM_4.from) return;
    const cell = row.transactionFormType.value === 'V' ? row.transactionFormType : row.transactionCode;
    report({
      cell,
      span: cell.span,
      // In the first weeks filers and their counsel disagreed on the day from which it counts.
      severity: day < PLAN_BOX.from ? 'information' : 'warning',
      message:
        'A gift made since February 27, 2023 is due on Form 4 within two business days, so that it is no longer reported earlier than required; found V beside it. Check whether the V should go.',
      fixes: () => [clearV(filing, row)],
    });
  },
};
