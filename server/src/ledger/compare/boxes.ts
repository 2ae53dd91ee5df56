/** What stands in the boxes of a filing, box by box, for comparing. */
import { sameWords } from '../../filing/holdings';
import type { Cell, Filing, ReportingOwner } from '../../filing/model';
import { formDate } from '../../text/days';
import { addressOf } from '../../writers/address';
import { sourceWords } from '../../writers/words';

export interface BoxChange {
  /** What the box is called on the form. */
  readonly box: string;
  readonly before: string;
  readonly after: string;
}

/** The boxes that differ, in the order of the form. */
export function compareBoxes(before: Filing, after: Filing): BoxChange[] {
  const one = boxesOf(before);
  const other = boxesOf(after);
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((box) => {
    const [was, is] = [one.get(box) ?? '', other.get(box) ?? ''];
    // How an address is set, with commas or on lines, says nothing.
    const isSame = was === is || (box.startsWith(ADDRESS) && sameWords(was) === sameWords(is));
    return isSame ? [] : [{ box, before: was, after: is }];
  });
}

const ADDRESS = 'Box 1, address';

function boxesOf(filing: Filing): ReadonlyMap<string, string> {
  const boxes = new Map<string, string>();
  const words = (cell: Cell<unknown> | undefined): string => (cell ? sourceWords(filing, cell) : '');
  const date = (cell: Cell<number>): string => (cell.value === undefined ? words(cell) : formDate(cell.value));
  boxes.set('Form', filing.documentType);
  boxes.set('No longer subject to Section 16', ticked(filing.notSubjectToSection16));
  boxes.set('Rule 10b5-1 box', ticked(filing.aff10b5One));
  filing.reportingOwners.forEach((owner, at) => {
    const nth = filing.reportingOwners.length > 1 ? `, person ${at + 1}` : '';
    boxes.set(`Box 1, reporting person${nth}`, words(owner.rptOwnerName));
    const { street = '', place = '', whole } = addressOf(filing, at);
    boxes.set(`${ADDRESS}${nth}`, whole ?? `${street} ${place}`.trim());
    boxes.set(`Box 5, relationship${nth}`, relationshipOf(owner, words));
  });
  boxes.set('Box 2, issuer', words(filing.issuer.issuerName));
  boxes.set('Box 2, symbol', words(filing.issuer.issuerTradingSymbol));
  boxes.set('Box 3, earliest transaction', date(filing.periodOfReport));
  boxes.set('Box 4, original filed', date(filing.dateOfOriginalSubmission));
  boxes.set('Remarks', filing.remarks?.value ?? words(filing.remarks));
  filing.ownerSignatures.forEach(({ signatureName, signatureDate }, at) => {
    const nth = filing.ownerSignatures.length > 1 ? ` ${at + 1}` : '';
    boxes.set(`Signature${nth}`, words(signatureName));
    boxes.set(`Signature${nth}, date`, date(signatureDate));
  });
  return boxes;
}

const ticked = (box: { readonly checked: boolean } | undefined): string => (box?.checked ? 'ticked' : '');

function relationshipOf(owner: ReportingOwner, words: (cell: Cell<unknown> | undefined) => string): string {
  const { isDirector, isOfficer, isTenPercentOwner, isOther, officerTitle, otherText } = owner;
  const title = words(officerTitle);
  const other = words(otherText);
  return [
    isDirector && 'Director',
    (isOfficer || title !== '') && `Officer${title === '' ? '' : ` (${title})`}${isOfficer ? '' : ', not ticked'}`,
    isTenPercentOwner && '10% Owner',
    (isOther || other !== '') && `Other${other === '' ? '' : ` (${other})`}${isOther ? '' : ', not ticked'}`,
  ]
    .filter(Boolean)
    .join(', ');
}
