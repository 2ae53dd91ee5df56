/**
 * A form whose cells nothing parts: what is left where a page was copied or converted and its blank cells were lost. Each
 * table is aligned with its columns by what its words can be, and written over as rows of cells; the rest is copied.
 */
import type { Filing, ReadPart, ReportingOwner, Row, Table, Unread } from '../../filing/model';
import { transactionCode } from '../../facts/transactionCodes';
import { LineIndex } from '../../text/lines';
import { trim } from '../../text/white';
import { findTabs } from '../cells/tabs';
import { readForm } from '../form';
import { Projection } from '../projection';
import { anchorAt, type Anchor } from '../sections';
import { align, type AlignedRow, type Lines } from './align';
import { TABLE_I, TABLE_II } from './grammar';
import { tokensOf, widthOf, type Token } from './tokens';
import { unmarked } from './unmark';

/** A form has at most 30 rows in a table, of some 40 words each; what has more than these is none. */
const MOST_TOKENS = 20_000;
/** So far behind its title do the headings of a table end. */
const LONGEST_HEADINGS = 6_000;
const APART = String.raw`\s{1,200}`;
const HEADINGS = {
  nonDerivativeTable: new RegExp(
    ['Code', 'V', 'Amount', String.raw`\(A\)`, 'or', String.raw`\(D\)`, 'Price'].join(APART),
    'i',
  ),
  derivativeTable: new RegExp(
    [
      ...['Code', 'V', String.raw`\(A\)`, String.raw`\(D\)`, 'Date', 'Exercisable', 'Expiration', 'Date', 'Title'],
      ...['Amount', 'or', 'Number', 'of', 'Shares'],
    ].join(APART),
    'i',
  ),
};
type TableName = keyof typeof HEADINGS;

interface TableRun {
  readonly name: TableName;
  /** The line of its title. */
  readonly title: number;
  /** The lines of its rows. */
  readonly from: number;
  readonly to: number;
}

/** What stands behind the tables of an older page of EDGAR's. */
const BEHIND_TABLES = /^[\s#]{0,20}(?:Reporting Owners|Signatures)[\s#]{0,20}$/;
const RULE = /^[\s_*=|+:-]*$/;
/** What a page prints below the name and the address. */
const PLACEHOLDER = /^\s*(?:\((?:Last|First|Middle|Street|City|State|Zip)\)\s*)+$/;

/**
 * Reads a form whose rows have no cells.
 * @returns undefined where no table of it has its headings, or where its rows have cells
 */
export function readLoose(text: string, lines: LineIndex): Filing | undefined {
  const plain = unmarked(text);
  if (!plain) return readPlain(text, lines);
  const filing = readPlain(plain.text, new LineIndex(plain.text));
  return filing && plain.carryBack(filing, lines);
}

function readPlain(text: string, lines: LineIndex): Filing | undefined {
  const anchors = anchorsOf(text, lines);
  const tables = (['nonDerivativeTable', 'derivativeTable'] as const).flatMap(
    (name) => tableRun(text, lines, anchors, name) ?? [],
  );
  if (tables.length === 0) return undefined;
  const writer = new Writer(text, lines, anchors);
  let line = 0;
  for (const table of tables) {
    writer.copyLines(line, table.title);
    writer.table(table);
    line = table.to;
  }
  writer.copyTail(line);
  return writer.read();
}

type Anchors = readonly (Anchor | undefined)[];

function anchorsOf(text: string, lines: LineIndex): Anchors {
  return Array.from({ length: lines.starts.length }, (_, line) => anchorAt({ text, lines }, line));
}

function tableRun(text: string, lines: LineIndex, anchors: Anchors, name: TableName): TableRun | undefined {
  const wanted = name === 'nonDerivativeTable' ? 'tableI' : 'tableII';
  const title = anchors.indexOf(wanted);
  if (title < 0) return undefined;
  const { start } = lines.lineSpan(title);
  const match = HEADINGS[name].exec(text.slice(start, start + LONGEST_HEADINGS));
  if (!match) return undefined;
  const from = lines.lineAt(start + match.index + match[0].length - 1) + 1;
  let to = from;
  while (to < anchors.length && (anchors[to] === undefined || anchors[to] === wanted)) {
    const line = lines.lineSpan(to);
    if (BEHIND_TABLES.test(text.slice(line.start, Math.min(line.end, line.start + 80)))) break;
    to++;
  }
  return { name, title, from, to };
}

/** Whether a line holds a row or a cell: most of what is no word stands beside another such, or alone. */
function linesOf(tokens: readonly Token[]): Lines {
  let beside = 0;
  let alone = 0;
  let onLine = 0;
  const close = (): void => {
    if (onLine > 1) beside += onLine;
    else alone += onLine;
    onLine = 0;
  };
  for (const { gap, kind } of tokens) {
    if (gap === 'line' || gap === 'paragraph') close();
    if (kind === 'date' || kind === 'number' || kind === 'letter') onLine++;
  }
  close();
  return beside >= alone ? 'rows' : 'cells';
}

class Writer {
  private readonly projection: Projection;
  private readonly width: number;
  private readonly lost: Unread[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly anchors: Anchors,
  ) {
    this.projection = new Projection(text);
    this.width = widthOf(text, lines);
  }

  private words(line: number): string {
    const { start, end } = this.lines.lineSpan(line);
    return this.text.slice(start, end);
  }

  /** Copies a line; what goes on in the next one is parted from it by a blank alone. */
  private copyLine(line: number, goesOn = false): void {
    const { start, end } = this.lines.lineSpan(line);
    this.projection.copy(start, end).write(goesOn ? ' ' : '\n', end);
  }

  /**
   * Lines of the form's head as they stand, each box behind a blank line; what a page draws between them, and its words for
   * what stands above, are left out.
   */
  copyLines(from: number, to: number): void {
    for (let line = from; line < to; line++) {
      const words = this.words(line);
      if (words.trim() !== '' && (RULE.test(words) || PLACEHOLDER.test(words))) continue;
      if (BOX.test(words)) this.projection.write('\n', this.lines.lineSpan(line).start);
      this.copyLine(line, BRACKET.test(words) || (line + 1 < to && BRACKET.test(this.words(line + 1))));
    }
  }

  table({ name, title, from, to }: TableRun): void {
    const { projection, text, lines } = this;
    const line = lines.lineSpan(title);
    const words = /Table II?\W{1,6}[^|\n]*/i.exec(text.slice(line.start, line.end));
    const start = line.start + (words?.index ?? 0);
    if (words) projection.write('\n', start).copy(start, start + words[0].length);
    projection.write(name === 'nonDerivativeTable' ? HEADINGS_I : HEADINGS_II, line.end);
    const tokens = tokensOf(text, lines, from, to, this.width, MOST_TOKENS);
    const whole = tokens.length < MOST_TOKENS;
    const rows = whole ? align(tokens, name === 'nonDerivativeTable' ? TABLE_I : TABLE_II, linesOf(tokens)) : [];
    const lost: Unread[] = whole ? [] : [{ part: name, span: line, lines: 0 }];
    for (const row of rows)
      if (!this.row(name, row)) {
        const span = { start: row.tokens[0]!.start, end: row.tokens[row.tokens.length - 1]!.end };
        lost.push({ part: name, span, lines: 1 });
      }
    this.loses(name, lost);
    projection.write('\n', lines.lineSpan(Math.max(title, to - 1)).end);
  }

  private loses(part: ReadPart, lost: readonly Unread[]): void {
    const [first] = lost;
    if (!first) return;
    const span = { start: first.span.start, end: lost[lost.length - 1]!.span.end };
    this.lost.push({ part, span, lines: lost.reduce((sum, { lines }) => sum + lines, 0) });
  }

  /** Writes a row of cells. False where it cannot be told what stands in which. */
  private row(name: TableName, { tokens, cells, sure }: AlignedRow): boolean {
    if (!sure) return false;
    const { projection } = this;
    const order = cells.map((_, at): number | undefined => at);
    if (name === 'derivativeTable') {
      const side = cells[AMOUNT]!.to > cells[AMOUNT]!.from ? sideOf(tokens, cells[CODE]!) : 'A';
      if (!side) return false;
      order.splice(AMOUNT, 1, ...(side === 'A' ? [AMOUNT, undefined] : [undefined, AMOUNT]));
    }
    let at = tokens[0]!.start;
    order.forEach((column, place) => {
      if (place > 0) projection.write('\t', at);
      const { from, to } = column === undefined ? NOTHING : cells[column]!;
      for (let number = from; number < to; number++) {
        const token = tokens[number]!;
        if (number > from && token.gap !== 'none') projection.write(' ', at);
        // What stands amid words, as in "By Trust (1) for Brother", is one of them.
        const isWord = token.gap === 'blank' && number + 1 < to && tokens[number + 1]!.gap === 'blank';
        if (token.kind !== 'marker') for (const { start, end } of token.pieces) projection.copy(start, end);
        else if (isWord) projection.copy(token.start, token.end);
        else this.marker(token);
        at = token.end;
      }
    });
    projection.write('\n', at);
    return true;
  }

  private marker({ start, end, pieces }: Token): void {
    this.projection.write('<sup>(', start);
    for (const piece of pieces) this.projection.copy(piece.start, piece.end);
    this.projection.write(')</sup>', end);
  }

  /** Notes, remarks and signatures. */
  copyTail(from: number): void {
    const count = this.anchors.length;
    const explanation = this.anchors.indexOf('explanation', from);
    const headings = this.headingsBehindTables(from, explanation < 0 ? count : explanation);
    const signatures = headings[headings.length - 1];
    if (signatures === undefined || explanation < 0) return this.copyNotes(from, count);
    // An older page is signed above the notes.
    this.copyNotes(from, headings[0]!);
    if (headings.length > 1 && this.hasSeveralOwners(from))
      this.loses('reportingOwners', [{ part: 'reportingOwners', span: this.lines.lineSpan(headings[0]!), lines: 1 }]);
    let legend = explanation + 1;
    while (legend < count && !CLOSING.test(this.words(legend).slice(0, 40))) legend++;
    this.copyNotes(explanation, legend);
    this.projection.write('\n', this.lines.lineSpan(explanation).start);
    for (let line = signatures + 1; line < explanation; line++) this.copyTailLine(line);
    this.copyNotes(legend, count);
  }

  private headingsBehindTables(from: number, to: number): number[] {
    const found: number[] = [];
    for (let line = from; line < to; line++) if (BEHIND_TABLES.test(this.words(line).slice(0, 80))) found.push(line);
    return found;
  }

  private hasSeveralOwners(to: number): boolean {
    return SEVERAL.test(this.text.slice(0, this.lines.lineSpan(to).start));
  }

  private copyNotes(from: number, to: number): void {
    const { anchors, projection } = this;
    for (let line = from; line < to;) {
      const words = this.words(line);
      const inNotes = anchors.indexOf('explanation') <= line;
      if (inNotes && LEGEND.test(words) && (anchors[line] === undefined || anchors[line] === 'legend')) {
        // The legend of an older page stands above the notes.
        line++;
        while (line < to && isOpen(anchors[line]) && !LEGEND.test(this.words(line)) && !this.beginsNote(line)) line++;
      } else if (CUT_NUMBER.test(words) && this.beginsNote(line)) {
        const span = this.lines.lineSpan(line++);
        const { start, end } = trim(this.text, span.start, span.end);
        projection.copy(start, end);
      } else this.copyTailLine(line++);
    }
  }

  private beginsNote(line: number): boolean {
    const words = this.words(line).slice(0, 40);
    if (!CUT_NUMBER.test(words)) return NOTE.test(words);
    return line + 1 < this.anchors.length && /^\s*\d{1,2}\)/.test(this.words(line + 1).slice(0, 40));
  }

  private signed: { readonly from: number; readonly to: number } | undefined;

  private copyTailLine(line: number): void {
    const words = this.words(line);
    if (words.trim() !== '' && RULE.test(words)) return;
    const { from, to } = (this.signed ??= this.signatureLines());
    if (line === from) this.projection.write('\n', this.lines.lineSpan(line).start);
    if (words.trim() === '' && line > from && line < to) return;
    this.copyLine(line, line >= from && line < to && !DATED.test(words));
  }

  /** The lines of the signatures, which nothing may part from the notes; none where no line says that it is one. */
  private signatureLines(): { readonly from: number; readonly to: number } {
    const to = this.anchors.indexOf('signatureLine');
    let from = to;
    for (;;) {
      let line = this.above(from);
      if (line < 0) break;
      const dated = DATED.test(this.words(line));
      if (!dated && from < to) break;
      // The date may stand on a line of its own, below the name.
      if (dated && DATE_ALONE.test(this.words(line).trim())) {
        const name = this.above(line);
        if (name < 0) break;
        line = name;
      }
      for (let most = 3, name = line; most > 0 && name >= 0; most--, name = this.above(name))
        if (SIGNED.test(this.words(name))) {
          line = name;
          break;
        } else if (DATED.test(this.words(name)) && name < line) break;
      from = line;
      if (!dated) break;
    }
    return { from, to };
  }

  /** The line with words above a line of the tail; -1 where another part, or a note, ends there. */
  private above(line: number): number {
    for (let at = line - 1; at >= 0 && this.anchors[at] === undefined; at--) {
      const words = this.words(at);
      if (RULE.test(words)) continue;
      return NOTE.test(words) ? -1 : at;
    }
    return -1;
  }

  read(): Filing {
    const { projection, lines } = this;
    const projected = projection.text;
    if (process.env.DUMP) process.stderr.write(projected);
    const read = readForm({ text: projected, lines: new LineIndex(projected), layout: 'columns', findCells: findTabs });
    const filing = projection.carryBack(read, lines);
    const known = new Set(filing.unread.map(({ part }) => part));
    const lost = this.lost.filter(({ part }) => !known.has(part));
    return {
      ...filing,
      reportingOwners: filing.reportingOwners.map(withoutLooseTitle),
      nonDerivativeTable: inferred(filing.nonDerivativeTable),
      derivativeTable: inferred(filing.derivativeTable),
      unread: [...filing.unread, ...lost],
    };
  }
}

/** On an older page the address follows the roles: it is no title where no role has one. */
const withoutLooseTitle = (owner: ReportingOwner): ReportingOwner =>
  owner.isOfficer || owner.isOther ? owner : { ...owner, officerTitle: undefined };

/** A table of rows whose cells the order of their words alone has given their columns. */
const inferred = <R extends Row>(table: Table<R>): Table<R> => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, read: 'inferred' })),
});

const [CODE, AMOUNT] = [4, 6];
const NOTHING = { from: 0, to: 0 };
const HEADINGS_I = '\n\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t\n';
const HEADINGS_II =
  '\n\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t\n';
const NOTE = /^\s*\(?\d{1,2}[.)](?:\s|$)/;
const LEGEND = /^\s*\*{1,2}(?:\s|$|[A-Z])/;
/** What an older page has below the notes. */
const CLOSING = /^\s*(?:Note:|Reminder:|Potential persons|Persons who)/;
const SEVERAL = /(?:_X_|\[X\]|\u2612|\bX)\s{0,200}Form filed by More than One/i;
/** The bracket of a note's number, cut from it by the end of a line. */
const CUT_NUMBER = /^\s*\($/;
const isOpen = (anchor: Anchor | undefined): boolean => anchor === undefined || anchor === 'legend';
const SIGNED = /\/s\//i;
/** A line of a box's label; a bracket of the ticker on a line of its own. */
const BOX = /^[\s#]*\d\. ?(?:Name and Address|Issuer Name|Date of Earliest|If Amendment|Relationship|Individual)/i;
const BRACKET = /^\s*[[\]]\s*$/;
const DATED = /\d{1,2}\/\d{1,2}\/\d{2,4}\s*$/;
const DATE_ALONE = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/** The side that a code takes in Table II; undefined where it may take either. */
function sideOf(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): 'A' | 'D' | undefined {
  return to > from ? transactionCode(tokens[from]!.raw.charAt(0))?.side.derivativeTable : undefined;
}
