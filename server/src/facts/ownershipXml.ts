/**
 * The elements of EDGAR's ownership XML, in the order in which the schema takes them.
 * Source: EDGAR Ownership XML Technical Specification v5.5 (March 2026), 3.2 to 3.6 and 5, and its schema X0609, which
 * takes what the versions since X0101 took on a Form 4.
 */
import { ADDRESS, MOST_OWNERS } from './limits';

/** How words are written, and what that is in words. */
export interface Written {
  readonly as: RegExp;
  readonly says: string;
}

export interface ElementFact {
  readonly name: string;
  /** It must be there. Left out where another rule says what is missing in the words of the form. */
  readonly required?: true;
  /** The version of the schema since which it must. */
  readonly since?: string;
  /** A row of a table: what is in it may be said of the row. */
  readonly row?: true;
  /** It may be there more than once. */
  readonly many?: true;
  /** Of the elements that share this word just one may be there. */
  readonly either?: string;
  /** The elements in it; undefined where it holds words. */
  readonly holds?: readonly ElementFact[];
  /** The words that it takes; undefined where any will do. */
  readonly choices?: readonly string[];
  /** Where it stands it may not be blank; `says` is what goes there. */
  readonly filled?: string;
  /** Its footnotes may not stand beside a blank value: either it has one, or they stand alone. */
  readonly valued?: true;
  /** Its words are a password: no message has them. */
  readonly secret?: true;
  /** How its words are written, and what that is in words. Blank is another matter. */
  readonly written?: Written;
  /** How they are written since a version of the schema. */
  readonly now?: { readonly since: string; readonly written: Written };
  /** How often it may be there, where that is limited. */
  readonly times?: number;
  /** The most characters. Left out where field-too-long says it. */
  readonly most?: number;
}

/** What every accepted filing of these versions keeps to. Of older ones it is not known, and their schemas were looser. */
export const KNOWN_SINCE = 'X0303';

const YES_OR_NO = ['0', '1', 'true', 'false'] as const;
const yesOrNo = (name: string, more: Partial<ElementFact> = {}): ElementFact => ({
  name,
  choices: YES_OR_NO,
  filled: '0 or 1',
  ...more,
});
/** Central Index Keys are numbers of at most ten digits. */
const CIK: Partial<ElementFact> = {
  written: { as: /^\d{1,10}$/, says: 'a CIK of at most ten digits' },
  filled: 'a CIK',
};
/** The schema's decimals; what else is wrong with a number is told by number-format. */
const DECIMAL = { as: /^[^,$]*$/, says: 'a number without commas and dollar signs' };
/** The schema's dates; what is no date of the form either is told by date-format. */
const DAY = { as: /^(?!\d{1,2}\/\d{1,2}\/\d{4}$)/, says: 'a date such as 2026-03-31 (year-month-day)' };
const NOTES: ElementFact = {
  name: 'footnoteId',
  many: true,
  written: { as: /^$/, says: 'nothing but an id' },
};
/** A value with the footnotes that it cites, or only the footnotes. */
const cell = (name: string, more: Partial<ElementFact> = {}): ElementFact => ({
  name,
  valued: true,
  holds: [{ name: 'value' }, NOTES],
  ...more,
});
const cellOf = (name: string, value: Partial<ElementFact>, more: Partial<ElementFact> = {}): ElementFact =>
  cell(name, { holds: [{ name: 'value', ...value }, NOTES], ...more });

/** The same with a number, with a date, with words that must be there. */
const numeric = (name: string, more: Partial<ElementFact> = {}): ElementFact =>
  cellOf(name, { written: DECIMAL }, more);
const dated = (name: string): ElementFact => cellOf(name, { written: DAY });
const titled = (name: string): ElementFact =>
  cellOf(name, { required: true, filled: 'the title of a security' }, { required: true });

const CODING: ElementFact = {
  name: 'transactionCoding',
  holds: [
    { name: 'transactionFormType', required: true, choices: ['4', '5'], filled: '4, or 5 for what is reported early,' },
    { name: 'transactionCode' },
    yesOrNo('equitySwapInvolved', { required: true }),
    NOTES,
  ],
};
const amounts = (side: ElementFact): ElementFact => ({
  name: 'transactionAmounts',
  required: true,
  holds: [
    numeric('transactionShares', { either: 'amount' }),
    numeric('transactionTotalValue', { either: 'amount' }),
    numeric('transactionPricePerShare'),
    side,
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
  // Accepted filings have a blank value for the nature of what is owned directly.
  holds: [cell('directOrIndirectOwnership'), cellOf('natureOfOwnership', { required: true }, { valued: undefined })],
};
const UNDERLYING: ElementFact = {
  name: 'underlyingSecurity',
  required: true,
  holds: [
    titled('underlyingSecurityTitle'),
    numeric('underlyingSecurityShares', { either: 'amount' }),
    numeric('underlyingSecurityValue', { either: 'amount' }),
  ],
};
const TITLE = titled('securityTitle');
/** E for a transaction reported early, L for one reported late; empty for one in time. */
const TIMELINESS = cellOf('transactionTimeliness', { choices: ['E', 'L', ''] }, { valued: undefined });
const SIDE = 'transactionAcquiredDisposedCode';

const WHEN = [dated('transactionDate'), dated('deemedExecutionDate'), CODING, TIMELINESS];
const LATER = [dated('exerciseDate'), dated('expirationDate'), UNDERLYING];

const NON_DERIVATIVE: readonly ElementFact[] = [
  {
    name: 'nonDerivativeTransaction',
    many: true,
    row: true,
    holds: [TITLE, ...WHEN, amounts(cell(SIDE)), AFTER, NATURE],
  },
  { name: 'nonDerivativeHolding', many: true, row: true, holds: [TITLE, CODING, AFTER, NATURE] },
];
const DERIVATIVE: readonly ElementFact[] = [
  {
    name: 'derivativeTransaction',
    many: true,
    row: true,
    // In Table I side-invalid tells a side that is missing: in Table II the page has no cell for it.
    holds: [
      ...[TITLE, numeric('conversionOrExercisePrice'), ...WHEN],
      amounts(cellOf(SIDE, { required: true, choices: ['A', 'D'], filled: 'A or D' }, { required: true })),
      ...[...LATER, AFTER, NATURE],
    ],
  },
  {
    name: 'derivativeHolding',
    many: true,
    row: true,
    holds: [TITLE, numeric('conversionOrExercisePrice'), CODING, ...LATER, AFTER, NATURE],
  },
];

/** EDGAR's codes of states and, before X0609, of countries: ME, A1 for British Columbia, 2M for Germany. */
const STATE = { as: /^[A-Z\d]{2}$/, says: 'EDGAR’s code of a state or country, two capitals or digits,' };
const COUNTRY = { as: /^(?:[A-Z]\d|\d[A-Z])$/, says: 'EDGAR’s code of a country, a capital and a digit,' };
/** B5 is American Samoa, 1V the Northern Marianas, 2J the outlying islands. */
const STATES_OF_THE_US =
  'AL AK B5 AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND 1V OH OK OR PA PR RI SC SD TN TX 2J UT VT VI VA WA WV WI WY';
const STATE_OF_THE_US = {
  as: new RegExp(`^(?:${STATES_OF_THE_US.replaceAll(' ', '|')})$`),
  says: 'EDGAR’s code of a state of the United States',
};
const ZIP_CODE = { as: /^[\da-z #-]*$/i, says: 'a zip code of letters, digits, "#" and "-"' };

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
        { name: 'rptOwnerCik', required: true, ...CIK },
        { name: 'rptOwnerCcc', secret: true, written: { as: /^.{8}$/, says: 'a code of eight characters' } },
        { name: 'rptOwnerName' },
      ],
    },
    {
      // Each part may be left out or blank: EDGAR knows the address of a CIK.
      name: 'reportingOwnerAddress',
      holds: [
        yesOrNo('rptOwnerNonUSAddressFlag'),
        { name: 'rptOwnerStreet1', most: ADDRESS.street },
        { name: 'rptOwnerStreet2', most: ADDRESS.street },
        { name: 'rptOwnerCity', most: ADDRESS.city },
        { name: 'rptOwnerNonUSStateTerritory', most: ADDRESS.street },
        { name: 'rptOwnerState', written: STATE, now: { since: 'X0609', written: STATE_OF_THE_US } },
        { name: 'rptOwnerCountry', written: COUNTRY },
        { name: 'rptOwnerZipCode', written: ZIP_CODE, most: ADDRESS.zipCode },
        { name: 'rptOwnerStateDescription', most: ADDRESS.description },
        yesOrNo('rptOwnerGoodAddress'),
      ],
    },
    {
      name: 'reportingOwnerRelationship',
      required: true,
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
    {
      name: 'schemaVersion',
      written: { as: /^\S{5}$/, says: 'a version of the schema such as X0609' },
      filled: 'a version of the schema such as X0609',
    },
    {
      name: 'documentType',
      required: true,
      choices: ['4', '4/A', '3', '3/A', '5', '5/A'],
      filled: '4, or 4/A for an amendment,',
    },
    { name: 'periodOfReport', required: true, written: DAY },
    { name: 'dateOfOriginalSubmission', written: DAY },
    yesOrNo('noSecuritiesOwned'),
    yesOrNo('notSubjectToSection16'),
    yesOrNo('form3HoldingsReported'),
    yesOrNo('form4TransactionsReported'),
    {
      name: 'issuer',
      required: true,
      holds: [
        { name: 'issuerCik', required: true, ...CIK },
        { name: 'issuerName' },
        { name: 'issuerTradingSymbol', required: true, filled: 'the trading symbol, or NONE where there is none,' },
        { name: 'issuerForeignTradingSymbol', most: 14 },
      ],
    },
    OWNER,
    yesOrNo('aff10b5One', { required: true, since: 'X0407' }),
    { name: 'nonDerivativeTable', holds: NON_DERIVATIVE },
    { name: 'derivativeTable', holds: DERIVATIVE },
    { name: 'footnotes', holds: [{ name: 'footnote', many: true }] },
    { name: 'remarks' },
    {
      name: 'ownerSignature',
      many: true,
      times: MOST_OWNERS,
      holds: [{ name: 'signatureName' }, { name: 'signatureDate', written: DAY }],
    },
  ],
};

/** Parts in which the elements come in any order: transactions and holdings may alternate. */
export const UNORDERED: ReadonlySet<string> = new Set(['nonDerivativeTable', 'derivativeTable']);

/** What a browser adds to a page that it saves. EDGAR has never seen it. */
export const NOT_EDGARS: ReadonlySet<string> = new Set(['script', 'style']);
