import { codesOf } from '../../facts/transactionCodes';
import { MOST_NOTE_CHARACTERS } from '../../facts/limits';
import type { Footnote } from '../../filing/model';
import type { Fix, Rule } from '../rule';
import { weightedAverage } from '../../filing/priceRanges';
import { lacksNote } from '../footnotes/numbering';
import { averageNotes, underTheLetter } from './trades';

export const UNDERTAKING =
  /\bundertak(?:e|es|ing)\b|\b(?:full|complete|additional|further|detailed) (?:\w+ ){0,2}(?:information|details|breakdown)\b|\b(?:up)?on (?:\w+ )?request\b|\bwill (?:\w+ ){0,2}(?:provide|supply|furnish|be (?:provided|supplied|furnished))\b/i;

export const WORDS =
  ' The reporting person undertakes to give the staff of the Securities and Exchange Commission, the issuer or any security holder of the issuer, upon request, the number of shares traded at each separate price.';

/** Average prices, and no word that the single prices will be given on request. */
export const averageUndertaking: Rule = {
  id: 'average-undertaking',
  family: 'prices',
  severity: 'information',
  summary: 'Average prices without the undertaking to give details',
  fixable: true,
  sign: 'averages',
  codes: codesOf('averaged'),
  mentions: /weighted/i,
  check(context) {
    const { filing, report, once } = context;
    const [first] = underTheLetter(context) ? once(averageNotes) : [];
    if (!first) return;
    // It stands in the note of the price as a rule.
    if (UNDERTAKING.test(first.note.text) || UNDERTAKING.test(filing.remarks?.value ?? '')) return;
    if (filing.footnotes.list.some(({ text }) => UNDERTAKING.test(text)) || lacksNote(filing)) return;
    report({
      row: first.row,
      span: weightedAverage(filing, first.note)!,
      message: `Where trades are put together at an average price, a footnote usually undertakes to give the number of shares traded at each price to the SEC staff, the issuer or a security holder on request; none of the footnotes does.`,
      fixes: () => add(first.note),
    });
  },
};

function add({ text, textSpan: { end } }: Footnote): Fix[] {
  if (text.length + WORDS.length > MOST_NOTE_CHARACTERS) return [];
  return [{ title: 'Add the undertaking to the footnote', edits: [{ span: { start: end, end }, newText: WORDS }] }];
}
