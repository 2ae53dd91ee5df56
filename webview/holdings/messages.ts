/** What the view of holdings over time and the extension say to each other. */
import type { Ledger, LedgerHolding, LedgerList, LedgerStepShown } from '../../server/src/protocol';
import { flag, list, oneOf, optional, shape, text, whole, type Guard, type Guards } from '../guards';
import { words, type Words } from '../words';

/** From the view. */
export type FromHoldings =
  | { readonly kind: 'ready' }
  | { readonly kind: 'choose'; readonly series: string }
  /** To the row of a filing, by its place in what is shown. */
  | { readonly kind: 'go'; readonly series: string; readonly holding: number; readonly step: number }
  | { readonly kind: 'keep'; readonly series: string; readonly as: 'csv' | 'svg' | 'html' };

/** To the view. */
export type ToHoldings =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'list'; readonly list: LedgerList }
  | { readonly kind: 'ledger'; readonly ledger: Ledger };

export const FROM_HOLDINGS: Guards<FromHoldings> = {
  ready: shape({}),
  choose: shape({ series: text }),
  go: shape({ series: text, holding: whole, step: whole }),
  keep: shape({ series: text, as: oneOf('csv', 'svg', 'html') }),
};

const nullable =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);
/** A day as 2023-03-07: the drawing measures with it. */
const day: Guard<string> = (value): value is string => text(value) && Number.isFinite(Date.parse(`${value}T00:00:00Z`));
const finite: Guard<number> = (value): value is number => Number.isFinite(value);

const step: Guard<LedgerStepShown> = shape<LedgerStepShown>({
  uri: nullable(text),
  line: finite,
  file: text,
  filed: nullable(day),
  traded: nullable(day),
  code: text,
  change: text,
  left: text,
  shares: nullable(finite),
  apart: flag,
  remark: text,
});
const holding: Guard<LedgerHolding> = shape<LedgerHolding>({
  title: text,
  securityTitle: text,
  table: oneOf('nonDerivativeTable', 'derivativeTable'),
  indirect: flag,
  steps: list(step),
});
const ledger: Guard<Ledger> = shape<Ledger>({
  series: text,
  person: text,
  issuer: text,
  byName: flag,
  holdings: list(holding),
});
const series = list(shape<LedgerList['series'][number]>({ key: text, person: text, issuer: text, filings: whole }));

export const TO_HOLDINGS: Guards<ToHoldings> = {
  words: shape({ words }),
  list: shape({ list: shape<LedgerList>({ series, own: optional(text) }) }),
  ledger: shape({ ledger }),
};
