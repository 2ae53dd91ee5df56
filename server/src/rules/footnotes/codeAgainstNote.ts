import { transactionCode } from '../../facts/transactionCodes';
import { perFiling } from '../../filing/memo';
import { mentions } from '../../filing/mentions';
import { rowsOf } from '../../filing/queries';
import type { Filing, Footnote, Row } from '../../filing/model';
import type { Fix, Rule } from '../rule';
import { CONTRADICTIONS, type Contradiction } from './contradictions';
import { notesOf, numberingOf } from './numbering';
import { quote } from '../words';

/** A row, a footnote of it, and what that says against the code. */
interface Found {
  readonly note: Footnote;
  readonly contradiction: Contradiction;
  readonly rows: Row[];
}

/** P whose footnote speaks of vesting, F whose footnote speaks of a sale, and the like of S, D, G, J and A. */
export const codeAgainstNote: Rule = {
  id: 'code-against-note',
  family: 'footnotes',
  severity: 'warning',
  summary: 'A transaction code that its own footnote contradicts',
  fixable: true,
  sign: 'markers',
  codes: Object.keys(CONTRADICTIONS),
  beside: (filing, code) => notesAgainst(filing, code).size > 0,
  check({ filing, report, accused }) {
    // Rows of one code that cite the same footnote have one fault between them.
    const groups = new Map<string, Found>();
    for (const row of rowsOf(filing)) {
      const code = row.transactionCode.value ?? '';
      const against = notesAgainst(filing, code);
      if (against.size === 0 || accused(row, 'code-unknown', 'code-side')) continue;
      for (const note of notesOn(filing, row)) {
        const contradiction = against.get(note);
        if (!contradiction || (contradiction.unlessExercised && isExercisedWith(filing, row))) continue;
        const key = `${code} ${note.number}`;
        const group = groups.get(key);
        if (group) group.rows.push(row);
        else groups.set(key, { note, contradiction, rows: [row] });
        break;
      }
    }
    for (const { note, contradiction, rows } of groups.values()) {
      const [row, ...others] = rows as [Row, ...Row[]];
      const { says, message, codes, soft, open } = contradiction;
      report({
        row,
        cell: row.transactionCode,
        span: row.transactionCode.span,
        ...((open || (soft && !isOfRowAlone(filing, note, row, says))) && { severity: 'information' as const }),
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

const NONE: ReadonlyMap<Footnote, Contradiction> = new Map();
const byCode = perFiling(() => new Map<string, ReadonlyMap<Footnote, Contradiction>>());

/** The footnotes that say what contradicts a code, whether a row of it cites them or not, each with what it says. */
function notesAgainst(filing: Filing, code: string): ReadonlyMap<Footnote, Contradiction> {
  const known = byCode(filing);
  let against = known.get(code);
  if (!against) known.set(code, (against = findNotesAgainst(filing, code)));
  return against;
}

function findNotesAgainst(filing: Filing, code: string): ReadonlyMap<Footnote, Contradiction> {
  const all = Object.hasOwn(CONTRADICTIONS, code) ? CONTRADICTIONS[code]! : [];
  const spokenOf = all.filter(({ about }) => mentions(filing, about));
  if (spokenOf.length === 0) return NONE;
  const against = new Map<Footnote, Contradiction>();
  for (const note of notesOf(filing).values()) {
    const { text } = note;
    const found = spokenOf.find(({ about, says, unless }) => about.test(text) && says.test(text) && !unless.test(text));
    if (found) against.set(note, found);
  }
  return against;
}

/** True where a derivative security that is no grant is exercised or converted on the day of a row. */
const isExercisedWith = (filing: Filing, { transactionDate: { value: day } }: Row): boolean =>
  rowsOf(filing).some((row) => {
    const code = transactionCode(row.transactionCode.value);
    return code?.exercise === true && !code.vests && row.transactionDate.value === day;
  });

/** Words with which a note begins that speaks of the row which cites it. */
const OF_THE_ROW =
  /^(?:(?:this|the|these|such|all|reported|represents?|reflects?|reporting of|an?|of|\d[\d,.]*) ){0,5}(?:shares?|stock|transactions?|dispositions?|acquisitions?|purchase[ds]?|bought|sales?|sold|gifts?|bona[ -]fide|charitable|donat|withheld|(?:issuer|company|corporation|employer) withheld|pro[ -]?rata|distribut|open[ -]market)/i;

/** True where no other row cites the note, and its first sentence speaks of this row and says what contradicts its code. */
function isOfRowAlone(filing: Filing, { number, text }: Footnote, row: Row, says: RegExp): boolean {
  const cited = numberingOf(filing).cited.get(number ?? -1) ?? [];
  const end = text.search(/[.;] (?=[A-Z])/);
  const first = end < 0 ? text : text.slice(0, end);
  return cited.every((one) => one.row === row) && OF_THE_ROW.test(first) && says.test(first);
}

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
  const notes = notesOf(filing);
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
