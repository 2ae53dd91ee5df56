/** Made-up filings for the property tests: fault-free by construction, in the tabbed layout, from a seed. */

/** Small, fast and the same everywhere (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = ReturnType<typeof random>;
export const below = (next: Random, n: number): number => Math.floor(next() * n);
export const pick = <T>(next: Random, from: readonly T[]): T => from[below(next, from.length)]!;

const group = (n: number): string => n.toLocaleString('en-US');

export interface MadeUp {
  readonly lines: readonly string[];
  /** The lines of Table I, of Table II and of the notes. */
  readonly tableI: readonly number[];
  readonly tableII: readonly number[];
  readonly notes: readonly number[];
}

const LEADS = [(): string => '- ', (n: number): string => `${n}. `, (n: number): string => `(${n}) `];

/** One filing without a fault: one to eight rows in chains that add up, each note cited once at least. */
export function madeUp(next: Random): MadeUp {
  const notes: string[] = [];
  const cite = (text: string): string => {
    notes.push(text);
    return ` <sup>(${notes.length})</sup>`;
  };
  const chains = [
    { title: 'Common Stock', owner: ['D', ''], total: 1000 + below(next, 90000) },
    { title: 'Class B Common Stock', owner: ['I', 'By Trust'], total: 1000 + below(next, 90000) },
  ];
  const days = ['03/07/2022', '03/07/2022', '03/08/2022'];
  const rowsI: string[] = [];
  const rowsII: string[] = [];
  const count = 1 + below(next, 6);
  for (let at = 0; at < count; at++) {
    const chain = pick(next, chains);
    const code = pick(next, ['A', 'P', 'S', 'J', 'G']);
    const acquired = code === 'A' || code === 'P' || ((code === 'J' || code === 'G') && next() < 0.5);
    const amount = 1 + below(next, acquired ? 5000 : Math.max(1, chain.total >> 1));
    chain.total += acquired ? amount : -amount;
    const price = code === 'A' || code === 'G' || code === 'J' ? '\\$0' : '\\$45.12';
    const day = days[Math.min(days.length - 1, Math.floor((at * days.length) / count))]!;
    const note = code === 'J' ? cite(`A transfer among accounts of the reporting person, number ${at + 1}.`) : '';
    const onAmount = next() < 0.25 ? cite(`Restricted shares that vest in four equal parts, number ${at + 1}.`) : '';
    rowsI.push(
      [
        chain.title,
        day,
        '',
        code + note,
        '',
        group(amount) + onAmount,
        acquired ? 'A' : 'D',
        price,
        group(chain.total),
        ...chain.owner,
      ].join('\t'),
    );
  }
  if (next() < 0.5) rowsI.push(`Common Stock\t\t\t\t\t\t\t\t${group(100 + below(next, 9000))}\tI\tBy Spouse`);
  if (next() < 0.5) {
    const amount = group(100 + below(next, 5000));
    const vests = cite('The option vests in three equal annual parts.');
    rowsII.push(
      [
        'Stock Option',
        '\\$45.12',
        '03/08/2022',
        '',
        'A',
        '',
        amount,
        '',
        vests.trim(),
        '03/08/2032',
        'Common Stock',
        amount,
        '\\$0',
        amount,
        'D',
        '',
      ].join('\t'),
    );
  }
  const lead = pick(next, LEADS);
  const lines: string[] = [];
  const add = (...more: readonly string[]): number[] => more.map((line) => lines.push(line) - 1);
  add(
    'OMB APPROVAL\t',
    'OMB Number:\t3235-0287',
    '',
    'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
    '',
    'Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).',
    '',
    'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940',
    '',
    '1. Name and Address of Reporting Person* <u>Alder Rowan J</u>  (Last) (First) (Middle) 12 QUAY STREET  (Street) PORTLAND ME 04101  (City) (State) (Zip)\t2. Issuer Name and Ticker or Trading Symbol <u>NORTHWIND HARBOR INC [ NWHX ]</u>\t5. Relationship of Reporting Person(s) to Issuer (Check all applicable) <input checked="" type="checkbox"/> Director 10% Owner Officer (give title below) Other (specify below)',
    `\t3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2022</u>\t`,
    '\t4. If Amendment, Date of Original Filed (Month/Day/Year)\t',
    '',
    'Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned',
    '',
    '1. Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any (Month/Day/Year)\t3. Transaction Code (Instr. 8)\t\t4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)\t\t\t5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)\t6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t7. Nature of Indirect Beneficial Ownership (Instr. 4)',
    '\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t',
  );
  const tableI = add(...rowsI);
  add(
    '',
    'Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)',
    '',
    '1. Title of Derivative Security (Instr. 3)\t2. Conversion or Exercise Price of Derivative Security\t3. Transaction Date (Month/Day/Year)\t3A. Deemed Execution Date, if any (Month/Day/Year)\t4. Transaction Code (Instr. 8)\t\t5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)\t\t6. Date Exercisable and Expiration Date (Month/Day/Year)\t\t7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)\t\t8. Price of Derivative Security (Instr. 5)\t9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)\t10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t11. Nature of Indirect Beneficial Ownership (Instr. 4)',
    '\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t',
  );
  const tableII = add(...rowsII);
  add('', 'Explanation of Responses:', '');
  const noted = add(...notes.map((note, at) => lead(at + 1) + note));
  add(
    '',
    '/s/ Rowan J. Alder 03/09/2022',
    '',
    '\\*\\* Signature of Reporting Person Date',
    '',
    'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.',
  );
  return { lines, tableI, tableII, notes: noted };
}

type Fault = (next: Random, cells: string[], place: number) => string | undefined;

const retype = (next: Random, cell: string): string => {
  const places = [...cell].flatMap((unit, at) => (/\d/.test(unit) ? [at] : []));
  if (places.length === 0) return cell + '7';
  const at = pick(next, places);
  return cell.slice(0, at) + pick(next, ['0', '1', '5', '9', ',', 'x', '']) + cell.slice(at + 1);
};

/** What goes wrong in a cell. */
const FAULTS: readonly Fault[] = [
  retype_,
  () => '',
  (next) =>
    pick(next, [
      'A',
      'D',
      'I',
      'Q',
      'V',
      'K',
      'S/K',
      'P4',
      'X',
      '12/40/2022',
      '1,39',
      '\\$9',
      'By Trust',
      '03/07/22',
      '2022-03-07',
      '03/07/0022',
      '03/07/2031',
    ]),
  (next, cells, at) => `${cells[at] ?? ''} <sup>(${pick(next, [1, 2, 7, 0, 100])})</sup>`,
  (_, cells, at) => `${cells[at] ?? ''}${/<sup>.*<\/sup>$/.exec(cells[at] ?? '')?.[0] ?? ''}`,
];
function retype_(next: Random, cells: string[], place: number): string {
  return retype(next, cells[place] ?? '');
}

/** The filing with so many faults in it, anywhere in its rows and notes. */
export function withFaults(next: Random, { lines, tableI, tableII, notes }: MadeUp, count: number): string {
  const out: (string | undefined)[] = [...lines];
  for (let done = 0; done < count; done++) {
    const kind = next();
    if (kind < 0.75) {
      const at = pick(next, [...tableI, ...tableII]);
      const cells = (out[at] ?? '').split('\t');
      const place = below(next, cells.length);
      const changed = pick(next, FAULTS)(next, cells, place);
      if (changed !== undefined) cells[place] = changed;
      out[at] = cells.join('\t');
    } else if (kind < 0.82) {
      const at = pick(next, [...tableI, ...tableII]);
      const cells = (out[at] ?? '').split('\t');
      cells.splice(below(next, cells.length), next() < 0.5 ? 1 : 0, ...(next() < 0.5 ? [] : ['']));
      out[at] = cells.join('\t');
    } else if (kind < 0.86) out.splice(pick(next, tableI), 0, out[pick(next, tableI)]);
    else if (notes.length > 0) {
      const at = pick(next, notes);
      out[at] =
        next() < 0.4
          ? undefined
          : next() < 0.5
            ? `${out[at] ?? ''}\n${out[at] ?? ''}`
            : `${out[at] ?? ''} See footnote (9).`;
    }
  }
  return out.filter((line) => line !== undefined).join('\n');
}

const HEADINGS = /\(Instr|\tCode\tV\t/;

/** How one filing is written: how much of it strays from the form's own way, and how its table is drawn. */
interface Untidy {
  readonly ungrouped: number;
  readonly dates: number;
  readonly markers: number;
  readonly spaces: number;
  readonly ends: number;
  readonly drawn: 'tabs' | 'bars' | 'tight bars' | 'aligned bars';
}

/** The same filing, written with other habits or with none: every value is the one it was. */
export function untidy(next: Random, text: string): string {
  const often = (): number => pick(next, [0, 0.2, 0.5, 1]);
  const how: Untidy = {
    ungrouped: often(),
    dates: often(),
    markers: often(),
    spaces: often(),
    ends: often(),
    drawn: pick(next, ['tabs', 'tabs', 'bars', 'tight bars', 'aligned bars']),
  };
  const eol = next() < 0.2 ? '\r\n' : '\n';
  const lines = text.split('\n');
  const isTable = (line: string): boolean => line.split('\t').length > 5;
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    if (!isTable(lines[at]!)) {
      out.push(lines[at++]!);
      continue;
    }
    const block: string[][] = [];
    for (; at < lines.length && isTable(lines[at]!); at++) block.push(untidyRow(next, lines[at]!, how));
    out.push(...drawn(next, block, how));
  }
  return out.join(eol);
}

function untidyRow(next: Random, line: string, how: Untidy): string[] {
  if (HEADINGS.test(line)) return line.split('\t');
  const cells = line.split('\t').map((cell) =>
    cell
      .replace(/\d{1,3}(?:,\d{3})+(?![\d,])/, (number) =>
        next() < how.ungrouped ? number.replaceAll(',', '') : number,
      )
      .replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, (date, month: string, day: string, year: string) =>
        next() < how.dates
          ? pick(next, [
              `${year}-${month}-${day}`,
              `${year}-${month}-${day}`,
              `${Number(month)}/${Number(day)}/${year.slice(2)}`,
            ])
          : date,
      )
      .replace(/ ?<sup>\((\d)\)<\/sup>(?: ?<sup>\((\d)\)<\/sup>)?$/, (markers, one: string, two?: string) =>
        next() < how.markers ? otherMarkers(next, one, two) : markers,
      ),
  );
  if (next() < how.ends) {
    if (cells[cells.length - 1] === '') cells.pop();
    else if (next() < 0.5) cells.push('');
  }
  return cells.map((cell) =>
    how.drawn !== 'aligned bars' && next() < how.spaces / 3 ? pick(next, [` ${cell}`, `${cell} `, `  ${cell} `]) : cell,
  );
}

function otherMarkers(next: Random, one: string, two: string | undefined): string {
  const gap = pick(next, ['', ' ']);
  if (two === undefined) return gap + pick(next, [`<sup>[${one}]</sup>`, `<sup>(${one})</sup>`, `<sup>${one}</sup>`]);
  return (
    gap + pick(next, [`<sup>(${one})(${two})</sup>`, `<sup>(${one}, ${two})</sup>`, `<sup>[${one}] [${two}]</sup>`])
  );
}

function drawn(next: Random, block: readonly string[][], how: Untidy): string[] {
  if (how.drawn === 'tabs') return block.map((cells) => cells.join('\t'));
  const width = Math.max(...block.map((cells) => cells.length));
  const widths = Array.from({ length: width }, (_, at) => Math.max(...block.map((cells) => cells[at]?.length ?? 0)));
  const space = how.drawn === 'tight bars' ? '' : ' ';
  const line = (cells: readonly string[], draw: (cell: string, at: number) => string): string =>
    `|${cells.map((cell, at) => space + draw(cell, at) + space).join('|')}|`;
  const strays = next() < 0.5;
  const out = block.map((cells) =>
    line(cells, (cell, at) =>
      how.drawn === 'aligned bars' && !(strays && next() < 0.05) ? cell.padEnd(widths[at]!) : cell,
    ),
  );
  const rule = line(widths.map(String), (_, at) => '-'.repeat(how.drawn === 'aligned bars' ? widths[at]! || 1 : 3));
  return [out[0]!, rule, ...out.slice(1)];
}
