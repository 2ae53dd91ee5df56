/** Columns and boxes: which one stands at an offset, and what the form says of it. */
import { BOX_FIELDS, DERIVATIVE_FIELDS, NON_DERIVATIVE_FIELDS, type Field } from '../../facts/fields';
import { boxAt } from '../../filing/places';
import type { Column, Filing, Table, TableName, Row } from '../../filing/model';
import { touches, type Span } from '../../text/span';
import type { Markup } from './markup';

/** What a hover says of a column or a box. */
export function fieldParts(field: Field, markup: Markup): string[] {
  const part = field.part === undefined ? '' : ` ${markup.strong(field.part)}`;
  return [markup.strong(field.heading) + part, field.about, `In EDGAR's XML: ${field.element}`];
}

const fieldsOf = (table: TableName): Readonly<Record<string, Field>> =>
  table === 'derivativeTable' ? DERIVATIVE_FIELDS : NON_DERIVATIVE_FIELDS;

export function fieldOfColumn(table: TableName, column: Column): Field | undefined {
  return fieldsOf(table)[column];
}

/** A field and the stretch of the text that stands for it. */
export interface FieldPlace {
  readonly field: Field;
  readonly span: Span;
}

/** The column heading, the box or its label at an offset, outside of rows and footnotes. */
export function fieldAt(filing: Filing, offset: number): FieldPlace | undefined {
  return (
    headingAt(filing, filing.nonDerivativeTable, 'nonDerivativeTable', offset) ??
    headingAt(filing, filing.derivativeTable, 'derivativeTable', offset) ??
    boxFieldAt(filing, offset)
  );
}

function boxFieldAt(filing: Filing, offset: number): FieldPlace | undefined {
  const box = boxAt(filing, offset);
  return box && { field: BOX_FIELDS[box.name], span: box.span };
}

/** As far to each side of an offset as a heading may reach. */
const REACH = 160;

const patterns = new Map<string, RegExp>();

/** The words of a heading, whatever white space parts them, so that a heading broken over lines is found too. */
function patternOf(heading: string): RegExp {
  let pattern = patterns.get(heading);
  if (!pattern) {
    const words = heading.split(' ').map((word) => word.replace(/[^\w\s]/g, '\\$&'));
    patterns.set(heading, (pattern = new RegExp(words.join('\\s{1,9}'), 'i')));
  }
  return pattern;
}

const SEPARATOR = /[\t\n\r|]/;

function headingAt({ text }: Filing, table: Table<Row>, name: TableName, offset: number): FieldPlace | undefined {
  const { headings } = table;
  if (!headings || !touches(headings, offset)) return undefined;
  let start = offset;
  while (start > headings.start && offset - start < REACH && !SEPARATOR.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < headings.end && end - offset < REACH && !SEPARATOR.test(text.charAt(end))) end++;
  const piece = text.slice(start, end);
  const words = piece.trim().replace(/\s+/g, ' ').toLowerCase();
  if (words === '') return undefined;
  const from = start + piece.length - piece.trimStart().length;
  const fields = table.columns.flat().flatMap((column) => fieldsOf(name)[column] ?? []);
  const field =
    fields.find(({ part }) => part?.toLowerCase() === words) ??
    fields.find(({ heading }) => heading.toLowerCase() === words);
  if (field) return { field: headingAlone(field, words), span: { start: from, end: from + piece.trim().length } };
  const window = { start: Math.max(headings.start, offset - REACH), end: Math.min(headings.end, offset + REACH) };
  const around = text.slice(window.start, window.end);
  for (const candidate of fields) {
    const match = patternOf(candidate.heading).exec(around);
    const span = match && { start: window.start + match.index, end: window.start + match.index + match[0].length };
    if (span && touches(span, offset)) return { field: headingAlone(candidate, ''), span };
  }
  return undefined;
}

/** A heading that several columns share is not any one of them: only its own words are said of it. */
function headingAlone(field: Field, words: string): Field {
  if (field.part === undefined || field.part.toLowerCase() === words) return field;
  const sharing = [...Object.values(DERIVATIVE_FIELDS), ...Object.values(NON_DERIVATIVE_FIELDS)];
  const parts = sharing.filter(({ heading }) => heading === field.heading);
  return {
    heading: field.heading,
    element: parts
      .map(({ element }) => element)
      .filter((element, at, all) => all.indexOf(element) === at)
      .join(', '),
    about: parts.map(({ part, about }) => `${part}: ${about}`).join('\n\n'),
  };
}
