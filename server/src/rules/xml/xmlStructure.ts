import { NOT_EDGARS, OWNERSHIP_DOCUMENT, UNORDERED, type ElementFact } from '../../facts/ownershipXml';
import type { Span } from '../../text/span';
import type { XmlElement } from '../../text/xml';
import { schemaSeverity } from '../era';
import type { Report, Rule } from '../rule';
import { count, oneOf, quote } from '../words';

/** A document with more faults than this is none of EDGAR's, and a list of them helps nobody. */
const MOST = 200;

/** Elements that EDGAR's schema has no place for, that are in the wrong place, missing, or hold what they cannot. */
export const xmlStructure: Rule = {
  id: 'xml-structure',
  family: 'xml',
  severity: 'error',
  summary: 'An XML element that is unknown, missing, out of order, there twice, or that holds what it cannot',
  check(context) {
    const { filing, report } = context;
    // Where tags do not match, what holds what is a guess.
    if (!filing.xml?.document || filing.xml.problems.length > 0) return;
    const severity = schemaSeverity(context);
    const found: Report[] = [];
    walk(filing.xml.document, OWNERSHIP_DOCUMENT, filing.text, found);
    for (const one of found.slice(0, MOST)) report({ ...one, severity });
  },
};

/** The opening tag's name: where an element is spoken of. */
function nameOf({ name, span }: XmlElement): Span {
  return { start: span.start + 1, end: span.start + 1 + name.length };
}

/** `named` is the element as it is spoken of: of the value of a cell, the cell. */
function walk(element: XmlElement, fact: ElementFact, text: string, found: Report[], named = element.name): void {
  if (found.length >= MOST) return;
  if (!fact.holds) return words(element, fact, text, found, named);
  const known = new Map(fact.holds.map((one, place) => [one.name, { fact: one, place }]));
  const seen = new Map<string, XmlElement>();
  /** Of no element with a limit are there two kinds in one parent. */
  let limited = 0;
  let last: { place: number; name: string } | undefined;
  for (const child of element.children) {
    const here = known.get(child.name);
    if (!here) {
      if (!fact.open && !NOT_EDGARS.has(child.name)) found.push(unknown(child, element));
      continue;
    }
    const first = seen.get(here.fact.either ?? child.name);
    if (first && !here.fact.many) found.push(again(child, first, element));
    else if (here.fact.times !== undefined && ++limited === here.fact.times + 1)
      found.push(tooMany(child, here.fact.times, element));
    else if (last && here.place < last.place && !UNORDERED.has(element.name))
      found.push({
        span: nameOf(child),
        message: `Expected <${child.name}> before <${last.name}>; found it behind. In <${element.name}> the elements come in a fixed order.`,
      });
    seen.set(here.fact.either ?? child.name, child);
    if (!last || here.place > last.place) last = { place: here.place, name: child.name };
    walk(child, here.fact, text, found, child.name === 'value' ? element.name : child.name);
  }
  for (const { name, required } of fact.holds)
    if (required && !seen.has(name))
      found.push({
        span: nameOf(element),
        message: `Expected <${name}> in <${element.name}>; it is not there.`,
        incomplete: true,
      });
  if (element.children.length === 0) bare(element, fact, text, found);
}

const unknown = (child: XmlElement, parent: XmlElement): Report => ({
  span: nameOf(child),
  message: `Expected an element that <${parent.name}> can hold; found <${child.name.slice(0, 80)}>, which it cannot.`,
});

function again(child: XmlElement, first: XmlElement, parent: XmlElement): Report {
  const message =
    first.name === child.name
      ? `Expected one <${child.name}> in <${parent.name}>; this is another.`
      : `Expected either <${first.name}> or <${child.name}> in <${parent.name}>; found both.`;
  return { span: nameOf(child), message, related: [{ message: 'the first', span: nameOf(first) }] };
}

const tooMany = (child: XmlElement, most: number, parent: XmlElement): Report => ({
  span: nameOf(child),
  message: `Expected at most ${most} <${child.name}> in <${parent.name}>; this is one more.`,
});

/** Words that stand where an element should be around them. */
function bare(element: XmlElement, { holds }: ElementFact, text: string, found: Report[]): void {
  const { start, end } = element.content;
  const raw = text.slice(start, end).trim();
  if (raw === '' || holds?.[0]?.name !== 'value') return;
  found.push({
    span: nameOf(element),
    message: `Expected <value> around the words of <${element.name}>; found ${quote(raw.slice(0, 80))} without it.`,
  });
}

/** An element of words: what it takes, and how much. */
function words(
  element: XmlElement,
  { choices, most, filled, written }: ElementFact,
  text: string,
  found: Report[],
  named: string,
): void {
  const [inner] = element.children;
  if (inner && !NOT_EDGARS.has(inner.name)) {
    found.push(unknown(inner, element));
    return;
  }
  if (!choices && most === undefined && filled === undefined && !written) return;
  const { start, end } = element.content;
  const raw = text.slice(start, end).trim();
  if (raw.includes('<!--')) return;
  if (choices && raw !== '' && !choices.includes(raw)) {
    const wanted = choices.filter((choice) => choice !== '');
    found.push({
      span: raw.length > 80 ? nameOf(element) : trimmed(text, element.content),
      message: `Expected ${oneOf(wanted)} in <${named}>; found ${quote(raw.slice(0, 80))}.`,
    });
  } else if (filled !== undefined && raw === '')
    found.push({
      span: nameOf(element),
      message: `Expected ${filled} in <${named}>; it is blank.`,
      incomplete: true,
    });
  else if (written && raw !== '' && !written.as.test(raw))
    found.push({
      span: raw.length > 80 ? nameOf(element) : trimmed(text, element.content),
      message: `Expected ${written.says} in <${named}>; found ${quote(raw.slice(0, 80))}.`,
    });
  else if (most !== undefined && raw.length > most)
    found.push({
      span: trimmed(text, element.content),
      message: `Expected at most ${count(most, 'character')} in <${named}>; found ${raw.length}.`,
    });
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}
