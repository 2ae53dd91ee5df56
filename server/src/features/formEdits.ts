/** Edits that the form asks for, as `form4/editForm` answers them. */
import { TRANSACTION_CODES } from '../facts/transactionCodes';
import type { Filing } from '../filing/model';
import { changeFrom } from '../operations/form/change';
import { editForm } from '../operations/form/edit';
import { isFormOperation, runInForm } from '../operations/form/run';
import type { OperationContext, Outcome, Question, Refusal } from '../operations/operation';
import { uneditable } from '../operations/form/uneditable';
import type { EditedForm, FormChoices } from '../protocol';
import { workspaceEdit, type EditOptions } from './codeActions';
import { blanked } from './operations';

const CODES = TRANSACTION_CODES.map(({ code, definition }) => ({ code, meaning: definition }));

/** Whether the form can be edited, and what a cell can be chosen from. */
export function formChoices(filing: Filing): FormChoices {
  const refused = uneditable(filing);
  return { codes: CODES, ...(refused !== undefined && { refused }) };
}

/**
 * Works a change out. What came over the wire may be anything.
 * @param version that of the text whose form the user saw; of another one nothing is changed
 */
export function editedForm(
  filing: Filing,
  version: unknown,
  change: unknown,
  context: Omit<OperationContext, 'filing' | 'selection'>,
  options: EditOptions,
): EditedForm {
  if (version !== options.version)
    return { stale: true, refused: 'Nothing was changed: the text has changed meanwhile. Look at the form once more.' };
  const outcome = outcomeOf(filing, change, context);
  if (!outcome) return { refused: 'Nothing was changed: the form does not have this change.' };
  if ('refused' in outcome) return { refused: outcome.refused };
  if ('asks' in outcome) return { asks: outcome.asks };
  const { remark, snippet } = outcome;
  // The form has fields of its own to be filled in: places in the text are left blank.
  const edits = snippet ? [...outcome.edits, blanked(snippet).edit] : outcome.edits;
  return {
    ...(edits.length > 0 && { edit: workspaceEdit(filing, edits, options) }),
    ...(remark !== undefined && { remark }),
  };
}

function outcomeOf(
  filing: Filing,
  given: unknown,
  context: Omit<OperationContext, 'filing' | 'selection'>,
): Outcome | Refusal | Question | undefined {
  const { kind, operation, address } = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  if (kind === 'run')
    return isFormOperation(operation) && typeof address === 'string'
      ? runInForm(operation, address, { ...context, filing })
      : undefined;
  const change = changeFrom(given);
  return change && editForm(filing, change);
}
