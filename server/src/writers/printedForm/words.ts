/** The words that the form prints by itself. Source: Form 4 (SEC 1474), as EDGAR shows it. */
import { BOX_FIELDS, DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS, type Field } from '../../facts/fields';
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../filing/columns';
import type { TableName } from '../../filing/model';
import type { FormHeading, FormWords } from './model';

export const EXIT_BOX = BOX_FIELDS.notSubjectToSection16.heading;
export const PLAN_BOX = BOX_FIELDS.aff10b5One.heading;
export const FILED_PURSUANT =
  'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940';
export const LEGEND = [
  'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.',
  '* If the form is filed by more than one reporting person, see Instruction 4 (b)(v).',
  '** Intentional misstatements or omissions of facts constitute Federal Criminal Violations See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).',
  'Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, see Instruction 6 for procedure.',
  'Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB Number.',
];
export const ROLES = ['Director', '10% Owner', 'Officer (give title below)', 'Other (specify below)'] as const;
export const FILED_BY = ['Form filed by One Reporting Person', 'Form filed by More than One Reporting Person'] as const;

const TITLES: Readonly<Record<TableName, string>> = {
  nonDerivativeTable: 'Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned',
  derivativeTable:
    'Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)',
};

export const FORM_WORDS: FormWords = {
  form: 'FORM 4',
  agency: 'UNITED STATES SECURITIES AND EXCHANGE COMMISSION',
  city: 'Washington, D.C. 20549',
  title: 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
  pursuant: FILED_PURSUANT,
  omb: [
    ['OMB Number:', '3235-0287'],
    ['Estimated average burden hours per response:', '0.5'],
  ],
  nameParts: '(Last) (First) (Middle)',
  street: '(Street)',
  placeParts: '(City) (State) (Zip)',
  foreignSymbol: '2a. Foreign Trading Symbol',
  relationshipOfOther: 'Relationship of Reporting Person(s) to Issuer',
  date: 'Date',
  legend: LEGEND,
  captions: {
    reportingPerson: BOX_FIELDS.reportingPerson.heading,
    issuer: BOX_FIELDS.issuer.heading,
    earliestTransaction: BOX_FIELDS.earliestTransaction.heading,
    originalFiled: BOX_FIELDS.originalFiled.heading,
    relationship: BOX_FIELDS.relationship.heading,
    jointFiling: BOX_FIELDS.jointFiling.heading,
    footnotes: BOX_FIELDS.footnotes.heading,
    remarks: BOX_FIELDS.remarks.heading,
    signature: BOX_FIELDS.signature.heading,
  },
};

/** The title of a table and its columns, item 7 of Table II in two of them. */
export const TABLE_WORDS: Readonly<
  Record<TableName, { readonly title: string; readonly headings: readonly FormHeading[] }>
> = {
  nonDerivativeTable: {
    title: TITLES.nonDerivativeTable,
    headings: headings(NON_DERIVATIVE_COLUMNS.flat(), NON_DERIVATIVE_FIELDS, [15, 9.5, 9.5, 5, 3, 9, 5, 9, 13, 8, 14]),
  },
  derivativeTable: {
    title: TITLES.derivativeTable,
    headings: headings(
      DERIVATIVE_COLUMNS.flat(),
      DERIVATIVE_FIELDS,
      [9, 6, 8.2, 8.2, 4, 2.5, 6, 6, 8.2, 8.2, 7.5, 5.5, 5.2, 6, 4.5, 5],
    ),
  },
};

function headings(
  columns: readonly FormHeading['column'][],
  fields: Readonly<Record<string, Field>>,
  percents: readonly number[],
): readonly FormHeading[] {
  return columns.map((column, at) => ({
    column,
    item: fields[column]!.heading,
    part: fields[column]!.part ?? '',
    width: `${percents[at]}%`,
  }));
}

/** The headings on two lines: each item over the first of its columns, and what its columns are called below. */
export function headingLines(all: readonly FormHeading[]): readonly [readonly string[], readonly string[]] {
  return [all.map(({ item }, at) => (at > 0 && all[at - 1]!.item === item ? '' : item)), all.map(({ part }) => part)];
}
