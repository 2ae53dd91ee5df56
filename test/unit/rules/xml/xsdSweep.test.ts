/**
 * What the schema refuses is an error of ours, told at the element and once or twice: hundreds of spoiled documents, judged
 * by libxml2 against test/fixtures/ownership.xsd. FORM4_XML names other documents to spoil, parted by commas, of which nothing
 * is said and which the schema takes; FORM4_SWEEP=1 prints how many were refused, and of how many we said it wrongly.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { read } from '../../../../server/src/readers';
import { check } from '../../../../server/src/rules/run';
import { said } from '../../harness';
import { mutantsOf, parsed, printed, type Mutant } from '../../xmlMutants';

const schema = readFileSync('test/fixtures/ownership.xsd', 'utf8');
const DOCUMENTS = (process.env.FORM4_XML ?? 'test/fixtures/whole.xml').split(',');
/** One cause is one finding, or two. */
const MOST = 2;
const TODAY = 20_600; // 2026-05-27, after every date of it

/** Which of some documents the schema refuses, by their places in the list. */
async function refused(xmls: readonly string[]): Promise<Set<number>> {
  const out = new Set<number>();
  for (let from = 0; from < xmls.length; from += 200) {
    const xml = xmls.slice(from, from + 200).map((contents, at) => ({ fileName: `${from + at}.xml`, contents }));
    const { errors } = await validateXML({ xml, schema, initialMemoryPages: 512 });
    for (const { loc } of errors) if (loc) out.add(parseInt(loc.fileName, 10));
  }
  return out;
}

/** What is wrong with what we say of a mutant that the schema refuses; undefined where nothing is. */
function wrongly({ xml, places }: Mutant): string | undefined {
  const findings = check(read(xml), { today: TODAY, beforeFiling: true });
  const all = `\n    ${said(findings).join('\n    ')}`;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return `no error${all}`;
  if (!errors.some(({ span }) => places.some(({ start, end }) => span.end >= start && span.start <= end)))
    return `elsewhere${all}`;
  return findings.length > MOST ? `${findings.length} findings${all}` : undefined;
}

for (const path of DOCUMENTS)
  describe(`what the schema refuses of ${path}`, function () {
    const WHOLE = readFileSync(path, 'utf8');
    it('is nothing of the whole document, and neither do we', async () => {
      const { xml } = printed(parsed(WHOLE));
      assert.deepEqual(await refused([WHOLE, xml]), new Set());
      assert.deepEqual(said(check(read(WHOLE), { today: TODAY })), []);
      assert.deepEqual(said(check(read(xml), { today: TODAY })), []);
    });
    it('is told as an error, at the element, in one finding or two', async () => {
      const mutants = [...mutantsOf(WHOLE)];
      const bad = await refused(mutants.map(({ xml }) => xml));
      const told = mutants.filter((_, at) => bad.has(at));
      assert.ok(told.length >= 500, `${told.length} of ${mutants.length}`);
      const wrong = told.flatMap((mutant) => {
        const how = wrongly(mutant);
        return how === undefined ? [] : [`${mutant.name}: ${how}`];
      });
      if (process.env.FORM4_SWEEP === '1')
        console.log(`${told.length} refused of ${mutants.length}, ${wrong.length} wrong`);
      assert.deepEqual(wrong, [], wrong.join('\n'));
    });
  });
