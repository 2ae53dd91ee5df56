/** Filing → the form as data: everything that the filing says stands in it, once, in its place. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAll } from '../../../server/src/readers';
import { isForm4Type } from '../../../server/src/facts/forms';
import type { Filing } from '../../../server/src/filing/model';
import type { FormCell, PrintedForm } from '../../../server/src/protocol';
import { check } from '../../../server/src/rules/run';
import { printedForm } from '../../../server/src/writers/printedForm/form';
import { placed, thingsOf } from '../../../server/src/writers/printedForm/placed';
import { madeUp, random, withFaults } from '../generate';
import { filingAround } from '../harness';
import { oddCodes, otherwise, saidByFiling, saidByForm } from './formFacts';
import { accepted, LAYOUTS, MADE_UP } from './sources';

const formOf = (example: string): PrintedForm => printedForm(readAll(filingAround(example))[0]!);
const ROW = '| Common Stock <sup>(1)</sup> | 03/07/2022 |  | A |  | 1,500 | A | \\$0 | 9,000 | D |  |\n1. One.';

function same(name: string, filing: Filing): void {
  const form = printedForm(filing);
  assert.deepEqual(otherwise(saidByFiling(filing), saidByForm(form), oddCodes(filing)), [], name);
  for (const { address, span } of thingsOf(form)) {
    const inside = span.start >= 0 && span.start <= span.end && span.end <= filing.text.length;
    assert.ok(inside, `${name}: ${address} is ${span.start} to ${span.end}`);
  }
  assert.equal(form.unread.length, filing.unread.length, name);
  assert.deepEqual(JSON.parse(JSON.stringify(form)), strip(form), `${name}: is plain data`);
}
/** Members that are undefined are not sent. */
const strip = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(strip)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .map(([key, one]) => [key, strip(one)]),
        )
      : value;

describe('the printed form as data', () => {
  it('of every sample and fixture says each value, marker, tick and note once', () => {
    let rows = 0;
    for (const { name, text } of MADE_UP)
      for (const filing of readAll(text)) {
        if (!isForm4Type(filing.documentType)) continue;
        same(name, filing);
        rows += printedForm(filing).nonDerivativeTable.rows.length;
      }
    assert.ok(rows > 50);
  });

  it('has box 6 as the text has it, whoever is named in box 1', () => {
    const ticks = (text: string): string =>
      printedForm(readAll(text)[0]!)
        .jointFiling.map(({ ticked, missing }) => (missing ? '?' : ticked ? 'X' : '_'))
        .join('');
    const named = (name: string): string => readFileSync(`test/fixtures/layouts/${name}`, 'utf8');
    const box = (one: string, more: string): string =>
      filingAround(ROW).replace(
        'Table I -',
        () =>
          `6. Individual or Joint/Group Filing (Check Applicable Line)\n${one}Form filed by One Reporting Person\n${more}Form filed by More than One Reporting Person\n\nTable I -`,
      );
    assert.equal(ticks(filingAround(ROW)), '??');
    assert.equal(ticks(box('X ', '')), 'X_');
    assert.equal(ticks(box('', 'X ')), '_X');
    assert.equal(ticks(box('[ ] ', '[X] ')), '_X');
    assert.equal(ticks(box('', '')), '__');
    assert.equal(ticks(named('browser-copy-old.txt')), '_X');
    assert.equal(ticks(named('columns-w3m.txt')), 'X_');
    assert.equal(ticks(named('node-html-markdown.md')), 'X_');
    assert.equal(ticks(named('edgarXml.xml')), 'X_');
  });

  it('of 200 made-up filings says the same', () => {
    for (let seed = 1; seed <= 200; seed++) same(`seed ${seed}`, readAll(madeUp(random(seed)).lines.join('\n'))[0]!);
  });

  for (const layout of LAYOUTS)
    it(`of the accepted filings in ${layout} says the same`, () => {
      for (const { name, text } of accepted(layout))
        for (const filing of readAll(text)) if (isForm4Type(filing.documentType)) same(name, filing);
    });

  it('the comparison sees what is left out, doubled or elsewhere', () => {
    const filing = readAll(filingAround(ROW))[0]!;
    const form = printedForm(filing);
    const [row] = form.nonDerivativeTable.rows;
    const differing = (cells: readonly FormCell[]): number => {
      const table = { ...form.nonDerivativeTable, rows: [{ ...row!, cells }] };
      return otherwise(saidByFiling(filing), saidByForm({ ...form, nonDerivativeTable: table })).length;
    };
    assert.equal(differing(row!.cells), 0);
    assert.equal(differing(row!.cells.slice(1)), 1);
    assert.ok(differing(row!.cells.map((cell) => ({ ...cell, markers: undefined }))) > 0);
    assert.ok(
      differing(row!.cells.map((cell, at) => ({ ...cell, words: row!.cells.at(at - 1)!.words, unclear: true }))) > 0,
    );
    assert.throws(() => differing([...row!.cells, row!.cells[0]!]), /twice/);
  });

  it('ties each marker to its note, and each note to the cells that cite it', () => {
    const form = formOf(ROW);
    const [title] = form.nonDerivativeTable.rows[0]!.cells;
    assert.deepEqual(
      title!.markers?.map(({ label, note }) => [label, note]),
      [['1', 'footnote/0']],
    );
    assert.deepEqual(form.notes[0]!.cited, ['nonDerivativeTable/0/securityTitle']);
  });

  it('says what each total comes to', () => {
    const form = formOf(
      '| Common Stock | 03/07/2022 |  | A |  | 500 | A | \\$0 | 9,000 | D |  |\n| Common Stock | 03/07/2022 |  | D |  | 100 | D | \\$1 | 8,800 | D |  |\n| Common Stock | 03/07/2022 |  | D |  | 100 | D | \\$1 |  | D |  |\n| Common Stock | 03/07/2022 |  | D |  | 50 | D | \\$1 | 8,650 | D |  |',
    );
    assert.deepEqual(
      form.nonDerivativeTable.rows.map(({ sum }) => sum && [sum.sum, sum.expected, sum.agrees]),
      [undefined, ['9,000 − 100', '8,900', false], ['8,800 − 100', '8,700', false], ['8,700 − 50', '8,650', true]],
    );
  });

  it('has the boxes of its time', () => {
    const of = (date: string): PrintedForm =>
      printedForm(readAll(filingAround(ROW).replace(/\b\d\d\/\d\d\/2022\b/g, date))[0]!);
    assert.equal(of('03/07/2022').aff10b5One, undefined);
    assert.equal(of('03/07/2024').aff10b5One?.missing, true);
    assert.equal(of('03/07/2022').issuer.foreignSymbol, undefined);
    assert.equal(of('06/08/2026').issuer.foreignSymbol?.words, '');
  });

  it('tells what was not read, with its text', () => {
    const text = filingAround('| Common Stock 03/07/2022 A 1,500 A 9,000 D and more | and more |');
    const form = printedForm(readAll(text)[0]!);
    assert.ok(form.unread.length > 0, 'nothing is unread');
    for (const { text: words, span, line } of form.unread) {
      assert.equal(words, text.slice(span.start, span.end));
      assert.equal(line, text.slice(0, span.start).split('\n').length);
    }
  });

  it('of a long table gives as much as is asked for, and says how much more there is', () => {
    const rows = Array.from({ length: 12 }, () => ROW.split('\n')[0]!).join('\n');
    const filing = readAll(filingAround(`${rows}\n1. One.`))[0]!;
    const { nonDerivativeTable: table } = printedForm(filing, { most: 5 });
    assert.deepEqual([table.rows.length, table.more], [5, 7]);
  });
});

describe('findings on the form', () => {
  it('each is about the cell that it begins in', () => {
    const filing = readAll(
      filingAround('| Common Stock | 03/07/2022 |  | Q |  | 1,5000 | A | \\$0 | 9,000 | D | By trust |'),
    )[0]!;
    const all = placed(printedForm(filing), check(filing));
    const of = (rule: string): string | undefined => all.find((one) => one.rule === rule)?.address;
    assert.equal(of('code-unknown'), 'nonDerivativeTable/0/transactionCode');
    assert.equal(of('number-format'), 'nonDerivativeTable/0/transactionShares');
    assert.equal(of('nature-with-direct'), 'nonDerivativeTable/0/natureOfOwnership');
  });

  it('of all made-up filings nearly each has its place', () => {
    let all = 0;
    let without = 0;
    const faulty = Array.from({ length: 20 }, (_, seed) => withFaults(random(seed), madeUp(random(seed)), 4));
    for (const text of [...MADE_UP.map((one) => one.text), ...faulty])
      for (const filing of readAll(text))
        for (const { address } of placed(printedForm(filing), check(filing))) {
          all++;
          if (address === undefined) without++;
        }
    assert.ok(all > 30 && without / all < 0.1, `${without} of ${all}`);
  });
});
