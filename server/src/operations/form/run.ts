/** Operations that the form asks for by name: on a row, on a note, or on a table in which there is no row yet. */
import type { Filing } from '../../filing/model';
import { tablesOf } from '../../filing/queries';
import type { Span } from '../../text/span';
import { operationOf } from '../catalogue';
import type { OperationContext, Outcome, Question, Refusal } from '../operation';
import { uneditable } from './uneditable';
import { xmlNote } from './xmlNotes';
import { xmlRow } from './xmlRows';

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

const NO_PLACE: Refusal = { refused: 'Nothing was changed: this place is not in the filing any more.' };

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
  if (filing.xml) return runInXml(filing, operation, address);
  if (!selection) return NO_PLACE;
  return operationOf(operation)!.run({ ...context, selection });
}

/** The same where the text is EDGAR's XML. */
function runInXml(filing: Filing, operation: FormOperation, address: string): Outcome | Refusal {
  const [head, nth] = address.split('/');
  const at = Number(nth);
  switch (operation) {
    case 'row.new':
    case 'row.duplicate':
    case 'row.delete':
    case 'row.moveUp':
    case 'row.moveDown': {
      if (head !== 'nonDerivativeTable' && head !== 'derivativeTable') return NO_PLACE;
      return xmlRow(filing, operation, head, at);
    }
    case 'footnote.delete':
    case 'footnote.moveUp':
    case 'footnote.moveDown': {
      if (head !== 'footnote') return NO_PLACE;
      return xmlNote(filing, operation, at);
    }
    default:
      return {
        refused:
          'Nothing was changed: this works on filings as tabbed text or Markdown tables. Convert this one first with “Form 4: Convert to …”.',
      };
  }
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
