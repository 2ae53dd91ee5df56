/** Text and file names that try to act on a terminal or on a build server: they are shown, and do nothing. */
import assert from 'node:assert/strict';
import { WRONG_TOTAL } from './samples';
import { folder, form4 } from './program';
import { githubCommands, otherCommands } from './runner';

const ESC = '\u001b';
const PAYLOADS = [
  // GitHub's runner
  '::error::owned',
  '::warning file=a,line=1::owned',
  '::notice::owned',
  '::add-mask::10,169',
  '::set-output name=a::b',
  '::set-env name=PATH::/tmp',
  '::add-path::.',
  '::save-state name=a::b',
  '::stop-commands::x',
  '::group::owned',
  '::endgroup::',
  '::debug::owned',
  '::echo::on',
  '  ::error::behind blanks',
  '\t::error::behind a tab',
  '::error::two\n::error::lines',
  'x\r::error::behind a return',
  'x\u2028::error::behind U+2028',
  'x\u0085::error::behind NEL',
  '%0A::error::escaped',
  '%250A::error::twice escaped',
  '##[error]owned',
  '##[add-mask]10,169',
  '##[set-env name=A;]B',
  'words before ##[command]owned',
  '##[group]owned',
  '##[endgroup]',
  '###[error]three',
  // Azure Pipelines, TeamCity
  '##vso[task.setvariable variable=a]b',
  '##vso[task.complete result=Failed;]',
  "##teamcity[message text='owned']",
  'words ##teamcity[blockOpened name="x"]',
  // terminals
  `${ESC}[31mred`,
  `${ESC}[2J${ESC}[H`,
  `${ESC}]0;title\u0007`,
  `${ESC}]8;;http://example.invalid\u0007link${ESC}]8;;\u0007`,
  `${ESC}[6n`,
  `${ESC}c`,
  `${ESC}Pq#0${ESC}\\`,
  '\u009b31mred',
  '\u009d0;title\u009c',
  'over\b\b\b\bwritten',
  'over\rwritten',
  '\u0007\u0007',
  '\u0000nul',
  '\u007f\u007f',
  '\u202egnp.exe',
  '\u2066hidden\u2069',
  'zero\u200bwidth\ufeff',
  '\ud800 lone',
  // markup
  '</testsuite><testsuite name="owned">',
  ']]>&amp;<!--',
  '"],"severity":"off',
  '{"path":"owned"}',
  '`owned` | **x** <script>alert(1)</script>',
];

describe('what comes out of a malicious filing', function () {
  const files: Record<string, string> = {};
  for (const [at, payload] of PAYLOADS.entries()) {
    const name = Buffer.from(payload.replaceAll('/', '_').replaceAll('\0', '')).toString();
    // As a title, as a code (which messages quote), and at the beginning of a line.
    files[`${name}${at}.txt`] =
      `${payload}\n${WRONG_TOTAL.replaceAll('Common Stock\t03/07/2022\t\tA', `${payload} Stock\t03/07/2022\t\t${payload}`)}`;
  }
  const at = folder({ ...files, list: Object.keys(files).join('\0') + '\0' });
  const printed = (...args: string[]): { out: string; err: string } =>
    form4(at, ['--files-from', 'list', '--today', '2024-01-02', ...args]);

  it(`there are ${PAYLOADS.length} of them, fifty at the least`, () => assert.ok(PAYLOADS.length >= 50));

  for (const format of [
    'stylish',
    'compact',
    'json',
    'jsonl',
    'sarif',
    'gitlab',
    'junit',
    'checkstyle',
    'report',
    'github',
  ])
    it(`${format}: no control character, and no command to a runner that is not ours`, () => {
      const { out, err } = printed('--format', format, '--stats');
      for (const [stream, text] of Object.entries({ out, err })) {
        const control = /[^\n\P{Cc}]|[\u2028\u2029\p{Bidi_Control}]/u.exec(text);
        assert.equal(
          control,
          null,
          `${stream}: ${JSON.stringify(control?.[0])} in ${JSON.stringify(text.slice((control?.index ?? 0) - 60, (control?.index ?? 0) + 20))}`,
        );
        assert.deepEqual(otherCommands(text), []);
      }
      const commands = githubCommands(out);
      assert.deepEqual(githubCommands(err), []);
      if (format !== 'github') assert.deepEqual(commands, []);
      else
        for (const { command, properties } of commands) {
          assert.ok(['error', 'warning', 'notice'].includes(command), command);
          assert.match(properties.title!, /^[a-z0-9-]+$/);
          assert.match(properties.line!, /^\d+$/);
        }
      if (format === 'jsonl')
        assert.deepEqual(
          out
            .trimEnd()
            .split('\n')
            .map((line) => (JSON.parse(line) as { path: string }).path),
          Object.keys(files),
          'and the names are the same to whoever reads JSON',
        );
    });

  it('a diff is exact, and GitHub’s runner takes nothing from it', () => {
    const { out } = form4(at, ['--files-from', 'list', '--fix-dry-run'], { env: { GITHUB_ACTIONS: 'true' } });
    const [first, ...rest] = githubCommands(out);
    assert.equal(first!.command, 'stop-commands');
    assert.equal(rest.at(-1)!.command, first!.data, 'commands are taken again behind it');
    assert.match(first!.data, /^[0-9a-f-]{36}$/);
  });

  it('what is said on stderr of files that are not there is shown, too', () => {
    const names = PAYLOADS.filter((payload) => !payload.includes('\0'));
    const { err } = form4(
      at,
      names.map((payload) => `./nope-${payload.replaceAll('/', '_')}`),
    );
    assert.equal(err.split('nope-').length - 1, names.length, 'each is named');
    assert.doesNotMatch(err, /[^\n\P{Cc}]/u);
    assert.deepEqual([...githubCommands(err), ...otherCommands(err)], []);
  });
});
