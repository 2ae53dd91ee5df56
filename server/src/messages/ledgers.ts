/** What persons have held over time, from many filings. */

export interface LedgersParams {
  /** A filing that is open: the series to which it belongs is told. */
  readonly textDocument?: { readonly uri: string };
}

export interface LedgerList {
  /** By the names of persons. */
  readonly series: readonly {
    readonly key: string;
    readonly person: string;
    readonly issuer: string;
    /** How many filings there are. */
    readonly filings: number;
  }[];
  /** The key of the series of the filing that was asked with. */
  readonly own?: string;
}

export interface LedgerParams {
  /** A key of the list. */
  readonly series: string;
}

export interface LedgerAsParams extends LedgerParams {
  readonly format: 'csv' | 'svg' | 'html';
}

export interface Ledger {
  readonly series: string;
  readonly person: string;
  readonly issuer: string;
  /** A filing stands here by a name alone. */
  readonly byName: boolean;
  readonly holdings: readonly LedgerHolding[];
}

export interface LedgerHolding {
  /** `Common Stock, indirect (By Family Trust)`. */
  readonly title: string;
  readonly securityTitle: string;
  readonly table: 'nonDerivativeTable' | 'derivativeTable';
  readonly indirect: boolean;
  /** In the order in which they were made. */
  readonly steps: readonly LedgerStepShown[];
}

/** A row of a filing. Days are as 2023-03-07, null where none can be read. */
export interface LedgerStepShown {
  readonly uri: string | null;
  /** From 0. */
  readonly line: number;
  readonly file: string;
  readonly filed: string | null;
  readonly traded: string | null;
  readonly code: string;
  /** `+1,200`. */
  readonly change: string;
  /** `48,310`. */
  readonly left: string;
  /** The same for a drawing; null where it is no number of shares, or does not count. */
  readonly shares: number | null;
  /** It does not go on from the filing before. */
  readonly apart: boolean;
  /** What is to be said of it: a gap, a split, an amendment. */
  readonly remark: string;
}
