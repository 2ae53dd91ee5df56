/** The numbered boxes above Table I, and the two boxes that stand alone. */
import type { Boxes, Issuer, ReportingOwner, Role, TextCell } from '../filing/model';
import { trim } from '../text/white';
import { blankCell } from './cells/cell';
import { wordsOf } from './cells/words';
import { cellAt, contentOf, firstCell, underlined, withoutAddress, type BoxName, type Label } from './boxText';
import { readRelationship, type Relationship } from './relationship';
import type { Span } from '../text/span';

interface BoxLabel {
  readonly box: BoxName;
  readonly pattern: RegExp;
}

/** The labels of the boxes; no two begin with the same two letters. */
const LABELS: readonly BoxLabel[] = [
  { box: 'reportingPerson', pattern: /name\s+and\s+address\s+of\s+reporting\s+person/iy },
  { box: 'issuer', pattern: /issuer\s+name\s+and\s+ticker\s+or\s+trading\s+symbol/iy },
  {
    box: 'earliestTransaction',
    pattern: /date\s+of\s+earliest\s+transaction(?:\s*\(Month\s?\/\s?Day\s?\/\s?Year\))?/iy,
  },
  {
    box: 'originalFiled',
    pattern: /if\s+amendment,?\s+date\s+(?:of\s+)?original(?:ly)?\s+filed(?:\s*\(Month\s?\/\s?Day\s?\/\s?Year\))?/iy,
  },
  {
    box: 'relationship',
    pattern: /relationship\s+of\s+reporting\s+person(?:\s{0,9}\(s\)|s)?\s+to\s+issuer/iy,
  },
  {
    box: 'jointFiling',
    pattern: /individual\s+or\s+joint\s{0,9}\/\s{0,9}group\s+filing(?:\s*\(Check\s+Applicable\s+Line\))?/iy,
  },
];
/** The label that may begin with two letters: first × 128 + second, both small. */
const BEGINNINGS: (BoxLabel | undefined)[] = new Array<BoxLabel | undefined>(128 * 128).fill(undefined);
for (const label of LABELS)
  BEGINNINGS[label.pattern.source.charCodeAt(0) * 128 + label.pattern.source.charCodeAt(1)] = label;

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
  const owners: { person?: Label; relationship?: Label }[] = [];
  const seen = new Set<string>();
  let issuer: Issuer = { issuerName: blankCell(at), issuerTradingSymbol: blankCell(at) };
  let earliest: TextCell = blankCell(at);
  let original: TextCell = blankCell(at);
  for (const label of labels) {
    boxes[label.box] ??= { start: label.start, end: label.end };
    if (label.box === 'reportingPerson') {
      if (!isRepeated(text, label, seen)) owners.push({ person: label });
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
    reportingOwners: owners.map((owner) => readOwner(text, owner.person, owner.relationship, at)),
    issuer,
    earliest,
    original,
  };
}

/** Whether the third letter is that of the label too; behind "if" comes white space of any kind. */
const goesOn = ({ pattern: { source }, box }: BoxLabel, third: number): boolean =>
  box === 'originalFiled' || source.charCodeAt(2) === third;

function findLabels(text: string, part: Span, found: Label[]): void {
  const first = found.length;
  for (let at = part.start; at < part.end && found.length < MOST_LABELS; at++) {
    // Labels begin with D, I, N or R.
    const letter = text.charCodeAt(at) | 32;
    if (letter !== 105 && letter !== 110 && letter !== 100 && letter !== 114) continue;
    const label = BEGINNINGS[letter * 128 + (text.charCodeAt(at + 1) | 32)];
    if (!label || !goesOn(label, text.charCodeAt(at + 2) | 32)) continue;
    label.pattern.lastIndex = at;
    if (!label.pattern.test(text) || label.pattern.lastIndex > part.end) continue;
    const end = label.pattern.lastIndex;
    const previous = found.length > first ? found[found.length - 1] : undefined;
    const start = numbered(text, previous?.end ?? part.start, at);
    if (previous) previous.contentEnd = start;
    found.push({ box: label.box, start, end, contentEnd: part.end });
    at = end - 1;
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

function readOwner(text: string, person: Label | undefined, box: Label | undefined, at: number): ReportingOwner {
  const { name, address } = person ? readPerson(text, person) : { name: blankCell(at), address: undefined };
  const ticks: Relationship = box ? readRelationship(text, box, name.raw) : { roles: {}, texts: [] };
  const [first, second] = ticks.texts;
  const is = (role: Role): boolean => ticks.roles[role]?.checked ?? false;
  return {
    rptOwnerName: name,
    address,
    isDirector: is('isDirector'),
    isTenPercentOwner: is('isTenPercentOwner'),
    isOfficer: is('isOfficer'),
    isOther: is('isOther'),
    officerTitle: is('isOfficer') || !is('isOther') ? first : undefined,
    otherText: is('isOther') ? (is('isOfficer') ? second : first) : undefined,
    relationship: box && { start: box.start, end: box.end },
    roles: ticks.roles,
  };
}

/**
 * A page whose cells hold tables prints their words twice when it is copied: a name that was there before is no further owner.
 * Where names are underlined nothing was copied so.
 */
function isRepeated(text: string, label: Label, seen: Set<string>): boolean {
  const { value: name = '', span } = readPerson(text, label).name;
  if (name === '' || text.startsWith('</u>', span.end)) return false;
  const before = seen.has(name);
  seen.add(name);
  return before;
}

function readPerson(text: string, label: Label): { name: TextCell; address: TextCell | undefined } {
  const star = STAR.exec(text.slice(label.end, Math.min(label.contentEnd, label.end + 80)));
  const start = label.end + (star?.[0].length ?? 0);
  const content = trim(text, start, label.contentEnd);
  const marked = underlined(text, content);
  const rest = text.slice(content.start, content.end);
  const stop = NAME_END.exec(rest)?.index ?? rest.length;
  const span = marked ?? trim(text, content.start, content.start + stop);
  const behind = trim(text, marked ? Math.min(content.end, marked.end + 4) : span.end, content.end);
  const words = wordsOf(text.slice(behind.start, behind.end).replace(PLACEHOLDERS, ' '));
  const address = words === '' ? undefined : { ...cellAt(text, behind, content), value: words };
  return { name: cellAt(text, span, content), address };
}
