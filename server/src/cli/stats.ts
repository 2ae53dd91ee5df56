/** What --stats tells on stderr: how much was read in what time, and what each rule found. */
import type { Checked } from './format';
import type { Log } from './inputs';

export class Stats {
  private readonly started = performance.now();
  private readonly byRule = new Map<string, number>();
  private files = 0;
  private bytes = 0;

  add({ source, findings }: Checked): void {
    this.files++;
    this.bytes += source.bytes.length;
    for (const { rule } of findings) this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + 1);
  }

  tell(log: Log): void {
    const time = performance.now() - this.started;
    log.note(`${this.files} filings, ${(this.bytes / 1024).toFixed(0)} KB, ${time.toFixed(0)} ms`);
    for (const [rule, count] of [...this.byRule].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
      log.note(`${String(count).padStart(6)}  ${rule}`);
  }
}
