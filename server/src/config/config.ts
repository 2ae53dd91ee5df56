/**
 * What a house sets for its filings: `.form4.json`, the editor's settings, options of the command line. The text of a
 * file comes in, what it says and what is wrong with it go out; where the file lies is for others to know.
 */
import { CATALOGUE } from '../rules/catalogue';
import { FAMILIES, SEVERITIES, type Severity } from '../rules/rule';
import { parseDate, type Day } from '../text/days';
import { didYouMean } from '../text/didYouMean';
import type { Span } from '../text/span';
import { readJson, type JsonPath } from './json';

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
  /**
   * Where the filings before a filing are looked for: `automatic`, `off`, or a file or folder: in a `.form4.json` its name seen
   * from the folder of that file, in an editor's settings its address.
   */
  readonly previousFiling: string | undefined;
}

export const NO_CONFIG: Config = {
  rules: {},
  extraClosures: [],
  titles: [],
  natures: [],
  baseline: undefined,
  previousFiling: undefined,
};

/** Something in a configuration that has no effect, and why. */
export interface ConfigProblem {
  readonly message: string;
  /** True where what was meant cannot be known; false where only a name is not known, as one of a later version. */
  readonly grave: boolean;
  /** Leads to the key, or to the entry of a list, that is at fault; undefined where all of it is. */
  readonly path?: JsonPath;
}

/** The same in the text of a file. */
export interface PlacedProblem extends ConfigProblem {
  readonly span?: Span;
}

const KEYS = ['rules', 'extraClosures', 'titles', 'natures', 'baseline', 'previousFiling'];

/** Reads a `.form4.json`. Never throws: what cannot be understood is left out and told. */
export function parseConfig(text: string): { config: Config; problems: PlacedProblem[] } {
  const read = readJson(text);
  if ('fault' in read)
    return { config: NO_CONFIG, problems: [{ message: `This is not JSON: ${read.fault}.`, grave: true }] };
  const placed = (problems: readonly ConfigProblem[]): PlacedProblem[] =>
    problems.map((one) => ({ ...one, span: one.path && read.spanOf(one.path) }));
  const { config, problems } = configOf(read.data);
  const { previousFiling } = config;
  if (previousFiling !== undefined && !isBelow(previousFiling)) {
    problems.push({
      message: `"previousFiling" takes "automatic", "off", or the name of a file or folder below this one; "${previousFiling}" is not below it.`,
      grave: true,
      path: ['previousFiling'],
    });
    return { config: { ...config, previousFiling: undefined }, problems: placed(problems) };
  }
  return { config, problems: placed(problems) };
}

/** Whether a name leads to somewhere below the folder that it is seen from: a file that came with others opens no way out. */
const isBelow = (name: string): boolean => !/^[/~]|[\\:]/.test(name) && !name.split('/').includes('..');

/** The same for data that is already read, as the editor's settings are. */
export function configOf(data: unknown): { config: Config; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const wrong = (message: string, ...path: JsonPath): void =>
    void problems.push({ message, grave: true, ...(path.length > 0 && { path }) });
  if (!isRecord(data)) {
    wrong('Expected an object, { … }.');
    return { config: NO_CONFIG, problems };
  }
  for (const key of Object.keys(data))
    if (!KEYS.includes(key) && key !== '$schema')
      problems.push({ message: `There is no setting "${key}".${didYouMean(key, KEYS)}`, grave: false, path: [key] });

  const list = (key: string): string[] => {
    const value = data[key] ?? [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as string[];
    wrong(`"${key}" takes a list of texts, [ "…" ].`, key);
    return [];
  };
  const extraClosures = list('extraClosures').flatMap((written, at) => {
    const day = parseDate(written)?.day;
    if (day === undefined)
      wrong(`"extraClosures" takes days as "2023-03-07"; found "${written}".`, 'extraClosures', at);
    return day === undefined ? [] : [day];
  });
  const { baseline } = data;
  if (baseline !== undefined && baseline !== null && typeof baseline !== 'string')
    wrong('"baseline" takes the name of a file.', 'baseline');
  const { previousFiling } = data;
  if (previousFiling !== undefined && previousFiling !== null && typeof previousFiling !== 'string')
    wrong('"previousFiling" takes "automatic", "off", or the name of a file or folder.', 'previousFiling');
  const config: Config = {
    rules: rulesOf(data.rules ?? {}, problems),
    extraClosures,
    titles: list('titles'),
    natures: list('natures'),
    baseline: typeof baseline === 'string' && baseline !== '' ? baseline : undefined,
    previousFiling: typeof previousFiling === 'string' && previousFiling !== '' ? previousFiling : undefined,
  };
  return { config, problems };
}

function rulesOf(data: unknown, problems: ConfigProblem[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(data)) {
    problems.push({
      message: '"rules" takes an object of rules and severities, { "holdings-total": "warning" }.',
      grave: true,
      path: ['rules'],
    });
    return rules;
  }
  for (const [name, setting] of Object.entries(data)) {
    const unknown = unknownRule(name);
    if (unknown) problems.push({ message: unknown, grave: false, path: ['rules', name] });
    else if (isRuleSetting(setting)) rules[name] = setting;
    else problems.push({ message: notASetting(name, setting), grave: true, path: ['rules', name] });
  }
  return rules;
}

/** Whether a value is an object with keys. */
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
