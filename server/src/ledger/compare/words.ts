/** A comparison as plain text and as plain data. */
import type { Filing, Footnote, Row } from '../../filing/model';
import { spanOfRow } from '../../filing/queries';
import { columnName } from '../../rules/columnNames';
import { grouped, isNegative, plain, subtract } from '../../text/decimal';
import { visible } from '../../text/visible';
import { plain as markdown } from '../../writers/markdown';
import type { Comparison, HeldChange } from './compare';
import type { NoteChange } from './notes';
import { columnsOf, shown, type RowChange } from './rows';

const TABLES = { nonDerivativeTable: 'Table I', derivativeTable: 'Table II' } as const;

const lineOf = ({ lines }: Filing, row: Row): number => lines.lineAt(spanOfRow(row).start) + 1;

/** A row in a few words: `Common Stock, S, 03/07/2022, 690`. */
function rowInWords(filing: Filing, row: Row): string {
  const told = columnsOf(row.table).map((column) => shown(filing, row, column));
  return told.filter((words) => words !== '').join(' · ');
}

const oldAndNew = (before: string, after: string): string => `${before || '(blank)'} → ${after || '(blank)'}`;

/** Where something stands in one of the two filings, and how that is said. */
interface Place {
  readonly of: 'before' | 'after';
  readonly offset: number;
  readonly words: string;
}

interface Line {
  /** `+`, `-` or `~`; '' where nothing is to be marked. */
  readonly mark: string;
  readonly places: readonly Place[];
  /** What is said behind the places. */
  readonly text: string;
  /** The changed cells of a row. */
  readonly inner: readonly string[];
}

/** A part of a comparison: what it is about, and its lines. */
interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

const unplaced = (text: string): Line => ({ mark: '', places: [], text, inner: [] });

function sectionsOf(comparison: Comparison): Section[] {
  const { boxes, rows, notes, held } = comparison;
  const tables = (['nonDerivativeTable', 'derivativeTable'] as const).map((table) => ({
    title: TABLES[table],
    lines: rows.filter((row) => row.table === table).map((row) => rowLine(comparison, row)),
  }));
  return [
    { title: 'Boxes', lines: boxes.map((box) => unplaced(`${box.box}: ${oldAndNew(box.before, box.after)}`)) },
    ...tables,
    { title: 'Footnotes', lines: notes.map(noteLine) },
    { title: 'Held after', lines: held.map((change) => unplaced(heldLine(change))) },
  ].filter(({ lines }) => lines.length > 0);
}

const SAME = 'They say the same.';

/** A line with its mark, its places as `written` gives them, and its words. */
const lineWith = ({ mark, places, text }: Line, written: (place: Place) => string, words: string): string =>
  [mark && `${mark} `, places.map(written).join(' → '), text === '' ? '' : words].join('');

/**
 * The changes in sections of lines, for a terminal.
 * @param names what the two filings are called
 */
export function comparisonAsText(comparison: Comparison, [one, other]: readonly [string, string]): string {
  const out = [`${one} → ${other}`];
  if (comparison.same) out.push('', SAME);
  for (const { title, lines } of sectionsOf(comparison)) {
    out.push('', title);
    for (const line of lines) {
      out.push(`  ${lineWith(line, ({ words }) => words, line.text)}`);
      out.push(...line.inner.map((cell) => `      ${cell}`));
    }
  }
  return out.map(visible).join('\n') + '\n';
}

/** How a page of Markdown is headed, and where its links lead. */
export interface ComparisonPage {
  readonly title: string;
  /** The address of a place in the earlier or the later filing, both from 1; undefined where a link would lead nowhere. */
  readonly linkTo?: (of: Place['of'], line: number, character: number) => string | undefined;
}

/** The same as a page of Markdown. */
export function comparisonAsMarkdown(
  comparison: Comparison,
  [one, other]: readonly [string, string],
  { title: head, linkTo }: ComparisonPage,
): string {
  const parts = [`# ${head}`, `${markdown(one)} → ${markdown(other)}`];
  const linked = ({ of, offset, words }: Place): string => {
    const { line, character } = comparison[of].lines.position(offset);
    const address = linkTo?.(of, line + 1, character + 1);
    return address === undefined ? markdown(words) : `[${markdown(words)}](${address})`;
  };
  if (comparison.same) parts.push(SAME);
  for (const { title, lines } of sectionsOf(comparison)) {
    const items = lines.flatMap((line) => [
      `- ${lineWith({ ...line, mark: markdown(line.mark) }, linked, markdown(line.text))}`,
      ...line.inner.map((cell) => `    - ${markdown(cell)}`),
    ]);
    parts.push(`## ${title}`, items.join('\n'));
  }
  return parts.join('\n\n') + '\n';
}

function rowLine({ before, after }: Comparison, { kind, before: was, after: is, cells }: RowChange): Line {
  const place = (of: Place['of'], filing: Filing, row: Row, words: string): Place => ({
    of,
    offset: spanOfRow(row).start,
    words: `${words}${lineOf(filing, row)}`,
  });
  if (kind === 'added')
    return {
      mark: '+',
      places: [place('after', after, is!, 'line ')],
      text: `: ${rowInWords(after, is!)}`,
      inner: [],
    };
  if (kind === 'removed')
    return {
      mark: '-',
      places: [place('before', before, was!, 'line ')],
      text: `: ${rowInWords(before, was!)}`,
      inner: [],
    };
  const isSameLine = lineOf(before, was!) === lineOf(after, is!);
  return {
    mark: '~',
    places: isSameLine
      ? [place('after', after, is!, 'line ')]
      : [place('before', before, was!, 'line '), place('after', after, is!, '')],
    text: `, ${is!.securityTitle.value ?? 'no title'}`,
    inner: cells.map((cell) => `${columnName(is!, cell.column)}: ${oldAndNew(cell.before, cell.after)}`),
  };
}

const labelOf = ({ number, label }: Footnote): string => `(${number ?? label})`;

function noteLine({ kind, before, after }: NoteChange): Line {
  const place = (of: Place['of'], note: Footnote): Place => ({ of, offset: note.span.start, words: labelOf(note) });
  if (kind === 'added') return { mark: '+', places: [place('after', after!)], text: ` ${after!.text}`, inner: [] };
  if (kind === 'removed') return { mark: '-', places: [place('before', before!)], text: ` ${before!.text}`, inner: [] };
  const places =
    before!.number === after!.number ? [place('after', after!)] : [place('before', before!), place('after', after!)];
  const text = kind === 'renumbered' ? '' : ` ${oldAndNew(before!.text, after!.text)}`;
  return { mark: '~', places, text, inner: [] };
}

function heldLine({
  securityTitle,
  directOrIndirectOwnership: form,
  natureOfOwnership,
  before,
  after,
}: HeldChange): string {
  const how = form === 'I' ? `indirect${natureOfOwnership === '' ? '' : ` (${natureOfOwnership})`}` : 'direct';
  const sum = before && after ? subtract(after, before) : undefined;
  const by = sum ? ` (${isNegative(sum) ? '' : '+'}${grouped(sum)})` : '';
  const told = (value: HeldChange['before']): string => (value ? grouped(value) : 'no line');
  return `${securityTitle}, ${how}: ${told(before)} → ${told(after)}${by}`;
}

/** The changes as plain data, in the words of EDGAR's ownership XML; lines count from 1. */
export function comparisonAsData(comparison: Comparison, [one, other]: readonly [string, string]): object {
  const { before, after, boxes, rows, notes, held, same } = comparison;
  const note = (of: Footnote | undefined): object | null => (of ? { number: of.number ?? null, text: of.text } : null);
  const row = (filing: Filing, of: Row | undefined): object | null =>
    of
      ? {
          line: lineOf(filing, of),
          row: of.index + 1,
          cells: Object.fromEntries(
            columnsOf(of.table).flatMap((column) => {
              const words = shown(filing, of, column);
              return words === '' ? [] : [[column, words]];
            }),
          ),
        }
      : null;
  return {
    schemaVersion: 1,
    before: one,
    after: other,
    same,
    boxes,
    rows: rows.map((change) => ({
      table: change.table,
      kind: change.kind,
      before: row(before, change.before),
      after: row(after, change.after),
      cells: change.cells,
    })),
    footnotes: notes.map((change) => ({ kind: change.kind, before: note(change.before), after: note(change.after) })),
    held: held.map((change) => ({
      ...change,
      before: change.before ? plain(change.before) : null,
      after: change.after ? plain(change.after) : null,
    })),
  };
}
