/** Finds what a house has set: `.form4.json` upwards from a file, or the one that was named, and --rule over it. */
import fs from 'node:fs';
import path from 'node:path';
import {
  bySingleRule,
  CONFIG_FILE,
  isRuleSetting,
  mergeSettings,
  NO_CONFIG,
  notASetting,
  parseConfig,
  unknownRule,
  type Config,
  type RuleSetting,
} from '../config';
import { decode } from './decode';
import { readBytes, UsageError, whyNot } from './files';
import type { Log } from './inputs';
import { printable } from './printable';

export interface HouseOptions {
  /** A file to use for all; false to use none. */
  readonly config?: string | boolean;
  /** `id:severity`, the last one of an id counts. */
  readonly rule?: readonly string[];
}

export interface House extends Config {
  /** The file that it comes from; undefined where there is none. */
  readonly file: string | undefined;
  /** What --rule has set, by rule id. */
  readonly asked: Readonly<Record<string, RuleSetting>>;
}

export class Houses {
  /** By the folder as it was named. */
  private readonly byName = new Map<string, House>();
  private readonly byFolder = new Map<string, House>();
  private readonly byFile = new Map<string, House>();
  private readonly named: House | undefined;
  private readonly rules: Record<string, RuleSetting>;

  constructor(
    options: HouseOptions,
    private readonly log: Log,
  ) {
    this.rules = bySingleRule(rulesOf(options.rule ?? []));
    if (options.config === false) this.named = this.with(NO_CONFIG, undefined);
    if (typeof options.config === 'string') this.named = this.read(options.config, true);
  }

  /** What holds for the file of this name, which need not be there. */
  of(file: string): House {
    if (this.named) return this.named;
    const folder = path.dirname(file);
    let house = this.byName.get(folder);
    if (!house) this.byName.set(folder, (house = this.ofFolder(path.dirname(path.resolve(file)))));
    return house;
  }

  private ofFolder(folder: string): House {
    let house = this.byFolder.get(folder);
    if (!house) {
      const file = path.join(folder, CONFIG_FILE);
      const above = path.dirname(folder);
      if (fs.existsSync(file)) house = this.read(file, false);
      else house = above === folder ? this.with(NO_CONFIG, undefined) : this.ofFolder(above);
      this.byFolder.set(folder, house);
    }
    return house;
  }

  private read(file: string, asked: boolean): House {
    let house = this.byFile.get(file);
    if (house) return house;
    let text: string;
    try {
      text = decode(readBytes(file)).text;
    } catch (error) {
      const words = `${printable(file)}: ${whyNot(error)}`;
      if (asked) throw new UsageError(words);
      this.log.fail(words);
      text = '{}';
    }
    const { config, problems } = parseConfig(text);
    for (const { message, grave } of problems)
      this.log[grave ? 'fail' : 'note'](`${printable(file)}: ${printable(message)}`);
    house = this.with(config, file);
    this.byFile.set(file, house);
    return house;
  }

  private with(config: Config, file: string | undefined): House {
    const merged = mergeSettings(config, {});
    return { ...merged, rules: { ...merged.rules, ...this.rules }, file, asked: this.rules };
  }
}

function rulesOf(asked: readonly string[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const one of asked) {
    const at = one.lastIndexOf(':');
    const name = one.slice(0, at);
    const setting = one.slice(at + 1);
    if (at < 1)
      throw new UsageError(
        `--rule: expected a rule and its severity, as holdings-total:warning; found ${printable(one) || 'nothing'}`,
      );
    if (one.includes(','))
      throw new UsageError(`--rule takes one rule and its severity; repeat it for each: found ${printable(one)}`);
    const problem = unknownRule(name) ?? (isRuleSetting(setting) ? undefined : notASetting(name, setting));
    if (problem) throw new UsageError(`--rule: ${printable(problem)}`);
    rules[name] = setting as RuleSetting;
  }
  return rules;
}
