/** Checks one file after another, with what its house has set. */
import { fingerprintsOf } from '../../config/baseline';
import { encode } from '../../node/decode';
import type { Finding } from '../../rules/rule';
import { createFormService, type FormService } from '../../service/formService';
import type { Day } from '../../text/days';
import { leadsOut } from '../input/files';
import type { Source } from '../input/inputs';
import { isForm4 } from '../input/looks';
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import { whyNot } from '../output/usageError';
import { writeWhole } from '../output/wholeFile';
import { Baselines, type BaselineOptions } from './baselines';
import type { Cache } from './cache';
import { FileConfigs, type FileConfig, type ConfigOptions } from './fileConfigs';
import type { Checked, Format } from './format';
import type { Previous } from './previous';
import { resultOf, type Result } from './result';

/** Findings of one text that are told: a line of JSON is one string, and no string is longer than half a gigabyte. */
const MOST_TOLD = 250_000;

export interface CheckerOptions extends ConfigOptions, BaselineOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

export interface Outcome {
  readonly result: Result;
  readonly checked?: Checked;
}

export class Checker {
  private readonly configs: FileConfigs;
  private readonly services = new Map<FileConfig, FormService>();
  readonly baselines: Baselines;

  constructor(
    private readonly options: CheckerOptions,
    private readonly today: Day,
    private readonly log: Log,
    private readonly wanted: NonNullable<Format['wants']>,
    private readonly cache?: Cache,
    private readonly previous?: Previous,
  ) {
    this.configs = new FileConfigs(options, log);
    this.baselines = new Baselines(options, log);
  }

  /** What is found in a text and is to be told; `checked` where the format wants the filing. */
  check(source: Source): Outcome {
    const config = this.configs.of(source.path);
    const key = this.cache?.keyOf(source.text, config);
    const cached = key === undefined ? undefined : this.cache!.get(source.path, key, source.from?.filing);
    if (cached) return { result: this.withoutKnown(cached, config) };

    const { text, fixed } = this.repair(source, config);
    const service = this.serviceFor(config);
    const filings = service.read(text);
    const own = service.findings(filings);
    const all = this.previous?.look(source, filings, own, config.rules) ?? own;
    const { fingerprints } = this.wanted;
    const prints =
      all.length > 0 && (fingerprints || key || this.baselines.concern(config)) ? fingerprintsOf(filings, all) : [];
    const facts = { fixed, bytes: source.text.length, from: source.from };

    // What is not told whole is not kept: it would be told without that word.
    if (key !== undefined && all.length <= MOST_TOLD) {
      const result = resultOf(source.path, filings, all, prints, facts, this.wanted);
      if (fixed === 0) this.cache!.put(source.path, key, result);
      return { result: this.withoutKnown(result, config) };
    }
    const told = this.baselines.settle(
      source.path,
      all.map(({ rule }, at) => ({ rule, fingerprint: prints[at] ?? '' })),
      config,
    );
    const places = this.capped(
      source.path,
      all,
      [...all.keys()].filter((at) => told[at]),
    );
    const findings = places.map((at) => all[at]!);
    const result = resultOf(
      source.path,
      filings,
      findings,
      prints.length > 0 ? places.map((at) => prints[at]!) : prints,
      facts,
      this.wanted,
    );
    if (!this.wanted.filing) return { result };
    const known = all.filter((_, at) => !told[at]);
    return {
      result,
      checked: {
        path: source.path,
        source,
        filing: filings[0]!,
        filings,
        findings,
        known,
        fixed,
        config,
        today: this.today,
        past: this.previous !== undefined,
      },
    };
  }

  /** The places of as many new findings as can be told of one text. Where an error is among those left out, one is told. */
  private capped(path: string, all: readonly Finding[], fresh: readonly number[]): readonly number[] {
    if (fresh.length <= MOST_TOLD) return fresh;
    this.log.note(`${printable(path)}: only the first ${MOST_TOLD} of ${fresh.length} findings are told`);
    const told = fresh.slice(0, MOST_TOLD);
    const isError = (at: number): boolean => all[at]!.severity === 'error';
    const error = told.some(isError) ? undefined : fresh.find(isError);
    return error === undefined ? told : [...told.slice(0, -1), error];
  }

  private serviceFor(config: FileConfig): FormService {
    let known = this.services.get(config);
    if (!known) {
      known = createFormService({ ...config, today: this.today, unverified: 'withheld' });
      this.services.set(config, known);
    }
    return known;
  }

  private withoutKnown(result: Result, config: FileConfig): Result {
    const told = this.baselines.settle(result.path, result.findings, config);
    return told.every(Boolean) ? result : { ...result, findings: result.findings.filter((_, at) => told[at]) };
  }

  end(): void {
    this.baselines.end();
    this.cache?.end();
  }

  private repair(source: Source, config: FileConfig): { text: string; fixed: number } {
    const { fix, fixDryRun } = this.options;
    const { path, text } = source;
    const untouched = { text, fixed: 0 };
    if (!fix && !fixDryRun) return untouched;
    const result = this.serviceFor(config).fix(text, { known: this.baselines.knownIn(path, config) });
    if (result.text === text) return untouched;
    const obstacle = fixDryRun ? obstacleTo(source) : (source.unwritable ?? obstacleTo(source));
    if (obstacle !== undefined) {
      this.log.note(`${printable(path)}: nothing was fixed, as ${obstacle}`);
      return untouched;
    }
    try {
      if (fix && !fixDryRun) writeWhole(path, encode(result.text, source));
    } catch (error) {
      this.log.fail(`${printable(path)}: it could not be written: ${whyNot(error)}`);
      return untouched;
    }
    return { text: result.text, fixed: result.fixed.length };
  }
}

/** Why a file had better be left alone. */
function obstacleTo({ path, root, valid, binary, text, unwritable }: Source): string | undefined {
  if (!valid || binary) return 'some of its bytes could not be read and would be lost';
  if (!isForm4(text)) return 'it does not look like a Form 4';
  if (!unwritable && leadsOut(path, root))
    return 'a link leads from it to a file outside of this folder; name that file itself';
  return undefined;
}
