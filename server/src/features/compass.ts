/** Where the cursor is on the form: table, column and its instruction, the holding's balance there, the due date. */
import { nameOfWeekday } from '../facts/edgarCalendar';
import { dueOn, firstDue } from '../filing/due';
import { expectedTotal } from '../filing/holdings';
import type { Filing, Row } from '../filing/model';
import { boxAt, footnoteAt } from '../filing/places';
import { lastSigned, rowAt } from '../filing/queries';
import type { Compass } from '../protocol';
import { formDate, type Day } from '../text/days';
import { equals, grouped } from '../text/decimal';
import type { Position } from '../text/lines';
import { fieldAt, fieldOfColumn } from './hover/field';
import { sumOf } from './hover/total';
import { placeAt } from './place';

/** @param closed further days on which EDGAR is closed */
export function compass(filing: Filing, position: Position, closed?: ReadonlySet<Day>): Compass {
  const offset = filing.lines.offset(position);
  const row = rowAt(filing, offset);
  const amended = filing.documentType === '4/A';
  const due = amended ? undefined : firstDue(filing, closed)?.due;
  const own = row && !amended ? dueOn(row, closed) : undefined;
  return {
    place: placeWords(filing, offset),
    kind: kindOf(filing, offset, row),
    balance: row && balanceAt(filing, row),
    due: amended ? 'An amendment is not due on a day' : dueWords(own ?? due),
    signed: signedWords(lastSigned(filing), due),
  };
}

function kindOf(filing: Filing, offset: number, row: Row | undefined): Compass['kind'] {
  if (footnoteAt(filing, offset)) return 'note';
  if (row) return 'row';
  return boxAt(filing, offset) ? 'box' : undefined;
}

function placeWords(filing: Filing, offset: number): string | undefined {
  const place = placeAt(filing, offset);
  if (place?.kind === 'footnote')
    return `Explanation of Responses, footnote ${place.footnote.number ?? place.footnote.label}`;
  if (!place) return fieldAt(filing, offset)?.field.heading;
  const { row, column } = place;
  const field = fieldOfColumn(row.table, column);
  const table = row.table === 'derivativeTable' ? 'Table II' : 'Table I';
  return field && `${table}, ${withPart(field.heading, field.part)}`;
}

/** The part of a heading stands before its instruction. */
function withPart(heading: string, part: string | undefined): string {
  if (part === undefined) return heading;
  const at = heading.lastIndexOf(' (');
  const hasInstruction = heading.startsWith(' (Instr', at) || heading.startsWith(' (Month', at);
  return hasInstruction ? `${heading.slice(0, at)}: ${part}${heading.slice(at)}` : `${heading}: ${part}`;
}

function balanceAt(filing: Filing, row: Row): string | undefined {
  const { value: stated, dollars } = row.sharesOwnedFollowingTransaction;
  const sum = sumOf(filing, row);
  if (sum !== undefined) return sum;
  const expected = expectedTotal(filing, row);
  const words = stated && `${dollars ? '$' : ''}${grouped(stated)} stated`;
  if (!expected || (stated && equals(expected, stated))) return words;
  return [`${grouped(expected)} expected`, ...(words === undefined ? [] : [words])].join(', ');
}

export const dueWords = (due: Day | undefined): string | undefined =>
  due === undefined ? undefined : `Due ${nameOfWeekday(due)}, ${formDate(due)}, 10 p.m. Eastern`;

/** The signature's day stands for that of the filing, which a text of the form does not say. */
export function signedWords(signed: Day | undefined, due: Day | undefined): string | undefined {
  if (signed === undefined) return 'not signed';
  if (due === undefined) return `signed ${formDate(signed)}`;
  return `signed ${formDate(signed)}, ${signed <= due ? 'in time' : 'late'}`;
}
