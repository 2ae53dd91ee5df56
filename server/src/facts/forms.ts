/** The forms that insiders file with EDGAR beside Form 4, and what tells each. Source: Forms 3, 4, 5 and 144 as the SEC prints them. */

export interface FormFact {
  /** Its number: what EDGAR calls the type of the document, without /A. */
  readonly form: '3' | '5' | '144';
  /** What the title over the form begins with, as far as it stands on one line everywhere. */
  readonly title: string;
}

export const OTHER_FORMS: readonly FormFact[] = [
  { form: '3', title: 'INITIAL STATEMENT OF' },
  { form: '5', title: 'ANNUAL STATEMENT OF CHANGES' },
  { form: '144', title: 'NOTICE OF PROPOSED SALE' },
];

/** What EDGAR calls the document: the form, and /A where it amends one. */
export type DocumentType = '4' | '4/A' | '3' | '3/A' | '5' | '5/A' | '144' | '144/A';

/** True for the form that is read and checked. */
export const isForm4Type = (type: DocumentType): boolean => type === '4' || type === '4/A';

/** What a proof says of itself in its head: it is made from a filing and is none, whatever folder it is put into. */
export const PROOF_MARK = 'form4 proof';
