/** Pages in pieces, and pages whose columns have moved from their headings: what is read of them, what is not, and how sure. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { toJson } from '../../../server/src/writers/json';

const TODAY = 19_300;
const source = readFileSync('test/fixtures/layouts/pdf-pieces.txt', 'utf8');
const first = ({ nonDerivativeTable: { rows } }: Filing): string[] =>
  rows.map(({ transactionShares, sharesOwnedFollowingTransaction, directOrIndirectOwnership }) =>
    [transactionShares, sharesOwnedFollowingTransaction, directOrIndirectOwnership].map(({ raw }) => raw).join(' '),
  );
const errors = (text: string): string[] =>
  check(read(text), { today: TODAY }).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));

describe('a page in pieces', () => {
  it('is inferred, box by box and row by row', () => {
    const { inferred, nonDerivativeTable } = toJson(read(source)) as {
      inferred: string[];
      nonDerivativeTable: { read: string }[];
    };
    for (const part of ['issuer', 'reportingOwners', 'periodOfReport', 'nonDerivativeTable'])
      assert.ok(inferred.includes(part));
    assert.ok(nonDerivativeTable.every((row) => row.read === 'inferred'));
  });
  it('names nothing as inferred where all was read for certain', () => {
    assert.deepEqual(toJson(read(readFileSync('samples/clean.txt', 'utf8'))).inferred, []);
  });
  it('puts a row together whose cells were printed out of order', () => {
    const text = source.replace('M\n\n1,500\n\nA\n\n$12.25\n\n21,500', 'M\n\nA\n\n1,500\n\n$12.25\n\n21,500');
    assert.notEqual(text, source);
    const filing = read(text);
    assert.deepEqual(first(filing), ['1,500 21,500 D', '900 20,600 D', '600 20,000 D']);
    assert.deepEqual(errors(text), []);
  });
  it('says a row that cannot be told apart is not read, and accuses nobody', () => {
    const text = source.replace(
      'M\n\n1,500\n\nA\n\n$12.25\n\n21,500\n\nD',
      'M\n\n1,500\n\n77\n\n$12.25\n\n21,500\n\n8\n\nD\n\n9',
    );
    assert.ok(read(text).unread.some(({ part }) => part === 'nonDerivativeTable'));
    assert.deepEqual(errors(text), []);
  });
  for (const [what, from, to, rule] of [
    ['total', '20,600', '26,000', 'holdings-total'],
    ['code', 'S(1)\n\n900', 'Q(1)\n\n900', 'code-unknown'],
    ['marker', '$48.11(2)', '$48.11(9)', 'footnote-undefined'],
  ] as const)
    it(`finds a wrong ${what}`, () => {
      const text = source.replace(from, to);
      const rules = check(read(text), { today: TODAY }).map((one) => one.rule);
      assert.ok(rules.includes(rule), rules.join());
    });
  it('gives a tick before the labels to the director, and one with a title to the officer', () => {
    const officer = source
      .replace('X\n\n3. Date', 'Head of Tenders and Secretary\n\n3. Date')
      .replace(
        'Officer (give title\nbelow)\n\nOther (specify\nbelow)',
        'Officer (give title\nOther (specify\nX\nbelow)\nbelow)',
      );
    const [owner] = read(officer).reportingOwners;
    assert.deepEqual(
      [owner?.isDirector, owner?.isOfficer, owner?.officerTitle?.value],
      [false, true, 'Head of Tenders and Secretary'],
    );
    assert.deepEqual(
      read(source).reportingOwners.map((one) => [one.isDirector, one.isOfficer]),
      [[true, false]],
    );
  });
});
