/** One run of `form4 check`: results go to a format as they come, and are counted. */
import type { Severity } from '../../rules/rule';
import type { Log } from '../output/log';
import type { Output } from '../output/output';
import type { Progress } from '../output/progress';
import type { Outcome } from './checker';
import type { Format, Summary } from './format';
import type { Result } from './result';
import { Stats } from './stats';

export interface RunOptions {
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly maxUnread?: number;
  readonly stats?: boolean;
  /** Records are answered: none is as well as many. */
  readonly ndjson?: boolean;
}

export class Run {
  progress: Progress | undefined;
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  private readonly stats: Stats | undefined;
  private files = 0;
  private filings = 0;
  private fixable = 0;
  private fixed = 0;
  private warnings = 0;
  private unread = 0;

  constructor(
    private readonly options: RunOptions,
    private readonly format: Format,
    private readonly out: Output,
    private readonly log: Log & { readonly failed: boolean },
  ) {
    this.stats = options.stats ? new Stats() : undefined;
  }

  start(): void {
    this.out.write(this.format.start?.() ?? '');
  }

  take({ result, checked }: Outcome): void {
    this.count(result);
    const { quiet } = this.options;
    const errors = <T extends { severity: Severity }>(all: readonly T[]): T[] =>
      all.filter(({ severity }) => severity === 'error');
    const told = quiet ? { ...result, findings: errors(result.findings) } : result;
    for (const { severity, fixable } of told.findings) {
      this.counts[severity]++;
      if (fixable) this.fixable++;
    }
    this.out.write(
      this.format.file(told, quiet && checked ? { ...checked, findings: errors(checked.findings) } : checked),
    );
  }

  /** Counts a result that is told in another way. */
  count(result: Result): void {
    // A file that is read in pieces counts once.
    if ((result.filings[0]?.filing ?? 1) === 1) this.files++;
    this.filings += result.filings.length;
    this.fixed += result.fixed;
    for (const { severity } of result.findings) if (severity === 'warning') this.warnings++;
    for (const { unread } of result.filings) if (unread.length > 0) this.unread++;
    this.stats?.add(result);
    this.progress?.tick();
  }

  /** @param known how many findings a baseline has left out */
  finish(known: number): void {
    this.progress?.hide();
    this.progress = undefined;
    const { files, filings, unread, counts: findings, fixable, fixed } = this;
    const summary: Summary = { files, filings, unread, findings, known, fixable, fixed };
    this.out.write(this.format.end?.(summary, this.log, this.options.quiet === true) ?? '');
    this.out.end();
  }

  /** Says what is left to say; gives the exit code. */
  end(): number {
    const { maxWarnings = Infinity } = this.options;
    this.progress?.hide();
    this.stats?.tell(this.log);
    if (this.files === 0 && !this.log.failed && !this.options.ndjson) this.log.note('no Form 4 was found');
    const tooMany = this.warnings > maxWarnings;
    if (tooMany)
      this.log.note(
        `${this.warnings} ${this.warnings === 1 ? 'warning' : 'warnings'}, and --max-warnings allows ${maxWarnings}`,
      );
    const { maxUnread = Infinity } = this.options;
    const tooFewRead = this.unread > maxUnread;
    if (tooFewRead)
      this.log.note(
        `${this.unread} ${this.unread === 1 ? 'filing was' : 'filings were'} not read whole, and --max-unread allows ${maxUnread}`,
      );
    return this.log.failed ? 2 : this.counts.error > 0 || tooMany || tooFewRead ? 1 : 0;
  }
}
