/** Filing → text: the same facts when it is read again, and the same text when that is written again. */
import assert from 'node:assert/strict';
import { read } from '../../../server/src/readers';
import { writePiped } from '../../../server/src/writers/piped';
import { writeText } from '../../../server/src/writers/text';
import { writeOwnershipXml } from '../../../server/src/writers/edgarXml';
import { madeUp, random, withFaults } from '../generate';
import { filingAround } from '../harness';
import { differences } from './facts';
import { accepted, LAYOUTS, MADE_UP, type Sample } from './sources';

const ROW = '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |';

/** Reading what was written gives the same facts, and writing that the same text. */
function steady({ name, text }: Sample): void {
  const filing = read(text);
  for (const [write, layout] of [
    [writeText, 'tabbed'],
    [writePiped, 'piped'],
  ] as const) {
    const written = write(filing);
    const again = read(written);
    assert.deepEqual(differences(filing, again), [], `${name} as ${layout}`);
    assert.equal(write(again), written, `${name} as ${layout}`);
    if (filing.nonDerivativeTable.rows.length > 0) assert.equal(again.layout, layout, name);
  }
}

describe('the form as text', () => {
  it('is written as the printed form has it, tab by tab', () => {
    const row =
      '| Common Stock | 3/7/22 |  | S/K | V | 1200.50 (1)(2) | D | 45.1 | 8000 | I | By Trust |\n1. One.\n2. Two.';
    const lines = writeText(read(filingAround(row))).split('\n');
    assert.ok(
      lines.includes(
        'Common Stock\t03/07/2022\t\tS/K\tV\t1,200.50 <sup>(1)</sup><sup>(2)</sup>\tD\t\\$45.1\t8,000\tI\tBy Trust',
      ),
      lines.filter((line) => line.startsWith('Common Stock')).join('\n'),
    );
    assert.ok(lines.includes('1. One.'));
    assert.equal(lines[0], 'OMB APPROVAL\t');
  });

  it('of a tabbed text that is already so is that text', () => {
    for (const { name, text } of MADE_UP)
      if (['several-owners.txt', 'numbered-notes.txt', 'remarks.txt', 'plan-box.txt'].some((one) => name.endsWith(one)))
        assert.equal(writeText(read(text)).trim(), text.trim(), name);
  });

  const cases: Readonly<Record<string, string>> = {
    'a price that cannot be read': '| Common Stock | 03/07/2022 |  | A |  | 1,39 | A | \\$x | 1,000 | D |  |',
    'a date that no calendar has': '| Common Stock | 02/30/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |',
    'a number with a marker amid it':
      '| Common Stock | 03/07/2022 |  | A |  | 69 <sup>(1)</sup> x3 | A | \\$0 | 1,000 | D |  |\n1. One.',
    'a pipe and a backslash in a title':
      '| Class A \\| B \\\\$ Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |',
    'words that look like a marker':
      '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | I | By Trust No. <sup>(x y)</sup> (1) |',
    'markup that is meant as words':
      '| Common &amp;amp; &amp;#8217; \\<br> Stock | 03/07/2022 |  | A |  | \\$1 | A | \\$0 &amp;lt; | 1,000 | I | By A&lt;br/&gt;B |',
    'lettered notes':
      '| Common Stock | 03/07/2022 |  | J <sup>(a)</sup> |  | 100 | A | \\$0 | 1,000 | D |  |\n(a) One.',
    'two codes in one cell': '| Common Stock | 03/07/2022 |  | M S |  | 100 | A | \\$0 | 1,000 | D |  |',
    'a V beside its code': '| Common Stock | 03/07/2022 |  | G V |  | 100 | A | \\$0 | 1,000 | D |  |',
    'dollars in place of shares': '| Common Stock | 03/07/2022 |  | A |  | \\$100 | A | \\$0 | \\$1,000 | D |  |',
    'remarks that end as a signature does': `${ROW}\nRemarks: Exhibit 24, dated 03/01/2022`,
    'a name with brackets and no symbol': `${ROW}\n2. Issuer Name and Ticker or Trading Symbol <u>NORTHWIND [ HARBOR</u>`,
    'no signature': `${ROW}\nSignature:`,
    'a signature without a date': `${ROW}\nSignature: /s/ Rowan J. Alder`,
  };
  for (const [name, example] of Object.entries(cases))
    it(`keeps ${name}`, () => steady({ name, text: filingAround(example) }));

  it('says what an XML says whose entities are written twice', () => {
    const { xml } = writeOwnershipXml(read(filingAround(ROW)), 'X0609');
    const twice = read(xml.replace('>Common Stock<', '>A &amp;amp; B&amp;#39;s Stock<'));
    for (const write of [writeText, writePiped])
      assert.equal(read(write(twice)).nonDerivativeTable.rows[0]!.securityTitle.value, 'A &amp; B&#39;s Stock');
    assert.match(writeOwnershipXml(read(writeText(twice)), 'X0609').xml, />A &amp;amp; B&amp;#39;s Stock</);
  });

  it('keeps two signatures apart where one has no date', () => {
    const xml = writeOwnershipXml(read(filingAround('')), 'X0508').xml;
    const signature = /<ownerSignature>[\s\S]*?<\/ownerSignature>/.exec(xml)![0];
    const undated = signature.replace(/<signatureDate>[^<]*<\/signatureDate>/, '').replace('Rowan', 'Ash');
    const text = xml.replace(signature, undated + signature);
    assert.equal(read(text).ownerSignatures.length, 2);
    steady({ name: 'two signatures', text });
  });

  it('keeps words that end like a marker where nothing is cited', () => {
    const text = writeOwnershipXml(read(filingAround(ROW)), 'X0508').xml.replace(
      '>Common Stock<',
      '>Common Stock (1)<',
    );
    assert.equal(read(text).nonDerivativeTable.rows[0]?.securityTitle.value, 'Common Stock (1)');
    steady({ name: 'words like a marker', text });
  });

  it('keeps the address in its parts', () => {
    const again = read(writeText(read(filingAround(''))));
    assert.equal(again.reportingOwners[0]?.address?.value, '12 QUAY STREET PORTLAND ME 04101');
    const { xml } = writeOwnershipXml(again, 'X0508');
    assert.match(xml, /<rptOwnerCity>PORTLAND<\/rptOwnerCity>/);
    assert.match(writeText(read(xml)), /\(Middle\) 12 QUAY STREET {2}\(Street\) PORTLAND ME 04101 {2}\(City\)/);
  });

  it('of every sample and fixture, and of its XML, is steady', () => {
    for (const sample of MADE_UP) {
      steady(sample);
      steady({ name: sample.name, text: writeOwnershipXml(read(sample.text), 'X0609').xml });
    }
  });

  it('of 300 made-up filings, with faults and without, is steady', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = random(seed);
      steady({ name: `seed ${seed}`, text: withFaults(next, madeUp(next), seed % 4) });
    }
  });

  for (const layout of LAYOUTS)
    it(`of the accepted filings in ${layout} is steady`, () => accepted(layout).forEach(steady));
});
