/** What can be done at a cell, a row or a note: the same for keys, buttons and menus. */
import type { FormTable } from '../../server/src/protocol';
import type { Drawn, DrawnCell, DrawnNote } from '../form/drawn';
import type { FormOperation } from '../../server/src/operations/form/run';
import type { Desk } from './desk';
import type { Choice } from './menu';

/** Where the focus goes behind an operation on a row: the row's number then. */
const AFTER: Partial<Record<FormOperation, (row: number, rows: number) => number>> = {
  'row.new': (row) => row + 1,
  'row.duplicate': (row) => row + 1,
  'row.moveDown': (row) => row + 1,
  'row.moveUp': (row) => row - 1,
  'row.delete': (row, rows) => Math.min(row, rows - 2),
};

export const rowAction = (
  desk: Desk,
  table: Pick<Drawn<FormTable>, 'name' | 'rows'>,
  row: number,
  column: string,
  operation: FormOperation,
): void => {
  const to = AFTER[operation]?.(row, table.rows.length) ?? row;
  const first = operation === 'row.new' ? 'transactionCode' : column;
  desk.ask(
    { kind: 'run', operation, address: `${table.name}/${row}` },
    { then: `${table.name}/${Math.max(0, to)}/${first}` },
  );
};

/** The fixes of what is found at a place. */
export function fixChoices(desk: Desk, address: string): Choice[] {
  return desk.findingsAt(address).flatMap(({ at }) =>
    desk.fixesOf(at).map((label, fix) => ({
      label,
      act: () => desk.ask({ kind: 'fix', finding: at, fix }, { then: address }),
    })),
  );
}

/** The markers of a cell: those that it has, the notes that it could cite, and a new note. */
export function markerChoices(desk: Desk, cell: DrawnCell, notes: readonly DrawnNote[], write: () => void): Choice[] {
  const has = new Set((cell.markers ?? []).map(({ label }) => label));
  const numbered = (label: string): boolean => /^\d+$/.test(label);
  const { address } = cell;
  return [
    { label: desk.t('New footnote here…'), key: 'Ctrl+M', apart: true, act: write },
    ...[...has].filter(numbered).map((label) => ({
      label: desk.t('Remove marker ({0})', label),
      act: () => desk.ask({ kind: 'uncite', address, number: Number(label) }, { then: address }),
    })),
    ...notes
      .filter(({ label }) => numbered(label) && !has.has(label))
      .map(({ label, text }) => ({
        label: desk.t('Cite ({0}): {1}', label, text.length > 60 ? `${text.slice(0, 59)}…` : text),
        act: () => desk.ask({ kind: 'cite', address, number: Number(label) }, { then: address }),
      })),
  ];
}

export function rowChoices(desk: Desk, table: Drawn<FormTable>, row: number, column: string): Choice[] {
  const act = (operation: FormOperation) => () => rowAction(desk, table, row, column, operation);
  return [
    { label: desk.t('New row below'), key: 'Ctrl+Enter', apart: true, act: act('row.new') },
    { label: desk.t('Duplicate row'), key: 'Ctrl+D', act: act('row.duplicate') },
    { label: desk.t('Move row up'), key: 'Alt+↑', disabled: row === 0, act: act('row.moveUp') },
    {
      label: desk.t('Move row down'),
      key: 'Alt+↓',
      disabled: row === table.rows.length - 1,
      act: act('row.moveDown'),
    },
    { label: desk.t('Delete row'), key: 'Ctrl+Shift+Delete', act: act('row.delete') },
    ...(table.name === 'nonDerivativeTable'
      ? [{ label: desk.t('Recompute totals from here'), act: act('row.recompute') }]
      : []),
  ];
}
