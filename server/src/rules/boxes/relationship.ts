import { LAYOUTS } from '../../facts/layouts';
import type { Filing, ReportingOwner } from '../../filing/model';
import { isInBrackets } from '../../filing/tickBoxes';
import type { Span } from '../../text/span';
import { ticksIn } from '../../text/ticks';
import { trim } from '../../text/white';
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
      const message = lacking(filing, owner);
      if (message !== undefined) report({ span, message });
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

/** What is expected of box 5 and not there: of one box one finding, whatever it lacks. */
function lacking(filing: Filing, owner: ReportingOwner): string | undefined {
  const { isDirector, isTenPercentOwner, isOfficer, isOther } = owner;
  if (!isDirector && !isTenPercentOwner && !isOfficer && !isOther) {
    return `Expected a tick at Director, 10% Owner, Officer or Other in box 5; found ${strayTick(filing, owner)}.${how(filing, owner)}`;
  }
  const blank = [
    ...(isOfficer && !owner.officerTitle?.value ? [{ box: 'Officer', words: 'the title of the officer' }] : []),
    ...(isOther && !owner.otherText?.value ? [{ box: 'Other', words: 'words that say what the person is' }] : []),
  ];
  if (blank.length === 0) return undefined;
  const words = blank.map((each) => each.words).join(' and ');
  const boxes = blank.map(({ box }) => box).join(' and ');
  return `Expected ${words} in box 5, since ${boxes} ${blank.length > 1 ? 'are' : 'is'} checked; found none.`;
}

/** A mark that stands right behind the last of the boxes, whose own it is not; `none` where none does. */
function strayTick({ text }: Filing, { roles }: ReportingOwner): string {
  const start = Math.max(0, ...Object.values(roles).map(({ label }) => label.end));
  const behind: Span = trim(text, start, Math.min(text.length, start + 12));
  const [tick] = ticksIn(text, behind);
  if (!tick?.checked || tick.span.start > behind.start) return 'none';
  return `${quote(text.slice(tick.span.start, tick.span.end))} behind the last of them`;
}
