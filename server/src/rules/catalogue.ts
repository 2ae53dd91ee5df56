/** Every rule, in the order in which they run: causes before their effects. A new rule is one line here. */
import { amendment } from './boxes/amendment';
import { planAdopted } from './dates/planAdopted';
import { otherForm } from './boxes/otherForm';
import { ownerTwice } from './boxes/ownerTwice';
import { placeholder } from './boxes/placeholder';
import { planBox } from './boxes/planBox';
import { relationship } from './boxes/relationship';
import { signature } from './boxes/signature';
import { signedFor } from './boxes/signedFor';
import { tickerBlank } from './boxes/tickerBlank';
import { trojanText } from './boxes/trojanText';
import { codeForm5Suffix } from './codes/codeForm5Suffix';
import { codeJFootnote } from './codes/codeJFootnote';
import { codeKAlone } from './codes/codeKAlone';
import { codeLLimit } from './codes/codeLLimit';
import { codeMultiple } from './codes/codeMultiple';
import { codeOwner } from './codes/codeOwner';
import { codeTable } from './codes/codeTable';
import { codeUnknown } from './codes/codeUnknown';
import { codeVCell } from './codes/codeVCell';
import { codeVInCode } from './codes/codeVInCode';
import { exerciseLeg } from './codes/exerciseLeg';
import { exercisePair } from './codes/exercisePair';
import { giftEarly } from './codes/giftEarly';
import { voluntaryUnneeded } from './codes/voluntaryUnneeded';
import { box3 } from './dates/box3';
import { closedDay } from './dates/closedDay';
import { dateAfterSignature } from './dates/dateAfterSignature';
import { dateFormat } from './dates/dateFormat';
import { dateRange } from './dates/dateRange';
import { deemedDate } from './dates/deemedDate';
import { derivativeDates } from './dates/derivativeDates';
import { filedLate } from './dates/filedLate';
import { codeAgainstNote } from './footnotes/codeAgainstNote';
import { footnoteCrossref } from './footnotes/footnoteCrossref';
import { footnoteDuplicate } from './footnotes/footnoteDuplicate';
import { footnoteEmpty } from './footnotes/footnoteEmpty';
import { footnoteMoved } from './footnotes/footnoteMoved';
import { footnoteNumber } from './footnotes/footnoteNumber';
import { footnoteOrder } from './footnotes/footnoteOrder';
import { footnoteTooLong } from './footnotes/footnoteTooLong';
import { footnoteTwice } from './footnotes/footnoteTwice';
import { footnoteUndefined } from './footnotes/footnoteUndefined';
import { footnoteUnreferenced } from './footnotes/footnoteUnreferenced';
import { footnotesHeading } from './footnotes/footnotesHeading';
import { seeFootnote } from './footnotes/seeFootnote';
import { holdingsBelowAcquired } from './holdings/holdingsBelowAcquired';
import { holdingsDigit } from './holdings/holdingsDigit';
import { holdingsDrift } from './holdings/holdingsDrift';
import { holdingsOrder } from './holdings/holdingsOrder';
import { holdingsTotal } from './holdings/holdingsTotal';
import { holdingsTotalMissing } from './holdings/holdingsTotalMissing';
import { amountZero } from './limits/amountZero';
import { fieldMissing } from './limits/fieldMissing';
import { fieldTooLong } from './limits/fieldTooLong';
import { numberFormat } from './limits/numberFormat';
import { cellNeedsFootnote } from './ownership/cellNeedsFootnote';
import { natureMissing } from './ownership/natureMissing';
import { natureWithDirect } from './ownership/natureWithDirect';
import { ownershipForm } from './ownership/ownershipForm';
import { titleDrift } from './ownership/titleDrift';
import { titleTable } from './ownership/titleTable';
import { underlyingItself } from './ownership/underlyingItself';
import { averageOutOfRange } from './prices/averageOutOfRange';
import { averageRangeMissing } from './prices/averageRangeMissing';
import { averageRangeWide } from './prices/averageRangeWide';
import { averageUndertaking } from './prices/averageUndertaking';
import { exercisePrice } from './prices/exercisePrice';
import { giftPrice } from './prices/giftPrice';
import { priceColumn8 } from './prices/priceColumn8';
import { priceLikeTotal } from './prices/priceLikeTotal';
import { priceMissing } from './prices/priceMissing';
import { priceOutlier } from './prices/priceOutlier';
import { priceZero } from './prices/priceZero';
import { underlyingAmount } from './limits/underlyingAmount';
import { withholdAmount } from './prices/withholdAmount';
import { withholdPrice } from './prices/withholdPrice';
import { cellsExchanged } from './rows/cellsExchanged';
import { footnotePlace } from './footnotes/footnotePlace';
import { priceOfExercise } from './prices/priceOfExercise';
import { duplicateRow } from './rows/duplicateRow';
import { holdingRepeatsRow } from './rows/holdingRepeatsRow';
import { noTransaction } from './rows/noTransaction';
import { rowCells } from './rows/rowCells';
import { tableRows } from './rows/tableRows';
import { unread } from './rows/unread';
import { opening } from './series/opening';
import { leftUnchanged } from './series/leftUnchanged';
import { holdingGone } from './series/holdingGone';
import { grantNotReduced } from './series/grantNotReduced';
import { grantOver } from './series/grantOver';
import { codeSide } from './sides/codeSide';
import { sideInvalid } from './sides/sideInvalid';
import type { Rule } from './rule';
import { footnoteOnSide } from './xml/footnoteOnSide';
import { ownerCcc } from './xml/ownerCcc';
import { xmlStructure } from './xml/xmlStructure';
import { xmlWellformed } from './xml/xmlWellformed';

export const CATALOGUE: readonly Rule[] = [
  // what could not be read: rules that would rest on it are silent (run.ts)
  unread,
  // xml: what an element lacks, its row lacks too
  xmlWellformed,
  xmlStructure,
  ownerCcc,
  // rows: what stands in the wrong column makes all else in the row moot
  rowCells,
  cellsExchanged,
  duplicateRow,
  holdingRepeatsRow,
  tableRows,
  noTransaction,
  codeForm5Suffix,
  // limits: numbers and lengths
  numberFormat,
  amountZero,
  fieldMissing,
  fieldTooLong,
  // dates
  dateFormat,
  dateRange,
  signature,
  dateAfterSignature,
  box3,
  deemedDate,
  filedLate,
  closedDay,
  derivativeDates,
  // codes
  codeVCell,
  codeUnknown,
  codeKAlone,
  codeVInCode,
  codeMultiple,
  codeTable,
  codeJFootnote,
  codeLLimit,
  giftEarly,
  voluntaryUnneeded,
  exerciseLeg,
  // sides
  sideInvalid,
  codeSide,
  codeOwner,
  // ownership
  ownershipForm,
  natureWithDirect,
  natureMissing,
  cellNeedsFootnote,
  titleTable,
  underlyingItself,
  // holdings
  holdingsTotalMissing,
  holdingsDrift,
  holdingsOrder,
  holdingsTotal,
  holdingsBelowAcquired,
  holdingsDigit,
  titleDrift,
  // behind the holdings: a total that does not add up tells better which amount is wrong
  exercisePair,
  // a code that its own footnote contradicts asks for another price too
  codeAgainstNote,
  // prices
  priceMissing,
  priceZero,
  priceColumn8,
  priceLikeTotal,
  priceOfExercise,
  giftPrice,
  // a price outside its own footnote's range is told there
  averageOutOfRange,
  priceOutlier,
  averageRangeMissing,
  averageRangeWide,
  averageUndertaking,
  exercisePrice,
  withholdPrice,
  withholdAmount,
  underlyingAmount,
  // footnotes
  footnotesHeading,
  footnoteNumber,
  footnoteDuplicate,
  footnoteMoved,
  footnoteUndefined,
  footnoteUnreferenced,
  footnoteTwice,
  footnoteTooLong,
  footnoteEmpty,
  footnoteOrder,
  seeFootnote,
  footnoteCrossref,
  footnotePlace,
  // boxes
  ownerTwice,
  relationship,
  amendment,
  otherForm,
  planBox,
  planAdopted,
  signedFor,
  tickerBlank,
  trojanText,
  placeholder,
  footnoteOnSide,
  // series
  opening,
  leftUnchanged,
  holdingGone,
  grantNotReduced,
  grantOver,
];

const byId = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/** The rule of an id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
