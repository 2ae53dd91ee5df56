/** The numbered boxes above Table I, and the two boxes that stand alone. */
import type { Boxes, Issuer, ReportingOwner, Role, TextCell } from '../filing/model';
import { trim } from '../text/white';
import { blankCell } from './cells/cell';
import { wordsOf } from './cells/words';
import { cellAt, contentOf, firstCell, underlined, withoutAddress, type BoxName, type Label } from './boxText';
import { readRelationship, type Relationship } from './relationship';
import type { Span } from '../text/span';

/** The labels of the boxes. */
const LABELS: readonly (readonly [BoxName, string])[] = [
  ['reportingPerson', String.raw`name\s+and\s+address\s+of\s+reporting\s+person`],
  ['issuer', String.raw`issuer\s+name\s+and\s+ticker\s+or\s+trading\s+symbol`],
  ['earliestTransaction', String.raw`date\s+of\s+earliest\s+transaction(?:\s*\(Month\s?\/\s?Day\s?\/\s?Year\))?`],
  [
    'originalFiled',
    String.raw`if\s+amendment,?\s+date\s+(?:of\s+)?original(?:ly)?\s+filed(?:\s*\(Month\s?\/\s?Day\s?\/\s?Year\))?`,
  ],
  ['relationship', String.raw`relationship\s+of\s+reporting\s+person(?:\s{0,9}\(s\)|s)?\s+to\s+issuer`],
  [
    'jointFiling',
    String.raw`individual\s+or\s+joint\s{0,9}\/\s{0,9}group\s+filing(?:\s*\(Check\s+Applicable\s+Line\))?`,
  ],
];
/** All of them in one pattern, which is three times faster than a look at each letter. */
const LABEL = new RegExp(LABELS.map(([, words]) => `(${words})`).join('|'), 'gi');

/** A form has at most ten owners and so some twenty labels; a text with more is not the form's header. */
const MOST_LABELS = 200;

export interface HeaderBoxes {
  readonly boxes: Boxes;
  readonly reportingOwners: readonly ReportingOwner[];
  readonly issuer: Issuer;
  readonly earliest: TextCell;
  readonly original: TextCell;
}

/** Reads boxes 1 to 6 from the parts of the text above the tables. `at` is where they would stand if there are none. */
export function readBoxes(text: string, parts: readonly Span[], at: number): HeaderBoxes {
  const labels: Label[] = [];
  for (const part of parts) findLabels(text, part, labels);
  const boxes: { -readonly [K in BoxName]?: Span } = {};
  const owners: { person?: Label; name?: Name; relationship?: Label }[] = [];
  let issuer: Issuer = { issuerName: blankCell(at), issuerTradingSymbol: blankCell(at) };
  let earliest: TextCell = blankCell(at);
  let original: TextCell = blankCell(at);
  for (const label of labels) {
    boxes[label.box] ??= { start: label.start, end: label.end };
    if (label.box === 'reportingPerson') {
      const name = nameIn(text, label);
      if (!isRepeated(text, name.cell, owners)) owners.push({ person: label, name });
    } else if (label.box === 'relationship') {
      const waiting = owners.find((owner) => !owner.relationship);
      if (waiting) waiting.relationship = label;
      else if (owners.length === 0) owners.push({ relationship: label });
    } else if (label.box === 'issuer') issuer = readIssuer(text, label);
    else if (label.box === 'earliestTransaction') earliest = valueOf(text, label);
    else if (label.box === 'originalFiled') original = valueOf(text, label);
  }
  return {
    boxes,
    reportingOwners: owners.map((owner) => readOwner(text, owner.name, owner.relationship, at)),
    issuer,
    earliest,
    original,
  };
}

function findLabels(text: string, part: Span, found: Label[]): void {
  const first = found.length;
  const piece = text.slice(part.start, part.end);
  LABEL.lastIndex = 0;
  for (let match; found.length < MOST_LABELS && (match = LABEL.exec(piece));) {
    const [box] = LABELS[match.indexOf(match[0], 1) - 1]!;
    const previous = found.length > first ? found[found.length - 1] : undefined;
    const start = numbered(text, previous?.end ?? part.start, part.start + match.index);
    if (previous) previous.contentEnd = start;
    found.push({ box, start, end: part.start + LABEL.lastIndex, contentEnd: part.end });
  }
}

/** Where a label begins, its number before it taken along. */
function numbered(text: string, from: number, label: number): number {
  const last = text.charCodeAt(label - 1);
  if (label === from || (last !== 46 && last > 32 && last < 128)) return label;
  const number = /(?:^|\W)([1-6]\.\s{0,9})$/.exec(text.slice(Math.max(from, label - 12), label));
  return number ? label - number[1]!.length : label;
}

function valueOf(text: string, label: Label): TextCell {
  const content = withoutAddress(text, contentOf(text, label));
  return cellAt(text, underlined(text, content) ?? firstCell(text, content), content);
}

function readIssuer(text: string, label: Label): Issuer {
  const value = valueOf(text, label);
  const open = value.raw.lastIndexOf('[');
  if (open < 0)
    return { issuerName: value, issuerTradingSymbol: { ...blankCell(value.span.end), cellSpan: value.cellSpan } };
  const close = value.raw.indexOf(']', open);
  const from = value.span.start + open;
  const name = trim(text, value.span.start, from);
  const symbol = trim(text, from + 1, close < 0 ? value.span.end : value.span.start + close);
  return { issuerName: cellAt(text, name, value.cellSpan), issuerTradingSymbol: cellAt(text, symbol, value.cellSpan) };
}

/** The star behind the label of box 1, which leads to a legend of the form. */
const STAR = /^(?:[*\\^\s:]|<\/?sup>)+/;
const NAME_END = /\((?:last|first|middle)\)|[\t\n\r]/i;
const PLACEHOLDERS = /\((?:last|first|middle|street|city|state|zip)\)|<\/?u>/gi;

function readOwner(text: string, name: Name | undefined, box: Label | undefined, at: number): ReportingOwner {
  const cell = name?.cell ?? blankCell(at);
  const ticks = box ? readRelationship(text, box, cell.raw) : NO_TICKS;
  return new BoxedOwner(text, cell, name, ticks, box && { start: box.start, end: box.end });
}

const NO_TICKS: Relationship = { roles: {}, texts: [] };

/** An owner of boxes 1 and 5, whose address is put together when it is asked for. */
class BoxedOwner implements ReportingOwner {
  readonly isDirector: boolean;
  readonly isTenPercentOwner: boolean;
  readonly isOfficer: boolean;
  readonly isOther: boolean;
  readonly officerTitle: TextCell | undefined;
  readonly otherText: TextCell | undefined;
  readonly roles: ReportingOwner['roles'];

  constructor(
    private readonly text: string,
    readonly rptOwnerName: TextCell,
    private readonly name: Name | undefined,
    { roles, texts: [first, second] }: Relationship,
    readonly relationship: Span | undefined,
  ) {
    const is = (role: Role): boolean => roles[role]?.checked ?? false;
    this.roles = roles;
    this.isDirector = is('isDirector');
    this.isTenPercentOwner = is('isTenPercentOwner');
    this.isOfficer = is('isOfficer');
    this.isOther = is('isOther');
    this.officerTitle = this.isOfficer || !this.isOther ? first : undefined;
    this.otherText = this.isOther ? (this.isOfficer ? second : first) : undefined;
  }

  get address(): TextCell | undefined {
    return this.name && addressBehind(this.text, this.name);
  }

  /** The same as plain data. */
  toJSON(): ReportingOwner {
    const { rptOwnerName, address, isDirector, isTenPercentOwner, isOfficer, isOther } = this;
    const { officerTitle, otherText, relationship, roles } = this;
    return {
      ...{ rptOwnerName, address, isDirector, isTenPercentOwner, isOfficer, isOther },
      ...{ officerTitle, otherText, relationship, roles },
    };
  }
}

/**
 * A page whose cells hold tables prints their words twice when it is copied: a name that was there before is no further owner.
 * Where names are underlined nothing was copied so.
 */
function isRepeated(text: string, { value, span }: TextCell, owners: readonly { name?: Name }[]): boolean {
  if (value === undefined || value === '' || text.startsWith('</u>', span.end)) return false;
  return owners.some(({ name }) => name?.cell.value === value && !text.startsWith('</u>', name.cell.span.end));
}

/** The name of a person in box 1, and all that stands in the box. */
interface Name {
  readonly cell: TextCell;
  readonly content: Span;
  /** It is underlined. */
  readonly marked: boolean;
}

function nameIn(text: string, label: Label): Name {
  const content = trim(text, behindStar(text, label), label.contentEnd);
  const marked = underlined(text, content);
  const span = marked ?? trim(text, content.start, endOfName(text, content));
  return { cell: cellAt(text, span, content), content, marked: marked !== undefined };
}

function behindStar(text: string, { end, contentEnd }: Label): number {
  // As the form is printed.
  if (text.startsWith('* <u>', end) && end + 1 < contentEnd) return end + 1;
  const star = STAR.exec(text.slice(end, Math.min(contentEnd, end + 80)));
  return end + (star?.[0].length ?? 0);
}

function endOfName(text: string, { start, end }: Span): number {
  const stop = NAME_END.exec(text.slice(start, end));
  return stop ? start + stop.index : end;
}

function addressBehind(text: string, { cell: { span }, content, marked }: Name): TextCell | undefined {
  const behind = trim(text, marked ? Math.min(content.end, span.end + 4) : span.end, content.end);
  const words = wordsOf(text.slice(behind.start, behind.end).replace(PLACEHOLDERS, ' '));
  return words === '' ? undefined : { ...cellAt(text, behind, content), value: words };
}
