/** What stands below the tables: notes, remarks, signatures, and what was not read. */
import { PART_NAMES } from '../../filing/howRead';
import type { Filing } from '../../filing/model';
import { sourceText } from '../../filing/passwords';
import { citationsOf } from '../../filing/queries';
import { printedDate } from '../words';
import { formCell, labelOf, wordCell } from './cells';
import type { FormCell, FormNote, FormSignature, FormUnread } from './model';

export function notes(filing: Filing, most: number): FormNote[] {
  const cited = new Map<string, string[]>();
  for (const { marker, row, column } of citationsOf(filing)) {
    const label = marker.number === undefined ? marker.label : String(marker.number);
    const address = `${row.table}/${row.index}/${column}`;
    const known = cited.get(label);
    if (!known) cited.set(label, [address]);
    else if (known.at(-1) !== address) known.push(address);
  }
  const seen = new Set<string>();
  return filing.footnotes.list.slice(0, most).map((note, at) => {
    const label = labelOf(note);
    // Of two notes with one number nobody knows which is meant: the places are told once.
    const places = seen.has(label) ? [] : (cited.get(label) ?? []);
    seen.add(label);
    return { address: `footnote/${at}`, label, text: note.text, span: note.span, cited: places };
  });
}

export const remarks = (filing: Filing): FormCell | undefined =>
  filing.remarks && wordCell(filing, 'remarks', filing.remarks);

export const signatures = (filing: Filing): FormSignature[] =>
  filing.ownerSignatures.map(({ signatureName, signatureDate }, at) => ({
    name: wordCell(filing, `ownerSignature/${at}/signatureName`, signatureName),
    date: formCell(filing, `ownerSignature/${at}/signatureDate`, signatureDate, printedDate(filing, signatureDate)),
  }));

/** Of a stretch that was not read this much is shown; how much more there is is said. */
const MOST_UNREAD_CHARACTERS = 4000;

export const unread = (filing: Filing): FormUnread[] =>
  filing.unread.map(({ part, span, lines, rows }, at) => {
    const { start, end } = span;
    const shown = Math.min(end, start + MOST_UNREAD_CHARACTERS);
    return {
      address: `unread/${at}`,
      part,
      partName: PART_NAMES[part],
      span,
      line: filing.lines.lineAt(start) + 1,
      lines,
      text: sourceText(filing, { start, end: shown }),
      more: end - shown,
      ...(rows && rows.length > 0 && { inRows: true as const }),
    };
  });
