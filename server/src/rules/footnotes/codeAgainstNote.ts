import { codesOf } from '../../facts/transactionCodes';
import { rowsOf } from '../../filing/queries';
import type { Filing, Footnote, Row } from '../../filing/model';
import type { Fix, Rule } from '../rule';
import { numberingOf } from './numbering';
import { quote } from '../words';

/** A code of which the row's own footnote says something else. */
interface Contradiction {
  /** Nothing is said without one of these: a quick look before the others. */
  readonly about: RegExp;
  readonly says: RegExp;
  /** Words that take the contradiction away. */
  readonly unless: RegExp;
  readonly message: string;
  readonly codes: readonly string[];
}

const CONTRADICTIONS: Readonly<Record<string, Contradiction>> = {
  P: {
    about: /vest|unit|RSU|PSU/i,
    says: /\bvest(?:s|ed|ing)\b|\b(?:restricted|performance|deferred|phantom)\s(?:stock|share)\sunits?\b|\bRSUs?\b|\bPSUs?\b/i,
    unless:
      /\bpurchase[ds]?\b|\bbought\b|\bacquired in the open market\b|\bincludes?\b|\bincluding\b|\bconsists?\b|\bof which\b/i,
    message: 'P is a purchase in the market or a private one',
    codes: codesOf('vests'),
  },
  F: {
    about: /sold|sell/i,
    says: /\bsell[\s-]to[\s-]cover\b|\b(?:were|was|been|shares) sold\b|\bsold (?:in|on|through|at|by|pursuant)\b|\bsold to cover\b/i,
    unless:
      /\bno shares (?:\w{1,20} ){0,3}sold\b|\bnot (?:\w{1,20} ){0,3}sold\b|\bsold (?:back )?to the (?:issuer|company|corporation)\b/i,
    message: 'F is a payment with shares that the issuer keeps or takes back',
    codes: ['S'],
  },
};

/** P whose footnote speaks of vesting, F whose footnote speaks of a sale. */
export const codeAgainstNote: Rule = {
  id: 'code-against-note',
  family: 'footnotes',
  severity: 'warning',
  summary: 'A transaction code that its own footnote contradicts',
  fixable: true,
  codes: ['P', 'F'],
  check({ filing, report, accused }) {
    // Rows of one code that cite the same footnote have one fault between them.
    const groups = new Map<string, { note: Footnote; contradiction: Contradiction; rows: Row[] }>();
    const speaks = new Map<string, boolean>();
    for (const row of rowsOf(filing)) {
      const code = row.transactionCode.value ?? '';
      const contradiction = CONTRADICTIONS[code];
      if (!contradiction || accused(row, 'code-unknown', 'code-side')) continue;
      const { about, says, unless } = contradiction;
      let note: Footnote | undefined;
      for (const one of notesOn(filing, row)) {
        const key = `${code} ${one.number}`;
        if (!speaks.has(key)) speaks.set(key, about.test(one.text) && says.test(one.text) && !unless.test(one.text));
        if (speaks.get(key)) {
          note = one;
          break;
        }
      }
      if (!note) continue;
      const key = `${code} ${note.number}`;
      const group = groups.get(key);
      if (group) group.rows.push(row);
      else groups.set(key, { note, contradiction, rows: [row] });
    }
    for (const { note, contradiction, rows } of groups.values()) {
      const [row, ...others] = rows as [Row, ...Row[]];
      const { says, message, codes } = contradiction;
      report({
        row,
        cell: row.transactionCode,
        span: row.transactionCode.span,
        message: `Check the code: ${message}; footnote ${note.number} speaks of something else: ${quote(said(note.text, says))}.`,
        related: [
          { message: `footnote ${note.number}`, span: note.textSpan },
          ...others.map(({ transactionCode }) => ({ message: 'the same here', span: transactionCode.span })),
        ],
        fixes: () => codes.map((code) => change(rows, code)),
      });
    }
  },
};

/** The base letter alone, so that a /K behind it stays. */
function change(rows: readonly Row[], code: string): Fix {
  const edits = rows.map(({ transactionCode: { span } }) => ({
    span: { start: span.start, end: span.start + 1 },
    newText: code,
  }));
  return { title: `Change the code to ${code}`, edits };
}

/** The footnotes that speak of the transaction itself: not of the holding or of its owner. */
function* notesOn(filing: Filing, row: Row): Iterable<Footnote> {
  const { notes } = numberingOf(filing);
  for (const column of OF_TRANSACTION)
    for (const { number } of row[column].markers) {
      const note = notes.get(number ?? -1);
      if (note) yield note;
    }
}

const OF_TRANSACTION = [
  'securityTitle',
  'transactionCode',
  'transactionShares',
  'transactionPricePerShare',
  'transactionDate',
] as const;

/** The words that tell, with some about them. */
function said(text: string, says: RegExp): string {
  const { index, 0: words } = says.exec(text)!;
  const start = text.lastIndexOf(' ', Math.max(0, index - 10)) + 1;
  const end = text.indexOf(' ', Math.min(text.length, index + words.length + 10));
  return text.slice(start, end < 0 ? text.length : end);
}
