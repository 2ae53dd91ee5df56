/** Both tables of the form. */
import type { FormHeading, FormTable } from '../../server/src/protocol';
import type { Drawn, DrawnForm, DrawnRow } from '../form/drawn';
import { Still } from './still';
import { Thing, Value } from './thing';
import { Unread } from './unread';
import { said, type View } from './view';

export function Table({ view, form, table }: { view: View; form: DrawnForm; table: Drawn<FormTable> }) {
  const { name, title, headings, rows, more } = table;
  return (
    <>
      <div class="scroll" role="region" aria-label={title} tabIndex={0}>
        <table id={name}>
          <caption>{title}</caption>
          <colgroup>
            {headings.map(({ column, width }) => (
              <col key={column} width={width} />
            ))}
          </colgroup>
          <thead>
            <Headings all={headings} />
          </thead>
          <tbody>
            {rows.map((row) => (
              <Still
                key={row.address}
                view={view}
                of={[row, headings]}
                addresses={[row.address, ...row.cells.map(({ address }) => address)]}
                draw={() => <Row view={view} row={row} headings={headings} />}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Unread view={view} form={form} parts={[name]} />
      {more > 0 && <p class="more">{said(view.words.moreRows, more)}</p>}
    </>
  );
}

/** Where the long words of headings are parted, and after a stroke. */
const PARTS =
  /Trans(?=act)|Deriva(?=tive)|deriva(?=tive)|Secu(?=rit)|Bene(?=fic)|fi(?=cial)|Exer(?=cis)|cis(?=abl)|Expira(?=t)|Conver(?=s)|Owner(?=s)|Under(?=l)|Execu(?=t)|Dis(?=pos)|Follow(?=i)|Indi(?=r)|Report(?=e)|Acqui(?=r)/g;
const parted = (words: string): string => words.replace(PARTS, '$&\u00ad').replaceAll('/', '/\u200b');

/** Two lines of headings: each item over its columns, and what those are called. */
function Headings({ all }: { all: readonly Drawn<FormHeading>[] }) {
  const items = all.filter(({ item }, at) => at === 0 || all[at - 1]!.item !== item);
  return (
    <>
      <tr>
        {items.map(({ item, part }) => {
          const count = all.filter((one) => one.item === item).length;
          return part === '' ? (
            <th key={item} scope="col" rowSpan={2}>
              {parted(item)}
            </th>
          ) : (
            <th key={item} scope="colgroup" colSpan={count}>
              {parted(item)}
            </th>
          );
        })}
      </tr>
      <tr>
        {all
          .filter(({ part }) => part !== '')
          .map(({ column, part }) => (
            <th key={column} scope="col">
              {parted(part)}
            </th>
          ))}
      </tr>
    </>
  );
}

function Row({ view, row, headings }: { view: View; row: DrawnRow; headings: readonly Drawn<FormHeading>[] }) {
  const { kind, read, cells, sum, address, change } = row;
  if (kind === 'unread')
    return (
      <tr>
        <Thing as="td" view={view} address={cells[0]!.address} class="unread" colSpan={headings.length}>
          <span class="heard">{view.words.unread} </span>
          <span class="words">{cells[0]!.words}</span>
        </Thing>
      </tr>
    );
  const inferred = read === 'inferred' ? view.words.inferred : undefined;
  const total = headings.findIndex(({ column }) => column === 'sharesOwnedFollowingTransaction');
  return (
    <tr class={`${read} ${change ?? ''}`} title={inferred ?? (change && view.words[change])}>
      {cells.map((cell, at) => (
        <Value
          key={cell.address}
          as="td"
          view={view}
          cell={cell}
          change={change}
          also={at === 0 ? [address] : undefined}
          class={at === total && sum ? (sum.agrees ? 'summed' : 'unsummed') : ''}
          hint={
            at === total && sum
              ? said(sum.agrees ? view.words.sum : view.words.sumDiffers, sum.sum, sum.expected)
              : undefined
          }
        />
      ))}
    </tr>
  );
}
