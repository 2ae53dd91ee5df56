/**
 * What each column and each box of the form is: its printed heading, its name in EDGAR's XML, and what EDGAR asks of it.
 * Headings: Form 4. The rest: EDGAR Ownership XML Technical Specification v5.5, 3.2 to 3.5, and its schema, in plain words.
 */
import { grouped, whole } from '../text/decimal';
import { ADDRESS, LIMITS, MOST_NOTE_CHARACTERS, MOST_NOTES, NUMBERS } from './limits';

export interface Field {
  /** The heading as the form prints it, with the item's number and its instructions. */
  readonly heading: string;
  /** The words of the second line of headings, where several columns share the first. */
  readonly part?: string;
  /** Its name in EDGAR's ownership XML. */
  readonly element: string;
  /** What stands there and what EDGAR asks of it. */
  readonly about: string;
}

const thousands = (count: number): string => grouped(whole(count));

const NUMBER = `EDGAR takes a number from 0 to ${grouped(NUMBERS.largest)} with at most four decimals.`;
const OR_FOOTNOTE = 'Where there is no number, a footnote stands in its place.';
const NO_FOOTNOTE_ALONE = 'Required: a footnote alone does not stand for it.';

const SIDES_I = '4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)';
const SIDES_II = '5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)';
const DATES_II = '6. Date Exercisable and Expiration Date (Month/Day/Year)';
const ITEM_7 = '7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)';

const TITLE = `The class of securities that the row is about, in 1 to ${LIMITS.securityTitle.characters} characters. Required.`;
const DATE =
  'The day of the transaction. Required on a row that reports a transaction, blank on a row that reports a holding.';
const DEEMED = 'A date where there is one, as the heading says; else blank.';
const CODE =
  'The kind of the transaction: one of the codes of General Instruction 8. Required on a row that reports a transaction, blank on a row that reports a holding. K is added to a code, as in S/K.';
const V = 'V where the transaction is voluntarily reported earlier than required; else blank.';
const DIRECT = 'D for direct or I for indirect. Required.';
const NATURE = `How securities are held indirectly, in up to ${LIMITS.natureOfOwnership.characters} characters. Required with I in the column before, and blank with D.`;

/** The columns of Table I by the names of a row's cells. */
export const NON_DERIVATIVE_FIELDS: Readonly<Record<string, Field>> = {
  securityTitle: { heading: '1. Title of Security (Instr. 3)', element: 'securityTitle', about: TITLE },
  transactionDate: { heading: '2. Transaction Date (Month/Day/Year)', element: 'transactionDate', about: DATE },
  deemedExecutionDate: {
    heading: '2A. Deemed Execution Date, if any (Month/Day/Year)',
    element: 'deemedExecutionDate',
    about: DEEMED,
  },
  transactionCode: {
    heading: '3. Transaction Code (Instr. 8)',
    part: 'Code',
    element: 'transactionCode',
    about: CODE,
  },
  transactionFormType: {
    heading: '3. Transaction Code (Instr. 8)',
    part: 'V',
    element: 'transactionFormType',
    about: V,
  },
  transactionShares: {
    heading: SIDES_I,
    part: 'Amount',
    element: 'transactionShares',
    about: `How many securities were acquired or disposed of. ${NO_FOOTNOTE_ALONE} ${NUMBER}`,
  },
  transactionAcquiredDisposedCode: {
    heading: SIDES_I,
    part: '(A) or (D)',
    element: 'transactionAcquiredDisposedCode',
    about: 'A for acquired or D for disposed of. Required on a row that reports a transaction.',
  },
  transactionPricePerShare: {
    heading: SIDES_I,
    part: 'Price',
    element: 'transactionPricePerShare',
    about: `The price of one security. ${OR_FOOTNOTE} ${NUMBER}`,
  },
  sharesOwnedFollowingTransaction: {
    heading: '5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)',
    element: 'sharesOwnedFollowingTransaction',
    about: `How many securities of the class are owned after the transaction. ${NO_FOOTNOTE_ALONE} ${NUMBER}`,
  },
  directOrIndirectOwnership: {
    heading: '6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)',
    element: 'directOrIndirectOwnership',
    about: DIRECT,
  },
  natureOfOwnership: {
    heading: '7. Nature of Indirect Beneficial Ownership (Instr. 4)',
    element: 'natureOfOwnership',
    about: NATURE,
  },
};

/** The columns of Table II by the names of a row's cells. */
export const DERIVATIVE_FIELDS: Readonly<Record<string, Field>> = {
  securityTitle: { heading: '1. Title of Derivative Security (Instr. 3)', element: 'securityTitle', about: TITLE },
  conversionOrExercisePrice: {
    heading: '2. Conversion or Exercise Price of Derivative Security',
    element: 'conversionOrExercisePrice',
    about: `The price at which the derivative security converts or is exercised. Where that is a ratio and not a price in dollars, the column is blank and a footnote says it. ${NUMBER}`,
  },
  transactionDate: { heading: '3. Transaction Date (Month/Day/Year)', element: 'transactionDate', about: DATE },
  deemedExecutionDate: {
    heading: '3A. Deemed Execution Date, if any (Month/Day/Year)',
    element: 'deemedExecutionDate',
    about: DEEMED,
  },
  transactionCode: {
    heading: '4. Transaction Code (Instr. 8)',
    part: 'Code',
    element: 'transactionCode',
    about: CODE,
  },
  transactionFormType: {
    heading: '4. Transaction Code (Instr. 8)',
    part: 'V',
    element: 'transactionFormType',
    about: V,
  },
  acquired: {
    heading: SIDES_II,
    part: '(A)',
    element: 'transactionShares or transactionTotalValue',
    about: `How many derivative securities were acquired, or their value with a dollar sign. Just one of the columns (A) and (D) is filled. ${NO_FOOTNOTE_ALONE} ${NUMBER}`,
  },
  disposed: {
    heading: SIDES_II,
    part: '(D)',
    element: 'transactionShares or transactionTotalValue',
    about: `How many derivative securities were disposed of, or their value with a dollar sign. Just one of the columns (A) and (D) is filled. ${NO_FOOTNOTE_ALONE} ${NUMBER}`,
  },
  exerciseDate: {
    heading: DATES_II,
    part: 'Date Exercisable',
    element: 'exerciseDate',
    about:
      'The day from which the derivative security can be exercised. Where there is no date, a footnote stands in its place.',
  },
  expirationDate: {
    heading: DATES_II,
    part: 'Expiration Date',
    element: 'expirationDate',
    about: 'The day on which the derivative security expires. Where there is no date, a footnote stands in its place.',
  },
  underlyingSecurityTitle: {
    heading: ITEM_7,
    part: 'Title',
    element: 'underlyingSecurityTitle',
    about: `The class of securities that the derivative security is for, in up to ${LIMITS.underlyingSecurityTitle.characters} characters. Required.`,
  },
  underlyingSecurityShares: {
    heading: ITEM_7,
    part: 'Amount or Number of Shares',
    element: 'underlyingSecurityShares or underlyingSecurityValue',
    about: `How many securities the derivative security is for, or their value with a dollar sign. ${OR_FOOTNOTE} ${NUMBER}`,
  },
  transactionPricePerShare: {
    heading: '8. Price of Derivative Security (Instr. 5)',
    element: 'transactionPricePerShare',
    about: `The price of one derivative security. ${OR_FOOTNOTE} ${NUMBER}`,
  },
  sharesOwnedFollowingTransaction: {
    heading: '9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)',
    element: 'sharesOwnedFollowingTransaction or valueOwnedFollowingTransaction',
    about: `How many derivative securities of the class are owned after the transaction, or their value with a dollar sign. ${NO_FOOTNOTE_ALONE} ${NUMBER}`,
  },
  directOrIndirectOwnership: {
    heading: '10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)',
    element: 'directOrIndirectOwnership',
    about: DIRECT,
  },
  natureOfOwnership: {
    heading: '11. Nature of Indirect Beneficial Ownership (Instr. 4)',
    element: 'natureOfOwnership',
    about: NATURE,
  },
};

/** The boxes and the parts of the form that are no columns. */
export const BOX_FIELDS = {
  reportingPerson: {
    heading: '1. Name and Address of Reporting Person*',
    element: 'reportingOwner',
    about: `Who files: a name of up to ${LIMITS.rptOwnerName.characters} characters, two lines of street of up to ${ADDRESS.street} each, a city of up to ${ADDRESS.city}. An address in the United States needs a state, any other a country. At most ten persons file together.`,
  },
  issuer: {
    heading: '2. Issuer Name and Ticker or Trading Symbol',
    element: 'issuerName and issuerTradingSymbol',
    about: `The company: a name of up to ${LIMITS.issuerName.characters} characters and, in brackets, a symbol of 1 to ${LIMITS.issuerTradingSymbol.characters}. A symbol is required; filers whose company has none write NONE or N/A.`,
  },
  earliestTransaction: {
    heading: '3. Date of Earliest Transaction (Month/Day/Year)',
    element: 'periodOfReport',
    about: 'The day of the earliest transaction that the form reports. Required.',
  },
  originalFiled: {
    heading: '4. If Amendment, Date of Original Filed (Month/Day/Year)',
    element: 'dateOfOriginalSubmission',
    about:
      'The day on which the form was filed that this one amends. Filled if the form is an amendment (4/A), and only then.',
  },
  relationship: {
    heading: '5. Relationship of Reporting Person(s) to Issuer (Check all applicable)',
    element: 'reportingOwnerRelationship',
    about: `At least one is ticked. Officer comes with a title, Other with words that specify it, each in up to ${LIMITS.officerTitle.characters} characters.`,
  },
  jointFiling: {
    heading: '6. Individual or Joint/Group Filing (Check Applicable Line)',
    element: 'reportingOwner',
    about: 'A joint filing is one of more than one reporting person; ten at most.',
  },
  notSubjectToSection16: {
    heading:
      'Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).',
    element: 'notSubjectToSection16',
    about: 'A form that reports no transaction must have it ticked.',
  },
  aff10b5One: {
    heading:
      'Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.',
    element: 'aff10b5One',
    about: 'On the form since March 20, 2023. It speaks of the form as a whole, not of one row.',
  },
  footnotes: {
    heading: 'Explanation of Responses:',
    element: 'footnotes',
    about: `The footnotes: up to ${MOST_NOTES}, each of up to ${thousands(MOST_NOTE_CHARACTERS)} characters, and each cited by a cell at least once.`,
  },
  remarks: {
    heading: 'Remarks:',
    element: 'remarks',
    about: `Up to ${thousands(LIMITS.remarks.characters)} characters. Exhibits are listed here.`,
  },
  signature: {
    heading: '** Signature of Reporting Person',
    element: 'ownerSignature',
    about: `At least one signature and at most ten, each with a name of up to ${LIMITS.signatureName.characters} characters and a date. There need not be as many as reporting persons.`,
  },
} as const satisfies Record<string, Field>;

export type BoxField = keyof typeof BOX_FIELDS;

const BOX_5 = BOX_FIELDS.relationship.heading;

/** The boxes of box 5. What each means: Form 4, General Instruction 1, and Exchange Act Rules 16a-1(f), 16a-2 and 16a-1(a)(1). */
export const ROLE_FIELDS = {
  isDirector: {
    heading: BOX_5,
    part: 'Director',
    element: 'isDirector',
    about: 'The person sits on the board of the issuer, or does what a director does.',
  },
  isOfficer: {
    heading: BOX_5,
    part: 'Officer (give title below)',
    element: 'isOfficer and officerTitle',
    about: `The person is an officer of the issuer in the sense of Rule 16a-1(f), as its president or principal financial officer. The title goes below, in up to ${LIMITS.officerTitle.characters} characters.`,
  },
  isTenPercentOwner: {
    heading: BOX_5,
    part: '10% Owner',
    element: 'isTenPercentOwner',
    about:
      'The person is the beneficial owner of more than ten percent of a registered class of the issuer’s equity securities.',
  },
  isOther: {
    heading: BOX_5,
    part: 'Other (specify below)',
    element: 'isOther and otherText',
    about:
      'The person files for another reason, as a former director or a member of a group. The words that say which go below.',
  },
} as const satisfies Record<string, Field>;
