/** Which files the arguments name: files, folders, globs, a list. Nothing of a file is read here. */
import fs from 'node:fs';
import path from 'node:path';
import { decode } from '../../node/decode';
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import { UsageError, whyNot } from '../output/usageError';
import { readBytes, readStdin } from './files';
import { GitIgnore } from './gitignore';
import { guardFor, type TargetOptions } from './targets';

export const STDIN = '-';
/** What a filing's name may end in, besides nothing and a number; a program that speaks of filings is none. */
const ENDINGS = /^(?:\.\d+|\.(?:form4|txt|text|md|markdown|xml|html?|sgml?|nc|asc|gz|zip))?$/i;

/** What the arguments and options say of what is to be read. */
export interface InputOptions extends TargetOptions {
  readonly filesFrom?: string;
  readonly stdinFilename?: string;
  /** A file that is named is passed over, too, where it does not look like a Form 4. */
  readonly onlyForm4?: boolean;
  /** Forms 3 and 5 that are come across are read as well. No option of the command line: it is what a command wants. */
  readonly holdings?: boolean;
}

export interface Found {
  /** `-` for stdin. */
  readonly file: string;
  /** Named by itself, and so read whatever is in it. */
  readonly outright: boolean;
  /** The folder that was walked. */
  readonly root?: string;
}

/** Every file that the arguments name, each once, in the order of the arguments. What is slow to come by is waited for here. */
export async function found(paths: readonly string[], options: InputOptions, log: Log): Promise<Iterable<Found>> {
  const list = options.filesFrom === undefined ? [] : await listed(options.filesFrom, paths);
  const named = [...paths, ...list];
  if (options.stdinFilename !== undefined && !paths.includes(STDIN))
    throw new UsageError('--stdin-filename names the text that comes in on stdin: it goes with the path -');
  if (named.includes('')) throw new UsageError('a path without a name: a variable that is not set, perhaps?');
  // Slow to load, and seldom asked for: a shell expands most globs.
  const glob = paths.some(mayBeGlob) ? (await import('tinyglobby')).globSync : undefined;
  return each(named.length > 0 || options.filesFrom !== undefined ? named : ['.'], paths.length, options, glob, log);
}

type Glob = typeof import('tinyglobby').globSync;

/** @param typed how many of the names were typed: only those may be globs, or stand for stdin */
function* each(
  names: readonly string[],
  typed: number,
  options: InputOptions,
  glob: Glob | undefined,
  log: Log,
): Generator<Found> {
  const guard = guardFor(options);
  // A walk comes by each file once; several may come by the same.
  const seen = names.length > 1 ? new Set<string>() : undefined;
  for (const [at, name] of names.entries()) {
    if (name === STDIN && at < typed) {
      yield { file: STDIN, outright: true };
      continue;
    }
    for (const one of expand(name, at < typed ? glob : undefined, log)) {
      if (seen) {
        const { size } = seen;
        if (seen.add(path.resolve(one.file)).size === size) continue;
      }
      guard(one.file, one.outright && !options.onlyForm4);
      yield options.onlyForm4 && one.outright ? { ...one, outright: false } : one;
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

const mayBeGlob = (name: string): boolean => /[*?[\]{}]/.test(name);

function expand(name: string, glob: Glob | undefined, log: Log): Iterable<Found> {
  const stat = statOf(name);
  if (stat?.isDirectory()) return filesIn(name, log);
  if (!stat && glob && mayBeGlob(name)) return globbed(name, glob, log);
  return [{ file: name, outright: true }];
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
    const at = path.resolve(folder, entry);
    try {
      names = fs.readdirSync(at, { withFileTypes: true });
    } catch (error) {
      log.fail(`${printable(prefix + entry)}: ${whyNot(error)}`);
      continue;
    }
    const ignores = ignored.within(at);
    const within: string[] = [];
    for (const one of names) {
      const { name } = one;
      const isFolder = one.isDirectory();
      if (!isFolder && !(ENDINGS.test(path.extname(name)) && isFile(at, one))) continue;
      if (!ignores(name, isFolder)) within.push(entry + name + (isFolder ? '/' : ''));
    }
    for (const name of within.sort().reverse()) waiting.push(name); // one by one: a call takes only so many arguments
  }
}

const isFile = (folder: string, entry: fs.Dirent): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && (statOf(path.join(folder, entry.name))?.isFile() ?? false));

/** What a path leads to; undefined where it leads nowhere, or round in a circle. */
function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function* globbed(pattern: string, glob: Glob, log: Log): Generator<Found> {
  const ignored = new GitIgnore(process.cwd());
  const files = glob(pattern, {
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  }).sort();
  if (files.length === 0) log.fail(`${printable(pattern)}: no file has such a name`);
  for (const file of files) if (!ignored.ignoresFile(path.resolve(file))) yield { file, outright: false };
}
