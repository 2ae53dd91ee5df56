/** `--rule ID:SEVERITY`, as the command line takes it. */
import { isRuleSetting, notASetting, unknownRule, type RuleSetting } from './config';

/** What several such options set, by rule or family, the last one of each counting; in words what is wrong with one. */
export function readRuleOptions(
  options: readonly string[],
): { readonly rules: Readonly<Record<string, RuleSetting>> } | { readonly fault: string } {
  const rules: Record<string, RuleSetting> = {};
  for (const one of options) {
    const at = one.lastIndexOf(':');
    const name = one.slice(0, at);
    const setting = one.slice(at + 1);
    if (at < 1)
      return {
        fault: `--rule: expected a rule and its severity, as holdings-total:warning; found ${one || 'nothing'}`,
      };
    if (one.includes(',')) return { fault: `--rule takes one rule and its severity; repeat it for each: found ${one}` };
    const unknown = unknownRule(name);
    if (unknown !== undefined) return { fault: `--rule: ${unknown}` };
    if (!isRuleSetting(setting)) return { fault: `--rule: ${notASetting(name, setting)}` };
    rules[name] = setting;
  }
  return { rules };
}
