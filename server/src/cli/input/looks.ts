/** Whether a text is a Form 4 at all: what a walk asks of each file that it comes across. */
import { PROOF_MARK } from '../../facts/forms';
import { HEAD, otherForm, recognise } from '../../readers/recognise';

/** The form's own words as nearly every filing has them; three are enough. */
const PHRASES = [
  'OMB Number: 3235-0287',
  'Section 16(a) of the Securities Exchange Act',
  'Name and Address of Reporting Person',
  'Table I - Non-Derivative',
  'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
];
const WANTED = 3;
/** Stands in every table of a kind that is passed over in spite of these words, and in a proof. */
const IN_DOUBT = ['Code V Amount (A) or (D) Price', '_|', PROOF_MARK];

/** As `recognise` has it; that takes several times longer, and is asked only where these words leave a doubt. */
export function isForm4(text: string): boolean {
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  return otherForm(head) === undefined && (isPlainly(head) || recognise(text) !== undefined);
}

function isPlainly(head: string): boolean {
  let count = 0;
  for (const phrase of PHRASES) if (head.includes(phrase) && ++count === WANTED) break;
  return count === WANTED && !IN_DOUBT.some((words) => head.includes(words));
}
