import { MOST_NOTES } from '../../facts/limits';
import type { Filing } from '../../filing/model';
import { schemaSeverity } from '../era';
import type { Fix, Related, Rule } from '../rule';
import { deletedNote } from '../prices/averageOutOfRange';
import { addNotes, digitsOf, PLACEHOLDER, TO_BE_WRITTEN } from './edits';
import { numberingOf, type Stray } from './numbering';
import { alsoCited, citesNothing, heldNotes } from './words';

/** A marker whose footnote is not there. */
export const footnoteUndefined: Rule = {
  id: 'footnote-undefined',
  family: 'footnotes',
  severity: 'error',
  suspends: true,
  summary: 'A footnote marker without its footnote',
  fixable: true,
  sign: 'notes',
  check({ filing, filed, report }) {
    const { undefinedMarkers, meant } = numberingOf(filing);
    const severity = schemaSeverity({ filed });
    const deleted = deletedNote(filing);
    const bare = filing.footnotes.list.length === 0;
    const groups = bare ? undefinedMarkers.slice(0, 1) : undefinedMarkers;
    for (const stray of groups) {
      const [first, ...others] = bare ? all(undefinedMarkers) : stray.citations;
      if (!first) continue;
      const related: Related[] = [
        ...(meant ? [{ message: citesNothing(meant), span: meant.labelSpan }] : []),
        ...alsoCited(others),
      ];
      report({
        row: first.row,
        severity,
        // The notes are written after the tables: those to come are merely missing.
        incomplete: !meant && stray.number! > filing.footnotes.list.length,
        span: first.marker.span,
        message: `Expected footnote ${stray.number}, which this marker cites; ${heldNotes(filing)}.${deleted === undefined ? '' : ` From (${deleted}) on the prices fit the footnotes before the ones that they cite: a footnote seems to have been deleted, and the markers stayed.`}${meant ? ` Did you mean (${meant.number}), which no cell cites?` : ''}`,
        related,
        fixes: () => (deleted !== undefined ? [] : bare ? startList(filing, undefinedMarkers) : repairs(filing, stray)),
      });
    }
  },
};

const all = (strays: readonly Stray[]): Stray['citations'][number][] =>
  strays.flatMap(({ citations }) => citations).sort((a, b) => a.marker.span.start - b.marker.span.start);

function startList(filing: Filing, strays: readonly Stray[]): Fix[] {
  const numbers = strays.map(({ number }) => number!);
  const edits = addNotes(filing, numbers, PLACEHOLDER);
  return edits
    ? [
        {
          title: numbers.length === 1 ? `Add footnote ${numbers[0]}` : 'Add the missing footnotes',
          edits,
          brings: TO_BE_WRITTEN,
        },
      ]
    : [];
}

function repairs(filing: Filing, { number, citations }: Stray): Fix[] {
  const { meant } = numberingOf(filing);
  const fixes: Fix[] = [];
  const cite = (to: number): Fix['edits'] =>
    citations.map(({ marker }) => ({ span: marker.labelSpan, newText: String(to) }));
  if (meant) {
    const renumbered: Fix = {
      title: `Number the footnote ${number}`,
      edits: [{ span: digitsOf(filing, meant), newText: String(number) }],
    };
    const cited: Fix = { title: `Change the marker to (${meant.number})`, edits: cite(meant.number!) };
    // A list that misses just this number at this place has its label wrong, not the marker.
    const inPlace = meant.label !== '' && filing.footnotes.list[number! - 1] === meant;
    fixes.push(...(inPlace ? [renumbered, cited] : [cited]));
  }
  const added = addNotes(filing, [number!], PLACEHOLDER);
  const next = filing.footnotes.list.length + 1;
  if (added) fixes.push({ title: `Add footnote ${number}`, edits: added, brings: TO_BE_WRITTEN });
  else if (next <= MOST_NOTES)
    fixes.push({
      title: `Add footnote ${next} and cite it here`,
      edits: [...cite(next), ...(addNotes(filing, [next], PLACEHOLDER) ?? [])],
      brings: TO_BE_WRITTEN,
    });
  return fixes.map((fix, at) => (at === 0 && meant ? { ...fix, preferred: true } : fix));
}
