import { matchesOf } from '../../text/matches';
import type { Filing, TextCell } from '../../filing/model';
import type { Edit, Rule } from '../rule';
import { quote } from '../words';

interface Invisible {
  readonly pattern: RegExp;
  readonly what: string;
  readonly why: string;
}

const INVISIBLE: readonly Invisible[] = [
  {
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    what: 'control character that turns the direction of text',
    why: 'what is seen may not be what is filed',
  },
  {
    pattern: /[\u180e\u200b-\u200d\u2060-\u2064\ufeff]/g,
    what: 'character without width',
    why: 'words that look the same are not',
  },
];

/** Letters of other alphabets that look like Latin ones. */
const TWINS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Ѕ: 'S',
    Т: 'T',
    Х: 'X',
    У: 'Y',
    а: 'a',
    с: 'c',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    о: 'o',
    р: 'p',
    ѕ: 's',
    х: 'x',
    у: 'y',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    ο: 'o',
    ν: 'v',
  }),
);
const OTHER_ALPHABET = /[\u0370-\u052f]/;
/** All that this rule looks for: next to no text has any of it. */
const ANY = /[\u0370-\u052f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const WORD = /[\p{L}\p{M}]+/gu;
/** How many further places a finding shows. */
const MOST_RELATED = 20;

/** Characters that hide what a text says. */
export const trojanText: Rule = {
  id: 'trojan-text',
  family: 'boxes',
  severity: 'warning',
  summary: 'Invisible characters, or look-alike letters in a name or ticker',
  fixable: true,
  safe: true,
  sign: 'unusual',
  check({ filing, report }) {
    if (!ANY.test(filing.text)) return;
    for (const { pattern, what, why } of INVISIBLE) {
      const found = matchesOf(pattern, filing.text).filter(
        ({ index }) => index > 0 || filing.text.charCodeAt(0) !== 0xfeff,
      );
      const [first, ...others] = found.map(({ index }) => ({ start: index, end: index + 1 }));
      if (!first) continue;
      const more = others.length > 0 ? `, ${others.length + 1} in all` : '';
      report({
        span: first,
        message: `Found a ${what} (U+${codePoint(filing.text, first.start)})${more}: ${why}.`,
        related: others.slice(0, MOST_RELATED).map((span) => ({ message: 'another', span })),
        fixes: () => [
          {
            title: others.length > 0 ? 'Remove these characters' : 'Remove this character',
            edits: [first, ...others].map((span): Edit => ({ span, newText: '' })),
            preferred: true,
            safe: true,
          },
        ],
      });
    }
    if (!OTHER_ALPHABET.test(filing.text)) return;
    for (const { cell, name, ticker } of namesOf(filing)) {
      const latin = inLatin(cell.raw, ticker);
      if (latin === cell.raw) continue;
      report({
        cell,
        span: cell.span,
        message: `Expected Latin letters in ${name}; found ${quote(cell.raw)}, in which letters of another alphabet look like Latin ones.`,
        fixes: () => [
          { title: `Write “${latin}” in Latin letters`, edits: [{ span: cell.span, newText: latin }], preferred: true },
        ],
      });
    }
  },
};

const codePoint = (text: string, at: number): string => text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');

interface Name {
  readonly cell: TextCell;
  readonly name: string;
  readonly ticker?: boolean;
}

function namesOf({ issuer, reportingOwners, ownerSignatures }: Filing): Name[] {
  return [
    ...reportingOwners.map(({ rptOwnerName }): Name => ({ cell: rptOwnerName, name: 'the name in box 1' })),
    { cell: issuer.issuerName, name: 'the issuer’s name' },
    { cell: issuer.issuerTradingSymbol, name: 'the trading symbol', ticker: true },
    ...ownerSignatures.map(({ signatureName }): Name => ({ cell: signatureName, name: 'the signature' })),
  ];
}

/** The text with Latin letters for their twins: in words that have Latin letters too, in a ticker everywhere. */
function inLatin(raw: string, everywhere = false): string {
  return raw.replace(WORD, (word) => {
    if (!everywhere && !/[a-z]/i.test(word)) return word;
    return [...word].map((letter) => TWINS.get(letter) ?? letter).join('');
  });
}
