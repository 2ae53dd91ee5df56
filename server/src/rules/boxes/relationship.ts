import { LAYOUTS } from '../../facts/layouts';
import type { Filing, ReportingOwner } from '../../filing/model';
import { isInBrackets } from '../../filing/tickBoxes';
import type { Rule } from '../rule';
import { quote } from '../words';

/** Box 5 says what the reporting person is to the issuer. */
export const relationship: Rule = {
  id: 'relationship',
  family: 'boxes',
  severity: 'error',
  suspends: true,
  summary: 'Box 5 without a tick, or without the words that its tick asks for',
  draftInformation: true,
  sign: 'head',
  check({ filing, report }) {
    for (const owner of filing.reportingOwners) {
      // A text that does not print the box says nothing of it.
      const { relationship: span, officerTitle: title } = owner;
      if (!span) continue;
      for (const message of lacking(owner, how(filing, owner))) report({ span, message });
      if (title?.value && !owner.isOfficer && !owner.isOther && (owner.isDirector || owner.isTenPercentOwner))
        report({
          cell: title,
          span: title.span,
          // A tick may be lost where a page becomes text; in XML nothing is.
          severity: filing.xml ? 'error' : 'warning',
          message: `Expected a tick at Officer in box 5, since the title ${quote(title.value)} is given; found none. Check the box.`,
        });
    }
  },
};

/** How a box is ticked is said where somebody writes the form: a page that was made of one has lost its ticks. */
function how({ layout, text }: Filing, { roles }: ReportingOwner): string {
  if (!LAYOUTS[layout].writable) return '';
  const [box] = Object.values(roles);
  const place = box && isInBrackets(text, box) ? 'between the brackets of' : 'before';
  return ` Write X ${place} the one that applies.`;
}

/** What is expected of box 5 and not there. */
function lacking(owner: ReportingOwner, how: string): string[] {
  const { isDirector, isTenPercentOwner, isOfficer, isOther } = owner;
  if (!isDirector && !isTenPercentOwner && !isOfficer && !isOther)
    return [`Expected a tick at Director, 10% Owner, Officer or Other in box 5; found none.${how}`];
  return [
    ...(isOfficer && !owner.officerTitle?.value
      ? ['Expected the title of the officer in box 5, since Officer is checked; found none.']
      : []),
    ...(isOther && !owner.otherText?.value
      ? ['Expected words that say what the person is in box 5, since Other is checked; found none.']
      : []),
  ];
}
