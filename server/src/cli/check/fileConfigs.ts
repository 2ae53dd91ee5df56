/** What holds for each file: the nearest `.form4.json` above it, or the one that was named, and --rule over it. */
import fs from 'node:fs';
import path from 'node:path';
import { parseConfig, type RuleSetting } from '../../config/config';
import { bySingleRule, effectiveConfig, type EffectiveConfig } from '../../config/effectiveConfig';
import { readRuleOptions } from '../../config/ruleOption';
import { nearestConfig, searched } from '../../config/search';
import { decode } from '../../node/decode';
import { readBytes } from '../input/files';
import type { Log } from '../output/log';
import { printable } from '../output/printable';
import { UsageError, whyNot } from '../output/usageError';

export interface ConfigOptions {
  /** A file to use for all; false to use none. */
  readonly config?: string | boolean;
  /** `id:severity`, the last one of an id counts. */
  readonly rule?: readonly string[];
}

export interface FileConfig extends EffectiveConfig {
  /** The `.form4.json` that it comes from; undefined where there is none. */
  readonly file: string | undefined;
}

export class FileConfigs {
  /** By the folder as it was named. */
  private readonly byName = new Map<string, FileConfig>();
  private readonly texts = new Map<string, string | undefined>();
  /** By the name of the `.form4.json`; '' stands for none. */
  private readonly byFile = new Map<string, FileConfig>();
  private readonly named: FileConfig | undefined;
  private readonly rules: Readonly<Record<string, RuleSetting>>;

  constructor(
    options: ConfigOptions,
    private readonly log: Log,
  ) {
    const read = readRuleOptions(options.rule ?? []);
    if ('fault' in read) throw new UsageError(printable(read.fault));
    this.rules = bySingleRule(read.rules);
    if (options.config === false) this.named = this.without();
    if (typeof options.config === 'string') this.named = this.parsed(options.config, textOf(options.config));
  }

  /** What holds for the file of this name, which need not be there. */
  of(file: string): FileConfig {
    if (this.named) return this.named;
    const folder = path.dirname(file);
    let config = this.byName.get(folder);
    if (!config) this.byName.set(folder, (config = this.above(path.dirname(path.resolve(file)))));
    return config;
  }

  private above(folder: string): FileConfig {
    const found = searched(nearestConfig(foldersUp(folder)), (file) => this.textAt(file));
    return found ? this.parsed(found.file, found.text) : this.without();
  }

  /** One that cannot be read is told of, and sets nothing. */
  private textAt(file: string): string | undefined {
    if (!this.texts.has(file)) {
      let text: string | undefined;
      try {
        text = fs.existsSync(file) ? textOf(file) : undefined;
      } catch (error) {
        this.log.fail((error as Error).message);
        text = '{}';
      }
      this.texts.set(file, text);
    }
    return this.texts.get(file);
  }

  private parsed(file: string, text: string): FileConfig {
    let known = this.byFile.get(file);
    if (!known) {
      const { config, problems } = parseConfig(text);
      for (const { message, grave } of problems)
        this.log[grave ? 'fail' : 'note'](`${printable(file)}: ${printable(message)}`);
      known = { ...effectiveConfig({ file: { name: file, config }, options: this.rules }), file };
      this.byFile.set(file, known);
    }
    return known;
  }

  private without(): FileConfig {
    let none = this.byFile.get('');
    if (!none) this.byFile.set('', (none = { ...effectiveConfig({ options: this.rules }), file: undefined }));
    return none;
  }
}

/** A folder and those above it, the nearest first. */
function* foldersUp(folder: string): Generator<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    yield at.endsWith(path.sep) ? at : at + path.sep;
    if (path.dirname(at) === at) return;
  }
}

function textOf(file: string): string {
  try {
    return decode(readBytes(file)).text;
  } catch (error) {
    throw new UsageError(`${printable(file)}: ${whyNot(error)}`);
  }
}
