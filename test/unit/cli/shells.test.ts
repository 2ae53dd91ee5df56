/** What shells complete, and the manual page. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { available } from '../../../tools/debian.mjs';
import { FORMATS } from '../../../server/src/cli/report/reports';
import { RULE_SETTINGS } from '../../../server/src/config/config';
import { FAMILIES } from '../../../server/src/rules/rule';
import { TARGETS } from '../../../server/src/writers/targets';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import { DATA_SET_TABLES } from '../../../server/src/writers/csv';
import { SCHEMAS } from '../../../server/src/writers/edgarXml';
import { folder, form4 } from './program';

const RULES = CATALOGUE.map(({ id }) => id);

/** What bash offers behind a line, asked as readline asks it. */
function bash(cwd: string, line: string): string[] {
  // readline parts words at = and : as well as at blanks
  const words = line.split(/([ =:]+)/).flatMap((word) => (word === '' || /^ +$/.test(word) ? [] : [word.trim()]));
  if (line.endsWith(' ')) words.push('');
  const script = `source completion.bash
COMP_LINE=${quoted(line)} COMP_POINT=${line.length} COMP_WORDS=(${words.map(quoted).join(' ')}) COMP_CWORD=${words.length - 1}
_form4 form4 && printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
  assert.doesNotMatch(
    stderr
      .split('\n')
      .filter((one) => !one.includes('compopt'))
      .join(''),
    /\S/,
  );
  return stdout.split('\n').filter(Boolean).sort();
}
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const sorted = (list: readonly string[]): string[] => [...list].sort();

/** The same questions for each shell. */
function asks(offers: (line: string) => string[]): void {
  assert.deepEqual(offers('form4 check --format '), sorted(FORMATS));
  assert.deepEqual(offers('form4 check --format s'), ['sarif', 'stylish']);
  assert.deepEqual(offers('form4 convert --to x'), ['xml']);
  assert.deepEqual(offers('form4 explain holdings-t'), ['holdings-total', 'holdings-total-missing']);
  assert.ok(offers('form4 check --fi').includes('--fix-dry-run'));
  assert.ok(offers('form4 comp').includes('completion'));
  assert.deepEqual(offers('form4 completion '), ['bash', 'fish', 'zsh']);
}

describe('form4 completion', function () {
  const at = folder({ 'filing.txt': '', 'other.md': '' });
  before(() => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, out } = form4(at, ['completion', shell]);
      assert.equal(code, 0);
      fs.writeFileSync(path.join(at, `completion.${shell}`), out);
    }
  });

  it('bash completes commands, options, choices, rules and files', () => {
    asks((line) => bash(at, line));
    assert.deepEqual(bash(at, 'form4 fil'), ['filing.txt']);
    assert.deepEqual(bash(at, 'form4 check --config oth'), ['other.md']);
    assert.deepEqual(bash(at, 'form4 --rule holdings-di'), ['holdings-digit:']);
    assert.deepEqual(bash(at, 'form4 --rule holdings-digit:'), sorted(RULE_SETTINGS));
    assert.deepEqual(bash(at, 'form4 --rule holdings-digit:w'), ['warning']);
    assert.equal(bash(at, 'form4 --rule ').length, RULES.length + FAMILIES.length);
  });

  it('fish completes the same', function () {
    if (!available('fish')) return this.skip();
    const offers = (line: string): string[] => {
      const script = `source completion.fish; complete -C ${quoted(line)}`;
      const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { cwd: at, encoding: 'utf8' });
      assert.equal(stderr, '');
      return sorted(stdout.split('\n').flatMap((one) => (one === '' ? [] : [one.split('\t')[0]!])));
    };
    asks(offers);
    assert.ok(offers('form4 --rule holdings-digit:w').includes('holdings-digit:warning'));
  });

  it('zsh takes its script', function () {
    if (!available('zsh')) return this.skip();
    const script = 'autoload -Uz compinit; compinit -u -d ./zcompdump; source ./completion.zsh; print $_comps[form4]';
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', script], { cwd: at, encoding: 'utf8' });
    assert.deepEqual([stdout.trim(), stderr], ['_form4', '']);
  });
});

describe('the help of form4', function () {
  it('names every choice that the commands know', () => {
    const words = (command: string): string => form4(folder(), [command, '--help']).out.replace(/\s+/g, ' ');
    const listed = (list: readonly string[]): string => list.map((one) => `"${one}"`).join(', ');
    assert.ok(words('check').includes(`choices: ${listed(FORMATS)}`));
    for (const list of [TARGETS, SCHEMAS, DATA_SET_TABLES])
      assert.ok(words('convert').includes(`choices: ${listed(list)}`), listed(list));
  });
});

describe('man/form4.1', function () {
  it('is what the commands are now, and ships', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/man.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal((JSON.parse(fs.readFileSync('package.json', 'utf8')) as { man: string }).man, './man/form4.1');
  });

  it('has nothing that mandoc complains of, but for the date that it does not carry', function () {
    if (!available('mandoc')) return this.skip();
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', 'man/form4.1'], { encoding: 'utf8' });
    assert.deepEqual(
      stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date')),
      [],
    );
    const { stdout: page } = spawnSync('mandoc', ['-T', 'html', 'man/form4.1'], { encoding: 'utf8' });
    for (const words of ['<b>--max-warnings', '<b>explain</b>', '.form4.json', '130'])
      assert.ok(page.replace(/\s+/g, ' ').includes(words), words);
  });
});
