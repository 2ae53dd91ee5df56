/** Texts of any size, each with one thing over and over: what a reader or a rule would be slow at, were it not linear. */
import { filingAround } from '../harness';

const filing = (tableI: string, tableII = '', notes = ''): string =>
  filingAround(`${tableI}\n${tableII && `Table II\n${tableII}`}\n${notes}`);

/** Pieces made one after the other until they come to `size`, joined. */
function many(size: number, make: (at: number) => string, joint = '\n'): string {
  const pieces: string[] = [];
  for (let length = 0, at = 0; length < size; at++) {
    const piece = make(at);
    length += piece.length + joint.length;
    pieces.push(piece);
  }
  return pieces.join(joint);
}

const two = (n: number): string => String(n).padStart(2, '0');
const day = (at: number): string => `03/${two(1 + (at % 28))}/2022`;
const year = (at: number): string => `${two(1 + (at % 12))}/${two(1 + (at % 28))}/${1940 + (at % 80)}`;

interface Cells {
  title?: string;
  date?: string;
  code?: string;
  v?: string;
  amount?: string;
  side?: string;
  price?: string;
  total?: string;
  form?: string;
  nature?: string;
}

const row = ({ title, date, code, v, amount, side, price, total, form, nature }: Cells): string =>
  `| ${title ?? 'Common Stock'} | ${date ?? '03/07/2022'} |  | ${code ?? 'A'} | ${v ?? ''} | ${amount ?? '100'} | ${side ?? 'A'} | ${price ?? '\\$0'} | ${total ?? '1,000'} | ${form ?? 'D'} | ${nature ?? ''} |`;

/** A row of Table II whose amount stands under (A). */
const grant = (
  { title, date, code, v, amount, price, total, form, nature }: Cells,
  strike = '\\$5',
  note = '',
): string =>
  `| ${title ?? 'Option'} | ${strike} | ${date ?? '03/07/2022'} |  | ${code ?? 'A'} | ${v ?? ''} | ${amount ?? '100'} |  | 03/07/2023${note} | 03/07/2032 | Common Stock | ${amount ?? '100'} | ${price ?? '\\$0'} | ${total ?? '1,000'} | ${form ?? 'D'} | ${nature ?? ''} |`;

/** A row of Table II whose amount stands under (D). */
const taken = (at: number, strike: string): string =>
  `| Option | ${strike} | 03/07/2022 |  | M |  |  | 100 | 03/07/2021 | 03/07/2032 | Common Stock | 100 | \\$0 | ${at} | D |  |`;

const line = (size: number, piece: string): string => piece.repeat(Math.ceil(size / piece.length));
const header = (box: string): string => filingAround(box);

/** A page whose rows have lost their cells. */
const loose = (rows: string): string =>
  `STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\nTable I - Non-Derivative Securities\nCode V Amount (A) or (D) Price\n${rows}\nExplanation of Responses:\n1. Words.\n`;

/** By what they have over and over; the size is in UTF-16 units, about. */
export const LARGE_TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'rows whose cells nothing parts': (size) =>
    loose(many(size, (at) => `Common Stock ${day(at)} S^(1) 100 D $5 ${1000 + at} D`)),
  'a cell a line': (size) =>
    loose(many(size, (at) => `Common Stock\n${day(at)}\nS\n100\nD\n$5\n${1000 + at}\nI\nBy Trust`)),
  'words where rows should be': (size) => loose(line(size, 'Common Stock and ')),
  'brackets in a page without cells': (size) => loose(`Common Stock 5 D\n${line(size, '[')}`),
  'rules of dashes, one cut into columns after the other': (size) =>
    loose(many(size, () => '--- --- --- --- --- --- --- --- --- --- ---\n a b')),
  'frames that never end': (size) => loose(`${'--- '.repeat(11)}\n${many(size, () => '+---+---+\n| a | b')}`),
  'rows without a fault': (size) =>
    filing(
      many(size / 2, (at) => row({ total: String(1000 + 100 * at) })),
      many(size / 2, (at) => grant({ total: String(1000 + 100 * at), date: day(at) })),
    ),
  'three rows of cells without end that differ in the last': (size) =>
    filing(['x', 'y', 'z'].map((last) => `${row({})}${line(size / 3, ' a |')} ${last} |`).join('\n')),
  'equal rows, the first with blank cells without end': (size) =>
    filing(`${row({})}${line(size / 2, ' |')}\n${many(size / 2, () => row({}))}`),
  'wrong totals': (size) => filing(many(size, (at) => row({ total: String(1000 + 137 * at) }))),
  'wrong totals of many holdings': (size) =>
    filing(many(size, (at) => row({ total: String(1000 + 7 * at * at), nature: `By Trust ${at % 500}`, form: 'I' }))),
  'totals in reverse': (size) => {
    const count = Math.ceil(size / 75);
    return filing(many(size, (at) => row({ total: String(1000 + 100 * (count - at)) })));
  },
  'pairs of rows that changed places': (size) =>
    filing(many(size, (at) => row({ total: String(1000 + 100 * (at % 2 ? at - 1 : at + 1)), nature: '' }))),
  'total before every row is another holding': (size) =>
    filing(many(size, (at) => row({ form: 'I', nature: `By Trust ${at}`, total: String(1000 + (at % 9)) }))),
  'holding rows that repeat': (size) =>
    filing(`${row({})}\n${many(size, () => '| Common Stock |  |  |  |  |  |  |  | 1,000 | D |  |')}`),
  'rows equal in every cell': (size) =>
    filing(
      many(size, () => row({})),
      many(size, () => grant({})),
    ),
  'purchases and sales of one day': (size) =>
    filing(
      many(size, (at) =>
        row({
          code: at % 2 ? 'P' : 'S',
          side: 'D',
          price: `\\$${20000 + ((at * 7919) % 10007)}`,
          amount: String(1 + at),
        }),
      ),
    ),
  'gifts with a price, marked V': (size) =>
    filing(many(size, (at) => row({ code: 'G', v: 'V', side: 'D', price: '\\$5', date: year(at) }))),
  'small acquisitions': (size) =>
    filing(many(size, (at) => row({ code: 'L', price: '\\$0.0001', amount: '1', date: year(at), total: String(at) }))),
  'withheld shares': (size) =>
    filing(
      many(size, (at) => row({ code: at % 2 ? 'F' : 'M', side: at % 2 ? 'D' : 'A', price: `\\$${at}`, amount: '500' })),
    ),
  'exercises of one day': (size) =>
    filing(
      many(size / 2, (at) => row({ code: 'M', price: `\\$${at + 1}` })),
      many(size / 2, (at) => taken(at, `\\$${at + 900000}`)),
    ),
  'transactions after the signature': (size) =>
    filing(many(size, (at) => row({ date: `05/${two(1 + (at % 28))}/2022` }))),
  'dates of all times': (size) =>
    filing(
      many(size, (at) => row({ date: year(at), code: 'P', price: '\\$5' })),
      many(size, (at) => grant({ date: year(at) })),
    ),
  'dates that are none': (size) => filing(many(size, (at) => row({ date: `13/${at}/22`, title: `Class ${at} Stock` }))),
  'unknown codes': (size) => filing(many(size, (at) => row({ code: at % 3 ? 'Q' : 'S/K4 V', v: 'X', side: '?' }))),
  'rows without a code': (size) =>
    filing(
      many(size, () => row({ code: '', side: '', price: '', total: '' })),
      many(size, () => grant({ code: '', total: '' })),
    ),
  'cells in the wrong columns': (size) =>
    filing(many(size, (at) => `| Common Stock | 03/07/2022 | A | ${at} | A | \\$0 | 1,000 | D |  |`)),
  'rows of too many cells': (size) => filing(many(size, () => `${row({})} a | b | c | d | e | f | g | h |`)),
  'titles that drift': (size) =>
    filing(
      many(size, (at) => row({ title: `Common Stck ${at % 7919}`, nature: `by Trust${at}`, form: at % 2 ? 'I' : 'D' })),
    ),
  'one row of endless cells': (size) => filing(`${row({})} ${line(size, ' x |')}`),
  'one cell that does not end': (size) => filing(row({ title: line(size, 'Common Stock ') })),
  'one number that does not end': (size) =>
    filing(row({ amount: line(size, '1,000'), price: line(size, '1'), total: line(size, '1,') })),
  'one code that does not end': (size) => filing(row({ code: line(size, 'S/K V') })),
  'white space that does not end': (size) =>
    filing(row({ nature: `a${line(size, ' ')}b` }), '', `(1) a${line(size, ' \u00a0')}b`),
  'footnotes, each cited once': (size) =>
    filing(
      many(size / 2, (at) => row({ amount: `100 <sup>(${at + 1})</sup>`, total: String(1100 + 100 * at) })),
      '',
      many(size / 2, (at) => `(${at + 1}) Shares that vest on the day number ${at}, as footnote (${at}) says.`),
    ),
  'footnotes that no cell cites': (size) =>
    filing(
      row({}),
      '',
      many(size, (at) => `(${at % 1000}) Shares of a plan, number ${at}.`),
    ),
  'footnotes as bullets': (size) =>
    filing(
      row({ amount: '100 <sup>(1)</sup>' }),
      '',
      many(size, (at) => `- Shares, number ${at}.`),
    ),
  'footnotes with a letter': (size) =>
    filing(
      row({ amount: '100 <sup>(a)</sup>' }),
      '',
      many(size, () => `(a) Shares.`),
    ),
  'footnotes of one number': (size) =>
    filing(
      row({ amount: '100 <sup>(1)</sup>' }),
      '',
      many(size, () => `(1) Shares of a plan.`),
    ),
  'empty footnotes': (size) =>
    filing(
      row({}),
      '',
      many(size, (at) => `(${at % 999})`),
    ),
  'footnotes that say the same': (size) =>
    filing(
      many(size, (at) => row({ title: `Stock <sup>(${at % 99})</sup>`, code: 'P', price: '\\$5 <sup>(7)</sup>' })),
      '',
      many(size, (at) => `(${at % 99}) See footnote 3. Shares that vest in a year, sold to cover.`),
    ),
  'markers without a footnote': (size) => filing(many(size, (at) => row({ amount: `100 <sup>(${at % 99})</sup>` }))),
  'markers that cite one note twice': (size) =>
    filing(
      many(size, () => row({ amount: '100 <sup>(1)(1)</sup>' })),
      '',
      '(1) A note.',
    ),
  'markers of one cell': (size) =>
    filing(row({ amount: `100 <sup>${many(size, (at) => `(${at % 99})`, '')}</sup>` }), '', '(1) A note.'),
  'elements of markers in one cell': (size) =>
    filing(row({ amount: `100 ${line(size, '<sup>(1)</sup>')}` }), '', '(1) A note.'),
  'plain markers of one cell': (size) => filing(row({ amount: `100 ${line(size, '(1)')}` }), '', '(1) A note.'),
  'markers without end': (size) => filing(row({ amount: `100 ${line(size, '<sup>(1')}` })),
  'markers without end in rows': (size) => filing(many(size, () => row({ amount: '100 <sup>(1' }))),
  'markers without end in words': (size) =>
    filing(row({ title: line(size, '<sup') }), '', `(1) ${line(size, '<sup>(')}`),
  'brackets without end': (size) => filing(row({ title: line(size, '(1 ['), nature: line(size, ')(') })),
  'ranges of prices': (size) =>
    filing(
      many(size, (at) =>
        row({ code: 'S', side: 'D', price: `\\$${10 + (at % 50)} <sup>(${at % 99})</sup>`, amount: String(at + 1) }),
      ),
      '',
      many(
        size / 2,
        (at) =>
          `(${at % 99}) The weighted average price of trades at prices ranging from $${at % 60}.00 to $${at % 60}.99.`,
      ),
    ),
  'ranges of prices in one note': (size) =>
    filing(
      row({ code: 'S', side: 'D', price: '\\$5 <sup>(1)</sup>' }),
      '',
      `(1) The weighted average price ${line(size, 'from $10.00 to $10.95 and ')}`,
    ),
  'amounts in one note': (size) =>
    filing(row({ price: '\\$5 <sup>(1)</sup>' }), '', `(1) between ${line(size, '$10,000.00 ')}`),
  'averages in one note': (size) =>
    filing(
      row({ code: 'S', side: 'D', price: '\\$5 <sup>(1)</sup>' }),
      '',
      `(1) ${line(size, 'volume-weighted average price ')}`,
    ),
  'footnotes that name footnotes': (size) =>
    filing(row({ amount: '100 <sup>(1)</sup>' }), '', `(1) See ${line(size, 'footnotes (1) through (2) and (3), ')}`),
  'words about footnotes': (size) =>
    filing(row({ nature: line(size, 'See footnote ') }), '', `(1) ${line(size, 'footnotes (1, ')}`),
  'words about plans and sales': (size) =>
    filing(
      row({ code: 'F', side: 'D', amount: '100 <sup>(1)</sup>' }),
      '',
      `(1) ${line(size, 'no shares Rule 10b5-1 trading plan adopted will undertake sold to vest ')}`,
    ),
  'lines of remarks': (size) =>
    `${filing(row({})).replace('/s/', `Remarks: ${many(size, () => 'See the exhibit.')}\n\n/s/`)}`,
  // So few that the form is known for what it is in both sizes: what is read of it does not change on the way.
  'blank lines': (size) => filing(row({})).replaceAll('\n\n', line(size / 32, '\n')),
  signatures: (size) =>
    header(`Signature: ${many(size, (at) => `/s/ Rowan J. Alder ${year(at)}`, ' \f')}`).replaceAll('\f', '\n\n'),
  'signatures on one line': (size) => header(`Signature: ${line(size, '/s/ Rowan J. Alder 03/08/2022 ')}`),
  'dates on one line': (size) => header(`Signature: /s/ Rowan ${line(size, '1/1/')}`),
  'reporting persons': (size) =>
    header(
      `1. Name and Address of Reporting Person* ${line(size, '1. Name and Address of Reporting Person* <u>Alder</u>')}`,
    ),
  'boxes without end': (size) => header(`2. Issuer Name and Ticker or Trading Symbol ${line(size, '<u>[')}`),
  'spaces in labels': (size) =>
    header(`2. Issuer Name and Ticker or Trading Symbol ${line(size, `issuer ${' '.repeat(500)}name `)}`),
  ticks: (size) =>
    header(
      `5. Relationship of Reporting Person(s) to Issuer ${line(size, '<input checked="" ')}${line(size, '[X] Director ')}`,
    ),
  'hidden characters': (size) =>
    filing(row({ title: line(size / 2, 'St\u200bock\u202e') }), '', `(1) ${line(size / 2, '\u0430ffirm\ud800 ')}`),
  'titles of tables': (size) => many(size, () => 'Table I - Non-Derivative Securities'),
  'headings of tables': (size) => many(size, () => '1. Title of Security (Instr. 3)\t2. Transaction Date'),
  'signature lines': (size) => many(size, () => 'Explanation of Responses:\n\n** Signature of Reporting Person'),
  'lines without a form': (size) => many(size, (at) => `${at} 03/07/2022`),
  'one line without a form': (size) => line(size, 'footnote (1) $10.00 to $11.00 03/07/2022 ['),
  tabs: (size) => filing(line(size, '\t')),
  bars: (size) => filing(line(size, '|')),
  'lines of bars': (size) => filing(many(size, () => '|  |  |')),
  'web page': (size) => `<html>${line(size, '<table><tr><td>Table I - Non-Derivative</td><td>')}`,
  'web page of rows': (size) =>
    `<html><table><tr><td>Table I - Non-Derivative Securities</td></tr>${line(size, '<tr><td>Common Stock</td><td>03/07/2022</td><td></td><td>A</td><td></td><td>100<sup>(1)</sup></td><td>A</td><td>$0</td><td>1,000</td><td>D</td></tr>')}`,
  'web page of open tags': (size) => `<html>${line(size, '<sup <script <!-')}`,
  'XML rows': (size) =>
    `<ownershipDocument><nonDerivativeTable>${line(size, '<nonDerivativeTransaction><securityTitle><value>Common Stock</value><footnoteId id="F1"/></securityTitle><transactionAmounts><transactionShares><value>100</value></transactionShares></transactionAmounts></nonDerivativeTransaction>')}`,
  'XML notes': (size) =>
    `<ownershipDocument><footnotes>${many(size, (at) => `<footnote id="F${at}">A note &amp; more.</footnote>`)}</footnotes></ownershipDocument>`,
  'XML without end': (size) => `<ownershipDocument>${line(size, '<nonDerivativeTable><value>')}`,
  'XML that closes nothing': (size) => `<ownershipDocument>${line(size, '</a><b></c>')}`,
  'boxed Markdown': (size) =>
    `| **1. Name and Address of Reporting Person** |\n${many(size, (at) => `| 1. Title of Security | **Table I - Non-Derivative** ${at} |`)}`,
  'page of columns': (size) =>
    `1. Name and Address of Reporting Person*    2. Issuer Name and Ticker    5. Relationship\n\nTable I - Non-Derivative Securities\n1. Title   2. Date   2A. Deemed   3. Code   4. Securities   5. Amount   6. Form  7. Nature\n\n${many(size, () => 'Common     03/07/2022               A         100    A  $0   1,000       D\n')}`,
};
