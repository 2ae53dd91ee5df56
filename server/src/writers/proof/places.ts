/** What the things of a form are called, to somebody who has it on paper. */
import type { FormHeading, FormTable, PrintedForm } from '../printedForm/model';

/** `4. Price`, `5. Amount of Securities …`. */
export const columnWords = ({ item, part }: FormHeading): string => {
  const number = /^\d+A?/.exec(item)?.[0] ?? '';
  return part === '' ? item.replace(/ \((?:Instr|Month)[^()]{0,40}\)/g, '') : `${number}. ${part}`;
};

const TABLES = { nonDerivativeTable: 'Table I', derivativeTable: 'Table II' } as const;
const ROWS = /^(nonDerivativeTable|derivativeTable)\/(\d+)(?:\/(\w+))?$/;

/** `Table I, row 3, 4. Price`, `box 3`, `footnote 2`: the place of an address in words. */
export function placeWords(form: PrintedForm, address: string): string {
  const [, table, row, column] = ROWS.exec(address) ?? [];
  if (table) {
    const { headings } = form[table as keyof typeof TABLES];
    const heading = headings.find((one) => one.column === column);
    return [
      `${TABLES[table as keyof typeof TABLES]}, row ${Number(row) + 1}`,
      ...(heading ? [columnWords(heading)] : []),
    ].join(', ');
  }
  const [first = '', nth, name = ''] = address.split('/');
  switch (first) {
    case 'notSubjectToSection16':
      return 'the box on Section 16';
    case 'aff10b5One':
      return 'the 10b5-1 box';
    case 'reportingOwner':
      return `${/^(?:is|officer|other)/.test(name) ? 'box 5' : 'box 1'}${form.owners.length > 1 ? `, reporting person ${Number(nth) + 1}` : ''}`;
    case 'issuer':
      return 'box 2';
    case 'periodOfReport':
      return 'box 3';
    case 'dateOfOriginalSubmission':
      return 'box 4';
    case 'jointFiling':
      return 'box 6';
    case 'footnote': {
      const label = form.notes[Number(nth)]?.label;
      return label ? `footnote ${label}` : 'a footnote without a number';
    }
    case 'remarks':
      return 'the remarks';
    case 'ownerSignature':
      return 'the signature';
    case 'unread':
      return form.unread[Number(nth)]?.partName ?? 'the form';
    default:
      return 'the form';
  }
}

export const tableNameOf = ({ name }: FormTable): string => TABLES[name];
