/** Every layout that a filing can be written in: for the command line, and for a client that asks. */
import type { Filing } from './filing/model';
import type { Converted, ConvertParams, Received } from './protocol';
import type { Snapshot } from './documents';
import { DATA_SET_TABLES, DataSet } from './writers/csv';
import { SCHEMAS, writeOwnershipXml, type Gap, type Schema } from './writers/edgarXml';
import { toJson } from './writers/json';
import { writePiped } from './writers/piped';
import { writePrinted } from './writers/printed';
import { writeText } from './writers/text';

export interface Written {
  readonly text: string;
  /** What a person has to fill in or look at; each is a comment of the text too. Always empty but for `xml`. */
  readonly gaps: readonly Gap[];
}

interface Writer {
  readonly languageId: string;
  /** What the name of a file in this layout ends with. */
  readonly extension: string;
  write(filing: Filing, schema: Schema): Written;
}

const whole = (write: (filing: Filing) => string): Writer['write'] => {
  return (filing) => ({ text: write(filing), gaps: [] });
};

/** The layouts that hold one filing, by the name that `form4 convert --to` gives them. */
export const WRITERS = {
  xml: {
    languageId: 'xml',
    extension: '.xml',
    write: (filing, schema) => {
      const { xml, gaps } = writeOwnershipXml(filing, schema);
      return { text: xml, gaps };
    },
  },
  text: { languageId: 'form4', extension: '.txt', write: whole(writeText) },
  piped: { languageId: 'form4', extension: '.md', write: whole(writePiped) },
  html: { languageId: 'html', extension: '.html', write: whole(writePrinted) },
} as const satisfies Record<string, Writer>;
export type SingleTarget = keyof typeof WRITERS;

export const isSingleTarget = (to: unknown): to is SingleTarget => typeof to === 'string' && Object.hasOwn(WRITERS, to);

/** All that `form4 convert --to` takes: those of one filing, and those that hold as many as there are. */
export const TARGETS = ['xml', 'text', 'piped', 'html', 'json', 'csv', 'tsv'] as const;
export type Target = (typeof TARGETS)[number];

/** `form4/convert`; null where there is no such layout, schema or table. */
export function converted(snapshot: Snapshot, params: Received<ConvertParams, 'position'>): Converted | null {
  const { to, schema = 'X0609', table, position, filing: nth } = params;
  if (isSingleTarget(to)) {
    const wanted = SCHEMAS.find((one) => one === schema);
    if (!wanted) return null;
    const filing = snapshot.filings[Number(nth) - 1] ?? (position ? snapshot.at(position) : snapshot.filing);
    const { languageId, write } = WRITERS[to];
    return { ...write(filing, wanted), languageId, ...(filing.part && { filing: filing.part.number }) };
  }
  if (to === 'json') {
    const all = snapshot.filings.map(toJson);
    const text = JSON.stringify(all.length === 1 ? all[0] : all, undefined, 2) + '\n';
    return { text, languageId: 'json', gaps: [] };
  }
  const wanted = to === 'csv' ? DATA_SET_TABLES.find((one) => one === table) : undefined;
  if (!wanted) return null;
  const set = new DataSet();
  for (const one of snapshot.filings) set.add(one);
  return { text: set.write(wanted, 'csv'), languageId: 'csv', gaps: [] };
}
