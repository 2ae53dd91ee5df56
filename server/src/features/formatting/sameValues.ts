import type { Filing } from '../../filing/model';

/** Where something stands and how it is written: all else in a filing is what it says. */
const WRITING = new Set([
  'raw',
  'dateForm',
  'cells',
  'lines',
  'title',
  'headings',
  'heading',
  'boxes',
  'boilerplate',
  'relationship',
  'read',
  'plain',
  'citing',
  'inferred',
]);

const isSpan = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

const valuesOf = (filings: readonly Filing[]): string =>
  JSON.stringify(
    filings.map(({ part, ...filing }) => ({ ...filing, text: undefined, part: part?.number })),
    (key, value: unknown) =>
      WRITING.has(key) || isSpan(value) ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  );

/** True where the filings of two texts say the same, however it is written. */
export function sameValues(before: readonly Filing[], after: readonly Filing[]): boolean {
  return valuesOf(before) === valuesOf(after);
}
