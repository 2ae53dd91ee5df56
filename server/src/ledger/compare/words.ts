/** A comparison as plain text and as plain data. */
import type { Filing, Footnote, Row } from '../../filing/model';
import { spanOfRow } from '../../filing/queries';
import { columnName } from '../../rules/columnNames';
import { grouped, isNegative, plain, subtract } from '../../text/decimal';
import { visible } from '../../text/visible';
import { plain as markdown } from '../../writers/markdown';
import type { Comparison, HeldChange } from './compare';
import { columnsOf, shown, type RowChange } from './rows';

const TABLES = { nonDerivativeTable: 'Table I', derivativeTable: 'Table II' } as const;

const lineOf = ({ lines }: Filing, row: Row): number => lines.lineAt(spanOfRow(row).start) + 1;

/** A row in a few words: `Common Stock, S, 03/07/2022, 690`. */
function rowInWords(filing: Filing, row: Row): string {
  const told = columnsOf(row.table).map((column) => shown(filing, row, column));
  return told.filter((words) => words !== '').join(' · ');
}

const oldAndNew = (before: string, after: string): string => `${before || '(blank)'} → ${after || '(blank)'}`;

/** A part of a comparison: what it is about, and its lines; those of one row are set in. */
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sectionsOf({ before, after, boxes, rows, notes, held }: Comparison): Section[] {
  const tables = (['nonDerivativeTable', 'derivativeTable'] as const).map((table) => ({
    title: TABLES[table],
    lines: rows.filter((row) => row.table === table).flatMap((row) => rowLines(before, after, row)),
  }));
  return [
    { title: 'Boxes', lines: boxes.map((box) => `${box.box}: ${oldAndNew(box.before, box.after)}`) },
    ...tables,
    { title: 'Footnotes', lines: notes.map((note) => noteLine(note.kind, note.before, note.after)) },
    { title: 'Held after', lines: held.map(heldLine) },
  ].filter(({ lines }) => lines.length > 0);
}

const SAME = 'They say the same.';

/**
 * The changes in sections of lines, for a terminal.
 * @param names what the two filings are called
 */
export function comparisonAsText(comparison: Comparison, [one, other]: readonly [string, string]): string {
  const out = [`${one} → ${other}`];
  if (comparison.same) out.push('', SAME);
  for (const { title, lines } of sectionsOf(comparison)) out.push('', title, ...lines.map((line) => `  ${line}`));
  return out.map(visible).join('\n') + '\n';
}

/** The same as a page of Markdown. */
export function comparisonAsMarkdown(comparison: Comparison, [one, other]: readonly [string, string]): string {
  const parts = [`# Compared with the filing before`, `${markdown(one)} → ${markdown(other)}`];
  if (comparison.same) parts.push(SAME);
  for (const { title, lines } of sectionsOf(comparison)) {
    const items = lines.map((line) => `${/^ */.exec(line)![0]}- ${markdown(line)}`);
    parts.push(`## ${title}`, items.join('\n'));
  }
  return parts.join('\n\n') + '\n';
}

function rowLines(before: Filing, after: Filing, change: RowChange): string[] {
  if (change.kind === 'added') return [`+ line ${lineOf(after, change.after!)}: ${rowInWords(after, change.after!)}`];
  if (change.kind === 'removed')
    return [`- line ${lineOf(before, change.before!)}: ${rowInWords(before, change.before!)}`];
  const [from, to] = [lineOf(before, change.before!), lineOf(after, change.after!)];
  const head = `~ line ${from === to ? to : `${from} → ${to}`}, ${change.after!.securityTitle.value ?? 'no title'}`;
  return [
    head,
    ...change.cells.map(
      (cell) => `    ${columnName(change.after!, cell.column)}: ${oldAndNew(cell.before, cell.after)}`,
    ),
  ];
}

const labelOf = ({ number, label }: Footnote): string => `(${number ?? label})`;

function noteLine(kind: string, before: Footnote | undefined, after: Footnote | undefined): string {
  if (kind === 'added') return `+ ${labelOf(after!)} ${after!.text}`;
  if (kind === 'removed') return `- ${labelOf(before!)} ${before!.text}`;
  const label = before!.number === after!.number ? labelOf(after!) : oldAndNew(labelOf(before!), labelOf(after!));
  return kind === 'renumbered' ? `~ ${label}` : `~ ${label} ${oldAndNew(before!.text, after!.text)}`;
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
