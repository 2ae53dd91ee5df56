import { PLAN_BOX, PLANS_UNDER_THE_AMENDED_RULE } from '../../facts/eras';
import { LAYOUTS } from '../../facts/layouts';
import type { Filing } from '../../filing/model';
import { placeOfTick } from '../../filing/tickBoxes';
import { planNotes, type PlanNote } from '../../filing/plans';
import { formDate, type Day } from '../../text/days';
import type { Span } from '../../text/span';
import { lacksNote } from '../footnotes/numbering';
import type { Report, Rule } from '../rule';

/** The first day on which the form with the box was filed: a Monday. */
const FIRST_FILED = PLAN_BOX.from + 2;

/** The 10b5-1 box and what the notes say of the plan. */
export const planBox: Rule = {
  id: 'plan-box',
  family: 'boxes',
  severity: 'warning',
  summary: 'The 10b5-1 box and the notes about a trading plan do not agree',
  draftInformation: true,
  sign: 'plan',
  check({ filing, filed, report, suspect }) {
    const { aff10b5One: box } = filing;
    if (box) {
      const found = box.checked ? ofChecked(planNotes(filing), lacksNote(filing)) : ofClear(filing);
      if (found) report({ span: box.span, ...found });
    } else if (
      // In XML `xml-structure` says that it is missing.
      !filing.xml &&
      filed !== undefined &&
      filed >= FIRST_FILED &&
      LAYOUTS[filing.layout].boxes === 'all' &&
      // A date that is itself at fault does not say of which year the form is.
      !filing.ownerSignatures.some(({ signatureDate }) => suspect(signatureDate))
    )
      report({
        span: placeForBox(filing),
        // Where the other box of the head is not there either, the head was not copied: that says nothing of the form.
        severity: filing.notSubjectToSection16 ? 'warning' : 'hint',
        message:
          'Expected the box “Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan …”, which the form has since April 2023; found none. ' +
          (filing.notSubjectToSection16
            ? 'Check whether the form is an old one.'
            : 'The lines above box 1 are not there either; they may not have been copied.'),
      });
  },
};

type Found = Omit<Report, 'span'>;

/** How it is done is said where somebody writes the form. */
const how = ({ layout, text, aff10b5One: box }: Filing): string =>
  box && LAYOUTS[layout].writable ? `; to tick the box, write X ${placeOfTick(text, box)}` : '';

const AMENDED = formDate(PLANS_UNDER_THE_AMENDED_RULE.from);
const noteOf = ({ span }: PlanNote): { message: string; span: Span } => ({ message: 'the note', span });

/** @param isLacking whether a footnote that is cited is not there, which may be the one */
function ofChecked(notes: readonly PlanNote[], isLacking: boolean): Found | undefined {
  const dated = notes.filter((note) => note.dated);
  if (dated.length === 0 && isLacking) return undefined;
  if (dated.length === 0)
    return {
      message:
        'The 10b5-1 box is checked: expected a footnote or remark that names the plan and the date on which it was adopted; found none.',
      related: notes.map(noteOf),
    };
  if (!notes.some((note) => note.adopted))
    return {
      severity: 'information',
      message:
        'The 10b5-1 box is checked: expected the date on which the plan was adopted or entered into; found a date, but not what happened on it.',
      related: dated.map(noteOf),
    };
  const days = notes.flatMap((note) => note.adoptedOn);
  const latest = latestOf(days);
  if (latest === undefined || latest >= PLANS_UNDER_THE_AMENDED_RULE.from) return undefined;
  return {
    message: `The 10b5-1 box is checked, but the plan is of ${formDate(latest)}. For a plan adopted before ${AMENDED} the box stays clear. Check it.`,
    related: dated.map(noteOf),
  };
}

function ofClear(filing: Filing): Found | undefined {
  const newer = planNotes(filing).find(
    ({ adoptedOn, pursuant }) => pursuant && (latestOf(adoptedOn) ?? -Infinity) >= PLANS_UNDER_THE_AMENDED_RULE.from,
  );
  if (!newer) return undefined;
  return {
    message: `The 10b5-1 box is clear, but a note speaks of a plan of ${formDate(latestOf(newer.adoptedOn)!)}. For transactions under a plan adopted on or after ${AMENDED} the box is checked. Check it${how(filing)}.`,
    related: [noteOf(newer)],
  };
}

function latestOf(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined);
}

/** The other box above the tables is the nearest to where it would stand. */
function placeForBox({ notSubjectToSection16, boxes, nonDerivativeTable }: Filing): Span {
  return notSubjectToSection16?.span ?? boxes.reportingPerson ?? nonDerivativeTable.title ?? { start: 0, end: 0 };
}
