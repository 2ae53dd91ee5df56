/** What has been found so far, row by row and cell by cell: other rules ask for it, and some finding silences another. */
import type { Cell, Row } from '../filing/model';
import { CATALOGUE } from './catalogue';
import { ROOT_CAUSES, type RootCause } from './rootCauses';
import type { Report } from './rule';

const causesOf = new Map<string, RootCause[]>();
for (const { id } of CATALOGUE)
  causesOf.set(
    id,
    ROOT_CAUSES.filter(({ rule, silences }) => rule !== id && (silences === '*' || silences.includes(id))),
  );
const causes = new Set(ROOT_CAUSES.map(({ rule }) => rule));

/** True where other rules go by what a rule accuses: it then runs even where it is off. */
export const isCause = (rule: string): boolean => causes.has(rule);

export class Accusations {
  private readonly byRow = new Map<Row, Set<string>>();
  private readonly byCell = new Map<Cell<unknown>, Set<string>>();

  note(rule: string, { row, cell }: Report): void {
    if (row) add(this.byRow, row, rule);
    if (cell) add(this.byCell, cell, rule);
  }

  /** The rules that have accused a row. */
  ofRow(row: Row): ReadonlySet<string> | undefined {
    return this.byRow.get(row);
  }

  /** The rules that have accused a cell. */
  ofCell(cell: Cell<unknown>): ReadonlySet<string> | undefined {
    return this.byCell.get(cell);
  }

  /** True where a rule has nothing to say of a row or cell, since a cause of it has been told. */
  silence(rule: string, { row, cell }: Report): boolean {
    return causesOf.get(rule)!.some((cause) => {
      const rules = cause.within === 'row' ? row && this.ofRow(row) : cell && this.ofCell(cell);
      return rules?.has(cause.rule) ?? false;
    });
  }
}

function add<K>(map: Map<K, Set<string>>, key: K, rule: string): void {
  const rules = map.get(key);
  if (rules) rules.add(rule);
  else map.set(key, new Set([rule]));
}
