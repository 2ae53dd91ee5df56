/** What the columns of a broker's report or a spreadsheet are called, and which of them a row of the form needs. */

export type Field =
  | 'title'
  | 'symbol'
  | 'date'
  | 'deemed'
  | 'code'
  | 'early'
  | 'side'
  | 'amount'
  | 'price'
  | 'total'
  | 'ownership'
  | 'nature'
  | 'currency'
  | 'none';

/** In the order in which a user is asked; what a column is, in words. */
export const FIELDS: readonly { readonly field: Field; readonly label: string }[] = [
  { field: 'none', label: 'Leave it out' },
  { field: 'date', label: 'Date of the trade' },
  { field: 'amount', label: 'Number of shares' },
  { field: 'price', label: 'Price per share' },
  { field: 'side', label: 'Bought or sold, A or D' },
  { field: 'code', label: 'Transaction code of the form' },
  { field: 'title', label: 'Title of the security' },
  { field: 'total', label: 'Shares owned afterwards' },
  { field: 'ownership', label: 'Direct (D) or indirect (I)' },
  { field: 'nature', label: 'Nature of indirect ownership' },
];

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: [
    'title',
    'title of security',
    'security',
    'security name',
    'security title',
    'security description',
    'description',
    'class',
    'class of stock',
  ],
  symbol: ['symbol', 'ticker', 'ticker symbol', 'security symbol'],
  date: [
    'date',
    'trade date',
    'transaction date',
    'execution date',
    'exec date',
    'activity date',
    'date of trade',
    'date of transaction',
    'trade dt',
    'fill date',
  ],
  deemed: ['deemed execution date', 'deemed execution date if any'],
  code: ['code', 'transaction code', 'trans code', 'form 4 code'],
  early: ['v'],
  side: [
    'side',
    'action',
    'buy sell',
    'buy or sell',
    'b s',
    'bs',
    'bought sold',
    'a d',
    'a or d',
    'acquired a or disposed of d',
    'acquired disposed',
    'transaction type',
    'trade type',
    'type',
    'activity',
    'transaction',
  ],
  amount: [
    'shares',
    'number of shares',
    'no of shares',
    'quantity',
    'qty',
    'share quantity',
    'executed quantity',
    'exec qty',
    'fill quantity',
    'fill qty',
    'filled',
    'filled qty',
    'units',
    'volume',
  ],
  price: [
    'price',
    'price per share',
    'unit price',
    'share price',
    'trade price',
    'execution price',
    'exec price',
    'fill price',
    'average price',
    'avg price',
    'price usd',
    'price us',
    'price per share usd',
  ],
  total: [
    'amount of securities beneficially owned following reported transaction s',
    'amount owned following',
    'amount owned following transaction',
    'shares owned following',
    'shares owned following transaction',
    'shares owned',
    'shares owned after',
    'owned after',
    'balance',
    'share balance',
    'holdings after',
  ],
  ownership: [
    'ownership',
    'ownership form',
    'ownership form direct d or indirect i',
    'd i',
    'd or i',
    'direct or indirect',
    'direct indirect',
  ],
  nature: ['nature', 'nature of indirect beneficial ownership', 'nature of indirect ownership', 'nature of ownership'],
  currency: ['currency', 'ccy', 'price currency'],
  none: [
    'time',
    'trade time',
    'execution time',
    'settlement date',
    'settle date',
    'settlement',
    'fees',
    'fee',
    'sec fee',
    'commission',
    'commissions',
    'net',
    'net amount',
    'net proceeds',
    'proceeds',
    'gross',
    'gross amount',
    'gross proceeds',
    'principal',
    'value',
    'market value',
    'total value',
    'total price',
    'cusip',
    'isin',
    'account',
    'account number',
    'account name',
    'order',
    'order id',
    'order number',
    'trade id',
    'execution id',
    'exchange',
    'venue',
    'market',
    'broker',
    'capacity',
    'status',
  ],
};

const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

/** `Price (USD)` and `price_usd` are one name; the number of a column of the form and its instruction are not part of it. */
export function nameOf(heading: string): string {
  return heading
    .slice(0, 200)
    .toLowerCase()
    .replace(/^\d{1,2}a?\. /, '')
    .replace(/\((?:instr|month)[^()]{0,40}\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The field that a heading names; undefined where it is not known. `amount` is money in one report and shares in another. */
export const fieldNamed = (heading: string): Field | undefined => FIELD_OF.get(nameOf(heading));
