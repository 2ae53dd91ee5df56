/** The commands besides `check`. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import { CLEAN } from './samples';
import { folder, form4, records, started } from './program';

describe('form4 parse', function () {
  it('prints filings in the names of EDGAR, one a line or as a list', () => {
    const at = folder({ 'a.txt': CLEAN, 'b.txt': CLEAN });
    const lines = records(form4(at, ['parse', '.', '--format', 'jsonl']).out);
    assert.deepEqual(
      lines.map((filing) => filing.path),
      ['a.txt', 'b.txt'],
    );
    const filing = lines[0] as unknown as {
      nonDerivativeTable: { sharesOwnedFollowingTransaction: { value: string } }[];
    };
    assert.deepEqual(
      filing.nonDerivativeTable.map((row) => row.sharesOwnedFollowingTransaction.value),
      ['9503', '10196'],
    );
    assert.deepEqual(JSON.parse(form4(at, ['parse', '.']).out), lines);
  });

  it('prints one record for each filing of a file that holds several, with its number', () => {
    const at = folder({ 'a.txt': CLEAN, 'two.txt': CLEAN + CLEAN });
    assert.deepEqual(
      records(form4(at, ['parse', '.', '--format', 'jsonl']).out).map((record) => [
        record.path,
        (record as { filing?: number }).filing,
      ]),
      [
        ['a.txt', undefined],
        ['two.txt', 1],
        ['two.txt', 2],
      ],
    );
  });

  it('prints an empty list for nothing, and ends with 2 for a file that is not there', () => {
    const at = folder();
    assert.deepEqual(JSON.parse(form4(at, ['parse', '.']).out), []);
    assert.equal(form4(at, ['parse', 'nope.txt']).code, 2);
  });
});

describe('form4 rules', function () {
  it('lists every rule', () => {
    const at = folder();
    const list = JSON.parse(form4(at, ['rules', '--format', 'json']).out) as { id: string; severity: string }[];
    assert.deepEqual(
      list.map(({ id, severity }) => [id, severity]),
      CATALOGUE.map(({ id, severity }) => [id, severity]),
    );
    assert.match(form4(at, ['rules']).out, /^code-unknown +error +codes +fix +A transaction code/m);
  });
});

describe('form4 explain', function () {
  const at = folder();

  it('says what there is where nothing has such a name', () => {
    const at = folder({ 'in/a.txt': 'x' });
    const why = (what: string): string => form4(at, ['explain', what]).err;
    assert.match(why('holdings-totl'), /Did you mean "holdings-total"\?/);
    assert.match(why('Q'), /no file "Q"\. The codes are P, S, /);
    assert.equal(why('in'), 'form4: in is a folder; name one of its files\n');
  });

  it('prints the page of a rule', () => {
    const { code, out } = form4(at, ['explain', 'holdings-total']);
    assert.deepEqual([code, out], [0, fs.readFileSync('docs/rules/holdings-total.md', 'utf8')]);
  });

  it('tells what a transaction code means', () => {
    assert.match(form4(at, ['explain', 'f']).out, /^# F\n\nPayment of exercise price or tax liability/);
    assert.match(form4(at, ['explain', 'K']).out, /does not stand alone/);
  });

  it('says a filing in plain sentences, in the format that is asked for', () => {
    const text = fs.readFileSync('samples/clean.txt', 'utf8');
    fs.writeFileSync(path.join(at, 'a.txt'), text);
    const { code, out } = form4(at, ['explain', 'a.txt']);
    assert.equal(code, 0);
    assert.match(out, /^What this filing says: a\.txt\n\nWho\n- Ruthe Wickmore Dalen reports as an officer/);
    assert.match(out, /^- 597 shares of Common Stock, held indirectly \(By ESOP Trust\)\. \(line 24\)$/m);
    assert.match(form4(at, ['explain', 'a.txt', '--format', 'markdown']).out, /^# What this filing says: a\.txt$/m);
    assert.equal((JSON.parse(form4(at, ['explain', 'a.txt', '-f', 'json']).out) as { path: string }).path, 'a.txt');
    fs.writeFileSync(path.join(at, '.form4.json'), '{ "extraClosures": ["2023-03-08"] }');
    assert.match(form4(at, ['explain', 'a.txt']).out, /^- It is due on Friday, 03\/10\/2023/m);
    fs.writeFileSync(path.join(at, 'S'), text);
    assert.match(form4(at, ['explain', 'S']).out, /^# S\n/);
    assert.match(form4(at, ['explain', './S']).out, /^What this filing says: /);
  });

  it('asks back where there is no such thing', () => {
    const { code, out, err } = form4(at, ['explain', 'holding-totals']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /Did you mean "holdings-total"\?/);
    assert.equal(form4(at, ['explain', 'constructor']).code, 2);
  });
});

describe('form4 lsp', function () {
  const at = folder();
  // Editors that use Microsoft's client give it the number of their process.
  const asCalled = [[], ['--stdio'], ['--stdio', `--clientProcessId=${process.pid}`]];
  for (const args of asCalled) it(`starts the language server: lsp ${args.join(' ')}`, () => starts(args));
  it('takes no option that it does not have', () => {
    assert.deepEqual(form4(at, ['lsp', '--sdtio']).code, 2);
  });

  async function starts(args: readonly string[]): Promise<void> {
    const { child, ended } = started(at, ['lsp', ...args]);
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await ended, 0);
    assert.match(out, /"hoverProvider":/);
  }
});

describe('form4 --version', function () {
  it('is that of the package', () => {
    const { version } = JSON.parse(fs.readFileSync(path.resolve('package.json'), 'utf8')) as { version: string };
    assert.deepEqual(form4(folder(), ['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  it('help goes to stdout', () => {
    const { code, out, err } = form4(folder(), ['check', '--help']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /--files-from/);
  });
});
