/** Filings of which all rows are plain, and the signs that they show. */
import assert from 'node:assert/strict';
import { numberedRows, signsOf } from '../../../../server/src/rules/signs';
import { BITS, type Sign } from '../../../../server/src/rules/signBits';
import { read } from '../../../../server/src/readers';
import { parseDate } from '../../../../server/src/text/days';
import { filingAround } from '../../harness';
import { row as rowOf, type More } from '../holdings/rows';

export const TODAY = parseDate('12/31/2023')!.day!;

/** The names of the signs of an example, in the order of the bits. */
export function shown(example: string, today: number | null = TODAY): string {
  const filing = read(filingAround(example));
  const signs = signsOf(filing, numberedRows(filing), today ?? undefined);
  return (Object.keys(BITS) as Sign[]).filter((sign) => (signs & BITS[sign]) !== 0).join(' ');
}

/** Lines of an example, each with the signs that it must show. */
export type Cases = readonly (readonly [signs: string, ...lines: string[]])[];
export function show(cases: Cases): void {
  for (const [signs, ...lines] of cases) assert.equal(shown(lines.join('\n')), signs, lines.join('\n'));
}

/** A row of Table I with nothing that any rule asks about. */
export const row = (says: string, more: More = {}): string => rowOf(says, { code: 'A', price: '\\$0', ...more });
export const held = (total: string, owner = 'D | ', title = 'Common Stock'): string =>
  `| ${title} |  |  |  |  |  |  |  | ${total} | ${owner} |`;
export const BOX3 = (date: string): string => `3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>`;
export const SIGNED = (date: string): string => `Signature: /s/ Rowan J. Alder ${date}`;
export const TRUST = 'I | By Trust';
export const WIFE = 'I | By Wife';

export interface Terms {
  readonly title?: string;
  readonly price?: string;
  readonly date?: string;
  readonly code?: string;
  readonly from?: string;
  readonly until?: string;
  readonly under?: string;
  readonly underAmount?: string;
  readonly paid?: string;
  readonly owner?: string;
}
/** A row of Table II, `-20 110`; `110` alone states a holding. */
export function option(says: string, terms: Terms = {}): string {
  const [change, total] = says.includes(' ') ? says.split(' ') : ['', says];
  const amount = change!.slice(1);
  const { date = '03/07/2022', code = 'A', from = '03/07/2021', until = '03/07/2031', owner = 'D | ' } = terms;
  const { title = 'Stock Option', price = '\\$20', under = 'Common Stock', paid = '\\$0' } = terms;
  const side = change!.startsWith('+') ? `${amount} | ` : ` | ${amount}`;
  const transaction = change === '' ? ' |  |  |  |  | ' : `${date} |  | ${code} |  | ${side}`;
  const { underAmount = amount || total! } = terms;
  return `| ${title} | ${price} | ${transaction} | ${from} | ${until} | ${under} | ${underAmount} | ${paid} | ${total} | ${owner} |`;
}
export const TWO = 'Table II';
export const times = (count: number, line: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => line(at + 1));
