/** The list under "Explanation of Responses". */
import type { Footnote, FootnoteStyle, Footnotes } from '../filing/model';
import { trim } from '../text/white';
import { wordsIn } from './cells/words';
import type { LineRun, Source } from './source';
import type { Span } from '../text/span';

const BULLET = /^[-*\u2022\u2013] +|^[-*\u2022\u2013]$/;
const NUMBER = /^(\d{1,3})[.)](?:\s+|$)/;
const PARENTHESES = /^(?:\( ?([0-9a-z]{1,3}) ?\)|\[(\d{1,3})\])\s*/;

/** What a line of a quotation begins with. */
const QUOTED = /^[ \t]{0,9}>\s?/;

/** The label that a line of a list begins with, in the list's own style; 'none' takes any. */
function labelOf(
  words: string,
  style: FootnoteStyle,
  lettered: boolean,
): { style: FootnoteStyle; label: string; length: number } | undefined {
  const bullet = style === 'bullet' || style === 'none' ? BULLET.exec(words) : null;
  if (bullet) return { style: 'bullet', label: '', length: bullet[0].length };
  if (style === 'bullet') return undefined;
  const number = NUMBER.exec(words);
  if (number) return { style: 'number', label: number[1]!, length: number[0].length };
  const parentheses = PARENTHESES.exec(words);
  const inside = parentheses?.[1] ?? parentheses?.[2];
  // `(a)` in a list of numbers is a part of a note.
  if (!parentheses || !inside || (style !== 'none' && !lettered && !/^\d/.test(inside))) return undefined;
  return { style: 'parentheses', label: inside, length: parentheses[0].length };
}

/** The heading of a column that stands on a line of its own. */
const COLUMN =
  /^\d{1,2}A?\. (?:Title|Transaction|Deemed|Securities|Amount|Ownership|Nature|Conversion|Number|Date|Price)\b/;

/** Whether a line by itself reads like the beginning of a note: a label and words behind it. */
export function looksLikeNote(line: string): boolean {
  const words = line.slice(0, 80).replace(QUOTED, '').trimStart();
  const label = labelOf(words, 'none', false);
  return label !== undefined && !COLUMN.test(words) && /[a-z]{2}\W+[a-z]/i.test(words.slice(label.length));
}

/** How the first note of a list begins, whatever stands around its number; bullets have none. */
const FIRST = /^(?:[-*\u2022\u2013] ?|\W{0,6}(?:footnote |fn ?|f)?1(?: ?\W{1,6}|(?=[A-Z])))(?=["'(\u201c]?[A-Z])/i;

/** Whether a line by itself reads like the first note of a list, in whatever style. */
export function looksLikeFirstNote(line: string): boolean {
  const words = line.slice(0, 80).replace(/^[\s|>]+/, '');
  const label = FIRST.exec(words);
  return label !== null && !COLUMN.test(words) && /[a-z]{2}\W+[a-z]/i.test(words.slice(label[0].length));
}

const isNumber = (label: string): boolean => /^\d+$/.test(label);

interface OpenNote {
  readonly label: string;
  readonly labelSpan: Span;
  /** Of its last words. */
  end: number;
}

/** A note of the list; its words are made when they are asked for. */
class ListedNote implements Footnote {
  readonly textSpan: Span;
  private words: string | undefined;

  constructor(
    private readonly source: string,
    readonly number: number | undefined,
    readonly label: string,
    readonly labelSpan: Span,
    end: number,
  ) {
    this.textSpan = trim(source, labelSpan.end, end);
  }

  get span(): Span {
    return { start: this.labelSpan.start, end: Math.max(this.textSpan.end, this.labelSpan.end) };
  }

  get text(): string {
    return (this.words ??= wordsIn(this.source, this.textSpan));
  }

  /** The same as plain data. */
  toJSON(): Footnote {
    const { number, label, labelSpan, textSpan, span, text } = this;
    return { number, label, labelSpan, textSpan, span, text };
  }
}

/**
 * Reads the notes of a run of lines. In a list of bullets the n-th is footnote n; a line without a label of the list's
 * style goes on with the note before it.
 */
export function readFootnotes(
  source: Source,
  heading: Span | undefined,
  run: LineRun | undefined,
  at: number,
): Footnotes {
  const { text, lines } = source;
  let style: FootnoteStyle = 'none';
  let lettered = false;
  const list: Footnote[] = [];
  let open: OpenNote | undefined;
  const close = (): void => {
    if (!open) return;
    const number = style === 'bullet' ? list.length + 1 : isNumber(open.label) ? Number(open.label) : undefined;
    list.push(new ListedNote(text, number, open.label, open.labelSpan, open.end));
  };
  for (let number = run?.from ?? 0; number < (run?.to ?? 0); number++) {
    const line = lines.lineSpan(number);
    const quoted = QUOTED.exec(text.slice(line.start, Math.min(line.end, line.start + 12)));
    const words = trim(text, line.start + (quoted ? quoted[0].length : 0), line.end);
    if (words.end === words.start) continue;
    const label = labelOf(text.slice(words.start, Math.min(words.end, words.start + 12)), style, lettered);
    if (label) {
      close();
      if (style === 'none') {
        style = label.style;
        lettered = style === 'parentheses' && !isNumber(label.label);
      }
      const labelSpan = { start: words.start, end: Math.min(words.end, words.start + label.length) };
      open = { label: label.label, labelSpan, end: words.end };
    } else if (open) open.end = words.end;
  }
  close();
  const end = list[list.length - 1]?.span.end ?? heading?.end ?? at;
  return { heading, style, list, span: { start: heading?.start ?? at, end } };
}
