/** The parts of the form in order, whatever separates the cells of its rows. */
import type { Filing, OwnerSignature, Problem, TableName, TextCell } from '../filing/model';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { trim } from '../text/white';
import { readBoxes } from './boxes';
import type { MarkerStyle } from './cells/markers';
import { CellReader } from './cells/values';
import { wordsOf } from './cells/words';
import { readCheckBox } from './checkBoxes';
import { readFootnotes } from './footnotes';
import { furtherOwners } from './ownersTable';
import { bodyOf, partsOf, type Part } from './parts';
import { takeSignatures } from './signatureBlock';
import { readSignatures } from './signatures';
import type { LineRun, Source } from './source';
import { readTable } from './tables';
import { unreadIn } from './unread';

const NONE: readonly never[] = [];

/** The parts that a form has once, the first of each, and what stands beside them. */
interface Outline {
  readonly header: Span[];
  readonly boilerplate: Span[];
  exitBox?: Part;
  planBox?: Part;
  tableI?: Part;
  tableII?: Part;
  explanation?: Part;
  remarks?: Part;
  owners?: Part;
}

function outlineOf({ text, lines }: Source, parts: readonly Part[]): Outline {
  const outline: Outline = { header: [], boilerplate: [] };
  for (const part of parts) {
    const { anchor, from, to } = part;
    switch (anchor) {
      case 'start':
      case 'omb':
      case 'formTitle':
      case 'exitBox':
      case 'planBox':
      case 'filedPursuant': {
        const start = lines.starts[from] ?? text.length;
        outline.header.push({ start, end: to > from ? Math.max(start, lines.ends[to - 1] ?? text.length) : start });
        if (anchor === 'omb' || anchor === 'filedPursuant') outline.boilerplate.push(lineOf(text, lines, from));
        else if (anchor === 'exitBox' || anchor === 'planBox') outline[anchor] ??= part;
        break;
      }
      case 'legend':
        outline.boilerplate.push(lineOf(text, lines, from));
        break;
      case 'notes':
        outline.explanation ??= part;
        break;
      case 'tableI':
      case 'tableII':
      case 'explanation':
      case 'remarks':
      case 'owners':
        outline[anchor] ??= part;
    }
  }
  return outline;
}

function lineOf(text: string, lines: LineIndex, line: number): Span {
  const { start, end } = lines.lineSpan(line);
  return trim(text, start, end);
}

/** Reads a text whose rows `source` knows how to split. Never throws; what is missing is blank or undefined. */
export function readForm(source: Source): Filing {
  const { text, lines, layout } = source;
  const cells = new CellReader(text, text.includes('<sup') ? 'sup' : 'plain');
  const parts = partsOf(source);
  const signatures = takeSignatures(source, parts);
  const outline = outlineOf(source, parts);
  const { header, tableI, tableII, exitBox, planBox } = outline;
  const headerEnd = header[header.length - 1]?.end ?? 0;
  const { boxes, reportingOwners, issuer, earliest, original } = readBoxes(text, header, headerEnd);
  const dateOfOriginalSubmission = cells.date(original);
  const further = furtherOwners(source, outline.owners, reportingOwners);

  const afterI = tableI?.to ?? lines.lineAt(headerEnd) + 1;
  const first = tableOf(source, cells.style, 'nonDerivativeTable', tableI, afterI);
  const second = tableOf(source, cells.style, 'derivativeTable', tableII, tableII?.to ?? afterI);
  const { explanation, remarks } = outline;
  const filing: Filing = {
    layout,
    text,
    lines,
    documentType: dateOfOriginalSubmission.raw === '' ? '4' : '4/A',
    notSubjectToSection16: exitBox && readCheckBox(source, exitBox, 'exitBox'),
    aff10b5One: planBox && readCheckBox(source, planBox, 'planBox'),
    boxes,
    reportingOwners: further.length === 0 ? reportingOwners : [...reportingOwners, ...further],
    issuer,
    periodOfReport: cells.date(earliest),
    dateOfOriginalSubmission,
    nonDerivativeTable: first.table,
    derivativeTable: second.table,
    footnotes: readFootnotes(
      source,
      explanation?.anchor === 'explanation' ? lineOf(text, lines, explanation.from) : undefined,
      explanation && bodyOf(explanation),
      Math.max(first.table.span.end, second.table.span.end),
    ),
    remarks: remarks && readRemarks(source, remarks, bodyOf(remarks)),
    ownerSignatures: signaturesIn(source, cells, signatures),
    hasMarkers: cells.sawMarker || first.sawMarker || second.sawMarker,
    boilerplate: outline.boilerplate,
    problems: tableI && tableII ? NONE : problemsOf(parts, text),
    unread: NONE,
  };
  const unread = unreadIn(filing);
  return unread.length === 0 ? filing : { ...filing, unread };
}

function tableOf<N extends TableName>(
  source: Source,
  style: MarkerStyle,
  name: N,
  part: Part | undefined,
  at: number,
): ReturnType<typeof readTable<N>> {
  if (!part) return readTable(source, style, name, undefined, { from: at, to: at });
  const title = lineOf(source.text, source.lines, part.from);
  const from = hasTitle(source.text, title) ? part.from + 1 : part.from;
  return readTable(source, style, name, title, { from, to: part.to });
}

function signaturesIn(source: Source, cells: CellReader, runs: readonly LineRun[]): readonly OwnerSignature[] {
  if (runs.length === 1) return readSignatures(source, cells, runs[0]!);
  return runs.flatMap((run) => readSignatures(source, cells, run));
}

/** Where the words of a form begin, a table's title may be lost and its headings stand for it. */
const hasTitle = (text: string, line: Span): boolean =>
  text.startsWith('Table I', line.start) || /table i/i.test(text.slice(line.start, line.end));

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
