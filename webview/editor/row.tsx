/** A row of a table as the cells of a grid: keys as in a spreadsheet. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { FormTable } from '../../server/src/protocol';
import type { Drawn, DrawnCell, DrawnRow } from '../form/drawn';
import { fixChoices, markerChoices, rowAction, rowChoices } from './actions';
import { CodeList, codesLike } from './codeList';
import { focusOn, type Desk } from './desk';
import { Field, type Typing } from './field';
import type { Choice } from './menu';
import { pasted } from './paste';

type Key = TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>;

export interface RowProps {
  readonly desk: Desk;
  readonly name: FormTable['name'];
  readonly row: DrawnRow;
  /** Its number among all that is shown of the table, from 0. */
  readonly at: number;
  /** The one of its fields that is reached with Tab, if it is one of this row. */
  readonly stop: string | undefined;
  readonly open: (label: string, choices: readonly Choice[], at: HTMLElement) => void;
  readonly write: (address: string) => void;
}

/** The columns whose words take room. */
const WIDE = new Set(['securityTitle', 'natureOfOwnership', 'underlyingSecurityTitle']);
const NARROW = new Set([
  'transactionCode',
  'transactionFormType',
  'transactionAcquiredDisposedCode',
  'directOrIndirectOwnership',
]);
const widthOf = (column: string): string => (WIDE.has(column) ? 'wide' : NARROW.has(column) ? 'narrow' : '');

/** The rows of a table that were read. */
export const rowsRead = ({ rows }: Drawn<FormTable>): readonly DrawnRow[] =>
  rows.filter(({ kind }) => kind !== 'unread');

export function Row({ desk, name: table, row, at, stop, open: openMenu, write }: RowProps): JSX.Element {
  const [draft, setDraft] = useState<{ readonly address: string; readonly words: string } | undefined>(undefined);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [listed, setListed] = useState(false);
  const readOnly = desk.shown?.refused !== undefined;
  // A row is drawn anew only where it looks otherwise: keys go by the rows as they are by then.
  const columns = desk.table(table).headings.map(({ column }) => column);
  const rowsNow = (): readonly DrawnRow[] => rowsRead(desk.table(table));
  const place = (): number => rowsNow().findIndex(({ address }) => address === row.address);

  /** The focus goes by so many columns and rows; false where there is no such cell. */
  const go = (column: number, byColumns: number, byRows: number): boolean => {
    const to = place() * columns.length + column + byColumns + byRows * columns.length;
    const there = rowsNow()[Math.floor(to / columns.length)];
    return to >= 0 && there !== undefined && focusOn(`${there.address}/${columns[to % columns.length]}`);
  };
  const choicesAt = (column: number): Choice[] => {
    const cell = row.cells[column]!;
    const { address } = cell;
    const taken = sumOf(row, columns[column]!);
    return [
      ...fixChoices(desk, address),
      ...(taken
        ? [
            {
              label: desk.t('Take the total {0}', taken.expected),
              key: '=',
              act: () => desk.set(address, taken.expected),
            },
          ]
        : []),
      ...markerChoices(desk, cell, desk.shown!.form.notes, () => write(address)),
      ...rowChoices(desk, desk.table(table), indexOf(row), columns[column]!),
      { label: desk.t('Show in the text'), apart: true as const, act: () => desk.show(address) },
    ];
  };
  const menu = (field: HTMLElement, column: number): void =>
    openMenu(labelOf(desk, desk.table(table), row, column), choicesAt(column), field);

  const keys =
    (column: number) =>
    (event: Key, typing: Typing): boolean => {
      const { key, altKey, shiftKey } = event;
      const control = event.ctrlKey || event.metaKey;
      const field = event.currentTarget;
      const name = columns[column]!;
      const codes = name === 'transactionCode' && listed ? codesLike(desk, typing.draft) : [];
      const leave = (byColumns: number, byRows: number): boolean => {
        typing.commit();
        return go(column, byColumns, byRows);
      };
      if (codes.length > 0) {
        if (key === 'ArrowDown') return (setChosen(((chosen ?? -1) + 1) % codes.length), true);
        if (key === 'ArrowUp') return (setChosen(((chosen ?? 0) - 1 + codes.length) % codes.length), true);
        if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) {
          typing.put(codes[chosen]!.code);
          setListed(false);
          go(column, shiftKey ? -1 : 1, 0);
          return true;
        }
        if (key === 'Escape') return (setListed(false), true);
      }
      if (key === 'Tab' && !control && !altKey) return leave(shiftKey ? -1 : 1, 0);
      if (key === 'Enter' && control) return (typing.commit(), act('row.new'));
      if (key === 'Enter' && !altKey) return (leave(0, shiftKey ? -1 : 1), true);
      if (altKey && (key === 'ArrowUp' || key === 'ArrowDown') && !control) {
        if (name === 'transactionCode' && key === 'ArrowDown' && !listed && typing.editing)
          return (setListed(true), true);
        return act(key === 'ArrowUp' ? 'row.moveUp' : 'row.moveDown');
      }
      if (key === 'F2') {
        typing.begin();
        field.setSelectionRange(field.value.length, field.value.length);
        return true;
      }
      if (key === 'F4' && name === 'transactionCode') return (setChosen(undefined), setListed(!listed), true);
      if (control && key === '.') return (menu(field, column), true);
      if ((key === 'F10' && shiftKey) || key === 'ContextMenu') return (menu(field, column), true);
      if (control && key === 'm') return (typing.commit(), write(row.cells[column]!.address), true);
      if (control && key === 'd') return (typing.commit(), act('row.duplicate'));
      if (control && shiftKey && key === 'Delete') return act('row.delete');
      if (key === 'ArrowUp' || key === 'ArrowDown') return (leave(0, key === 'ArrowUp' ? -1 : 1), true);
      if (typing.editing) return false;
      const sum = sumOf(row, name);
      if (key === '=' && sum) return (typing.put(sum.expected), true);
      if (key === 'Delete') return (typing.put(''), true);
      if (key === 'ArrowLeft' || key === 'ArrowRight') return (go(column, key === 'ArrowLeft' ? -1 : 1, 0), true);
      if (key === 'Home') return (go(column, -column, control ? -place() : 0), true);
      if (key === 'End')
        return (go(column, columns.length - 1 - column, control ? rowsNow().length - 1 - place() : 0), true);
      return false;

      function act(operation: Parameters<typeof rowAction>[4]): boolean {
        rowAction(desk, desk.table(table), indexOf(row), name, operation);
        return true;
      }
    };
  const cellOf = (cell: DrawnCell, column: number): JSX.Element => {
    const name = columns[column]!;
    const sum = sumOf(row, name);
    const isCode = name === 'transactionCode';
    const typed = draft?.address === cell.address ? draft.words : undefined;
    const open = isCode && listed && stop === cell.address;
    return (
      <td
        role="gridcell"
        class={widthOf(name)}
        key={name}
        onContextMenu={(event) => (event.preventDefault(), menu(event.currentTarget.querySelector('input')!, column))}
      >
        <span class="cell">
          <Field
            desk={desk}
            address={cell.address}
            words={cell.words}
            label={labelOf(desk, desk.table(table), row, column)}
            readOnly={readOnly}
            tabIndex={cell.address === stop ? 0 : -1}
            keys={keys(column)}
            onFocus={() => (setChosen(undefined), setListed(false))}
            onDraft={(words) => {
              setDraft(words === undefined ? undefined : { address: cell.address, words });
              if (isCode) {
                setChosen(undefined);
                setListed(words !== undefined);
              }
            }}
            onPaste={(event) => pasted(event, desk, desk.table(table), rowsNow(), place(), column)}
            {...(isCode && {
              list: {
                id: `codes/${cell.address}`,
                open,
                chosen: open && chosen !== undefined ? `codes/${cell.address}/${chosen}` : undefined,
              },
            })}
          />
          {(cell.markers?.length ?? 0) > 0 && <sup>{cell.markers!.map(({ label }) => `(${label})`).join(' ')}</sup>}
        </span>
        {sum && typed === undefined && desk.wordsAt(cell.address, cell.words) === cell.words && (
          <button
            type="button"
            class="sum"
            tabIndex={-1}
            title={`${sum.sum} = ${sum.expected}`}
            onClick={() => desk.set(cell.address, sum.expected)}
          >
            = {sum.expected}
          </button>
        )}
        {open && (
          <CodeList
            id={`codes/${cell.address}`}
            codes={codesLike(desk, typed)}
            chosen={chosen}
            take={(code) => {
              setListed(false);
              setDraft(undefined);
              desk.set(cell.address, code);
            }}
          />
        )}
      </td>
    );
  };

  return (
    <tr role="row" class={`${row.kind} ${row.read}`}>
      <th scope="row">
        <button
          type="button"
          tabIndex={-1}
          aria-label={desk.t('Row {0}: what can be done', at + 1)}
          disabled={readOnly}
          onClick={(event) => menu(event.currentTarget, 0)}
        >
          {at + 1}
        </button>
      </th>
      {row.cells.map(cellOf)}
    </tr>
  );
}

/** The number of a row in the filing, which its address says. */
const indexOf = ({ address }: Pick<DrawnRow, 'address'>): number => Number(address.split('/')[1]);

/** The sum of a row's total, where it may be taken over. */
const sumOf = ({ sum }: DrawnRow, column: string): DrawnRow['sum'] =>
  column === 'sharesOwnedFollowingTransaction' && sum?.offered ? sum : undefined;

function labelOf(desk: Desk, { headings }: Drawn<FormTable>, row: DrawnRow, column: number): string {
  const { item, part } = headings[column]!;
  return desk.t('Row {0}, {1}', indexOf(row) + 1, part === '' ? item : `${item}: ${part}`);
}
