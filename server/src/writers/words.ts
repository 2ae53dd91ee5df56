/** What the cells of a filing say, freed of the markup of the layout that they were read from. */
import type { Cell, CodeCell, Column, Filing, NumberCell, Row } from '../filing/model';
import { formDate, type Day } from '../text/days';
import { grouped } from '../text/decimal';
import { unescapeXml } from '../text/xml';
import { cellOf } from '../filing/columns';
import { isXml } from './unprinted';

const ESCAPE = /\\([$*_#|[\]<>])/g;

/** The characters that a cell's source stands for, white space collapsed: also where they could not be read as a value. */
export function sourceWords(filing: Filing, cell: Cell<unknown>): string {
  const raw = withoutMarkers(filing.text, cell);
  const plain = isXml(filing) ? unescapeXml(raw) : raw.replace(ESCAPE, '$1');
  return plain.replace(/[\s\u200b]+/g, ' ').trim();
}

/** The source of a cell without the markers that stand amid it. */
function withoutMarkers(text: string, { raw, span, markers }: Cell<unknown>): string {
  const inner = markers.filter(({ outer }) => outer.start > span.start && outer.end < span.end);
  if (inner.length === 0 || text.slice(span.start, span.end) !== raw) return raw;
  let out = '';
  let from = span.start;
  for (const { outer } of inner) {
    out += text.slice(from, Math.max(from, outer.start)) + ' ';
    from = Math.max(from, outer.end);
  }
  return out + text.slice(from, span.end);
}

/** The number of a marker or its letter, as it is printed between the brackets. */
export const labelsOf = (cell: Cell<unknown>): string[] =>
  cell.markers.map(({ number, label }) => (number === undefined ? label : String(number)));

/** True where the code cell holds one code, with or without K and V: nothing that only its source can tell. */
export const isPlainCode = ({ value, others, suffix }: CodeCell): boolean =>
  value !== undefined && others.length === 0 && suffix === undefined && /^[a-z]+$/i.test(value);

const PRICES: ReadonlySet<Column> = new Set(['conversionOrExercisePrice', 'transactionPricePerShare']);
const NUMBERS: ReadonlySet<Column> = new Set([
  ...PRICES,
  'transactionShares',
  'acquired',
  'disposed',
  'underlyingSecurityShares',
  'sharesOwnedFollowingTransaction',
]);
const DATES: ReadonlySet<Column> = new Set([
  'transactionDate',
  'deemedExecutionDate',
  'exerciseDate',
  'expirationDate',
]);

/** A cell as the form prints it: `03/07/2023`, `9,503`, `$43.16`, `S/K`; what could not be read as it stands. */
export function printedWords(filing: Filing, row: Row, column: Column): string {
  const cell = cellOf(row, column);
  if (!cell) return '';
  if (column === 'transactionCode') return codeWords(filing, row);
  if (column === 'transactionFormType')
    return row.transactionFormType.raw === '' && isPlainCode(row.transactionCode) && row.transactionCode.voluntary
      ? 'V'
      : (row.transactionFormType.value ?? '');
  if (cell.value === undefined) return cell.raw === '' ? '' : sourceWords(filing, cell);
  if (DATES.has(column)) return formDate(cell.value as Day);
  if (NUMBERS.has(column))
    return (PRICES.has(column) || cell.dollars ? '$' : '') + numberWords(filing, cell as NumberCell);
  return cell.value as string;
}

/** Grouped by thousands. A text's own zeros behind the point stay: `47.90`; those of the XML, `881.0000`, are not printed. */
function numberWords(filing: Filing, { value, raw }: NumberCell): string {
  const words = grouped(value!);
  const zeros = /^[^.]*\.(\d+)$/.exec(raw)?.[1];
  if (zeros === undefined || isXml(filing)) return words;
  return words + (value!.scale === 0 ? '.' : '') + '0'.repeat(zeros.length - value!.scale);
}

function codeWords(filing: Filing, { transactionCode: code }: Row): string {
  if (!isPlainCode(code)) return sourceWords(filing, code);
  return code.value! + (code.equitySwapInvolved ? '/K' : '');
}

/** A date of a box or a signature as the form prints it. */
export const printedDate = (filing: Filing, cell: Cell<Day>): string =>
  cell.value === undefined ? sourceWords(filing, cell) : formDate(cell.value);
