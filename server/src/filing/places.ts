/** What stands at an offset of the filing, and what a reader of the printed form would call it. */
import { BOX_FIELDS, DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS, type BoxField } from '../facts/fields';
import { touches, type Span } from '../text/span';
import { columnAt } from './columns';
import type { Cell, CheckBox, Column, Filing, Footnote, Row } from './model';
import { rowAt, tableOf } from './queries';

/** `Table I, row 3, column 5`, `footnote 2`, `box 3`; where it is none of these, `line 22`. */
export function placeInWords(filing: Filing, offset: number): string {
  const note = footnoteAt(filing, offset);
  if (note) return `footnote ${note.number ?? note.label}`;
  const row = rowAt(filing, offset);
  if (row) return cellInWords(row, columnAt(row, tableOf(filing, row), offset)?.column);
  const box = boxAt(filing, offset);
  return (box && boxInWords(box.name)) ?? `line ${filing.lines.lineAt(offset) + 1}`;
}

/** `Table I, row 3, column 4 (Price)`; without a column, the row alone. */
export function cellInWords(row: Row, column: Column | undefined): string {
  const where = `${row.table === 'derivativeTable' ? 'Table II' : 'Table I'}, row ${row.index + 1}`;
  if (column === undefined) return where;
  const field = (row.table === 'derivativeTable' ? DERIVATIVE_FIELDS : NON_DERIVATIVE_FIELDS)[column];
  const number = field && /^\d+A?/.exec(field.heading)?.[0];
  const part = field?.part === undefined ? '' : ` (${field.part.replace(/[()]/g, '')})`;
  return number === undefined ? where : `${where}, column ${number}${part}`;
}

const UNNUMBERED: Partial<Record<BoxField, string>> = {
  footnotes: 'Explanation of Responses',
  remarks: 'the remarks',
  signature: 'the signature',
  notSubjectToSection16: 'the exit box',
  aff10b5One: 'the 10b5-1 box',
};

function boxInWords(name: BoxField): string | undefined {
  const number = /^\d+/.exec(BOX_FIELDS[name].heading)?.[0];
  return number === undefined ? UNNUMBERED[name] : `box ${number}`;
}

/** The footnote at an offset, by bisection: notes come in the order of the text. */
export function footnoteAt({ footnotes: { list } }: Filing, offset: number): Footnote | undefined {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { span } = list[middle]!;
    if (span.end < offset) low = middle + 1;
    else if (touches(span, offset) && (middle === 0 || list[middle - 1]!.span.end < offset)) return list[middle];
    else high = middle - 1;
  }
  return undefined;
}

/** The box of the form at an offset: its value, or its label. */
export function boxAt(filing: Filing, offset: number): { name: BoxField; span: Span } | undefined {
  const { boxes, reportingOwners, issuer, ownerSignatures } = filing;
  const cell = (name: BoxField, of: Cell<unknown> | undefined): [BoxField, Span | undefined] => [
    name,
    of && of.raw !== '' ? of.span : undefined,
  ];
  const places: [BoxField, Span | undefined][] = [
    ...(Object.keys(boxes) as (keyof typeof boxes)[]).map((name): [BoxField, Span | undefined] => [name, boxes[name]]),
    ...reportingOwners.flatMap((owner): [BoxField, Span | undefined][] => [
      cell('reportingPerson', owner.rptOwnerName),
      cell('reportingPerson', owner.address),
      ['relationship', owner.relationship],
      cell('relationship', owner.officerTitle),
      cell('relationship', owner.otherText),
    ]),
    cell('issuer', issuer.issuerName),
    cell('issuer', issuer.issuerTradingSymbol),
    cell('earliestTransaction', filing.periodOfReport),
    cell('originalFiled', filing.dateOfOriginalSubmission),
    ['footnotes', filing.footnotes.heading],
    cell('remarks', filing.remarks),
    ...ownerSignatures.map(({ span }): [BoxField, Span | undefined] => ['signature', span]),
    ['notSubjectToSection16', lineOf(filing, filing.notSubjectToSection16)],
    ['aff10b5One', lineOf(filing, filing.aff10b5One)],
  ];
  for (const [name, span] of places) if (span && touches(span, offset)) return { name, span };
  return undefined;
}

/** The tick may stand anywhere around the words of its box, which have the line to themselves. */
function lineOf({ lines }: Filing, box: CheckBox | undefined): Span | undefined {
  return box && lines.lineSpan(lines.lineAt(box.span.start));
}
