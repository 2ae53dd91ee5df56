/** Markers of the filing's footnotes, each with the first words of its note. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import type { Cell, Filing } from '../../filing/model';
import { newMarker } from '../../rules/footnotes/edits';
import type { Span } from '../../text/span';
import { visible } from '../../text/visible';

const REFERENCE: CompletionItemKind = 18;
const FIRST_WORDS = 70;
/** A form takes 99 footnotes. */
const MOST = 99;

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

const firstWordsByFiling = new WeakMap<Filing, readonly string[]>();

/** The beginning of each footnote, as it stands in a list. */
function firstWords(filing: Filing): readonly string[] {
  let words = firstWordsByFiling.get(filing);
  if (!words) {
    words = filing.footnotes.list
      .slice(0, MOST)
      .map(({ text }) => visible(text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd()}…` : text));
    firstWordsByFiling.set(filing, words);
  }
  return words;
}

/** A marker for each footnote, written as the filing's others are. */
export function markerItems(filing: Filing, uri: string, offset: number, begun: Begun | undefined): CompletionItem[] {
  const { footnotes, text, lines } = filing;
  const span = begun?.span ?? { start: offset, end: offset };
  const behind = text.charAt(span.start - 1);
  const space = begun?.inTags || behind === '' || /[\s|)\]>]/.test(behind) ? '' : ' ';
  const model = newMarker(filing, 0);
  const zero = model.lastIndexOf('0');
  const written = (number: number): string => model.slice(0, zero) + number + model.slice(zero + 1);
  const range = lines.range(span);
  const words = firstWords(filing);
  const notes = footnotes.span.start;
  return footnotes.list.slice(0, MOST).flatMap(({ number, textSpan }, at): CompletionItem[] => {
    if (number === undefined) return [];
    const marker = begun?.inTags ? `(${number})` : written(number);
    return [
      {
        label: `(${number})`,
        kind: REFERENCE,
        detail: words[at]!,
        ...(begun ? { filterText: `${begun.typed.replace(/\d{1,2}$/, '')}${number}` } : {}),
        textEdit: { range, newText: space + marker },
        data: { uri, notes, note: textSpan.start },
      },
    ];
  });
}
