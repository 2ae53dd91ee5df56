/** Operations as LSP has them: refactorings among the code actions, and `form4/operate` for commands that ask first. */
import type { CodeAction, CodeActionContext } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import { OPERATIONS, operationOf } from '../operations/catalogue';
import type { OperationContext } from '../operations/operation';
import type { Operated } from '../protocol';
import type { Day } from '../text/days';
import { LineIndex, type Range } from '../text/lines';

import { workspaceEdit, type EditOptions } from './codeActions';
import { applied } from '../text/edits';

/** Asked by the editor itself, as for a light bulb; LSP calls it CodeActionTriggerKind.Automatic. */
const AUTOMATIC = 2;

/** What a refactoring that is not worked out yet is about. */
export interface OperationData {
  readonly uri: string;
  readonly operation: string;
  readonly range: Range;
}

/** The refactorings that are offered where the user is; worked out when chosen, or at once for a client that cannot wait. */
export function operationActions(
  filing: Filing,
  range: Range,
  context: Pick<CodeActionContext, 'only' | 'triggerKind'>,
  options: EditOptions & { readonly resolves: boolean },
  today: Day | undefined,
): CodeAction[] {
  if (!context.only && context.triggerKind === AUTOMATIC) return [];
  const wanted = (kind: string): boolean =>
    context.only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`)) ?? true;
  const place = contextAt(filing, range, today, {});
  return OPERATIONS.flatMap(({ id, kind, offer }): CodeAction[] => {
    const title = offer && wanted(kind) ? offer(place) : undefined;
    if (title === undefined) return [];
    if (options.resolves) {
      const data: OperationData = { uri: options.uri, operation: id, range };
      return [{ title, kind, data }];
    }
    const { edit, refused } = operate(id, filing, range, {}, options, today);
    return [{ title, kind, ...(edit && { edit }), ...(refused !== undefined && { disabled: { reason: refused } }) }];
  });
}

/** Works an operation out on what is selected, with the user's answers to what it asks. */
export function operate(
  id: unknown,
  filing: Filing,
  range: Range,
  answers: Readonly<Record<string, unknown>>,
  options: EditOptions,
  today: Day | undefined,
): Operated {
  const operation = operationOf(id);
  if (!operation) return { refused: `There is no operation “${String(id)}”.` };
  const outcome = operation.run(contextAt(filing, range, today, answers));
  if ('refused' in outcome) return { refused: outcome.refused };
  if ('asks' in outcome) return { asks: outcome.asks };
  const { edits, caret, another, remark, changed } = outcome;
  const after = new LineIndex(applied(filing.text, edits));
  return {
    ...(edits.length > 0 && { edit: workspaceEdit(filing, edits, options) }),
    ...(caret && { selection: after.range(caret) }),
    ...(changed && { changed: after.range(changed) }),
    ...(another && { another }),
    ...(remark !== undefined && { remark }),
  };
}

function contextAt(
  filing: Filing,
  { start, end }: Range,
  today: Day | undefined,
  answers: Readonly<Record<string, unknown>>,
): OperationContext {
  return {
    filing,
    selection: { start: filing.lines.offset(start), end: filing.lines.offset(end) },
    today,
    answers,
  };
}
