/** The rows of both tables in the ownership XML, each element in the order of EDGAR's schema. */
import { TRANSACTION_CODES } from '../facts/transactionCodes';
import type { Cell, DerivativeRow, Filing, NumberCell, Row } from '../filing/model';
import { isVoluntary } from '../filing/queries';
import type { CellWriter, Need } from './edgarCells';
import { isPlainCode, sourceWords } from './words';

/** K and V are no codes of the XML: it says them in elements of their own. */
const CODES = TRANSACTION_CODES.filter(({ standsAlone }) => standsAlone).map(({ code }) => code);

export class RowWriter {
  constructor(
    private readonly cells: CellWriter,
    private readonly filing: Filing,
    private readonly timeliness: (row: Row) => string,
  ) {}

  write(row: Row): void {
    const { page } = this.cells;
    const table = row.table === 'derivativeTable' ? 'derivative' : 'nonDerivative';
    const transaction = row.kind === 'transaction';
    page.element(table + (transaction ? 'Transaction' : 'Holding'), () => {
      const derivative = row.table === 'derivativeTable' ? row : undefined;
      this.cells.text('securityTitle', row.securityTitle, asked('the title of the security', 'value'), 'securityTitle');
      if (derivative)
        this.cells.number(
          'conversionOrExercisePrice',
          derivative.conversionOrExercisePrice,
          asked('the conversion or exercise price, or a footnote', 'footnote'),
        );
      if (transaction) this.transaction(row);
      else {
        this.noPlace(row.transactionDate, 'no date', 'dates');
        this.noPlace(row.transactionPricePerShare, 'no price', 'prices');
      }
      if (derivative) this.derivative(derivative);
      this.after(row);
    });
  }

  private transaction(row: Row): void {
    const { page } = this.cells;
    this.cells.date('transactionDate', row.transactionDate, asked('the date of the transaction', 'value'));
    this.cells.date('deemedExecutionDate', row.deemedExecutionDate, asked('the deemed execution date, if any', 'no'));
    page.element('transactionCoding', () => this.coding(row));
    const timeliness = this.timeliness(row);
    if (timeliness !== '') page.element('transactionTimeliness', () => page.words('value', timeliness));
    page.element('transactionAmounts', () => this.amounts(row));
  }

  private coding(row: Row): void {
    const { page } = this.cells;
    const { transactionCode: code, transactionFormType: v } = row;
    const other = v.value !== undefined && v.value !== 'V';
    if (other) page.check('transactionFormType', '4, or 5 for V', `Column V of the text says "${v.value}"`);
    page.words('transactionFormType', isVoluntary(row) ? '5' : '4');
    const choices = `a transaction code, one of ${CODES.join(' ')}`;
    if (code.value === undefined) page.missing('transactionCode', choices, this.cells.whyNot(code));
    else {
      if (!isPlainCode(code) || !CODES.includes(code.value as (typeof CODES)[number]))
        page.check('transactionCode', choices, `The text says "${sourceWords(this.filing, code)}"`);
      page.words('transactionCode', code.value);
    }
    page.words('equitySwapInvolved', code.equitySwapInvolved ? '1' : '0');
    if (v.markers.length > 0)
      page.check(
        'footnoteId',
        'the footnotes of the code',
        'The text cites it in column V, which has no footnotes of its own',
      );
    this.cells.citations({ ...code, markers: [...code.markers, ...v.markers] });
  }

  private amounts(row: Row): void {
    const { page } = this.cells;
    const { transactionShares: amount, transactionAcquiredDisposedCode: side } = row;
    if (row.table === 'derivativeTable' && side.value === undefined && row.disposed.raw !== '')
      page.check(
        'transactionShares',
        'the number acquired or the number disposed of',
        `Both columns of the text are filled; the other says "${sourceWords(this.filing, row.disposed)}"`,
      );
    if (row.table === 'nonDerivativeTable' && amount.dollars)
      page.check(
        'transactionTotalValue',
        'a number of securities',
        'The text has dollars, which Table I does not take',
      );
    this.amount('transactionShares', 'transactionTotalValue', amount, 'the amount of the transaction', 'value');
    this.cells.number(
      'transactionPricePerShare',
      row.transactionPricePerShare,
      asked('the price of one security, or a footnote', 'footnote'),
    );
    this.cells.text(
      'transactionAcquiredDisposedCode',
      side,
      asked('A for acquired or D for disposed of', 'value'),
      undefined,
      ['A', 'D'],
    );
  }

  private derivative(row: DerivativeRow): void {
    const { page } = this.cells;
    this.cells.date('exerciseDate', row.exerciseDate, asked('the date exercisable, or a footnote', 'footnote'));
    this.cells.date('expirationDate', row.expirationDate, asked('the expiration date, or a footnote', 'footnote'));
    page.element('underlyingSecurity', () => {
      this.cells.text(
        'underlyingSecurityTitle',
        row.underlyingSecurityTitle,
        asked('the title of the underlying security', 'value'),
        'underlyingSecurityTitle',
      );
      this.amount(
        'underlyingSecurityShares',
        'underlyingSecurityValue',
        row.underlyingSecurityShares,
        'the amount of the underlying security, or a footnote',
        'footnote',
      );
    });
  }

  private after(row: Row): void {
    const { page } = this.cells;
    page.element('postTransactionAmounts', () =>
      this.amount(
        'sharesOwnedFollowingTransaction',
        'valueOwnedFollowingTransaction',
        row.sharesOwnedFollowingTransaction,
        'the amount owned afterwards',
        'value',
      ),
    );
    page.element('ownershipNature', () => {
      this.cells.text(
        'directOrIndirectOwnership',
        row.directOrIndirectOwnership,
        asked('D for direct or I for indirect', 'value'),
        undefined,
        ['D', 'I'],
      );
      const indirect = row.directOrIndirectOwnership.value === 'I';
      this.cells.text(
        'natureOfOwnership',
        row.natureOfOwnership,
        asked('how the securities are held indirectly', indirect ? 'footnote' : 'no'),
        'natureOfOwnership',
      );
    });
  }

  private amount(shares: string, value: string, cell: NumberCell, ask: string, need: Need): void {
    this.cells.number(cell.dollars ? value : shares, cell, asked(ask, need));
  }

  /** Only a text's row can have it: the XML of a holding has no such element. */
  private noPlace(cell: Cell<unknown>, ask: string, does: string): void {
    if (cell.raw === '' && cell.markers.length === 0) return;
    const words = sourceWords(this.filing, cell) || cell.markers.map(({ label }) => `(${label})`).join('');
    const why = `The row reports a holding and the text ${does} it: "${words}"`;
    this.cells.page.check('postTransactionAmounts', ask, why);
  }
}

const asked = (ask: string, need: Need): { ask: string; need: Need } => ({ ask, need });
