import type { FormCell, FormTick, PrintedForm } from '../../../server/src/protocol';

type Span = FormCell['span'];

/** Where a thing of a form stands in the text; undefined where the form has no such thing, or the text has it nowhere. */
export function placeOf(form: PrintedForm, address: string): Span | undefined {
  // Box 5 and box 6 are one place each, whichever of their boxes is meant.
  const [first, nth, name] = address.split('/');
  if (name === 'relationship') return form.owners[Number(nth)]?.relationship[0]?.span;
  if (first === 'jointFiling') return form.jointFiling[0]?.span;
  return find(form, address);
}

/** The thing of that address among all that a form is made of. */
function find(part: unknown, address: string): Span | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { address: own, span } = part as { address?: unknown; span?: Span };
  if (own === address) return span;
  // What has an address holds those that begin with it, and no others.
  for (const one of Object.values(part)) {
    const found = find(one, address);
    if (found) return found;
  }
  return undefined;
}

/** The smallest thing that a place is in; undefined where it is in none. */
export function thingAt(form: PrintedForm, at: number): string | undefined {
  let best: { readonly address: string; readonly size: number } | undefined;
  const look = (address: string, { start, end }: Span): void => {
    if (at < start || at > end || (best && best.size <= end - start)) return;
    best = { address, size: end - start };
  };
  const cell = (one: FormCell | undefined): void => {
    if (!one) return;
    look(one.address, one.whole);
    look(one.address, one.span);
    for (const { span } of one.markers ?? []) look(one.address, span);
  };
  const tick = (one: FormTick | undefined): void => {
    if (one?.span) look(one.address, one.span);
  };
  tick(form.notSubjectToSection16);
  tick(form.aff10b5One);
  for (const { address, name, street, place, relationship, officerTitle, otherText } of form.owners) {
    [name, street ?? place, officerTitle, otherText].forEach(cell);
    if (relationship[0]?.span) look(`${address}/relationship`, relationship[0].span);
  }
  if (form.jointFiling[0]?.span) look('jointFiling', form.jointFiling[0].span);
  [form.issuer.name, form.issuer.symbol, form.periodOfReport, form.dateOfOriginalSubmission, form.remarks].forEach(
    cell,
  );
  for (const { rows } of [form.nonDerivativeTable, form.derivativeTable])
    for (const row of rows) {
      if (at < row.span.start || at > row.span.end) {
        // Where the columns are made of spaces, a row's cells lie on lines that other rows lie on too.
        if (!row.cells.some(({ whole }) => at >= whole.start && at <= whole.end)) continue;
      }
      look(row.address, row.span);
      row.cells.forEach(cell);
    }
  for (const { address, span } of form.notes) look(address, span);
  for (const { name, date } of form.signatures) [name, date].forEach(cell);
  for (const { address, span, inRows } of form.unread) if (!inRows) look(address, span);
  return best?.address;
}
