/** Filing → what the ledger keeps of it. */
import { isOneOfSeveral } from '../filing/continued';
import { classOf, holdingOf, sameWords } from '../filing/holdings';
import type { Cell, Filing, Row } from '../filing/model';
import { priceRanges } from '../filing/priceRanges';
import { lastSigned, rowsOf, spanOfRow } from '../filing/queries';
import { dayOf, isoDate, type Day } from '../text/days';
import { plain } from '../text/decimal';
import { submissionHeader } from '../writers/unprinted';
import { elsewhereIn, partingsIn, speaksOfElsewhere, takesBack } from './elsewhere';
import type { Entry, EntrySource, Step } from './entry';
import { numbersOf, withoutLink } from './numbers';

/**
 * What the ledger keeps of a filing of any layout.
 * @param source where it was read from
 * @param lines how many lines stand before its text in the file that it was read from
 */
export function entryOf(filing: Filing, source: EntrySource, lines = 0): Entry {
  const { issuer, periodOfReport, dateOfOriginalSubmission, documentType } = filing;
  const { accessionNumber, filed } = submissionHeader(filing);
  const notes = new Notes(filing);
  return {
    key: keyOf(accessionNumber, source),
    source,
    documentType,
    ...partiesOf(filing),
    issuerTradingSymbol: issuer.issuerTradingSymbol.value ?? '',
    filed: filed === '' ? undefined : dayIn(filed),
    accessionNumber: accessionNumber === '' ? undefined : accessionNumber,
    signed: lastSigned(filing),
    periodOfReport: periodOfReport.value,
    dateOfOriginalSubmission: dateOfOriginalSubmission.value,
    oneOfSeveral: isOneOfSeveral(filing),
    elsewhere: elsewhereIn(filing),
    withdraws: takesBack(filing),
    ranges: filing.footnotes.list.flatMap((note) => (priceRanges(filing, note).length > 0 ? [note.text] : [])),
    partings: partingsIn(filing),
    steps: rowsOf(filing).map((row) => stepOf(filing, row, notes, lines)),
  };
}

/** Who files, and for which company: what tells to which series a filing belongs. */
export function partiesOf(filing: Filing): Pick<Entry, 'issuer' | 'reportingOwners'> {
  const numbers = numbersOf(filing);
  return {
    issuer: { cik: numbers.issuer, name: withoutLink(filing.issuer.issuerName.value ?? '') },
    reportingOwners: filing.reportingOwners.map(({ rptOwnerName }, at) => ({
      cik: numbers.owners[at],
      name: withoutLink(rptOwnerName.value ?? ''),
    })),
  };
}

/** The accession number, else the hash of the text, else the path; of a file that holds several with the number of the filing. */
function keyOf(accession: string, { path, filing, hash }: EntrySource): string {
  if (accession !== '') return accession;
  return (hash ?? path) + (filing === undefined ? '' : `#${filing}`);
}

const dayIn = (digits: string): Day | undefined =>
  dayOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));

function stepOf(filing: Filing, row: Row, notes: Notes, lines: number): Step {
  const { securityTitle, directOrIndirectOwnership: form, natureOfOwnership: nature } = row;
  const total = row.sharesOwnedFollowingTransaction;
  return {
    table: row.table,
    row: row.index,
    line: filing.lines.lineAt(spanOfRow(row).start) + 1 + lines,
    kind: row.kind,
    securityTitle: securityTitle.value ?? '',
    directOrIndirectOwnership: form.value ?? '',
    natureOfOwnership: nature.value ?? '',
    holding: holdingOf(row),
    words: wordsOf(row),
    holder: notes.wordsOf(form, nature),
    titled: notes.wordsOf(securityTitle),
    transactionDate: row.transactionDate.value,
    transactionCode: row.transactionCode.value ?? '',
    transactionShares: row.transactionShares.value,
    transactionAcquiredDisposedCode: row.transactionAcquiredDisposedCode.value ?? '',
    transactionPricePerShare: row.transactionPricePerShare.value,
    sharesOwnedFollowingTransaction: total.value,
    dollars: total.dollars === true,
    noted: [securityTitle, row.transactionShares, total].some((cell) => notes.speakOfElsewhere(cell)),
    grant: grantOf(row),
  };
}

/** The notes of a filing as its cells cite them. Most rows cite the same few: each is looked through once. */
class Notes {
  private readonly texts: ReadonlyMap<number | string, string>;
  private readonly words = new Map<string, string>();
  private readonly elsewhere = new Map<number | string, boolean>();

  constructor({ footnotes }: Filing) {
    this.texts = new Map(footnotes.list.map(({ number, label, text }) => [number ?? label, text]));
  }

  /** The words of the notes that some cells cite. */
  wordsOf(...cells: readonly Cell<unknown>[]): string {
    const cited = cells.flatMap(({ markers }) => markers.map((one) => one.number ?? one.label));
    if (cited.length === 0) return '';
    const key = cited.join();
    let words = this.words.get(key);
    if (words === undefined)
      this.words.set(key, (words = sameWords(cited.map((one) => this.texts.get(one) ?? '').join(' '))));
    return words;
  }

  /** True where a note that a cell cites speaks of shares that no row shows. */
  speakOfElsewhere({ markers }: Cell<unknown>): boolean {
    return markers.some(({ number, label }) => {
      const cited = number ?? label;
      let speaks = this.elsewhere.get(cited);
      if (speaks === undefined) this.elsewhere.set(cited, (speaks = speaksOfElsewhere(this.texts.get(cited) ?? '')));
      return speaks;
    });
  }
}

/** Words of a nature that say the same: "By Spouse", "Spouse", "By the spouse". */
const natureWords = (cell: Cell<string>): string => sameWords(cell.value).replace(/^(?:held )?by (?:the )?/, '');

/** Class, D or I, and nature, in words. */
export const wordsOf = (row: Row): string =>
  `${classKey(classOf(row))}|${row.directOrIndirectOwnership.value ?? ''}|${natureWords(row.natureOfOwnership)}`;

/** A class however it is spelled: `Common Stock`, `Common  Stock,`, `common stocks`. */
const classKey = (words: string): string =>
  words
    .split(' ')
    .map((word) => (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .join(' ');

/** Table II: title, exercise price and dates tell grants apart, as far as anything in a text does. */
function grantOf(row: Row): string {
  if (row.table !== 'derivativeTable') return '';
  const price = row.conversionOrExercisePrice.value;
  const day = (cell: Cell<Day>): string => (cell.value === undefined ? '' : isoDate(cell.value));
  return `${wordsOf(row)}|${price ? plain(price) : ''}|${day(row.exerciseDate)}|${day(row.expirationDate)}`;
}
