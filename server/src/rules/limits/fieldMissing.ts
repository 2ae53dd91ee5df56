import { columnName } from '../columnNames';
import { schemaSeverity } from '../era';
import type { Rule } from '../rule';

/** A name that EDGAR asks for and that is blank: of the owner, of the issuer, its symbol, or the title of a security. */
export const fieldMissing: Rule = {
  id: 'field-missing',
  family: 'limits',
  severity: 'error',
  summary: 'A name, ticker or title that EDGAR requires is blank',
  sign: 'head',
  oddRows: true,
  check(context) {
    const { filing, report } = context;
    if (filing.xml) return; // `xml-structure` says which element is missing
    const { boxes, issuer, reportingOwners } = filing;
    const severity = schemaSeverity(context);
    const inBox = (what: string, cell: typeof issuer.issuerName, box: typeof boxes.issuer): void => {
      if (box && cell.raw === '')
        report({ cell, span: box, severity, incomplete: true, message: `Expected ${what}; it is blank.` });
    };
    const [owner] = reportingOwners;
    if (owner && reportingOwners.length === 1)
      inBox('the name of the reporting person in box 1', owner.rptOwnerName, boxes.reportingPerson);
    inBox("the issuer's name in box 2", issuer.issuerName, boxes.issuer);
    if (issuer.issuerName.raw !== '')
      inBox(
        'the ticker or trading symbol of the issuer in box 2, or NONE where it has none',
        issuer.issuerTradingSymbol,
        boxes.issuer,
      );
  },
  checkRow(row, context) {
    const { securityTitle: cell } = row;
    if (context.filing.xml || cell.raw !== '' || cell.markers.length > 0 || context.accused(row)) return;
    const message = `Expected the title of the security in ${columnName(row, 'securityTitle')}; it is blank.`;
    const severity = schemaSeverity(context);
    context.report({ row, cell, span: cell.cellSpan, severity, incomplete: true, message });
  },
};
