/** `form4 check --ndjson`, and one document on stdin: filters for the engines that carry them. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CITED_TWICE, CLEAN, WRONG_TOTAL } from './samples';
import { folder, form4, started } from './program';

interface Answer {
  id: unknown;
  error?: string;
  layout?: string;
  findings?: { rule: string }[];
}
const answers = (out: string): Answer[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);

describe('form4 check --ndjson', function () {
  const at = folder({ 'in/.form4.json': '{ "rules": { "holdings-total": "warning" } }' });

  it('answers each record with a line, in order; a broken one with an error', () => {
    const input = [
      JSON.stringify({ id: 'a', text: WRONG_TOTAL }),
      '{"id":"broken","text"',
      JSON.stringify({ id: 7, text: CLEAN, more: 'is passed over' }),
      '',
      '[1]',
      'null',
      JSON.stringify({ id: 'x', text: 5 }),
      JSON.stringify({ text: CITED_TWICE }),
      JSON.stringify({ id: '##[error]\u001b', text: 'Dear Sir\u2028' }),
    ].join('\r\n');
    const { code, out, err } = form4(at, ['check', '--ndjson'], { input });
    assert.deepEqual([code, err], [0, ''], 'findings and broken records are answers, no failures');
    const got = answers(out);
    assert.deepEqual(
      got.map(({ id, error, findings }) => [id, error === undefined ? findings!.map(({ rule }) => rule)[0] : 'error']),
      [
        ['a', 'holdings-total'],
        [null, 'error'],
        [7, undefined],
        [null, 'error'],
        [null, 'error'],
        ['x', 'error'],
        [null, 'footnote-twice'],
        ['##[error]\u001b', got[7]!.findings?.[0]?.rule],
      ],
    );
    assert.match(got[1]!.error!, /^this is not JSON: /);
    assert.equal(got[5]!.error, 'expected "text" to be a text, {"id": …, "text": "…"}');
    assert.doesNotMatch(out, /##\[|[^\n\P{Cc}]|\u2028/u);
  });

  it('has nothing to say of no records', () => {
    assert.deepEqual(form4(at, ['check', '--ndjson'], { input: '' }), { code: 0, out: '', err: '' });
  });

  it('says the same of a text as a check of its file', () => {
    const here = folder({ 'wrong.txt': WRONG_TOTAL });
    const { path, ...file } = JSON.parse(form4(here, ['wrong.txt', '--format', 'jsonl']).out);
    const { id, ...record } = answers(
      form4(here, ['--ndjson'], { input: JSON.stringify({ id: 1, text: WRONG_TOTAL }) }).out,
    )[0]!;
    assert.deepEqual([path, id, record], ['wrong.txt', 1, file]);
  });

  it('answers a record before it has the next one', async () => {
    const { child, ended } = started(at, ['check', '--ndjson']);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of [1, 2, 3]) {
      child.stdin.write(JSON.stringify({ id, text: CLEAN }) + '\n');
      const { value } = await lines.next();
      assert.equal((JSON.parse(value as string) as Answer).id, id);
    }
    child.stdin.end();
    assert.equal(await ended, 0);
  });

  it('can be started again where it was ended: what is left gives what was left', async () => {
    const input = Array.from(
      { length: 40 },
      (_, id) => JSON.stringify({ id, text: id % 2 ? CLEAN : WRONG_TOTAL }) + '\n',
    );
    const whole = form4(at, ['check', '--ndjson'], { input: input.join('') }).out;
    const { child, ended } = started(at, ['check', '--ndjson']);
    let got = '';
    child.stdout.on('data', (data: Buffer) => {
      got += data.toString();
      if (got.split('\n').length > 10) child.kill('SIGKILL');
    });
    child.stdin.on('error', () => undefined);
    for (const line of input) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      if (!child.stdin.write(line)) await Promise.race([once(child.stdin, 'drain'), ended]);
    }
    child.stdin.end();
    await ended;
    const kept = got.slice(0, got.lastIndexOf('\n') + 1);
    const rest = input.slice(kept.split('\n').length - 1).join('');
    assert.equal(kept + form4(at, ['check', '--ndjson'], { input: rest }).out, whole);
  });

  it('takes the settings of the folder that --stdin-filename names', () => {
    const severity = (...args: string[]): string =>
      (
        JSON.parse(form4(at, args, { input: JSON.stringify({ id: 1, text: WRONG_TOTAL }) }).out) as {
          findings: { severity: string }[];
        }
      ).findings[0]!.severity;
    assert.equal(severity('--ndjson'), 'error');
    assert.equal(severity('--ndjson', '--stdin-filename', 'in/x.txt'), 'warning');
  });

  it('makes no sense beside paths, fixes and files', () => {
    for (const args of [['a.txt'], ['--fix'], ['--output-file', 'x'], ['--files-from', '-']])
      assert.equal(form4(at, ['check', '--ndjson', ...args]).code, 2, args.join(' '));
  });
});
