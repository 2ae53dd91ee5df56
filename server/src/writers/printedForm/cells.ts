/** A value of the form with its place. */
import type { Cell, Filing, Footnote } from '../../filing/model';
import { perFiling } from '../../filing/memo';
import { labelsOf, sourceWords } from '../words';
import type { FormCell } from './model';

/** What a note is cited by: its number, else its letter; '' for none. */
export const labelOf = ({ number, label }: Footnote): string => (number === undefined ? label : String(number));

/** The address of each note by its label, the first where two have the same. */
const notesOf = perFiling<ReadonlyMap<string, string>>(({ footnotes: { list } }) => {
  const addresses = new Map<string, string>();
  list.forEach((note, at) => {
    const label = labelOf(note);
    if (label !== '' && !addresses.has(label)) addresses.set(label, `footnote/${at}`);
  });
  return addresses;
});

/** A cell of the model with the words that the form prints. */
export function formCell(filing: Filing, address: string, cell: Cell<unknown>, words: string): FormCell {
  const { span, cellSpan, markers, value, raw } = cell;
  const labels = markers.length > 0 ? labelsOf(cell) : [];
  return {
    address,
    words,
    ...(markers.length > 0 && {
      markers: markers.map(({ outer }, at) => {
        const note = notesOf(filing).get(labels[at]!);
        return { label: labels[at]!, span: outer, ...(note !== undefined && { note }) };
      }),
    }),
    span,
    whole: cellSpan,
    ...(value === undefined && raw !== '' && { unclear: true as const }),
  };
}

/** A cell of words: what it says or, where that could not be read, how it stands. */
export const wordCell = (filing: Filing, address: string, cell: Cell<string>): FormCell =>
  formCell(filing, address, cell, cell.value ?? (cell.raw === '' ? '' : sourceWords(filing, cell)));
