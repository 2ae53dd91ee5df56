/**
 * 20,000 texts that nobody would write, through reader, rules, writer and every feature: nothing throws, and every range
 * lies in the text and does not end before it starts. The same texts each time: a failure shows its seed and its text.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { codeActions } from '../../server/src/features/codeActions';
import { definition } from '../../server/src/features/definition';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { documentHighlight } from '../../server/src/features/documentHighlight';
import { hover } from '../../server/src/features/hover';
import { MARKDOWN, PLAINTEXT } from '../../server/src/features/hover/markup';
import { references } from '../../server/src/features/references';
import type { Filing } from '../../server/src/filing/model';
import { read } from '../../server/src/readers';
import { recognise } from '../../server/src/readers/recognise';
import { check } from '../../server/src/rules/run';
import type { Position, Range } from '../../server/src/text/lines';
import type { Span } from '../../server/src/text/span';
import { toJson } from '../../server/src/writers/json';

const SEED = 20_230_307;
const URI = 'file:///a.form4';

const texts = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && name !== 'large.txt')
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
/** Whole filings to cut and to spoil. */
const FILINGS = [...texts('samples'), ...texts('test/fixtures')];

/** What has a meaning to some part of the reader, and what no reader expects. */
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
    '|',
    '| ',
    ' |',
    '| --- |',
    '\\|',
    '\\',
    '\\$',
    '$',
    '\u00a0',
  ],
  ...[
    '\u0000',
    '\ud83d',
    '\udcc8',
    '\u{1F4C8}',
    '\ufeff',
    '\u2028',
    '\u200b',
    '\u0130',
    'ß',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '<sup>',
    '</sup>',
    '<sup>(1)</sup>',
    '<sup>(1)(2)</sup>',
    '<sup>[1]</sup>',
    '<sup>(a)',
    '(1)',
    '[2]',
    '(99)',
    '(100)',
  ],
  ...['\n- ', '\n1. ', '\n(1) ', '\n2. see footnotes (1) through (3)', '\n(a) ', '1.', '-', '\u2022 '],
  ...[
    'A',
    'D',
    'I',
    'S/K',
    'G V',
    'P4',
    'Q',
    'V',
    'K',
    'S M',
    '693',
    '9,503',
    '10,196',
    '1,23',
    '-5',
    '(5)',
    '0',
    '.5',
    '1e9',
  ],
  ...['\\$43.16', '$0', '9'.repeat(60), '03/07/2023', '3/7/23', '2023-02-30', '99/99/9999', '00/00/00', 'Common Stock'],
  ...['Table I - Non-Derivative Securities', 'Table II - Derivative Securities', '\n1. Title of Security (Instr. 3)\t'],
  ...[
    '\nExplanation of Responses:\n',
    '\nRemarks:',
    '/s/',
    '** Signature of Reporting Person',
    '<u>',
    '</u>',
    '<input checked>',
  ],
  ...[
    '1. Name and Address of Reporting Person*',
    '2. Issuer Name and Ticker or Trading Symbol',
    'ABC [ ABC ]',
    'Director',
  ],
  ...[
    '3. Date of Earliest Transaction',
    '4. If Amendment, Date of Original Filed',
    '5. Relationship of Reporting Person(s) to Issuer',
  ],
  ...[
    'Officer (give title below)',
    '10% Owner',
    'Check this box if no longer subject',
    'Check this box to indicate that a transaction',
  ],
  ...[
    '<ownershipDocument>',
    'CONFORMED SUBMISSION TYPE: 4',
    'By Spouse',
    'weighted average price',
    'Reminder: Report on a separate line',
  ],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
/** Any place of a text, as a part of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const filing = fc.constantFrom(...FILINGS);

const random = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
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

function sane(filing: Filing, at: Position): void {
  const { text, lines } = filing;
  const inside = ({ start, end }: Span, what: string): void =>
    assert.ok(
      Number.isInteger(start) && 0 <= start && start <= end && end <= text.length,
      `${what}: ${start} to ${end} of ${text.length}`,
    );
  const isPlace = ({ line, character }: Position, what: string): void => {
    const { start, end } = lines.lineSpan(line);
    assert.ok(
      line >= 0 && line < lines.starts.length && character >= 0 && start + character <= Math.max(end, start),
      what,
    );
  };
  const range = (given: Range | undefined, what: string): void => {
    if (!given) return;
    isPlace(given.start, what);
    isPlace(given.end, what);
    assert.ok(lines.offset(given.start) <= lines.offset(given.end), what);
  };
  const findings = check(filing, { today: 20_000, rules: {} });
  for (const { rule, span, related } of findings)
    [span, ...related.map((each) => each.span)].forEach((each) => inside(each, rule));
  const options = {
    uri: URI,
    version: 1,
    documentChanges: false,
    annotations: false,
    resolves: false,
    repair: () => [],
    related: true,
    pageOf: (rule: string) => `d:/${rule}`,
  };
  for (const each of diagnosticsOf(filing, findings, options)) range(each.range, `diagnostic ${each.code}`);
  const all = lines.range({ start: 0, end: text.length });
  for (const { title, edit } of codeActions(filing, findings, all, {}, options))
    edit!.changes![URI]!.forEach((each) => range(each.range, title));
  range(hover(filing, at, MARKDOWN)?.range, 'hover');
  range(hover(filing, at, PLAINTEXT)?.range, 'hover');
  for (const link of definition(filing, at, URI) ?? [])
    [link.originSelectionRange, link.targetRange].forEach((each) => range(each, 'definition'));
  for (const each of references(filing, at, URI, true) ?? []) range(each.range, 'reference');
  for (const each of documentHighlight(filing, at) ?? []) range(each.range, 'highlight');
  JSON.stringify(toJson(filing));
  spansOf(filing, inside);
}

/** Every span in the model, wherever it stands. */
function spansOf(value: object, inside: (span: Span, what: string) => void, what = 'filing'): void {
  for (const [name, each] of Object.entries(value) as [string, unknown][]) {
    if (typeof each !== 'object' || each === null || name === 'lines') continue;
    if ('start' in each && 'end' in each) inside(each as Span, `${what}.${name}`);
    else spansOf(each, inside, name);
  }
}

describe('nothing throws, and every range lies in the text', () => {
  /** Draws texts and two places in each. */
  const holds = (text: fc.Arbitrary<string>, numRuns: number): void =>
    fc.assert(
      fc.property(text, place, place, (text, one, other) => {
        recognise(text);
        const filing = read(text);
        // Where something stands is more telling than the white space between.
        const { span } = filing.nonDerivativeTable.rows[Math.floor(one * filing.nonDerivativeTable.rows.length)] ?? {
          span: { start: 0, end: text.length },
        };
        sane(filing, filing.lines.position(Math.floor(span.start + other * (span.end - span.start))));
        const at = filing.lines.position(Math.floor(one * text.length));
        for (const markup of [MARKDOWN, PLAINTEXT]) hover(filing, at, markup);
        definition(filing, at, URI);
        references(filing, at, URI, false);
        documentHighlight(filing, at);
      }),
      { seed: SEED, numRuns },
    );

  it('in 8,000 random texts', () => holds(random, 8000));
  it('in 4,000 filings cut short', () => holds(cut, 4000));
  it('in 8,000 spoilt filings', () => holds(spoilt, 8000));
}).timeout(120_000);
