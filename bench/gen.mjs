// Made-up filings of any size. The same arguments give the same bytes, always.

/** Bytes of the sizes by name. 4K is an everyday filing; 40K is about the largest that the form's own limits allow
 *  (30 rows in each table, 99 footnotes); beyond that only the rows go on. */
export const SIZES = { '4K': 4_234, '40K': 40_000, '400K': 400_000, '4M': 4_000_000 };

const ISSUER = { name: 'QUILLFORD BEARINGS CORP', symbol: 'QFBX' };
const OWNER = 'Brindlemark Odell T';
const DAYS = ['03/07/2023', '03/08/2023'];
const PRICE = '43.16';
const MOST_FOOTNOTES = 99;

/** Table I, row after row: code, side, how many shares at least and at most, how the holding is owned. */
const PATTERN = [
  ['A', 'A', 600, 1900, ''],
  ['S', 'D', 50, 250, ''],
  ['F', 'D', 50, 250, ''],
  [],
  ['A', 'A', 600, 1900, 'By Spouse'],
  ['M', 'A', 600, 1900, ''],
  ['S', 'D', 50, 250, 'By Spouse'],
  ['A', 'A', 600, 1900, ''],
];

const NOTES = {
  A: (k) =>
    `Grant of restricted shares under the ${2010 + (k % 12)} Equity Plan of the issuer. One third of these shares vests on each of April 1, 2024, 2025 and 2026, so long as the reporting person is employed by the issuer on that day; shares that have not vested are forfeited when employment ends for any reason but death, disability or retirement.`,
  F: () =>
    'Shares withheld by the issuer, at the closing price of the day, to meet the tax due on the vesting of restricted shares granted in an earlier year and reported then. No shares were offered to anyone on the market in this connection.',
  M: () =>
    'Exercise of an option over shares that was granted under an earlier plan of the issuer, reported when it was granted, and exercisable in full since its third anniversary; the exercise price was paid in cash and the shares are held directly.',
  S: () =>
    'The price in this row is a weighted average: these shares changed hands in several trades on one day at prices from $43.01 to $43.88. The reporting person undertakes to give the staff of the Commission, the issuer or a holder of its shares, on request, the number of shares traded at each price in that range.',
  option: (k) =>
    `The option becomes exercisable in ${['two', 'three', 'four', 'five'][k % 4]} equal annual parts, the first of them on the first anniversary of the grant. It ends ninety days after employment ends, or on the tenth anniversary of the grant if that comes sooner; no part of it may be transferred, except by will or by the laws of descent, and the shares bought must be kept for a year.`,
};

/**
 * A filing as data.
 * @param {number} bytes length of its text form in the main layout, met to within half a percent; never under four rows
 * @param {{ seed?: number, wrong?: number }} [options] wrong: share (0 to 1) of the transactions of Table I whose total is wrong
 */
export function filing(bytes, { seed = 1, wrong = 0 } = {}) {
  const random = randomNumbers(seed);
  const between = (low, high) => low + Math.floor(random() * (high - low));
  const notes = []; // { for, text }
  const held = { '': between(8_000, 12_000), 'By Spouse': between(500, 1_000) };
  const tables = [[], []];
  let size = text({ tables, notes }).length;
  let pending = [];

  /** New footnotes for a row while there is room for them, else one that is there already. */
  const cite = (kind, count) => {
    const known = notes.filter((note) => note.for === kind);
    if (notes.length + pending.length + count > MOST_FOOTNOTES)
      return known.length ? [known[between(0, known.length)]] : [];
    return Array.from({ length: count }, () => {
      const note = { for: kind, text: NOTES[kind](notes.length + pending.length) };
      pending.push(note);
      return note;
    });
  };
  const add = (table, row) => {
    tables[table].push(row);
    notes.push(...pending);
    size += (table ? derivativeLine : line)(row, () => `(${notes.length})`).length + 1;
    size += pending.reduce((sum, note) => sum + note.text.length + 3, 0);
    pending = [];
  };

  for (let i = 0; size < bytes || i < 4; i++) {
    const [code, side, low, high, nature] = PATTERN[i % PATTERN.length];
    const date = DAYS[Math.min(1, Math.floor(i / 20))];
    if (!code) {
      add(0, { following: between(300, 900), nature: `By Family Trust No. ${i}` });
    } else {
      const amount = between(low, high);
      held[nature] += side === 'A' ? amount : -amount;
      const off = random() < wrong ? between(1, 90) : 0;
      const price = code === 'S' ? `43.${between(10, 80)}` : code === 'M' ? '15.25' : PRICE;
      const cited = cite(code, i < 3 ? 1 : 2);
      add(0, { date, code, amount, side, price, following: held[nature] + off, nature, notes: cited });
    }
    if (i < 4 || size >= bytes) continue;
    const exercised = code === 'M' ? tables[0].at(-1).amount : 0;
    const amount = exercised || between(600, 1900);
    const strike = exercised ? '15.25' : `${between(30, 60)}.${between(10, 99)}`;
    const cited = cite('option', 2);
    add(1, {
      date,
      code: exercised ? 'M' : 'A',
      amount,
      side: exercised ? 'D' : 'A',
      strike,
      following: amount,
      notes: cited,
    });
  }
  return { issuer: ISSUER, owner: OWNER, tables, notes: inOrder(tables, notes) };
}

/**
 * A small filing with short rows behind its own until it is as long, each with a wrong total: as many wrong totals as
 * such a text can have, 10,000 in 400 KB.
 */
export function allWrong(bytes, { seed = 1 } = {}) {
  const made = filing(SIZES['4K'], { seed, wrong: 1 });
  const random = randomNumbers(seed);
  let held = 1_000;
  for (let size = text(made).length; size < bytes;) {
    const amount = 10 + Math.floor(random() * 80);
    held += amount;
    const off = 1 + Math.floor(random() * 90);
    const row = { title: 'Unit', date: DAYS[0], code: 'A', amount, side: 'A', price: '0', following: held + off };
    made.tables[0].push(row);
    size += line(row).length + 1;
  }
  return made;
}

/** Footnotes in the order in which the tables cite them first. */
function inOrder(tables, notes) {
  const cited = new Set(tables.flat().flatMap((row) => row.notes ?? []));
  return [...cited].concat(notes.filter((note) => !cited.has(note)));
}

const grouped = (n) => n.toLocaleString('en-US');
const marker = (row, number) => (row.notes?.length ? `<sup>${row.notes.map(number).join('')}</sup>` : '');
const ownership = (row) => (row.nature ? 'I' : 'D');

function line(row, number) {
  const { title = 'Common Stock', date = '', code = '', side = '', price, nature = '' } = row;
  const amount = row.amount ? `${grouped(row.amount)} ${marker(row, number)}`.trimEnd() : '';
  const cells = [date, '', code, '', amount, side, price ? `\\$${price}` : '', grouped(row.following)];
  return [title, ...cells, ownership(row), nature].join('\t');
}

function derivativeLine(row, number) {
  const amount = grouped(row.amount);
  const sides = row.side === 'A' ? [amount, ''] : ['', amount];
  const underlying = ['Common Stock', amount];
  const cells = [
    `\\$${row.strike}`,
    row.date,
    '',
    row.code,
    '',
    ...sides,
    marker(row, number),
    '03/07/2033',
    ...underlying,
  ];
  return ['Stock Option (right to buy)', ...cells, '\\$0', grouped(row.following), 'D', ''].join('\t');
}

/** The filing as text in the main layout; Markdown is this same text, opened as Markdown. */
export function text({ tables, notes }) {
  const numbers = new Map(notes.map((note, index) => [note, `(${index + 1})`]));
  const number = (note) => numbers.get(note);
  return [
    HEAD,
    ...tables[0].map((row) => line(row, number)),
    BETWEEN,
    ...tables[1].map((row) => derivativeLine(row, number)),
    '\nExplanation of Responses:\n',
    ...notes.map((note) => `- ${note.text}`),
    TAIL,
  ].join('\n');
}

/** The same facts as JSON, a row a line. */
export function json({ issuer, owner, tables, notes }) {
  const numbers = new Map(notes.map((note, index) => [note, index + 1]));
  const rows = (table) =>
    table
      .map((row) =>
        JSON.stringify({ ...row, ownership: ownership(row), notes: row.notes?.map((note) => numbers.get(note)) }),
      )
      .map((row) => `    ${row.replace(/,"/g, ', "').replace(/":/g, '": ')}`)
      .join(',\n');
  const footnotes = notes
    .map((note, index) => `    { "id": ${index + 1}, "text": ${JSON.stringify(note.text)} }`)
    .join(',\n');
  return `{
  "documentType": "4",
  "issuer": { "name": "${issuer.name}", "symbol": "${issuer.symbol}" },
  "reportingOwner": "${owner}",
  "nonDerivativeTable": [\n${rows(tables[0])}\n  ],
  "derivativeTable": [\n${rows(tables[1])}\n  ],
  "footnotes": [\n${footnotes}\n  ]
}
`;
}

const number = { type: 'number', minimum: 0 };
const rowSchema = {
  type: 'object',
  required: ['following', 'ownership'],
  additionalProperties: false,
  properties: {
    date: { type: 'string', pattern: '^\\d{2}/\\d{2}/\\d{4}$' },
    code: { enum: [...'PSVADFIMCEHOXGLWZJKU'] },
    amount: number,
    side: { enum: ['A', 'D'] },
    price: { type: 'string', pattern: '^\\d+\\.\\d{2}$' },
    strike: { type: 'string', pattern: '^\\d+\\.\\d{2}$' },
    following: { ...number, multipleOf: 1 },
    ownership: { enum: ['D', 'I'] },
    nature: { type: 'string', maxLength: 100 },
    notes: { type: 'array', items: { type: 'integer', minimum: 1, maximum: MOST_FOOTNOTES } },
  },
};
/** What the JSON server checks the JSON against. */
export const SCHEMA = {
  type: 'object',
  required: ['documentType', 'issuer', 'reportingOwner', 'nonDerivativeTable', 'derivativeTable', 'footnotes'],
  properties: {
    documentType: { enum: ['3', '4', '5'] },
    issuer: { type: 'object', required: ['name', 'symbol'] },
    reportingOwner: { type: 'string' },
    nonDerivativeTable: { type: 'array', items: rowSchema },
    derivativeTable: { type: 'array', items: rowSchema },
    footnotes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'text'],
        properties: { id: { type: 'integer' }, text: { type: 'string', maxLength: 1000 } },
      },
    },
  },
};

/**
 * Places to type at, spread evenly over the text, one after a word of a footnote, the next after the last digit of a
 * total: `{ line, character, offset, kind }`.
 */
export function typingSpots(source, count = 20) {
  const words = positions(source, /\bshares\b/g);
  const totals = positions(source, /"following": \d+|\d(?=\t[DI]\t)/g);
  const spots = Array.from({ length: count }, (_, i) => {
    const [kind, places] = i % 2 ? ['number', totals] : ['word', words];
    return { kind, offset: places[Math.floor(((i + 0.5) / count) * places.length)] };
  });
  return spots.map((spot) => ({ ...spot, ...position(source, spot.offset) }));
}

const positions = (source, pattern) => [...source.matchAll(pattern)].map((match) => match.index + match[0].length);

function position(source, offset) {
  let line = 0;
  let start = 0;
  for (let end = source.indexOf('\n'); end !== -1 && end < offset; end = source.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, character: offset - start };
}

/** A small deterministic source of numbers from 0 up to 1 (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HEAD = `

OMB APPROVAL\t
OMB Number:\t3235-0287
Estimated average burden hours per response:\t0.5

STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP

Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).

Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940

1. Name and Address of Reporting Person* <u>${OWNER}</u>  (Last) (First) (Middle) ${ISSUER.name} 12 MILLRACE LANE  (Street) HARROWGATE OH 44999  (City) (State) (Zip)\t2. Issuer Name and Ticker or Trading Symbol <u>${ISSUER.name} [ ${ISSUER.symbol} ]</u>\t5. Relationship of Reporting Person(s) to Issuer (Check all applicable) Director 10% Owner <input checked="" type="checkbox"/> Officer (give title below) Other (specify below) <u>Chief Technology Officer</u>
\t3. Date of Earliest Transaction (Month/Day/Year) <u>${DAYS[0]}</u>\t
\t4. If Amendment, Date of Original Filed (Month/Day/Year)\t

Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned

1. Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any (Month/Day/Year)\t3. Transaction Code (Instr. 8)\t\t4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)\t\t\t5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)\t6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t7. Nature of Indirect Beneficial Ownership (Instr. 4)
\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t`;

const BETWEEN = `
Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)

1. Title of Derivative Security (Instr. 3)\t2. Conversion or Exercise Price of Derivative Security\t3. Transaction Date (Month/Day/Year)\t3A. Deemed Execution Date, if any (Month/Day/Year)\t4. Transaction Code (Instr. 8)\t\t5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)\t\t6. Date Exercisable and Expiration Date (Month/Day/Year)\t\t7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)\t\t8. Price of Derivative Security (Instr. 5)\t9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)\t10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t11. Nature of Indirect Beneficial Ownership (Instr. 4)
\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t`;

const TAIL = `
/s/ Philippa R. Stroud,${'  '}
Attorney-in-Fact for Odell 03/09/2023${'  '}
T. Brindlemark

\\*\\* Signature of Reporting Person Date

Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.

\\* If the form is filed by more than one reporting person, see Instruction 4 (b)(v).

\\*\\* Intentional misstatements or omissions of facts constitute Federal Criminal Violations See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).

Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, see Instruction 6 for procedure.

Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB Number.`;
