/** "The markers are right as they are": what the user answers to a footnote that was moved on purpose. */
import type { CodeAction, CodeActionContext } from 'vscode-languageserver-protocol';
import type { Filing } from '../filing/model';
import type { Finding } from '../rules/rule';
import type { Range } from '../text/lines';
import { diagnosticOf, type DiagnosticOptions } from './diagnostics';
import { FOOTNOTE_MOVED } from './footnoteMoved';
import { ACCEPT_FOOTNOTES, QUICK_FIX } from './names';

export function acceptActions(
  filing: Filing,
  findings: readonly Finding[],
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  options: DiagnosticOptions,
): CodeAction[] {
  if (only && !only.some((kind) => kind === '' || kind === QUICK_FIX)) return [];
  const start = filing.lines.offset(range.start);
  const end = filing.lines.offset(range.end);
  return findings
    .filter(({ rule, span }) => rule === FOOTNOTE_MOVED && span.start <= end && start <= span.end)
    .map((finding) => ({
      title: 'The markers are right as they are',
      kind: QUICK_FIX,
      diagnostics: [diagnosticOf(filing, finding, options)],
      command: {
        title: 'The markers are right as they are',
        command: ACCEPT_FOOTNOTES,
        arguments: [options.uri],
      },
    }));
}
