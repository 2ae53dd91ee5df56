/** A form on its way to a page: its rows and notes one by one, and the rest of it; of each what the page has not drawn so yet. */
import type { PrintedForm } from '../../server/src/protocol';
import { drawn, drawnAlike, shared, type Drawn, type DrawnForm, type DrawnNote, type DrawnRow } from './drawn';

/** A form in parts. */
export interface FormParts {
  /** The number of what is sent, one more with each. */
  readonly nth: number;
  /** The form without its rows and notes, and their addresses in their order; left out where it is as it was. */
  readonly frame?: {
    readonly form: DrawnForm;
    readonly nonDerivativeTable: readonly string[];
    readonly derivativeTable: readonly string[];
    readonly notes: readonly string[];
  };
  /** Those that are new or otherwise than they were. */
  readonly rows: readonly DrawnRow[];
  readonly notes: readonly DrawnNote[];
  /** Nothing that was sent before is to be gone by. */
  readonly first?: true;
}

interface Addressed {
  readonly address: string;
}

const addresses = (all: readonly Addressed[]): string[] => all.map(({ address }) => address);

/** A form without its rows and notes. */
const frameOf = (form: PrintedForm): PrintedForm => ({
  ...form,
  nonDerivativeTable: { ...form.nonDerivativeTable, rows: [] },
  derivativeTable: { ...form.derivativeTable, rows: [] },
  notes: [],
});

/** Those of some parts that a page that has the others draws otherwise. */
function others<T extends Addressed>(before: readonly T[], after: readonly T[]): Drawn<T>[] {
  // By their addresses, and not by their order: a page keeps what it was sent under its address.
  const known = new Map(before.map((one) => [one.address, one]));
  return after.filter((one) => !drawnAlike(known.get(one.address), one)).map((one) => drawn(one));
}

/** What is to be sent of a form to a page that has drawn the one before; without one, all of it. */
export function partsOf(before: PrintedForm | undefined, after: PrintedForm, nth: number): FormParts {
  const rowsOf = ({ nonDerivativeTable, derivativeTable }: PrintedForm): PrintedForm['nonDerivativeTable']['rows'] => [
    ...nonDerivativeTable.rows,
    ...derivativeTable.rows,
  ];
  const frame = frameOf(after);
  const order = {
    nonDerivativeTable: addresses(after.nonDerivativeTable.rows),
    derivativeTable: addresses(after.derivativeTable.rows),
    notes: addresses(after.notes),
  };
  const isSame =
    before !== undefined &&
    drawnAlike(frameOf(before), frame) &&
    drawnAlike(addresses(rowsOf(before)), addresses(rowsOf(after))) &&
    drawnAlike(addresses(before.notes), order.notes);
  return {
    nth,
    ...(!isSame && { frame: { form: drawn(frame), ...order } }),
    rows: others(before ? rowsOf(before) : [], rowsOf(after)),
    notes: others(before?.notes ?? [], after.notes),
    ...(before === undefined && { first: true as const }),
  };
}

/** Whether a page that has the parts before would draw anything anew. */
export const isNothing = ({ frame, rows, notes }: FormParts): boolean =>
  frame === undefined && rows.length === 0 && notes.length === 0;

/** The side of the page: puts forms together again. What has not changed is the same object as before. */
export class FormFromParts {
  #nth: number | undefined;
  #frame: FormParts['frame'];
  #parts = new Map<string, DrawnRow | DrawnNote>();
  form: DrawnForm | undefined;

  /** Takes what was sent; false where something before it did not come, and all is to be sent again. */
  take({ nth, frame, rows, notes, first }: FormParts): boolean {
    if (first) [this.#frame, this.#parts] = [undefined, new Map()];
    else if (this.#nth === undefined || nth !== this.#nth + 1) return false;
    this.#nth = nth;
    this.#frame = frame ? shared(this.#frame, frame) : this.#frame;
    for (const part of [...rows, ...notes]) this.#parts.set(part.address, part);
    if (!this.#frame) return false;
    const { form, notes: order, ...tables } = this.#frame;
    const all = <T>(wanted: readonly string[]): T[] => wanted.flatMap((one) => (this.#parts.get(one) as T) ?? []);
    this.form = {
      ...form,
      nonDerivativeTable: { ...form.nonDerivativeTable, rows: all(tables.nonDerivativeTable) },
      derivativeTable: { ...form.derivativeTable, rows: all(tables.derivativeTable) },
      notes: all(order),
    };
    return true;
  }

  /** The rest of the form, which is the same object for as long as nothing in it has changed. */
  get frame(): DrawnForm | undefined {
    return this.#frame?.form;
  }
}
