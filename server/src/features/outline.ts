/** The parts of a filing as a tree: boxes, tables with their rows, footnotes, remarks, signatures, in the order of the form. */
import { BOX_FIELDS, type BoxField } from '../facts/fields';
import { perFiling } from '../filing/memo';
import type { Cell, DateCell, Filing, Footnote, NumberCell, Row, Table } from '../filing/model';
import { spanOfRow } from '../filing/queries';
import { formDate } from '../text/days';
import { grouped } from '../text/decimal';
import { hull, type Span } from '../text/span';
import { visible } from '../text/visible';

export interface Part {
  readonly kind: 'box' | 'table' | 'transaction' | 'holding' | 'notes' | 'note' | 'remarks' | 'signature';
  /** Never empty. */
  readonly name: string;
  /** What stands in it, in a few words; '' where there is nothing to say. */
  readonly detail: string;
  readonly span: Span;
  /** What of `span` is shown when one goes there. */
  readonly selection: Span;
  readonly children: readonly Part[];
}

/** Longer names are cut: a list of them should stay readable. */
const LONGEST_NAME = 80;

export const outline = perFiling((filing): readonly Part[] =>
  [
    ...boxesOf(filing),
    ...tableOf(filing, 'Table I', filing.nonDerivativeTable),
    ...tableOf(filing, 'Table II', filing.derivativeTable),
    ...notesOf(filing),
    ...remarksOf(filing),
    ...filing.ownerSignatures.map(({ span, signatureName, signatureDate }) =>
      leaf('signature', `Signature ${words(signatureName)}`, dateOf(signatureDate), span),
    ),
  ].filter(({ span }) => span.end > span.start),
);

/** `03/07/2023 A 693 → 10,196`, `Class B Stock → 3,000` of a holding; what the row leaves out is left out. */
function nameOfRow(row: Row): string {
  const total = numberOf(row.sharesOwnedFollowingTransaction);
  const start =
    row.kind === 'holding'
      ? [words(row.securityTitle) || 'Holding']
      : [dateOf(row.transactionDate), words(row.transactionCode), numberOf(row.transactionShares)];
  return short([...start, ...(total === '' ? [] : ['→', total])].filter((word) => word !== '').join(' ') || 'Row');
}

function leaf(kind: Part['kind'], name: string, detail: string, span: Span, selection = span): Part {
  return { kind, name: short(name), detail: short(detail), span: hull(span, selection), selection, children: [] };
}

const short = (name: string): string => {
  const line = visible(name).trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line;
};

const words = (cell: Cell<unknown> | undefined): string => cell?.raw.replaceAll('\\', '').replace(/\s+/g, ' ') ?? '';
const dateOf = (cell: DateCell): string => (cell.value === undefined ? words(cell) : formDate(cell.value));
const numberOf = (cell: NumberCell): string =>
  cell.value ? `${cell.dollars ? '$' : ''}${grouped(cell.value)}` : words(cell);

function boxesOf({ boxes, reportingOwners, issuer, periodOfReport, dateOfOriginalSubmission }: Filing): Part[] {
  const box = (name: BoxField, detail: string, label: Span | undefined, ...cells: (Cell<unknown> | undefined)[]) => {
    const filled = cells.filter((cell) => cell !== undefined && cell.raw !== '').map((cell) => cell!.span);
    const spans = [...(label ? [label] : []), ...filled];
    if (spans.length === 0) return [];
    const heading = BOX_FIELDS[name].heading.replace(/\*| \(Month[^()]*\)| \(Check[^()]*\)/g, '');
    const [number = '', ...rest] = heading.split(' ');
    // What stands in a box comes first: a list beside the text is narrow.
    const [said, besides] = detail === '' ? [heading, ''] : [`${number} ${detail}`, rest.join(' ')];
    return [leaf('box', said, besides, spans.reduce(hull), label ?? spans[0])];
  };
  const names = reportingOwners.map(({ rptOwnerName }) => rptOwnerName);
  const roles = reportingOwners.flatMap((owner) => [
    ...(owner.isDirector ? ['Director'] : []),
    ...(owner.isOfficer ? [words(owner.officerTitle) || 'Officer'] : []),
    ...(owner.isTenPercentOwner ? ['10% Owner'] : []),
    ...(owner.isOther ? [words(owner.otherText) || 'Other'] : []),
  ]);
  const { issuerName, issuerTradingSymbol } = issuer;
  const company = [words(issuerName), issuerTradingSymbol.raw && `[${words(issuerTradingSymbol)}]`];
  return [
    ...box('reportingPerson', names.map(words).join('; '), boxes.reportingPerson, ...names),
    ...box('issuer', company.join(' ').trim(), boxes.issuer, issuerName, issuerTradingSymbol),
    ...box('earliestTransaction', dateOf(periodOfReport), boxes.earliestTransaction, periodOfReport),
    ...box('originalFiled', dateOf(dateOfOriginalSubmission), boxes.originalFiled, dateOfOriginalSubmission),
    ...box('relationship', [...new Set(roles)].join(', '), boxes.relationship),
  ];
}

function tableOf({ text }: Filing, name: string, table: Table<Row>): Part[] {
  const children = table.rows.map((row): Part => {
    const nature = words(row.natureOfOwnership);
    const title = row.kind === 'holding' ? 'holding' : words(row.securityTitle);
    const detail = [title, ...(nature === '' ? [] : [nature])].join(' · ');
    return leaf(row.kind, nameOfRow(row), detail, spanOfRow(row));
  });
  const selection = table.title ?? table.headings ?? children[0]?.span;
  if (!selection) return [];
  const span = children.reduce((whole, row) => hull(whole, row.span), hull(table.span, selection));
  const rest = text.slice(selection.start, Math.min(selection.end, selection.start + 200)).replace(/\s+/g, ' ');
  const subject = /^\W{0,8}table ii?\W{1,6}(\w[\w\s-]{0,30}) securities/i.exec(rest)?.[1];
  const title = subject === undefined ? name : `${name} - ${subject} Securities`;
  const rows = children.length;
  return [{ kind: 'table', name: title, detail: rows === 1 ? '1 row' : `${rows} rows`, span, selection, children }];
}

function notesOf({ footnotes: { heading, list, span } }: Filing): Part[] {
  const children = list.map((note) => leaf('note', nameOfNote(note), '', note.span));
  const selection = heading ?? children[0]?.span;
  if (!selection) return [];
  const notes = children.length;
  const detail = notes === 1 ? '1 footnote' : `${notes} footnotes`;
  return [
    { kind: 'notes', name: 'Explanation of Responses', detail, span: hull(span, selection), selection, children },
  ];
}

const nameOfNote = ({ number, label, text }: Footnote): string => `(${number ?? label}) ${text}`.trim();

function remarksOf({ remarks }: Filing): Part[] {
  return remarks && remarks.raw !== '' ? [leaf('remarks', 'Remarks', words(remarks), remarks.span)] : [];
}
