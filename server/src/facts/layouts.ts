/**
 * The layouts that a Form 4 comes in, one row each: what a check or a feature must know of a layout is a column here.
 * Only the XML is laid down by the SEC. Of the others a column says how accepted filings and their printed copies stand.
 */
interface LayoutFacts {
  /**
   * How one cell is told from the next: by a character between them, by its place on the page, or by its tags.
   * A separated cell may grow, or have something drawn beside it, without moving the others; a separator may be lost.
   * In a fixed place an edit would move what stands behind it.
   */
  readonly cells: 'separated' | 'fixed' | 'xml' | 'html';
  /** The character between separated cells. */
  readonly separator: '\t' | '|' | undefined;
  /** What an empty cell of a row looks like between its separators. */
  readonly emptyCell: '' | '  ';
  /** The lines are rows and notes that can be written anew one by one. */
  readonly writable: boolean;
  /**
   * What column 5 of Table I states: the holding after each row, or what was owned at the end of the month, on the last
   * row of a class or on each, as forms did before August 2002.
   */
  readonly totals: 'running' | 'monthly';
  /** What box 3 states: the day of the earliest transaction, or, before 2003, the month that the form is for. */
  readonly period: 'day' | 'month';
  /** Dates stand as EDGAR has them, or as whoever made the page prints them. */
  readonly dates: 'edgar' | 'printed';
  /** Which check boxes are printed. */
  readonly boxes: 'all' | 'ticked';
  /** Values are written as the form has them, or as the Markdown dialect does: ISO dates, no commas, a bare dollar sign. */
  readonly values: 'form' | 'dialect';
  /** The language of a document of its own: others beside it keep theirs, as XML does. */
  readonly language: 'form4' | 'xml' | 'html';
}

const SEPARATED = {
  cells: 'separated',
  separator: '|',
  emptyCell: '',
  writable: true,
  totals: 'running',
  period: 'day',
  dates: 'edgar',
  boxes: 'all',
  values: 'form',
  language: 'form4',
} as const;
const PAGE = { ...SEPARATED, cells: 'fixed', separator: undefined, writable: false, dates: 'printed' } as const;
const XML = { ...SEPARATED, cells: 'xml', separator: undefined, writable: false } as const;

/** A new layout is one row here, a line in readers/recognise and a reader. */
const ROWS = {
  /** Tab-separated text. */
  tabbed: { ...SEPARATED, separator: '\t' },
  /** The form with Markdown tables. */
  piped: { ...SEPARATED, emptyCell: '  ' },
  /** A Markdown page in a dialect of its own. */
  markdown: { ...SEPARATED, dates: 'printed', boxes: 'ticked', values: 'dialect' },
  /** The page of a text browser. */
  columns: PAGE,
  /** EDGAR's ownership XML. */
  edgarXml: { ...XML, language: 'xml' },
  /** A complete submission: EDGAR's header with the XML in it. */
  submission: XML,
  /** EDGAR's own web page of the form. */
  html: { ...PAGE, cells: 'html', boxes: 'ticked', language: 'html' },
  /** ASCII text from before 2003. */
  ascii: { ...PAGE, totals: 'monthly', period: 'month', boxes: 'ticked' },
} as const satisfies Record<string, LayoutFacts>;

export type Layout = keyof typeof ROWS;

export const LAYOUTS: Readonly<Record<Layout, LayoutFacts>> = ROWS;
