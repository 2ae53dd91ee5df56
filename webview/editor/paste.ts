/** Cells that were copied from a spreadsheet, into cells of a grid or as new rows. */
import type { FormTable } from '../../server/src/protocol';
import type { Drawn, DrawnRow } from '../form/drawn';
import type { Desk } from './desk';

/** The cells of what was copied; undefined where it is one cell, which the field takes by itself. */
export function cellsOf(copied: string): readonly (readonly string[])[] | undefined {
  const lines = copied.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
  if (lines.length === 1 && !copied.includes('\t')) return undefined;
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

export function pasted(
  event: { readonly clipboardData: DataTransfer | null; preventDefault(): void },
  desk: Desk,
  table: Drawn<FormTable>,
  rows: readonly DrawnRow[],
  row: number,
  column: number,
): void {
  const copied = event.clipboardData?.getData('text/plain') ?? '';
  const cells = cellsOf(copied);
  if (!cells) return;
  event.preventDefault();
  const fits =
    row + cells.length <= rows.length && cells.every((line) => column + line.length <= table.headings.length);
  const address = rows[row]!.address;
  if (fits) {
    const places = cells.flatMap((line, down) =>
      line.map((text, right) => ({ address: rows[row + down]!.cells[column + right]!.address, text })),
    );
    desk.ask({ kind: 'set', places }, { then: rows[row]!.cells[column]!.address });
  } else if (table.name === 'nonDerivativeTable')
    // More than there is room for: the operation that makes rows of what was copied, and asks what it must know.
    desk.ask({ kind: 'run', operation: 'rows.paste', address }, { clipboard: copied });
  else {
    desk.said = desk.t('Nothing was changed: there are more cells than rows and columns here. Add rows first.');
    desk.redraw();
  }
}
