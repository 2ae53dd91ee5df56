/**
 * Filings as people prepare them, made up and without a fault, and the faults that people make in them: copied and not
 * changed, exchanged, shifted, left out. Each filing is kept in parts, so that a test knows what was right.
 */
import { below, pick, type Random } from './generate';

export type Cells = string[];

/** A filing in parts. The order of the cells is that of the form's columns. */
export interface Parts {
  box3: string;
  signed: string;
  tableI: Cells[];
  tableII: Cells[];
  notes: string[];
}

/** What a fault did, in two words of which the first is its kind. */
export interface Fault {
  readonly name: string;
  /** Makes the fault; false where the filing has no place for it. */
  readonly make: (next: Random, parts: Parts) => boolean;
}

const group = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 4 });
const date = (day: number, month = 3, year = 2022): string =>
  `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/${year}`;
const dollars = (cents: number): string => `\\$${(cents / 100).toFixed(2)}`;
const cite = (parts: Parts, note: string): string => {
  let at = parts.notes.indexOf(note);
  if (at < 0) at = parts.notes.push(note) - 1;
  return ` <sup>(${at + 1})</sup>`;
};

const [DAY, CODE, AMOUNT, SIDE, PRICE, TOTAL, FORM, NATURE] = [1, 3, 5, 6, 7, 8, 9, 10] as const;
const [DAY_II, DISPOSED, UNDERLYING, TOTAL_II] = [2, 7, 11, 13] as const;

/** Exercises, sales at average prices, tax withholding, grants and gifts of one person, directly and through a trust. */
export function prepared(next: Random): Parts {
  const first = 7 + below(next, 2);
  const parts: Parts = { box3: date(first), signed: date(first + 2), tableI: [], tableII: [], notes: [] };
  const held = { D: 5_000 + below(next, 90_000), I: 5_000 + below(next, 90_000) };
  const price = 2_000 + below(next, 6_000);
  let day = first;
  const row = (own: 'D' | 'I', code: string, amount: number, side: 'A' | 'D', paid: string): void => {
    held[own] += side === 'A' ? amount : -amount;
    const cells = ['Common Stock', date(day), '', code, '', group(amount), side, paid, group(held[own]), own];
    parts.tableI.push([...cells, own === 'I' ? 'By Trust' : '']);
  };
  if (next() < 0.5) {
    const amount = 200 + below(next, 5_000);
    const strike = 500 + below(next, 1_500);
    row('D', 'M', amount, 'A', dollars(strike));
    const left = below(next, 3) * 1_000;
    const terms = ['', date(14, 2, 2027), 'Common Stock', group(amount), '\\$0', group(left), 'D', ''];
    parts.tableII.push(['Stock Option', dollars(strike), date(day), '', 'M', '', '', group(amount), ...terms]);
    if (next() < 0.5) row('D', 'F', 1 + below(next, amount >> 1), 'D', dollars(price));
  }
  for (let count = 1 + below(next, 3); count > 0; count--) {
    if (day === first && parts.tableI.length > 0 && next() < 0.3) day++;
    const own = next() < 0.75 ? 'D' : 'I';
    const kind = next();
    if (kind < 0.6) {
      const paid = price + below(next, 300);
      const range = `Weighted average price of trades from $${((paid - 25) / 100).toFixed(2)} to $${((paid + 40) / 100).toFixed(2)}. The reporting person undertakes to give the SEC staff, the issuer or a security holder the number of shares traded at each price upon request.`;
      row(own, 'S', 1 + below(next, held[own] >> 2), 'D', dollars(paid) + (next() < 0.6 ? cite(parts, range) : ''));
    } else if (kind < 0.8) row('D', 'A', 100 + below(next, 3_000), 'A', '\\$0');
    else row(own, 'G', 1 + below(next, held[own] >> 3), 'D', '\\$0');
  }
  if (next() < 0.4) {
    const note = cite(parts, 'The reporting person disclaims beneficial ownership but for a pecuniary interest.');
    parts.tableI.push([
      'Common Stock',
      ...Array<string>(7).fill(''),
      group(100 + below(next, 9_000)),
      'I',
      `By Spouse${note}`,
    ]);
  }
  // Footnotes are numbered in the order in which they are cited.
  for (const cells of parts.tableII) cells[8] = cite(parts, 'The option is fully vested.').trim();
  return parts;
}

export const copyOf = (parts: Parts): Parts => structuredClone(parts);

const transactions = ({ tableI }: Parts): Cells[] => tableI.filter((cells) => cells[CODE] !== '');
const swap = (cells: Cells, a: number, b: number): boolean => {
  if (cells[a] === cells[b]) return false;
  [cells[a], cells[b]] = [cells[b]!, cells[a]!];
  return true;
};
const set = (cells: Cells | undefined, at: number, to: string): boolean => {
  if (!cells || cells[at] === to) return false;
  cells[at] = to;
  return true;
};
const numberOf = (cell: string): number => Number(cell.replace(/<sup>.*|[\\$,\s]/g, ''));
const marked = (cell: string): boolean => cell.includes('<sup>');

/** Two neighbouring digits change places. */
const digitsSwapped = (next: Random, cell: string): string => {
  const end = cell.search(/ <sup>|$/);
  const places = [...cell].flatMap((_, at) => (at + 1 < end && /\d\d/.test(cell.slice(at, at + 2)) ? [at] : []));
  const at = places.length === 0 ? -1 : pick(next, places);
  return at < 0 ? cell : cell.slice(0, at) + cell[at + 1]! + cell[at]! + cell.slice(at + 2);
};

/** A row of Table I and the one before it, where there is one. */
const two = (next: Random, parts: Parts): [before: Cells, row: Cells] | undefined => {
  const rows = transactions(parts);
  const at = 1 + below(next, rows.length - 1);
  return rows.length < 2 ? undefined : [rows[at - 1]!, rows[at]!];
};
const dated = (parts: Parts): [cells: Cells, at: number][] => [
  ...transactions(parts).map((cells): [Cells, number] => [cells, DAY]),
  ...parts.tableII.map((cells): [Cells, number] => [cells, DAY_II]),
];
const one = (next: Random, parts: Parts): Cells => pick(next, transactions(parts));
const yearBefore = (day: string): string => day.slice(0, -4) + String(Number(day.slice(-4)) - 1);
const STALE = ['12/06/2021', '02/14/2022', '03/01/2022', '11/29/2021'];

const fault = (name: string, make: Fault['make']): Fault => ({ name, make });
const fromBefore =
  (column: number) =>
  (next: Random, parts: Parts): boolean => {
    const rows = two(next, parts);
    return rows !== undefined && set(rows[1], column, rows[0][column]!);
  };

export const FAULTS: readonly Fault[] = [
  fault('copied date', (next, parts) => set(...pick(next, dated(parts)), pick(next, STALE))),
  fault('copied year', (next, parts) => {
    const [cells, at] = pick(next, dated(parts));
    return set(cells, at, yearBefore(cells[at]!));
  }),
  fault('copied year-everywhere', (_, parts) =>
    dated(parts)
      .map(([cells, at]) => set(cells, at, yearBefore(cells[at]!)))
      .some(Boolean),
  ),
  fault('copied dates-everywhere', (next, parts) => {
    const day = pick(next, STALE);
    return dated(parts)
      .map(([cells, at]) => set(cells, at, day))
      .some(Boolean);
  }),
  fault('copied box-3', (next, parts) => ((parts.box3 = pick(next, STALE)), true)),
  fault('copied box-3-year', (_, parts) => ((parts.box3 = yearBefore(parts.box3)), true)),
  fault('copied signature', (next, parts) => ((parts.signed = pick(next, STALE)), true)),
  fault('copied price', fromBefore(PRICE)),
  fault('copied total', fromBefore(TOTAL)),
  fault('copied amount', fromBefore(AMOUNT)),
  fault('copied note', (next, parts) => {
    if (parts.notes.length < 2) return false;
    const at = 1 + below(next, parts.notes.length - 1);
    return set(parts.notes, at, parts.notes[at - 1]!);
  }),
  fault('exchanged amount-price', (next, parts) => {
    const cells = one(next, parts);
    return numberOf(cells[PRICE]!) > 0 && !marked(cells[PRICE]!) && swap(cells, AMOUNT, PRICE);
  }),
  fault('exchanged price-total', (next, parts) => {
    const cells = one(next, parts);
    return numberOf(cells[PRICE]!) > 0 && !marked(cells[PRICE]!) && swap(cells, PRICE, TOTAL);
  }),
  fault('exchanged amount-total', (next, parts) => swap(one(next, parts), AMOUNT, TOTAL)),
  fault('exchanged rows', (next, parts) => {
    const at = below(next, parts.tableI.length - 1);
    const [a, b] = [parts.tableI[at], parts.tableI[at + 1]];
    // No instruction says in which order holdings stand: only within one is another order a fault.
    if (!a || !b || a.join() === b.join() || a[CODE] === '' || b[CODE] === '' || a[FORM] !== b[FORM]) return false;
    parts.tableI.splice(at, 2, b, a);
    return true;
  }),
  ...([AMOUNT, PRICE, TOTAL, DAY] as const).map((column) =>
    fault(`exchanged digits-${column}`, (next, parts) => {
      const cells = one(next, parts);
      return set(cells, column, digitsSwapped(next, cells[column]!));
    }),
  ),
  fault('exchanged digits-II', (next, parts) => {
    const cells = parts.tableII[0];
    const at = pick(next, [1, DISPOSED, UNDERLYING, TOTAL_II]);
    return cells !== undefined && set(cells, at, digitsSwapped(next, cells[at]!));
  }),
  fault('exchanged sides', (next, parts) => {
    const cells = one(next, parts);
    return set(cells, SIDE, cells[SIDE] === 'A' ? 'D' : 'A');
  }),
  fault('exchanged dates', (next, parts) => {
    const rows = two(next, parts);
    if (!rows || rows[0][DAY] === rows[1][DAY]) return false;
    [rows[0][DAY], rows[1][DAY]] = [rows[1][DAY]!, rows[0][DAY]!];
    return true;
  }),
  fault('exchanged box-3-signature', (_, parts) => {
    [parts.box3, parts.signed] = [parts.signed, parts.box3];
    return true;
  }),
  fault('exchanged ownership', (next, parts) => {
    const cells = one(next, parts);
    return set(cells, FORM, cells[FORM] === 'D' ? 'I' : 'D');
  }),
  fault('shifted cells-left', (next, parts) => {
    const cells = one(next, parts);
    cells.splice(pick(next, [2, 4]), 1);
    return true;
  }),
  fault('shifted cells-right', (next, parts) => {
    one(next, parts).splice(1 + below(next, 8), 0, '');
    return true;
  }),
  fault('shifted column', (next, parts) => {
    const rows = transactions(parts);
    const column = pick(next, [AMOUNT, PRICE, TOTAL]);
    const up = rows.map((_, at) => rows[(at + 1) % rows.length]![column]!);
    return rows.map((cells, at) => set(cells, column, up[at]!)).some(Boolean);
  }),
  fault('shifted markers', (_, parts) => {
    if (parts.notes.length < 2) return false;
    const move = (cells: Cells): Cells =>
      cells.map((cell) => cell.replace(/\((\d+)\)<\/sup>/, (_all, n: string) => `(${Number(n) + 1})</sup>`));
    parts.tableI = parts.tableI.map(move);
    parts.tableII = parts.tableII.map(move);
    return true;
  }),
  fault('shifted notes', (_, parts) => parts.notes.length > 1 && parts.notes.unshift(parts.notes.pop()!) > 0),
  fault('left-out row', (next, parts) => {
    const rows = transactions(parts);
    if (rows.length < 3) return false;
    parts.tableI.splice(parts.tableI.indexOf(pick(next, rows.slice(1, -1))), 1);
    return true;
  }),
  ...([DAY, CODE, AMOUNT, SIDE, PRICE, TOTAL, FORM, NATURE] as const).map((column) =>
    fault(`left-out cell-${column}`, (next, parts) => set(one(next, parts), column, '')),
  ),
  fault(
    'left-out note',
    (next, parts) => parts.notes.length > 0 && parts.notes.splice(below(next, parts.notes.length), 1).length > 0,
  ),
  fault('left-out marker', (next, parts) => {
    const cells = [...parts.tableI, ...parts.tableII].filter((row) => row.some(marked));
    if (cells.length === 0) return false;
    const row = pick(next, cells);
    const at = row.findIndex(marked);
    return set(row, at, row[at]!.replace(/ ?<sup>.*/, ''));
  }),
  fault('left-out addition', (next, parts) => {
    // The row's change was not made, and all totals below go on from there.
    const rows = transactions(parts);
    const from = below(next, rows.length);
    const row = rows[from]!;
    const change = numberOf(row[AMOUNT]!) * (row[SIDE] === 'A' ? -1 : 1);
    for (const cells of rows.slice(from))
      if (cells[FORM] === row[FORM]) cells[TOTAL] = group(numberOf(cells[TOTAL]!) + change);
    return rows.some((cells, at) => at !== from && cells[FORM] === row[FORM]);
  }),
  fault('left-out total-addition', (next, parts) => {
    const cells = one(next, parts);
    const change = numberOf(cells[AMOUNT]!) * (cells[SIDE] === 'A' ? -1 : 1);
    return set(cells, TOTAL, group(numberOf(cells[TOTAL]!) + change));
  }),
  fault('left-out signature-date', (_, parts) => ((parts.signed = ''), true)),
  fault('left-out comma', (next, parts) => {
    const cells = one(next, parts);
    return cells[AMOUNT]!.includes(',') && set(cells, AMOUNT, cells[AMOUNT]!.replace(/,\d(?=\d\d)/, ','));
  }),
];

/** The text of a filing in parts, before `lines` are given as those of madeUp are. */
export function written({ box3, signed, tableI, tableII, notes }: Parts): string {
  const line = (cells: Cells): string => cells.join('\t');
  return [
    ...tableI.map(line),
    ...(tableII.length > 0 ? ['Table II', ...tableII.map(line)] : []),
    `3. Date of Earliest Transaction (Month/Day/Year) <u>${box3}</u>`,
    ...notes.map((note, at) => `${at + 1}. ${note}`),
    `Signature: /s/ Rowan J. Alder ${signed}`,
  ].join('\n');
}
