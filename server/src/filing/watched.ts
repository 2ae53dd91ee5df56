/**
 * What of a filing was asked for. From one keystroke to the next most parts of a filing stay the same objects; whatever was
 * worked out from those alone need not be worked out again.
 */
import type { Filing, Row, Table } from './model';
import type { Span } from '../text/span';

/** The parts of a filing, each a bit in a set of them. What `part` and `xml` say does not change while a text is edited. */
export const PARTS = [
  'text',
  'lines',
  'layout',
  'documentType',
  'notSubjectToSection16',
  'aff10b5One',
  'boxes',
  'reportingOwners',
  'issuer',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'nonDerivativeTable',
  'derivativeTable',
  'footnotes',
  'remarks',
  'ownerSignatures',
  'hasMarkers',
  'boilerplate',
  'problems',
  'unread',
  'xml',
  'part',
] as const satisfies readonly (keyof Filing)[];

/** A set of parts of a filing. */
export type Parts = number;

const ALL: Parts = (1 << PARTS.length) - 1;

export const partOf = (name: (typeof PARTS)[number]): Parts => 1 << PARTS.indexOf(name);

/** A filing that notes which of its parts are asked for. */
export class Watched {
  asked: Parts = 0;

  constructor(readonly filing: Filing) {}
}

PARTS.forEach((name, at) => {
  Object.defineProperty(Watched.prototype, name, {
    get(this: Watched) {
      this.asked |= 1 << at;
      return this.filing[name];
    },
  });
});

/** The parts in which two filings differ. */
export function changedParts(before: Filing, after: Filing): Parts {
  let changed = 0;
  for (let at = 0; at < PARTS.length; at++) if (before[PARTS[at]!] !== after[PARTS[at]!]) changed |= 1 << at;
  return changed;
}

/** A function whose result is worked out once for a filing. Who asks for it again has asked for all that it was made from. */
export function perFiling<T>(make: (filing: Filing) => T): (filing: Filing) => T {
  const known = new WeakMap<Filing, { readonly value: T; readonly asked: Parts }>();
  return (filing) => {
    const own = filing instanceof Watched ? filing.filing : filing;
    let entry = known.get(own);
    if (!entry) known.set(own, (entry = askedBy(filing, make)));
    else if (filing instanceof Watched) filing.asked |= entry.asked;
    return entry.value;
  };
}

/** The same for what is worked out from one table alone, and stays while that is the same. */
export function perTable<R extends Row, T>(make: (rows: readonly R[]) => T): (table: Table<R>) => T {
  const known = new WeakMap<Table<R>, T>();
  return (table) => {
    let value = known.get(table);
    if (value === undefined) known.set(table, (value = make(table.rows)));
    return value;
  };
}

/** The same for what is worked out from the two tables alone. */
export function perTables<T>(make: (tables: readonly Table<Row>[]) => T): (filing: Filing) => T {
  const known = new WeakMap<Table<Row>, { readonly second: Table<Row>; readonly value: T }>();
  return ({ nonDerivativeTable: first, derivativeTable: second }) => {
    let entry = known.get(first);
    if (entry?.second !== second) known.set(first, (entry = { second, value: make([first, second]) }));
    return entry.value;
  };
}

/** The result of a function of a filing, and the parts that it asked for: for all one knows, all of a filing that is not watched. */
export function askedBy<T>(filing: Filing, make: (filing: Filing) => T): { value: T; asked: Parts } {
  if (!(filing instanceof Watched)) return { value: make(filing), asked: ALL };
  const before = filing.asked;
  filing.asked = 0;
  const value = make(filing);
  const { asked } = filing as Watched;
  filing.asked |= before;
  return { value, asked };
}

/** Some source that an object of the filing was read from. It says no more than the object, so it is no part of its own. */
export function sourceOf(filing: Filing, { start, end }: Span): string {
  return (filing instanceof Watched ? filing.filing : filing).text.slice(start, end);
}
