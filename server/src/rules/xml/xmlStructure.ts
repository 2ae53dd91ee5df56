import { PLAN_BOX } from '../../facts/eras';
import { KNOWN_SINCE, NOT_EDGARS, OWNERSHIP_DOCUMENT, UNORDERED, type ElementFact } from '../../facts/ownershipXml';
import type { Filing, Row } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { nearest } from '../../text/didYouMean';
import { child, type XmlElement } from '../../text/xml';
import { schemaSeverity } from '../era';
import type { Report, Rule, RuleContext } from '../rule';
import { attributesOf, idOf, nameOf, strayWords, wordsOf } from './elements';

/** A document with more faults than this is none of EDGAR's, and a list of them helps nobody. */
const MOST = 200;

/** Elements that EDGAR's schema has no place for, that are in the wrong place, missing, or hold what they cannot. */
export const xmlStructure: Rule = {
  id: 'xml-structure',
  family: 'xml',
  severity: 'error',
  summary: 'An XML element that is unknown, missing, out of order, there twice, or that holds what it cannot',
  sign: 'xml',
  check(context) {
    const { filing } = context;
    // Where tags do not match, what holds what is a guess.
    if (!filing.xml?.document || filing.xml.problems.length > 0) return;
    new Walk(context, filing.xml.document).run();
  },
};

/** What an element lacks, and what stands in it that it cannot hold. */
interface Seen {
  readonly unknown: XmlElement[];
  readonly known: ReadonlyMap<string, XmlElement>;
}

class Walk {
  private readonly found: Report[] = [];
  private readonly rows: ReadonlyMap<number, Row>;
  /** The version of the schema that the document names; the newest where it names none. */
  private readonly version: string;
  private row: Row | undefined;

  constructor(
    private readonly context: RuleContext,
    private readonly document: XmlElement,
  ) {
    const { filing, filed } = context;
    this.rows = new Map(rowsOf(filing).map((row) => [row.span.start, row]));
    const version = child(document, 'schemaVersion');
    const known = version && this.text.slice(version.content.start, version.content.end).trim();
    this.version = known || (filed !== undefined && filed < PLAN_BOX.from ? KNOWN_SINCE : NEWEST);
  }

  private get text(): Filing['text'] {
    return this.context.filing.text;
  }

  run(): void {
    const severity = schemaSeverity(this.context);
    const { prefix } = this.context.filing.xml!;
    // Every name has it: one finding says so.
    if (prefix)
      this.found.push({
        span: prefix,
        message: `Expected the names of the elements without "${this.text.slice(prefix.start, prefix.end)}" before them: EDGAR's schema has them in no namespace.`,
      });
    this.element(this.document, OWNERSHIP_DOCUMENT, this.document.name);
    for (const one of this.found.slice(0, MOST)) this.context.report({ severity, ...one });
  }

  private tell(report: Report): void {
    this.found.push(report);
  }

  /** What the older schemas may have taken is no error. */
  private tellNewer(report: Report): void {
    this.tell(this.version < KNOWN_SINCE ? { ...report, severity: 'information' } : report);
  }

  /** @param named the element as it is spoken of: of the value of a cell, the cell */
  private element(element: XmlElement, fact: ElementFact, named: string): void {
    if (this.found.length >= MOST) return;
    const message = idOf(element) ?? attributesOf(element, this.text);
    if (message) this.tellNewer({ span: nameOf(element), message });
    if (!fact.holds) {
      const newer = fact.now && this.version >= fact.now.since;
      const report = wordsOf(element, newer ? { ...fact, ...fact.now } : fact, this.text, named);
      if (report?.incomplete) this.tellNewer(report);
      else if (report) this.tell(report);
      return;
    }
    if (fact.row) this.row = this.rows.get(element.span.start);
    if (element.children.length === 0 && needsElements(fact)) {
      const [first] = [...fact.holds.filter(({ required }) => required), ...fact.holds];
      this.tellNewer({
        span: nameOf(element),
        message: `Expected <${first!.name}>${fact.holds.length > 1 ? ' and other elements' : ''} in <${element.name}>; found none.`,
        incomplete: true,
        ...this.ofRow(),
      });
    } else {
      const stray = strayWords(element, fact, this.text);
      if (stray) this.tell(stray);
      const seen = this.children(element, fact, fact.holds);
      // Words without <value> around them are told once.
      if (!stray || element.children.length > 0) this.lacking(element, fact, seen);
    }
    if (fact.row) this.row = undefined;
  }

  /** Looks at each child in its order. */
  private children(element: XmlElement, fact: ElementFact, holds: readonly ElementFact[]): Seen {
    const facts = new Map(holds.map((one, place) => [one.name, { fact: one, place }]));
    const seen = new Map<string, XmlElement>();
    const known = new Map<string, XmlElement>();
    const counts = new Map<string, number>();
    const unknown: XmlElement[] = [];
    let last: { place: number; name: string } | undefined;
    for (const one of element.children) {
      const here = facts.get(one.name);
      if (!here) {
        if (!NOT_EDGARS.has(one.name)) unknown.push(one);
        continue;
      }
      known.set(one.name, one);
      const kind = here.fact.either ?? one.name;
      const first = seen.get(kind);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (first && !here.fact.many) this.tell(again(one, first, element));
      else if (count - 1 === here.fact.times) this.tell(tooMany(one, here.fact.times, element));
      else if (last && here.place < last.place && !UNORDERED.has(element.name))
        this.tell({
          span: nameOf(one),
          message: `Expected <${one.name}> before <${last.name}>; found it behind. In <${element.name}> the elements come in a fixed order.`,
        });
      seen.set(kind, one);
      if (!last || here.place > last.place) last = { place: here.place, name: one.name };
      this.element(one, here.fact, one.name === 'value' ? element.name : one.name);
    }
    const { value, footnoteId } = { value: known.get('value'), footnoteId: known.get('footnoteId') };
    if (
      fact.valued &&
      value &&
      footnoteId &&
      facts.get('value')!.fact.filled === undefined &&
      isBlank(value, this.text)
    )
      this.tellNewer({
        span: nameOf(value),
        message: `Expected a value in <value> of <${element.name}>, or no <value> where the footnote alone speaks; it is blank.`,
        incomplete: true,
      });
    return { unknown, known };
  }

  /** Elements that are missing, and elements that stand there under a name that is none. */
  private lacking(element: XmlElement, { holds }: ElementFact, { unknown, known }: Seen): void {
    const missing = (holds ?? []).filter(({ name }) => !known.has(name));
    for (const one of unknown) {
      const meant = nearest(
        one.name,
        missing.map(({ name }) => name),
      );
      if (meant === undefined) {
        this.tell({
          span: nameOf(one),
          message: `Expected an element that <${element.name}> can hold; found <${one.name.slice(0, 80)}>, which it cannot.`,
        });
        continue;
      }
      missing.splice(
        missing.findIndex(({ name }) => name === meant),
        1,
      );
      this.tell({
        span: nameOf(one),
        message: `Expected <${meant}> in <${element.name}>; found <${one.name.slice(0, 80)}>, a name that EDGAR does not know.`,
        ...this.ofRow(),
      });
    }
    for (const { name, required, since, holds: parts } of missing) {
      if (!required || (since !== undefined && this.version < since)) continue;
      // Of an indirect ownership `nature-missing` asks for the words.
      if (element.name === 'natureOfOwnership' && this.row?.directOrIndirectOwnership.value === 'I') continue;
      const report = {
        span: nameOf(element),
        message: `Expected <${name}> in <${element.name}>; it is not there.`,
        incomplete: true,
        // What would stand in it is missing too.
        ...(parts?.some((part) => part.holds && part.name !== 'value') ? this.ofRow() : {}),
      };
      this.tellNewer(report);
    }
  }

  private ofRow(): Pick<Report, 'row'> {
    return this.row ? { row: this.row } : {};
  }
}

/** True where an element without any in it is a fault by itself, and not one for each that is missing. */
const needsElements = ({ required, holds = [] }: ElementFact): boolean =>
  holds.some((part) => part.required && part.name !== 'value') ||
  (required === true && holds.some((part) => part.holds !== undefined));

/** The version of a document that names none. */
const NEWEST = 'X9999';

const isBlank = ({ content: { start, end } }: XmlElement, text: string): boolean =>
  text.slice(start, end).trim() === '';

function again(one: XmlElement, first: XmlElement, parent: XmlElement): Report {
  const message =
    first.name === one.name
      ? `Expected one <${one.name}> in <${parent.name}>; this is another.`
      : `Expected either <${first.name}> or <${one.name}> in <${parent.name}>; found both.`;
  return { span: nameOf(one), message, related: [{ message: 'the first', span: nameOf(first) }] };
}

const tooMany = (one: XmlElement, most: number, parent: XmlElement): Report => ({
  span: nameOf(one),
  message: `Expected at most ${most} <${one.name}> in <${parent.name}>; this is one more.`,
});
