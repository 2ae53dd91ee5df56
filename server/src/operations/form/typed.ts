/** What somebody has typed at a place, in the filing's own habits: dates, commas, dollar signs, capitals. */
import type { Cell, Column, DateCell, Filing } from '../../filing/model';
import { dateAs, parseDate } from '../../text/days';
import { grouped, whole } from '../../text/decimal';
import { dateForm, dollarOf, habitsOf } from '../rows/habits';
import { squeezed } from './facts';
import type { WordsPlace } from './place';
import { cellOfPlace } from './place';

type Kind = 'date' | 'shares' | 'price' | 'letters' | 'words';

const KINDS: Readonly<Record<Column, Kind>> = {
  securityTitle: 'words',
  conversionOrExercisePrice: 'price',
  transactionDate: 'date',
  deemedExecutionDate: 'date',
  transactionCode: 'letters',
  transactionFormType: 'letters',
  transactionShares: 'shares',
  acquired: 'shares',
  disposed: 'shares',
  transactionAcquiredDisposedCode: 'letters',
  exerciseDate: 'date',
  expirationDate: 'date',
  underlyingSecurityTitle: 'words',
  underlyingSecurityShares: 'shares',
  transactionPricePerShare: 'price',
  sharesOwnedFollowingTransaction: 'shares',
  directOrIndirectOwnership: 'letters',
  natureOfOwnership: 'words',
};

function kindAt(place: WordsPlace): Kind {
  if ('column' in place) return KINDS[place.column];
  if ('signature' in place) return place.part === 'signatureDate' ? 'date' : 'words';
  if ('note' in place) return 'words';
  return place.box === 'periodOfReport' || place.box === 'dateOfOriginalSubmission' ? 'date' : 'words';
}

/** The words that are to stand there, before anything in them is escaped. What cannot be understood stays as it was typed. */
export function asFiled(filing: Filing, place: WordsPlace, typed: string): string {
  const words = squeezed(typed);
  const cell = cellOfPlace(filing, place);
  switch (kindAt(place)) {
    case 'date':
      return dateAsFiled(filing, cell, words);
    case 'shares':
      return numberAsFiled(filing, cell, words, false);
    case 'price':
      return numberAsFiled(filing, cell, words, true);
    case 'letters':
      return words.length <= LONGEST_LETTERS ? words.toUpperCase() : words;
    case 'words':
      return words;
  }
}

/** `S/K`, `G V`. */
const LONGEST_LETTERS = 4;

function dateAsFiled(filing: Filing, cell: Cell<unknown> | undefined, words: string): string {
  const day = parseDate(words)?.day;
  if (day === undefined) return words;
  if (filing.xml) return dateAs(day, 'iso');
  return dateAs(day, (cell as DateCell | undefined)?.dateForm ?? dateForm(filing));
}

/** A dollar sign or none, digits with commas in groups of three or none, and what stands behind the point. */
const NUMBER = /^(\$ ?)?(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})?(?:\.(\d{1,9}))?$/;

function numberAsFiled(filing: Filing, cell: Cell<unknown> | undefined, words: string, isPrice: boolean): string {
  const match = NUMBER.exec(words);
  const [, sign, units, fraction] = match ?? [];
  if (units === undefined && fraction === undefined) return words;
  const digits = whole(Number((units ?? '0').replaceAll(',', '')));
  const cents = fraction === undefined ? '' : `.${isPrice && fraction.length === 1 ? `${fraction}0` : fraction}`;
  // EDGAR's XML has neither commas nor signs: an element of its own says that a number is in dollars.
  if (filing.xml) return (sign && !isPrice && !cell?.dollars ? '$' : '') + String(digits.digits) + cents;
  const written = cell && cell.raw !== '' && cell.raw.includes(',') ? grouped(digits) : habitsOf(filing).shares(digits);
  const own = cell && cell.raw !== '' && isPrice && cell.problem === undefined;
  const signed = isPrice ? (own ? cell.dollars === true || sign : dollarOf(filing) !== '' || sign) : sign;
  return (signed ? '$' : '') + written + cents;
}
