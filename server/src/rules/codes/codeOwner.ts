import { RULE_16B_3_CODES } from '../../facts/transactionCodes';
import type { Filing, ReportingOwner, Row } from '../../filing/model';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { count } from '../words';
import { codeOf, rowsInPlace } from './codeCell';

/** A code of Rule 16b-3, which speaks of officers and directors, on a form of owners who are neither. */
export const codeOwner: Rule = {
  id: 'code-owner',
  family: 'codes',
  severity: 'information',
  summary: 'A code of Rule 16b-3 where no reporting person is an officer or director',
  sign: 'outsider',
  codes: RULE_16B_3_CODES,
  check(context) {
    const { filing, report, accused } = context;
    const boxes = onlyOthers(filing);
    if (!boxes || isExplained(filing)) return;
    const rows = rowsInPlace(context).filter(
      (row) => RULE_16B_3_CODES.includes(codeOf(row) ?? '') && !accused(row, 'code-unknown', 'code-side'),
    );
    const [row, ...more] = rows as [Row?, ...Row[]];
    if (!row) return;
    const { transactionCode: cell } = row;
    report({
      cell,
      span: cell.span,
      message: `Check the code, or box 5: ${cell.value} is for transactions with the issuer that Rule 16b-3 exempts for its officers and directors, and no reporting person is ticked as one${more.length > 0 ? ` (the same in ${count(more.length, 'more row')})` : ''}.`,
      related: boxes.map((span) => ({ message: 'box 5', span })),
    });
  },
};

/** Box 5 of the first owner, where each has one with a tick, and a text where it asks for one, and none is an insider. */
function onlyOthers({ reportingOwners: owners }: Filing): Span[] | undefined {
  const [first] = owners;
  const isOther = ({ isTenPercentOwner, isOther: other, otherText }: ReportingOwner): boolean =>
    isTenPercentOwner || (other && (otherText?.raw ?? '') !== '');
  return first?.relationship &&
    owners.every((one) => one.relationship && !one.isDirector && !one.isOfficer && isOther(one))
    ? [first.relationship]
    : undefined;
}

/** Insiders of former days, and owners who are directors through a person whom they sent to the board. */
const EXPLAINED =
  /\bformer|\bdeputi[sz]|\bdirector|\bofficer|\bretire[ds]?\b|\bretirement\b|\bresign|\bceased\b|\bno longer\b|\bboard\b|\btrustee of the issuer\b/i;

function isExplained({ reportingOwners, footnotes, remarks, notSubjectToSection16 }: Filing): boolean {
  return (
    notSubjectToSection16?.checked === true ||
    reportingOwners.some(({ officerTitle, otherText }) =>
      [officerTitle, otherText].some((cell) => cell !== undefined && EXPLAINED.test(cell.raw)),
    ) ||
    reportingOwners.some(({ officerTitle }) => (officerTitle?.raw ?? '') !== '') ||
    EXPLAINED.test(remarks?.value ?? '') ||
    footnotes.list.some(({ text }) => EXPLAINED.test(text))
  );
}
