/**
 * What a grammar cannot know of a text: in which column a value stands, whether a marker has its footnote, which rows are
 * holdings, and which words are the form's own.
 */
import type { Range, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { cellsOf } from '../filing/columns';
import type { Cell, Column, Filing, Footnote, Marker } from '../filing/model';
import { tablesOf } from '../filing/queries';
import type { Span } from '../text/span';
import { labelOf } from './citations';
import { spanOfRow } from './outline';

/** Types that every client knows; what they mean here is said by the modifiers. */
const TYPES = ['comment', 'keyword', 'number', 'enumMember', 'variable', 'string', 'function'] as const;
const MODIFIERS = [
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

type Type = (typeof TYPES)[number];
type Modifier = (typeof MODIFIERS)[number];

/** Each column's colour, as the grammar has it for the layouts that it can count. */
const KIND: Record<Column, readonly [Type, Modifier?]> = {
  securityTitle: ['variable'],
  conversionOrExercisePrice: ['number', 'price'],
  transactionDate: ['number', 'date'],
  deemedExecutionDate: ['number', 'date'],
  transactionCode: ['keyword', 'code'],
  transactionFormType: ['keyword', 'code'],
  transactionShares: ['number', 'amount'],
  acquired: ['number', 'amount'],
  disposed: ['number', 'amount'],
  transactionAcquiredDisposedCode: ['enumMember', 'side'],
  exerciseDate: ['number', 'date'],
  expirationDate: ['number', 'date'],
  underlyingSecurityTitle: ['variable'],
  underlyingSecurityShares: ['number', 'amount'],
  transactionPricePerShare: ['number', 'price'],
  sharesOwnedFollowingTransaction: ['number', 'total'],
  directOrIndirectOwnership: ['enumMember', 'ownership'],
  natureOfOwnership: ['string'],
};

interface Token extends Span {
  readonly type: number;
  readonly modifiers: number;
}

const typeOf = (type: Type): number => TYPES.indexOf(type);
const bit = (modifier: Modifier): number => 1 << MODIFIERS.indexOf(modifier);

/** The tokens of a filing, or of the lines of `range`, five numbers each as LSP writes them. */
export function semanticTokens(filing: Filing, range?: Range): number[] {
  const { lines, text } = filing;
  const within = range
    ? { start: lines.offset({ line: range.start.line, character: 0 }), end: lines.lineSpan(range.end.line).end }
    : { start: 0, end: text.length };
  return encoded(filing, tokensIn(filing, within));
}

function tokensIn(filing: Filing, within: Span): Token[] {
  const tokens: Token[] = [];
  const meets = ({ start, end }: Span): boolean => start <= within.end && within.start <= end;
  const add = (span: Span, type: Type, modifiers: number): void => {
    if (meets(span)) tokens.push({ ...span, type: typeOf(type), modifiers });
  };
  const defined = new Set(filing.footnotes.list.map(keyOf));
  for (const table of tablesOf(filing))
    for (const row of table.rows) {
      if (!meets(spanOfRow(row))) continue;
      const holding = row.kind === 'holding' ? bit('holding') : 0;
      for (const { column, cell } of cellsOf(row, table)) {
        const [type, modifier] = KIND[column];
        if (cell.raw !== '') add(valueOf(filing, cell), type, (modifier ? bit(modifier) : 0) | holding);
        for (const marker of cell.markers)
          add(marker.span, 'function', defined.has(keyOf(marker)) ? 0 : bit('undefined'));
      }
    }
  for (const note of filing.footnotes.list) add(labelOf(filing, note), 'function', bit('declaration'));
  for (const span of filing.boilerplate) add(span, 'comment', 0);
  return tokens;
}

const keyOf = ({ number, label }: Marker | Footnote): string => (number === undefined ? `:${label}` : String(number));

/** A price without its dollar sign, which the grammar sets apart. */
function valueOf({ text }: Filing, { span }: Cell<unknown>): Span {
  let { start } = span;
  while (start < span.end - 1 && '\\$ '.includes(text.charAt(start))) start++;
  return { start, end: span.end };
}

/** In the order of the text, one token in one place, each on one line: clients take no others. */
function encoded({ lines, text }: Filing, tokens: Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let done = 0;
  const push = (start: number, length: number, { type, modifiers }: Token): void => {
    const at = lines.position(start);
    data.push(at.line - line, at.line === line ? at.character - character : at.character, length, type, modifiers);
    ({ line, character } = at);
  };
  for (const token of tokens.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (token.start < done || token.end <= token.start) continue;
    // A value that goes on in the next line may have other columns beside it: where it ends there cannot be told.
    const first = lines.lineSpan(lines.lineAt(token.start));
    const end = Math.min(token.end, first.end);
    if (end <= token.start || text.slice(token.start, end).trim() === '') continue;
    if (token.end > first.end && token.type !== typeOf('comment')) continue;
    push(token.start, end - token.start, token);
    done = token.end;
  }
  return data;
}
