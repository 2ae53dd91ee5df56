/** Operations as LSP has them: refactorings among the code actions, and `form4/operate` for commands that ask first. */
import type { CodeAction, CodeActionContext } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import { OPERATIONS, operationOf } from '../operations/catalogue';
import type { Known } from '../operations/filing/known';
import type { Another, Offer, OperationContext, Outcome } from '../operations/operation';
import type { Operated } from '../protocol';
import type { Day } from '../text/days';
import { LineIndex, type Range } from '../text/lines';

import { workspaceEdit, type EditOptions } from './codeActions';
import { QUICK_FIX } from './names';
import { applied, type Edit } from '../text/edits';
import { blankOf, snippetOf } from '../text/snippet';
import type { Span } from '../text/span';

/** The rules whose findings a tick may answer: there it is a fix. */
const TICKED_BY: ReadonlySet<unknown> = new Set(['relationship', 'plan-box']);
/** Asked by the editor itself, as for a light bulb; LSP calls it CodeActionTriggerKind.Automatic. */
const AUTOMATIC = 2;

/** What a refactoring that is not worked out yet is about. */
export interface OperationData {
  readonly uri: string;
  readonly operation: string;
  readonly range: Range;
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** The refactorings that are offered where the user is; worked out when chosen, or at once for a client that cannot wait. */
export function operationActions(
  filing: Filing,
  range: Range,
  context: Partial<CodeActionContext>,
  options: EditOptions & { readonly resolves: boolean; readonly runsOperations: boolean },
  today: Day | undefined,
): CodeAction[] {
  const diagnostics = context.diagnostics?.filter(({ code }) => TICKED_BY.has(code)) ?? [];
  const automatic = !context.only && context.triggerKind === AUTOMATIC;
  if (automatic && diagnostics.length === 0) return [];
  const wanted = (kind: string): boolean =>
    context.only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`)) ?? true;
  const place = contextAt(filing, range, today, {});
  return OPERATIONS.flatMap(({ id, kind, offer, offers }): CodeAction[] => {
    const fixes = offers && diagnostics.length > 0 ? { kind: QUICK_FIX, diagnostics } : { kind };
    if (!wanted(fixes.kind) || (automatic && fixes.kind !== QUICK_FIX)) return [];
    const title = offer?.(place);
    const offered = offers?.(place) ?? (title === undefined ? [] : [{ title }]);
    return offered.map(({ title: name, answers = {} }: Partial<Offer> & { title: string }): CodeAction => {
      const action = { title: name, ...fixes };
      // A tick stands where its finding is, which need not be where the cursor is.
      if (options.runsOperations && !offers) return { ...action, command: { title: name, command: `form4.${id}` } };
      const data: OperationData = { uri: options.uri, operation: id, range, answers };
      if (options.resolves) return { ...action, data };
      const { edit, refused } = operate(id, filing, range, answers, options, today);
      return { ...action, ...(edit && { edit }), ...(refused !== undefined && { disabled: { reason: refused } }) };
    });
  });
}

/**
 * Works an operation out on what is selected, with the user's answers to what it asks.
 * @param snippets whether the client sets in text with places to fill in
 * @param known who files at which company, by other filings
 */
export function operate(
  id: unknown,
  filing: Filing,
  range: Range,
  answers: Readonly<Record<string, unknown>>,
  options: EditOptions,
  today: Day | undefined,
  { snippets = false, known = [] }: { readonly snippets?: boolean; readonly known?: readonly Known[] } = {},
): Operated {
  const operation = operationOf(id);
  if (!operation) return { refused: `There is no operation “${String(id)}”.` };
  const outcome = operation.run({ ...contextAt(filing, range, today, answers), known });
  if ('refused' in outcome) return { refused: outcome.refused };
  if ('asks' in outcome) return { asks: outcome.asks };
  const { another, remark, changed, next, snippet, title } = outcome;
  const places = snippets ? snippet : undefined;
  const blank = snippet && !places ? blanked(snippet) : undefined;
  const edits = blank ? [...outcome.edits, blank.edit] : outcome.edits;
  const after = new LineIndex(applied(filing.text, edits));
  const caret = outcome.caret ?? blank?.caret;
  return {
    ...(edits.length > 0 && { edit: workspaceEdit(filing, edits, options) }),
    ...(places && { snippet: { range: filing.lines.range(places.span), text: snippetOf(places.pieces) } }),
    ...(title !== undefined && { title }),
    ...(caret && { selection: after.range(caret) }),
    ...(changed && { changed: after.range(changed) }),
    ...(next && { next }),
    ...(another && { another: opened(another, snippets) }),
    ...(remark !== undefined && { remark }),
  };
}

/** What a client gets that knows no places: they are blank, and the cursor stands in the first. */
export function blanked({ span, pieces }: NonNullable<Outcome['snippet']>): { edit: Edit; caret: Span } {
  const first = pieces.findIndex((piece) => typeof piece !== 'string');
  const at = span.start + blankOf(first < 0 ? pieces : pieces.slice(0, first)).length;
  return { edit: { span, newText: blankOf(pieces) }, caret: { start: at, end: at } };
}

/** A document that is to be opened, with places for a client that sets them in. */
const opened = ({ title, text, pieces }: Another, snippets: boolean): Operated['another'] => ({
  ...{ title, text },
  ...(snippets && pieces && { snippet: snippetOf(pieces) }),
});

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
