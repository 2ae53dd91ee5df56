/** The rows of Tables I and II: views on the columns of their cells, under the names of the form. */
import { DERIVATIVE_COLUMNS_ITEM_7_IN_ONE, NON_DERIVATIVE_COLUMNS } from '../filing/columns';
import type {
  CodeCell,
  Columns,
  DateCell,
  DerivativeRow,
  NonDerivativeRow,
  NumberCell,
  TextCell,
} from '../filing/model';
import type { CellColumns } from './cells/cellColumns';
import { SideCell, type TableCell } from './cells/cell';
import { ASIDE, kindOfI, kindOfII, PLAIN } from './plainRow';
import { AMOUNT, CODE, DAY, NATURE, OWNERSHIP, SIDE, TITLE, TableRow, V } from './tableRow';

/** What the columns take, from left to right. */
const TAKES_I = [TITLE, DAY, DAY, CODE, V, AMOUNT, SIDE, AMOUNT, AMOUNT, OWNERSHIP, NATURE];
const TAKES_II = [
  ...[TITLE, AMOUNT, DAY, DAY, CODE, V, AMOUNT, AMOUNT, DAY, DAY, TITLE, AMOUNT, AMOUNT, AMOUNT],
  ...[OWNERSHIP, NATURE],
];

/** A row of Table I: the columns of NON_DERIVATIVE_COLUMNS by number. */
export class TableIRow extends TableRow implements NonDerivativeRow {
  readonly table = 'nonDerivativeTable';
  readonly kind: NonDerivativeRow['kind'];
  readonly read: NonDerivativeRow['read'];

  constructor(source: CellColumns, index: number) {
    super(source, index, NON_DERIVATIVE_COLUMNS);
    this.kind = this.isHolding(1, 8) ? 'holding' : 'transaction';
    this.read = this.isInOrder(TAKES_I) ? 'certain' : 'inferred';
  }

  get plain(): boolean {
    return kindOfI(this.source, this.first, this.width, ASIDE, 0) === PLAIN;
  }

  get securityTitle(): TextCell {
    return this.text(0);
  }

  get transactionDate(): DateCell {
    return this.date(1);
  }

  get deemedExecutionDate(): DateCell {
    return this.date(2);
  }

  get transactionCode(): CodeCell {
    return this.code(3);
  }

  get transactionFormType(): TextCell {
    return this.text(4);
  }

  get transactionShares(): NumberCell {
    return this.number(5);
  }

  get transactionAcquiredDisposedCode(): TextCell {
    return this.text(6);
  }

  get transactionPricePerShare(): NumberCell {
    return this.number(7);
  }

  get sharesOwnedFollowingTransaction(): NumberCell {
    return this.number(8);
  }

  get directOrIndirectOwnership(): TextCell {
    return this.text(9);
  }

  get natureOfOwnership(): TextCell {
    return this.text(10);
  }
}

/** A row of Table II: the columns of DERIVATIVE_COLUMNS by number. */
export class TableIIRow extends TableRow implements DerivativeRow {
  readonly table = 'derivativeTable';
  readonly kind: DerivativeRow['kind'];
  readonly read: DerivativeRow['read'];
  /** Which of the columns (A) and (D) is filled; undefined where none or both are. */
  private readonly side: 'A' | 'D' | undefined;
  private letter: TextCell | undefined;

  constructor(source: CellColumns, index: number, columns: Columns) {
    super(source, index, columns);
    this.kind = this.isHolding(2, columns === DERIVATIVE_COLUMNS_ITEM_7_IN_ONE ? 12 : 13) ? 'holding' : 'transaction';
    this.read = this.isInOrder(TAKES_II) ? 'certain' : 'inferred';
    const [acquired, disposed] = [this.isFilled(6), this.isFilled(7)];
    this.side = acquired === disposed ? undefined : acquired ? 'A' : 'D';
  }

  get plain(): boolean {
    return this.read === 'certain' && kindOfII(this.source, this.first, this.width, ASIDE, 0) === PLAIN;
  }

  get securityTitle(): TextCell {
    return this.text(0);
  }

  get conversionOrExercisePrice(): NumberCell {
    return this.number(1);
  }

  get transactionDate(): DateCell {
    return this.date(2);
  }

  get deemedExecutionDate(): DateCell {
    return this.date(3);
  }

  get transactionCode(): CodeCell {
    return this.code(4);
  }

  get transactionFormType(): TextCell {
    return this.text(5);
  }

  get acquired(): NumberCell {
    return this.number(6);
  }

  get disposed(): NumberCell {
    return this.number(7);
  }

  get transactionShares(): NumberCell {
    return this.side === 'D' ? this.disposed : this.acquired;
  }

  get transactionAcquiredDisposedCode(): TextCell {
    return (this.letter ??= new SideCell(this.transactionShares as TableCell<unknown>, this.side));
  }

  get exerciseDate(): DateCell {
    return this.date(8);
  }

  get expirationDate(): DateCell {
    return this.date(9);
  }

  get underlyingSecurityTitle(): TextCell {
    return this.text(10);
  }

  get underlyingSecurityShares(): NumberCell {
    return this.number(11);
  }

  get transactionPricePerShare(): NumberCell {
    return this.number(12);
  }

  get sharesOwnedFollowingTransaction(): NumberCell {
    return this.number(13);
  }

  get directOrIndirectOwnership(): TextCell {
    return this.text(14);
  }

  get natureOfOwnership(): TextCell {
    return this.text(15);
  }
}
