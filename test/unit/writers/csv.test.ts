/** Filing → the tables of the SEC's insider transactions data sets. */
import assert from 'node:assert/strict';
import { read } from '../../../server/src/readers';
import { DATA_SET, DATA_SET_TABLES, DataSet, type DataSetTable } from '../../../server/src/writers/csv';
import { writeOwnershipXml } from '../../../server/src/writers/edgarXml';
import { filingAround } from '../harness';

const EXAMPLE = `
| Common Stock <sup>(1)</sup> | 03/07/2022 | 03/08/2022 | S/K <sup>(1)(2)</sup> | V | 1,200.50 | D | \\$45.1 | 8,000 | I | By Trust |
| Common Stock |  |  |  |  |  |  |  | 500 | D |  |
Table II
| Stock Option | \\$12 | 03/07/2022 |  | A |  | 10 |  | <sup>(2)</sup> | 03/07/2032 | Common Stock | 10 | \\$0 | 10 | D |  |
1. One.
2. Two.
`;

function tableOf(table: DataSetTable, text = filingAround(EXAMPLE)): Record<string, string>[] {
  const set = new DataSet();
  set.add(read(text), '0000000001-22-000001');
  const [head = '', ...lines] = set.write(table, 'tsv').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const filled = columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []));
    return Object.fromEntries(filled);
  });
}

describe('the tables of the data sets', () => {
  it('have their columns in the order of the SEC’s files', () => {
    const set = new DataSet();
    assert.equal(
      set.write('NONDERIV_TRANS', 'tsv'),
      'ACCESSION_NUMBER|NONDERIV_TRANS_SK|SECURITY_TITLE|SECURITY_TITLE_FN|TRANS_DATE|TRANS_DATE_FN|DEEMED_EXECUTION_DATE|DEEMED_EXECUTION_DATE_FN|TRANS_FORM_TYPE|TRANS_CODE|EQUITY_SWAP_INVOLVED|EQUITY_SWAP_TRANS_CD_FN|TRANS_TIMELINESS|TRANS_TIMELINESS_FN|TRANS_SHARES|TRANS_SHARES_FN|TRANS_PRICEPERSHARE|TRANS_PRICEPERSHARE_FN|TRANS_ACQUIRED_DISP_CD|TRANS_ACQUIRED_DISP_CD_FN|SHRS_OWND_FOLWNG_TRANS|SHRS_OWND_FOLWNG_TRANS_FN|VALU_OWND_FOLWNG_TRANS|VALU_OWND_FOLWNG_TRANS_FN|DIRECT_INDIRECT_OWNERSHIP|DIRECT_INDIRECT_OWNERSHIP_FN|NATURE_OF_OWNERSHIP|NATURE_OF_OWNERSHIP_FN\n'.replaceAll(
        '|',
        '\t',
      ),
    );
    const lengths = Object.fromEntries(DATA_SET_TABLES.map((table) => [table, DATA_SET[table].length]));
    assert.deepEqual(lengths, {
      SUBMISSION: 14,
      REPORTINGOWNER: 13,
      NONDERIV_TRANS: 28,
      NONDERIV_HOLDING: 14,
      DERIV_TRANS: 42,
      DERIV_HOLDING: 26,
      FOOTNOTES: 3,
      OWNER_SIGNATURE: 3,
    });
  });

  it('hold a transaction of Table I', () => {
    assert.deepEqual(tableOf('NONDERIV_TRANS'), [
      {
        ACCESSION_NUMBER: '0000000001-22-000001',
        NONDERIV_TRANS_SK: '1',
        SECURITY_TITLE: 'Common Stock',
        SECURITY_TITLE_FN: 'F1',
        TRANS_DATE: '07-MAR-2022',
        DEEMED_EXECUTION_DATE: '08-MAR-2022',
        TRANS_FORM_TYPE: '5',
        TRANS_CODE: 'S',
        EQUITY_SWAP_INVOLVED: '1',
        EQUITY_SWAP_TRANS_CD_FN: 'F1, F2',
        TRANS_SHARES: '1200.5',
        TRANS_PRICEPERSHARE: '45.1',
        TRANS_ACQUIRED_DISP_CD: 'D',
        SHRS_OWND_FOLWNG_TRANS: '8000',
        DIRECT_INDIRECT_OWNERSHIP: 'I',
        NATURE_OF_OWNERSHIP: 'By Trust',
      },
    ]);
  });

  it('hold a holding, an option, the notes, the owner, the signature and the submission', () => {
    assert.deepEqual(tableOf('NONDERIV_HOLDING')[0]?.SHRS_OWND_FOLWNG_TRANS, '500');
    const [option] = tableOf('DERIV_TRANS');
    assert.equal(option?.EXCERCISE_DATE_FN, 'F2');
    assert.equal(option?.EXCERCISE_DATE, undefined);
    assert.equal(option?.EXPIRATION_DATE, '07-MAR-2032');
    assert.equal(option?.CONV_EXERCISE_PRICE, '12');
    assert.deepEqual(
      tableOf('FOOTNOTES').map((row) => [row.FOOTNOTE_ID, row.FOOTNOTE_TXT]),
      [
        ['F1', 'One.'],
        ['F2', 'Two.'],
      ],
    );
    assert.deepEqual(tableOf('REPORTINGOWNER'), [
      {
        ACCESSION_NUMBER: '0000000001-22-000001',
        RPTOWNERNAME: 'Alder Rowan J',
        RPTOWNER_RELATIONSHIP: 'Director',
        RPTOWNER_STREET1: '12 QUAY STREET',
        RPTOWNER_CITY: 'PORTLAND',
        RPTOWNER_STATE: 'ME',
        RPTOWNER_ZIPCODE: '04101',
      },
    ]);
    assert.equal(tableOf('OWNER_SIGNATURE')[0]?.OWNERSIGNATUREDATE, '08-MAR-2022');
    const [submission] = tableOf('SUBMISSION');
    assert.equal(submission?.PERIOD_OF_REPORT, '07-MAR-2022');
    assert.equal(submission?.ISSUERTRADINGSYMBOL, 'NWHX');
    assert.equal(submission?.AFF10B5ONE, undefined, 'a box that the form has not is blank, not 0');
  });

  it('take accession number, filing date and CIKs from a complete submission', () => {
    const xml = writeOwnershipXml(read(filingAround(EXAMPLE)), 'X0508').xml.replace(
      '<issuerCik></issuerCik>',
      '<issuerCik>0000000007</issuerCik>',
    );
    const text = `<SEC-HEADER>\nACCESSION NUMBER:\t\t0000000009-22-000012\nCONFORMED SUBMISSION TYPE:\t4\nFILED AS OF DATE:\t\t20220309\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n${xml}</XML>\n</TEXT>\n</DOCUMENT>\n`;
    const [submission] = tableOf('SUBMISSION', text);
    assert.equal(submission?.ACCESSION_NUMBER, '0000000009-22-000012');
    assert.equal(submission?.FILING_DATE, '09-MAR-2022');
    assert.equal(submission?.ISSUERCIK, '0000000007');
  });

  it('number the rows of several filings on', () => {
    const set = new DataSet();
    set.add(read(filingAround(EXAMPLE)));
    set.add(read(filingAround(EXAMPLE)));
    const keys = set
      .write('DERIV_TRANS', 'tsv')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1]);
    assert.deepEqual(keys, ['1', '2']);
  });

  it('quote what a comma file needs quoted, and begin no formula', () => {
    const set = new DataSet();
    set.add(
      read(
        filingAround(
          '| =1+1 | 03/07/2022 |  | A |  | 5 | A | \\$0 | 9 | I | @SUM, "by" trust |\n1. -2 shares.\n2. +cmd',
        ),
      ),
    );
    const [, row] = set.write('NONDERIV_TRANS', 'csv').split('\r\n');
    assert.match(row ?? '', /^,1,'=1\+1,/);
    assert.ok(row?.endsWith(`,I,,"'@SUM, ""by"" trust",`), row);
    assert.match(set.write('FOOTNOTES', 'csv'), /F1,'-2 shares\.\r\n,F2,'\+cmd\r\n/);
  });

  it('leave values as they are in a file with tabs, but for tabs', () => {
    const set = new DataSet();
    set.add(read(filingAround('| =1+1 | 03/07/2022 |  | A |  | 5 | A | \\$0 | 9 | D |  |')));
    assert.match(set.write('NONDERIV_TRANS', 'tsv'), /\n\t1\t=1\+1\t/);
  });
});
