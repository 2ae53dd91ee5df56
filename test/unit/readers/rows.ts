/** The rows of a filing in one line each, as the tests of the readers compare them. */
import type { Filing } from '../../../server/src/filing/model';
import { toJson, type JsonCell, type JsonRow } from '../../../server/src/writers/json';

/** A row as `I transaction Common Stock · 2022-08-15 · S(1) · …`: the values of its cells, markers behind them. */
export function rowsOf(filing: Filing): string[] {
  const json = toJson(filing) as { nonDerivativeTable: JsonRow[]; derivativeTable: JsonRow[] };
  const cell = ({ value, footnotes }: JsonCell): string => (value ?? '') + footnotes.map((n) => `(${n})`).join('');
  const row = (table: string, { kind, read: _, ...columns }: JsonRow): string =>
    `${table} ${String(kind)} ` +
    Object.values(columns)
      .flatMap((one) => (typeof one === 'object' ? [cell(one)] : one === true ? ['swap'] : one === '5' ? ['V'] : []))
      .join(' · ');
  return [...json.nonDerivativeTable.map((one) => row('I', one)), ...json.derivativeTable.map((one) => row('II', one))];
}
