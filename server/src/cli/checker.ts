/** Checks one file after another, with what its house has set. */
import { fixAll } from '../features/fixAll';
import { tried } from '../features/tried';
import type { Filing } from '../filing/model';
import { readAll } from '../readers';
import { recognise } from '../readers/recognise';
import type { Finding } from '../rules/rule';
import { check } from '../rules/run';
import type { Day } from '../text/days';
import { Baselines, type BaselineOptions } from './baselines';
import { encode } from './decode';
import { whyNot, writeWhole } from './files';
import type { Checked } from './format';
import { Houses, type House, type HouseOptions } from './house';
import type { Log, Source } from './inputs';
import { visible } from '../text/visible';

export interface CheckerOptions extends HouseOptions, BaselineOptions {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

export class Checker {
  private readonly houses: Houses;
  private readonly baselines: Baselines;

  constructor(
    private readonly options: CheckerOptions,
    private readonly today: Day,
    private readonly log: Log,
  ) {
    this.houses = new Houses(options, log);
    this.baselines = new Baselines(options, log);
  }

  check(source: Source): Checked {
    const house = this.houses.of(source.path);
    const options = { rules: house.rules, today: this.today, closed: new Set(house.extraClosures) };
    const checked = (filing: Filing): Finding[] => check(filing, options);
    const findingsOf = (filing: Filing): Finding[] => tried(filing, checked(filing), checked);
    const { text, fixed } = this.repair(source, house, findingsOf);
    const filings = readAll(text);
    const all = filings.flatMap(findingsOf);
    const findings = this.baselines.settle(source.path, filings, all, house);
    const told = new Set(findings);
    const known = all.filter((finding) => !told.has(finding));
    return {
      path: source.path,
      source,
      filing: filings[0]!,
      filings,
      findings,
      known,
      fixed,
      house,
      today: this.today,
    };
  }

  end(): void {
    this.baselines.end();
  }

  private repair(
    source: Source,
    house: House,
    findingsOf: (filing: Filing) => Finding[],
  ): { text: string; fixed: number } {
    const { fix, fixDryRun } = this.options;
    const { path, text } = source;
    const untouched = { text, fixed: 0 };
    if (!fix && !fixDryRun) return untouched;
    const result = fixAll(text, (filing) => this.baselines.split(path, [filing], findingsOf(filing), house).fresh);
    if (result.text === text) return untouched;
    const obstacle =
      source.stdin && !fixDryRun ? 'stdin is no file; --fix-dry-run shows the changes' : obstacleTo(source);
    if (obstacle !== undefined) {
      this.log.note(`${visible(path)}: nothing was fixed, as ${obstacle}`);
      return untouched;
    }
    try {
      if (fix && !fixDryRun) writeWhole(path, encode(result.text, source));
    } catch (error) {
      this.log.fail(`${visible(path)}: it could not be written: ${whyNot(error)}`);
      return untouched;
    }
    return { text: result.text, fixed: result.fixed.length };
  }
}

/** Why a file had better be left alone. */
function obstacleTo({ valid, binary, text }: Source): string | undefined {
  if (!valid || binary) return 'some of its bytes could not be read and would be lost';
  if (!recognise(text)) return 'it does not look like a Form 4';
  return undefined;
}
