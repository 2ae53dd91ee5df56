/** The boxes of the form above its tables. */
import { FOREIGN_SYMBOL_BOX, isSince, PLAN_BOX as PLAN_BOX_ERA } from '../../facts/eras';
import { filedOn } from '../../filing/filed';
import { filedBy } from '../../filing/filedBy';
import type { Cell, CheckBox, Filing, ReportingOwner } from '../../filing/model';
import type { Span } from '../../text/span';
import { addressOf } from '../address';
import { unprintedOf } from '../unprinted';
import { printedDate } from '../words';
import { formCell, wordCell } from './cells';
import type { FormCell, FormIssuer, FormOwner, FormTick } from './model';
import { EXIT_BOX, FILED_BY, PLAN_BOX, ROLES } from './words';

function tick(address: string, caption: string, box: CheckBox | undefined): FormTick {
  return box
    ? { address, caption, ticked: box.checked, span: box.span }
    : { address, caption, ticked: false, missing: true };
}

export const exitBox = ({ notSubjectToSection16 }: Filing): FormTick =>
  tick('notSubjectToSection16', EXIT_BOX, notSubjectToSection16);

/** Undefined on a form of before there was the box. */
export function planBox(filing: Filing): FormTick | undefined {
  const { aff10b5One } = filing;
  if (!aff10b5One && !isSince(PLAN_BOX_ERA, filedOn(filing))) return undefined;
  return tick('aff10b5One', PLAN_BOX, aff10b5One);
}

/** Each reporting person; a blank one where the text has none, as the form has the box. */
export function owners(filing: Filing): FormOwner[] {
  const { reportingOwners, boxes } = filing;
  if (reportingOwners.length > 0) return reportingOwners.map((owner, at) => formOwner(filing, owner, at));
  const span = boxes.reportingPerson ?? { start: 0, end: 0 };
  const address = 'reportingOwner/0';
  return [{ address, name: blank(`${address}/rptOwnerName`, span), relationship: roles(address, undefined) }];
}

const blank = (address: string, { end }: Span): FormCell => {
  const span = { start: end, end };
  return { address, words: '', span, whole: span };
};

function formOwner(filing: Filing, owner: ReportingOwner, at: number): FormOwner {
  const address = `reportingOwner/${at}`;
  const { rptOwnerName, officerTitle, otherText } = owner;
  const { street, place, whole } = addressOf(filing, at);
  const part = (name: string, words: string | undefined): FormCell | undefined =>
    words && owner.address ? { ...formCell(filing, `${address}/${name}`, owner.address, words) } : undefined;
  const cell = (name: string, from: Cell<string> | undefined): FormCell | undefined =>
    from && wordCell(filing, `${address}/${name}`, from);
  return {
    address,
    name: wordCell(filing, `${address}/rptOwnerName`, rptOwnerName),
    street: part('street', street),
    place: part('place', whole ?? place),
    relationship: roles(address, owner),
    officerTitle: cell('officerTitle', officerTitle),
    otherText: cell('otherText', otherText),
  };
}

function roles(address: string, owner: ReportingOwner | undefined): FormTick[] {
  const { isDirector = false, isTenPercentOwner = false, isOfficer = false, isOther = false } = owner ?? {};
  const ticked = [isDirector, isTenPercentOwner, isOfficer, isOther];
  const span = owner?.relationship;
  return ROLES.map((caption, at) => ({
    address: `${address}/${ROLE_NAMES[at]!}`,
    caption,
    ticked: ticked[at]!,
    ...(span && { span }),
  }));
}
const ROLE_NAMES = ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'];

export function issuer(filing: Filing): FormIssuer {
  const { issuerName, issuerTradingSymbol } = filing.issuer;
  const foreign = unprintedOf(filing)?.issuerForeignTradingSymbol ?? '';
  const hasBox = foreign !== '' || isSinceKnown(filing);
  const span = { start: issuerTradingSymbol.span.end, end: issuerTradingSymbol.span.end };
  return {
    name: wordCell(filing, 'issuer/issuerName', issuerName),
    symbol: wordCell(filing, 'issuer/issuerTradingSymbol', issuerTradingSymbol),
    ...(hasBox && {
      foreignSymbol: { address: 'issuer/issuerForeignTradingSymbol', words: foreign, span, whole: span },
    }),
  };
}

/** A form of which nobody knows when it was made has no box of today. */
function isSinceKnown(filing: Filing): boolean {
  const filed = filedOn(filing);
  return filed !== undefined && isSince(FOREIGN_SYMBOL_BOX, filed);
}

export const dates = (filing: Filing): { periodOfReport: FormCell; dateOfOriginalSubmission: FormCell } => {
  const { periodOfReport: earliest, dateOfOriginalSubmission: original } = filing;
  return {
    periodOfReport: formCell(filing, 'periodOfReport', earliest, printedDate(filing, earliest)),
    dateOfOriginalSubmission: formCell(filing, 'dateOfOriginalSubmission', original, printedDate(filing, original)),
  };
};

/** Box 6, as far as the text has it: how many reporting persons there are stands in box 1. */
export function jointFiling(filing: Filing): FormTick[] {
  const span = filing.boxes.jointFiling;
  const lines = filedBy(filing);
  return FILED_BY.map((caption, at) => ({
    address: `jointFiling/${at === 0 ? 'one' : 'more'}`,
    caption,
    ...(lines ? { ticked: lines[at as 0 | 1].ticked } : { ticked: false, missing: true as const }),
    ...(span && { span }),
  }));
}
