// Every pattern of the grammar, judged by recheck: linear, or an attack string that shows that it is not.
import { runInNewContext } from 'node:vm';

process.env.RECHECK_BACKEND = 'pure'; // the JavaScript one, not the native program
const { check } = await import('recheck');

/** All regular expressions in a grammar, each once. */
export function patternsOf(grammar) {
  const found = new Set();
  JSON.stringify(grammar, (key, value) => {
    if (['match', 'begin', 'end', 'while'].includes(key) && typeof value === 'string') found.add(value);
    return value;
  });
  return [...found];
}

/** Does the attack do harm? On a busy machine recheck believes in attacks that take no time at all. */
function harmful(pattern, attack) {
  try {
    runInNewContext('new RegExp(pattern).test(attack)', { pattern, attack }, { timeout: 500 });
    return false;
  } catch {
    return true;
  }
}

/** The patterns that recheck does not call safe, with what it says. Few rounds of fuzzing, the same ones each time. */
export async function nonLinear(patterns) {
  const found = [];
  for (const pattern of patterns) {
    const result = await check(pattern, '', { timeout: 60_000, maxIteration: 2, randomSeed: 1 });
    if (result.status === 'safe' || (result.attack && !harmful(pattern, result.attack.string))) continue;
    found.push(`${result.status} ${result.complexity?.summary ?? ''}: ${pattern}`);
  }
  return found;
}
