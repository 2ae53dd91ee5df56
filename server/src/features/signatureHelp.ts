/** All columns of a row with the one under the cursor marked, as a language shows the parameters of a call. */
import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-protocol';
import type { Column, Filing, TableName } from '../filing/model';
import type { Position } from '../text/lines';
import { fieldOfColumn } from './hover/field';
import { placeAt } from './place';

/** Undefined outside of rows. `offsets`: whether the client takes the columns' places in the line instead of their words. */
export function signatureHelp(filing: Filing, position: Position, offsets: boolean): SignatureHelp | undefined {
  const place = placeAt(filing, filing.lines.offset(position));
  if (place?.kind !== 'cell' && place?.kind !== 'marker') return undefined;
  const { row, table, column } = place;
  const columns = table.columns.flat();
  let label = `Table ${row.table === 'derivativeTable' ? 'II' : 'I'}: `;
  const parameters = columns.map((each, index): ParameterInformation => {
    const name = nameOf(row.table, each);
    if (index > 0) label += ' | ';
    const start = label.length;
    label += name;
    const about = fieldOfColumn(row.table, each)?.about;
    return { label: offsets ? [start, label.length] : name, ...(about === undefined ? {} : { documentation: about }) };
  });
  return {
    signatures: [{ label, parameters }],
    activeSignature: 0,
    activeParameter: Math.max(0, columns.indexOf(column)),
  };
}

/** The heading without its instructions: `4. Code`, `5. Amount of Securities Beneficially Owned …`. */
function nameOf(table: TableName, column: Column): string {
  const field = fieldOfColumn(table, column);
  if (!field) return column;
  const item = /^\d{1,2}A?\. /.exec(field.heading)?.[0] ?? '';
  if (field.part !== undefined) return item + field.part;
  return field.heading.replace(/ \((?:Instr|Month)[^()]*\)/g, '').replace(' Following Reported Transaction(s)', '');
}
