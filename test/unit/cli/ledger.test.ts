/** `form4 ledger` and `form4 compare`. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import Ajv from 'ajv';
import { RECORD_FIELDS } from '../../../server/src/ledger/records';
import { holds, signed, trade, xml, xmlOwner, xmlHolding } from '../ledger/made';
import { folder, form4 } from './program';

const FIRST = signed(
  '02/08/2022',
  [trade('02/07/2022', 'S', '100', 'D', '900'), holds('50', 'I | By Spouse |')].join('\n'),
);
const SECOND = signed('03/08/2022', trade('03/07/2022', 'S', '100', 'D', '700'), [], '03/07/2022');
const AMENDED = signed(
  '02/18/2022',
  trade('02/07/2022', 'S', '120', 'D', '880'),
  ['4. If Amendment, Date of Original Filed (Month/Day/Year) <u>02/08/2022</u>'],
  '02/07/2022',
);
const JOINT = xml({
  issuer: 'TARN VALLEY CORP',
  issuerCik: '0009999908',
  more: xmlOwner('0009999903', 'Alder Fund LP'),
  rows: xmlHolding('5'),
});

describe('form4 ledger', function () {
  const at = folder({ 'b.txt': SECOND, 'a.txt': FIRST, 'c.txt': AMENDED, 'joint.xml': JOINT });
  const lines = (...args: string[]): Record<string, unknown>[] =>
    form4(at, ['ledger', ...args, '--format', 'json'])
      .out.split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('prints the filings of each owner in their order, holding by holding', () => {
    const { code, out, err } = form4(at, ['ledger', '.', '--issuer', 'northwind']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      `NORTHWIND HARBOR INC · Alder Rowan J (joined by name)

  Common Stock, direct
    filed or signed  traded      code  change  left  where
    02/08/2022       02/07/2022  S       -100   900  a.txt:22
    02/18/2022       02/07/2022  S       -120   880  c.txt:22  4/A, replaced
    03/08/2022       03/07/2022  S       -100   700  b.txt:22  gap of -100: expected to begin from 900, begins from 800

  Common Stock, indirect (By Spouse)
    filed or signed  traded  code  change  left  where
    02/08/2022                               50  a.txt:23
`.replaceAll(/:2([23])/g, (_, n: string) => `:${lineOfRow + Number(n) - 2}`),
    );
  });
  it('writes a file as it prints, and leaves nothing else behind', () => {
    const { out } = form4(at, ['ledger', '.', '--format', 'csv']);
    assert.equal(form4(at, ['ledger', '.', '--format', 'csv', '--output-file', 'out.csv']).code, 0);
    assert.equal(fs.readFileSync(`${at}/out.csv`, 'utf8'), out);
    assert.deepEqual(
      fs.readdirSync(at).filter((name) => name.startsWith('out')),
      ['out.csv'],
    );
    fs.rmSync(`${at}/out.csv`);
  });
  it('prints a line of JSON a row, as its schema says, with keys that stay', () => {
    const schema = JSON.parse(fs.readFileSync('schemas/ledger.schema.json', 'utf8')) as { properties: object };
    assert.deepEqual(Object.keys(schema.properties), [...RECORD_FIELDS]);
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    const all = lines('.');
    for (const record of all) assert.ok(validate(record), JSON.stringify(validate.errors));
    const again = folder({ 'elsewhere/z.txt': FIRST });
    const [record] = form4(again, ['ledger', '.', '--format', 'json']).out.split('\n');
    assert.equal((JSON.parse(record!) as { key: string }).key, all.find(({ path }) => path === 'a.txt')!.key);
    const amended = all.find(({ path }) => path === 'c.txt')!;
    assert.equal(amended.replaces, all.find(({ path }) => path === 'a.txt')!.key);
    assert.equal(`${amended.amends as string}/nonDerivativeTable/1`, amended.replaces);
  });
  it('is the same in whatever order the files are named', () => {
    const of = (...args: string[]): string => form4(at, ['ledger', ...args, '--format', 'csv']).out;
    assert.equal(of('a.txt', 'b.txt', 'c.txt', 'joint.xml'), of('joint.xml', 'c.txt', 'b.txt', 'a.txt'));
  });
  it('shows a filing of several owners in the series of each, and says how many they are', () => {
    assert.deepEqual(
      lines('joint.xml').map(({ rptOwnerCik, owners }) => [rptOwnerCik, owners]),
      [
        ['9999903', 2],
        ['9999902', 2],
      ],
    );
  });
  it('keeps to what is asked for: owner, issuer, class, day', () => {
    const of = (...args: string[]): unknown[] =>
      lines('.', ...args).map(({ path, line }) => `${String(path)}:${Number(line) - lineOfRow}`);
    assert.deepEqual(of('--owner', '9999903'), [`joint.xml:${8 - lineOfRow}`]);
    assert.deepEqual(of('--owner', 'alder rowan', '--issuer', 'northwind', '--since', '2022-02-18'), [
      'c.txt:0',
      'b.txt:0',
    ]);
    assert.deepEqual(of('--class', 'preferred'), []);
    assert.equal(lines('.', '--class', 'common').length, 6);
    assert.equal(lines('.', '--since', '2022-03-01').find(({ path }) => path === 'b.txt')!.link, 'gap');
  });
  it('reads Forms 3 and 5 of a folder too, a Form 3 as what opens', () => {
    const of = (type: string, signedOn: string, total: string): string =>
      xml({ type, signedOn, period: signedOn, rows: xmlHolding(total) });
    const forms = folder({
      'x/3.xml': of('3', '2022-01-10', '500'),
      'x/4.xml': of('4', '2022-03-10', '500'),
      'x/5.xml': of('5', '2022-02-10', '700'),
      'x/144.xml': of('144', '2022-02-11', '700'),
    });
    const told = form4(forms, ['ledger', 'x', '--format', 'json']).out.split('\n').filter(Boolean);
    assert.deepEqual(
      told.map((line) => JSON.parse(line) as Record<string, unknown>).map(({ path, link }) => [path, link]),
      [
        ['x/3.xml', 'opens'],
        ['x/5.xml', 'form5'],
        ['x/4.xml', 'follows'],
      ],
    );
  });
  it('draws SVG and writes a page, each whole and of its own', () => {
    const svg = form4(at, ['ledger', '.', '--format', 'svg']).out;
    assert.match(svg, /^<svg [\s\S]*<title>03\/08\/2022: 700, after a gap<\/title>[\s\S]*<\/svg>\n$/);
    const [, northwind] = svg
      .split('<g transform')
      .filter((part) => part.includes('NORTHWIND'))
      .flatMap((part) => part.split('By Spouse'));
    const days = [...northwind!.matchAll(/>(\d\d\/\d\d\/\d{4})<\/text>/g)].map(([, day]) => day);
    assert.deepEqual(days, ['02/08/2022', '03/08/2022'], 'one axis for all, also for what ends before');
    const page = form4(at, ['ledger', '.', '--format', 'html']).out;
    assert.match(
      page,
      /^<!DOCTYPE html>[\s\S]*<h2>NORTHWIND HARBOR INC · Alder Rowan J \(joined by name\)<\/h2>[\s\S]*<td>gap of -100: expected to begin from 900, begins from 800<\/td>[\s\S]*<\/html>\n$/,
    );
    assert.doesNotMatch(page, /https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });
  it('ends with 2 for a day that is none, or a file that cannot be read', () => {
    assert.deepEqual(form4(at, ['ledger', '.', '--since', 'May']).code, 2);
    assert.deepEqual(form4(at, ['ledger', 'nope.txt']).code, 2);
  });
  it('says why nothing is shown', () => {
    const blank = folder({ 'none/readme.md': 'nothing', 'blank.txt': 'FORM 4\n' });
    const said = (...args: string[]): string => form4(blank, ['ledger', ...args]).err;
    assert.match(form4(at, ['ledger', '.', '--owner', 'Nobody']).err, /no filing is as asked for/);
    assert.match(said('none'), /no Form 4 was found/);
    assert.match(said('blank.txt'), /no filing says who holds what, and at which company/);
  });
});

/** The line of the first row of Table I in the harness's form. */
const lineOfRow = FIRST.slice(0, FIRST.indexOf('| Common Stock')).split('\n').length;

describe('form4 compare', function () {
  const at = folder({ 'a.txt': FIRST, 'b.txt': SECOND, 'two.txt': FIRST + FIRST });
  it('ends with 0 where two filings say the same, with 1 where they do not, with 2 where one cannot be read', () => {
    assert.deepEqual(form4(at, ['compare', 'a.txt', 'a.txt']), {
      code: 0,
      out: 'a.txt → a.txt\n\nThey say the same.\n',
      err: '',
    });
    const { code, out } = form4(at, ['compare', 'a.txt', 'b.txt']);
    assert.equal(code, 1);
    assert.match(out, /Box 3, earliest transaction: 02\/08\/2022 → 03\/07\/2022/);
    assert.match(out, /Common Stock, direct: 900 → 700 \(-200\)/);
    assert.equal(form4(at, ['compare', 'a.txt', 'nope.txt']).code, 2);
    assert.equal(form4(at, ['compare', 'a.txt']).code, 2);
  });
  it('takes a file with one filing', () => {
    assert.match(form4(at, ['compare', 'a.txt', 'two.txt']).err, /two\.txt holds 2 filings/);
  });
  it('prints JSON', () => {
    const { same, held } = JSON.parse(form4(at, ['compare', 'a.txt', 'b.txt', '--format', 'json']).out) as {
      same: boolean;
      held: { after: string | null }[];
    };
    assert.deepEqual([same, held.map(({ after }) => after)], [false, ['700', null]]);
  });
});
