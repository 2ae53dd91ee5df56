/** The whole form for an empty document, in the form's own words, with places for what a filing says. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import type { Filing } from '../../filing/model';
import { blankForm, FIRST_ROW } from '../../operations/filing/blankForm';
import { insertion } from './pieces';

const SNIPPET: CompletionItemKind = 15;

/** As text with tabs, the layout of `.form4` files. */
export function formItem(filing: Filing, snippets: boolean): CompletionItem {
  const pieces = blankForm({ owners: [{}], tableI: [FIRST_ROW], tableII: [], notes: [] });
  return {
    label: 'Form 4',
    kind: SNIPPET,
    detail: 'The whole form, with places to fill in',
    filterText: `${filing.text}Form 4`,
    ...insertion(filing, { start: 0, end: filing.text.length }, pieces, snippets),
  };
}
