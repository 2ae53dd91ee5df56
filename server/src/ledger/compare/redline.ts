/** The printed form of a filing with what another one says in its stead: changed cells, rows and notes that came and went. */
import { sameWords } from '../../filing/holdings';
import type { Filing, TableName } from '../../filing/model';
import { printedForm, type PrintedFormOptions } from '../../writers/printedForm/form';
import type {
  FormCell,
  FormNote,
  FormOwner,
  FormRow,
  FormTable,
  FormTick,
  PrintedForm,
} from '../../writers/printedForm/model';
import { placeWords } from '../../writers/proof/places';
import { compareFilings, type Comparison } from './compare';

/**
 * The form of a filing as a redline against another one.
 * @param name what the other one is called
 */
export function redline(before: Filing, after: Filing, name: string, options: PrintedFormOptions = {}): PrintedForm {
  const comparison = compareFilings(before, after);
  const form = printedForm(after, options);
  if (comparison.same) return { ...form, against: { name, changes: 0 } };
  const other = printedForm(before);
  const boxes = withBoxes(form, other);
  const marked: PrintedForm = {
    ...boxes,
    nonDerivativeTable: withRows(boxes.nonDerivativeTable, other.nonDerivativeTable, comparison),
    derivativeTable: withRows(boxes.derivativeTable, other.derivativeTable, comparison),
  };
  const notes = withNotes(marked, other, comparison);
  return { ...marked, notes, against: { name, changes: changesIn({ ...marked, notes }) } };
}

/** How many things of a form are marked. */
function changesIn(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const { was, wasLabel: label, change } = part as { was?: unknown; wasLabel?: unknown; change?: unknown };
  // What is in a row that came or went is told with it.
  if (change !== undefined) return 1;
  return (
    (was === undefined && label === undefined ? 0 : 1) +
    Object.values(part).reduce<number>((sum, one) => sum + changesIn(one), 0)
  );
}

const shown = ({ words, markers = [] }: FormCell): string =>
  [words, ...markers.map(({ label }) => `(${label})`)].filter((word) => word !== '').join(' ');

function withBoxes(form: PrintedForm, other: PrintedForm): PrintedForm {
  const cell = <C extends FormCell | undefined>(is: C, was: FormCell | undefined): C => {
    if (!is || sameWords(shown(is)) === sameWords(was ? shown(was) : '')) return is;
    return { ...is, was: was ? shown(was) : '' };
  };
  const tick = <T extends FormTick | undefined>(is: T, was: FormTick | undefined): T =>
    !is || !was || is.ticked === was.ticked ? is : { ...is, was: was.ticked };
  const owner = (is: FormOwner, was: FormOwner | undefined): FormOwner => {
    // How an address is set, with commas or on lines, says nothing.
    const address = (one: FormOwner | undefined): string =>
      sameWords(`${one?.street?.words ?? ''} ${one?.place?.words ?? ''}`);
    const isSameAddress = address(is) === address(was);
    const street = isSameAddress ? is.street : cell(is.street, was?.street);
    const place = isSameAddress ? is.place : cell(is.place, was?.place);
    const officerTitle = cell(is.officerTitle, was?.officerTitle);
    const otherText = cell(is.otherText, was?.otherText);
    return {
      ...is,
      name: cell(is.name, was?.name),
      ...(street && { street }),
      ...(place && { place }),
      relationship: is.relationship.map((one, at) => tick(one, was?.relationship[at])),
      ...(officerTitle && { officerTitle }),
      ...(otherText && { otherText }),
    };
  };
  const aff10b5One = tick(form.aff10b5One, other.aff10b5One);
  const remarks = cell(form.remarks, other.remarks);
  return {
    ...form,
    notSubjectToSection16: tick(form.notSubjectToSection16, other.notSubjectToSection16),
    ...(aff10b5One && { aff10b5One }),
    owners: form.owners.map((one, at) => owner(one, other.owners[at])),
    issuer: {
      ...form.issuer,
      name: cell(form.issuer.name, other.issuer.name),
      symbol: cell(form.issuer.symbol, other.issuer.symbol),
    },
    periodOfReport: cell(form.periodOfReport, other.periodOfReport),
    dateOfOriginalSubmission: cell(form.dateOfOriginalSubmission, other.dateOfOriginalSubmission),
    ...(remarks && { remarks }),
    signatures: form.signatures.map(({ name, date }, at) => ({
      name: cell(name, other.signatures[at]?.name),
      date: cell(date, other.signatures[at]?.date),
    })),
  };
}

function withRows(table: FormTable, other: FormTable, { rows: changes }: Comparison): FormTable {
  const own = changes.filter((change) => change.table === table.name);
  if (own.length === 0) return table;
  const addressOf = (row: { readonly index: number }): string => `${table.name}/${row.index}`;
  const by = new Map(own.flatMap((change) => (change.after ? [[addressOf(change.after), change] as const] : [])));
  const rows = table.rows.map((row): FormRow => {
    const change = by.get(row.address);
    if (!change) return row;
    if (change.kind === 'added') return { ...row, change: 'added' };
    const cells = row.cells.map((cell): FormCell => {
      const changed = change.cells.find(({ column }) => cell.address === `${row.address}/${column}`);
      return changed ? { ...cell, was: changed.before } : cell;
    });
    return { ...row, cells };
  });
  const gone = new Set(own.flatMap(({ kind, before }) => (kind === 'removed' && before ? [addressOf(before)] : [])));
  return { ...table, rows: withGone(rows, other.rows, gone, table.name) };
}

/** Rows that went stand where they stood: behind as many of those that stayed. Of the text they have a place, and no words. */
function withGone(
  rows: readonly FormRow[],
  others: readonly FormRow[],
  gone: ReadonlySet<string>,
  table: TableName,
): FormRow[] {
  const out = [...rows];
  let at = 0;
  for (const row of others) {
    while (out[at]?.change === 'added') at++;
    if (!gone.has(row.address)) {
      at++;
      continue;
    }
    const end = (out[at - 1] ?? out[at])?.span.end ?? 0;
    const span = { start: end, end };
    const address = `removed/${table}/${row.address.split('/')[1]}`;
    const cells = row.cells.map((cell) => ({
      address: `${address}/${cell.address.split('/').at(-1)}`,
      words: shown(cell),
      span,
      whole: span,
    }));
    const { kind, read } = row;
    out.splice(at++, 0, { address, kind, read, span, cells, change: 'removed' });
  }
  return out;
}

/** A number that is another one than it was. */
const wasLabel = ({ label }: FormNote, was: FormNote | undefined): Pick<FormNote, 'wasLabel'> =>
  was && was.label !== '' && was.label !== label ? { wasLabel: was.label } : {};

function withNotes(form: PrintedForm, other: PrintedForm, { notes: changes, before, after }: Comparison): FormNote[] {
  const addressIn = (list: readonly unknown[], note: unknown): string => `footnote/${list.indexOf(note)}`;
  const by = new Map(
    changes.flatMap((change) =>
      change.after ? [[addressIn(after.footnotes.list, change.after), change] as const] : [],
    ),
  );
  const cells = new Map(
    [form.nonDerivativeTable, form.derivativeTable].flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.map((cell) => [cell.address, { row, cell }] as const)),
    ),
  );
  const told = (address: string): string[] => {
    const { row, cell } = cells.get(address) ?? {};
    if (!row || !cell) return [];
    if (row.change === 'added') return [`${placeWords(form, row.address)}: added`];
    if (cell.was === undefined) return [];
    return [`${placeWords(form, address)}: ${cell.was || '(blank)'} → ${shown(cell) || '(blank)'}`];
  };
  const notes = form.notes.map((note): FormNote => {
    const change = by.get(note.address);
    const explains = [...new Set(note.cited.flatMap(told))];
    return {
      ...note,
      ...(change?.kind === 'added' && { change: 'added' as const }),
      ...(change?.kind === 'changed' && change.before && { was: change.before.text }),
      ...wasLabel(note, change?.before && other.notes[before.footnotes.list.indexOf(change.before)]),
      ...(explains.length > 0 && { explains }),
    };
  });
  const gone = changes.flatMap((change) => (change.kind === 'removed' && change.before ? [change.before] : []));
  const end = form.notes.at(-1)?.span.end ?? 0;
  return [
    ...notes,
    ...gone.flatMap((note): FormNote[] => {
      const was = other.notes[before.footnotes.list.indexOf(note)];
      if (!was) return [];
      const { address, label, text } = was;
      return [{ address: `removed/${address}`, label, text, span: { start: end, end }, cited: [], change: 'removed' }];
    }),
  ];
}
