/** What a format of `form4 check` is given, and what it makes of it. */
import type { Filing } from '../../filing/model';
import type { Finding, Severity } from '../../rules/rule';
import type { Day } from '../../text/days';
import type { Source } from '../input/inputs';
import type { Log } from '../output/log';
import type { FileConfig } from './fileConfigs';
import type { Result, Wanted } from './result';

/** One file that was checked. */
export interface Checked {
  readonly path: string;
  readonly source: Source;
  /** As it is after the fixes that were asked for. Of a file with several filings the first. */
  readonly filing: Filing;
  /** Every filing of the file; the findings are of all. */
  readonly filings: readonly Filing[];
  readonly findings: readonly Finding[];
  /** The findings that a baseline has left out. */
  readonly known: readonly Finding[];
  /** How many findings were repaired. */
  readonly fixed: number;
  readonly config: FileConfig;
  readonly today: Day;
  /** The filings before were looked at. */
  readonly past: boolean;
}

export interface Summary {
  readonly files: number;
  /** How many there were in those files. */
  readonly filings: number;
  /** Filings of which not all could be read. */
  readonly unread: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that a baseline knows and that were left out. */
  readonly known: number;
  /** Findings that --fix would repair; counted where the format asks for fixes. */
  readonly fixable: number;
  /** Findings that --fix repaired. */
  readonly fixed: number;
}

/** What a summary says where nothing is told: with --quiet there may be something that is not. */
export const nothing = (quiet: boolean): string => (quiet ? 'no errors' : 'nothing found');

/** Nobody is to take what a baseline leaves out for a filing without a fault. */
export const butKnown = (known: number): string =>
  known === 0 ? '' : `, besides ${known} known ${known === 1 ? 'finding' : 'findings'}`;

/** Nor what was not looked at for one that was. */
export const butUnread = (unread: number): string => (unread === 0 ? '' : `; ${unread} not read whole`);

/** Text for stdout, piece by piece, so that the first results show while the rest is being read. */
export interface Format {
  /** What it asks of a result besides what is always there. */
  readonly wants?: Wanted & {
    /** The filing itself: such a format takes nothing from the cache or from another thread. */
    readonly filing?: boolean;
  };
  start?(): string;
  /** @param checked given where the format wants the filing */
  file(result: Result, checked?: Checked): string;
  end?(summary: Summary, log: Log, quiet: boolean): string;
}
