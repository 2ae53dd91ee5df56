/**
 * What a grammar cannot know of a text: in which column a value stands, whether a marker has its footnote, which rows are
 * holdings, and which words are the form's own.
 */
import type { Range } from 'vscode-languageserver-protocol';
import { transactionCode } from '../facts/transactionCodes';
import { cellsOf } from '../filing/columns';
import type { Cell, Column, Filing, Footnote, Marker, Row } from '../filing/model';
import { spanOfRow, tablesOf } from '../filing/queries';
import type { Span } from '../text/span';
import { labelOf } from './citations';
import { MODIFIERS, TYPES, type Modifier, type Type } from './names';

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

/** The tokens of the filings of one text, or of the lines of `range`, five numbers each as LSP writes them. */
export function semanticTokens(filings: readonly Filing[], range?: Range): number[] {
  const [first] = filings;
  if (!first) return [];
  const { lines, text } = first;
  const within = range
    ? { start: lines.offset({ line: range.start.line, character: 0 }), end: lines.lineSpan(range.end.line).end }
    : { start: 0, end: text.length };
  const tokens = filings.flatMap((filing) => tokensIn(filing, within));
  return encoded(first, tokens);
}

function tokensIn(filing: Filing, within: Span): Token[] {
  const tokens: Token[] = [];
  const meets = ({ start, end }: Span): boolean => start <= within.end && within.start <= end;
  const add = (span: Span, type: Type, modifiers: number): void => {
    if (meets(span)) tokens.push({ start: span.start, end: span.end, type: typeOf(type), modifiers });
  };
  const defined = new Set(filing.footnotes.list.map(keyOf));
  for (const table of tablesOf(filing))
    for (const row of table.rows) {
      if (!meets(spanOfRow(row))) continue;
      const holding = row.kind === 'holding' ? bit('holding') : 0;
      for (const { column, cell } of cellsOf(row, table)) {
        const [type, modifier] = KIND[column];
        if (cell.raw !== '' && !isForeign(row, column))
          add(valueOf(filing, cell), type, (modifier ? bit(modifier) : 0) | holding);
        for (const marker of cell.markers)
          add(marker.span, 'function', defined.has(keyOf(marker)) ? 0 : bit('undefined'));
      }
    }
  for (const note of filing.footnotes.list) add(labelOf(filing, note), 'function', bit('declaration'));
  for (const span of filing.boilerplate) add(span, 'comment', 0);
  return tokens;
}

/** True for a letter that the form does not have there: the grammar's colour says that it is wrong. */
function isForeign(row: Row, column: Column): boolean {
  const { transactionCode: code, transactionAcquiredDisposedCode: side, directOrIndirectOwnership: ownership } = row;
  if (column === 'transactionCode')
    return ![code.value, ...code.others].every((letter) => transactionCode(letter)?.standsAlone);
  if (column === 'transactionFormType') return row.transactionFormType.value !== 'V';
  if (column === 'transactionAcquiredDisposedCode') return side.value !== 'A' && side.value !== 'D';
  return column === 'directOrIndirectOwnership' && ownership.value !== 'D' && ownership.value !== 'I';
}

const keyOf = ({ number, label }: Marker | Footnote): string => (number === undefined ? `:${label}` : String(number));

/** A price without its dollar sign, which the grammar sets apart. */
function valueOf({ text }: Filing, { span }: Cell<unknown>): Span {
  let { start } = span;
  while (start < span.end - 1 && '\\$ '.includes(text.charAt(start))) start++;
  return { start, end: span.end };
}

/** In the order of the text, one token in one place, each on one line: clients take no others. */
function encoded({ lines: { starts }, lines }: Filing, tokens: Token[]): number[] {
  const data: number[] = [];
  const comment = typeOf('comment');
  let line = 0;
  let end = lines.lineSpan(0).end;
  let before = { line: 0, character: 0 };
  let done = 0;
  for (const token of tokens.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (token.start < done || token.end <= token.start) continue;
    if (starts[line + 1]! <= token.start) {
      while (starts[line + 1]! <= token.start) line++;
      ({ end } = lines.lineSpan(line));
    }
    // A value that goes on in the next line may have other columns beside it: where it ends there cannot be told.
    if (token.start >= end || (token.end > end && token.type !== comment)) continue;
    const character = token.start - starts[line]!;
    data.push(line - before.line, line === before.line ? character - before.character : character);
    data.push(Math.min(token.end, end) - token.start, token.type, token.modifiers);
    before = { line, character };
    done = token.end;
  }
  return data;
}
