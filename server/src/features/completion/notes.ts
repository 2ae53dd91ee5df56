/** Footnotes that filings need again and again, with places for what only the filer knows. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { LAYOUTS } from '../../facts/layouts';
import type { Filing } from '../../filing/model';
import { labelLike } from '../../rules/footnotes/edits';
import { WORDS as UNDERTAKING } from '../../rules/prices/averageUndertaking';
import type { Span } from '../../text/span';
import { nameOf, phrasesIn, piecesOf } from './phrases';
import { insertion, place, type Piece } from './pieces';

const SNIPPET: CompletionItemKind = 15;

/** The wording is ours; what it must say: SEC staff letter of 25 June 2008, and General Instruction 10 for the plan. */
function notes({ layout }: Filing): readonly { readonly label: string; readonly pieces: readonly Piece[] }[] {
  const dollar = LAYOUTS[layout].values === 'dialect' ? '$' : '\\$';
  return [
    {
      label: 'Weighted average price',
      pieces: [
        'The price is the weighted average of several ',
        place('sales', 'purchases'),
        ` at prices from ${dollar}`,
        place(),
        ` to ${dollar}`,
        place(),
        `, inclusive.${UNDERTAKING}`,
      ],
    },
    {
      label: 'Rule 10b5-1 plan',
      pieces: [
        'The ',
        place('sales', 'purchases', 'transactions'),
        ' reported here were made under a Rule 10b5-1 trading plan that the reporting person adopted on ',
        place(),
        '.',
      ],
    },
    {
      label: 'Shares withheld for taxes',
      pieces: ['Shares withheld by the issuer to pay the taxes that were due on the vesting of restricted shares.'],
    },
    {
      label: 'Restricted shares granted',
      pieces: [
        'Restricted shares granted under the issuer’s ',
        place('equity plan'),
        '. They vest in ',
        place('three'),
        ' equal annual parts, the first of them on ',
        place(),
        '.',
      ],
    },
  ];
}

/** A line of the list that has no more than a label, or not even that, or what a new footnote begins with. */
const LABEL = /^[ \t]{0,3}(-|\d{1,2}\.|\(\d{1,2}\))?[ \t]{0,9}(?:\[Explain here\])?$/;

/**
 * Notes for a line of the list that is still blank, written with the next label of the list, or with its own.
 * @param phrases what other filings of the same issuer say, the most used first
 */
export function noteItems(
  filing: Filing,
  line: Span,
  snippets: boolean,
  phrases: readonly string[] = [],
): CompletionItem[] {
  const { text, footnotes } = filing;
  const words = text.slice(line.start, line.end);
  const match = LABEL.exec(words);
  if (!match) return [];
  const [model] = footnotes.list;
  const next = footnotes.list.reduce((most, { number }) => Math.max(most, number ?? 0), 0) + 1;
  const label = match[1] === undefined ? (model ? labelLike(filing, model, next) : '- ') : `${match[1]} `;
  const own = new Set(phrasesIn(filing));
  const house = phrases
    .filter((phrase) => !own.has(phrase))
    .map((phrase) => ({ label: nameOf(phrase), pieces: piecesOf(phrase) }));
  return [...notes(filing), ...house].map(({ label: name, pieces }) => ({
    label: `Footnote: ${name}`,
    kind: SNIPPET,
    filterText: `${words}${name}`,
    ...insertion(filing, line, [label, ...pieces], snippets),
  }));
}
