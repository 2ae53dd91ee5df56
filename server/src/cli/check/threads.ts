/** Checks files on other threads, for who asks for it: docs/scale.md says why nobody else gets them. Results come in the order of the files. */
import type { Day } from '../../text/days';
import { IN_PIECES, readAtOnce } from '../input/inputs';
import type { Found } from '../input/walk';
import type { Log } from '../output/log';
import { faultOf } from '../output/output';
import { UsageError } from '../output/usageError';
import { Checker, type CheckerOptions } from './checker';
import type { Format } from './format';
import type { Result } from './result';

/** Files of one message to a thread, and messages that are under way for each. */
const BATCH = 64;
const AHEAD = 3;

export interface Task {
  readonly files: readonly Found[];
  readonly setup: Setup;
}

export interface Setup {
  readonly options: CheckerOptions;
  readonly today: Day;
  readonly wanted: NonNullable<Format['wants']>;
}

/** What became of one file: words for stderr, and a result where there is one. */
export interface Done {
  readonly found: Found;
  readonly said: readonly { readonly failed: boolean; readonly message: string }[];
  readonly result?: Result;
  /** Known findings that are no longer found. */
  readonly stale: readonly string[];
  /** How many findings are known. */
  readonly leftOut: number;
  /** The run cannot go on, as what was asked for makes no sense. */
  readonly usage?: string;
  /** Other forms that were passed over. */
  readonly otherForms: readonly string[];
  /** It is for the main thread to read. */
  readonly inPieces: boolean;
}

/** What a thread does with a message. */
export function workOn({ files, setup }: Task): Done[] {
  const log = new Heard();
  return files.map((found): Done => {
    let result: Result | undefined;
    let usage: string | undefined;
    let inPieces = false;
    let stale: string[] = [];
    let leftOut = 0;
    try {
      const checker = checkerFor(setup, log);
      const source = readAtOnce(found, log);
      if (source === IN_PIECES) inPieces = true;
      else if (source) result = checker.check(source).result;
      stale = checker.baselines.takeStale();
      leftOut = checker.baselines.takeLeftOut();
    } catch (error) {
      if (error instanceof UsageError) usage = error.message;
      else log.fail(faultOf(found.file, error));
    }
    return { found, result, usage, stale, leftOut, inPieces, said: log.take(), otherForms: log.takeForms() };
  });
}

/** Sends files to threads and gives what became of them, in order; a few messages ahead of the reader and no more. */
export async function* checkedOnThreads(files: Iterable<Found>, setup: Setup, threads: number): AsyncGenerator<Done> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({ filename: __filename, maxThreads: threads, minThreads: threads, workerHistogram: false });
  const underWay: Promise<Done[]>[] = [];
  let batch: Found[] = [];
  const send = (): void => {
    // A failure is heard where the answer is waited for.
    const answer = pool.run({ files: batch, setup } satisfies Task) as Promise<Done[]>;
    answer.catch(() => undefined);
    underWay.push(answer);
    batch = [];
  };
  try {
    for (const found of files) {
      batch.push(found);
      if (batch.length < BATCH) continue;
      send();
      if (underWay.length >= threads * AHEAD) yield* await underWay.shift()!;
    }
    if (batch.length > 0) send();
    while (underWay.length > 0) yield* await underWay.shift()!;
  } finally {
    await pool.destroy();
  }
}

let known: { readonly key: string; readonly checker: Checker; readonly log: Heard } | undefined;

function checkerFor(setup: Setup, log: Heard): Checker {
  const key = JSON.stringify(setup);
  if (known?.key === key) known.log.passTo(log);
  else {
    const own = new Heard();
    own.passTo(log);
    known = { key, checker: new Checker(setup.options, setup.today, own, setup.wanted), log: own };
  }
  return known.checker;
}

/** Keeps what is said for the main thread to say, each word in its place. */
class Heard implements Log {
  private said: { failed: boolean; message: string }[] = [];
  private to: Heard | undefined;

  passTo(other: Heard): void {
    this.to = other;
  }

  note(message: string): void {
    if (this.to) this.to.note(message);
    else this.said.push({ failed: false, message });
  }

  fail(message: string): void {
    if (this.to) this.to.fail(message);
    else this.said.push({ failed: true, message });
  }

  private readonly forms: string[] = [];

  otherForm(form: string): void {
    if (this.to) this.to.otherForm(form);
    else this.forms.push(form);
  }

  takeForms(): string[] {
    return this.forms.splice(0);
  }

  take(): { failed: boolean; message: string }[] {
    return this.said.splice(0);
  }
}
