import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { LEGEND } from '../../../server/src/features/names';
import { semanticTokens } from '../../../server/src/features/semanticTokens';
import { TokenDeltas } from '../../../server/src/features/tokenDeltas';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import { filingAround } from '../harness';

/** `693 number amount`, one line a token; every token is checked to lie on its line and behind the one before. */
function shown(filing: Filing, data: readonly number[]): string[] {
  const out: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, modifiers] = data.slice(at, at + 5) as [number, number, number, number, number];
    assert.ok(down > 0 || at === 0 || right > 0, 'no two tokens in one place');
    line += down;
    character = down > 0 ? right : character + right;
    const { start, end } = filing.lines.lineSpan(line);
    assert.ok(start + character + length <= end, 'a token ends on its line');
    const names = LEGEND.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    const words = filing.text.slice(start + character, start + character + length);
    out.push([words, LEGEND.tokenTypes[type], ...names].join(' '));
  }
  return out;
}
const tokens = (example: string): string[] => {
  const filing = read(filingAround(example));
  return shown(filing, semanticTokens([filing])).filter((token) => !token.includes(' comment'));
};

describe('semantic tokens', () => {
  it('name the column of each value, and holdings', () => {
    assert.deepEqual(
      tokens(`
| Common Stock | 03/07/2022 |  | S/K | V | 693 | D | \\$43.16 | 10,196 | I | By Trust |
| Common Stock |  |  |  |  |  |  |  | 597 | D |  |`),
      [
        'Common Stock variable',
        '03/07/2022 number date',
        'S/K keyword code',
        'V keyword code',
        '693 number amount',
        'D enumMember side',
        '43.16 number price',
        '10,196 number total',
        'I enumMember ownership',
        'By Trust string',
        'Common Stock variable holding',
        '597 number total holding',
        'D enumMember ownership holding',
      ],
    );
  });
  it('leave a letter that the form does not have to the colour of what is wrong', () => {
    const row = (code: string, v: string, side: string, ownership: string): string =>
      `| Common Stock | 03/07/2022 |  | ${code} | ${v} | 693 | ${side} | \\$0 | 9 | ${ownership} |  |`;
    const letters = tokens(row('Q', 'X', 'B', 'E')).filter((token) => /^[A-Z] /.test(token));
    assert.deepEqual(letters, []);
    assert.ok(!tokens(row('V', '', 'A', 'D')).some((token) => token.startsWith('V ')));
    assert.ok(!tokens(row('S/Q', '', 'D', 'D')).some((token) => token.startsWith('S/Q ')));
  });
  it('tell a marker that has its footnote from one that has none', () => {
    const list = tokens(
      '| Common Stock | 03/07/2022 |  | A |  | 1 <sup>(1)(2)</sup> | A | \\$0 | 9 | D |  |\n- A note.',
    );
    assert.deepEqual(
      list.filter((token) => token.includes('function')),
      ['(1) function', '(2) function undefined', '- function declaration'],
    );
  });
  it('dim the words of the form', () => {
    const filing = read(filingAround(''));
    const dim = shown(filing, semanticTokens([filing])).filter((token) => token.endsWith(' comment'));
    assert.deepEqual(
      dim.map((token) => token.slice(0, 12)),
      ['OMB APPROVAL', 'OMB Number:\t', 'Estimated av', 'Filed pursua', 'Reminder: Re'],
    );
  });
  it('know the columns of a table that only the reader can count', () => {
    const filing = read(readFileSync('test/fixtures/layouts/columns.txt', 'utf8'));
    const list = shown(filing, semanticTokens([filing]));
    for (const token of ['48.11 number price', '20,600 number total', '900 number amount', 'M keyword code'])
      assert.ok(list.includes(token), `${token} in\n${list.join('\n')}`);
  });
  it('are sound in every layout', () => {
    for (const name of ['edgarXml.xml', 'html.html', 'markdown.md', 'submission.txt']) {
      const filing = read(readFileSync(`test/fixtures/layouts/${name}`, 'utf8'));
      assert.ok(shown(filing, semanticTokens([filing])).length > 30, name);
    }
    assert.deepEqual(semanticTokens([read('')]), []);
  });
  it('of a range are those of its lines', () => {
    const filing = read(filingAround('| Common Stock | 03/07/2022 |  | A |  | 1 | A | \\$0 | 9 | D |  |\n- A note.'));
    const start = filing.lines.position(filing.text.indexOf('| A |'));
    const list = shown(filing, semanticTokens([filing], { start, end: start }));
    assert.deepEqual(list[0], 'Common Stock variable');
    assert.equal(list.length, 8);
  });
});

describe('token deltas', () => {
  const A = [0, 0, 1, 2, 0, 1, 0, 3, 2, 0, 1, 0, 5, 4, 0];
  const applied = (data: readonly number[], { edits }: SemanticTokensDelta): number[] =>
    edits.reduceRight(
      (out, { start, deleteCount, data: added = [] }) => [
        ...out.slice(0, start),
        ...added,
        ...out.slice(start + deleteCount),
      ],
      [...data],
    );
  for (const [what, after] of [
    ['nothing', A],
    ['a length', A.map((number, at) => (at === 7 ? 4 : number))],
    ['a token more', [...A.slice(0, 5), 0, 2, 1, 1, 0, ...A.slice(5)]],
    ['a token twice', [...A.slice(0, 10), ...A.slice(5)]],
    ['a token less', A.slice(5)],
    ['the last', A.slice(0, 10)],
    ['all', []],
  ] as const)
    it(`tell what is another: ${what}`, () => {
      const deltas = new TokenDeltas();
      const { resultId } = deltas.full('a', A);
      const answer = deltas.delta('a', resultId!, [...after]) as SemanticTokensDelta;
      assert.ok(answer.edits.length <= 1);
      assert.deepEqual(applied(A, answer), after);
      assert.notEqual(answer.resultId, resultId);
      for (const { start, deleteCount, data = [] } of answer.edits)
        assert.deepEqual([start % 5, deleteCount % 5, data.length % 5], [0, 0, 0]);
    });
  it('tell all where the client has another state, or the document was forgotten', () => {
    const deltas = new TokenDeltas();
    const { resultId } = deltas.full('a', A);
    assert.ok('data' in deltas.delta('a', 'other', A));
    deltas.forget('a');
    assert.ok('data' in deltas.delta('a', resultId!, A));
  });
});
