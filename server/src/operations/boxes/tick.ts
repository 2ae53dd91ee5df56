/** Ticks a box or clears it, in whatever way the filing marks its boxes. */
import { LAYOUTS } from '../../facts/layouts';
import type { Filing } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { placeOfTick, tickBoxesOf, ticksOf, type TickBox, type TickName } from '../../filing/tickBoxes';
import { readAll } from '../../readers';
import { applied, type Edit } from '../../text/edits';
import { touches, type Span } from '../../text/span';
import {
  unwritable,
  type Offer,
  type Operation,
  type OperationContext,
  type Outcome,
  type Question,
} from '../operation';
import type { Refusal } from '../operation';
import { askChoice } from '../rows/answers';
import { tickEdits } from './tickEdit';

/** What a box is called among others. */
export const TICK_NAMES: Readonly<Record<TickName, string>> = {
  notSubjectToSection16: '“no longer subject to Section 16”',
  aff10b5One: 'the 10b5-1 box',
  isDirector: 'Director',
  isOfficer: 'Officer',
  isTenPercentOwner: '10% Owner',
  isOther: 'Other',
};

/**
 * Answers: `box` names the box by its element, `isOfficer`, and where there are several owners which of them, `isOfficer 1`,
 * from 0; else it is the owner at the selection. `checked` is `true` or `false`; without it the box becomes what it is not.
 */
export const tickBox: Operation = {
  id: 'box.tick',
  kind: 'refactor.rewrite',
  offers: ({ filing, selection }) => (unwritten(filing) ? [] : boxesAt(filing, selection).map(offerOf)),
  run: (context) => unwritten(context.filing) ?? run(context),
};

const unwritten = (filing: Filing): Refusal | undefined =>
  LAYOUTS[filing.layout].cells === 'xml' ? undefined : unwritable(filing);

function offerOf(one: TickBox): Offer {
  const checked = !one.box.checked;
  return {
    title: `${checked ? 'Tick' : 'Untick'} ${TICK_NAMES[one.name]}`,
    answers: { box: valueOf(one), checked: String(checked) },
  };
}

const valueOf = ({ name, owner }: TickBox): string => (owner === undefined ? name : `${name} ${owner}`);

function run(context: OperationContext): Outcome | Question | Refusal {
  const { filing, answers } = context;
  const boxes = tickBoxesOf(filing);
  if (boxes.length === 0) return { refused: 'Nothing was changed: no box that can be ticked was found here.' };
  const one = chosen(context, boxes);
  if ('asks' in one || 'refused' in one) return one;
  const wanted = String(answers.checked);
  const checked = wanted === 'true' || (wanted !== 'false' && !one.box.checked);
  if (one.box.checked === checked) return { edits: [] };
  const edit = turned(filing, one, checked);
  if (!edit)
    return {
      refused: `Nothing was changed: how this page marks ${TICK_NAMES[one.name]} is not known. Write X ${placeOfTick(filing.text, one.box)}.`,
    };
  return { edits: [edit] };
}

/** The edit that ticks a box or clears it; undefined where it is not known how this page marks it. */
export const turned = (filing: Filing, one: TickBox, checked: boolean): Edit | undefined =>
  tickEdits(filing, one, checked).find((each) => does(filing, one, each));

/** The box that the answer names, or the one that the user chooses of all. */
function chosen(
  { filing, answers, selection }: OperationContext,
  boxes: readonly TickBox[],
): TickBox | Question | Refusal {
  const [name, number] = typeof answers.box === 'string' ? answers.box.split(' ') : [];
  if (name !== undefined && name in TICK_NAMES) {
    const owner = number === undefined ? ownerAt(filing, selection) : Number(number);
    const found = boxes.find((one) => one.name === name && (one.owner === undefined || one.owner === owner));
    return found ?? { refused: `Nothing was changed: ${TICK_NAMES[name as TickName]} is not printed in this filing.` };
  }
  const here = boxes.filter(({ box }) => touches(box.label, selection.start) || touches(box.span, selection.start));
  const several = filing.reportingOwners.length > 1;
  const answer = askChoice(answers, {
    answer: 'box',
    title: 'Tick or untick a box',
    prompt: 'Choose the box: what is ticked is cleared, what is clear is ticked',
    choices: [...here, ...boxes.filter((one) => !here.includes(one))].map((one) => ({
      value: valueOf(one),
      label: TICK_NAMES[one.name].replace(/^the/, 'The'),
      description: [
        one.box.checked ? 'ticked' : 'clear',
        ...(several && one.owner !== undefined ? [filing.reportingOwners[one.owner]?.rptOwnerName.value ?? ''] : []),
      ].join(', '),
    })),
  });
  if ('asks' in answer) return answer;
  return (
    boxes.find((one) => valueOf(one) === answer.value) ?? { refused: 'Nothing was changed: there is no such box.' }
  );
}

/** The boxes that a selection speaks of: the one whose words it touches first, then the others of the same box 5. */
export function boxesAt(filing: Filing, selection: Span): TickBox[] {
  const boxes = tickBoxesOf(filing);
  const under = ({ box: { label, span } }: TickBox): boolean =>
    (touches(label, selection.start) && label.end > label.start) || touches(span, selection.start);
  const alone = boxes.find((one) => one.owner === undefined && (under(one) || isOnLine(filing, one, selection)));
  if (alone) return [alone];
  const owner = filing.reportingOwners.findIndex((_, at) => {
    const span = spanOfBox5(filing, boxes, at);
    return span && touches(span, selection.start);
  });
  const own = boxes.filter((one) => one.owner === owner && owner >= 0);
  return [...own.filter(under), ...own.filter((one) => !under(one))];
}

/** A box that stands alone has its line to itself; in XML its element alone is it. */
function isOnLine({ lines, xml }: Filing, { box: { span } }: TickBox, { start }: Span): boolean {
  return !xml && touches(lines.lineSpan(lines.lineAt(span.start)), start);
}

/** From the label of an owner's box 5 to the last of its words. */
function spanOfBox5(filing: Filing, boxes: readonly TickBox[], at: number): Span | undefined {
  const owner = filing.reportingOwners[at];
  if (!owner?.relationship) return undefined;
  const own = boxes.filter((one) => one.owner === at).flatMap(({ box }) => [box.label, box.span]);
  const texts = [owner.officerTitle, owner.otherText].flatMap((cell) => (cell ? [cell.span] : []));
  const spans = [owner.relationship, ...own, ...texts];
  return {
    start: spans.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: spans.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

const ownerAt = (filing: Filing, selection: Span): number => {
  const boxes = tickBoxesOf(filing);
  const at = filing.reportingOwners.findIndex((_, each) => {
    const span = spanOfBox5(filing, boxes, each);
    return span !== undefined && touches(span, selection.start);
  });
  return Math.max(0, at);
};

/** Whether an edit turns over this box, and the filing says nothing else otherwise than before. */
function does(filing: Filing, one: TickBox, edit: Edit): boolean {
  const before = ticksOf(filing);
  const key = `${one.owner ?? ''} ${one.name}`;
  const wanted = before.includes(key) ? before.filter((each) => each !== key) : [...before, key].sort();
  const all = readAll(applied(filing.text, [edit]));
  const after = all[(filing.part?.number ?? 1) - 1];
  if (!after || after.layout !== filing.layout || ticksOf(after).join() !== wanted.join()) return false;
  return wordsOf(after) === wordsOf(filing);
}

/** The words around the boxes, and how much there is of the rest. */
const wordsOf = (filing: Filing): string =>
  JSON.stringify([
    filing.reportingOwners.map(({ rptOwnerName, officerTitle, otherText }) => [
      rptOwnerName.raw,
      ...[officerTitle?.raw, otherText?.raw].filter((raw) => raw !== undefined),
    ]),
    [filing.issuer.issuerName.raw, filing.issuer.issuerTradingSymbol.raw],
    [filing.periodOfReport.raw, filing.dateOfOriginalSubmission.raw],
    [rowsOf(filing).length, filing.footnotes.list.length, filing.ownerSignatures.length, filing.unread.length],
  ]);
