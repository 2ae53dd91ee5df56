/** A filing as a list of all that it says, place by place: what an edit of one place must leave as it is. */
import { LAYOUTS } from '../../facts/layouts';
import { FORM_BOXES, FORM_TICKS, OWNER_BOXES, OWNER_TICKS, columnsOfForm, keyOf, rowOfPlace, tickedAt } from './place';
import type { Place, WordsPlace } from './place';
import { cellOfPlace } from './place';
import type { Cell, Filing } from '../../filing/model';
import { wordsOf } from '../../readers/cells/words';
import { unescapeXml } from '../../text/xml';
import { addressOf } from '../../writers/address';

/** The words at a place as a reader sees them: escapes undone, white space collapsed; '' where nothing stands. */
export function shownAt(filing: Filing, place: WordsPlace): string {
  const cell = cellOfPlace(filing, place);
  if (!cell) return '';
  if ('note' in place) return String(cell.value ?? '');
  if ('box' in place && (place.box === 'street' || place.box === 'place')) {
    const { street = '', place: city = '', whole } = addressOf(filing, place.owner ?? 0);
    return place.box === 'street' ? street : (whole ?? city);
  }
  if ('column' in place) return shownCell(filing, place.column, cell, rowOfPlace(filing, place)?.transactionCode);
  if ('signature' in place && place.part === 'signatureName') return String(cell.value ?? '');
  return plainWords(filing, cell.raw);
}

type Code = { readonly equitySwapInvolved: boolean } | undefined;

/** What EDGAR's XML says in elements of their own, the printed form says in one cell. */
function shownCell(filing: Filing, column: string, cell: Cell<unknown>, code: Code): string {
  const words = plainWords(filing, cell.raw);
  if (LAYOUTS[filing.layout].cells !== 'xml' && !filing.xml) return words;
  if (column === 'transactionFormType') return cell.value === 'V' ? 'V' : '';
  if (column === 'transactionCode' && words !== '' && code?.equitySwapInvolved) return `${words}/K`;
  return words;
}

const plainWords = ({ xml }: Filing, raw: string): string => (xml ? squeezed(unescapeXml(raw)) : wordsOf(raw));

/** White space of any kind is one blank. */
export const squeezed = (words: string): string => words.replace(/[\s\u200b]+/g, ' ').trim();

/** Every place of a filing with what it says. Two filings that say the same have the same list. */
export function factsOf(filing: Filing): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  const say = (place: Place, what: string): void => void facts.set(keyOf(place), what);
  for (const table of ['nonDerivativeTable', 'derivativeTable'] as const)
    filing[table].rows.forEach((_, row) => {
      for (const column of columnsOfForm(table)) {
        const place = { table, row, column };
        const cell = cellOfPlace(filing, place);
        if (!cell) continue;
        say(place, shownAt(filing, place));
        facts.set(markersKey(place), cell.markers.map(({ label }) => label).join(' '));
      }
    });
  filing.reportingOwners.forEach((_, owner) => {
    for (const box of OWNER_BOXES) say({ box, owner }, shownAt(filing, { box, owner }));
    for (const tick of OWNER_TICKS) say({ tick, owner }, String(tickedAt(filing, { tick, owner })));
  });
  for (const box of FORM_BOXES) say({ box }, shownAt(filing, { box }));
  for (const tick of FORM_TICKS) say({ tick }, String(tickedAt(filing, { tick })));
  filing.footnotes.list.forEach(({ number, label }, note) => {
    say({ note }, shownAt(filing, { note }));
    facts.set(`footnote/${note}/label`, `${number} ${label}`);
  });
  filing.ownerSignatures.forEach((_, signature) => {
    for (const part of ['signatureName', 'signatureDate'] as const)
      say({ signature, part }, shownAt(filing, { signature, part }));
  });
  facts.set('unread', String(filing.unread.reduce((sum, { lines }) => sum + lines, 0)));
  return facts;
}

/** The name under which the list has the markers of a cell. */
export const markersKey = (place: Place): string => `${keyOf(place)} cites`;

/** The first name whose fact differs, of either list; undefined where they say the same. */
export function firstDifference(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string | undefined {
  for (const [key, what] of a) if (b.get(key) !== what) return key;
  for (const key of b.keys()) if (!a.has(key)) return key;
  return undefined;
}
