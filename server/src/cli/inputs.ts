/** What a command is to read: files, folders, globs, a list of paths, stdin. */
import fs from 'node:fs';
import path from 'node:path';
import { HEAD, recognise } from '../readers/recognise';
import { decode, type Decoded } from './decode';
import { readBytes, readStdin, UsageError, whyNot } from './files';
import { GitIgnore } from './gitignore';
import { visible } from '../text/visible';

export interface InputOptions {
  readonly filesFrom?: string;
  readonly stdinFilename?: string;
}

/** A filing's text and where it comes from. */
export interface Source extends Decoded {
  /** As it was named, or the name of the folder with the way down from it, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly stdin: boolean;
}

/** Says something on stderr that is no result. A failure makes the exit code 2. */
export interface Log {
  note(message: string): void;
  fail(message: string): void;
}

const STDIN = '-';
/** What a filing's name may end in, besides nothing and a number; a program that speaks of filings is none. */
const ENDINGS = /^(?:\.\d+|\.(?:form4|txt|text|md|markdown|xml|html?|sgml?|nc|asc))?$/i;

/** UTF-8 takes up to four bytes for a character. */
const HEAD_BYTES = HEAD * 4;

/** Every source that the arguments name, each once, in the order of the arguments; what cannot be read goes to the log. */
export async function* sources(paths: readonly string[], options: InputOptions, log: Log): AsyncGenerator<Source> {
  const list = options.filesFrom === undefined ? [] : await listed(options.filesFrom, paths);
  const named = [...paths, ...list];
  const seen = new Set<string>();
  for (const [at, name] of (named.length > 0 || options.filesFrom !== undefined ? named : ['.']).entries()) {
    if (name === STDIN && at < paths.length) {
      const source = await attempt(options.stdinFilename ?? '<stdin>', true, log, readStdin);
      if (source) yield told(source, log);
      continue;
    }
    for await (const { file, outright } of expand(name, at < paths.length, log)) {
      const absolute = path.resolve(file);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      const bytes = outright ? () => readBytes(file) : () => readRecognised(file);
      const source = await attempt(file, false, log, bytes);
      if (source && (outright || recognise(source.text))) yield outright ? told(source, log) : source;
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
    throw new UsageError(`the list of files ${visible(file)} cannot be read: ${whyNot(error)}`);
  }
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line.trim() !== '');
}

interface Found {
  readonly file: string;
  /** Named by itself, and so read whatever is in it. */
  readonly outright: boolean;
}

async function* expand(name: string, mayBeGlob: boolean, log: Log): AsyncGenerator<Found> {
  const stat = fs.statSync(name, { throwIfNoEntry: false });
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
      yield { file: prefix + entry, outright: false };
      continue;
    }
    let names: fs.Dirent[];
    try {
      names = fs.readdirSync(path.resolve(folder, entry), { withFileTypes: true });
    } catch (error) {
      log.fail(`${visible(prefix + entry)}: ${whyNot(error)}`);
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
    waiting.push(...within.sort().reverse());
  }
}

const isFile = (file: string, entry: fs.Dirent): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && (fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false));

async function* globbed(pattern: string, log: Log): AsyncGenerator<Found> {
  const { globSync } = await import('tinyglobby'); // slow to load, and seldom asked for: a shell expands most globs
  const ignored = new GitIgnore(process.cwd());
  const files = globSync(pattern, {
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  }).sort();
  if (files.length === 0) log.fail(`${visible(pattern)}: no file has such a name`);
  for (const file of files) if (!ignored.ignoresFile(path.resolve(file))) yield { file, outright: false };
}

/** The bytes of a file that may be a Form 4; only its head, where that says that it is none. */
function readRecognised(file: string): Buffer {
  const head = readBytes(file, HEAD_BYTES);
  return head.length < HEAD_BYTES || !recognise(decode(head).text) ? head : readBytes(file);
}

async function attempt(
  name: string,
  stdin: boolean,
  log: Log,
  read: () => Buffer | Promise<Buffer>,
): Promise<Source | undefined> {
  try {
    const bytes = await read();
    return { path: name, bytes, stdin, ...decode(bytes) };
  } catch (error) {
    log.fail(`${visible(name)}: ${whyNot(error)}`);
    return undefined;
  }
}

/** A source that is read because it was named, with a word on stderr where it is not what one expects. */
function told(source: Source, log: Log): Source {
  const name = visible(source.path);
  if (source.binary) log.note(`${name}: this looks like a binary file, not like text`);
  else if (!source.valid)
    log.note(`${name}: not valid ${source.encoding.toUpperCase()}; what could not be read is taken as \ufffd`);
  if (!recognise(source.text))
    log.note(`${name}: this does not look like a Form 4; it is read as one because it was named`);
  return source;
}
