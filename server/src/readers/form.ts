/** The parts of the form in order, whatever separates the cells of its rows. */
import type { Filing, Problem, TextCell } from '../filing/model';
import { readBoxes, readCheckBox } from './boxes';
import { CellReader, isBlankIn, trim, wordsOf, type MarkerStyle } from './cells';
import { looksLikeNote, readFootnotes } from './footnotes';
import { anchorAt, tickedAnchorAt, type Anchor } from './sections';
import { looksSigned, readSignatures } from './signatures';
import { ticksIn } from './ticks';
import type { LineRun, Source } from './source';
import { readTable } from './tables';
import { unreadIn } from './unread';
import type { Span } from '../text/span';

interface Part {
  /** `notes` are those without their heading. */
  readonly anchor: Anchor | 'start' | 'notes';
  readonly from: number;
  to: number;
}

/** The parts of the text: from each of the form's own lines to the next. */
function partsOf(source: Source): Part[] {
  const count = source.lines.starts.length;
  const parts: Part[] = [{ anchor: 'start', from: 0, to: count }];
  let inTable = false;
  const met = new Set<Anchor>();
  for (let line = 0; line < count; line++) {
    const anchor: Anchor | undefined = anchorAt(source, line) ?? (inTable ? undefined : tickedAnchorAt(source, line));
    if (!anchor) continue;
    const open = parts[parts.length - 1]!;
    // The headings of a table whose title was met, and a second "Table I" in a note, begin nothing new.
    if ((anchor === 'tableI' || anchor === 'tableII' || anchor === 'explanation') && met.has(anchor)) continue;
    if (open.anchor === 'explanation' && (anchor === 'omb' || anchor === 'formTitle' || anchor === 'filedPursuant'))
      continue;
    met.add(anchor);
    inTable = anchor === 'tableI' || anchor === 'tableII';
    open.to = line;
    parts.push({ anchor, from: line, to: count });
  }
  if (!met.has('explanation')) takeNotes(source, parts);
  return parts;
}

/** Notes whose heading is lost stand below the last row of the last table, behind a blank line. */
function takeNotes(source: Source, parts: Part[]): void {
  const at = parts.reduce(
    (last, { anchor }, index) => (anchor === 'tableI' || anchor === 'tableII' ? index : last),
    -1,
  );
  const table = parts[at];
  if (!table) return;
  const { text, lines } = source;
  let first: number | undefined;
  for (let line = table.to - 1; line > table.from; line--) {
    const { start, end } = lines.lineSpan(line);
    const words = text.slice(start, end);
    if (words.includes('\t') || words.trimStart().startsWith('|')) break;
    if (looksLikeNote(words) && isBlankLine(source, line - 1)) first = line;
    else if (looksLikeNote(words) && first === line + 1) first = line;
  }
  if (first === undefined) return;
  parts.splice(at + 1, 0, { anchor: 'notes', from: first - 1, to: table.to });
  table.to = first - 1;
}

const isNotes = ({ anchor }: Part): boolean => anchor === 'explanation' || anchor === 'notes';

const HEADER = new Set(['start', 'omb', 'formTitle', 'exitBox', 'planBox', 'filedPursuant']);
const EXIT_SENTENCE = /check this box if no longer subject[^\n\r]{0,200}/i;
const PLAN_SENTENCE = /check this box to indicate that a transaction[\s\S]{0,600}/i;

/** What the reading of a form went by, for reading the next version of its text. */
export interface Reading {
  readonly source: Source;
  readonly style: MarkerStyle;
  readonly parts: readonly Readonly<Part>[];
  readonly signatures: Signatures;
}

/** The lines of the signatures, and those that were looked at to find them. */
interface Signatures extends LookedAt {
  readonly runs: readonly LineRun[];
}

/** Lines whose words had a say: all from one on, and one before them. */
interface LookedAt {
  readonly from: number;
  readonly and?: number;
}

const readings = new WeakMap<Filing, Reading>();

export function readingOf(filing: Filing): Reading | undefined {
  return readings.get(filing);
}

export function rememberReading(filing: Filing, reading: Reading): void {
  readings.set(filing, reading);
}

/** The parts as the lines of the form tell them, the signatures, and what those leave of the other parts. */
export function sectionsOf(source: Source, parts: readonly Readonly<Part>[] = partsOf(source)) {
  const own = parts.map((part) => ({ ...part }));
  const signatures = takeSignatures(source, own);
  return { parts, own, signatures };
}

/** Reads a text whose rows `source` knows how to split. Never throws; what is missing is blank or undefined. */
export function readForm(source: Source): Filing {
  const { text, lines, layout } = source;
  const cells = new CellReader(text, text.includes('<sup') ? 'sup' : 'plain');
  const { parts: whole, own: parts, signatures } = sectionsOf(source);
  const spanOf = ({ from, to }: LineRun): Span => {
    const start = lines.lineSpan(from).start;
    return { start, end: to > from ? Math.max(start, lines.lineSpan(to - 1).end) : start };
  };
  const find = (anchor: Anchor): Part | undefined => parts.find((part) => part.anchor === anchor);
  const lineOf = (part: Part): Span => {
    const line = lines.lineSpan(part.from);
    return trim(text, line.start, line.end);
  };
  const header = parts.filter((part) => HEADER.has(part.anchor)).map(spanOf);
  const headerEnd = header[header.length - 1]?.end ?? 0;
  const { boxes, reportingOwners, issuer, earliest, original } = readBoxes(text, header, headerEnd);
  const dateOfOriginalSubmission = cells.date(original);

  const tableRun = (part: Part | undefined, at: number): LineRun =>
    part ? { from: hasTitle(text, lineOf(part)) ? part.from + 1 : part.from, to: part.to } : { from: at, to: at };
  const partI = find('tableI');
  const partII = find('tableII');
  const afterI = partI?.to ?? lines.lineAt(headerEnd) + 1;
  const nonDerivativeTable = readTable(
    source,
    cells,
    'nonDerivativeTable',
    partI && lineOf(partI),
    tableRun(partI, afterI),
  );
  const derivativeTable = readTable(
    source,
    cells,
    'derivativeTable',
    partII && lineOf(partII),
    tableRun(partII, partII?.to ?? afterI),
  );

  const tail = readTail(
    source,
    parts,
    signatures.runs,
    cells,
    Math.max(nonDerivativeTable.span.end, derivativeTable.span.end),
  );
  const checkBox = (anchor: Anchor, sentence: RegExp): Filing['aff10b5One'] => {
    const part = find(anchor);
    if (!part) return undefined;
    const whole = spanOf(part);
    const match = sentence.exec(text.slice(whole.start, Math.min(whole.end, whole.start + 1200)));
    const start = whole.start + (match?.index ?? 0);
    const paragraph = endOfParagraph(text, start, whole.end);
    const from = tickAbove(source, part.from) ?? whole.start;
    return readCheckBox(text, { start: from, end: paragraph }, { start, end: lastWord(text, start, paragraph) });
  };
  const filing: Filing = {
    layout,
    text,
    lines,
    documentType: dateOfOriginalSubmission.raw === '' ? '4' : '4/A',
    notSubjectToSection16: checkBox('exitBox', EXIT_SENTENCE),
    aff10b5One: checkBox('planBox', PLAN_SENTENCE),
    boxes,
    reportingOwners,
    issuer,
    periodOfReport: cells.date(earliest),
    dateOfOriginalSubmission,
    nonDerivativeTable,
    derivativeTable,
    ...tail,
    hasMarkers: cells.sawMarker,
    boilerplate: parts
      .filter(({ anchor }) => anchor === 'omb' || anchor === 'legend' || anchor === 'filedPursuant')
      .map(lineOf),
    problems: problemsOf(parts, text),
    unread: [],
  };
  (filing as { unread: Filing['unread'] }).unread = unreadIn(filing);
  rememberReading(filing, { source, style: cells.style, parts: whole, signatures });
  return filing;
}

/** A tick in a cell of its own stands on a line of its own, above its sentence. */
function tickAbove({ text, lines }: Source, line: number): number | undefined {
  for (let above = line - 1; above >= 0; above--) {
    const { start, end } = lines.lineSpan(above);
    const words = trim(text, start, end);
    if (words.end === words.start) continue;
    return words.end - words.start <= 4 && ticksIn(text, words).length === 1 ? words.start : undefined;
  }
  return undefined;
}

/** Where the words of a form begin, a table's title may be lost and its headings stand for it. */
const hasTitle = (text: string, line: Span): boolean => text.slice(line.start, line.end).search(/table i/i) >= 0;

/** To the next blank line. */
function endOfParagraph(text: string, start: number, end: number): number {
  const blank = /\n[ \t\r]*\n|\r\r/.exec(text.slice(start, end));
  return blank ? start + blank.index : end;
}

/** The end of the last sentence, so that a tick behind it is not a part of it. */
function lastWord(text: string, start: number, end: number): number {
  const stop = text.slice(start, end).lastIndexOf('.');
  return stop < 0 ? end : start + stop + 1;
}

type Tail = Pick<Filing, 'footnotes' | 'remarks' | 'ownerSignatures'>;

/**
 * The lines of the signatures. They have no heading of their own: the block is what a signature line closes, the last
 * paragraphs of the part before it, which ends where they begin.
 */
function takeSignatures(source: Source, parts: readonly Part[]): Signatures {
  const named = parts.filter((part) => part.anchor === 'signed');
  if (named.length > 0) return { runs: named.map((part) => ({ from: part.from + 1, to: part.to })), from: Infinity };
  const closing = parts.filter((part) => part.anchor === 'signatureLine');
  const last = closing[closing.length - 1];
  const open = [...parts].reverse().find((part) => isOpen(part, last));
  const { block, ...lookedAt } = open
    ? signatureBlock(source, open, closing.length > 0)
    : { block: undefined, from: Infinity };
  if (open && block) open.to = block.from;
  // Joint filers may each have a signature line of their own, with a name above it.
  const further = closing.slice(0, -1).map((part) => ({ from: part.from + 1, to: part.to }));
  return { runs: block ? [block, ...further] : further, ...lookedAt };
}

/** Notes, remarks and signatures: what stands between the tables and the form's closing lines. */
function readTail(
  source: Source,
  parts: readonly Part[],
  signed: readonly LineRun[],
  cells: CellReader,
  at: number,
): Tail {
  const { text, lines } = source;
  const runOf = (part: Part): LineRun => ({ from: part.from + 1, to: part.to });
  const explanation = parts.find(isNotes);
  const remarks = parts.find((part) => part.anchor === 'remarks');
  const headingLine = explanation?.anchor === 'explanation' ? lines.lineSpan(explanation.from) : undefined;
  return {
    footnotes: readFootnotes(
      source,
      headingLine && trim(text, headingLine.start, headingLine.end),
      explanation && runOf(explanation),
      at,
    ),
    remarks: remarks && readRemarks(source, remarks, runOf(remarks)),
    ownerSignatures: signed.flatMap((run) => readSignatures(source, cells, run)),
  };
}

function isOpen(part: Part, before: Part | undefined): boolean {
  if (before && part.from >= before.from) return false;
  return isNotes(part) || part.anchor === 'remarks' || part.anchor === 'tableII' || part.anchor === 'tableI';
}

/** The last paragraphs of a part that read like signatures; of an unclosed form only those that surely do. */
function signatureBlock(
  source: Source,
  part: Part,
  closed: boolean,
): LookedAt & { readonly block: LineRun | undefined } {
  const { text, lines } = source;
  let to = part.to;
  let from: number | undefined;
  let first = to;
  const found = (lookedAt: LookedAt): ReturnType<typeof signatureBlock> => ({
    block: from === undefined ? undefined : { from, to: part.to },
    ...lookedAt,
  });
  while (to > part.from) {
    while (to > part.from && isBlankLine(source, to - 1)) to--;
    first = to;
    while (first > part.from + 1 && !isBlankLine(source, first - 1)) first--;
    const run = { from: Math.max(first, part.from + 1), to };
    if (run.from >= run.to) break;
    const opening = lines.lineSpan(run.from);
    const words = text.slice(opening.start, Math.min(opening.end, opening.start + 16)).trimStart();
    const ofTable =
      (part.anchor === 'tableI' || part.anchor === 'tableII') && text.slice(opening.start, opening.end).includes('\t');
    const isNote = isNotes(part) && /^(?:[-*\u2022] |\(?\d{1,3}[.)])/.test(words);
    const alone = closed && from === undefined && (isNotes(part) || part.anchor === 'remarks');
    const justRemarks = part.anchor === 'remarks' && run.from === part.from + 1 && !looksSigned(source, run);
    // Of notes and rows the first line tells; the others only must not be blank, and no edit within a line makes them so.
    if (ofTable || isNote) return found({ from: run.to, and: run.from });
    if (justRemarks || !(looksSigned(source, run) || (alone && isName(source, part, run)))) break;
    from = run.from;
    to = run.from;
    if (!isNotes(part) && part.anchor !== 'remarks') break;
  }
  return found({ from: Math.max(part.from, first - 1) });
}

/** A short undated line before the signature line is a name to be dated, unless it is all that the remarks say. */
function isName({ text, lines }: Source, part: Part, run: LineRun): boolean {
  const first = lines.lineSpan(run.from);
  const last = lines.lineSpan(run.to - 1);
  if (last.end - first.start > 160) return false;
  if (isNotes(part)) return true;
  const before = trim(text, lines.lineSpan(part.from).start, first.start);
  return wordsOf(text.slice(before.start, before.end)).length > 'remarks:'.length;
}

const isBlankLine = ({ text, lines }: Source, line: number): boolean => isBlankIn(text, lines.lineSpan(line));

function readRemarks({ text, lines }: Source, part: Part, run: LineRun): TextCell | undefined {
  const line = lines.lineSpan(part.from);
  const colon = text.slice(line.start, line.end).indexOf(':');
  const start = line.start + colon + 1;
  const end = run.to > run.from ? lines.lineSpan(run.to - 1).end : line.end;
  const span = trim(text, start, Math.max(start, end));
  const raw = text.slice(span.start, span.end);
  if (raw.replace(/[\s*_#]+/g, '') === '') return undefined;
  return { value: wordsOf(raw), raw, span, cellSpan: span, markers: [] };
}

function problemsOf(parts: readonly Part[], text: string): Problem[] {
  const problems: Problem[] = [];
  const end = { start: text.length, end: text.length };
  for (const [anchor, name] of [
    ['tableI', 'Table I'],
    ['tableII', 'Table II'],
  ] as const)
    if (!parts.some((part) => part.anchor === anchor))
      problems.push({ code: 'no-table', message: `${name} was not found: its title line is missing.`, span: end });
  return problems;
}
