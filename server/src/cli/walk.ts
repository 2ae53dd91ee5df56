/** Which files the arguments name: files, folders, globs, a list. Nothing of a file is read here. */
import fs from 'node:fs';
import path from 'node:path';
import { decode } from './decode';
import { readBytes, readStdin, UsageError, whyNot } from './files';
import { GitIgnore } from './gitignore';
import type { InputOptions, Log } from './inputs';
import { printable } from './printable';
import { guardFor } from './targets';

export const STDIN = '-';
/** What a filing's name may end in, besides nothing and a number; a program that speaks of filings is none. */
const ENDINGS = /^(?:\.\d+|\.(?:form4|txt|text|md|markdown|xml|html?|sgml?|nc|asc|gz|zip))?$/i;

export interface Found {
  /** `-` for stdin. */
  readonly file: string;
  /** Named by itself, and so read whatever is in it. */
  readonly outright: boolean;
  /** The folder that was walked. */
  readonly root?: string;
}

/** Every file that the arguments name, each once, in the order of the arguments. */
export async function* found(paths: readonly string[], options: InputOptions, log: Log): AsyncGenerator<Found> {
  const list = options.filesFrom === undefined ? [] : await listed(options.filesFrom, paths);
  const named = [...paths, ...list];
  const guard = guardFor(options);
  const seen = new Set<string>();
  if (named.includes('')) throw new UsageError('a path without a name: a variable that is not set, perhaps?');
  for (const [at, name] of (named.length > 0 || options.filesFrom !== undefined ? named : ['.']).entries()) {
    if (name === STDIN && at < paths.length) {
      yield { file: STDIN, outright: true };
      continue;
    }
    for await (const one of expand(name, at < paths.length, log)) {
      const absolute = path.resolve(one.file);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      guard(one.file, one.outright && !options.onlyForm4);
      yield options.onlyForm4 ? { ...one, outright: false } : one;
    }
  }
}

/** The paths of a list, one a line (or NUL between them, as `find -print0` writes), each taken as it stands. */
async function listed(file: string, paths: readonly string[]): Promise<string[]> {
  if (file === STDIN && paths.includes(STDIN))
    throw new UsageError('stdin is asked for twice: as the list of files and as a file');
  let text: string;
  try {
    text = decode(file === STDIN ? await readStdin() : readBytes(file)).text;
  } catch (error) {
    throw new UsageError(`the list of files ${printable(file)} cannot be read: ${whyNot(error)}`);
  }
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line.trim() !== '');
}

async function* expand(name: string, mayBeGlob: boolean, log: Log): AsyncGenerator<Found> {
  const stat = statOf(name);
  if (stat?.isDirectory()) yield* filesIn(name, log);
  else if (!stat && mayBeGlob && /[*?[\]{}]/.test(name)) yield* globbed(name, log);
  else yield { file: name, outright: true };
}

/** The files below a folder that git does not ignore, in the order of their names. Links to folders are not followed. */
function* filesIn(folder: string, log: Log): Generator<Found> {
  const ignored = new GitIgnore(path.resolve(folder));
  const prefix = folder === '.' ? '' : folder.replace(/[\\/]$/, '') + '/';
  const waiting = [''];
  while (waiting.length > 0) {
    const entry = waiting.pop()!;
    if (entry !== '' && !entry.endsWith('/')) {
      yield { file: prefix + entry, outright: false, root: folder };
      continue;
    }
    let names: fs.Dirent[];
    try {
      names = fs.readdirSync(path.resolve(folder, entry), { withFileTypes: true });
    } catch (error) {
      log.fail(`${printable(prefix + entry)}: ${whyNot(error)}`);
      continue;
    }
    const within = names
      .filter(
        (one) =>
          one.isDirectory() ||
          (ENDINGS.test(path.extname(one.name)) && isFile(path.resolve(folder, entry, one.name), one)),
      )
      .filter((one) => !ignored.ignores(path.resolve(folder, entry, one.name), one.isDirectory()))
      .map((one) => entry + one.name + (one.isDirectory() ? '/' : ''));
    for (const name of within.sort().reverse()) waiting.push(name); // one by one: a call takes only so many arguments
  }
}

const isFile = (file: string, entry: fs.Dirent): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && (statOf(file)?.isFile() ?? false));

/** What a path leads to; undefined where it leads nowhere, or round in a circle. */
function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

async function* globbed(pattern: string, log: Log): AsyncGenerator<Found> {
  const { globSync } = await import('tinyglobby'); // slow to load, and seldom asked for: a shell expands most globs
  const ignored = new GitIgnore(process.cwd());
  const files = globSync(pattern, {
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  }).sort();
  if (files.length === 0) log.fail(`${printable(pattern)}: no file has such a name`);
  for (const file of files) if (!ignored.ignoresFile(path.resolve(file))) yield { file, outright: false };
}
