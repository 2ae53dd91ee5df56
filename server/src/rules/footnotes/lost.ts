/** The one footnote that nothing cites, and a cell that lacks a footnote: a marker was lost, and that is one fault. */
import { cellsOf, isBlank } from '../../filing/columns';
import type { Cell, Filing, Footnote } from '../../filing/model';
import { rowsOf, tableOf } from '../../filing/queries';
import type { Fix, Related, RuleContext } from '../rule';
import { newMarker } from './edits';
import { numberingOf } from './numbering';
import { citesNothing } from './words';

/** The footnote whose only fault is that its marker is missing; undefined where there is none, or more than one. */
export function lostNote(filing: Filing): Footnote | undefined {
  const { uncited, meant } = numberingOf(filing);
  return uncited.length === 1 && !meant ? uncited[0] : undefined;
}

/** What a finding on a blank cell adds where a footnote has lost its marker: the footnote, and the fix that cites it. */
export function citeHere(filing: Filing, { span }: Cell<unknown>): { related: Related[]; fixes: () => Fix[] } {
  const note = lostNote(filing);
  if (!note) return { related: [], fixes: () => [] };
  return {
    related: [{ message: citesNothing(note), span: note.labelSpan }],
    fixes: () => [
      {
        title: `Cite footnote (${note.number}), which no cell cites`,
        edits: [{ span, newText: newMarker(filing, note.number!) }],
        preferred: true,
      },
    ],
  };
}

/** True where a rule that ran before has spoken of a blank cell that a footnote is missing from. */
export function lacksMarker({ filing, suspect }: Pick<RuleContext, 'filing' | 'suspect'>): boolean {
  return rowsOf(filing).some((row) =>
    cellsOf(row, tableOf(filing, row)).some(
      ({ column, cell }) => TAKES_MARKER.has(column) && isBlank(cell) && suspect(cell),
    ),
  );
}

/** The columns that a footnote alone may fill. */
const TAKES_MARKER = new Set<string>([
  'transactionPricePerShare',
  'conversionOrExercisePrice',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityShares',
]);
