import assert from 'node:assert/strict';
import { filingAround, findings, fixed } from '../../harness';

const row = (code: string, side: string, total = '9,503', amount = '100'): string =>
  `Common Stock\t03/07/2022\t\t${code}\t\t${amount}\t${side}\t\\$10\t${total}\tD`;
const option = (code: string, acquired: string, disposed: string, title = 'Stock Option', underlying = '500'): string =>
  `Table II\n${title}\t\\$20\t03/07/2022\t\t${code}\t\t${acquired}\t${disposed}\t03/07/2021\t03/07/2032\tCommon Stock\t${underlying}\t\\$1\t5,000\tD`;
const NOTES = '\n- One unit is one share.';
const all = (example: string): string[] =>
  findings(filingAround(example)).map(({ severity, rule }) => `${severity} ${rule}`);
const sides = (example: string): string[] => all(example).filter((one) => /side/.test(one));
const titles = (rule: string, example: string): string[] =>
  findings(filingAround(example))
    .find((found) => found.rule === rule)!
    .fixes()
    .map(({ title, preferred }) => (preferred ? `* ${title}` : title));

describe('code-side', () => {
  it('has the severities of each table', () => {
    const wrong: Record<string, [string, string]> = {
      P: ['error', 'warning'],
      S: ['error', 'warning'],
      F: ['error', 'warning'],
      A: ['warning', 'warning'],
      D: ['warning', 'warning'],
      U: ['warning', 'warning'],
      L: ['warning', ''],
      M: ['warning', ''],
    };
    for (const [code, [inI, inII]] of Object.entries(wrong)) {
      const [side, left, right] = 'PALM'.includes(code) ? ['D', '', '500'] : ['A', '500', ''];
      assert.deepEqual(sides(row(code, side)), [`${inI} code-side`], `${code} in Table I`);
      assert.deepEqual(sides(option(code, left, right)), inII ? [`${inII} code-side`] : [], `${code} in Table II`);
    }
  });

  it('is silent for the other codes, on both sides', () => {
    for (const code of ['C', 'G', 'J', 'O', 'X', 'H', 'I', 'W', 'Z', 'E'])
      for (const side of ['A', 'D']) assert.deepEqual(sides(row(code, side)), [], code + side);
  });

  it('is silent in Table II for puts, calls, obligations and shorts, and for nothing that only begins like them', () => {
    for (const title of ['Put Option', 'Call option (obligation to sell)', 'Written puts', 'Short Position'])
      assert.deepEqual(sides(option('S', '500', '', title)), [], title);
    assert.deepEqual(sides(option('S', '500', '', 'Callable Notes')), ['warning code-side']);
    assert.deepEqual(sides(row('S', 'A').replace('Common Stock', 'Put Option')), ['error code-side']);
  });

  it('minds K as little as no K', () => assert.deepEqual(sides(row('S/K', 'A')), ['error code-side']));

  it('is the one finding of its row, and flips first where the totals agree with the code', () => {
    const example = `${row('P', 'A')}\n${row('S', 'A', '9,403')}`;
    assert.deepEqual(all(example), ['error code-side']);
    assert.deepEqual(titles('code-side', example), ['* Change A to D']);
  });

  it('offers the opposite code first where the totals agree with the side', () => {
    const example = `${row('P', 'A')}\n${row('S', 'A', '9,603')}`;
    assert.deepEqual(titles('code-side', example), ['* Change the code to P', 'Change A to D']);
    assert.deepEqual(titles('code-side', `${row('P', 'A')}\n${row('F', 'A', '9,603')}`), ['Change A to D']);
  });

  it('moves the amount of Table II with its markers', () =>
    assert.equal(
      fixed('code-side', option('S', '500 <sup>(1)</sup>', '') + NOTES),
      filingAround(option('S', '', '500 <sup>(1)</sup>') + NOTES),
    ));

  it('is silent where the code or the side is another rule’s matter', () => {
    assert.deepEqual(all(row('Q', 'D')), ['error code-unknown']);
    assert.deepEqual(all(row('P', 'X')), ['error side-invalid']);
  });
});

describe('side-invalid', () => {
  it('prefers what the totals say, then the code, then neither', () => {
    assert.deepEqual(titles('side-invalid', `${row('G', 'A')}\n${row('G', 'X', '9,403')}`), [
      '* Change X to D',
      'Change X to A',
    ]);
    assert.deepEqual(titles('side-invalid', row('S', 'X')), ['* Change X to D', 'Change X to A']);
    assert.deepEqual(titles('side-invalid', row('G', 'X')), ['Change X to A', 'Change X to D']);
    assert.deepEqual(titles('side-invalid', row('G', 'd')), ['* Change d to D']);
    assert.deepEqual(titles('side-invalid', row('G', 'a')), ['* Change a to A']);
  });

  it('silences the sum of its row, and lets the chain go on behind it', () => {
    assert.deepEqual(all(`${row('W', 'A')}\n${row('W', 'X', '1')}`), ['error side-invalid']);
  });

  it('asks for the blank, in a low voice while it is a draft', () => {
    assert.deepEqual(sides(row('S', '')), ['error side-invalid']);
    assert.deepEqual(sides(row('S', '') + '\nSignature:'), ['information side-invalid']);
    assert.deepEqual(sides(option('M', '', '')), ['error side-invalid']);
    assert.deepEqual(sides(option('M', '', '') + '\nSignature:'), ['information side-invalid']);
  });

  it('asks holdings for none', () => {
    assert.deepEqual(all(`${row('S', 'D')}\nCommon Stock\t\t\t\t\t\t\t\t597\tI\tBy Trust`), []);
    const held = option('', '', '').replace('03/07/2022', '').replace('\\$1', '');
    assert.deepEqual(sides(`${row('S', 'D')}\n${held}`), []);
  });

  it('clears the side of Table II that cannot be meant', () => {
    const clears = (...of: Parameters<typeof option>): string[] => titles('side-invalid', option(...of));
    assert.deepEqual(clears('M', '5', '500'), ['* Clear 5 under (A)']);
    assert.deepEqual(
      clears('M', '500', '5'),
      ['* Clear 500 under (A)'],
      'the code goes before the underlying securities',
    );
    assert.deepEqual(clears('A', '500', '5'), ['* Clear 5 under (D)']);
    assert.deepEqual(clears('A', '0', '500'), ['* Clear 0 under (A)'], 'zero is no amount');
    assert.deepEqual(clears('G', '500', '5'), ['* Clear 5 under (D)'], 'the underlying securities repeat it');
    assert.deepEqual(clears('G', '7', '5'), ['Clear 7 under (A)', 'Clear 5 under (D)']);
  });

  it('is one finding where both sides are filled, and where none is', () => {
    assert.deepEqual(sides(option('M', '5', '500')), ['error side-invalid']);
    assert.deepEqual(
      all(option('M', '5', '500')).filter((one) => one.startsWith('error')),
      ['error side-invalid'],
    );
    assert.deepEqual(
      all(option('M', '', '')).filter((one) => one.startsWith('error')),
      ['error side-invalid'],
    );
  });

  it('takes a marker alone under the other heading for no amount', () =>
    assert.deepEqual(sides(option('M', '<sup>(1)</sup>', '500') + NOTES), []));
});
