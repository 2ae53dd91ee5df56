/** Runs the built command line in a folder of its own, as a user would. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const CLI = path.resolve('dist/cli.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with these files, which is gone after the tests of the `describe` around it. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), 'form4-cli-'));
  after(function () {
    fs.rmSync(at, { recursive: true, force: true });
  });
  write(at, files);
  return at;
}

export function write(at: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    fs.writeFileSync(path.join(at, name), content);
  }
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** `form4 …` in a folder. */
export function form4(cwd: string, args: readonly string[], { input = '', env = {} }: RunOptions = {}): Run {
  const plain = { NO_COLOR: undefined, FORCE_COLOR: undefined };
  const run = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    env: { ...process.env, ...plain, ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A line of sh in a folder, with `form4` in it; its code is that of the first command of a pipe. */
export function shell(cwd: string, line: string): Run {
  const script = `set -o pipefail; form4() { '${process.execPath}' '${CLI}' "$@"; }; ${line}`;
  const run = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** Starts `form4 …`; resolves when it ends to its code. */
export function started(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  return { child, ended };
}

/** The records of --format jsonl. */
export const records = (out: string): { path: string; findings: { rule: string; severity: string }[] }[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
