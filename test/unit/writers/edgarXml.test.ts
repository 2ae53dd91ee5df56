/** Filing → ownership XML: the same facts, nothing made up, and a file that EDGAR's schema takes once it is filled. */
import assert from 'node:assert/strict';
import { rowsOf } from '../../../server/src/filing/queries';
import { read } from '../../../server/src/readers';
import { SCHEMAS, writeOwnershipXml, type Gap, type Schema } from '../../../server/src/writers/edgarXml';
import { madeUp, random, withFaults } from '../generate';
import { filingAround } from '../harness';
import { differences } from './facts';
import { faultsOf, parseXml } from './schema';
import { accepted, LAYOUTS, MADE_UP } from './sources';

const FILLED: Readonly<Record<string, string>> = {
  issuerCik: '0000000001',
  rptOwnerCik: '0000000002',
  rptOwnerStreet1: '1 Quay Street',
  rptOwnerCity: 'Portland',
  rptOwnerState: 'ME',
  rptOwnerZipCode: '04101',
};

/** The file with what a person would put into its gaps. */
function filled(xml: string): string {
  let out = xml.replace(/<!-- To fill in, aff10b5One:.*?-->/, '<aff10b5One>0</aff10b5One>');
  for (const [name, words] of Object.entries(FILLED))
    out = out.replaceAll(`<${name}></${name}>`, `<${name}>${words}</${name}>`);
  // A street that is longer than a line is parted by a person.
  return out.replace(/<rptOwnerStreet1>([^<]{40})[^<]+</g, '<rptOwnerStreet1>$1<');
}

/** True where `filled` knows all that is lacking: not so of a price that a filing of 2000 left blank. */
const fillable = (gaps: readonly Gap[]): boolean =>
  gaps.every(({ path }) => path.endsWith('aff10b5One') || Object.keys(FILLED).some((name) => path.endsWith(name)));

const convert = (text: string, schema: Schema = 'X0508'): ReturnType<typeof writeOwnershipXml> =>
  writeOwnershipXml(read(text), schema);
const paths = (gaps: readonly Gap[], kind: Gap['kind']): string[] =>
  gaps.filter((gap) => gap.kind === kind).map(({ path }) => path.replace('ownershipDocument/', ''));
const part = (xml: string, name: string): string =>
  new RegExp(`<${name}>[\\s\\S]*?</${name}>`)
    .exec(xml)?.[0]
    .split('\n')
    .map((line) => line.trim())
    .join('') ?? '';

describe('the ownership XML', () => {
  it('lists and marks what a text does not print, and makes nothing up', () => {
    const { xml, gaps } = convert(filingAround(''));
    assert.deepEqual(paths(gaps, 'missing'), [
      'issuer/issuerCik',
      'reportingOwner[1]/reportingOwnerId/rptOwnerCik',
      'aff10b5One',
    ]);
    assert.deepEqual(paths(gaps, 'check'), []);
    assert.match(xml, /<!-- To fill in, issuerCik: [^>]*-->\s*<issuerCik><\/issuerCik>/);
    assert.doesNotMatch(xml, /<aff10b5One>/);
    assert.equal(read(xml).aff10b5One, undefined);
  });

  it('is refused by the schema with its gaps, and taken once they are filled', () => {
    for (const schema of SCHEMAS) {
      const { xml } = convert(filingAround(''), schema);
      assert.deepEqual(faultsOf(xml).length > 0, true);
      assert.deepEqual(faultsOf(filled(xml)), []);
    }
  });

  it('parts an address where the form says what is what', () => {
    assert.equal(
      part(convert(filingAround('')).xml, 'reportingOwnerAddress'),
      '<reportingOwnerAddress><rptOwnerStreet1>12 QUAY STREET</rptOwnerStreet1><rptOwnerCity>PORTLAND</rptOwnerCity>' +
        '<rptOwnerState>ME</rptOwnerState><rptOwnerZipCode>04101</rptOwnerZipCode></reportingOwnerAddress>',
    );
  });

  it('does not part an address that nothing parts', () => {
    const { xml, gaps } = convert(
      filingAround('1. Name and Address of Reporting Person* <u>Alder Rowan J</u> 4 RUE HAUTE LYON FRANCE'),
    );
    const inAddress = paths(gaps, 'missing').filter((path) => path.includes('Address'));
    assert.deepEqual(
      inAddress.map((path) => path.split('/').pop()),
      ['rptOwnerStreet1', 'rptOwnerCity', 'rptOwnerState', 'rptOwnerZipCode'],
    );
    assert.match(xml, /The text says "4 RUE HAUTE LYON FRANCE"/);
  });

  it('writes a row of Table I in the order of the schema', () => {
    const { xml } = convert(
      filingAround(
        '| Common Stock <sup>(1)</sup> | 03/07/2022 | 03/08/2022 | S/K | V | 1,200.5 | D | \\$45.1 <sup>(1)</sup> | 8,000 | I | By Trust |\n1. A note.',
      ),
    );
    assert.equal(
      part(xml, 'nonDerivativeTransaction'),
      '<nonDerivativeTransaction><securityTitle><value>Common Stock</value><footnoteId id="F1"/></securityTitle>' +
        '<transactionDate><value>2022-03-07</value></transactionDate><deemedExecutionDate><value>2022-03-08</value></deemedExecutionDate>' +
        '<transactionCoding><transactionFormType>5</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>1</equitySwapInvolved></transactionCoding>' +
        '<transactionAmounts><transactionShares><value>1200.5</value></transactionShares>' +
        '<transactionPricePerShare><value>45.1</value><footnoteId id="F1"/></transactionPricePerShare>' +
        '<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>' +
        '<postTransactionAmounts><sharesOwnedFollowingTransaction><value>8000</value></sharesOwnedFollowingTransaction></postTransactionAmounts>' +
        '<ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By Trust</value></natureOfOwnership></ownershipNature></nonDerivativeTransaction>',
    );
  });

  it('leaves a number that cannot be read blank and says what the text says', () => {
    const { xml, gaps } = convert(
      filingAround('| Common Stock | 03/07/2022 |  | A |  | 1,39 | A | \\$0 | 1,000 | D |  |'),
    );
    const gap = gaps.find(({ path }) => path.includes('transactionShares'));
    assert.equal(gap?.kind, 'missing');
    assert.match(gap?.why ?? '', /The text says "1,39"/);
    assert.equal(
      part(xml, 'transactionShares').replace(/<!--[^>]*-->/, ''),
      '<transactionShares><value></value></transactionShares>',
    );
  });

  it('keeps words that the schema does not take, and marks them', () => {
    const long = 'Common Stock of a Class with a Name that Goes On and On, Without End';
    const { xml, gaps } = convert(
      filingAround(`| ${long} | 03/07/2022 |  | Q |  | 1.23456 | A | \\$0 | 1,000 | B |  |`),
    );
    assert.deepEqual(
      paths(gaps, 'check').map((path) => path.replace('nonDerivativeTable/nonDerivativeTransaction[1]/', '')),
      [
        'securityTitle/value',
        'transactionCoding/transactionCode',
        'transactionAmounts/transactionShares/value',
        'ownershipNature/directOrIndirectOwnership/value',
      ],
    );
    for (const words of [long, '>Q<', '>1.23456<', '>B<']) assert.ok(xml.includes(words), words);
  });

  it('numbers the notes of a lettered list and says so', () => {
    const { xml, gaps } = convert(
      filingAround(
        '| Common Stock | 03/07/2022 |  | J <sup>(b)</sup> |  | 5 | A | \\$0 <sup>(a)</sup> | 1,000 | D |  |\n(a) One.\n(b) Two.',
      ),
    );
    assert.deepEqual(
      [...xml.matchAll(/footnote(?:Id)? id="(F\d)"/g)].map(([, id]) => id),
      ['F2', 'F1', 'F1', 'F2'],
    );
    assert.deepEqual(paths(gaps, 'check'), ['footnotes/footnote[1]', 'footnotes/footnote[2]']);
  });

  it('marks a footnote that no cell cites, and a citation without a footnote', () => {
    const { gaps } = convert(
      filingAround('| Common Stock | 03/07/2022 |  | A |  | 5 <sup>(2)</sup> | A | \\$0 | 1,000 | D |  |\n1. One.'),
    );
    assert.deepEqual(
      paths(gaps, 'check').map((path) => path.split('/').pop()),
      ['footnoteId', 'footnote[1]'],
    );
  });

  it('escapes what XML gives a meaning, and never opens a comment', () => {
    const { xml } = convert(
      filingAround(
        '| A & B <i>Stock</i> ]]> | 03/07/2022 |  | A |  | x -- y --- z- | A | \\$0 | 1,000 | D |  |\n1. "Quoted" & <b>.',
      ),
    );
    parseXml(xml);
    assert.match(xml, /<value>A &amp; B &lt;i&gt;Stock&lt;\/i&gt; \]\]&gt;<\/value>/);
    assert.match(xml, /<!--[^>]*x - - y - - - z-/);
  });

  it('keeps of an XML what its printed form does not show', () => {
    const source = filled(convert(filingAround('')).xml).replace(
      '</transactionCoding>',
      '</transactionCoding><transactionTimeliness><value>E</value></transactionTimeliness>',
    );
    const { xml, gaps } = convert(source, 'X0609');
    assert.deepEqual(gaps, []);
    assert.match(xml, /<issuerCik>0000000001<\/issuerCik>/);
    assert.match(xml, /<rptOwnerCik>0000000002<\/rptOwnerCik>/);
    assert.equal(part(xml, 'transactionTimeliness'), '<transactionTimeliness><value>E</value></transactionTimeliness>');
    assert.deepEqual(faultsOf(xml), []);
  });

  it('of every sample and fixture holds the same facts, and is taken once it is filled', () => {
    for (const { name, text } of MADE_UP) {
      const filing = read(text);
      for (const schema of SCHEMAS) {
        const { xml, gaps } = writeOwnershipXml(filing, schema);
        assert.deepEqual(differences(filing, read(xml)), [], name);
        if (fillable(gaps)) assert.deepEqual(faultsOf(filled(xml)), [], name);
      }
    }
  });

  it('of 300 made-up filings, with faults and without, holds the same facts', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = random(seed);
      const text = withFaults(next, madeUp(next), seed % 3);
      const filing = read(text);
      // Code and V share their footnotes in the XML, so that one of the V column alone is seen at the code.
      if (rowsOf(filing).some(({ transactionFormType }) => transactionFormType.markers.length > 0)) continue;
      // A holding has no date in the XML: that is a gap.
      if (rowsOf(filing).some(({ kind, transactionDate }) => kind === 'holding' && transactionDate.raw !== ''))
        continue;
      const { xml } = writeOwnershipXml(filing, 'X0609');
      parseXml(xml);
      assert.deepEqual(differences(filing, read(xml)), [], `seed ${seed}`);
      if (seed % 3 === 0) assert.deepEqual(faultsOf(filled(xml)), [], `seed ${seed}`);
    }
  });

  it('of a holding in which a date was typed says that the date has no place', () => {
    const text = filingAround(`| Common Stock | 03/07/2022 |  |  |  |  |  |  | 12,000 | I | By Trust |`);
    const [gap] = writeOwnershipXml(read(text), 'X0609').gaps.filter(({ ask }) => ask === 'no date');
    assert.equal(gap?.why, 'The row reports a holding and the text dates it: "03/07/2022"');
  });

  for (const layout of LAYOUTS)
    it(`of the accepted filings in ${layout} holds the same facts`, () => {
      for (const { name, text } of accepted(layout)) {
        const filing = read(text);
        const { xml, gaps } = writeOwnershipXml(filing, 'X0508');
        assert.deepEqual(differences(filing, read(xml)), [], name);
        if (fillable(gaps)) assert.deepEqual(faultsOf(filled(xml)), [], name);
      }
    });
});

describe('the judge of the schema', () => {
  for (const layout of LAYOUTS.filter((one) => one === 'xml' || one === 'submission'))
    it(`finds no fault in the accepted filings in ${layout}`, () => {
      for (const { name, text } of accepted(layout)) {
        const from = text.indexOf('<ownershipDocument');
        const xml = text.slice(from, text.indexOf('</ownershipDocument>') + '</ownershipDocument>'.length);
        // A page that was saved from a browser is no longer what EDGAR handed out.
        if (!xml.includes('<script')) assert.deepEqual(faultsOf(xml), [], name);
      }
    });

  const good = filled(convert(filingAround('')).xml);
  const bad: readonly (readonly [string, string, string])[] = [
    ['<documentType>4<', '<documentType>6<', 'one of 4 4/A'],
    ['<transactionCode>A<', '<transactionCode>V<', 'not one of'],
    ['<periodOfReport>2022-03-07<', '<periodOfReport>2022-02-30<', 'not a date'],
    ['<value>100</value>', '<value>1,000</value>', 'not a number'],
    ['<value>100</value>', '<value></value>', 'has no value'],
    ['<issuerCik>0000000001</issuerCik>', '', '0 of <issuerCik>'],
    ['<aff10b5One>0</aff10b5One>', '', 'no <aff10b5One>'],
    ['<isDirector>', '<isDirecter>', 'well-formed'],
  ];
  for (const [from, to, why] of bad)
    it(`finds ${to || `the lack of ${from}`}`, () => {
      assert.deepEqual(faultsOf(good), []);
      assert.ok(good.includes(from));
      const spoiled = good.replace(from, to);
      if (why === 'well-formed') assert.throws(() => faultsOf(spoiled));
      else
        assert.ok(
          faultsOf(spoiled).some((fault) => fault.includes(why)),
          faultsOf(spoiled).join('\n'),
        );
    });
});
