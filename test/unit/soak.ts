/**
 * How much a suite takes and from where: as much as fits into every run, the same each time; `npm run soak` asks for more
 * and for other seeds through the environment.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';

const { FORM4_RUNS, FORM4_SEED, FORM4_TALLY } = process.env;
const CANDIDATES = 'test/crashes/candidates';

/** How many inputs the suite takes. */
export const runs = (usual: number): number => (FORM4_RUNS === undefined ? usual : Number(FORM4_RUNS));

/** What the inputs are drawn from. */
export const seed = (usual: number): number => (FORM4_SEED === undefined ? usual : Number(FORM4_SEED));

/** Whether the full sizes are wanted, which take minutes. */
export const FULL = process.env.FORM4_FULL === '1';

/** Writes down for `npm run soak` how many inputs were tried. */
export function tally(suite: string, inputs: number): void {
  if (FORM4_TALLY !== undefined) appendFileSync(FORM4_TALLY, JSON.stringify({ suite, inputs }) + '\n');
}

/** Keeps a text that something went wrong with: a candidate for test/crashes. The path of the file. */
export function keep(text: string): string {
  mkdirSync(CANDIDATES, { recursive: true });
  const file = `${CANDIDATES}/${createHash('sha256').update(text).digest('hex').slice(0, 12)}.txt`;
  // Half a pair of surrogates has no UTF-8: UTF-16 keeps each text as it is.
  writeFileSync(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
  return file;
}

/** Holds a property of texts to so many of them; the smallest that it does not hold for is kept. */
export function holds<T extends unknown[]>(
  suite: string,
  inputs: { text: fc.Arbitrary<string>; more: fc.Arbitrary<T> },
  { seed, numRuns }: { seed: number; numRuns: number },
  property: (text: string, more: T) => void,
): void {
  const result = fc.check(fc.property(inputs.text, inputs.more, property), { seed, numRuns });
  tally(suite, result.numRuns);
  if (!result.failed) return;
  const [text] = result.counterexample ?? [];
  const kept = text === undefined ? '' : `\nkept as ${keep(text)}`;
  throw new Error(`${fc.defaultReportMessage(result) ?? 'failed'}${kept}`, { cause: result.errorInstance });
}
