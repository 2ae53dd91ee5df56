import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { HEAD, otherForm, recognise } from '../../../server/src/readers/recognise';
import { readAll } from '../../../server/src/readers';
import { writeProof } from '../../../server/src/writers/proof/proof';

describe('recognise', () => {
  it('knows every fixture and sample by its first 8 KB', () => {
    for (const folder of ['test/fixtures', 'samples'])
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt'))) {
        const layout = recognise(readFileSync(`${folder}/${name}`, 'utf8').slice(0, HEAD));
        assert.equal(layout, name.startsWith('piped') ? 'piped' : 'tabbed', name);
      }
  });
  it('looks past blank lines and collapses white space', () => {
    const text =
      '\n\n\nSTATEMENT OF  CHANGES IN\nBENEFICIAL OWNERSHIP\nOMB Number:\t3235-0287\n1. Name and Address of\nReporting Person';
    assert.equal(recognise(text), 'tabbed');
  });
  it('wants three of the form’s phrases', () => {
    assert.equal(recognise('Statement of Changes in Beneficial Ownership, OMB Number: 3235-0287'), undefined);
    assert.equal(
      recognise(
        'Section 16(a) of the Securities Exchange Act asks for a Form 4 with Table I - Non-Derivative securities.',
      ),
      undefined,
    );
    assert.equal(recognise(''), undefined);
    assert.equal(recognise('# Shopping list\n\n- Milk\n'), undefined);
  });
  it('takes no proof for a filing: one that is put beside its filing would be counted as another', () => {
    const [filing] = readAll(readFileSync('samples/clean.txt', 'utf8'));
    const proof = writeProof(filing!, { name: 'clean.txt', sha256: null });
    assert.match(proof, /Statement of changes in beneficial ownership/i);
    assert.equal(recognise(proof), undefined);
    assert.notEqual(recognise(proof.replace('form4 proof', 'another program')), undefined);
  });
  it('knows the boxes of a form by the words that narrow columns leave of them, whatever draws their frame', () => {
    const words = ['1. Name and Address', '2. Issuer Name and', '3. Date of Earliest', '5. Relationship of'];
    const page = (begin: string, labels: readonly string[]): string =>
      `SEC Form 4\n${begin}\n|${labels.join(' |\n|')} |\n`;
    assert.equal(recognise(page('+------------+', words)), 'columns');
    assert.equal(recognise(page('____________', words)), undefined);
    assert.notEqual(recognise(page('____________', [...words, '(Last) (First) (Middle)'])), undefined);
  });
  it('knows Table I by its headings where the head of the page was not copied', () => {
    const clean = readFileSync('samples/clean.txt', 'utf8');
    const bare = clean.slice(clean.indexOf('Table I - Non-Derivative'));
    assert.equal(recognise(bare), 'tabbed');
    assert.equal(recognise(bare.slice(0, bare.indexOf('5. Amount of Securities'))), undefined);
    const ofYear = 'at end of Issuer’s Fiscal Year (Instr. 3 and 4)';
    assert.equal(recognise(bare.replace('Following Reported Transaction(s) (Instr. 3 and 4)', ofYear)), undefined);
  });
  it('is settled by what only a filing has', () => {
    assert.equal(recognise('<?xml version="1.0"?>\n<ownershipDocument>'), 'edgarXml');
    assert.equal(recognise('<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t4\n'), 'submission');
    assert.equal(recognise('CONFORMED SUBMISSION TYPE:\t424B5\n'), undefined);
    assert.equal(recognise('CONFORMED SUBMISSION TYPE:\t10-K\n'), undefined);
    const feed = (type: string): string => `<SUBMISSION>\n<ACCESSION-NUMBER>0009999999-25-000001\n<TYPE>${type}\n`;
    assert.deepEqual(
      [recognise(feed('4')), recognise(feed('4/A')), recognise(feed('424B5'))],
      ['submission', 'submission', undefined],
    );
  });
  it('knows the other forms of insiders by what they say of themselves, and takes them for no Form 4', () => {
    const clean = readFileSync('samples/clean.txt', 'utf8');
    for (const [form, text] of [
      ['5', clean.replace('STATEMENT OF CHANGES', 'ANNUAL STATEMENT OF CHANGES')],
      ['3', clean.replace('STATEMENT OF CHANGES IN', 'INITIAL STATEMENT OF')],
      ['3/A', '<?xml version="1.0"?>\n<ownershipDocument><documentType>3/A</documentType>'],
      ['5', '<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t5\n<DOCUMENT>\n<TYPE>5\n<TEXT>\n<ownershipDocument>'],
      ['144', 'UNITED STATES\nNOTICE OF PROPOSED SALE OF SECURITIES\n'],
    ] as const) {
      assert.equal(otherForm(text), form);
      assert.equal(recognise(text), undefined, form);
    }
    const note =
      '- Reported before on an INITIAL STATEMENT OF BENEFICIAL OWNERSHIP, and on an ANNUAL STATEMENT OF CHANGES.';
    assert.equal(otherForm(clean), undefined);
    assert.equal(
      otherForm(clean.replace('Explanation of Responses:', `Explanation of Responses:\n\n${note}`)),
      undefined,
    );
  });
});
