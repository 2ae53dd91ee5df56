/** Texts that nobody would write: pieces that mean something to some part of a reader, and filings cut short or spoilt. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';

const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|xml|html?|md)$/.test(name) && !/^(?:large|README)\./.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** Whole filings to cut and to spoil, some of each layout. */
export const FILINGS = [...textsIn('samples'), ...textsIn('test/fixtures'), ...textsIn('test/fixtures/layouts')];

const words = (list: string): string[] => list.split(' ');

/** What has a meaning to some part of a reader, and what no reader expects. */
const PIECES = [
  ...[
    '\t',
    '\t\t\t',
    '\t',
    '\n',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '          ',
    '|',
    '| ',
    ' |',
    '\n| --- |',
    '\\|',
    '\\',
    '\\$',
  ],
  ...[
    '$',
    '\u00a0',
    '\u0000',
    '\ud83d',
    '\udcc8',
    '\u{1F4C8}',
    '\ufeff',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u200b',
    '\u202e',
  ],
  ...[
    '\u2066',
    '\u0130',
    'ß',
    '\u001b[31m',
    '\u0007',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '&',
    '&amp;',
    '&#0;',
    '&#x1F4C8;',
    '&lol;',
  ],
  ...words('<sup> </sup> <sup>(1)</sup> <sup>(1)(2)</sup> <sup>[1]</sup> <sup>(a) (1) [2] (99) (100) (1)(2)(3) *'),
  ...[
    '\n- ',
    '\n1. ',
    '\n(1) ',
    '\n2. see footnotes (1) through (3)',
    '\n(a) ',
    '1.',
    '-',
    '\u2022 ',
    '\n# ',
    '**',
    '__',
  ],
  ...words(
    'A D I S/K P4 Q V K 693 9,503 10,196 1,23 -5 (5) 0 .5 1e9 \\$43.16 $0 03/07/2023 3/7/23 2023-02-30 99/99/9999',
  ),
  ...[
    'G V',
    'S M',
    '9'.repeat(60),
    '00/00/00',
    'Common Stock',
    'By Spouse',
    'weighted average price',
    '(D)',
    '(A) or (D)',
  ],
  ...['Table I - Non-Derivative Securities', 'Table II - Derivative Securities', '\n1. Title of Security (Instr. 3)\t'],
  ...['\nExplanation of Responses:\n', '\nRemarks:', '/s/', '** Signature of Reporting Person', '<u>', '</u>'],
  ...['<input checked>', 'ABC [ ABC ]', 'Director', 'Officer (give title below)', '10% Owner', '[X]', '☒', '\u2611'],
  ...[
    '1. Name and Address of Reporting Person*',
    '2. Issuer Name and Ticker or Trading Symbol',
    '3. Date of Earliest Transaction',
  ],
  ...[
    '4. If Amendment, Date of Original Filed',
    '5. Relationship of Reporting Person(s) to Issuer',
    'FORM 4',
    'UNITED STATES',
  ],
  ...[
    'Check this box if no longer subject',
    'Check this box to indicate that a transaction',
    'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
  ],
  ...[
    '<ownershipDocument>',
    '</ownershipDocument>',
    '<nonDerivativeTable>',
    '<nonDerivativeTransaction>',
    '<value>',
    '</value>',
  ],
  ...[
    '<footnoteId id="F1"/>',
    '<footnote id="F1">',
    '<SEC-DOCUMENT>',
    '<TEXT>',
    '<XML>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml?>',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan="9">',
    '</td>',
    '<html>',
    '<PAGE>',
    '<S>      <C>',
    '------  ------',
  ],
  ...['CONFORMED SUBMISSION TYPE: 4', 'Reminder: Report on a separate line'],
];

/** Any characters. (Strings of fast-check with `unit: 'binary'` took three seconds to be made ready, in each process.) */
const characters = fc
  .array(fc.nat(0x10ffff), { maxLength: 8 })
  .map((codes) => String.fromCodePoint(...codes.filter((code) => code < 0xd800 || code > 0xdfff)));
const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: characters });
/** Any place of a text, as a part of its length. */
export const place = fc.double({ min: 0, max: 1, noNaN: true });
const filing = fc.constantFrom(...FILINGS);

const random = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
/** Any UTF-16 units at all, halves of pairs of surrogates too. */
const noise = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));

const cut = fc.tuple(filing, place, place).map(([text, a, b]) => {
  const [start, end] = [Math.floor(text.length * Math.min(a, b)), Math.ceil(text.length * Math.max(a, b))];
  return b < 0.5 ? text.slice(0, end) : text.slice(start, end);
});

/** Up to twelve places where something is put in, taken out, doubled or moved. */
const spoilt = fc
  .tuple(filing, fc.array(fc.tuple(place, fc.nat(3), fc.nat(40), piece), { minLength: 1, maxLength: 12 }))
  .map(([text, changes]) =>
    changes.reduce((out, [where, kind, length, words]) => {
      const at = Math.floor(where * out.length);
      const taken = out.slice(at, at + length);
      if (kind === 0) return out.slice(0, at) + words + out.slice(at);
      if (kind === 1) return out.slice(0, at) + out.slice(at + length);
      if (kind === 2) return out.slice(0, at) + words + out.slice(at + length);
      return out.slice(0, at) + taken + taken + out.slice(at + length);
    }, text),
  );

/** Two filings, or pieces of them, one behind the other. */
const joined = fc.tuple(fc.oneof(cut, filing), piece, fc.oneof(cut, filing)).map((parts) => parts.join(''));

/** Each kind of text, and which part of a suite's inputs it makes up. */
export const KINDS: readonly { readonly name: string; readonly share: number; readonly text: fc.Arbitrary<string> }[] =
  [
    { name: 'random texts', share: 0.4, text: random },
    { name: 'noise', share: 0.1, text: noise },
    { name: 'filings cut short', share: 0.15, text: cut },
    { name: 'spoilt filings', share: 0.3, text: spoilt },
    { name: 'filings one behind the other', share: 0.05, text: joined },
  ];
