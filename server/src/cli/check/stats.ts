/** What --stats tells on stderr: how much was read in what time, and what was found, by rule, layout, code and year. */
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import type { Result } from './result';

export class Stats {
  private readonly started = performance.now();
  private readonly counts = {
    rule: new Map<string, number>(),
    layout: new Map<string, number>(),
    code: new Map<string, number>(),
    year: new Map<string, number>(),
  };
  private filings = 0;
  private bytes = 0;

  add({ filings, findings, bytes }: Result): void {
    this.bytes += bytes;
    this.filings += filings.length;
    for (const { rule } of findings) count(this.counts.rule, rule);
    for (const { layout, codes, year } of filings) {
      count(this.counts.layout, layout);
      count(this.counts.year, year === null || year === undefined ? 'no date' : String(year));
      for (const [code, many] of Object.entries(codes ?? {})) count(this.counts.code, code, many);
    }
  }

  tell(log: Log): void {
    const time = performance.now() - this.started;
    log.note(
      `${this.filings} ${this.filings === 1 ? 'filing' : 'filings'}, ${(this.bytes / 1024).toFixed(0)} KB, ${time.toFixed(0)} ms`,
    );
    for (const [what, counts] of Object.entries(this.counts)) {
      if (counts.size === 0) continue;
      log.note(`by ${what}`);
      const inOrder = [...counts].sort(([a, x], [b, y]) => (what === 'year' ? 0 : y - x) || (a < b ? -1 : 1));
      for (const [name, many] of inOrder) log.note(`${String(many).padStart(8)}  ${printable(name)}`);
    }
  }
}

const count = (counts: Map<string, number>, name: string, many = 1): void =>
  void counts.set(name, (counts.get(name) ?? 0) + many);
