/** The filings that the writers are tried on: made-up ones and, where a folder of accepted filings is named, those. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

const textsIn = (folder: string): Sample[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|xml|html?)$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));

/** The samples and fixtures of the project. */
export const MADE_UP: readonly Sample[] = ['samples', 'test/fixtures'].flatMap(textsIn);

const CORPUS = process.env.FORM4_CORPUS ?? '';

/** The folders of FORM4_CORPUS, one a layout; none where it is not set. */
export const LAYOUTS: readonly string[] = existsSync(CORPUS)
  ? readdirSync(CORPUS, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

/** The accepted filings of a layout; none where FORM4_CORPUS names no folder with them. */
export const accepted = (layout: string): Sample[] => (LAYOUTS.includes(layout) ? textsIn(join(CORPUS, layout)) : []);

/** Pages of filings that became text in many ways, by the way: `FORM4_CORPUS/ways/AGE/WAY`; none where they are not there. */
export const ways = (): ReadonlyMap<string, Sample[]> => {
  const root = join(CORPUS, 'ways');
  if (!LAYOUTS.includes('ways')) return new Map();
  return new Map(
    readdirSync(root).flatMap((age) =>
      readdirSync(join(root, age)).map((way) => [`${age}/${way}`, textsIn(join(root, age, way))] as const),
    ),
  );
};
