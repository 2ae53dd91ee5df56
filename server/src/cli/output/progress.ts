/** A line on a terminal that says how far a long run is. Nothing of it goes into a pipe or a file. */
const REDRAW_MS = 100;
/** A run that is over sooner needs no such line. */
const PATIENCE_MS = 200;
const BAR = 20;

export class Progress {
  private readonly started = performance.now();
  private drawn = 0;
  private shown = false;
  private count = 0;

  /** @param total how many files there are; undefined where nobody knows */
  constructor(
    private readonly total: number | undefined,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  tick(): void {
    this.count++;
    const now = performance.now();
    if (now - this.started < PATIENCE_MS || now - this.drawn < REDRAW_MS) return;
    this.drawn = now;
    this.shown = true;
    this.stream.write(
      `\r\u001b[K${progressLine(this.count, this.total, now - this.started).slice(0, (this.stream.columns || 80) - 1)}`,
    );
  }

  /** Makes room for other words on the terminal. */
  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.stream.write('\r\u001b[K');
  }
}

/** `[########            ] 4,000 of 10,000 files, 2,100 a second, 3 s left` */
export function progressLine(count: number, total: number | undefined, ms: number): string {
  const rate = ms > 0 ? (count / ms) * 1000 : 0;
  const number = (n: number): string => Math.round(n).toLocaleString('en-US');
  const speed = `${rate < 10 ? rate.toFixed(1) : number(rate)} a second`;
  if (total === undefined || total === 0) return `${number(count)} files, ${speed}`;
  const done = Math.min(BAR, Math.floor((count / total) * BAR));
  const bar = `[${'#'.repeat(done)}${' '.repeat(BAR - done)}]`;
  return `${bar} ${number(count)} of ${number(total)} files, ${speed}, ${timeLeft((total - count) / (rate || 1))} left`;
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
