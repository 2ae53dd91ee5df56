/** Edits of the address in box 1: the street, and behind it city, state and zip. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { child } from '../../text/xml';
import { PLACE_ELEMENTS, STREET_ELEMENTS } from '../../writers/address';
import type { Refusal } from '../operation';
import { escaped } from './escape';
import { changed, replaced } from './pieces';
import { documentElement, xmlChildEdits } from './xml';

export interface AddressPlace {
  readonly box: 'street' | 'place';
  readonly owner?: number;
}

const NO_PLACE: Refusal = {
  refused: 'Nothing was changed: nothing in the text tells where this part of the address goes. Write it in the text.',
};
const BOTH_SIDES: Refusal = {
  refused:
    'Nothing was changed: something of the form stands amid these words. Change what stands before and behind it one after the other.',
};

/** What the form prints amid an address, and how words are underlined or broken. */
const PLACEHOLDERS = /\((?:last|first|middle|street|city|state|zip)\)|<\/?u>|<br ?\/?>/gi;
const STREET = /\(street\)/i;

/** Sets one part of an address; `before` are the words that are shown now. */
export function addressEdits(
  filing: Filing,
  place: AddressPlace,
  before: string,
  after: string,
): readonly Edit[] | Refusal {
  if (filing.xml) return xmlAddressEdits(filing, place, before, after);
  const { text } = filing;
  const written = (words: string): string => escaped(filing, words, false);
  const span = filing.reportingOwners[place.owner ?? 0]?.address?.span;
  const part = span && partOf(text, span, place.box);
  if (!part || before === '') return added(filing, place, written(after));
  return within(text, { span: part, between: matches(text, part, PLACEHOLDERS), isXml: false }, before, after, written);
}

function within(
  text: string,
  words: Parameters<typeof changed>[1],
  before: string,
  after: string,
  escape: (words: string) => string,
): readonly Edit[] | Refusal {
  if (after === '') return replaced(text, words, '');
  const edit = changed(text, words, before, after, escape);
  return edit ? [edit] : BOTH_SIDES;
}

/** What stands before "(Street)" is the street; without those words nothing is told from the rest. */
function partOf(text: string, { start, end }: Span, box: AddressPlace['box']): Span | undefined {
  const street = STREET.exec(text.slice(start, end));
  if (!street) return box === 'place' ? { start, end } : undefined;
  const at = start + street.index;
  return box === 'street' ? { start, end: at } : { start: at + street[0].length, end };
}

const matches = (text: string, { start, end }: Span, pattern: RegExp): Span[] =>
  [...text.slice(start, end).matchAll(pattern)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
  }));

/** A part that is blank: behind "(Middle)", below which the street goes, or behind "(Street)". */
function added({ boxes, text }: Filing, { box, owner = 0 }: AddressPlace, words: string): readonly Edit[] | Refusal {
  const from = boxes.reportingPerson?.end;
  if (from === undefined || owner > 0) return NO_PLACE;
  const before = (box === 'street' ? /\(middle\)/i : STREET).exec(text.slice(from, from + 600));
  if (!before) return NO_PLACE;
  const at = from + before.index + before[0].length;
  return words === '' ? [] : [{ span: { start: at, end: at }, newText: ` ${words}` }];
}

const TAGS = /<[^<>]{1,80}>/g;

function xmlAddressEdits(
  filing: Filing,
  { box, owner = 0 }: AddressPlace,
  before: string,
  after: string,
): readonly Edit[] | Refusal {
  const holder = documentElement(filing, ['reportingOwner', owner], ['reportingOwnerAddress', 0]);
  const names = box === 'street' ? STREET_ELEMENTS : PLACE_ELEMENTS;
  const parts = names.flatMap((name) => child(holder?.element, name) ?? []);
  const filled = parts.filter(({ content }) => filing.text.slice(content.start, content.end).trim() !== '');
  const [first] = filled;
  const last = filled[filled.length - 1];
  if (!first || !last) return box === 'street' ? xmlChildEdits(filing, holder, names[0]!, after) : NO_PLACE;
  const span = { start: first.content.start, end: last.content.end };
  const words = { span, between: matches(filing.text, span, TAGS), isXml: true };
  return within(filing.text, words, before, after, (part) => escaped(filing, part, false));
}
