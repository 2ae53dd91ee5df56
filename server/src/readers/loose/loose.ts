/**
 * A form whose cells nothing parts: what is left where a page was copied or converted and its blank cells were lost. Each
 * table is aligned with its columns by what its words can be, and written over as rows of cells; the rest is copied.
 */
import type { Filing, ReportingOwner, Row, Table } from '../../filing/model';
import { LineIndex } from '../../text/lines';
import { inferredRow } from '../certainty';
import { readProjected } from '../projected';
import { plainOf } from '../projection';
import { withoutBars } from './bars';
import { withoutGrid } from './grid';
import { writeHead } from './head';
import { LoosePage } from './page';
import { signatureLines } from './signed';
import { withoutSpaces } from './spaced';
import { tableOn, writeTable } from './tables';
import { writeTail } from './tail';
import { withoutMarkup } from './markup';

/**
 * Reads a form whose rows have no cells, or have them amid drawn lines or markup.
 * @returns undefined where no table of it has its headings
 */
export function readLoose(text: string, lines: LineIndex): Filing | undefined {
  const drawn = withoutGrid(text, lines) ?? withoutSpaces(text, lines) ?? withoutBars(text, lines);
  const steps = drawn ? [drawn, ...withoutMarkup(drawn.text)] : withoutMarkup(text);
  const last = steps[steps.length - 1];
  const plain = last ? last.text : text;
  let filing = readPlain(plain, last ? new LineIndex(plain) : lines);
  for (let at = steps.length - 1; filing && at >= 0; at--) {
    const before = steps[at - 1];
    filing = steps[at]!.carryBack(filing, before ? new LineIndex(before.text) : lines);
  }
  return filing;
}

function readPlain(text: string, lines: LineIndex): Filing | undefined {
  const page = new LoosePage(text, lines);
  const signed = signatureLines(page);
  const tables = (['nonDerivativeTable', 'derivativeTable'] as const).flatMap(
    (name) => tableOn(page, name, signed) ?? [],
  );
  if (tables.length === 0) return undefined;
  const aligned: Record<string, readonly boolean[]> = {};
  let line = 0;
  for (const table of tables) {
    writeHead(page, line, table.title);
    aligned[table.name] = writeTable(page, table);
    line = table.to;
  }
  writeTail(page, line, signed);
  const read = readProjected(page.projection, 'columns');
  const filing = page.projection.carryBack(read, lines);
  const known = new Set(filing.unread.map(({ part }) => part));
  return {
    ...filing,
    reportingOwners: filing.reportingOwners.map(withoutLooseTitle),
    nonDerivativeTable: inferredRows(filing.nonDerivativeTable, aligned.nonDerivativeTable),
    derivativeTable: inferredRows(filing.derivativeTable, aligned.derivativeTable),
    unread: [...filing.unread, ...page.lost.filter(({ part }) => !known.has(part))],
  };
}

/** On an older page the address follows the roles: it is no title where no role has one. */
const withoutLooseTitle = (owner: ReportingOwner): ReportingOwner =>
  owner.isOfficer || owner.isOther ? owner : { ...(plainOf(owner) as ReportingOwner), officerTitle: undefined };

/** A table in which the rows that were aligned say that the order of their words alone has given them their columns. */
export const inferredRows = <R extends Row>(table: Table<R>, aligned: readonly boolean[] = []): Table<R> => ({
  ...table,
  rows: table.rows.map((row, at) =>
    aligned[at] === false && aligned.length === table.rows.length ? row : inferredRow(row),
  ),
});
