/** The parts of the form in order, whatever separates the cells of its rows. */
import type { Filing, Problem, TextCell } from '../filing/model';
import { readBoxes } from './boxes';
import { CellReader } from './cells/values';
import { wordsOf } from './cells/words';
import { readCheckBox } from './checkBoxes';
import { readFootnotes } from './footnotes';
import { furtherOwners } from './ownersTable';
import { bodyOf, isNotes, partsOf, type Part } from './parts';
import type { Anchor } from './sections';
import { takeSignatures } from './signatureBlock';
import { readSignatures } from './signatures';
import type { LineRun, Source } from './source';
import { readTable } from './tables';
import { unreadIn } from './unread';
import type { Span } from '../text/span';
import { trim } from '../text/white';

const HEADER = new Set(['start', 'omb', 'formTitle', 'exitBox', 'planBox', 'filedPursuant']);

/** Reads a text whose rows `source` knows how to split. Never throws; what is missing is blank or undefined. */
export function readForm(source: Source): Filing {
  const { text, lines, layout } = source;
  const cells = new CellReader(text, text.includes('<sup') ? 'sup' : 'plain');
  const parts = partsOf(source);
  const signatures = takeSignatures(source, parts);
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
  const first = readTable(source, cells.style, 'nonDerivativeTable', partI && lineOf(partI), tableRun(partI, afterI));
  const second = readTable(
    source,
    cells.style,
    'derivativeTable',
    partII && lineOf(partII),
    tableRun(partII, partII?.to ?? afterI),
  );
  const [nonDerivativeTable, derivativeTable] = [first.table, second.table];

  const tail = readTail(
    source,
    parts,
    signatures,
    cells,
    Math.max(nonDerivativeTable.span.end, derivativeTable.span.end),
  );
  const checkBox = (anchor: 'exitBox' | 'planBox'): Filing['aff10b5One'] => {
    const part = find(anchor);
    return part && readCheckBox(source, part, anchor);
  };
  const read: Omit<Filing, 'unread'> = {
    layout,
    text,
    lines,
    documentType: dateOfOriginalSubmission.raw === '' ? '4' : '4/A',
    notSubjectToSection16: checkBox('exitBox'),
    aff10b5One: checkBox('planBox'),
    boxes,
    reportingOwners: [...reportingOwners, ...furtherOwners(source, find('owners'), reportingOwners)],
    issuer,
    periodOfReport: cells.date(earliest),
    dateOfOriginalSubmission,
    nonDerivativeTable,
    derivativeTable,
    ...tail,
    hasMarkers: cells.sawMarker || first.sawMarker || second.sawMarker,
    boilerplate: parts
      .filter(({ anchor }) => anchor === 'omb' || anchor === 'legend' || anchor === 'filedPursuant')
      .map(lineOf),
    problems: problemsOf(parts, text),
  };
  return { ...read, unread: unreadIn(read) };
}

/** Where the words of a form begin, a table's title may be lost and its headings stand for it. */
const hasTitle = (text: string, line: Span): boolean =>
  text.startsWith('Table I', line.start) || /table i/i.test(text.slice(line.start, line.end));

type Tail = Pick<Filing, 'footnotes' | 'remarks' | 'ownerSignatures'>;

/** Notes, remarks and signatures: what stands between the tables and the form's closing lines. */
function readTail(
  source: Source,
  parts: readonly Part[],
  signed: readonly LineRun[],
  cells: CellReader,
  at: number,
): Tail {
  const { text, lines } = source;
  const explanation = parts.find(isNotes);
  const remarks = parts.find((part) => part.anchor === 'remarks');
  const headingLine = explanation?.anchor === 'explanation' ? lines.lineSpan(explanation.from) : undefined;
  return {
    footnotes: readFootnotes(
      source,
      headingLine && trim(text, headingLine.start, headingLine.end),
      explanation && bodyOf(explanation),
      at,
    ),
    remarks: remarks && readRemarks(source, remarks, bodyOf(remarks)),
    ownerSignatures: signed.flatMap((run) => readSignatures(source, cells, run)),
  };
}

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
