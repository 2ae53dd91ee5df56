/** What can be typed at a place: values in the cells, markers, whole rows, footnotes and, where nothing stands, the form. */
import type { CompletionItem, CompletionItemKind, CompletionList } from 'vscode-languageserver-protocol';
import { LAYOUTS } from '../../facts/layouts';
import { transactionCode } from '../../facts/transactionCodes';
import { cellOf } from '../../filing/columns';
import type { Column, Filing, TableName } from '../../filing/model';
import { rowsOf } from '../../filing/queries';
import { DATE_SIGNED, SIGNATURE } from '../../operations/filing/blankForm';
import { dateForm } from '../../operations/rows/habits';
import type { Day } from '../../text/days';
import type { Position, Range } from '../../text/lines';
import { blankAt } from '../../text/snippet';
import { touches, type Span } from '../../text/span';
import { definitionOf } from '../hover/code';
import type { Markup } from '../hover/markup';
import { outline } from '../outline';
import { placeAt, type CellPlace, type MarkerPlace } from '../place';
import { dateValues, valuesFor, type CellContext, type Value } from './cell';
import { formItem } from './form';
import { begunMarker, markersAt, takesMarker, type MarkerData, type MarkerList } from './markers';
import { noteItems } from './notes';
import { rowItems } from './rows';
import { seenWords } from './seen';
import { signersOf } from './signers';
import { tickItems } from './ticks';

export interface CompletionOptions extends Omit<CellContext, 'filing'> {
  readonly uri: string;
  /** What the notes of other filings of the same issuer say, asked for where it is of use. */
  readonly phrases?: () => readonly string[];
  /** Whether the client fills in places. */
  readonly snippets: boolean;
  /** Whether the client shows words beside a label in its list. */
  readonly labelDetails: boolean;
}

const VALUE: CompletionItemKind = 12;
const WORDS: ReadonlySet<Column> = new Set<Column>(['securityTitle', 'underlyingSecurityTitle', 'natureOfOwnership']);

/** What can be typed at a place: values with their edits and, behind them, markers. */
interface Found {
  readonly items: readonly CompletionItem[];
  readonly markers?: MarkerList;
}

/** The items in the order in which they should be shown; none where nothing can be said, or would break the layout. */
export function completion(filing: Filing, position: Position, options: CompletionOptions): CompletionItem[] {
  const { items, markers } = found(filing, position, options);
  if (!markers) return [...items];
  const { range, data } = markers;
  const whole = markers.items.map(({ textEditText = '', ...item }): CompletionItem => ({
    ...item,
    textEdit: { range, newText: textEditText },
    data,
  }));
  return [...items, ...whole];
}

/** So many markers stand behind the values of a cell; who begins one, as with (, is given all. */
const MOST_UNASKED = 30;

/** The same for a client that takes once what all items have in common, and asks again where a list is not all. */
export function completionList(filing: Filing, position: Position, options: CompletionOptions): CompletionList {
  const { items, markers } = found(filing, position, options);
  if (!markers) return { isIncomplete: false, ...inOnePlace(items) };
  const itemDefaults = { editRange: markers.range, data: markers.data };
  const isIncomplete = !markers.begun && markers.items.length > MOST_UNASKED;
  const shown = isIncomplete ? markers.items.slice(0, MOST_UNASKED) : markers.items;
  return { isIncomplete, items: [...items, ...shown], itemDefaults };
}

/** Items that all go to one place name it once. */
function inOnePlace(items: readonly CompletionItem[]): Pick<CompletionList, 'items' | 'itemDefaults'> {
  const rangeOf = ({ textEdit }: CompletionItem): Range | undefined =>
    textEdit && 'range' in textEdit ? textEdit.range : undefined;
  const editRange = items[0] && rangeOf(items[0]);
  if (!editRange || items.some((item) => rangeOf(item) !== editRange)) return { items: [...items] };
  return {
    items: items.map(({ textEdit, ...item }) =>
      textEdit!.newText === item.label ? item : { ...item, textEditText: textEdit!.newText },
    ),
    itemDefaults: { editRange },
  };
}

function found(filing: Filing, position: Position, options: CompletionOptions): Found {
  const { text, layout, lines } = filing;
  if (LAYOUTS[layout].cells !== 'separated') return { items: [] };
  const offset = lines.offset(position);
  const blank = /^\s{0,9}[a-z0-9 ]{0,9}\s{0,9}$/i.test(text);
  const { items, markers } = blank ? { items: [formItem(filing, options.snippets)] } : at(filing, offset, options);
  return { items: inOrder(items, options.labelDetails), ...(markers && { markers }) };
}

function at(filing: Filing, offset: number, options: CompletionOptions): Found {
  const { text, lines } = filing;
  const line = lines.lineSpan(lines.lineAt(offset));
  const words = text.slice(line.start, Math.min(line.end, line.start + 40));
  const blank = blankAt(filing.text, offset);
  const name = blank && text.slice(blank.start, blank.end);
  // Where nobody has signed yet, the form is not known to end its notes here.
  if (blank && name === DATE_SIGNED.choices[0])
    return { items: placed(filing, blank, dateValues([[options.today, 'today']], dateForm(filing)), options, name) };
  if (blank && name === SIGNATURE.choices[0]) {
    const signers = signersOf(filing).map(([label, detail]) => ({ label, detail, kind: VALUE }));
    return { items: placed(filing, blank, signers, options, name) };
  }
  const place = placeAt(filing, offset);
  const begins = /^[ |]{0,4}[a-z]{0,20}[ |]{0,4}$/i.test(words) && line.end - line.start < 40;
  const table = begins ? tableAround(filing, offset) : undefined;
  const rows = table ? rowItems(filing, table, line, options.snippets) : [];
  if (place?.kind === 'cell' || place?.kind === 'marker') {
    const { items, markers } = cellItems(filing, place, offset, options);
    return { items: [...items, ...rows], ...(markers && { markers }) };
  }
  if (table) return { items: rows };
  if (inNotes(filing, offset)) return { items: noteItems(filing, line, options.snippets, options.phrases?.()) };
  return { items: boxItems(filing, offset, options) };
}

/** The order as it is, and what is said of an item where the client shows it while one looks down the list. */
function inOrder(items: readonly CompletionItem[], labelDetails: boolean): CompletionItem[] {
  return items.map((one, index) => {
    const sortText = String(index).padStart(3, '0');
    if (one.detail === undefined || !labelDetails) return { ...one, sortText };
    const { detail, ...item } = one;
    return { ...item, labelDetails: { description: detail }, sortText };
  });
}

function cellItems(filing: Filing, place: CellPlace | MarkerPlace, offset: number, options: CompletionOptions): Found {
  const { cell } = place;
  const begun = begunMarker(filing, cell, offset);
  if (begun) return { items: [], markers: markersAt(filing, options, offset, begun) };
  const markers = takesMarker(filing, cell, offset) ? markersAt(filing, options, offset, undefined) : undefined;
  const only = { items: [], ...(markers && { markers }) };
  if (place.kind === 'marker') return only;
  const touched = cell.raw !== '' && touches(cell.span, offset);
  if (cell.raw !== '' && !touched) return only;
  // The name of a place that is still to be filled in gives way to what fills it.
  const blank = cell.raw === '' ? blankAt(filing.text, offset) : undefined;
  const span = touched ? cell.span : (blank ?? { start: offset, end: offset });
  const values = valuesFor({ ...options, filing }, place).filter(({ label }) => !isTypedHere(filing, place, label));
  // A whole code or date is to be changed: what stands there does not narrow the list, as the first words of a title do.
  const kept = touched && cell.value !== undefined && !WORDS.has(place.column);
  const name = blank && filing.text.slice(blank.start, blank.end);
  return { ...only, items: placed(filing, span, values, options, kept ? cell.raw : name) };
}

/** Words that stand nowhere but in the very cell that is being typed are no help there. */
function isTypedHere(filing: Filing, { row, column, cell }: CellPlace | MarkerPlace, label: string): boolean {
  if (!WORDS.has(column) || label !== cell.raw) return false;
  return !rowsOf(filing).some((other) => other !== row && cellOf(other, column)?.raw === label);
}

/**
 * Values set in a place, parted from the table's rules by a space.
 * @param kept what stands there and is to be changed; undefined where it narrows the list
 */
function placed(
  { text, lines }: Filing,
  span: Span,
  values: readonly Value[],
  { labelDetails }: CompletionOptions,
  kept?: string,
): CompletionItem[] {
  const before = text.charAt(span.start - 1) === '|' ? ' ' : '';
  const after = text.charAt(span.end) === '|' ? ' ' : '';
  const range = lines.range(span);
  return values.map(({ label, kind, detail, data }) => {
    const item: CompletionItem = { label, kind, textEdit: { range, newText: before + label + after } };
    if (data) item.data = data;
    if (kept !== undefined) item.filterText = kept + label;
    if (detail !== undefined && labelDetails) item.labelDetails = { description: detail };
    else if (detail !== undefined) item.detail = detail;
    return item;
  });
}

/** The owner's name, box 3, boxes to tick and the dates of signatures. */
function boxItems(filing: Filing, offset: number, options: CompletionOptions): CompletionItem[] {
  const { reportingOwners, periodOfReport, ownerSignatures } = filing;
  const ticks = tickItems(filing, offset);
  if (ticks.length > 0) return ticks;
  const names = reportingOwners.find(({ rptOwnerName: { span } }) => touches(span, offset));
  if (names)
    return placed(
      filing,
      names.rptOwnerName.span,
      seenWords(filing, options, 'owners').map((label) => ({ label, kind: VALUE })),
      options,
    );
  if (touches(periodOfReport.span, offset)) {
    const days = [...filing.nonDerivativeTable.rows, ...filing.derivativeTable.rows].flatMap(
      ({ transactionDate: { value } }) => (value === undefined ? [] : [value]),
    );
    const first = days.reduce<Day | undefined>(
      (least, day) => (least === undefined || day < least ? day : least),
      undefined,
    );
    return placed(
      filing,
      periodOfReport.span,
      dateValues([[first, 'the earliest transaction']], dateForm(filing)),
      options,
    );
  }
  const signed = ownerSignatures.find(({ signatureDate: { span } }) => touches(span, offset));
  const today = dateValues([[options.today, 'today']], dateForm(filing));
  return signed ? placed(filing, signed.signatureDate.span, today, options) : [];
}

/** The table among whose rows an offset lies, or behind them before the next part begins. */
function tableAround(filing: Filing, offset: number): TableName | undefined {
  for (const name of ['nonDerivativeTable', 'derivativeTable'] as const) {
    const { headings, title } = filing[name];
    const start = (headings ?? title)?.end;
    if (start !== undefined && start < offset && offset < nextPart(filing, start)) return name;
  }
  return undefined;
}

function inNotes(filing: Filing, offset: number): boolean {
  const { heading } = filing.footnotes;
  return heading !== undefined && heading.end < offset && offset < nextPart(filing, heading.end);
}

const nextPart = (filing: Filing, offset: number): number =>
  outline(filing).reduce((next, { span }) => (span.start > offset ? Math.min(next, span.start) : next), Infinity);

/** The item with its documentation: the official words of a code, the whole of a note. */
export function resolveCompletion(
  item: CompletionItem,
  markup: Markup,
  filingsOf: (uri: string) => readonly Filing[],
): CompletionItem {
  const { code, uri, notes } = (item.data ?? {}) as Partial<MarkerData & { code: string }>;
  const entry = transactionCode(code);
  const meant = uri === undefined ? [] : filingsOf(uri).filter(({ footnotes }) => footnotes.span.start === notes);
  const note = meant.flatMap(({ footnotes }) => footnotes.list).find(({ number }) => item.label === `(${number})`);
  const words = entry ? definitionOf(entry, markup) : note?.text;
  if (words === undefined) return item;
  return { ...item, documentation: { kind: markup.kind, value: entry ? words : markup.quote(words) } };
}
