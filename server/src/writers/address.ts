/** The address of box 1 in the pieces of EDGAR's reportingOwnerAddress, as far as a text tells them apart. */
import type { Filing } from '../filing/model';
import { unprintedOf } from './unprinted';
import { sourceWords } from './words';

export interface Address {
  readonly street?: string;
  /** City, state and zip in one piece, as they stand above "(City) (State) (Zip)". */
  readonly place?: string;
  /** The whole address, where nothing tells the street from the place. */
  readonly whole?: string;
}

const BEFORE_STREET = /\((?:last|first|middle)\)/gi;
const STREET = /\(street\)/i;
const PLACE = /\((?:city|state|zip)\)/gi;
export const STREET_ELEMENTS = ['rptOwnerStreet1', 'rptOwnerStreet2'];
export const PLACE_ELEMENTS = [
  'rptOwnerCity',
  'rptOwnerNonUSStateTerritory',
  'rptOwnerState',
  'rptOwnerCountry',
  'rptOwnerZipCode',
];
const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** The address of an owner, parted where the form's own words "(Street)" and "(City)" stand, or the XML's elements. */
export function addressOf(filing: Filing, at: number): Address {
  const known = unprintedOf(filing)?.owners[at]?.address;
  if (known) {
    const joined = (names: readonly string[]): string => squeezed(names.map((name) => known.get(name) ?? '').join(' '));
    return { street: joined(STREET_ELEMENTS), place: joined(PLACE_ELEMENTS) };
  }
  const address = filing.reportingOwners[at]?.address;
  if (!address?.value) return {};
  const words = sourceWords(filing, address)
    .replace(BEFORE_STREET, ' ')
    .replace(/<\/?u>/g, ' ');
  const street = STREET.exec(words);
  if (!street) return { whole: address.value };
  const place = squeezed(words.slice(street.index + street[0].length).replace(PLACE, ' '));
  return { street: squeezed(words.slice(0, street.index)), place };
}

/** EDGAR's two-letter codes for the states, the District of Columbia and Puerto Rico. */
const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR'
  ).split(' '),
);
const ZIP = /^\d{5}(?:-\d{4})?$/;

export interface Place {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/**
 * `PORTLAND ME 04101` in its parts; undefined for any other shape, which a person has to part. Where the street stands
 * before it, `city` holds that too.
 */
export function placeOf(words: string): Place | undefined {
  const parts = words.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  const zip = parts.pop() ?? '';
  const state = parts.pop() ?? '';
  if (!ZIP.test(zip) || !STATES.has(state) || parts.length === 0) return undefined;
  return { city: parts.join(' '), state, zip };
}

/** A street on lines of at most so many characters, parted at blanks; undefined where it takes more than two. */
export function streetLines(street: string, most: number): readonly [string, string] | undefined {
  if (street.length <= most) return [street, ''];
  const at = street.lastIndexOf(' ', most);
  const rest = street.slice(at + 1);
  return at <= 0 || rest.length > most ? undefined : [street.slice(0, at), rest];
}
