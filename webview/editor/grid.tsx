/** A table of the form as a grid. */
import type { JSX } from 'preact';
import type { FormTable } from '../../server/src/protocol';
import type { Drawn } from '../form/drawn';
import { Field } from './field';
import { Row, rowsRead, type RowProps } from './row';
import { Same } from './same';

export interface GridProps extends Pick<RowProps, 'desk' | 'open' | 'write'> {
  readonly table: Drawn<FormTable>;
}

export function Grid({ desk, table, open, write }: GridProps): JSX.Element {
  const { name, title, headings, rows: all } = table;
  const rows = rowsRead(table);
  const readOnly = desk.shown?.refused !== undefined;
  const first = rows[0] && `${rows[0].address}/${headings[0]!.column}`;
  const current = desk.focused.startsWith(`${name}/`) ? desk.focused : first;
  return (
    <table role="grid" aria-label={title} class="grid" aria-rowcount={rows.length}>
      <thead>
        <Headings headings={headings} />
      </thead>
      <tbody>
        {all.map((row, at) => {
          if (row.kind === 'unread')
            return (
              <tr key={row.address} class="unread">
                <td colSpan={headings.length + 1}>
                  <button type="button" onClick={() => desk.show(row.address)}>
                    {desk.t('Not read as a row:')}
                  </button>{' '}
                  {row.cells[0]?.words}
                </td>
              </tr>
            );
          const stop = current?.startsWith(`${row.address}/`) ? current : undefined;
          const looks = desk.looks(row.cells.map(({ address }) => address));
          const own = { desk, name, row, at, stop, open, write };
          return (
            <Same key={row.address} by={[row, at, stop, looks, readOnly, headings]} draw={() => <Row {...own} />} />
          );
        })}
        {table.more > 0 && (
          <tr>
            <td colSpan={headings.length + 1}>
              {desk.t('{0} more rows are not shown: edit them in the text.', table.more)}
            </td>
          </tr>
        )}
        {all.length === 0 && !readOnly && (
          <tr role="row">
            <th scope="row" />
            <td role="gridcell" colSpan={headings.length}>
              <Field
                desk={desk}
                address={`${name}/0/securityTitle`}
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

/** Each item over its columns, and what the columns are called below. */
function Headings({ headings }: Pick<Drawn<FormTable>, 'headings'>): JSX.Element {
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
