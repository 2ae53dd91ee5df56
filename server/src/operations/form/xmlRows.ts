/** Rows of EDGAR's ownership XML: new ones like those that are there, duplicates, other places, and rows that go. */
import type { Column, Filing, Row, TableName } from '../../filing/model';
import { applied, type Edit } from '../../text/edits';
import { child, childrenNamed, escapeXml, type XmlElement } from '../../text/xml';
import type { Outcome, Refusal } from '../operation';
import { totalBehind } from '../rows/duplicateRow';
import { SHARED } from '../rows/newRow';
import { documentElement, insertChild, NOT_XML, PATHS, rowElements, without } from './xml';

interface RowOfXml {
  readonly row: Row;
  readonly element: XmlElement;
}

export type XmlRowOperation = 'row.new' | 'row.duplicate' | 'row.delete' | 'row.moveUp' | 'row.moveDown';

const NO_ROW: Refusal = { refused: 'Nothing was changed: this row is not in the filing any more.' };

/** Works an operation on a row out. */
export function xmlRow(filing: Filing, operation: XmlRowOperation, table: TableName, at: number): Outcome | Refusal {
  const all = rowElements(filing, table);
  const element = all[at];
  const row = filing[table].rows[at];
  if (!element || !row) return NO_ROW;
  switch (operation) {
    case 'row.new':
      return { edits: [below(filing, element, likeThis(filing, { row, element }))] };
    case 'row.duplicate':
      return { edits: [below(filing, element, onceMore(filing, { row, element }))] };
    case 'row.delete':
      return deleted(filing, element);
    case 'row.moveUp':
    case 'row.moveDown': {
      const neighbour = all[operation === 'row.moveUp' ? at - 1 : at + 1];
      if (!neighbour)
        return {
          refused: `This is the ${operation === 'row.moveUp' ? 'first' : 'last'} row of its table: it cannot be moved further.`,
        };
      return { edits: exchanged(filing, element.span, neighbour.span) };
    }
  }
}

/** The words of two places change places; what stands between them stays. */
export const exchanged = ({ text }: Filing, one: Edit['span'], other: Edit['span']): Edit[] => [
  { span: one, newText: text.slice(other.start, other.end) },
  { span: other, newText: text.slice(one.start, one.end) },
];

/** An element behind another one, on lines of its own where that one is. */
function below({ text }: Filing, { span: { start, end } }: XmlElement, xml: string): Edit {
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return { span: { start: end, end }, newText: text.slice(from, start) + xml };
}

/** An element's text with edits in it. */
const edited = ({ text }: Filing, { span: { start, end } }: XmlElement, edits: readonly Edit[]): string =>
  applied(
    text.slice(start, end),
    edits.map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    })),
  );

/** The row once more, its total going on from its own. */
function onceMore(filing: Filing, { row, element }: RowOfXml): string {
  const total = totalBehind(row);
  const { span } = row.sharesOwnedFollowingTransaction;
  return edited(filing, element, total === undefined ? [] : [{ span, newText: total }]);
}

const KEPT: ReadonlySet<Column> = new Set(SHARED);
/** Elements that say of one transaction what is seldom so of the next. */
const GONE = ['deemedExecutionDate', 'transactionTimeliness'];

/** A row of the same holding: title, date and ownership are those of this one, the rest is blank. */
function likeThis(filing: Filing, { element }: RowOfXml): string {
  const edits: Edit[] = [];
  const coding = child(element, 'transactionCoding');
  const blank = (one: XmlElement | undefined, words = ''): void => {
    if (one && one.content.start <= one.content.end && filing.text.charAt(one.content.start - 2) !== '/')
      edits.push({ span: one.content, newText: words });
  };
  edits.push(
    ...without(
      filing,
      GONE.flatMap((name) => child(element, name)?.span ?? []),
    ),
  );
  edits.push(
    ...without(
      filing,
      childrenNamed(coding, 'footnoteId').map(({ span }) => span),
    ),
  );
  blank(child(coding, 'transactionFormType'), '4');
  blank(child(coding, 'transactionCode'));
  blank(child(coding, 'equitySwapInvolved'), '0');
  const seen = new Set<XmlElement>();
  for (const [column, path] of Object.entries(PATHS) as [Column, (typeof PATHS)[Column]][]) {
    if (KEPT.has(column) || !path || GONE.includes(String(path[0])) || path[0] === 'transactionCoding') continue;
    const cell = path.reduce<XmlElement | undefined>(
      (holder, step) =>
        (typeof step === 'string' ? [step] : step).map((name) => child(holder, name)).find((one) => one !== undefined),
      element,
    );
    if (!cell || seen.has(cell)) continue;
    seen.add(cell);
    const value = child(cell, 'value');
    blank(value);
    const cited = childrenNamed(cell, 'footnoteId').map(({ span }) => span);
    // What was only cited leaves a place for the value.
    if (!value && cited[0]) {
      edits.push({ span: cited[0], newText: '<value></value>' });
      cited.shift();
    }
    edits.push(...without(filing, cited));
  }
  return edited(filing, element, edits);
}

/** The row goes, and with it the notes that nothing else cites: EDGAR suspends a note that none does. */
function deleted(filing: Filing, element: XmlElement): Outcome {
  const elsewhere = new Set<string>();
  const own = new Set<string>();
  const look = (one: XmlElement, isOwn: boolean): void => {
    if (one.name === 'footnoteId' && one.id) (isOwn ? own : elsewhere).add(one.id.value);
    for (const part of one.children) look(part, isOwn || part === element);
  };
  look(filing.xml!.document!, false);
  const orphans = notesOf(filing).filter(({ id }) => id && own.has(id.value) && !elsewhere.has(id.value));
  const edits = without(filing, [element.span, ...goneNotes(filing, orphans).map(({ span }) => span)]);
  if (orphans.length === 0) return { edits };
  const ids = orphans.map(({ id }) => id!.value.replace(/^F/, '')).join(', ');
  const [notes, them] = orphans.length === 1 ? ['footnote', 'it'] : ['footnotes', 'them'];
  return { edits, remark: `Deleted ${notes} ${ids} too: nothing else cites ${them}.` };
}

export const notesOf = (filing: Filing): readonly XmlElement[] =>
  childrenNamed(documentElement(filing, ['footnotes', 0])?.element, 'footnote');

/** The elements that go with some notes: where none is left, the list of notes goes. */
export function goneNotes(filing: Filing, gone: readonly XmlElement[]): readonly XmlElement[] {
  const list = documentElement(filing, ['footnotes', 0])?.element;
  return list && gone.length > 0 && gone.length === notesOf(filing).length ? [list] : gone;
}

/** The first row of a table, with its title and the elements that each row has; the table comes with it where it is not there. */
export function xmlFirstRow(filing: Filing, table: TableName, title: string): readonly Edit[] | Refusal {
  const document = documentElement(filing);
  if (!document) return NOT_XML;
  const eol = filing.text.includes('\r\n') ? '\r\n' : '\n';
  const pretty = new RegExp(`${eol}[ \\t]+<issuer>`).exec(filing.text);
  const unit = pretty ? pretty[0].slice(eol.length, -'<issuer>'.length) : '';
  const line = (depth: number, xml: string): string => (pretty ? eol + unit.repeat(depth) : '') + xml;
  const write = (name: string, depth: number, inside: readonly string[]): string =>
    line(depth, `<${name}>`) + inside.join('') + line(depth, `</${name}>`);
  const cell = (name: string, depth: number, words = ''): string =>
    write(name, depth, [line(depth + 1, `<value>${escapeXml(words)}</value>`)]);
  const isFirst = table === 'nonDerivativeTable';
  const row = write(isFirst ? 'nonDerivativeTransaction' : 'derivativeTransaction', 2, [
    cell('securityTitle', 3, title),
    ...(isFirst ? [] : [cell('conversionOrExercisePrice', 3)]),
    cell('transactionDate', 3),
    write('transactionCoding', 3, [
      line(4, '<transactionFormType>4</transactionFormType>'),
      line(4, '<transactionCode></transactionCode>'),
      line(4, '<equitySwapInvolved>0</equitySwapInvolved>'),
    ]),
    write('transactionAmounts', 3, [
      cell('transactionShares', 4),
      cell('transactionPricePerShare', 4),
      cell('transactionAcquiredDisposedCode', 4),
    ]),
    ...(isFirst
      ? []
      : [
          cell('exerciseDate', 3),
          cell('expirationDate', 3),
          write('underlyingSecurity', 3, [cell('underlyingSecurityTitle', 4), cell('underlyingSecurityShares', 4)]),
        ]),
    write('postTransactionAmounts', 3, [cell('sharesOwnedFollowingTransaction', 4)]),
    write('ownershipNature', 3, [cell('directOrIndirectOwnership', 4)]),
  ]);
  const own = documentElement(filing, [table, 0]);
  if (!own) return insertChild(filing, document, table, `<${table}>${row}${line(1, '')}</${table}>`);
  const { element } = own;
  const { start, end } = element.content;
  const isClosed = filing.text.charAt(start - 2) === '/' && end === element.span.end;
  if (isClosed) return [{ span: element.span, newText: `<${table}>${row}${line(1, '')}</${table}>` }];
  const isEmpty = filing.text.slice(start, end).trim() === '';
  return isEmpty
    ? [{ span: { start, end }, newText: row + line(1, '') }]
    : [{ span: { start, end: start }, newText: row }];
}
