/** Every layout that a filing can be written in: for the command line, and for a client that asks. */
import type { Filing } from '../filing/model';
import { writeOwnershipXml, type Gap, type Schema } from './edgarXml';
import { writePiped } from './piped';
import { writeProof } from './proof/proof';
import { writeText } from './text';

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
  html: { languageId: 'html', extension: '.html', write: whole((filing) => writeProof(filing)) },
} as const satisfies Record<string, Writer>;
export type SingleTarget = keyof typeof WRITERS;

export const isSingleTarget = (to: unknown): to is SingleTarget => typeof to === 'string' && Object.hasOwn(WRITERS, to);

/** All that `form4 convert --to` takes: those of one filing, and those that hold as many as there are. */
export const TARGETS = ['xml', 'text', 'piped', 'html', 'json', 'csv', 'tsv'] as const;
export type Target = (typeof TARGETS)[number];
