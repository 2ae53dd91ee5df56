/** The places of the form that can be filled in, by name; what came over the wire may be anything, and is looked at here. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS, cellOf } from '../../filing/columns';
import type { Cell, CheckBox, Column, Filing, ReportingOwner, Row, TableName } from '../../filing/model';

/** A cell of Table I or II: the row's number from 0, and its column. */
export interface CellPlace {
  readonly table: TableName;
  readonly row: number;
  readonly column: Column;
}

/** Boxes of the form that hold words; those of a reporting person are told apart by its number from 0. */
/** Of an address the street, and behind it city, state and zip, or all of it where nothing tells them apart. */
export const OWNER_BOXES = ['rptOwnerName', 'street', 'place', 'officerTitle', 'otherText'] as const;
export const FORM_BOXES = [
  'issuer/issuerName',
  'issuer/issuerTradingSymbol',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'remarks',
] as const;
export type OwnerBox = (typeof OWNER_BOXES)[number];
export type FormBox = (typeof FORM_BOXES)[number];

export interface BoxPlace {
  readonly box: OwnerBox | FormBox;
  /** Of a box of a reporting person alone; the first where it is left out. */
  readonly owner?: number;
}

export const OWNER_TICKS = ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'] as const;
export const FORM_TICKS = ['notSubjectToSection16', 'aff10b5One'] as const;
export type OwnerTick = (typeof OWNER_TICKS)[number];
export type FormTick = (typeof FORM_TICKS)[number];

export interface TickPlace {
  readonly tick: OwnerTick | FormTick;
  readonly owner?: number;
}

/** A note by its place in the list, from 0: its number may be missing, or be that of another one too. */
export interface NotePlace {
  readonly note: number;
}

/** A signature by its place among them, from 0. */
export interface SignaturePlace {
  readonly signature: number;
  readonly part: 'signatureName' | 'signatureDate';
}

/** A place that holds words. */
export type WordsPlace = CellPlace | BoxPlace | NotePlace | SignaturePlace;
export type Place = WordsPlace | TickPlace;

/** The address of a place, as the printed form has it: `nonDerivativeTable/3/transactionShares`, `footnote/2`. */
export function keyOf(place: Place): string {
  if ('column' in place) return `${place.table}/${place.row}/${place.column}`;
  if ('box' in place) return isOwnerBox(place.box) ? `reportingOwner/${place.owner ?? 0}/${place.box}` : place.box;
  if ('tick' in place) return isOwnerTick(place.tick) ? `reportingOwner/${place.owner ?? 0}/${place.tick}` : place.tick;
  return 'note' in place ? `footnote/${place.note}` : `ownerSignature/${place.signature}/${place.part}`;
}

const member = <T extends string>(list: readonly T[], word: unknown): word is T => list.includes(word as T);
export const isOwnerBox = (box: unknown): box is OwnerBox => member(OWNER_BOXES, box);
export const isOwnerTick = (tick: unknown): tick is OwnerTick => member(OWNER_TICKS, tick);

const ALL_COLUMNS: Readonly<Record<TableName, readonly Column[]>> = {
  nonDerivativeTable: NON_DERIVATIVE_COLUMNS.flat(),
  derivativeTable: DERIVATIVE_COLUMNS.flat(),
};

/** The columns that the form prints of a table. */
export const columnsOfForm = (table: TableName): readonly Column[] => ALL_COLUMNS[table];

const COUNT = /^\d{1,6}$/;

/** The place of an address that came over the wire; undefined where it names none. Whether the filing has it is another matter. */
export function placeFrom(address: unknown): Place | undefined {
  if (typeof address !== 'string') return undefined;
  if (member(FORM_BOXES, address)) return { box: address };
  if (member(FORM_TICKS, address)) return { tick: address };
  const [head = '', nth = '', part, ...rest] = address.split('/');
  if (rest.length > 0) return undefined;
  if (!COUNT.test(nth)) return undefined;
  const at = Number(nth);
  if (head === 'footnote') return part === undefined ? { note: at } : undefined;
  if (head === 'nonDerivativeTable' || head === 'derivativeTable')
    return member(ALL_COLUMNS[head], part) ? { table: head, row: at, column: part } : undefined;
  if (head === 'ownerSignature')
    return part === 'signatureName' || part === 'signatureDate' ? { signature: at, part } : undefined;
  if (head !== 'reportingOwner') return undefined;
  if (isOwnerBox(part)) return { box: part, owner: at };
  return isOwnerTick(part) ? { tick: part, owner: at } : undefined;
}

export const rowOfPlace = (filing: Filing, { table, row }: Pick<CellPlace, 'table' | 'row'>): Row | undefined =>
  filing[table].rows[row];

/** The cell of the model at a place; undefined where the filing has no such row, note, person or signature. */
export function cellOfPlace(filing: Filing, place: WordsPlace): Cell<unknown> | undefined {
  if ('column' in place) {
    const row = rowOfPlace(filing, place);
    return row && cellOf(row, place.column);
  }
  if ('signature' in place) return filing.ownerSignatures[place.signature]?.[place.part];
  if ('note' in place) {
    const note = filing.footnotes.list[place.note];
    const span = note?.textSpan;
    const raw = span && filing.text.slice(span.start, span.end);
    return note && { value: note.text, raw: raw!, span: span!, cellSpan: span!, markers: [] };
  }
  if (isOwnerBox(place.box)) {
    const owner = filing.reportingOwners[place.owner ?? 0];
    return place.box === 'street' || place.box === 'place' ? owner?.address : owner?.[place.box];
  }
  if (place.box === 'issuer/issuerName') return filing.issuer.issuerName;
  return place.box === 'issuer/issuerTradingSymbol' ? filing.issuer.issuerTradingSymbol : filing[place.box];
}

/** Whether a box is ticked; undefined where the filing has no such box. */
export function tickedAt(filing: Filing, { tick, owner = 0 }: TickPlace): boolean | undefined {
  if (isOwnerTick(tick)) return filing.reportingOwners[owner]?.[tick satisfies keyof ReportingOwner];
  return (filing[tick] satisfies CheckBox | undefined)?.checked;
}
