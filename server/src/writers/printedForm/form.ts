/** Filing → the form as EDGAR prints it, as plain data. */
import type { Filing } from '../../filing/model';
import { dates, exitBox, issuer, jointFiling, owners, planBox } from './boxes';
import type { PrintedForm } from './model';
import { notes, remarks, signatures, unread } from './notes';
import { formTable } from './tables';
import { FORM_WORDS } from './words';

export interface PrintedFormOptions {
  /** Of each table so many rows, and so many notes; how many more there are is said. All, where it is left out. */
  readonly most?: number;
}

/**
 * The form of a filing. What the text does not have is blank; what could not be read is told, stretch by stretch; nothing is
 * put right.
 */
export function printedForm(filing: Filing, { most = Infinity }: PrintedFormOptions = {}): PrintedForm {
  const { documentType, layout, part, footnotes } = filing;
  return {
    documentType,
    layout,
    title: titleOf(filing),
    ...(part && { part: part.number }),
    own: FORM_WORDS,
    notSubjectToSection16: exitBox(filing),
    aff10b5One: planBox(filing),
    owners: owners(filing),
    issuer: issuer(filing),
    ...dates(filing),
    jointFiling: jointFiling(filing),
    nonDerivativeTable: formTable(filing, 'nonDerivativeTable', most),
    derivativeTable: formTable(filing, 'derivativeTable', most),
    notes: notes(filing, most),
    moreNotes: Math.max(0, footnotes.list.length - most),
    remarks: remarks(filing),
    signatures: signatures(filing),
    unread: unread(filing),
  };
}

/** `Form 4 - NORTHWIND HARBOR INC - Alder Rowan J`. */
function titleOf({ documentType, issuer: { issuerName }, reportingOwners }: Filing): string {
  const names = reportingOwners.flatMap(({ rptOwnerName }) => rptOwnerName.value ?? []);
  return [`Form ${documentType}`, issuerName.value ?? '', names.join('; ')].filter((part) => part !== '').join(' - ');
}
