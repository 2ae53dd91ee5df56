/** Whole rows of a table, with places to fill in, parted as the filing's rows are. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { LAYOUTS } from '../../facts/layouts';
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../../filing/columns';
import type { Column, Filing, Row, TableName } from '../../filing/model';
import { dateForm, dollarOf } from '../../operations/rows/habits';
import { dateAs } from '../../text/days';
import type { Span } from '../../text/span';
import { insertion, place, type Piece } from './pieces';

const SNIPPET: CompletionItemKind = 15;

/** What a new row is made of. */
interface NewRow {
  readonly filing: Filing;
  readonly table: TableName;
  readonly kind: Row['kind'];
  /** The row of the table before it. */
  readonly last: Row | undefined;
  readonly snippets: boolean;
}

/** A transaction and a holding for a line of a table, which they take the place of. */
export function rowItems(filing: Filing, table: TableName, line: Span, snippets: boolean): CompletionItem[] {
  const { rows } = filing[table];
  let above = rows.length - 1;
  while (above >= 0 && rows[above]!.span.end >= line.start) above--;
  const typed = filing.text.slice(line.start, line.end);
  return (['transaction', 'holding'] as const).map((kind) => {
    const pieces = rowPieces({ filing, table, kind, last: rows[above], snippets });
    return {
      label: `${kind === 'transaction' ? 'Transaction' : 'Holding'} row of Table ${table === 'derivativeTable' ? 'II' : 'I'}`,
      kind: SNIPPET,
      filterText: typed + kind,
      ...insertion(filing, line, pieces, snippets),
    };
  });
}

function rowPieces(row: NewRow): Piece[] {
  const { columns } = row.filing[row.table];
  const usual = row.table === 'derivativeTable' ? DERIVATIVE_COLUMNS : NON_DERIVATIVE_COLUMNS;
  const cells = (columns.length > 0 ? columns : usual).map((shared) => shared.map((column) => valueOf(row, column)));
  const [open, between, close] = LAYOUTS[row.filing.layout].separator === '\t' ? ['', '\t', ''] : ['| ', ' | ', ' |'];
  return cells.flatMap((shared, at): Piece[] => [
    at === 0 ? open : between,
    ...shared.flatMap((pieces, second) => (second === 0 ? pieces : [' ', ...pieces])),
    at === cells.length - 1 ? close : '',
  ]);
}

const HELD: ReadonlySet<Column> = new Set<Column>([
  'securityTitle',
  'conversionOrExercisePrice',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'underlyingSecurityShares',
  'sharesOwnedFollowingTransaction',
  'directOrIndirectOwnership',
  'natureOfOwnership',
]);

/** What a new row begins with: title and date of the last one. Code and side stay blank: a default would be taken. */
function valueOf({ filing, kind, last, snippets }: NewRow, column: Column): Piece[] {
  if (kind === 'holding' && !HELD.has(column)) return [];
  switch (column) {
    case 'deemedExecutionDate':
    case 'transactionFormType':
      return [];
    case 'securityTitle':
      return [last?.securityTitle.raw ? place(last.securityTitle.raw) : place()];
    case 'transactionDate': {
      const day = last?.transactionDate.value ?? filing.periodOfReport.value;
      return [day === undefined ? place() : place(dateAs(day, dateForm(filing)))];
    }
    case 'directOrIndirectOwnership':
      return [snippets ? place('D', 'I') : place()];
    case 'transactionPricePerShare':
    case 'conversionOrExercisePrice':
      return [dollarOf(filing), place()];
    default:
      return [place()];
  }
}
