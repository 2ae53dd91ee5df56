/** What is exported is judged by libxml2 against a schema of its own, test/fixtures/ownership.xsd: neither shares a word with the writer. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { read, readAll } from '../../../server/src/readers';
import { SCHEMAS, writeOwnershipXml, type Gap, type Schema } from '../../../server/src/writers/edgarXml';
import { madeUp, random, withFaults } from '../generate';
import { filingAround } from '../harness';
import { accepted, LAYOUTS, MADE_UP } from './sources';

const XSD = readFileSync('test/fixtures/ownership.xsd', 'utf8');
const SCHEMA: Readonly<Record<Schema, string>> = {
  X0609: XSD,
  X0508: XSD.split('\n')
    .filter((line) => !line.endsWith('<!-- X0609 -->'))
    .join('\n'),
};

interface File {
  readonly name: string;
  readonly xml: string;
}

/** What is wrong with the files, as `name: what`. */
async function faults(files: readonly File[], schema: Schema = 'X0609'): Promise<string[]> {
  const xml = files.map(({ xml: contents }, at) => ({ fileName: `${at}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: SCHEMA[schema], initialMemoryPages: 512 });
  return errors.map(({ message, loc }) => `${files[parseInt(loc?.fileName ?? '', 10)]?.name}: ${message}`);
}

/** What a person would put into the gaps; of no other element is anything known. */
const FILLED: Readonly<Record<string, string>> = {
  issuerCik: '0000000001',
  rptOwnerCik: '0000000002',
  rptOwnerStreet1: '1 Quay Street',
  rptOwnerCity: 'Portland',
  rptOwnerState: 'ME',
  rptOwnerZipCode: '04101',
};
const fillable = (gaps: readonly Gap[]): boolean =>
  gaps.every(({ path }) => [...Object.keys(FILLED), 'aff10b5One'].some((name) => path.endsWith(name)));
function filled(xml: string): string {
  const boxed = xml.replace(/<!-- To fill in, aff10b5One:.*?-->/, '<aff10b5One>0</aff10b5One>');
  return Object.entries(FILLED)
    .reduce((out, [name, words]) => out.replaceAll(`<${name}></${name}>`, `<${name}>${words}</${name}>`), boxed)
    .replace(/<rptOwnerStreet1>([^<]{40})[^<]+</g, '<rptOwnerStreet1>$1<');
}

const exported = (texts: readonly { name: string; text: string }[], schema: Schema): File[] =>
  texts.flatMap(({ name, text }) =>
    readAll(text).flatMap((filing) => {
      const { xml, gaps } = writeOwnershipXml(filing, schema);
      return fillable(gaps) ? [{ name, xml: filled(xml) }] : [];
    }),
  );

describe('exported XML, judged by another program', function () {
  for (const schema of SCHEMAS) {
    it(`of the samples and fixtures is valid ${schema}`, async () => {
      const files = exported(MADE_UP, schema);
      assert.ok(files.length > 20, String(files.length));
      assert.deepEqual(await faults(files, schema), []);
    });
    it(`of 200 made-up filings is valid ${schema}`, async () => {
      const texts = Array.from({ length: 200 }, (_, at) => {
        const next = random(at + 1);
        return { name: `seed ${at + 1}`, text: withFaults(next, madeUp(next), 0) };
      });
      const files = exported(texts, schema);
      assert.ok(files.length > 150, String(files.length));
      assert.deepEqual(await faults(files, schema), []);
    });
  }

  for (const layout of LAYOUTS)
    it(`of the accepted filings in ${layout} is valid`, async () => {
      const files = exported(accepted(layout), 'X0609');
      for (let from = 0; from < files.length; from += 200)
        assert.deepEqual(await faults(files.slice(from, from + 200)), []);
    });

  const good = filled(writeOwnershipXml(read(filingAround('')), 'X0609').xml);
  const bad: readonly (readonly [what: string, from: RegExp, to: string])[] = [
    ['an unfilled gap', /<issuerCik>\d+</, '<issuerCik><'],
    ['a choice that is none', /<transactionCode>A</, '<transactionCode>V<'],
    ['a day that is none', /<periodOfReport>2022-03-07</, '<periodOfReport>2022-02-30<'],
    ['a comma in a number', /<value>100<\/value>/, '<value>1,000</value>'],
    ['a fifth decimal', /<value>100<\/value>/, '<value>1.00001</value>'],
    ['a title of 61 characters', /<value>Common Stock</, `<value>${'x'.repeat(61)}<`],
    ['another order', /(<documentType>4<.documentType>)(\s+)(<periodOfReport>[-\d]+<.periodOfReport>)/, '$3$2$1'],
    ['a lack', /<aff10b5One>.*<\/aff10b5One>/, ''],
    ['a footnote id that leads nowhere', /(<securityTitle>\s*<value>[^<]*<\/value>)/, '$1<footnoteId id="F9"/>'],
    ['an element of its own', /<issuer>/, '<publisher/><issuer>'],
    ['what is not well-formed', /<\/issuer>/, ''],
  ];
  for (const [what, from, to] of bad)
    it(`is refused with ${what}`, async () => {
      const spoiled = good.replace(from, to);
      assert.notEqual(spoiled, good);
      assert.notDeepEqual(await faults([{ name: what, xml: spoiled }]), []);
    });

  it('of X0508 has nothing that came with X0609', async () => {
    const foreign = good.replace(
      '</issuerTradingSymbol>',
      '$&<issuerForeignTradingSymbol>X</issuerForeignTradingSymbol>',
    );
    assert.deepEqual(await faults([{ name: 'foreign', xml: foreign }], 'X0609'), []);
    assert.notDeepEqual(await faults([{ name: 'foreign', xml: foreign }], 'X0508'), []);
  });
});
