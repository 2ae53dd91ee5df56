/** `form4 check`: what is read, what is printed, how it ends. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { CLEAN, lineOf, WRONG_TOTAL } from './samples';
import { folder, form4, records, shell, started, write } from './program';

const names = (out: string): string[] => records(out).map((record) => record.path);

describe('form4 check: exit codes', function () {
  const at = folder({ 'clean.txt': CLEAN, 'wrong.txt': WRONG_TOTAL });

  it('0 where nothing is found at error level, 1 where something is', () => {
    assert.equal(form4(at, ['check', 'clean.txt']).code, 0);
    assert.equal(form4(at, ['check', 'clean.txt', 'wrong.txt']).code, 1);
    assert.equal(form4(at, ['check', 'wrong.txt', '--rule', 'holdings-total:warning']).code, 0);
  });

  it('is the command where none is named', () => {
    const { code, out } = form4(at, ['wrong.txt', '--format', 'jsonl']);
    assert.deepEqual([code, names(out)], [1, ['wrong.txt']]);
    assert.equal(form4(at, ['--format', 'jsonl', 'wrong.txt']).out, out);
  });

  for (const [what, args] of Object.entries({
    'an option that there is not': ['check', '--nope'],
    'a format that there is not': ['check', '--format', 'pdf'],
    'no argument at all': [],
    'a file that is not there': ['check', 'nope.txt'],
    'a glob without a file': ['check', 'nope-*.txt'],
    'a day that there is not': ['check', '--today', '2023-02-30'],
    'a list that is not there': ['check', '--files-from', 'nope.lst'],
    'a rule that there is not': ['check', '--rule', 'holding-total:off'],
    'a number that is none': ['check', '--max-warnings', 'few'],
    'settings without a name': ['check', '--config', ''],
    'a file to write without a name': ['check', '-o', ''],
    'a rule without a name': ['check', '--rule', ''],
    'two rules at once': ['check', '--rule', 'holdings-total:off,code-side:off'],
    'a format that records do not take': ['check', '--ndjson', '--format', 'sarif'],
    'a path without a name': ['check', ''],
    'a name for stdin, which is not read': ['check', '--stdin-filename', 'a.txt', 'clean.txt'],
    'a command that is mistyped': ['chek', 'wrong.txt'],
  }))
    it(`2 for ${what}, with words on stderr alone`, () => {
      const { code, out, err } = form4(at, args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, args.length > 0 ? /^form4: [^:]/ : /\w/);
      assert.doesNotMatch(err, /fault of form4/);
    });

  it('says which command was likely meant, where no file has that name', () => {
    assert.match(form4(at, ['pares', 'wrong.txt']).err, /no file or folder pares\. Did you mean the command parse\?/);
    const other = folder({ pares: WRONG_TOTAL });
    assert.equal(form4(other, ['pares']).code, 1);
  });

  it('2 beats 1, and what could be read is still told', () => {
    const { code, out, err } = form4(at, ['check', 'nope.txt', 'wrong.txt', '--format', 'jsonl']);
    assert.deepEqual([code, names(out)], [2, ['wrong.txt']]);
    assert.equal(err, 'form4: nope.txt: there is no such file or folder\n');
  });

  it('--max-warnings turns too many warnings into a failure, --quiet hides them', () => {
    const warn = ['wrong.txt', '--rule', 'holdings-total:warning'];
    assert.equal(form4(at, [...warn, '--max-warnings', '1']).code, 0);
    assert.equal(form4(at, [...warn, '--max-warnings', '0']).code, 1);
    const quiet = form4(at, [...warn, '--quiet', '--max-warnings', '0']);
    assert.deepEqual([quiet.code, quiet.out], [1, '1 filing checked: no errors\n']);
    assert.equal(quiet.err, 'form4: 1 warning, and --max-warnings allows 0\n');
  });
});

describe('form4 check: other forms', function () {
  const form5 = WRONG_TOTAL.replace('STATEMENT OF CHANGES', 'ANNUAL STATEMENT OF CHANGES');
  const form3 = WRONG_TOTAL.replace('STATEMENT OF CHANGES IN', 'INITIAL STATEMENT OF');
  const at = folder({ 'all/4.txt': CLEAN, 'all/5.txt': form5, 'all/5-too.txt': form5, 'all/3.txt': form3 });

  it('are passed over by a walk, and counted', () => {
    for (const jobs of [[], ['--jobs', '2']]) {
      const { code, out, err } = form4(at, ['all', '--format', 'jsonl', ...jobs]);
      assert.deepEqual([code, names(out), err], [0, ['all/4.txt'], 'form4: 3 Forms 3 and 5 passed over\n']);
    }
  });

  it('are named and not checked where they are named, and never become a Form 4', () => {
    const { code, out, err } = form4(at, ['all/5.txt', '--format', 'jsonl']);
    const [{ findings, documentType, read }] = records(out) as unknown as [
      { findings: { rule: string; message: string }[]; documentType: string; read: string },
    ];
    assert.deepEqual([code, err, documentType, read], [0, '', '5', 'none']);
    assert.deepEqual(
      findings.map(({ rule, message }) => [rule, message]),
      [['other-form', 'This is a Form 5. Form 4 alone is checked, so nothing was looked at here.']],
    );
    for (const to of ['xml', 'text', 'html', 'csv'])
      assert.match(
        form4(at, ['convert', '--to', to, ...(to === 'csv' ? ['--table', 'SUBMISSION'] : []), 'all/5.txt']).err,
        /5\.txt: this is a Form 5; a Form 4 alone is converted/,
      );
    assert.match(form4(at, ['explain', 'all/3.txt']).out, /This is a Form 3: Form 4 alone is explained\./);
  });
});

describe('form4 check: how much was read', function () {
  // Rows whose tabs have become blanks, with their cells in another order: nobody can tell them apart.
  const torn = CLEAN.replace(/^Common Stock\t.*$/gm, (row) => row.split(/\t+/).reverse().join(' '));
  const at = folder({ 'torn.txt': torn, 'clean.txt': CLEAN, 'notes.txt': 'Nothing of a form.\n' });

  it('is said of each file, with what was not read', () => {
    const { out } = form4(at, ['torn.txt', 'clean.txt', 'notes.txt', '--format', 'jsonl']);
    const files = records(out) as unknown as { read: string; unread: { what: string }[] }[];
    const said = files.map(({ read, unread }) => [read, unread.map(({ what }) => what)]);
    assert.deepEqual(said, [
      ['part', ['2 lines under Table I make no rows']],
      ['whole', []],
      ['none', []],
    ]);
  });

  it('is said by parse of filings and rows', () => {
    const [torn, clean] = JSON.parse(form4(at, ['parse', 'torn.txt', 'clean.txt']).out) as Record<string, unknown>[];
    assert.deepEqual([torn!.read, clean!.read], ['part', 'whole']);
    const rows = clean!.nonDerivativeTable as { read: string }[];
    assert.deepEqual([...new Set(rows.map(({ read }) => read))], ['certain']);
  });

  it('--max-unread turns what was not read into a failure, whatever the rules say', () => {
    const torn = ['torn.txt', '--rule', 'unread:off'];
    assert.equal(form4(at, [...torn, '--max-unread', '1']).code, 0);
    const { code, err } = form4(at, [...torn, '--max-unread', '0']);
    assert.equal(code, 1);
    assert.equal(err, 'form4: 1 filing was not read whole, and --max-unread allows 0\n');
  });
});

describe('form4 check: formats', function () {
  const at = folder({ 'clean.txt': CLEAN, 'wrong.txt': WRONG_TOTAL });
  const line = lineOf(WRONG_TOTAL, '10,169');

  it('stylish shows the line and marks the place', () => {
    assert.equal(
      form4(at, ['wrong.txt', 'clean.txt']).out,
      `wrong.txt
  ${line}:43  error  Expected 10,196 (9,503 + 693 acquired); the filing says 10,169, short by 27. It looks as if two digits are swapped. It is open which number is wrong, or whether a row is missing.  holdings-total
  ${line} | Common Stock  03/07/2022    A    693  A  \\$43.16  10,169  D
     |                                                   ^^^^^^
     = ${line - 1}:43: the total before it
     = ${line}:29: the shares acquired
     = fix: Set the total to 10,196

2 filings checked: 1 error
`,
    );
  });

  it('stylish marks a place far out in a long line', () => {
    const long = WRONG_TOTAL.replace(/Common Stock/g, `Common Stock ${'of the second series '.repeat(40)}`);
    const { out } = form4(at, ['-', '--rule', 'limits:off'], { input: long });
    const [shown, marks] = out.split('\n').slice(2, 4) as [string, string];
    assert.ok(shown.length <= 100, shown);
    assert.equal(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), '10,169');
  });

  it('stylish is coloured where it is asked for', () => {
    const escape = '\u001b[';
    assert.ok(form4(at, ['wrong.txt'], { env: { FORCE_COLOR: '1' } }).out.includes(escape));
    assert.ok(!form4(at, ['wrong.txt'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out.includes(escape));
    assert.ok(!form4(at, ['wrong.txt']).out.includes(escape));
  });

  it('stylish lets no control character through', () => {
    const name = 'a\u001b[31m\u202e.txt';
    write(at, {
      [name]: WRONG_TOTAL.replace(
        'Common Stock\t03/07/2022\t\tA\t\t693\tA\t\\$43.16\t10',
        'Stock\u001b]0;x\u0007\t03/07/2022\t\tQ\t\t693\tA\t\\$43.16\t10',
      ),
    });
    const { out } = form4(at, [name]);
    fs.rmSync(path.join(at, name));
    assert.match(out, /Stock␛\]0;x␇/);
    assert.doesNotMatch(out, /[^\n\P{C}]/u);
  });

  it('json is one object, with a summary', () => {
    const { out } = form4(at, ['wrong.txt', 'clean.txt', '--format', 'json']);
    const { schemaVersion, files, summary } = JSON.parse(out);
    assert.equal(schemaVersion, 2);
    assert.deepEqual(
      files.map((file: { path: string }) => file.path),
      ['wrong.txt', 'clean.txt'],
    );
    assert.deepEqual(summary, {
      files: 2,
      filings: 2,
      unread: 0,
      findings: { error: 1, warning: 0, information: 0, hint: 0 },
      known: 0,
      fixable: 0,
      fixed: 0,
    });
  });

  it('jsonl is one object a line, as docs/cli.md says', () => {
    const [record] = records(form4(at, ['wrong.txt', '--format', 'jsonl']).out);
    const at0 = line - 1;
    const range = (row: number, start: number, end: number) => ({
      start: { line: row, character: start },
      end: { line: row, character: end },
    });
    assert.deepEqual(record, {
      path: 'wrong.txt',
      layout: 'tabbed',
      documentType: '4',
      read: 'whole',
      unread: [],
      findings: [
        {
          rule: 'holdings-total',
          severity: 'error',
          message:
            'Expected 10,196 (9,503 + 693 acquired); the filing says 10,169, short by 27. It looks as if two digits are swapped. It is open which number is wrong, or whether a row is missing.',
          range: range(at0, 42, 48),
          related: [
            { message: 'the total before it', range: range(at0 - 1, 42, 47) },
            { message: 'the shares acquired', range: range(at0, 28, 31) },
          ],
          fixes: (record!.findings[0] as unknown as { fixes: unknown[] }).fixes,
          href: 'docs/rules/holdings-total.md',
        },
      ],
    });
    const [fix] = (record!.findings[0] as unknown as { fixes: unknown[] }).fixes;
    assert.deepEqual(fix, {
      title: 'Set the total to 10,196',
      preferred: false,
      edits: [{ range: range(at0, 42, 48), newText: '10,196' }],
    });
  });

  it('goes to a file where one is named, with nothing on stdout', () => {
    const { code, out } = form4(at, ['wrong.txt', '--format', 'jsonl', '--output-file', 'out.jsonl']);
    assert.deepEqual([code, out], [1, '']);
    assert.deepEqual(names(fs.readFileSync(path.join(at, 'out.jsonl'), 'utf8')), ['wrong.txt']);
    assert.equal(form4(at, ['wrong.txt', '--output-file', 'no/such/folder/out']).code, 2);
  });
});

describe('form4 check: what is read', function () {
  it('takes stdin under the name that it is given', () => {
    const at = folder();
    const { code, out } = form4(at, ['-', '--stdin-filename', 'draft.txt', '--format', 'jsonl'], {
      input: WRONG_TOTAL,
    });
    assert.deepEqual([code, names(out)], [1, ['draft.txt']]);
  });

  it('takes a list of files, from a file or from stdin', () => {
    const at = folder({ 'b.txt': CLEAN, 'a *.txt': CLEAN, list: 'b.txt\r\n\r\na *.txt\r\nb.txt' });
    assert.deepEqual(names(form4(at, ['--files-from', 'list', '--format', 'jsonl']).out), ['b.txt', 'a *.txt']);
    const input = 'a *.txt\0b.txt\0';
    assert.deepEqual(names(form4(at, ['--files-from', '-', '--format', 'jsonl'], { input }).out), ['a *.txt', 'b.txt']);
    assert.deepEqual(form4(at, ['--files-from', '-', '--format', 'jsonl']), {
      code: 0,
      out: '',
      err: 'form4: no Form 4 was found\n',
    });
  });

  it('walks a folder in order and takes the Form 4s that git does not ignore', () => {
    const at = folder({
      'b.txt': CLEAN,
      'a/z.txt': CLEAN,
      'a/letter.txt': 'Dear Sir or Madam',
      'a/reader.ts': CLEAN,
      'a/old/x.txt': CLEAN,
      'a/old/keep.txt': CLEAN,
      'a/.gitignore': 'old/*\n!old/keep.txt\n',
      '.gitignore': '/build\n*.tmp.txt\n',
      'build/x.txt': CLEAN,
      'c/build/y.txt': CLEAN,
      'c/x.tmp.txt': CLEAN,
      'node_modules/m/x.txt': CLEAN,
      '.git/x.txt': CLEAN,
    });
    fs.symlinkSync(at, path.join(at, 'c', 'round'));
    const expected = ['a/old/keep.txt', 'a/z.txt', 'b.txt', 'c/build/y.txt'];
    assert.deepEqual(names(form4(at, ['check', '--format', 'jsonl']).out), expected);
    assert.deepEqual(
      names(form4(at, ['./', '--format', 'jsonl']).out),
      expected.map((name) => `./${name}`),
    );
    assert.deepEqual(
      names(form4(at, ['build', 'c/x.tmp.txt', '--format', 'jsonl']).out),
      ['build/x.txt', 'c/x.tmp.txt'],
      'what is named is read',
    );
    assert.deepEqual(
      names(form4(path.join(at, 'c'), ['.', '--format', 'jsonl']).out),
      ['build/y.txt'],
      'rules from above',
    );
    assert.deepEqual(names(form4(at, ['**/*.txt', 'b.txt', '--format', 'jsonl']).out), expected, 'each once');
  });

  it('reads any text that is named, and says where it does not look like a Form 4', () => {
    const at = folder({ 'letter.txt': 'Dear Sir or Madam', 'damaged.txt': CLEAN.replace('Rowan', 'Ro\0an') });
    const { code, out, err } = form4(at, ['letter.txt', 'damaged.txt', '--format', 'jsonl']);
    assert.deepEqual([code, names(out)], [0, ['letter.txt', 'damaged.txt']]);
    assert.equal(
      err,
      'form4: letter.txt: this does not look like a Form 4; it is read as one because it was named\n' +
        'form4: damaged.txt: NUL bytes stand in it, as in a file that is damaged\n',
    );
  });

  it('ends with 2 where what is named holds no text: nobody is to take it for a clean filing', () => {
    const at = folder({
      'picture.png': Buffer.from([137, 80, 78, 71, 0, 0, 255, 254]),
      empty: '',
      'blank.txt': '\ufeff \r\n\n',
      'empty.txt.gz': gzipSync(''),
      'clean.txt': CLEAN,
    });
    const empty = (name: string): string => `form4: ${name}: it is empty; there is no filing in it to read\n`;
    for (const [file, err] of Object.entries({
      'picture.png': 'form4: picture.png: this is a binary file and no text; it was not read\n',
      empty: empty('empty'),
      'blank.txt': empty('blank.txt'),
      'empty.txt.gz': empty('empty.txt.gz'),
      '-': empty('<stdin>'),
    })) {
      const run = form4(at, [file, 'clean.txt', '--format', 'jsonl']);
      assert.deepEqual([run.code, names(run.out), run.err], [2, ['clean.txt'], err]);
      assert.deepEqual(names(form4(at, ['parse', file, 'clean.txt', '--format', 'jsonl']).out), ['clean.txt']);
    }
    const walked = form4(at, ['.', '--format', 'jsonl']);
    assert.deepEqual([walked.code, names(walked.out), walked.err], [0, ['clean.txt'], '']);
    assert.equal(form4(at, ['--only-form4', 'picture.png', 'empty', 'clean.txt']).code, 0);
  });

  it('comes to an end with any bytes at all', () => {
    const bytes = (seed: number): Buffer => {
      const file = seed % 2 ? Buffer.from(WRONG_TOTAL, seed % 4 === 1 ? 'utf8' : 'utf16le') : Buffer.alloc(2000);
      for (let at = 0, state = seed; at < file.length; at += seed % 2 ? 1 + (state % 60) : 1) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 1;
        file[at] = state >> 8;
      }
      return file;
    };
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${100 + n}.bin`, bytes(n + 1)]));
    const at = folder({ ...files, list: Object.keys(files).join('\n') });
    for (const format of ['jsonl', 'stylish', 'report']) {
      const { out, err } = form4(at, ['--files-from', 'list', '--format', format]);
      assert.doesNotMatch(err, /fault of form4/);
      const unread = err.match(/: this is a binary file/g) ?? [];
      assert.ok(unread.length < 60);
      if (format === 'jsonl') assert.equal(records(out).length, 60 - unread.length);
    }
  });

  it('reads UTF-8 and UTF-16, with and without byte order marks, and says where bytes mean nothing', () => {
    const little = Buffer.from('\ufeff' + WRONG_TOTAL, 'utf16le');
    const at = folder({
      'plain.txt': WRONG_TOTAL,
      'bom.txt': '\ufeff' + WRONG_TOTAL,
      'little.txt': little,
      'big.txt': Buffer.from(little).swap16(),
      'bare-little.txt': little.subarray(2),
      'bare-big.txt': Buffer.from(little).swap16().subarray(2),
      'latin.txt': Buffer.from(WRONG_TOTAL.replace('Rowan', 'R\u00f6wan'), 'latin1'),
    });
    const wide = ['little.txt', 'big.txt', 'bare-little.txt', 'bare-big.txt'];
    const { out, err } = form4(at, ['plain.txt', 'bom.txt', ...wide, 'latin.txt', '--format', 'jsonl']);
    const [plain, ...others] = records(out).map(({ findings }) => findings);
    assert.equal(plain!.length, 1);
    for (const findings of others) assert.deepEqual(findings, plain);
    assert.equal(others.length, 6);
    assert.equal(err, 'form4: latin.txt: not valid UTF-8; what could not be read is taken as \ufffd\n');
  });
});

describe('form4 check: as a part of a pipe', function () {
  const at = folder(Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`${1000 + n}.txt`, WRONG_TOTAL])));

  it('ends quietly where the reader has had enough', () => {
    const { out, err } = shell(at, 'form4 . --format jsonl | head -1');
    assert.equal(names(out)[0], '1000.txt');
    assert.equal(err, '');
  });

  it('says all there is to a slow reader', () => {
    const { code, out } = shell(at, 'form4 . --format jsonl | (sleep 0.3; cat) | wc -l');
    assert.deepEqual([code, out.trim()], [1, '400']);
  });

  it('ends with 130 when it is interrupted', async () => {
    const { child, ended } = started(at, ['.', '-', '--format', 'jsonl']);
    child.stdout.once('data', () => child.kill('SIGINT'));
    assert.equal(await ended, 130);
  });
});
