/**
 * A filing in plain sentences: who, what was done, what is held after, when. Nothing is made up: every sentence stands for
 * cells of the filing and leads to them, sums are exact, and what cannot be read is said to be so.
 */
import { isForm4Type } from '../facts/forms';
import { PART_NAMES } from '../filing/howRead';
import { whenSaid, whoSaid } from './explainForm';
import { derivativeHoldingsSaid, holdingsSaid } from './explainHoldings';
import { transactionsSaid } from './explainRows';
import type { Sentence } from './explainSentence';
import { plain } from './markdown';
import type { Filing } from '../filing/model';
import type { Day } from '../text/days';
import type { Range } from '../text/lines';
import { visible } from '../text/visible';

export const EXPLANATION_FORMATS = ['markdown', 'text', 'json'] as const;
export type ExplanationFormat = (typeof EXPLANATION_FORMATS)[number];

export interface ExplainInput {
  /** The file's name, as the reader knows it. */
  readonly name: string;
  /** Every filing of the text. */
  readonly filings: readonly Filing[];
  /** Further days on which EDGAR is closed. */
  readonly closed?: ReadonlySet<Day>;
  /** The address of a place in the text, both from 1; undefined where a link would lead nowhere. */
  readonly linkTo?: (line: number, character: number) => string | undefined;
}

interface Section {
  readonly heading: string;
  readonly sentences: readonly Sentence[];
}

/** The explanation of one filing or of all of a text, with a line end at its end. */
export function writeExplanation(input: ExplainInput, format: ExplanationFormat): string {
  if (format === 'json') return JSON.stringify(explanationJson(input), undefined, 2) + '\n';
  const write = format === 'markdown' ? markdown : text;
  return write(input).join('\n') + '\n';
}

function sections(filing: Filing, closed: ReadonlySet<Day> | undefined): Section[] {
  if (!isForm4Type(filing.documentType))
    return [
      {
        heading: 'Another form',
        sentences: [{ text: `This is a Form ${filing.documentType}: Form 4 alone is explained.`, places: [] }],
      },
    ];
  const tableI = filing.nonDerivativeTable.rows;
  const tableII = filing.derivativeTable.rows;
  const done = [...transactionsSaid(filing, tableI), ...transactionsSaid(filing, tableII)];
  const held = [...holdingsSaid(filing), ...derivativeHoldingsSaid(filing)];
  const none = { text: 'It reports no transaction.', places: [] };
  return [
    { heading: 'Who', sentences: whoSaid(filing) },
    { heading: 'What was done', sentences: done.length > 0 ? done : [none] },
    { heading: 'What is held after, as the form states it', sentences: held },
    { heading: 'When', sentences: whenSaid(filing, closed) },
    { heading: 'What could not be read', sentences: unread(filing) },
  ].filter(({ sentences }) => sentences.length > 0);
}

const unread = (filing: Filing): Sentence[] => [
  ...filing.unread.map(({ part, span }) => ({ text: `Not all of ${PART_NAMES[part]} could be read.`, places: [span] })),
  ...filing.problems.map(({ message, span }) => ({ text: message, places: [span] })),
];

/** More places than this are counted. */
const MOST_PLACES = 30;

function markdown({ name, filings, closed, linkTo }: ExplainInput): string[] {
  const out = [`# What this filing says: ${plain(name)}`];
  for (const filing of filings) {
    const deeper = filing.part ? '###' : '##';
    if (filing.part) out.push('', `## Filing ${filing.part.number}`);
    for (const { heading, sentences } of sections(filing, closed)) {
      out.push('', `${deeper} ${heading}`, '');
      for (const one of sentences) {
        const links = placesOf(filing, one).map(({ line, character }) => {
          const address = linkTo?.(line, character);
          const words = String(line);
          return address === undefined ? words : `[${words}](${address})`;
        });
        out.push(`- ${plain(one.text)}${behind(links)}`);
      }
    }
  }
  return out;
}

function text({ name, filings, closed }: ExplainInput): string[] {
  const out = [`What this filing says: ${visible(name)}`];
  for (const filing of filings) {
    if (filing.part) out.push('', `Filing ${filing.part.number}`);
    for (const { heading, sentences } of sections(filing, closed)) {
      out.push('', heading);
      for (const one of sentences) {
        const lines = placesOf(filing, one).map(({ line }) => String(line));
        out.push(`- ${visible(one.text)}${behind(lines)}`);
      }
    }
  }
  return out;
}

function explanationJson({ name, filings, closed }: ExplainInput) {
  return {
    path: name,
    filings: filings.map((filing) => ({
      ...(filing.part ? { filing: filing.part.number } : {}),
      sections: sections(filing, closed).map(({ heading, sentences }) => ({
        heading,
        sentences: sentences.map(({ text, places }) => ({
          text: visible(text),
          ranges: places.map((place): Range => filing.lines.range(place)),
        })),
      })),
    })),
  };
}

/** Lines and characters from 1, each line once. */
function placesOf(filing: Filing, { places }: Sentence): { line: number; character: number }[] {
  const byLine = new Map<number, number>();
  for (const { start } of places) {
    const { line, character } = filing.lines.position(start);
    if (!byLine.has(line)) byLine.set(line, character);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, character]) => ({ line: line + 1, character: character + 1 }));
}

function behind(places: readonly string[]): string {
  if (places.length === 0) return '';
  const more = places.length > MOST_PLACES ? `, and ${places.length - MOST_PLACES} more` : '';
  return ` (${places.length === 1 ? 'line' : 'lines'} ${places.slice(0, MOST_PLACES).join(', ')}${more})`;
}
