/** Operations that the form asks for by name: on a row, on a note, or on a table in which there is no row yet. */
import type { Filing } from '../../filing/model';
import { tablesOf } from '../../filing/queries';
import type { Span } from '../../text/span';
import { operationOf } from '../catalogue';
import type { OperationContext, Outcome, Question, Refusal } from '../operation';
import { uneditable } from './uneditable';

/** What the form has a key or a button for. */
export const FORM_OPERATIONS = [
  'row.new',
  'row.duplicate',
  'row.delete',
  'row.moveUp',
  'row.moveDown',
  'row.recompute',
  'rows.paste',
  'rows.fills',
  'footnote.delete',
  'footnote.moveUp',
  'footnote.moveDown',
  'footnote.sort',
] as const;
export type FormOperation = (typeof FORM_OPERATIONS)[number];

export const isFormOperation = (id: unknown): id is FormOperation => FORM_OPERATIONS.some((one) => one === id);

/** Runs an operation on the row, note or table at an address; what it must know it asks. */
export function runInForm(
  operation: FormOperation,
  address: string,
  context: Omit<OperationContext, 'selection'>,
): Outcome | Refusal | Question {
  const { filing } = context;
  const refused = uneditable(filing);
  const selection = placeOf(filing, address);
  if (refused !== undefined) return { refused };
  if (!selection) return { refused: 'Nothing was changed: this place is not in the filing any more.' };
  return operationOf(operation)!.run({ ...context, selection });
}

/** Where the cursor would be. */
function placeOf(filing: Filing, address: string): Span | undefined {
  const [head, nth] = address.split('/');
  const at = Number(nth);
  if (head === 'footnote') {
    const start = filing.footnotes.list[at]?.textSpan.start;
    return start === undefined ? undefined : { start, end: start };
  }
  const table = tablesOf(filing)[head === 'nonDerivativeTable' ? 0 : head === 'derivativeTable' ? 1 : -1];
  const start = table && (nth === undefined ? (table.headings ?? table.title)?.end : table.rows[at]?.span.start);
  return start === undefined ? undefined : { start, end: start };
}
