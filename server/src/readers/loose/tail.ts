/** What stands below the tables: notes, remarks and signatures, in the order of the form. */
import { trim } from '../../text/white';
import type { Anchor } from '../sections';
import { NOTE, RULE, type LoosePage } from './page';
import { isCut, isDated } from './signed';
import type { LineRun } from '../source';
import { isSlashed } from '../wrapped';

const LEGEND = /^\s*\*{1,2}(?:\s|$|[A-Z])/;
/** What an older page has below the notes. */
const CLOSING = /^\s*(?:Note:|Reminder:|Potential persons|Persons who)/;
const SEVERAL = /(?:_X_|\[X\]|\u2612|\bX)\s{0,200}Form filed by More than One/i;
/** A row of the owners has a cell for the name and one for each relationship. */
const OWNER_CELLS = 5;
/** The bracket of a note's number, cut from it by the end of a line. */
const CUT_NUMBER = /^\s*\($/;

/** Copies what stands behind the last table. */
export function writeTail(page: LoosePage, from: number, signed: LineRun): void {
  new Tail(page, from, signed).write();
}

class Tail {
  /** The line of the heading of the notes; behind the last one where there is none. */
  private readonly explanation: number;

  constructor(
    private readonly page: LoosePage,
    private readonly from: number,
    private readonly signed: LineRun,
  ) {
    const found = page.anchors.indexOf('explanation', from);
    this.explanation = found < 0 ? page.count : found;
  }

  write(): void {
    const { page, from, explanation } = this;
    const headings: number[] = [];
    for (let line = from; line < explanation; line++) if (page.isBehindTables(line)) headings.push(line);
    const signatures = headings[headings.length - 1];
    if (signatures === undefined || explanation === page.count) return this.copy(from, page.count);
    // An older page is signed above the notes.
    const inCells = this.hasCells(headings[0]!, signatures);
    this.copy(from, inCells ? signatures : headings[0]!);
    const owners = page.lines.lineSpan(headings[0]!);
    if (!inCells && headings.length > 1 && SEVERAL.test(page.text.slice(0, page.lines.lineSpan(from).start)))
      page.loses('reportingOwners', owners, 1);
    let legend = explanation + 1;
    while (legend < page.count && !CLOSING.test(page.words(legend, 40))) legend++;
    this.copy(explanation, legend);
    page.projection.write('\n', page.lines.lineSpan(explanation).start);
    this.copy(signatures + 1, explanation);
    this.copy(legend, page.count);
  }

  /** Whether the owners stand in rows whose cells are parted. */
  private hasCells(from: number, to: number): boolean {
    for (let line = from; line < to; line++)
      if (this.page.words(line).split('\t', OWNER_CELLS).length >= OWNER_CELLS) return true;
    return false;
  }

  private copy(from: number, to: number): void {
    const { page, explanation } = this;
    for (let line = from; line < to;) {
      const words = page.words(line);
      if (line > explanation && LEGEND.test(words) && isOpen(page.anchors[line])) {
        // The legend of an older page stands above the notes.
        line++;
        while (line < to && isOpen(page.anchors[line]) && !LEGEND.test(page.words(line, 40)) && !this.beginsNote(line))
          line++;
      } else if (CUT_NUMBER.test(words) && this.beginsNote(line)) {
        const span = page.lines.lineSpan(line++);
        const { start, end } = trim(page.text, span.start, span.end);
        page.projection.copy(start, end);
      } else this.copyLine(line++);
    }
  }

  private beginsNote(line: number): boolean {
    const words = this.page.words(line, 40);
    if (!CUT_NUMBER.test(words)) return NOTE.test(words);
    return line + 1 < this.page.count && /^\s*\d{1,2}\)/.test(this.page.words(line + 1, 40));
  }

  /** Whether a word with a hyphen goes on on the next line, so that no blank belongs between them. */
  private isHyphenated(line: number): boolean {
    const { lines, text, count } = this.page;
    if (line + 1 >= count) return false;
    const [own, next] = [lines.lineSpan(line), lines.lineSpan(line + 1)];
    return isSlashed(text, own, next.start);
  }

  private copyLine(line: number): void {
    const { page } = this;
    const words = page.words(line);
    const blank = words.trim() === '';
    if (!blank && RULE.test(words)) return;
    const { from, to } = this.signed;
    if (line === from) page.projection.write('\n', page.lines.lineSpan(line).start);
    const inside = line >= from && line < to;
    if (blank && inside) return;
    const isJoined = inside ? isCut(page, line) : line > this.explanation && this.isHyphenated(line);
    page.copyLine(line, isJoined ? '' : inside && !isDated(page, line) ? ' ' : '\n');
  }
}

const isOpen = (anchor: Anchor | undefined): boolean => anchor === undefined || anchor === 'legend';
