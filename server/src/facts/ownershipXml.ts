/**
 * The elements of EDGAR's ownership XML, in the order in which the schema takes them.
 * Source: EDGAR Ownership XML Technical Specification v5.5 (March 2026), 3.2 to 3.6 and 5, and its schema X0609, which
 * takes what the versions since X0101 took on a Form 4.
 */
import { ADDRESS, MOST_OWNERS } from './limits';

export interface ElementFact {
  readonly name: string;
  /** It must be there. Left out where another rule says what is missing in the words of the form. */
  readonly required?: true;
  /** It may be there more than once. */
  readonly many?: true;
  /** Of the elements that share this word just one may be there. */
  readonly either?: string;
  /** The elements in it; undefined where it holds words. */
  readonly holds?: readonly ElementFact[];
  /** Elements that are not listed are taken too: what stands in it has changed over time. */
  readonly open?: true;
  /** The words that it takes; undefined where any will do. */
  readonly choices?: readonly string[];
  /** Where it stands it may not be blank; `says` is what goes there. */
  readonly filled?: string;
  /** How its words are written, and what that is in words. Blank is another matter. */
  readonly written?: { readonly as: RegExp; readonly says: string };
  /** How often it may be there, where that is limited. */
  readonly times?: number;
  /** The most characters. Left out where field-too-long says it. */
  readonly most?: number;
}

const YES_OR_NO = ['0', '1', 'true', 'false'] as const;
const yesOrNo = (name: string): ElementFact => ({ name, choices: YES_OR_NO });
/** Central Index Keys are numbers of at most ten digits. */
const CIK = { as: /^\d{1,10}$/, says: 'a CIK of at most ten digits' };
/** The schema's decimals; what else is wrong with a number is told by number-format. */
const DECIMAL = { as: /^[^,]*$/, says: 'a number without commas' };
const NOTES: ElementFact = { name: 'footnoteId', many: true };
/** A value with the footnotes that it cites, or only the footnotes. */
const cell = (name: string, more: Partial<ElementFact> = {}): ElementFact => ({
  name,
  holds: [{ name: 'value' }, NOTES],
  ...more,
});

/** The same with a number for a value. */
const numeric = (name: string, more: Partial<ElementFact> = {}): ElementFact =>
  cell(name, { holds: [{ name: 'value', written: DECIMAL }, NOTES], ...more });

const CODING: ElementFact = {
  name: 'transactionCoding',
  holds: [
    { name: 'transactionFormType', choices: ['4', '5'] },
    { name: 'transactionCode' },
    yesOrNo('equitySwapInvolved'),
    NOTES,
  ],
};
const amounts = (side: Partial<ElementFact>): ElementFact => ({
  name: 'transactionAmounts',
  holds: [
    numeric('transactionShares', { either: 'amount' }),
    numeric('transactionTotalValue', { either: 'amount' }),
    numeric('transactionPricePerShare'),
    cell('transactionAcquiredDisposedCode', side),
  ],
});
const AFTER: ElementFact = {
  name: 'postTransactionAmounts',
  holds: [
    numeric('sharesOwnedFollowingTransaction', { either: 'total' }),
    numeric('valueOwnedFollowingTransaction', { either: 'total' }),
  ],
};
const NATURE: ElementFact = {
  name: 'ownershipNature',
  holds: [cell('directOrIndirectOwnership'), cell('natureOfOwnership')],
};
const UNDERLYING: ElementFact = {
  name: 'underlyingSecurity',
  required: true,
  holds: [
    cell('underlyingSecurityTitle', { required: true }),
    numeric('underlyingSecurityShares', { either: 'amount' }),
    numeric('underlyingSecurityValue', { either: 'amount' }),
  ],
};
const TITLE = cell('securityTitle', { required: true });
/** E for a transaction reported early, L for one reported late; empty for one in time. */
const TIMELINESS = cell('transactionTimeliness', { holds: [{ name: 'value', choices: ['E', 'L', ''] }, NOTES] });

const WHEN = [cell('transactionDate'), cell('deemedExecutionDate'), CODING, TIMELINESS];
const LATER = [cell('exerciseDate'), cell('expirationDate'), UNDERLYING];

const NON_DERIVATIVE: readonly ElementFact[] = [
  { name: 'nonDerivativeTransaction', many: true, holds: [TITLE, ...WHEN, amounts({}), AFTER, NATURE] },
  { name: 'nonDerivativeHolding', many: true, holds: [TITLE, CODING, AFTER, NATURE] },
];
const DERIVATIVE: readonly ElementFact[] = [
  {
    name: 'derivativeTransaction',
    many: true,
    // In Table I side-invalid tells a side that is missing: in Table II the page has no cell for it.
    holds: [
      ...[TITLE, numeric('conversionOrExercisePrice'), ...WHEN, amounts({ required: true })],
      ...[...LATER, AFTER, NATURE],
    ],
  },
  {
    name: 'derivativeHolding',
    many: true,
    holds: [TITLE, numeric('conversionOrExercisePrice'), CODING, ...LATER, AFTER, NATURE],
  },
];

const OWNER: ElementFact = {
  name: 'reportingOwner',
  required: true,
  many: true,
  times: MOST_OWNERS,
  holds: [
    {
      name: 'reportingOwnerId',
      required: true,
      holds: [
        { name: 'rptOwnerCik', required: true, written: CIK },
        { name: 'rptOwnerCcc', most: 8 },
        { name: 'rptOwnerName' },
      ],
    },
    {
      name: 'reportingOwnerAddress',
      open: true,
      holds: [
        yesOrNo('rptOwnerNonUSAddressFlag'),
        { name: 'rptOwnerStreet1', most: ADDRESS.street },
        { name: 'rptOwnerStreet2', most: ADDRESS.street },
        { name: 'rptOwnerCity', most: ADDRESS.city },
        { name: 'rptOwnerState' },
        { name: 'rptOwnerZipCode', most: ADDRESS.zipCode },
        { name: 'rptOwnerStateDescription' },
      ],
    },
    {
      name: 'reportingOwnerRelationship',
      holds: [
        yesOrNo('isDirector'),
        yesOrNo('isOfficer'),
        yesOrNo('isTenPercentOwner'),
        yesOrNo('isOther'),
        { name: 'officerTitle' },
        { name: 'otherText' },
      ],
    },
  ],
};

/** The whole document. */
export const OWNERSHIP_DOCUMENT: ElementFact = {
  name: 'ownershipDocument',
  holds: [
    { name: 'schemaVersion', most: 5 },
    { name: 'documentType', required: true, choices: ['4', '4/A', '3', '3/A', '5', '5/A'] },
    { name: 'periodOfReport', required: true },
    { name: 'dateOfOriginalSubmission' },
    yesOrNo('noSecuritiesOwned'),
    yesOrNo('notSubjectToSection16'),
    yesOrNo('form3HoldingsReported'),
    yesOrNo('form4TransactionsReported'),
    {
      name: 'issuer',
      required: true,
      holds: [
        { name: 'issuerCik', required: true, written: CIK },
        { name: 'issuerName' },
        { name: 'issuerTradingSymbol', required: true, filled: 'the trading symbol, or NONE where there is none,' },
        { name: 'issuerForeignTradingSymbol', most: 14 },
      ],
    },
    OWNER,
    yesOrNo('aff10b5One'),
    { name: 'nonDerivativeTable', holds: NON_DERIVATIVE },
    { name: 'derivativeTable', holds: DERIVATIVE },
    { name: 'footnotes', holds: [{ name: 'footnote', many: true }] },
    { name: 'remarks' },
    {
      name: 'ownerSignature',
      many: true,
      holds: [{ name: 'signatureName' }, { name: 'signatureDate' }],
    },
  ],
};

/** Parts in which the elements come in any order: transactions and holdings may alternate. */
export const UNORDERED: ReadonlySet<string> = new Set(['nonDerivativeTable', 'derivativeTable']);

/** What a browser adds to a page that it saves. EDGAR has never seen it. */
export const NOT_EDGARS: ReadonlySet<string> = new Set(['script', 'style']);
