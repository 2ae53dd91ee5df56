/**
 * One fault in a chain that adds up, of every kind and in every row: what is told of it, and where among the fixes the one
 * stands that gives back what was right.
 */
import assert from 'node:assert/strict';
import { filingAround } from '../../harness';
import { outcome } from '../told';
import { filing, row } from './rows';

interface Line {
  readonly change: string;
  readonly total: string;
  readonly price: string;
}
type Chain = readonly Line[];

const chain = (...lines: string[]): Chain =>
  lines.map((line) => {
    const [change, total, price = '24.31'] = line.split(' ') as [string, string, string?];
    return { change, total, price };
  });
const CHAINS: Record<string, Chain> = {
  four: chain('+1,200 15,200', '+350 15,550', '-475 15,075', '+2,600 17,675'),
  three: chain('+1,240 1,240 130', '+350 1,590 130', '-475 1,115 130'),
  two: chain('+1,200 15,200', '-475 14,725'),
  sold: chain('-310 9,690', '-1,245 8,445', '-82 8,363'),
};

const textOf = (lines: Chain): string =>
  filingAround(filing(...lines.map(({ change, total, price }) => row(`${change} ${total}`, { price: `\\$${price}` }))));

/** A number with another last digit, with its first two digits swapped, with one too many and with one too few. */
const digit = (number: string): string => number.slice(0, -1) + String((Number(number.slice(-1)) + 3) % 10);
const swapped = (number: string): string => number.replace(/(\d)(,?)(\d)/, '$3$2$1');
const grouped = (digits: string): string => Number(digits).toLocaleString('en-US');
const longer = (number: string): string => grouped(`${number.replaceAll(',', '')}4`);
const shorter = (number: string): string => grouped(number.replaceAll(',', '').slice(0, -1));
const plain = (number: string): number => Number(number.replaceAll(',', ''));

type Fault = (lines: Line[], at: number) => Line[] | undefined;
const inTotal =
  (to: (total: string) => string): Fault =>
  (lines, at) =>
    lines.map((line, place) => (place === at ? { ...line, total: to(line.total) } : line));
const inAmount =
  (to: (amount: string) => string): Fault =>
  (lines, at) =>
    lines.map((line, place) => (place === at ? { ...line, change: line.change[0]! + to(line.change.slice(1)) } : line));
/** This total and all below it. */
const below =
  (by: number): Fault =>
  (lines, at) =>
    lines.map((line, place) => (place < at ? line : { ...line, total: grouped(String(plain(line.total) + by)) }));
const withNext =
  (one: (line: Line, next: Line) => Line, other: (line: Line, next: Line) => Line): Fault =>
  (lines, at) => {
    const [line, next] = [lines[at]!, lines[at + 1]];
    if (!next) return undefined;
    return lines.map((own, place) => (place === at ? one(line, next) : place === at + 1 ? other(line, next) : own));
  };
const within =
  (exchange: (line: Line) => Line): Fault =>
  (lines, at) =>
    lines.map((line, place) => (place === at ? exchange(line) : line));

const FAULTS: Record<string, Fault> = {
  'a digit of the total': inTotal(digit),
  'two digits of the total': inTotal(swapped),
  'a digit too many in the total': inTotal(longer),
  'a digit too few in the total': inTotal(shorter),
  'another total': inTotal((total) => grouped(String(plain(total) + 777))),
  'a digit of the amount': inAmount(digit),
  'two digits of the amount': inAmount(swapped),
  'a digit too many in the amount': inAmount(longer),
  'another amount': inAmount((amount) => grouped(String(plain(amount) + 777))),
  'the side': within((line) => ({ ...line, change: (line.change[0] === '+' ? '-' : '+') + line.change.slice(1) })),
  'the total of the row above': (lines, at) => (at === 0 ? undefined : inTotal(() => lines[at - 1]!.total)(lines, at)),
  'the row left out of all totals': (lines, at) =>
    below(-plain(lines[at]!.change.slice(1)) * (lines[at]!.change[0] === '+' ? 1 : -1))(lines, at),
  'all totals from here': below(900),
  'the row is missing': (lines, at) => lines.filter((_, place) => place !== at),
  'the two rows': withNext(
    (_, next) => next,
    (line) => line,
  ),
  'the two totals': withNext(
    (line, next) => ({ ...line, total: next.total }),
    (line, next) => ({ ...next, total: line.total }),
  ),
  'the two amounts': withNext(
    (line, next) => ({ ...line, change: line.change[0]! + next.change.slice(1) }),
    (line, next) => ({ ...next, change: next.change[0]! + line.change.slice(1) }),
  ),
  'amount and total': within(({ change, total, price }) => ({
    change: change[0]! + total,
    total: change.slice(1),
    price,
  })),
  'total and price': within(({ change, total, price }) => ({ change, total: price, price: total })),
  'amount and price': within(({ change, total, price }) => ({
    change: change[0]! + price,
    total,
    price: change.slice(1),
  })),
};

/**
 * By fault and chain, what is told of the fault in the first row, in the second and so on. What a first row acquires and what
 * a missing first or last row took along show nowhere; that the other fixes are no worse is what makes a chain of two open.
 */
const TOLD = `
a digit of the total
  four: error total 1 of 3; error total *1 of 1; error total *1 of 1; error total 1 of 2
  three: error total 1 of 3; error total *1 of 1; error total 2 of 2
  two: error total 1 of 3; error total 2 of 2
  sold: error total 1 of 3; error total *1 of 1; error total 1 of 2
two digits of the total
  four: error total 1 of 2; error total *1 of 1; error total *1 of 1; error total 1 of 2
  three: error total 1 of 2; error total *1 of 1
  two: error total 1 of 3; error total 1 of 1
  sold: error total 1 of 2; error total *1 of 1; error total 1 of 2
a digit too many in the total
  four: error total 1 of 2; error total *1 of 1; error total *1 of 1; error total 1 of 2
  three: error total 1 of 2; error total *1 of 1; error total 1 of 1
  two: error total 1 of 3; error total 1 of 1
  sold: error total 1 of 3; error total *1 of 1; error total 1 of 1
a digit too few in the total
  four: error total 1 of 3; error total *1 of 1; error total *1 of 1; error total 1 of 1
  three: error total 1 of 2; error total *1 of 1; error total 1 of 2
  two: error total 1 of 2; error total 1 of 2
  sold: error total 1 of 1; error total *1 of 1; error total 1 of 2
another total
  four: error total 1 of 2; error total *1 of 1; error total *1 of 1; error total 1 of 2
  three: error total 1 of 2; error total *1 of 1; error total 1 of 1
  two: error total - of 2; error total 1 of 1
  sold: error total - of 2; error total *1 of 1; error total 1 of 1
a digit of the amount
  four: nothing; error total 1 of 2; error total 1 of 2; error total 1 of 2
  three: error below-acquired - of 0; error total 1 of 2; error total 1 of 2
  two: nothing; error total 1 of 2
  sold: nothing; error total 1 of 2; error total 2 of 2
two digits of the amount
  four: nothing; error total 1 of 2; error total 1 of 2; error total 1 of 2
  three: error below-acquired - of 0; error total 1 of 2; error total 1 of 2
  two: nothing; error total 1 of 2
  sold: nothing; error total 1 of 2; error total 1 of 2
a digit too many in the amount
  four: nothing; error total 1 of 2; error total 1 of 2; error total 1 of 2
  three: error below-acquired - of 0; error total 1 of 2; error total 1 of 1
  two: nothing; error total 1 of 2
  sold: nothing; error total 1 of 1; error total 1 of 2
another amount
  four: nothing; error total 1 of 2; error total 1 of 2; error total 2 of 2
  three: error below-acquired - of 0; error total 1 of 2; error total 2 of 2
  two: nothing; error total 2 of 2
  sold: nothing; error total 1 of 2; error total 2 of 2
the side
  four: nothing; error total 1 of 2; error total 1 of 2; error total 1 of 2
  three: nothing; error total 1 of 2; error total 1 of 2
  two: nothing; error total 1 of 2
  sold: nothing; error total 1 of 2; error total 1 of 2
the total of the row above
  four: warning total *1 of 1; warning total *1 of 1; warning total 1 of 1
  three: warning total *1 of 1; warning total 1 of 1
  two: information total 1 of 1
  sold: warning total *1 of 1; warning total 1 of 1
the row left out of all totals
  four: nothing; warning total 2 of 2; warning total 1 of 1; warning total 1 of 1
  three: error below-acquired - of 0, error number-format - of 0; warning total 2 of 2; warning total 1 of 1
  two: nothing; information total 1 of 1
  sold: nothing; warning total 2 of 2; warning total 1 of 1
all totals from here
  four: nothing; error total 2 of 2; error total 1 of 1; error total 1 of 2
  three: nothing; error total 3 of 3; error total 1 of 1
  two: nothing; error total 1 of 1
  sold: nothing; error total 2 of 2; error total 1 of 1
the row is missing
  four: nothing; error total - of 2; error total - of 2; nothing
  three: nothing; error total - of 2; nothing
  two: nothing; nothing
  sold: nothing; error total - of 2; nothing
the two rows
  four: warning order *1 of 1; warning order 1 of 2; warning order 1 of 2
  three: warning order *1 of 1; warning order 1 of 2
  two: warning order 1 of 2
  sold: warning order *1 of 1; warning order *1 of 1
the two totals
  four: error total *1 of 1; error total *1 of 1; error total *1 of 1
  three: error total *1 of 1; error total *1 of 1
  two: error total - of 2
  sold: error total *1 of 1; error total *1 of 1
the two amounts
  four: error total - of 2; error total - of 2, error total - of 2; error total - of 2, error total - of 2
  three: error total - of 2; error total - of 2, error total - of 2
  two: warning order 2 of 2
  sold: error total - of 2; error total 1 of 2
amount and total
  four: error total - of 3; error total *1 of 2; error total - of 2; error total 1 of 2
  three: error total *1 of 2; nothing
  two: error total - of 2; nothing
  sold: error total 1 of 1; error total - of 1; nothing
total and price
  four: error total 1 of 2; error total *1 of 2; error total *1 of 2; error total 1 of 2
  three: error total 1 of 3; error total *1 of 2; error total 1 of 3
  two: error total 1 of 1; error total 1 of 3
  sold: error total 1 of 1; error total *1 of 2; error total 1 of 3
amount and price
  four: warning cells-exchanged 1 of 1; error total *1 of 3; error total *1 of 3; warning cells-exchanged 1 of 1
  three: nothing; error total *1 of 3; error total *1 of 3
  two: warning cells-exchanged 1 of 1; error total *1 of 3
  sold: nothing; warning cells-exchanged 1 of 1; error total *1 of 3
`;

describe('a fault in a chain of totals', () => {
  const expected = TOLD.trim().split(/\n(?! )/);
  for (const [name, make] of Object.entries(FAULTS))
    it(`is told, with what was right: ${name}`, () => {
      const told = Object.entries(CHAINS).map(([of, lines]) => {
        const right = textOf(lines);
        const texts = lines.map((_, at) => make([...lines], at)).map((wrong) => (wrong ? textOf(wrong) : right));
        const outcomes = texts
          .filter((wrong) => wrong !== right)
          .map((wrong) => outcome(right, wrong).join(', ') || 'nothing');
        return `  ${of}: ${outcomes.join('; ').replaceAll('holdings-', '')}`;
      });
      assert.equal(
        [name, ...told].join('\n'),
        expected.find((part) => part.startsWith(`${name}\n`)),
      );
    });
});
