/** The first row of a table that has none yet. */
import type { Filing, TableName } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Refusal } from '../operation';
import { insertLines, lineOf } from '../rows/line';
import { endOfHeadings } from '../rows/place';
import { escaped } from './escape';
import { xmlFirstRow } from './xmlRows';

/** A row with its title alone; the rest is typed into its cells. */
export function firstRowEdits(filing: Filing, table: TableName, title: string): readonly Edit[] | Refusal {
  if (filing.xml) return xmlFirstRow(filing, table, title);
  const end = endOfHeadings(filing, table);
  if (end === undefined)
    return { refused: 'Nothing was changed: this text has no headings of the table below which a row would go.' };
  const line = lineOf(filing, table, { securityTitle: escaped(filing, title, false) });
  return [insertLines(filing, end, [line]).edit];
}
