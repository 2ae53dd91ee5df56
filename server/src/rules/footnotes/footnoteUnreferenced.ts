import { schemaSeverity } from '../era';
import type { Fix, Rule } from '../rule';
import type { Filing, Footnote } from '../../filing/model';
import { removeNote, renumber } from './edits';
import { MOST_NOTES, numberingOf } from './numbering';

/** A footnote that no cell cites. */
export const footnoteUnreferenced: Rule = {
  id: 'footnote-unreferenced',
  family: 'footnotes',
  severity: 'error',
  summary: 'A footnote that no cell cites',
  fixable: true,
  check({ filing, filed, report }) {
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
    for (const note of uncited) {
      if (note === meant || note.number! < 1 || note.number! > MOST_NOTES) continue;
      report({
        severity: schemaSeverity({ filed }),
        span: note.span,
        message: `Expected a marker (${note.number}) in a cell of the tables; no cell cites footnote ${note.number}. EDGAR suspends a filing with a footnote that nothing cites.`,
        fixes: () => [remove(filing, note)],
      });
    }
  },
};

/** Deletes the note; later notes and their markers move up. A deletion is never part of fixing all at once. */
function remove(filing: Filing, note: Footnote): Fix {
  const gone = note.number!;
  const inOrder = filing.footnotes.list.every(({ number }, at) => number === at + 1);
  const last = filing.footnotes.list.length === gone;
  const edits = renumber(filing, (number) => (inOrder && number > gone ? number - 1 : number)).filter(
    ({ span }) => span.end <= note.span.start || span.start >= note.span.end,
  );
  const title = inOrder && !last ? `Delete footnote ${gone} and renumber those behind it` : `Delete footnote ${gone}`;
  return { title, edits: [removeNote(filing, note), ...edits], preferred: true };
}
