/** Which thing of a form each finding is about. */
import type { Span } from '../../text/span';
import type { FormCell, FormTick, PrintedForm } from './model';

/** A finding as a view shows it. */
export interface FormFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly span: Span;
  /** The address of what it is about; left out where that is no thing of the form. */
  readonly address?: string;
}

interface Thing {
  readonly address: string;
  readonly span: Span;
}

/** Gives each finding the address of the smallest thing that it begins in. */
export function placed(
  form: PrintedForm,
  findings: readonly { rule: string; severity: string; message: string; span: Span }[],
): FormFinding[] {
  if (findings.length === 0) return [];
  const things = thingsOf(form).sort((one, other) => one.span.start - other.span.start);
  return findings.map(({ rule, severity, message, span }) => {
    const address = smallestAt(things, span.start)?.address;
    return { rule, severity, message, span, ...(address !== undefined && { address }) };
  });
}

/** So many things before a place may still reach over it: a row's cells, and the row itself before them. */
const REACH = 40;

/** Of several in just one place, as what an XML leaves out, nobody knows which is meant: then it is what lies around them. */
function smallestAt(things: readonly Thing[], at: number): Thing | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (things[middle]!.span.start <= at) low = middle + 1;
    else high = middle;
  }
  const around = things.slice(Math.max(0, low - REACH), low).filter(({ span }) => span.end >= at);
  around.sort((one, other) => size(one) - size(other));
  return around.find((thing, index) => !isSame(thing, around[index - 1]) && !isSame(thing, around[index + 1]));
}

const isSame = ({ address, span }: Thing, other: Thing | undefined): boolean =>
  other !== undefined && other.address !== address && other.span.start === span.start && other.span.end === span.end;

const size = ({ span: { start, end } }: Thing): number => end - start;

/** Everything of a form that has a place, the cells without their table's other rows. */
export function thingsOf(form: PrintedForm): Thing[] {
  const things: Thing[] = [];
  const cell = (one: FormCell | undefined): void => {
    if (!one) return;
    things.push({ address: one.address, span: one.whole });
    if (one.span.start < one.whole.start || one.span.end > one.whole.end) things.push(one);
    for (const { span } of one.markers ?? [])
      if (span.start < one.whole.start || span.end > one.whole.end) things.push({ address: one.address, span });
  };
  const tick = (one: FormTick | undefined): void => {
    if (one?.span) things.push({ address: one.address, span: one.span });
  };
  tick(form.notSubjectToSection16);
  tick(form.aff10b5One);
  for (const { address, name, street, place, relationship, officerTitle, otherText } of form.owners) {
    [name, place ?? street, officerTitle, otherText].forEach(cell);
    if (relationship[0]?.span) things.push({ address: `${address}/relationship`, span: relationship[0].span });
  }
  [form.issuer.name, form.issuer.symbol, form.periodOfReport, form.dateOfOriginalSubmission].forEach(cell);
  if (form.jointFiling[0]?.span) things.push({ address: 'jointFiling', span: form.jointFiling[0].span });
  for (const { rows } of [form.nonDerivativeTable, form.derivativeTable])
    for (const row of rows) {
      if (row.kind !== 'unread') things.push(row);
      row.cells.forEach(cell);
    }
  things.push(...form.notes);
  cell(form.remarks);
  for (const { name, date } of form.signatures) [name, date].forEach(cell);
  for (const one of form.unread) if (!one.inRows) things.push(one);
  return things;
}
