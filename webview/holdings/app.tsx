import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Ledger, LedgerHolding, LedgerList } from '../../server/src/protocol';
import { said, type Words } from '../words';
import { Chart } from './chart';
import type { FromHoldings } from './messages';
import { HoldingTable } from './table';

interface Props {
  readonly words: Words;
  readonly list: LedgerList;
  readonly ledger: Ledger | undefined;
  readonly post: (message: FromHoldings) => void;
}

const ALL = '';

/** A holding with its place in what the extension has sent. */
export interface Placed {
  readonly holding: LedgerHolding;
  readonly at: number;
}

export function Holdings({ words, list, ledger, post }: Props): JSX.Element {
  const [title, setTitle] = useState(ALL);
  const [owned, setOwned] = useState(ALL);
  const [code, setCode] = useState(ALL);
  if (list.series.length === 0) return <p>{words.none}</p>;
  const all = ledger?.holdings ?? [];
  const titles = unique(all.map(({ securityTitle }) => securityTitle));
  const codes = unique(all.flatMap(({ steps }) => steps.map((step) => step.code))).filter((one) => one !== '');
  const shown = all.flatMap((holding, at): Placed[] => {
    if (titles.includes(title) && holding.securityTitle !== title) return [];
    if (owned !== ALL && holding.indirect !== (owned === 'I')) return [];
    if (codes.includes(code) && !holding.steps.some((step) => step.code === code)) return [];
    return [{ holding, at }];
  });
  const keep = (as: 'csv' | 'svg' | 'html'): void => {
    if (ledger) post({ kind: 'keep', series: ledger.series, as });
  };
  return (
    <main>
      <h1>{words.title}</h1>
      <div class="filters">
        <Choice
          label={words.person}
          value={ledger?.series ?? ALL}
          choose={(series) => post({ kind: 'choose', series })}
          options={list.series.map((one) => [one.key, said(words.personOf, one.person, one.issuer, one.filings)])}
        />
        <Choice label={words.class} value={title} choose={setTitle} options={withAll(words, titles)} />
        <Choice
          label={words.ownership}
          value={owned}
          choose={setOwned}
          options={[
            [ALL, words.all ?? ''],
            ['D', words.direct ?? ''],
            ['I', words.indirect ?? ''],
          ]}
        />
        <Choice label={words.code} value={code} choose={setCode} options={withAll(words, codes)} />
        <button type="button" onClick={() => keep('html')}>
          {words.print}
        </button>
        <button type="button" onClick={() => keep('csv')}>
          {words.csv}
        </button>
        <button type="button" onClick={() => keep('svg')}>
          {words.svg}
        </button>
      </div>
      {ledger?.byName === true && <p class="quiet">{words.byName}</p>}
      <p role="status" class="quiet">
        {ledger ? said(words.count, shown.length, all.length) : words.loading}
      </p>
      {ledger &&
        shown.map((one) => (
          <HoldingTable
            key={one.at}
            words={words}
            placed={one}
            code={codes.includes(code) ? code : undefined}
            go={(step) => post({ kind: 'go', series: ledger.series, holding: one.at, step })}
          />
        ))}
      {ledger && (
        <Chart
          words={words}
          placed={shown}
          go={(holding, step) => post({ kind: 'go', series: ledger.series, holding, step })}
        />
      )}
    </main>
  );
}

const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();
const withAll = (words: Words, all: readonly string[]): [string, string][] => [
  [ALL, words.all ?? ''],
  ...all.map((one): [string, string] => [one, one]),
];

function Choice({
  label,
  value,
  choose,
  options,
}: {
  readonly label: string | undefined;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
}): JSX.Element {
  return (
    <label>
      {label}
      {/* What was chosen for one person may be no choice for another. */}
      <select
        value={options.some(([key]) => key === value) ? value : ALL}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
