/**
 * The words that the form prints around what its filer says: labels of boxes, what stands below lines to be filled in, the
 * box of the Office of Management and Budget. Source: Form 4, and EDGAR's two pages of it, which differ in a few.
 */

import { BOX_FIELDS } from './fields';

/** What a phrase of the form stands for: a box, a line of one, or nothing that a value belongs to. */
export type Printed =
  | 'person'
  | 'issuer'
  | 'earliest'
  | 'original'
  | 'relationship'
  | 'joint'
  | 'director'
  | 'tenPercent'
  | 'officer'
  | 'other'
  | 'oneFiler'
  | 'moreFilers'
  | 'name'
  | 'address'
  | 'exit'
  | 'plan'
  | 'below'
  | 'furniture';

const PHRASES: Readonly<Record<Printed, readonly string[]>> = {
  person: ['1. Name and Address of Reporting Person*', '1. Name and Address of Reporting Person'],
  issuer: ['2. Issuer Name and Ticker or Trading Symbol'],
  earliest: [
    '3. Date of Earliest Transaction (Month/Day/Year)',
    '3. Date of Earliest Transaction Required to be Reported (Month/Day/Year)',
  ],
  original: [
    '4. If Amendment, Date of Original Filed (Month/Day/Year)',
    '4. If Amendment, Date Original Filed(Month/Day/Year)',
    '4. If Amendment, Date Original Filed (Month/Day/Year)',
  ],
  relationship: [
    '5. Relationship of Reporting Person(s) to Issuer (Check all applicable)',
    '5. Relationship of Reporting Person(s) to Issuer',
    'Relationship of Reporting Person(s) to Issuer',
    '(Check all applicable)',
  ],
  joint: [
    '6. Individual or Joint/Group Filing (Check Applicable Line)',
    '6. Individual or Joint/Group Filing(Check Applicable Line)',
  ],
  director: ['Director'],
  tenPercent: ['10% Owner'],
  officer: ['Officer (give title below)', 'Officer (give title', 'Officer'],
  other: ['Other (specify below)', 'Other (specify'],
  oneFiler: ['Form filed by One Reporting Person'],
  moreFilers: ['Form filed by More than One Reporting Person'],
  name: ['(Last)', '(First)', '(Middle)'],
  address: ['(Street)', '(City)', '(State)', '(Zip)', '(Country)'],
  exit: [BOX_FIELDS.notSubjectToSection16.heading],
  plan: [BOX_FIELDS.aff10b5One.heading],
  below: ['(give title below)', '(give title', '(specify below)', 'below)'],
  furniture: [
    'SEC Form 4',
    'FORM 4',
    'UNITED STATES SECURITIES AND EXCHANGE COMMISSION',
    'Washington, D.C. 20549',
    'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES',
    'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
    'OMB APPROVAL',
    'OMB Number:',
    '3235-0287',
    '32350287',
    'Expires: January 31, 2005',
    'Estimated average burden hours per response...',
    'Estimated average burden hours per response:',
    'Estimated average burden hours per',
    'Estimated average burden hours',
    'Estimated average burden',
    'hours per response...',
    'hours per response:',
    'hours per',
    'per response...',
    'response:',
    '0.5',
    'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940',
    'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934',
    'or Section 30(h) of the Investment Company Act of 1940',
    '(Print or Type Responses)',
    'SEC 1474 (9-02)',
    'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.',
    'Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB control number.',
    'Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB Number.',
    '(e.g., puts, calls, warrants, options, convertible securities)',
    '( e.g. , puts, calls, warrants, options, convertible securities)',
    '( e.g., puts, calls, warrants, options, convertible securities)',
    'Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned',
    'Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned',
  ],
};

export interface PrintedPhrase {
  readonly printed: Printed;
  /** Its words, in small letters but for the first letter of a label of one word. */
  readonly words: readonly string[];
}

/** What the form prints, by the first word in small letters, the longest phrases first. */
export const PRINTED: ReadonlyMap<string, readonly PrintedPhrase[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly PrintedPhrase[]> {
  const found = new Map<string, PrintedPhrase[]>();
  for (const [printed, phrases] of Object.entries(PHRASES) as [Printed, readonly string[]][])
    for (const phrase of phrases) {
      const words = phrase.toLowerCase().split(' ');
      const same = found.get(words[0]!) ?? [];
      same.push({ printed, words });
      found.set(words[0]!, same);
    }
  for (const phrases of found.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** Words of a position that a filer gives below box 5. */
export const POSITION =
  /\b(?:president|chief|counsel|secretary|treasurer|chair(?:man|woman|person)?|vice|director|controller|comptroller|manager|executive|founder|partner|principal|head|[ces][efotpiv][opv]|[es]?vp|gm|gen(?:eral)?|sr|senior|officers?|accounting|operations|trustee|member|see remarks)\b/i;
