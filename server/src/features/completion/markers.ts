/** Markers of the filing's footnotes, each with the first words of its note. */
import { MOST_NOTES } from '../../facts/limits';
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import type { Cell, Filing } from '../../filing/model';
import { newMarker } from '../../rules/footnotes/edits';
import type { Range } from '../../text/lines';
import type { Span } from '../../text/span';
import { visible } from '../../text/visible';

const REFERENCE: CompletionItemKind = 18;
const FIRST_WORDS = 70;

/** A marker that has been begun: what of it stands on both sides of the cursor, and whether tags stand around it. */
interface Begun {
  readonly span: Span;
  readonly typed: string;
  readonly inTags: boolean;
}

/** What has been typed of a marker at the cursor; undefined where that is nothing. */
export function begunMarker({ text }: Filing, cell: Cell<unknown>, offset: number): Begun | undefined {
  const before = text.slice(Math.max(cell.cellSpan.start, offset - 8), offset);
  const after = text.slice(offset, Math.min(cell.cellSpan.end, offset + 9));
  const typed = /(?:<sup>)?[([]\d{0,2}$/.exec(before)?.[0];
  if (typed === undefined) return undefined;
  const inside = text.slice(cell.cellSpan.start, offset - typed.length);
  const inTags = inside.lastIndexOf('<sup>') > inside.lastIndexOf('</sup>');
  const rest = (inTags ? /^\d{0,2}[)\]]?/ : /^\d{0,2}[)\]]?(?:<\/sup>)?/).exec(after)![0];
  return { span: { start: offset - typed.length, end: offset + rest.length }, typed, inTags };
}

/** Whether a marker may be set at the cursor: behind the value and what stands behind it. */
export function takesMarker({ text }: Filing, cell: Cell<unknown>, offset: number): boolean {
  return cell.raw === '' || (offset >= cell.span.end && text.slice(offset, cell.cellSpan.end).trim() === '');
}

/** Markers of one place: where they go, and what each needs besides. */
export interface MarkerList {
  readonly range: Range;
  /** With `textEditText`, and without what the list says once. */
  readonly items: readonly CompletionItem[];
  readonly data: MarkerData;
  /** A marker has been begun: it is one of these that is wanted. */
  readonly begun: boolean;
}

/** The document, and where the footnotes begin that the labels are numbers of. */
export interface MarkerData {
  readonly uri: string;
  readonly notes: number;
}

/** A marker for each footnote, written as the filing's others are. */
export function markersAt(
  filing: Filing,
  options: MarkerOptions,
  offset: number,
  begun: Begun | undefined,
): MarkerList {
  const { text, lines, footnotes } = filing;
  const span = begun?.span ?? { start: offset, end: offset };
  const behind = text.charAt(span.start - 1);
  const space = begun?.inTags || behind === '' || /[\s|)\]>]/.test(behind) ? '' : ' ';
  return {
    range: lines.range(span),
    items: itemsOf(filing, space, begun, options.labelDetails),
    data: { uri: options.uri, notes: footnotes.span.start },
    begun: begun !== undefined,
  };
}

export interface MarkerOptions {
  readonly uri: string;
  /** Whether the client shows words beside a label in its list. */
  readonly labelDetails: boolean;
}

function itemsOf(filing: Filing, space: string, begun: Begun | undefined, labelDetails: boolean): CompletionItem[] {
  const model = newMarker(filing, 0);
  const zero = model.lastIndexOf('0');
  const written = (number: number): string => model.slice(0, zero) + number + model.slice(zero + 1);
  return filing.footnotes.list.slice(0, MOST_NOTES).flatMap(({ number, text: words }, at): CompletionItem[] => {
    if (number === undefined) return [];
    const said = visible(words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()}…` : words);
    return [
      {
        label: `(${number})`,
        kind: REFERENCE,
        ...(labelDetails ? { labelDetails: { description: said } } : { detail: said }),
        ...(begun ? { filterText: `${begun.typed.replace(/\d{1,2}$/, '')}${number}` } : {}),
        // Behind all values, whose order is told in digits.
        sortText: `n${String(at).padStart(2, '0')}`,
        textEditText: space + (begun?.inTags ? `(${number})` : written(number)),
      },
    ];
  });
}
