/** Why something cannot be done, as LSP says it: an error whose message the editor shows. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal } from '../operations/operation';

/** What came of a request, or the error that tells the user why nothing did. */
export function toResponseError<T extends object>(
  outcome: T | Refusal | undefined,
): T | ResponseError<never> | undefined {
  return outcome && 'refused' in outcome ? new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused) : outcome;
}
