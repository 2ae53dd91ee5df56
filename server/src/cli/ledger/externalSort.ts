/** Sorts lines in bounded memory: sorted runs are written to files and merged. */
import { linesOf, SpillFolder, writeLines } from './spill';

/** Lines that are kept in memory, in UTF-16 units. */
const MOST = 16 * 1024 * 1024;

export class ExternalSort {
  private lines: string[] = [];
  private length = 0;
  private readonly runs: string[] = [];

  /** @param most how much is kept in memory */
  constructor(
    private readonly folder: SpillFolder,
    private readonly most = MOST,
  ) {}

  /** Adds a line; it has no line end in it. */
  add(line: string): void {
    this.lines.push(line);
    if ((this.length += line.length) > this.most) this.spill();
  }

  /** All lines in the order of their UTF-16 units. */
  sorted(): Iterable<string> {
    this.lines.sort(byUnits);
    return this.runs.length === 0 ? this.lines : merged([...this.runs.map(linesOf), this.lines.values()]);
  }

  private spill(): void {
    const file = this.folder.next();
    writeLines(file, this.lines.sort(byUnits));
    this.runs.push(file);
    [this.lines, this.length] = [[], 0];
  }
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted lists as one. There are few: each is as long as memory allows. */
function* merged(runs: readonly Iterator<string>[]): Generator<string> {
  const heads = runs.map((run) => ({ run, line: run.next() }));
  for (;;) {
    let least: (typeof heads)[number] | undefined;
    for (const head of heads)
      if (!head.line.done && (!least || head.line.value < (least.line.value as string))) least = head;
    if (!least) return;
    yield least.line.value as string;
    least.line = least.run.next();
  }
}

/** Lines in the order in which they come, to be gone through again. */
export class Spool {
  private lines: string[] = [];
  private length = 0;
  private readonly files: string[] = [];

  constructor(
    private readonly folder: SpillFolder,
    private readonly most = MOST,
  ) {}

  add(line: string): void {
    this.lines.push(line);
    if ((this.length += line.length) <= this.most) return;
    const file = this.folder.next();
    writeLines(file, this.lines);
    this.files.push(file);
    [this.lines, this.length] = [[], 0];
  }

  *[Symbol.iterator](): Generator<string> {
    for (const file of this.files) yield* linesOf(file);
    yield* this.lines;
  }
}
