/** Edits in EDGAR's ownership XML: values, what is cited, and elements that are not there yet, in the order of the schema. */
import { OWNERSHIP_DOCUMENT, UNORDERED, type ElementFact } from '../../facts/ownershipXml';
import type { Column, Filing, TableName } from '../../filing/model';
import type { Edit } from '../../text/edits';
import { child, childrenNamed, escapeXml, type XmlElement } from '../../text/xml';
import type { Refusal } from '../operation';
import { lineEndOf } from '../rows/line';
import type { CellPlace } from './place';

type Path = readonly (string | readonly [string, string])[];

/** The elements in a row that hold a column, the outermost first. In a place for shares the second name is for dollars. */
export const PATHS: Readonly<Partial<Record<Column, Path>>> = {
  securityTitle: ['securityTitle'],
  conversionOrExercisePrice: ['conversionOrExercisePrice'],
  transactionDate: ['transactionDate'],
  deemedExecutionDate: ['deemedExecutionDate'],
  transactionCode: ['transactionCoding', 'transactionCode'],
  transactionFormType: ['transactionCoding', 'transactionFormType'],
  transactionShares: ['transactionAmounts', ['transactionShares', 'transactionTotalValue']],
  acquired: ['transactionAmounts', ['transactionShares', 'transactionTotalValue']],
  disposed: ['transactionAmounts', ['transactionShares', 'transactionTotalValue']],
  transactionAcquiredDisposedCode: ['transactionAmounts', 'transactionAcquiredDisposedCode'],
  transactionPricePerShare: ['transactionAmounts', 'transactionPricePerShare'],
  exerciseDate: ['exerciseDate'],
  expirationDate: ['expirationDate'],
  underlyingSecurityTitle: ['underlyingSecurity', 'underlyingSecurityTitle'],
  underlyingSecurityShares: ['underlyingSecurity', ['underlyingSecurityShares', 'underlyingSecurityValue']],
  sharesOwnedFollowingTransaction: [
    'postTransactionAmounts',
    ['sharesOwnedFollowingTransaction', 'valueOwnedFollowingTransaction'],
  ],
  directOrIndirectOwnership: ['ownershipNature', 'directOrIndirectOwnership'],
  natureOfOwnership: ['ownershipNature', 'natureOfOwnership'],
};

export const NOT_XML: Refusal = {
  refused:
    'Nothing was changed: EDGAR’s XML has no element for it here. A row that reports a holding has no transaction.',
};

/** The elements of the rows of a table, in the order of the model. */
export const rowElements = (filing: Filing, table: TableName): readonly XmlElement[] =>
  (child(filing.xml?.document, table)?.children ?? []).filter(
    ({ name }) => name.endsWith('Transaction') || name.endsWith('Holding'),
  );

/** The element of a row, and what the schema says of it. */
function rowElement(
  filing: Filing,
  table: TableName,
  row: number,
): { element: XmlElement; fact: ElementFact } | undefined {
  const element = rowElements(filing, table)[row];
  const fact = factOf(factOf(OWNERSHIP_DOCUMENT, table), element?.name);
  return element && fact && { element, fact };
}

const factOf = (fact: ElementFact | undefined, name: string | undefined): ElementFact | undefined =>
  fact?.holds?.find((one) => one.name === name);

/** Sets a cell of a row; `words` are escaped here. */
export function xmlCellEdits(filing: Filing, place: CellPlace, words: string): readonly Edit[] | Refusal {
  const row = rowElement(filing, place.table, place.row);
  const path = PATHS[place.column];
  if (!row || !path) return NOT_XML;
  if (place.column === 'transactionFormType')
    return set(filing, row, path, words === 'V' ? '5' : words === '' ? '4' : words);
  if (place.column === 'transactionCode') return codeEdits(filing, row, path, words);
  if (place.column === 'acquired' || place.column === 'disposed') return sidedEdits(filing, row, place, path, words);
  return set(filing, row, path, words);
}

/** In Table II the column of an amount says its side, which is an element of its own. */
function sidedEdits(
  filing: Filing,
  row: Holder,
  { row: index, column }: CellPlace,
  path: Path,
  words: string,
): readonly Edit[] | Refusal {
  const model = filing.derivativeTable.rows[index];
  const [side, other] = column === 'acquired' ? (['A', model?.disposed] as const) : (['D', model?.acquired] as const);
  if (words !== '' && other && other.raw !== '')
    return {
      refused: 'Nothing was changed: just one of the columns (A) and (D) is filled. Clear the other one first.',
    };
  const amount = set(filing, row, path, words);
  if ('refused' in amount || words === '' || model?.transactionAcquiredDisposedCode.value === side) return amount;
  const sided = set(filing, row, ['transactionAmounts', 'transactionAcquiredDisposedCode'], side);
  return 'refused' in sided ? sided : [...amount, ...sided];
}

type Holder = { readonly element: XmlElement; readonly fact: ElementFact };

/** `S/K` is the code S, and an element that says of it that it is in an equity swap. */
function codeEdits(filing: Filing, row: Holder, path: Path, words: string): readonly Edit[] | Refusal {
  const code = words.replace(/ ?\/ ?K$/, '');
  const edits = set(filing, row, path, code);
  const swap = child(child(row.element, 'transactionCoding'), 'equitySwapInvolved');
  const involved = code === words ? '0' : '1';
  if ('refused' in edits || !swap || /^(?:1|true)$/.test(contentOf(filing, swap)) === (involved === '1')) return edits;
  return [...edits, { span: swap.content, newText: involved }];
}

const contentOf = ({ text }: Filing, { content }: XmlElement): string => text.slice(content.start, content.end).trim();

/** Sets what the last element of a path holds; what is missing on the way is made. */
const set = (filing: Filing, holder: Holder, path: Path, words: string): readonly Edit[] | Refusal =>
  down(
    filing,
    holder,
    path,
    ({ element, fact }) => valueEdits(filing, element, fact, words),
    (_name, fact, rest) => (words === '' ? undefined : made(fact, rest, words)),
  );

/**
 * Walks down a path as far as its elements are there.
 * @param reached the edits at its last element
 * @param missing the first element that is not there, with all that is to stand in it; undefined where nothing is to be made
 */
function down(
  filing: Filing,
  { element, fact }: Holder,
  [step, ...rest]: Path,
  reached: (last: Holder) => readonly Edit[] | Refusal,
  missing: (name: string, fact: ElementFact, rest: Path) => string | undefined,
): readonly Edit[] | Refusal {
  if (step === undefined) return reached({ element, fact });
  const names = typeof step === 'string' ? [step] : step;
  const name = names.find((one) => child(element, one)) ?? names[0]!;
  const own = factOf(fact, name);
  if (!own) return NOT_XML;
  const inner = child(element, name);
  if (inner) return down(filing, { element: inner, fact: own }, rest, reached, missing);
  const xml = missing(name, own, rest);
  return xml === undefined ? [] : insertChild(filing, { element, fact }, name, xml);
}

/** An element that holds a value, or is the value itself. */
function made(fact: ElementFact, [step, ...rest]: Path, words: string): string {
  const inner = step === undefined ? undefined : factOf(fact, typeof step === 'string' ? step : step[0]);
  const within = inner
    ? made(inner, rest, words)
    : factOf(fact, 'value')
      ? `<value>${escapeXml(words)}</value>`
      : escapeXml(words);
  return `<${fact.name}>${within}</${fact.name}>`;
}

function valueEdits(filing: Filing, element: XmlElement, fact: ElementFact, words: string): readonly Edit[] {
  const { text } = filing;
  const written = escapeXml(words);
  if (!factOf(fact, 'value')) return contentEdits(filing, element, written);
  const value = child(element, 'value');
  if (value && words !== '') return contentEdits(filing, value, written);
  if (value) {
    // A blank value may not stand beside what is cited in its place.
    if (childrenNamed(element, 'footnoteId').length === 0) return contentEdits(filing, value, '');
    let { start } = value.span;
    while (start > element.content.start && /\s/.test(text.charAt(start - 1))) start--;
    return [{ span: { start, end: value.span.end }, newText: '' }];
  }
  if (words === '') return [];
  return insertFirst(filing, element, `<value>${written}</value>`);
}

/** Sets the words of an element, white space around them left alone. */
export function contentEdits({ text }: Filing, element: XmlElement, written: string): readonly Edit[] {
  const { span, content, name } = element;
  if (isClosedAtOnce(text, element)) return written === '' ? [] : [{ span, newText: `<${name}>${written}</${name}>` }];
  const raw = text.slice(content.start, content.end);
  const trimmed = raw.trim();
  const start = trimmed === '' ? content.start : content.start + raw.indexOf(trimmed);
  return [{ span: { start, end: trimmed === '' ? content.end : start + trimmed.length }, newText: written }];
}

/** `<a/>`, whose content would be behind it. */
const isClosedAtOnce = (text: string, { content, span }: XmlElement): boolean =>
  content.end === span.end && text.charAt(content.start - 2) === '/';

/** White space before the first element in another one, as a line of its own or none. */
function indentOf({ text }: Filing, element: XmlElement): string {
  const first = element.children[0];
  const white = first && text.slice(element.content.start, first.span.start);
  if (white !== undefined) return white.trim() === '' ? white : '';
  const line = text.slice(text.lastIndexOf('\n', element.span.start) + 1, element.span.start);
  return line.trim() === '' && text.includes('\n') ? `\n${line}${line.includes('\t') ? '\t' : '    '}` : '';
}

function insertFirst(filing: Filing, element: XmlElement, xml: string): readonly Edit[] {
  if (isClosedAtOnce(filing.text, element)) return contentEdits(filing, element, xml);
  const { start } = element.content;
  return [{ span: { start, end: start }, newText: indentOf(filing, element) + xml }];
}

/** Sets an element behind those that the schema has before it. */
export function insertChild(
  filing: Filing,
  { element, fact }: Holder,
  name: string,
  xml: string,
): readonly Edit[] | Refusal {
  const order = (fact.holds ?? []).map((one) => one.name);
  const place = order.indexOf(name);
  if (place < 0) return NOT_XML;
  const before = [...element.children].reverse().find((one) => {
    const at = order.indexOf(one.name);
    return UNORDERED.has(element.name) || (at >= 0 && at <= place);
  });
  if (!before) return insertFirst(filing, element, xml);
  const { end } = before.span;
  return [{ span: { start: end, end }, newText: indentOf(filing, element) + xml }];
}

/** An element of the document by its path, each step the n-th of its name. */
export function documentElement(filing: Filing, ...path: readonly (readonly [string, number])[]): Holder | undefined {
  let holder: Holder | undefined = filing.xml?.document && { element: filing.xml.document, fact: OWNERSHIP_DOCUMENT };
  for (const [name, nth] of path) {
    const element: XmlElement | undefined = holder && childrenNamed(holder.element, name)[nth];
    const fact = factOf(holder?.fact, name);
    holder = element && fact && { element, fact };
  }
  return holder;
}

/** Sets the words of an element in another one, which is made where it is not there. */
export function xmlChildEdits(
  filing: Filing,
  parent: Holder | undefined,
  name: string,
  words: string,
): readonly Edit[] | Refusal {
  return parent ? set(filing, parent, [name], words) : NOT_XML;
}

/** Cites a footnote in a cell: behind what stands in its element. */
export function xmlCite(filing: Filing, place: CellPlace, id: string): readonly Edit[] | Refusal {
  const row = rowElement(filing, place.table, place.row);
  const path = place.column === 'transactionFormType' ? ['transactionTimeliness'] : PATHS[place.column];
  if (!row || !path) return NOT_XML;
  const steps = place.column === 'transactionCode' ? ['transactionCoding'] : path;
  return cite(filing, row, steps, `<footnoteId id="${id}"/>`);
}

const cite = (filing: Filing, holder: Holder, path: Path, xml: string): readonly Edit[] | Refusal =>
  down(
    filing,
    holder,
    path,
    (last) =>
      isClosedAtOnce(filing.text, last.element)
        ? contentEdits(filing, last.element, xml)
        : insertChild(filing, last, 'footnoteId', xml),
    (name, _fact, rest) => {
      const nested = rest.reduceRight<string>((within, one) => {
        const tag = typeof one === 'string' ? one : one[0];
        return `<${tag}>${within}</${tag}>`;
      }, xml);
      return `<${name}>${nested}</${name}>`;
    },
  );

/** Takes elements away with the white space before them. */
export function without({ text }: Filing, spans: readonly { readonly start: number; readonly end: number }[]): Edit[] {
  return spans.map(({ start, end }) => {
    let from = start;
    while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
    return { span: { start: from, end }, newText: '' };
  });
}

/** A new note behind the others, and its id. */
export function xmlNewNote(
  filing: Filing,
  words: string,
): { readonly edits: readonly Edit[]; readonly id: string } | Refusal {
  const document = documentElement(filing);
  if (!document) return NOT_XML;
  const used = filing.footnotes.list.reduce((most, { number }) => Math.max(most, number ?? 0), 0);
  const id = `F${used + 1}`;
  const note = `<footnote id="${id}">${escapeXml(words)}</footnote>`;
  const notes = documentElement(filing, ['footnotes', 0]);
  const edits = notes
    ? insertChild(filing, notes, 'footnote', note)
    : insertChild(
        filing,
        document,
        'footnotes',
        `<footnotes>${lineEndOf(filing)}${note}${lineEndOf(filing)}</footnotes>`,
      );
  return 'refused' in edits ? edits : { edits, id };
}
