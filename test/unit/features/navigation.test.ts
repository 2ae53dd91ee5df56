import assert from 'node:assert/strict';
import { definition } from '../../../server/src/features/definition';
import { documentHighlight } from '../../../server/src/features/documentHighlight';
import { references } from '../../../server/src/features/references';
import { atCursor, textOf } from './cursor';

const URI = 'file:///a.form4';

/** A filing whose note 1 is cited twice, note 2 once and note 3 never; `a` and `b` are put in at two of the markers. */
const filing = (first: string, second: string, notes: string): string => `
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>${first}</sup> | A | \\$0 <sup>(1)(2)</sup> | 9,503 | D |  |
| Common Stock | 03/07/2022 |  | A |  | 10 | A | \\$0 <sup>${second}</sup> | 9,513 | D |  |

${notes}`;
const NUMBERED = '1. One.\n2. Two.\n3. Three.';
const BULLETS = '- One.\n- Two.\n- Three.';

const definedAt = (example: string): string[] | undefined => {
  const { filing, position } = atCursor(example);
  return definition(filing, position, URI)?.map((link) => {
    assert.deepEqual(link.targetRange, link.targetSelectionRange);
    return `${textOf(filing, link.originSelectionRange)} → ${textOf(filing, link.targetSelectionRange)}`;
  });
};
const referredAt = (example: string, declaration: boolean): string[] | undefined => {
  const { filing, position } = atCursor(example);
  return references(filing, position, URI, declaration)?.map(
    ({ range }) => `${textOf(filing, range)}@${range.start.line}`,
  );
};
const lineOf = (example: string, words: string): number => {
  const { filing } = atCursor(example);
  return filing.lines.position(filing.text.indexOf(words)).line;
};

describe('definition', () => {
  it('of a marker is its footnote, numbered or a bullet', () => {
    assert.deepEqual(definedAt(filing('(‸1)', '(1)', NUMBERED)), ['(1) → 1. One.']);
    assert.deepEqual(definedAt(filing('(‸2)', '(1)', BULLETS)), ['(2) → - Two.']);
    assert.deepEqual(definedAt(filing('(1)', '(2)', '(1) One.\n(2) Two.').replace('(1)(2)', '(1)‸(2)')), [
      '(2) → (2) Two.',
    ]);
  });
  it('of a number used twice is both notes; of a marker without a note there is none', () => {
    assert.deepEqual(definedAt(filing('(‸1)', '(1)', '1. One.\n1. Again.')), ['(1) → 1. One.', '(1) → 1. Again.']);
    assert.deepEqual(definedAt(filing('(‸9)', '(1)', NUMBERED)), []);
  });
  it('of a footnote, on its label or its words, is each of its markers', () => {
    assert.deepEqual(definedAt(filing('(1)', '(1)', NUMBERED.replace('2.', '‸2.'))), ['2. Two. → (2)']);
    assert.deepEqual(definedAt(filing('(1)', '(1)', BULLETS.replace('- One', '- O‸ne'))), [
      '- One. → (1)',
      '- One. → (1)',
      '- One. → (1)',
    ]);
  });
  it('elsewhere there is none', () => {
    assert.equal(definedAt(filing('(1)', '(1)', NUMBERED).replace('9,503', '9,‸503')), undefined);
  });
});

describe('references', () => {
  const example = filing('(‸1)', '(1)', BULLETS);
  const [one, two, note] = [lineOf(example, '693'), lineOf(example, '9,513'), lineOf(example, '- One')];
  it('from a marker are all markers of its footnote, and the note where it is asked for', () => {
    assert.deepEqual(referredAt(example, false), [`(1)@${one}`, `(1)@${one}`, `(1)@${two}`]);
    assert.deepEqual(referredAt(example, true), [`- One.@${note}`, `(1)@${one}`, `(1)@${one}`, `(1)@${two}`]);
  });
  it('from the footnote are the same', () => {
    assert.deepEqual(
      referredAt(filing('(1)', '(1)', BULLETS.replace('- One', '‸- One')), true),
      referredAt(example, true),
    );
    assert.deepEqual(referredAt(filing('(1)', '(1)', BULLETS.replace('Three', 'Th‸ree')), false), []);
  });
  it('elsewhere there are none', () => {
    assert.equal(referredAt(filing('(1)', '(1)', BULLETS).replace('9,503', '9,‸503'), true), undefined);
    assert.equal(referredAt(filing('(‸9)', '(1)', BULLETS), true), undefined);
  });
});

describe('highlights', () => {
  it('show a footnote with its markers, from either', () => {
    for (const example of [filing('(‸1)', '(1)', NUMBERED), filing('(1)', '(1)', NUMBERED.replace('One', 'O‸ne'))]) {
      const { filing, position } = atCursor(example);
      const shown = documentHighlight(filing, position)?.map(({ range, kind }) => `${textOf(filing, range)} ${kind}`);
      assert.deepEqual(shown, ['1. 3', '(1) 2', '(1) 2', '(1) 2']);
    }
  });
});
