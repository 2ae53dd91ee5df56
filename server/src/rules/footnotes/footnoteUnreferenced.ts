import { MOST_NOTES } from '../../facts/limits';
import { schemaSeverity } from '../era';
import type { Fix, Rule } from '../rule';
import type { Cell, Filing, Footnote } from '../../filing/model';
import { noteReferences } from '../../filing/notes';
import { mayLackRow, tallyOf } from '../holdings/tally';
import { pricesOf, type Outside } from '../prices/averageOutOfRange';
import { dollars } from '../prices/trades';
import { newMarker, removeNote, renumber } from './edits';
import { lacksMarker, lostNote } from './lost';
import { numberingOf } from './numbering';
import { seeCells } from './seeFootnote';
import { mayCiteUnread } from './unreadMarkers';

/** A footnote that no cell cites. */
export const footnoteUnreferenced: Rule = {
  id: 'footnote-unreferenced',
  family: 'footnotes',
  severity: 'error',
  suspends: true,
  summary: 'A footnote that no cell cites',
  fixable: true,
  sign: 'notes',
  check(context) {
    const { filing, filed, report } = context;
    const { list } = filing.footnotes;
    const first = list[0];
    if (first && !filing.hasMarkers) {
      report({
        severity: schemaSeverity({ filed }) === 'error' ? 'warning' : 'information',
        span: first.labelSpan,
        message: `Expected markers such as (1) in the tables that cite ${list.length === 1 ? 'the footnote' : `the ${list.length} footnotes`}; found none. They may have been lost when the text was made.`,
      });
      return;
    }
    const { uncited, meant } = numberingOf(filing);
    if (uncited.length === 0 || mayCiteUnread(context)) return;
    const lost = lostNote(filing);
    // `holdings-total` names the footnote beside the total of which a row seems to be missing.
    if (lost && (lacksMarker(context) || context.once(tallyOf).breaks.some(mayLackRow))) return;
    const [see, ...more] = lost ? seeCells(filing) : [];
    const citing = more.length === 0 ? see?.cell : undefined;
    for (const note of uncited) {
      if (note === meant || note.number! < 1 || note.number! > MOST_NOTES || isCitedElsewhere(filing, note)) continue;
      const prices = note === lost ? pricesOf(filing, note) : [];
      report({
        severity: schemaSeverity({ filed }),
        span: note.span,
        message: `Expected a marker (${note.number}) in a cell of the tables; no cell cites footnote ${note.number}.${prices.length > 0 ? ` It states the range that holds ${dollars(prices[0]!.price)}, which cites another one.` : ''} EDGAR suspends a filing with a footnote that nothing cites.`,
        related: [
          ...(citing ? [{ message: 'this cell says "See footnote" and has no marker', span: citing.span }] : []),
          ...prices.map(({ row, price }) => ({
            message: `${dollars(price)}, which this range holds and that of its own footnote does not`,
            span: row.transactionPricePerShare.span,
          })),
        ],
        fixes: () => [
          ...citeAtPrice(filing, note, prices),
          ...(citing ? [cite(filing, note, citing)] : []),
          ...remove(filing, note),
        ],
      });
    }
  },
};

/** True where an element of XML cites the footnote that the schema does not know there, so that it was not read. */
function isCitedElsewhere({ xml, text }: Filing, { number }: Footnote): boolean {
  const { document } = xml ?? {};
  if (!document) return false;
  const { start, end } = document.span;
  return new RegExp(`<footnoteId\\s{1,3}id\\s?=\\s?["']F${number}["']`).test(text.slice(start, end));
}

/** Cites the footnote at the one price that its range holds, where the footnote that is cited there keeps another marker. */
function citeAtPrice(filing: Filing, { number }: Footnote, prices: readonly Outside[]): Fix[] {
  const [one, ...more] = prices;
  if (!one?.cites || more.length > 0) return [];
  const { number: from, labelSpan } = one.cites;
  if ((numberingOf(filing).cited.get(from!)?.length ?? 0) < 2) return [];
  return [
    {
      title: `Cite footnote (${number}) at ${dollars(one.price)}, and not (${from})`,
      edits: [{ span: labelSpan, newText: String(number) }],
      preferred: true,
    },
  ];
}

function cite(filing: Filing, { number }: Footnote, { span: { end } }: Cell<unknown>): Fix {
  const newText = ` ${newMarker(filing, number!)}`;
  return {
    title: `Cite footnote ${number} where a cell says "See footnote"`,
    edits: [{ span: { start: end, end }, newText }],
    preferred: true,
  };
}

/**
 * Deletes the note; later notes and their markers move up. Never preferred: it may be the marker that is missing, and not
 * the note that is too many.
 */
function remove(filing: Filing, note: Footnote): Fix[] {
  const gone = note.number!;
  // What another footnote builds on is not too many.
  if (
    noteReferences(filing).some(
      (reference) => reference.note !== note && reference.numbers.some(({ number }) => number === gone),
    )
  )
    return [];
  const inOrder = filing.footnotes.list.every(({ number }, at) => number === at + 1);
  const last = filing.footnotes.list.length === gone;
  const edits = renumber(filing, (number) => (inOrder && number > gone ? number - 1 : number)).filter(
    ({ span }) => span.end <= note.span.start || span.start >= note.span.end,
  );
  const title = inOrder && !last ? `Delete footnote ${gone} and renumber those after it` : `Delete footnote ${gone}`;
  return [{ title, edits: [removeNote(filing, note), ...edits] }];
}
