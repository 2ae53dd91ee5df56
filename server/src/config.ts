/**
 * What a house sets for its filings: `.form4.json`, the editor's settings, options of the command line. The text of a
 * file comes in, what it says and what is wrong with it go out; where the file lies is for others to know.
 */
import { didYouMean } from './didYouMean';
import { CATALOGUE } from './rules/catalogue';
import { FAMILIES, SEVERITIES, type Severity } from './rules/rule';
import { parseDate, type Day } from './text/days';

export const CONFIG_FILE = '.form4.json';

export type RuleSetting = Severity | 'off';
export const RULE_SETTINGS: readonly RuleSetting[] = ['off', 'hint', 'information', 'warning', 'error'];

export interface Config {
  /** By rule id or family, as written. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Days on which EDGAR is closed besides those that are known. */
  readonly extraClosures: readonly Day[];
  /** Titles of securities and natures of ownership that the house writes just so. */
  readonly titles: readonly string[];
  readonly natures: readonly string[];
  /** The file of known findings, seen from the folder of this one. */
  readonly baseline: string | undefined;
}

export const NO_CONFIG: Config = { rules: {}, extraClosures: [], titles: [], natures: [], baseline: undefined };

/** Something in a configuration that has no effect, and why. */
export interface ConfigProblem {
  readonly message: string;
  /** True where what was meant cannot be known; false where only a name is not known, as one of a later version. */
  readonly grave: boolean;
  /** The key or the text at fault, as the file has it between quotes; undefined where all of it is. */
  readonly at?: string;
}

const KEYS = ['rules', 'extraClosures', 'titles', 'natures', 'baseline'];

/** Reads a `.form4.json`. Never throws: what cannot be understood is left out and told. */
export function parseConfig(text: string): { config: Config; problems: ConfigProblem[] } {
  try {
    return configOf(JSON.parse(text));
  } catch (error) {
    return { config: NO_CONFIG, problems: [{ message: `This is not JSON: ${(error as Error).message}`, grave: true }] };
  }
}

/** The same for data that is already read, as the editor's settings are. */
export function configOf(data: unknown): { config: Config; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const wrong = (message: string, at?: string): void => void problems.push({ message, grave: true, at });
  if (!isRecord(data)) {
    wrong('Expected an object, { … }.');
    return { config: NO_CONFIG, problems };
  }
  for (const key of Object.keys(data))
    if (!KEYS.includes(key) && key !== '$schema')
      problems.push({ message: `There is no setting "${key}".${didYouMean(key, KEYS)}`, grave: false, at: key });

  const list = (key: string): string[] => {
    const value = data[key] ?? [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as string[];
    wrong(`"${key}" takes a list of texts, [ "…" ].`, key);
    return [];
  };
  const extraClosures = list('extraClosures').flatMap((written) => {
    const day = parseDate(written)?.day;
    if (day === undefined) wrong(`"extraClosures" takes days as "2023-03-07"; found "${written}".`, written);
    return day === undefined ? [] : [day];
  });
  const { baseline } = data;
  if (baseline !== undefined && baseline !== null && typeof baseline !== 'string')
    wrong('"baseline" takes the name of a file.', 'baseline');
  const config: Config = {
    rules: rulesOf(data.rules ?? {}, problems),
    extraClosures,
    titles: list('titles'),
    natures: list('natures'),
    baseline: typeof baseline === 'string' && baseline !== '' ? baseline : undefined,
  };
  return { config, problems };
}

function rulesOf(data: unknown, problems: ConfigProblem[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(data)) {
    problems.push({
      message: '"rules" takes an object of rules and severities, { "holdings-total": "warning" }.',
      grave: true,
      at: 'rules',
    });
    return rules;
  }
  for (const [name, setting] of Object.entries(data)) {
    const unknown = unknownRule(name);
    if (unknown) problems.push({ message: unknown, grave: false, at: name });
    else if (isRuleSetting(setting)) rules[name] = setting;
    else problems.push({ message: notASetting(name, setting), grave: true, at: name });
  }
  return rules;
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

export const isRuleSetting = (value: unknown): value is RuleSetting => RULE_SETTINGS.includes(value as RuleSetting);

/** What is wrong with the name of a rule or family; undefined where nothing is. */
export function unknownRule(name: string): string | undefined {
  const names = [...CATALOGUE.map(({ id }) => id), ...FAMILIES];
  return names.includes(name)
    ? undefined
    : `There is no rule and no family of rules "${name}".${didYouMean(name, names)}`;
}

export function notASetting(name: string, setting: unknown): string {
  const near = typeof setting === 'string' ? didYouMean(setting, RULE_SETTINGS) : '';
  return `"${name}" takes off, ${[...SEVERITIES].reverse().join(', ')}; found ${JSON.stringify(setting)}.${near}`;
}

/**
 * Settings by rule id, for the rules to run with. A family speaks for its rules, but does not wake those that are off
 * by themselves; a rule's own id goes before its family.
 */
export function bySingleRule(rules: Readonly<Record<string, RuleSetting>>): Record<string, RuleSetting> {
  const out: Record<string, RuleSetting> = {};
  for (const { id, family, off } of CATALOGUE) {
    const setting = own(rules, id) ?? (off ? undefined : own(rules, family));
    if (setting !== undefined) out[id] = setting;
  }
  return out;
}

/** How each rule speaks under settings by rule id. */
export function severitiesUnder(rules: Readonly<Record<string, RuleSetting>>): Record<string, RuleSetting> {
  return Object.fromEntries(CATALOGUE.map(({ id, severity, off }) => [id, own(rules, id) ?? (off ? 'off' : severity)]));
}

/** Each rule with how it speaks, and who said so where that is not the rule's own way. */
export function spokenRules(
  rules: Readonly<Record<string, RuleSetting>>,
  whoSet: (id: string) => string,
): { id: string; setting: RuleSetting; why: string | undefined }[] {
  const settings = severitiesUnder(rules);
  return CATALOGUE.map(({ id, severity, off }) => {
    const setting = settings[id]!;
    const own = off ? 'off' : severity;
    const why = setting !== own ? whoSet(id) : setting === 'off' ? 'as long as nobody turns it on' : undefined;
    return { id, setting, why };
  });
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * What holds for a filing: the editor's settings, and over them the file that the house keeps beside its filings, so
 * that editor and command line agree. Rules come out by id.
 */
export function mergeSettings(config: Config, settings: Partial<Config>): Config {
  const both = <T>(one: readonly T[] = [], other: readonly T[]): T[] => [...new Set([...one, ...other])];
  return {
    rules: { ...bySingleRule(settings.rules ?? {}), ...bySingleRule(config.rules) },
    extraClosures: both(settings.extraClosures, config.extraClosures),
    titles: both(settings.titles, config.titles),
    natures: both(settings.natures, config.natures),
    baseline: config.baseline ?? settings.baseline,
  };
}
