/** A form of the year 2000 as EDGAR has it, where FORM4_CORPUS names a folder of filings. */
import assert from 'node:assert/strict';
import { read } from '../../../server/src/readers';
import { dayOf } from '../../../server/src/text/days';
import { rowsOf } from '../readers/rows';
import { accepted } from '../writers/sources';

const [form] = accepted('ascii').filter(({ name }) => name.includes('0001094891-00-000193'));

(form ? describe : describe.skip)('an accepted form in plain text', () => {
  const filing = read(form?.text ?? '');
  it('has the facts that a person reads', () => {
    assert.deepEqual(rowsOf(filing), [
      'II transaction Options to Purchase Common Stock · 1.375 · 2000-02-07 · A · V · 12000 · A · 2000-02-07 · 2005-02-07 · Common Stock · 12000 · 12000 · D',
    ]);
    const { reportingOwners, issuer, periodOfReport, ownerSignatures, footnotes, documentType, layout } = filing;
    assert.deepEqual(
      {
        layout,
        documentType,
        period: periodOfReport.value,
        symbol: issuer.issuerTradingSymbol.raw.length,
        owners: reportingOwners.map((one) => [
          one.isDirector,
          one.isTenPercentOwner,
          one.isOfficer,
          one.isOther,
          one.officerTitle,
        ]),
        signed: ownerSignatures.map(({ signatureDate }) => signatureDate.value),
        notes: footnotes.list,
      },
      {
        layout: 'ascii',
        documentType: '4',
        period: dayOf(2000, 2, 29),
        symbol: 4,
        owners: [[true, false, false, false, undefined]],
        signed: [dayOf(2000, 3, 13)],
        notes: [],
      },
    );
  });
});
