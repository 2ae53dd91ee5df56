/** What holds for one filing, put together from the `.form4.json` above it, an editor's settings and --rule. */
import { CATALOGUE } from '../rules/catalogue';
import type { Day } from '../text/days';
import { NO_CONFIG, type Config, type RuleSetting } from './config';

/** A configuration in which rules are set by their ids alone. */
export interface EffectiveConfig extends Config {
  /** Days on which EDGAR is closed besides those that are known. */
  readonly closed: ReadonlySet<Day>;
  /** Who has set how a rule speaks, in words. */
  readonly whoSet: (rule: string) => string;
}

export interface ConfigSources {
  /** The nearest `.form4.json`, under the name that people know it by. */
  readonly file?: { readonly name: string; readonly config: Config };
  /** The editor's settings. */
  readonly editor?: Partial<Config>;
  /** What --rule has set, by rule id. */
  readonly options?: Readonly<Record<string, RuleSetting>>;
}

/**
 * The file that a house keeps beside its filings goes before the settings of the editor, so that editor and command line
 * agree; what was asked for on the command line goes before both.
 */
export function effectiveConfig({ file, editor = {}, options = {} }: ConfigSources): EffectiveConfig {
  const config = file?.config ?? NO_CONFIG;
  const both = <T>(one: readonly T[] = [], other: readonly T[]): T[] => [...new Set([...one, ...other])];
  const inFile = bySingleRule(config.rules);
  const extraClosures = both(editor.extraClosures, config.extraClosures);
  return {
    rules: { ...bySingleRule(editor.rules ?? {}), ...inFile, ...options },
    extraClosures,
    closed: new Set(extraClosures),
    titles: both(editor.titles, config.titles),
    natures: both(editor.natures, config.natures),
    baseline: config.baseline ?? editor.baseline,
    whoSet: (rule) =>
      own(options, rule)
        ? 'set by --rule'
        : own(inFile, rule)
          ? `set in ${file!.name}`
          : 'set in the settings of the editor',
  };
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

/**
 * Each rule with how it speaks, and who said so where that is not the rule's own way.
 * @param past whether the filings before are looked at: without them their rules have nothing to say
 */
export function spokenRules(
  rules: Readonly<Record<string, RuleSetting>>,
  whoSet: (id: string) => string,
  past = false,
): { id: string; setting: RuleSetting; why: string | undefined }[] {
  const settings = severitiesUnder(rules);
  return CATALOGUE.filter(({ family }) => past || family !== 'series').map(({ id, severity, off }) => {
    const setting = settings[id]!;
    const own = off ? 'off' : severity;
    const why = setting !== own ? whoSet(id) : setting === 'off' ? 'as long as nobody turns it on' : undefined;
    return { id, setting, why };
  });
}

/** The rules that speak by themselves and are off under some settings. */
export const rulesTurnedOff = ({ rules, whoSet }: Pick<EffectiveConfig, 'rules' | 'whoSet'>): string[] =>
  spokenRules(rules, whoSet).flatMap(({ id, setting }) =>
    setting === 'off' && !CATALOGUE.find((rule) => rule.id === id)?.off ? [id] : [],
  );

/** The entry of a record under a key of its own. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
