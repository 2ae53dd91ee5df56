/** The names that a client is told when it starts the server, by which it then asks: all that has to be there at once. */
import type { SemanticTokensLegend } from 'vscode-languageserver-protocol';

/** The server's own command; its one argument is the address of the document. */
export const ACCEPT_FOOTNOTES = 'form4.acceptFootnotes';

export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.form4';
export const CODE_ACTION_KINDS: readonly string[] = [QUICK_FIX, 'refactor', FIX_ALL];

/** Types that every client knows; what they mean here is said by the modifiers. */
export const TYPES = ['comment', 'keyword', 'number', 'enumMember', 'variable', 'string', 'function'] as const;
export const MODIFIERS = [
  'declaration',
  'date',
  'code',
  'amount',
  'side',
  'price',
  'total',
  'ownership',
  'holding',
  'undefined',
] as const;

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

export type Type = (typeof TYPES)[number];
export type Modifier = (typeof MODIFIERS)[number];
