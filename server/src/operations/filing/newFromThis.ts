import { cellOf, DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../filing/columns';
import { holdingOf, sameWords } from '../../filing/holdings';
import type { Column, Filing, Row } from '../../filing/model';
import { planNotes } from '../../filing/plans';
import { isZero } from '../../text/decimal';
import { blankOf, named, type Piece } from '../../text/snippet';
import { formCell } from '../../writers/printedForm/cells';
import { printedWords } from '../../writers/words';
import { cellText } from '../../writers/text';
import type { Operation } from '../operation';
import { blankForm, DATE, FIRST_ROW } from './blankForm';
import { knownIn, titleOf } from './known';
import { escaped, escapedOwner } from './newFiling';

/**
 * The next filing of the same person: names, title and address stay, and what is held by the last totals. What must change
 * is a place to fill in. Ticks of the two boxes that stand alone, box 4, the signature and notes on plans are never carried.
 */
export const newFromThis: Operation = {
  id: 'filing.again',
  kind: 'refactor.extract',
  run({ filing }) {
    const people = knownIn(filing);
    if (people.length === 0)
      return { refused: 'Nothing was made: boxes 1 and 2 of this filing do not say who files at which company.' };
    const held = heldIn(filing);
    const notes = notesOf(filing, held);
    const lines = held.map((row) => ({ row, cells: cellsOf(filing, row, notes) }));
    const first =
      lines.find(({ row }) => row.table === 'nonDerivativeTable' && row.kind === 'transaction') ??
      lines.find(({ row }) => row.table === 'nonDerivativeTable');
    const others = (table: Row['table']): Piece[][] =>
      lines.filter((one) => one !== first && one.row.table === table).map(({ cells }) => [cells.join('\t')]);
    const pieces = blankForm({
      owners: people.map((one) => escapedOwner(one)),
      issuer: escaped(people[0]!.issuer),
      symbol: escaped(people[0]!.symbol),
      plan: false,
      tableI: [first ? transactionOf(first.cells) : FIRST_ROW, ...others('nonDerivativeTable')],
      tableII: others('derivativeTable'),
      notes: [...notes.keys()].map((number) =>
        escaped(filing.footnotes.list.find((one) => one.number === number)!.text),
      ),
    });
    return {
      edits: [],
      another: { text: blankOf(pieces), pieces, title: titleOf(people[0]!) },
      remark: `The next filing is open. ${held.length === 0 ? 'Nothing is held by this one.' : 'What is held was carried over from the last totals of this one.'} Box 3, the transactions and the signature are yours to fill in.`,
    };
  },
};

/** The last row of each holding that still holds something, in the order of the rows. */
function heldIn(filing: Filing): Row[] {
  const last = new Map<string, Row>();
  for (const row of filing.nonDerivativeTable.rows) last.set(`I ${holdingOf(row)}`, row);
  for (const row of filing.derivativeTable.rows) last.set(`II ${grantOf(row)}`, row);
  return [...last.values()].filter(({ read, sharesOwnedFollowingTransaction: { value } }) => {
    return read === 'certain' && value !== undefined && !isZero(value);
  });
}

/** Nothing tells the grants of Table II apart but their terms. */
const grantOf = (row: Row): string =>
  (
    [
      'securityTitle',
      'conversionOrExercisePrice',
      'exerciseDate',
      'expirationDate',
      'directOrIndirectOwnership',
      'natureOfOwnership',
    ] as const
  )
    .map((column) => {
      const cell = cellOf(row, column);
      return cell ? `${sameWords(cell.raw)}${cell.markers.map(({ label }) => label).join()}` : '';
    })
    .join('|');

/** What a holding says when no transaction does. */
const CARRIED: ReadonlySet<Column> = new Set<Column>([
  ...([
    'securityTitle',
    'conversionOrExercisePrice',
    'exerciseDate',
    'expirationDate',
    'underlyingSecurityTitle',
  ] as const),
  ...(['sharesOwnedFollowingTransaction', 'directOrIndirectOwnership', 'natureOfOwnership'] as const),
]);
const TOTAL = 'sharesOwnedFollowingTransaction';

const columnsIn = (row: Row): readonly Column[] =>
  (row.table === 'derivativeTable' ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS).flat();

/** The notes that what is carried cites, each with its new number; notes on plans stay behind, and notes on totals. */
function notesOf(filing: Filing, rows: readonly Row[]): Map<number, number> {
  const plans = new Set(planNotes(filing).map(({ span }) => span.start));
  const numbers = new Map<number, number>();
  for (const row of rows)
    for (const column of columnsIn(row))
      if (CARRIED.has(column) && column !== TOTAL)
        for (const { number } of cellOf(row, column)?.markers ?? []) {
          const note = filing.footnotes.list.find((one) => one.number === number);
          if (
            note &&
            number !== undefined &&
            !numbers.has(number) &&
            !isPlan(note.span.start, note.textSpan.start, plans)
          )
            numbers.set(number, numbers.size + 1);
        }
  return numbers;
}

const isPlan = (start: number, words: number, plans: ReadonlySet<number>): boolean =>
  plans.has(start) || plans.has(words);

/** The cells of a holding row, in the form's columns. */
function cellsOf(filing: Filing, row: Row, notes: ReadonlyMap<number, number>): string[] {
  return columnsIn(row).map((column) => {
    const read = cellOf(row, column);
    if (!CARRIED.has(column) || !read) return '';
    const cell = formCell(filing, '', read, printedWords(filing, row, column));
    const markers =
      column === TOTAL
        ? []
        : (cell.markers ?? []).flatMap((marker) => {
            const label = notes.get(Number(marker.label));
            return label === undefined ? [] : [{ ...marker, label: String(label) }];
          });
    return cellText({ words: cell.words, markers });
  });
}

/** The first transaction of a holding: what was held stands in the place of its total until that is filled in. */
function transactionOf([title = '', ...cells]: readonly string[]): Piece[] {
  const [total = '', ownership = '', nature = ''] = cells.slice(7);
  return [
    ...[title, '\t', DATE, '\t\t', named('code'), '\t\t', named('amount'), '\t', named('side, A or D'), '\t'],
    ...[named('price'), '\t', named(`was ${total}`), '\t', ownership, '\t', nature],
  ];
}
