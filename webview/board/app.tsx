import { useMemo, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { formDay, said, type Words } from '../words';
import { STATES, type BoardRow } from './messages';

interface Props {
  readonly words: Words;
  readonly rows: ReadonlyMap<string, readonly BoardRow[]>;
  readonly done: number;
  readonly of: number;
  readonly left: readonly string[];
  readonly go: (id: string) => void;
}

/** So many rows are drawn, and as many more each time that they are asked for: 2,000 at once take a second to lay out. */
const AT_ONCE = 200;

type Show = 'all' | 'due' | 'late' | 'unsigned' | 'findings';
const SHOWS: readonly Show[] = ['all', 'due', 'late', 'unsigned', 'findings'];

const isShown: Readonly<Record<Show, (row: BoardRow) => boolean>> = {
  all: () => true,
  due: ({ state }) => state === 'due',
  late: ({ state }) => state === 'late',
  unsigned: ({ signed }) => signed === '',
  findings: ({ errors, warnings, remarks }) => errors + warnings + remarks > 0,
};

type Sort = 'state' | 'file' | 'person' | 'issuer' | 'period' | 'due' | 'signed' | 'findings';
/** What each column shows, as words that sort like it; '' where it shows nothing. */
const keyOf: Readonly<Record<Sort, (row: BoardRow) => string>> = {
  // What is pressing comes first, by the day on which it is due.
  state: ({ state, due, period }) => `${STATES.indexOf(state)} ${due || period}`,
  file: ({ file }) => file,
  person: ({ person }) => person,
  issuer: ({ issuer }) => issuer,
  period: ({ period }) => period,
  due: ({ due }) => due,
  signed: ({ signed }) => signed,
  findings: ({ errors, warnings, remarks }) =>
    errors + warnings + remarks === 0 ? '' : `${errors} ${warnings} ${remarks}`,
};
const SORTS = Object.keys(keyOf) as Sort[];
/** Names by their letters, and numbers in them, and of findings, by what they count. */
const inOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

interface Keyed {
  readonly row: BoardRow;
  readonly key: string;
}

/** What shows nothing stands last, whichever way the rest goes. */
function compared(a: Keyed, b: Keyed, down: boolean): number {
  if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
  return inOrder.compare(a.key, b.key) * (down ? -1 : 1) || inOrder.compare(a.row.id, b.row.id);
}

export function Board({ words, rows, done, of, left, go }: Props): JSX.Element {
  const [show, setShow] = useState<Show>('all');
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>('state');
  const [down, setDown] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const all = useMemo(() => [...rows.values()].flat(), [rows]);
  const counts = useMemo(() => Object.fromEntries(SHOWS.map((one) => [one, all.filter(isShown[one]).length])), [all]);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const some = all.filter(
      (row) =>
        isShown[show](row) &&
        (wanted === '' || `${row.file} ${row.person} ${row.issuer}`.toLowerCase().includes(wanted)),
    );
    const key = keyOf[sort];
    const keyed = some.map((row) => ({ row, key: key(row) }));
    keyed.sort((a, b) => compared(a, b, down));
    return keyed.map(({ row }) => row);
  }, [all, show, text, sort, down]);
  const sortBy = (one: Sort): void => {
    // Of what was found the most comes first.
    setDown(one === sort ? !down : one === 'findings');
    setSort(one);
  };
  return (
    <main>
      <h1>{words.title}</h1>
      <div class="filters">
        <label>
          {words.show}
          <select value={show} onChange={({ currentTarget }) => setShow(currentTarget.value as Show)}>
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {said(words.showOf, words[one] ?? '', counts[one] ?? 0)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.find}
          <input type="search" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </label>
      </div>
      <p role="status" class="quiet">
        {done < of ? said(words.checking, done, of) : said(words.count, found.length, all.length)}
      </p>
      {left.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <table>
        <thead>
          <tr>
            {SORTS.map((one) => (
              <th key={one} scope="col" aria-sort={one === sort ? (down ? 'descending' : 'ascending') : undefined}>
                <button type="button" class="sort" onClick={() => sortBy(one)}>
                  {words[`head.${one}`]}
                  {one === sort ? (down ? ' \u2193' : ' \u2191') : ''}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.slice(0, most).map((row) => (
            <Row key={row.id} words={words} row={row} go={go} />
          ))}
        </tbody>
      </table>
      {found.length > most && (
        <button type="button" onClick={() => setMost(most + AT_ONCE)}>
          {said(words.more, Math.min(AT_ONCE, found.length - most), found.length - most)}
        </button>
      )}
    </main>
  );
}

function Row({
  words,
  row,
  go,
}: {
  readonly words: Words;
  readonly row: BoardRow;
  readonly go: (id: string) => void;
}): JSX.Element {
  const { errors, warnings, remarks } = row;
  const findings = [
    errors > 0 && said(words.errors, errors),
    warnings > 0 && said(words.warnings, warnings),
    remarks > 0 && said(words.remarks, remarks),
  ].filter((one) => one !== false);
  const grave = row.state === 'late' ? 'flag grave' : row.state === 'due' ? 'flag' : undefined;
  return (
    <tr>
      <td class={grave}>{words[`state.${row.state}`]}</td>
      <td class="name">
        <button type="button" class="link" onClick={() => go(row.id)}>
          {row.file}
        </button>
      </td>
      <td class="name">{row.person}</td>
      <td class="name">{row.issuer}</td>
      <td class="day">{formDay(row.period || null)}</td>
      <td class="day">{formDay(row.due || null)}</td>
      <td class="day">{formDay(row.signed || null)}</td>
      <td class={errors > 0 ? 'flag grave' : undefined}>{findings.join(', ')}</td>
    </tr>
  );
}
