/** Every rule, in the order in which they run: causes before their effects. A new rule is one line here. */
import { codeUnknown } from './codes/codeUnknown';
import { footnoteDuplicate } from './footnotes/footnoteDuplicate';
import { footnoteNumber } from './footnotes/footnoteNumber';
import { footnoteTwice } from './footnotes/footnoteTwice';
import { footnoteUndefined } from './footnotes/footnoteUndefined';
import { footnoteUnreferenced } from './footnotes/footnoteUnreferenced';
import { holdingsBelowAcquired } from './holdings/holdingsBelowAcquired';
import { holdingsDigit } from './holdings/holdingsDigit';
import { holdingsOrder } from './holdings/holdingsOrder';
import { holdingsTotal } from './holdings/holdingsTotal';
import { holdingsTotalMissing } from './holdings/holdingsTotalMissing';
import { amountZero } from './limits/amountZero';
import { fieldTooLong } from './limits/fieldTooLong';
import { numberFormat } from './limits/numberFormat';
import { cellNeedsFootnote } from './ownership/cellNeedsFootnote';
import { natureMissing } from './ownership/natureMissing';
import { natureWithDirect } from './ownership/natureWithDirect';
import { ownershipForm } from './ownership/ownershipForm';
import { duplicateRow } from './rows/duplicateRow';
import { holdingRepeatsRow } from './rows/holdingRepeatsRow';
import { noTransaction } from './rows/noTransaction';
import { rowCells } from './rows/rowCells';
import { tableRows } from './rows/tableRows';
import type { Rule } from './rule';

export const CATALOGUE: readonly Rule[] = [
  // rows: what stands in the wrong column makes all else in the row moot
  rowCells,
  duplicateRow,
  holdingRepeatsRow,
  tableRows,
  noTransaction,
  // limits: numbers and lengths
  numberFormat,
  amountZero,
  fieldTooLong,
  // dates
  // codes
  codeUnknown,
  // sides
  // ownership
  ownershipForm,
  natureWithDirect,
  natureMissing,
  cellNeedsFootnote,
  // holdings
  holdingsTotalMissing,
  holdingsOrder,
  holdingsTotal,
  holdingsBelowAcquired,
  holdingsDigit,
  // prices
  // footnotes
  footnoteNumber,
  footnoteDuplicate,
  footnoteUndefined,
  footnoteUnreferenced,
  footnoteTwice,
  // boxes
];

const byId = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/** The rule of an id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
