/** Whatever was read, every writer writes: nothing throws, and the XML is well-formed. */
import assert from 'node:assert/strict';
import { readAll } from '../../../server/src/readers';
import { DATA_SET_TABLES, DataSet } from '../../../server/src/writers/csv';
import { writeOwnershipXml } from '../../../server/src/writers/edgarXml';
import { writePiped } from '../../../server/src/writers/piped';
import { writeProof } from '../../../server/src/writers/proof/proof';
import { writeText } from '../../../server/src/writers/text';
import { below, pick, random } from '../generate';
import { filingAround } from '../harness';
import { parseXml } from './schema';
import { MADE_UP } from './sources';

const PIECES = [
  '\t',
  '|',
  '<sup>(1)</sup>',
  '<sup>(a',
  '</value>',
  '<value>',
  '<footnoteId id="F0"/>',
  '<',
  '&',
  '&#0;',
  ']]>',
  '--',
  '\\',
  '\u0000',
  '\ud800',
  '\ufffe',
  '\r',
  '\n\n',
  '(1)',
  '/s/ ',
  '03/07/2022',
  '$',
  '[',
  '-->',
];

function writeAll(text: string): void {
  for (const filing of readAll(text)) {
    parseXml(writeOwnershipXml(filing, 'X0609').xml);
    for (const write of [writeText, writePiped, writeProof]) assert.equal(typeof write(filing), 'string');
    const set = new DataSet();
    set.add(filing);
    for (const table of DATA_SET_TABLES) set.write(table, 'csv');
  }
}

describe('every writer', () => {
  it('writes what was read of cut and spoilt texts', () => {
    const whole = MADE_UP.filter(({ name }) => !name.endsWith('large.txt')).map(({ text }) => text);
    const texts = [...whole, ...whole.map((text) => writeOwnershipXml(readAll(text)[0]!, 'X0609').xml)];
    const next = random(7);
    for (let count = 0; count < 1000; count++) {
      let text = pick(next, texts);
      for (let faults = below(next, 6); faults > 0; faults--) {
        const at = below(next, text.length);
        text = text.slice(0, at) + pick(next, PIECES) + text.slice(at + below(next, 30));
      }
      if (next() < 0.2) text = text.slice(below(next, text.length));
      if (next() < 0.2) text = text.slice(0, below(next, text.length));
      try {
        writeAll(text);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n--- text ${count} ---\n${text}`, { cause: error });
      }
    }
  });

  it('takes eight times the rows and notes in about eight times the time', () => {
    const row =
      '| Common Stock <sup>(1)</sup> | 03/07/2022 |  | A |  | 1,39 <sup>(2)</sup> | A | \\$0 | 1,000 | D |  |\n';
    const text = (rows: number): string =>
      filingAround(row.repeat(rows) + Array.from({ length: rows }, (_, at) => `${at + 1}. A note.`).join('\n'));
    const time = (rows: number): number => {
      const [filing] = readAll(text(rows));
      const start = process.cpuUsage().user;
      writeOwnershipXml(filing!, 'X0609');
      for (const write of [writeText, writePiped, writeProof]) write(filing!);
      new DataSet().add(filing!);
      return process.cpuUsage().user - start;
    };
    time(500);
    const least = (rows: number): number => Math.min(time(rows), time(rows), time(rows));
    const few = least(500);
    const many = least(4000);
    assert.ok(many < 8 * 4 * few, `${few} µs for 500 rows, ${many} µs for 4,000`);
  });
});
