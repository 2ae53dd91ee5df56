/**
 * Elements of an XML (or HTML) text with their places, read as far as it goes: a tag that closes nothing is passed over,
 * one that is never closed ends with its parent. No document type, no external entity, no expansion: the five predefined
 * and numeric character references are all there is.
 */
import type { Span } from './span';

export interface XmlElement {
  readonly name: string;
  /** The place behind the name in the opening tag. */
  readonly nameEnd: number;
  /** From `<name` to the end of its closing tag, or of what it holds where there is none. */
  readonly span: Span;
  /** Between the tags. */
  readonly content: Span;
  /** The attribute `id`, the only one that the ownership XML has. */
  readonly id: { readonly value: string; readonly span: Span } | undefined;
  readonly children: readonly XmlElement[];
}

export interface XmlProblem {
  readonly message: string;
  readonly span: Span;
}

export interface XmlTree {
  readonly root: XmlElement;
  readonly problems: readonly XmlProblem[];
}

interface Open {
  readonly name: string;
  readonly nameEnd: number;
  readonly start: number;
  readonly contentStart: number;
  readonly id: XmlElement['id'];
  readonly children: XmlElement[];
}

const NAME = /[\w:.-]*/y;
const ID = /\sid\s?=\s?(?:"([^"<>]*)"|'([^'<>]*)')/;
/** Problems past this many say nothing new. */
const MOST_PROBLEMS = 100;

/** What stands behind an ampersand where it begins a reference that XML knows without a document type. */
const KNOWN_REFERENCE = /&(?:(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)?/y;

/** Names of HTML that come along with words out of a browser or a word processor, with their characters (HTML 4.01, 24). */
const HTML_CHARACTERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ nbsp: 160, cent: 162, pound: 163, yen: 165, sect: 167, copy: 169, reg: 174, deg: 176, para: 182, middot: 183 },
    ...{ frac14: 188, frac12: 189, frac34: 190, eacute: 233, ouml: 246, uuml: 252, ensp: 8194, emsp: 8195 },
    ...{ ndash: 8211, mdash: 8212, lsquo: 8216, rsquo: 8217, ldquo: 8220, rdquo: 8221, dagger: 8224, bull: 8226 },
    ...{ hellip: 8230, euro: 8364, trade: 8482 },
  }),
);

/** The name of a character of HTML behind an ampersand; undefined where none stands there. */
function htmlName(text: string, ampersand: number): string | undefined {
  const near = text.slice(ampersand + 1, ampersand + 9);
  const name = near.slice(0, Math.max(0, near.indexOf(';')));
  return HTML_CHARACTERS.has(name) ? name : undefined;
}

/** Whether the digits of a character reference stand for a character that XML 1.0 takes (its production 2, Char). */
function isCharacter(digits: string): boolean {
  const code = digits.startsWith('x') ? parseInt(digits.slice(1), 16) : Number(digits);
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/**
 * Reads the elements between two offsets of a text. Never throws; linear in the text.
 * @param prefix what stands before the names of the elements, as `ns1:`, and is no part of them
 */
export function readXml(whole: string, from = 0, to = whole.length, prefix = ''): XmlTree {
  // No search looks behind the end: of a dump of many files each is looked at once.
  const text = to < whole.length ? whole.slice(0, to) : whole;
  const problems: XmlProblem[] = [];
  const problem = (message: string, start: number, end: number): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ message, span: { start, end } });
  };
  const stack: Open[] = [{ name: '', nameEnd: from, start: from, contentStart: from, id: undefined, children: [] }];
  const open = new Map<string, number>();
  const close = (contentEnd: number, end: number): void => {
    const { name, nameEnd, start, contentStart, id, children } = stack.pop()!;
    open.set(name, (open.get(name) ?? 1) - 1);
    stack[stack.length - 1]!.children.push({
      name,
      nameEnd,
      span: { start, end },
      content: { start: contentStart, end: contentEnd },
      id,
      children,
    });
  };
  let ampersand = -1;
  /** Ampersands of the words between two tags that begin no reference. */
  const words = (start: number, end: number): void => {
    if (ampersand < start) ampersand = ampersandFrom(text, start);
    while (ampersand < end) {
      KNOWN_REFERENCE.lastIndex = ampersand;
      const length = KNOWN_REFERENCE.exec(text)![0].length;
      const html = length === 1 ? htmlName(text, ampersand) : undefined;
      if (html)
        problem(
          `Expected &#${HTML_CHARACTERS.get(html)}; for the character that HTML calls &${html};, a name that XML does not know.`,
          ampersand,
          ampersand + html.length + 2,
        );
      else if (length === 1)
        problem('Expected &amp; for an ampersand among words; found "&" alone.', ampersand, ampersand + 1);
      else if (text[ampersand + 1] === '#' && !isCharacter(text.slice(ampersand + 2, ampersand + length - 1)))
        problem(
          `Expected a character that XML can hold; found "${text.slice(ampersand, ampersand + length)}", which stands for none.`,
          ampersand,
          ampersand + length,
        );
      ampersand = ampersandFrom(text, ampersand + length);
    }
  };
  let at = from;
  while (at < to) {
    const start = text.indexOf('<', at);
    if (start < 0 || start >= to) break;
    words(at, start);
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      at = end < 0 ? to : end + 3;
      continue;
    }
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start + 9);
      at = end < 0 ? to : end + 3;
      continue;
    }
    const end = text.indexOf('>', start + 1);
    if (end < 0 || end >= to) {
      problem('Expected ">" at the end of the tag; the text ends before it.', start, Math.min(to, start + 40));
      break;
    }
    at = end + 1;
    const next = text.charAt(start + 1);
    if (next === '?') continue;
    if (next === '!') {
      problem('A document type declaration has no place in a filing; it is not read.', start, at);
      continue;
    }
    NAME.lastIndex = start + (next === '/' ? 2 : 1);
    const written = NAME.exec(text)![0];
    const name = written.startsWith(prefix) ? written.slice(prefix.length) : written;
    if (name === '') {
      problem('Expected &lt; for a "<" that begins no tag.', start, start + 1);
      at = start + 1;
      continue;
    }
    if (next === '/') {
      if ((open.get(name) ?? 0) === 0) problem(`</${name}> closes nothing: no <${name}> is open before it.`, start, at);
      else
        while (stack.length > 1) {
          const last = stack[stack.length - 1]!;
          if (last.name === name) {
            close(start, at);
            break;
          }
          problem(
            `Expected </${last.name}> before what follows; <${last.name}> is not closed.`,
            last.start,
            last.contentStart,
          );
          close(start, start);
        }
      continue;
    }
    const nameEnd = start + 1 + written.length;
    const idMatch = ID.exec(text.slice(start, Math.min(end, start + 400)));
    const value = idMatch?.[1] ?? idMatch?.[2];
    const valueStart =
      idMatch && value !== undefined ? start + idMatch.index + idMatch[0].length - 1 - value.length : 0;
    const id = value === undefined ? undefined : { value, span: { start: valueStart, end: valueStart + value.length } };
    if (text.charAt(end - 1) === '/')
      stack[stack.length - 1]!.children.push({
        name,
        nameEnd,
        span: { start, end: at },
        content: { start: at, end: at },
        id,
        children: [],
      });
    else {
      stack.push({ name, nameEnd, start, contentStart: at, id, children: [] });
      open.set(name, (open.get(name) ?? 0) + 1);
    }
  }
  while (stack.length > 1) {
    const last = stack[stack.length - 1]!;
    problem(
      `Expected </${last.name}> before what follows; <${last.name}> is not closed.`,
      last.start,
      last.contentStart,
    );
    close(to, to);
  }
  const [root] = stack;
  return {
    root: {
      name: '',
      nameEnd: from,
      span: { start: from, end: to },
      content: { start: from, end: to },
      id: undefined,
      children: root!.children,
    },
    problems,
  };
}

function ampersandFrom(text: string, at: number): number {
  const found = text.indexOf('&', at);
  return found < 0 ? text.length : found;
}

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that a piece of XML stands for. An unknown entity stays as it is written. */
export function unescapeXml(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(REFERENCE, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** The characters that words of a web page stand for: those of XML, and the names that come along out of a browser. */
export function unescapeHtml(source: string): string {
  if (!source.includes('&')) return source;
  const named = source.replace(/&([a-z\d]{2,6});/g, (whole, name: string) => {
    const code = HTML_CHARACTERS.get(name);
    return code === undefined ? whole : String.fromCodePoint(code);
  });
  return unescapeXml(named);
}

/** The same characters as XML writes them. */
export function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The first child of that name; undefined where there is none. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The first element of that name in the order of the text, the given one included; without recursion, since texts nest as deep as they like. */
export function findElement(root: XmlElement, name: string): XmlElement | undefined {
  const todo: XmlElement[] = [root];
  for (let element = todo.pop(); element; element = todo.pop()) {
    if (element.name === name) return element;
    for (let at = element.children.length - 1; at >= 0; at--) todo.push(element.children[at]!);
  }
  return undefined;
}

/** The words of an element. A comment among them is no part of the value, and what replaces the value replaces it too. */
export function withoutComments(source: string): string {
  let from = source.indexOf('<!--');
  if (from < 0) return source;
  let words = source.slice(0, from);
  while (from >= 0) {
    const end = source.indexOf('-->', from);
    if (end < 0) break;
    from = source.indexOf('<!--', end);
    words += source.slice(end + 3, from < 0 ? undefined : from);
  }
  return words.trim();
}
