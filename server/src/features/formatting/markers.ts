/** Footnote markers written in one way: the tags, the brackets, several in one cell, the space before them. */
import { cellsOf } from '../../filing/columns';
import type { Cell, Filing, Row, Table } from '../../filing/model';
import { trim } from '../../text/white';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';

/** A table and those of its rows that may be formatted. */
export interface Section {
  readonly table: Table<Row>;
  readonly rows: readonly Row[];
}

type Bracket = 'round' | 'square' | 'bare';

export interface MarkerHabit {
  /** Between tags; undefined where most are not and some are, so that each stays as it is. */
  readonly tags: boolean | undefined;
  readonly bracket: Bracket;
  /** Several of one cell in one pair of tags. */
  readonly together: boolean;
  /** What stands between a value and its markers. */
  readonly gap: '' | ' ';
}

/** The markers behind the value of a cell, with the gap before them. */
interface Run {
  readonly span: Span;
  readonly labels: readonly string[];
  readonly tags: boolean;
  readonly bracket: Bracket;
  readonly together: boolean;
  /** Undefined where no value stands before them. */
  readonly gap: string | undefined;
}

const BRACKETS: Readonly<Record<string, Bracket>> = { '(': 'round', '[': 'square' };

/** The markers behind a cell's value; undefined where there are none, or where anything else stands there. */
function runOf({ text }: Filing, cell: Cell<unknown>): Run | undefined {
  const [first] = cell.markers;
  if (!first) return undefined;
  const whole = trim(text, cell.cellSpan.start, cell.cellSpan.end);
  const span = { start: cell.raw === '' ? whole.start : cell.span.end, end: whole.end };
  if (cell.markers.some(({ labelSpan }) => labelSpan.start < span.start || labelSpan.end > span.end)) return undefined;
  const words = text.slice(span.start, span.end);
  const { rest, gap, tags } = withoutLabels(words, cell, span.start);
  if (/[^\s,()[\]]/.test(rest)) return undefined;
  return {
    span,
    labels: cell.markers.map(({ label }) => label),
    tags: tags > 0,
    bracket: BRACKETS[text.charAt(first.labelSpan.start - 1)] ?? 'bare',
    together: tags === 1,
    gap: cell.raw === '' ? undefined : gap,
  };
}

/** What stands around the labels of a run besides its tags, the white space before it, and how many tags open in it. */
function withoutLabels(words: string, cell: Cell<unknown>, start: number): { rest: string; gap: string; tags: number } {
  let rest = '';
  let from = 0;
  for (const { labelSpan } of cell.markers) {
    rest += words.slice(from, labelSpan.start - start);
    from = labelSpan.end - start;
  }
  rest += words.slice(from);
  return {
    rest: rest.replaceAll('<sup>', '').replaceAll('</sup>', ''),
    gap: words.slice(0, words.length - words.trimStart().length),
    tags: words.split('<sup>').length - 1,
  };
}

/** How most markers of a filing are written. */
export function markerHabit(filing: Filing, sections: readonly Section[], usualGap: '' | ' '): MarkerHabit {
  const runs = sections.flatMap(({ table, rows }) => rows.flatMap((row) => runsOf(filing, row, table)));
  const count = (of: (run: Run) => boolean): number => runs.filter(of).length;
  const tagged = count(({ tags }) => tags);
  const [round, square, bare] = (['round', 'square', 'bare'] as const).map((one) =>
    count(({ bracket }) => bracket === one),
  ) as [number, number, number];
  const several = runs.filter(({ labels, tags }) => tags && labels.length > 1);
  const together = several.filter((run) => run.together).length;
  const [spaced, tight] = [count(({ gap }) => gap === ' '), count(({ gap }) => gap === '')];
  return {
    tags: tagged * 2 >= runs.length ? runs.length > 0 : tagged === 0 ? false : undefined,
    bracket: bare > round && bare > square && tagged === runs.length ? 'bare' : square > round ? 'square' : 'round',
    together: together * 2 >= several.length,
    gap: spaced === tight ? usualGap : spaced > tight ? ' ' : '',
  };
}

const runsOf = (filing: Filing, row: Row, table: Table<Row>): Run[] =>
  cellsOf(row, table).flatMap(({ cell }) => runOf(filing, cell) ?? []);

export function markerEdits(filing: Filing, row: Row, table: Table<Row>, habit: MarkerHabit): Edit[] {
  return runsOf(filing, row, table).flatMap((run) => {
    const newText = (run.gap === undefined ? '' : habit.gap) + written(run, habit);
    return filing.text.slice(run.span.start, run.span.end) === newText ? [] : [{ span: run.span, newText }];
  });
}

function written({ labels, tags }: Run, habit: MarkerHabit): string {
  const bracketed = labels.map((label) =>
    habit.bracket === 'round' ? `(${label})` : habit.bracket === 'square' ? `[${label}]` : label,
  );
  if (!(habit.tags ?? tags)) return bracketed.join('');
  if (!habit.together) return bracketed.map((one) => `<sup>${one}</sup>`).join('');
  return `<sup>${bracketed.join(habit.bracket === 'bare' ? ', ' : '')}</sup>`;
}
