/** A filing written in another layout, for a client that asks. */
import type { Position } from './text/lines';
import type { Snapshot } from './documents';
import { DATA_SET_TABLES, DataSet } from './writers/csv';
import { SCHEMAS, writeOwnershipXml, type Gap } from './writers/edgarXml';
import { toJson } from './writers/json';
import { writePiped } from './writers/piped';
import { writePrinted } from './writers/printed';
import { writeText } from './writers/text';

/** What a client sends with `form4/convert`; any of it may be anything. */
export interface ConvertParams {
  readonly uri?: unknown;
  /** One of `xml`, `text`, `piped`, `html`, `json`, `csv`, as `form4 convert --to` calls them. */
  readonly to?: unknown;
  /** For `xml`: the version of EDGAR's schema; X0609 where it is left out. */
  readonly schema?: unknown;
  /** For `csv`: which table of the SEC's data sets. */
  readonly table?: unknown;
  /** Where in a text of several filings; its first where it is left out. Json and csv take all of them. */
  readonly position?: Position;
}

export interface Converted {
  readonly text: string;
  readonly languageId: string;
  /** What a person has to fill in or look at; each is a comment of the text too. Always empty but for `xml`. */
  readonly gaps: readonly Gap[];
}

/** `form4/convert`; null where there is no such layout, schema or table. */
export function converted(snapshot: Snapshot, params: ConvertParams): Converted | null {
  const { to, schema = 'X0609', table, position } = params;
  const filing = position ? snapshot.at(position) : snapshot.filing;
  const plain = (languageId: string, text: string): Converted => ({ text, languageId, gaps: [] });
  switch (to) {
    case 'xml': {
      const wanted = SCHEMAS.find((one) => one === schema);
      if (!wanted) return null;
      const { xml, gaps } = writeOwnershipXml(filing, wanted);
      return { text: xml, languageId: 'xml', gaps };
    }
    case 'text':
      return plain('form4', writeText(filing));
    case 'piped':
      return plain('form4', writePiped(filing));
    case 'html':
      return plain('html', writePrinted(filing));
    case 'json': {
      const all = snapshot.filings.map(toJson);
      return plain('json', JSON.stringify(all.length === 1 ? all[0] : all, undefined, 2) + '\n');
    }
    case 'csv': {
      const wanted = DATA_SET_TABLES.find((one) => one === table);
      if (!wanted) return null;
      const set = new DataSet();
      for (const one of snapshot.filings) set.add(one);
      return plain('csv', set.write(wanted, 'csv'));
    }
    default:
      return null;
  }
}
