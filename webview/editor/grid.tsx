/** A table of the form as a grid: keys as in a spreadsheet. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { FormCell, FormNote, FormRow, FormTable } from '../../server/src/writers/printedForm/model';
import { fixChoices, markerChoices, rowAction, rowChoices } from './actions';
import { CodeList, codesLike } from './codeList';
import { focusOn, type Desk } from './desk';
import { Field, type Typing } from './field';
import type { Choice } from './menu';
import { pasted } from './paste';

type Key = TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>;

export interface GridProps {
  readonly desk: Desk;
  readonly table: FormTable;
  readonly notes: readonly FormNote[];
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

export function Grid(props: GridProps): JSX.Element {
  const { desk, table } = props;
  const [draft, setDraft] = useState<{ readonly address: string; readonly words: string } | undefined>(undefined);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [listed, setListed] = useState(false);
  const rows = table.rows.filter(({ kind }) => kind !== 'unread');
  const columns = table.headings.map(({ column }) => column);
  const readOnly = desk.shown?.refused !== undefined;
  const first = rows[0] && `${rows[0].address}/${columns[0]}`;
  const current = desk.focused.startsWith(`${table.name}/`) ? desk.focused : first;

  /** The focus goes by so many columns and rows; false where there is no such cell. */
  const go = (row: FormRow, column: number, byColumns: number, byRows: number): boolean => {
    const at = rows.indexOf(row) * columns.length + column + byColumns + byRows * columns.length;
    const to = rows[Math.floor(at / columns.length)];
    return at >= 0 && to !== undefined && focusOn(`${to.address}/${columns[at % columns.length]}`);
  };
  const choicesAt = (row: FormRow, column: number): Choice[] => {
    const cell = row.cells[column]!;
    const taken = sumOf(row, columns[column]!);
    return [
      ...fixChoices(desk, cell.address),
      ...(taken
        ? [
            {
              label: desk.t('Take the total {0}', taken.expected),
              key: '=',
              act: () => desk.set(cell.address, taken.expected),
            },
          ]
        : []),
      ...markerChoices(desk, cell, props.notes, () => props.write(cell.address)),
      ...rowChoices(desk, table, indexOf(row), columns[column]!),
      { label: desk.t('Show in the text'), apart: true as const, act: () => desk.show(cell.span.start, cell.span.end) },
    ];
  };

  const keys =
    (row: FormRow, column: number) =>
    (event: Key, typing: Typing): boolean => {
      const { key, altKey, shiftKey } = event;
      const control = event.ctrlKey || event.metaKey;
      const field = event.currentTarget;
      const name = columns[column]!;
      const codes = name === 'transactionCode' && listed ? codesLike(desk, typing.draft) : [];
      const leave = (byColumns: number, byRows: number): boolean => {
        typing.commit();
        return go(row, column, byColumns, byRows);
      };
      if (codes.length > 0) {
        if (key === 'ArrowDown') return (setChosen(((chosen ?? -1) + 1) % codes.length), true);
        if (key === 'ArrowUp') return (setChosen(((chosen ?? 0) - 1 + codes.length) % codes.length), true);
        if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) {
          typing.put(codes[chosen]!.code);
          setListed(false);
          go(row, column, shiftKey ? -1 : 1, 0);
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
      if (control && key === '.') return (menu(field, row, column), true);
      if ((key === 'F10' && shiftKey) || key === 'ContextMenu') return (menu(field, row, column), true);
      if (control && key === 'm') return (typing.commit(), props.write(row.cells[column]!.address), true);
      if (control && key === 'd') return (typing.commit(), act('row.duplicate'));
      if (control && shiftKey && key === 'Delete') return act('row.delete');
      if (key === 'ArrowUp' || key === 'ArrowDown') return (leave(0, key === 'ArrowUp' ? -1 : 1), true);
      if (typing.editing) return false;
      const sum = sumOf(row, name);
      if (key === '=' && sum) return (typing.put(sum.expected), true);
      if (key === 'Delete') return (typing.put(''), true);
      if (key === 'ArrowLeft' || key === 'ArrowRight') return (go(row, column, key === 'ArrowLeft' ? -1 : 1, 0), true);
      if (key === 'Home')
        return (go(row, control ? 0 : column, control ? 0 : -column, control ? -rows.indexOf(row) : 0), true);
      if (key === 'End')
        return (go(row, column, columns.length - 1 - column, control ? rows.length - 1 - rows.indexOf(row) : 0), true);
      return false;

      function act(operation: Parameters<typeof rowAction>[4]): boolean {
        rowAction(desk, table, indexOf(row), name, operation);
        return true;
      }
    };
  const menu = (field: HTMLElement, row: FormRow, column: number): void =>
    props.open(labelOf(desk, table, row, column), choicesAt(row, column), field);

  const cellOf = (row: FormRow, cell: FormCell, column: number): JSX.Element => {
    const name = columns[column]!;
    const sum = sumOf(row, name);
    const isCode = name === 'transactionCode';
    const typed = draft?.address === cell.address ? draft.words : undefined;
    const open = isCode && listed && desk.focused === cell.address;
    return (
      <td
        role="gridcell"
        class={widthOf(name)}
        key={name}
        onContextMenu={(event) => (
          event.preventDefault(),
          menu(event.currentTarget.querySelector('input')!, row, column)
        )}
      >
        <span class="cell">
          <Field
            desk={desk}
            address={cell.address}
            words={cell.words}
            label={labelOf(desk, table, row, column)}
            readOnly={readOnly}
            tabIndex={cell.address === current ? 0 : -1}
            keys={keys(row, column)}
            onFocus={() => (setChosen(undefined), setListed(false))}
            onDraft={(words) => {
              setDraft(words === undefined ? undefined : { address: cell.address, words });
              if (isCode) {
                setChosen(undefined);
                setListed(words !== undefined);
              }
            }}
            onPaste={(event) => pasted(event, desk, table, rows, rows.indexOf(row), column)}
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
    <table role="grid" aria-label={table.title} class="grid" aria-rowcount={rows.length}>
      <thead>
        <Headings table={table} />
      </thead>
      <tbody>
        {table.rows.map((row, at) =>
          row.kind === 'unread' ? (
            <tr key={row.address} class="unread">
              <td colSpan={columns.length + 1}>
                <button type="button" onClick={() => desk.show(row.span.start, row.span.end)}>
                  {desk.t('Not read as a row:')}
                </button>{' '}
                {row.cells[0]?.words}
              </td>
            </tr>
          ) : (
            <tr key={row.address} role="row" class={`${row.kind} ${row.read}`}>
              <th scope="row">
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={desk.t('Row {0}: what can be done', at + 1)}
                  disabled={readOnly}
                  onClick={(event) => menu(event.currentTarget, row, 0)}
                >
                  {at + 1}
                </button>
              </th>
              {row.cells.map((cell, column) => cellOf(row, cell, column))}
            </tr>
          ),
        )}
        {table.more > 0 && (
          <tr>
            <td colSpan={columns.length + 1}>
              {desk.t('{0} more rows are not shown: edit them in the text.', table.more)}
            </td>
          </tr>
        )}
        {table.rows.length === 0 && !readOnly && (
          <tr role="row">
            <th scope="row" />
            <td role="gridcell" colSpan={columns.length}>
              <Field
                desk={desk}
                address={`${table.name}/0/securityTitle`}
                words=""
                label={desk.t('Title of the first row')}
                placeholder={desk.t('Type a title for the first row')}
              />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The number of a row in the filing, which its address says. */
const indexOf = ({ address }: FormRow): number => Number(address.split('/')[1]);

/** The sum of a row's total, where it may be taken over. */
const sumOf = ({ sum }: FormRow, column: string): FormRow['sum'] =>
  column === 'sharesOwnedFollowingTransaction' && sum?.offered ? sum : undefined;

function labelOf(desk: Desk, { headings }: FormTable, row: FormRow, column: number): string {
  const { item, part } = headings[column]!;
  return desk.t('Row {0}, {1}', indexOf(row) + 1, part === '' ? item : `${item}: ${part}`);
}

/** Each item over its columns, and what the columns are called below. */
function Headings({ table: { headings } }: { readonly table: FormTable }): JSX.Element {
  const items: { item: string; span: number }[] = [];
  for (const { item } of headings) {
    const last = items[items.length - 1];
    if (last?.item === item) last.span++;
    else items.push({ item, span: 1 });
  }
  return (
    <>
      <tr>
        <th rowSpan={2} />
        {items.map(({ item, span }) => (
          <th scope="col" colSpan={span} rowSpan={span === 1 ? 2 : 1}>
            {item}
          </th>
        ))}
      </tr>
      <tr>
        {headings.map(({ part }, at) =>
          part === '' || items.some(({ item, span }) => item === headings[at]!.item && span === 1) ? null : (
            <th scope="col">{part}</th>
          ),
        )}
      </tr>
    </>
  );
}
