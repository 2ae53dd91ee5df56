/** A new filing in the form's own words, with places for what is not known yet, in the form's order. */
import { ROLES, type Role } from '../../filing/model';
import { named, place, type Piece } from '../../text/snippet';
import { EXIT_BOX, FILED_PURSUANT, headingLines, LEGEND, PLAN_BOX, TABLE_WORDS } from '../../writers/printedForm/words';

export interface NewOwner {
  readonly name?: string;
  readonly street?: string;
  /** City, state and zip. */
  readonly place?: string;
  /** Undefined where nobody has said it: the boxes are places to tick then. */
  readonly roles?: readonly Role[];
  readonly title?: string;
  readonly other?: string;
}

/** Words as they are to be written, escaped where they must be. What is undefined is a place to fill in. */
export interface NewFiling {
  readonly owners: readonly NewOwner[];
  readonly issuer?: string;
  readonly symbol?: string;
  /** Whether the 10b5-1 box is ticked; undefined where nobody has said it. */
  readonly plan?: boolean;
  /** Rows as lines of tabs, each with its places. */
  readonly tableI: readonly (readonly Piece[])[];
  readonly tableII: readonly (readonly Piece[])[];
  readonly notes: readonly string[];
}

/** The date of the first transaction is box 3 too: both are typed at once. */
export const DATE = named('date');
export const SIGNATURE = named('signature');
export const DATE_SIGNED = named('date signed');

/** The first transaction with places for all that it says, in the order of its columns. */
export const FIRST_ROW: readonly Piece[] = [
  ...[named('title'), '\t', DATE, '\t\t', named('code'), '\t\t', named('amount'), '\t', named('side, A or D'), '\t'],
  ...[named('price'), '\t', named('total'), '\t', named('ownership, D or I'), '\t', place()],
];

const LABELS: Readonly<Record<Role, string>> = {
  isDirector: 'Director',
  isTenPercentOwner: '10% Owner',
  isOfficer: 'Officer (give title below)',
  isOther: 'Other (specify below)',
};
const PRINTED: readonly Role[] = ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'];

/** The whole form, in the layout of `.form4` files. */
export function blankForm({ owners, issuer, symbol, plan, tableI, tableII, notes }: NewFiling): Piece[] {
  const table = (name: 'nonDerivativeTable' | 'derivativeTable', rows: NewFiling['tableI']): Piece[] => {
    const { title, headings } = TABLE_WORDS[name];
    return [
      `${title}\n\n`,
      ...headingLines(headings).map((line) => `${line.join('\t')}\n`),
      ...rows.flatMap((row) => [...row, '\n']),
      '\n',
    ];
  };
  const [first = {}, ...others] = owners;
  return [
    'OMB APPROVAL\t\nOMB Number:\t3235-0287\nEstimated average burden hours per response:\t0.5\n\n',
    `STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n\n[ ] ${EXIT_BOX}\n\n`,
    ...tick(plan),
    ` ${PLAN_BOX}\n\n${FILED_PURSUANT}\n\n`,
    ...box1(first),
    '\t2. Issuer Name and Ticker or Trading Symbol <u>',
    issuer ?? named('company'),
    ' [ ',
    symbol ?? named('ticker'),
    ' ]</u>\t5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ',
    ...box5(first),
    '\n\t3. Date of Earliest Transaction (Month/Day/Year) <u>',
    DATE,
    '</u>\t\n\t4. If Amendment, Date of Original Filed (Month/Day/Year)\t\n\n',
    ...others.flatMap((owner): Piece[] => [
      ...box1(owner),
      '\tRelationship of Reporting Person(s) to Issuer ',
      ...box5(owner),
      '\n\n',
    ]),
    ...table('nonDerivativeTable', tableI),
    ...table('derivativeTable', tableII),
    'Explanation of Responses:\n\n',
    ...notes.map((note, at) => `${at + 1}. ${note}\n`),
    place(),
    '\n\n/s/ ',
    SIGNATURE,
    ' ',
    DATE_SIGNED,
    '\n\n\\*\\* Signature of Reporting Person Date\n\n',
    `${LEGEND.map((line) => line.replaceAll('*', '\\*')).join('\n\n')}\n`,
  ].filter((piece) => piece !== '');
}

const tick = (checked: boolean | undefined): Piece[] =>
  checked === undefined ? ['[', place(' '), ']'] : [checked ? '[X]' : '[ ]'];

function box1(owner: NewOwner): Piece[] {
  return [
    '1. Name and Address of Reporting Person* <u>',
    owner.name ?? named('last first middle'),
    '</u>  (Last) (First) (Middle) ',
    owner.street ?? named('street'),
    '  (Street) ',
    owner.place ?? named('city state zip'),
    '  (City) (State) (Zip)',
  ];
}

function box5({ roles, title, other }: NewOwner): Piece[] {
  const has = (role: Role): boolean => roles?.includes(role) ?? false;
  return [
    ...PRINTED.flatMap((role, at) => [
      ...tick(roles && has(role)),
      ` ${LABELS[role]}${at < ROLES.length - 1 ? ' ' : ''}`,
    ]),
    ...(has('isOfficer') ? [' <u>', title ?? named('title of the officer'), '</u>'] : []),
    ...(has('isOther') ? [' <u>', other ?? named('what the person is'), '</u>'] : []),
  ];
}
