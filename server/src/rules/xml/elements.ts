/** One element of an XML filing by itself: its attributes, its id, and the words in it. */
import { NOT_EDGARS, type ElementFact } from '../../facts/ownershipXml';
import type { Span } from '../../text/span';
import { withoutComments, type XmlElement } from '../../text/xml';
import type { Report } from '../rule';
import { count, oneOf, quote } from '../words';

/** The opening tag's name: where an element is spoken of. */
export function nameOf({ nameEnd, span }: XmlElement): Span {
  return { start: span.start + 1, end: nameEnd };
}

/** Elements that have an id, and nothing else has an attribute. */
const WITH_ID: ReadonlySet<string> = new Set(['footnote', 'footnoteId']);
/** Namespaces change nothing of what an element is. */
const OF_ITSELF = /\s(?:xmlns(?::\w{1,20})?|xsi:\w{1,40})\s?=\s?(?:"[^"<>]*"|'[^'<>]*')/g;
const ID = /\sid\s?=\s?(?:"[^"<>]*"|'[^'<>]*')/;
/** In characters: no opening tag of EDGAR's is that long. */
const LONGEST_TAG = 2000;

/** What is wrong with the attributes of an element; undefined where nothing is. */
export function attributesOf({ name, nameEnd: start, span, content }: XmlElement, text: string): string | undefined {
  const end = Math.min(content.start, span.start + LONGEST_TAG);
  // Nearly every tag ends behind its name.
  if (end - start <= 1) return undefined;
  const written = text.slice(start, end).replace(/\/?>$/, '').replace(OF_ITSELF, '');
  const rest = (WITH_ID.has(name) ? written.replace(ID, '') : written).trim();
  if (rest === '') return undefined;
  return `Expected no attribute${WITH_ID.has(name) ? ' but the id' : ''} in <${name}>; found ${quote(rest)}.`;
}

/** What is wrong with the id of a footnote or of a citation, where it is no number behind an F; other rules look at the number. */
export function idOf({ name, id }: XmlElement): string | undefined {
  if (!WITH_ID.has(name) || (id && /^F\d/.test(id.value))) return undefined;
  return `Expected an id from F1 to F99 in <${name}>; found ${id ? quote(id.value) : 'none'}.`;
}

/** Words that stand where elements should: between them, or in their place. */
export function strayWords(element: XmlElement, { holds }: ElementFact, text: string): Report | undefined {
  let from = element.content.start;
  let raw = '';
  for (const { span } of element.children) {
    raw += text.slice(from, span.start);
    from = span.end;
  }
  raw = withoutComments(raw + text.slice(from, element.content.end)).trim();
  if (raw === '') return undefined;
  const words = quote(raw.slice(0, 80));
  const message =
    element.children.length === 0 && holds?.[0]?.name === 'value'
      ? `Expected <value> around the words of <${element.name}>; found ${words} without it.`
      : `Expected elements alone in <${element.name}>; found the words ${words} among them.`;
  return { span: nameOf(element), message };
}

/** What is wrong with an element of words: what it takes, and how much. */
export function wordsOf(
  element: XmlElement,
  { choices, most, filled, written, secret }: ElementFact,
  text: string,
  named: string,
): Report | undefined {
  const [inner] = element.children;
  if (inner && !NOT_EDGARS.has(inner.name))
    return {
      span: nameOf(inner),
      message: `Expected words in <${element.name}>; found <${inner.name.slice(0, 80)}>, an element.`,
    };
  if (!choices && most === undefined && filled === undefined && !written) return undefined;
  const { start, end } = element.content;
  const raw = text.slice(start, end).trim();
  if (raw.includes('<!--')) return undefined;
  if (raw === '')
    return filled === undefined
      ? undefined
      : { span: nameOf(element), message: `Expected ${filled} in <${named}>; it is blank.`, incomplete: true };
  const report = (message: string): Report => ({
    span: raw.length > 80 ? nameOf(element) : trimmed(text, element.content),
    message,
  });
  if (choices && !choices.includes(raw)) {
    const wanted = choices.filter((choice) => choice !== '');
    return report(`Expected ${oneOf(wanted)} in <${named}>; found ${quote(raw.slice(0, 80))}.`);
  }
  if (written && !written.as.test(raw))
    return report(`Expected ${written.says} in <${named}>; found ${secret ? 'another' : quote(raw.slice(0, 80))}.`);
  if (most === undefined || raw.length <= most) return undefined;
  return {
    span: trimmed(text, element.content),
    message: `Expected at most ${count(most, 'character')} in <${named}>; found ${raw.length}.`,
  };
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}
