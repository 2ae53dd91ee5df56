/** What a format of `form4 check` is given, and what it makes of it. */
import type { Filing } from '../filing/model';
import type { Finding, Severity } from '../rules/rule';

/** One file that was checked. */
export interface Checked {
  readonly path: string;
  readonly filing: Filing;
  readonly findings: readonly Finding[];
}

export interface Summary {
  readonly files: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that --fix would repair. */
  readonly fixable: number;
}

/** Text for stdout, piece by piece, so that the first results show while the rest is being read. */
export interface Format {
  start?(): string;
  file(checked: Checked): string;
  end?(summary: Summary): string;
}
