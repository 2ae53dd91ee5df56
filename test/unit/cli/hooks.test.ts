/** The command line as pre-commit and GitHub's runner call it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { available } from '../../../tools/debian.mjs';
import { CITED_ONCE, CITED_TWICE, CLEAN, WRONG_TOTAL } from './samples';
import { folder, write } from './program';
import { githubCommands } from './runner';

const git = (cwd: string, ...args: string[]): void => {
  const own = ['-c', 'user.name=Rowan', '-c', 'user.email=rowan@example.invalid', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...own, ...args], { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
};

describe('pre-commit', function () {
  /** A repository with the hooks and the program as built, so that nothing is fetched. */
  function hooks(): string {
    const files = ['.pre-commit-hooks.yaml', 'tools/form4.mjs', 'package.json', ...built()];
    const at = folder(Object.fromEntries(files.map((file) => [file, fs.readFileSync(file)])));
    fs.chmodSync(path.join(at, 'tools/form4.mjs'), 0o755);
    git(at, 'init', '-q');
    git(at, 'add', '-f', '.');
    git(at, 'commit', '-q', '-m', 'as built');
    return at;
  }
  const built = (): string[] =>
    ['dist/cli.js', 'dist/core.js', 'dist/form4.js', 'dist/worker.js', 'dist/rules.json'].filter((file) =>
      fs.existsSync(file),
    );

  it('finds what is wrong in the files of a commit, and passes over what is no Form 4', function () {
    if (!available('pre-commit')) return this.skip();
    const at = folder({
      'wrong.txt': WRONG_TOTAL,
      'clean.txt': CLEAN,
      'letter.txt': 'Dear Sir or Madam',
      'a.ts': CLEAN,
    });
    git(at, 'init', '-q');
    git(at, 'add', '.');
    const run = (...args: string[]) =>
      spawnSync('pre-commit', args, {
        cwd: at,
        encoding: 'utf8',
        env: { ...process.env, PRE_COMMIT_HOME: path.join(at, '.git/home'), GIT_CONFIG_GLOBAL: '/dev/null' },
      });
    const repository = hooks();
    const tried = (hook: string) => run('try-repo', repository, hook, '--all-files', '--color', 'never');
    const first = tried('form4');
    assert.equal(first.status, 1, first.stdout + first.stderr);
    assert.match(first.stdout, /wrong\.txt\n.*Expected 10,196/);
    assert.match(first.stdout, /2 filings checked: 1 error/);
    assert.doesNotMatch(first.stdout, /letter|a\.ts/);

    write(at, { 'wrong.txt': CITED_TWICE });
    git(at, 'add', '.');
    const second = tried('form4-fix');
    assert.equal(second.status, 1, 'a hook that changes a file fails, so that the change is looked at');
    assert.match(second.stdout, /files were modified by this hook/);
    assert.equal(fs.readFileSync(path.join(at, 'wrong.txt'), 'utf8'), CITED_ONCE);
    git(at, 'add', '.');
    assert.equal(tried('form4-fix').status, 0);
  });
});

describe('action.yml', function () {
  /** What the runner does with a composite action of one step: inputs into the environment, the script into bash. */
  function act(cwd: string, inputs: Readonly<Record<string, string>>) {
    const lines = fs.readFileSync('action.yml', 'utf8').split('\n');
    const values: Record<string, string> = {};
    let input = '';
    for (const line of lines) {
      input = /^ {2}([a-z-]+):$/.exec(line)?.[1] ?? input;
      const usual = /^ {4}default: (.*)$/.exec(line)?.[1];
      if (usual !== undefined) values[input] = usual === "''" ? '' : usual;
    }
    Object.assign(values, inputs);
    const env = Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, from] = /^ {8}(FORM4_\w+): \$\{\{ inputs\.([a-z-]+) \}\}$/.exec(line) ?? [];
        return name ? [[name, values[from!]!]] : [];
      }),
    );
    const from = lines.indexOf('      run: |');
    assert.ok(from > 0 && Object.keys(env).length >= 7);
    const script = lines
      .slice(from + 1)
      .map((line) => line.slice(8))
      .join('\n');
    assert.doesNotMatch(script, /\$\{\{/, 'an input in the script itself would run what stands in it');
    const file = path.join(folder(), 'step.sh');
    fs.writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env, GITHUB_ACTION_PATH: path.resolve('.'), GITHUB_ACTIONS: 'true' },
    });
    return { status, stdout, stderr };
  }

  it('annotates, and fails where there is an error', () => {
    const at = folder({ 'a b/wrong.txt': WRONG_TOTAL, 'clean.txt': CLEAN });
    const { status, stdout, stderr } = act(at, {});
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(
      githubCommands(stdout).map(({ command, properties }) => [command, properties.file]),
      [['error', 'a b/wrong.txt']],
    );
  });

  it('takes its inputs, and runs nothing that stands in them', () => {
    const at = folder({ 'a b.txt': WRONG_TOTAL, 'c.txt': WRONG_TOTAL, '$(touch owned)': CLEAN });
    const inputs = {
      paths: 'a b.txt\n$(touch owned)\n',
      rules: 'holdings-total:warning\ncodes:off',
      'max-warnings': '0',
    };
    const warned = act(at, inputs);
    assert.equal(warned.status, 1, warned.stderr);
    assert.equal(githubCommands(warned.stdout)[0]!.command, 'warning');
    assert.ok(!fs.existsSync(path.join(at, 'owned')));
    const file = act(at, { paths: 'c.txt', format: 'sarif', 'output-file': 'out.sarif', rules: 'holdings-total:off' });
    assert.deepEqual([file.status, file.stdout], [0, '']);
    assert.equal(JSON.parse(fs.readFileSync(path.join(at, 'out.sarif'), 'utf8')).version, '2.1.0');
    assert.equal(act(at, { paths: '--help' }).status, 2, 'behind -- everything is a path');
  });
});
