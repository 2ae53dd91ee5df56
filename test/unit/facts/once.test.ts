/** The tables of server/src/facts say each thing once: no code, layout or limit is listed again where it is used. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { BOX_FIELDS } from '../../../server/src/facts/fields';
import { LAYOUTS } from '../../../server/src/facts/layouts';
import { MOST_OWNERS } from '../../../server/src/facts/limits';
import { codesOf, TRANSACTION_CODES } from '../../../server/src/facts/transactionCodes';
import { limitsIn, listsIn, treeOf, type Listed } from './listed';

const FILES = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { ignore: 'server/src/facts/**' }).sort();
describe('the tables of facts', () => {
  /** Of each file what it lists, and the limits that it says in its own numbers. */
  const lists: { file: string; list: Listed }[] = [];
  const limits: string[] = [];

  before('take the sources apart', function () {
    for (const file of FILES) {
      const tree = treeOf(readFileSync(file, 'utf8'));
      for (const list of listsIn(tree)) lists.push({ file, list });
      for (const limit of limitsIn(tree)) limits.push(`${file}:${limit}`);
    }
  });

  /** Lists that stand where they are used, and why. */
  const ALLOWED: Readonly<Record<string, string>> = {
    'client/src/documents.ts: tabbed piped markdown columns edgarXml submission html ascii':
      'names to be translated, which must stand in the client; their type asks for every layout',
    'server/src/rules/footnotes/contradictions.ts: P F S D G J A':
      'each code with the words of a note that contradict it',
    'server/src/readers/rowSense.ts: D C V N S O': 'kinds of columns by a letter, and no codes',
    'server/src/readers/columns/rows.ts: C V': 'kinds of columns by a letter, and no codes',
  };

  const CODES = new Set(TRANSACTION_CODES.map(({ code }) => code));
  /** The sides A and D, and the forms of ownership D and I, are letters of codes too. */
  const NO_CODES = /^[ADI]+$/;

  const ofCodes = (names: readonly string[]): boolean =>
    names.every((name) => /^[A-Z]$/.test(name)) &&
    names.filter((name) => CODES.has(name)).length > 1 &&
    !NO_CODES.test(names.join(''));
  const ofLayouts = (names: readonly string[]): boolean => names.every((name) => Object.hasOwn(LAYOUTS, name));

  /** The lists of the sources that are of codes, or of layouts. */
  const inSources = (what: (names: readonly string[]) => boolean): string[] =>
    lists.flatMap(({ file, list: { names } }) => (what(names) ? [`${file}: ${names.join(' ')}`] : []));

  const found = (source: string, what: (names: readonly string[]) => boolean): number =>
    listsIn(treeOf(source)).filter(({ names }) => what(names)).length;

  describe('codes and layouts are listed in facts alone', () => {
    for (const [name, what] of Object.entries({ codes: ofCodes, layouts: ofLayouts }))
      it(name, () => {
        assert.deepEqual(
          inSources(what).filter((one) => !Object.hasOwn(ALLOWED, one)),
          [],
          'make it a column of server/src/facts/transactionCodes.ts or layouts.ts',
        );
      });
    it('what is known of a layout is asked of its row, outside the readers', () => {
      const all = FILES.filter((file) => !file.startsWith('server/src/readers/'));
      const compared = all.filter((file) => /\blayout [=!]== '/.test(readFileSync(file, 'utf8')));
      assert.deepEqual(compared, [], 'make it a column of server/src/facts/layouts.ts');
    });
    it('what is allowed is still there', () => {
      const all = [...inSources(ofCodes), ...inSources(ofLayouts)];
      for (const one of Object.keys(ALLOWED)) assert.ok(all.includes(one), one);
    });
    for (const source of [
      `const EXERCISES = new Set(['M', 'X']);`,
      `interface Sold { readonly code: 'F' | 'S' | undefined }`,
      `if (code === 'M' || code === 'X') return;`,
      `if (row && ((code !== 'M' && code !== 'X') || other)) return;`,
      `const MEANING = { P: 1, S: 2 };`,
      `switch (code) { case 'P': case 'S': return 1; }`,
      `const is = 'PSF'.includes(code);`,
      `const is = /^[PSF]$/.test(code);`,
    ])
      it(`finds codes in ${source}`, () => assert.equal(found(source, ofCodes), 1));
    for (const source of [
      `const SIDES = ['A', 'D'];`,
      `type Ownership = 'D' | 'I';`,
      `if (code === 'G' || side === 'A') return;`,
      `const LETTERS = { B: 'P', N: 'M' };`,
    ])
      it(`finds none in ${source}`, () => assert.equal(found(source, ofCodes), 0));
    for (const source of [
      `const WRITABLE = new Set<Layout>(['tabbed', 'piped']);`,
      `if (layout !== 'edgarXml' && layout !== 'submission') return;`,
    ])
      it(`finds layouts in ${source}`, () => assert.equal(found(source, ofLayouts), 1));
  });

  describe('limits are said in facts alone', () => {
    it('by number, and in messages', () => assert.deepEqual(limits, [], 'take it from server/src/facts/limits.ts'));
    for (const source of [
      `export const MOST_NOTES = 99;`,
      `if (notes.length + 1 > 99) return;`,
      `if (note.text.length > 1000) return;`,
      `const MOST_ROWS = 30;`,
      'const message = `Expected at most 99 footnotes; found ${count}.`;',
      `const message = 'a title of up to 30 characters';`,
    ])
      it(`finds one in ${source}`, () => assert.equal(limitsIn(treeOf(source)).length, 1));
    for (const source of [`const MOST_ITEMS = 30;`, 'const words = `up to ${MOST} characters`;', `wait(1000);`])
      it(`finds none in ${source}`, () => assert.deepEqual(limitsIn(treeOf(source)), []));
    it('the number of persons, which the form’s fields say in words', () => {
      assert.equal(MOST_OWNERS, 10);
      for (const field of ['reportingPerson', 'jointFiling', 'signature'] as const)
        assert.match(BOX_FIELDS[field].about, /at most ten\b|\bten at most/i);
    });
  });

  describe('the families of codes', () => {
    it('of exercises are exercises, for which rules look first', () => {
      const exercises = codesOf('exercise');
      for (const code of [...codesOf('inBothTables'), ...codesOf('paysExercisePrice')])
        assert.ok(exercises.includes(code), code);
    });
    it('no code is always due that may wait', () => {
      const due = codesOf('alwaysDue');
      assert.deepEqual(
        codesOf('mayWait').filter((code) => due.includes(code)),
        [],
      );
    });
    it('an opposite has its opposite, on the other side', () => {
      for (const { code, opposite, side } of TRANSACTION_CODES.filter((one) => one.opposite !== undefined)) {
        const other = TRANSACTION_CODES.find((one) => one.code === opposite)!;
        assert.equal(other.opposite, code);
        assert.notEqual(other.side.nonDerivativeTable, side.nonDerivativeTable);
      }
    });
    it('a side is kept where there is one', () => {
      for (const { code, side, sideKept } of TRANSACTION_CODES)
        for (const table of ['nonDerivativeTable', 'derivativeTable'] as const)
          assert.ok(sideKept[table] === undefined || side[table] !== undefined, `${code} ${table}`);
    });
  });

  describe('the grammar', () => {
    it('colours the codes that stand alone, each of them', () => {
      const grammar = readFileSync('syntaxes/form4.tmLanguage.json', 'utf8');
      const lists = [...grammar.matchAll(/\[([A-Z]{4,})\]/g)].map(([, letters]) => letters!);
      const alone = TRANSACTION_CODES.filter(({ standsAlone }) => standsAlone).map(({ code }) => code);
      assert.ok(lists.length > 0);
      for (const list of lists) assert.deepEqual([...list].sort(), [...alone].sort());
    });
  });
});
