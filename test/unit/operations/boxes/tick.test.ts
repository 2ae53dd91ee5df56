/** Boxes ticked and cleared: each in the way in which the filing marks its own, and nothing else read otherwise for it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tickBoxesOf, ticksOf } from '../../../../server/src/filing/tickBoxes';
import { boxesAt, tickBox } from '../../../../server/src/operations/boxes/tick';
import { read } from '../../../../server/src/readers';
import { applied } from '../../../../server/src/text/edits';
import { filingAround } from '../../harness';
import { ask, done } from '../rows/operating';

const BOX5 = '5. Relationship of Reporting Person(s) to Issuer (Check all applicable)';
const NONE = `${BOX5} Director 10% Owner Officer (give title below) Other (specify below)`;

/** Box 5 after a box of it was ticked or cleared. */
function box5(before: string, box: string, checked?: boolean): string {
  const { text } = done('box.tick', `‸${filingAround(before)}`, {
    box,
    ...(checked !== undefined && { checked: String(checked) }),
  });
  const line = text.split('\n').find((one) => one.includes(BOX5)) ?? '';
  return line.slice(line.indexOf(BOX5) + BOX5.length + 1);
}

const in5 = (words: string): string => `${BOX5} ${words}`;

describe('a box is ticked', () => {
  for (const [before, box, after] of [
    ['Director 10% Owner Officer Other', 'isDirector', '[X] Director 10% Owner Officer Other'],
    ['Director 10% Owner Officer Other', 'isOther', 'Director 10% Owner Officer [X] Other'],
    ['[ ] Director [ ] 10% Owner [ ] Officer', 'isOfficer', '[ ] Director [ ] 10% Owner [X] Officer'],
    ['[x] Director [ ] 10% Owner [ ] Officer', 'isOfficer', '[x] Director [ ] 10% Owner [x] Officer'],
    ['☐ Director ☐ 10% Owner ☐ Officer', 'isTenPercentOwner', '☐ Director ☒ 10% Owner ☐ Officer'],
    ['☑ Director ☐ 10% Owner ☐ Officer', 'isTenPercentOwner', '☑ Director ☑ 10% Owner ☐ Officer'],
    ['X Director 10% Owner Officer Other', 'isTenPercentOwner', 'X Director X 10% Owner Officer Other'],
    ['__X__ Director _____ 10% Owner _____ Officer', 'isOfficer', '__X__ Director _____ 10% Owner __X__ Officer'],
    [
      '<input checked="" type="checkbox"/> Director 10% Owner Officer',
      'isOfficer',
      '<input checked="" type="checkbox"/> Director 10% Owner <input checked="" type="checkbox"/> Officer',
    ],
    [
      '<input type="checkbox"/> Director <input type="checkbox"/> 10% Owner',
      'isDirector',
      '<input checked="" type="checkbox"/> Director <input type="checkbox"/> 10% Owner',
    ],
    ['Director X 10% Owner Officer Other X', 'isOfficer', 'Director X 10% Owner Officer X Other X'],
  ] as const)
    it(`${before} → ${after}`, () => {
      const undo = read(filingAround(in5(before))).layout;
      assert.equal(undo, 'piped');
      assert.equal(box5(in5(before), box, true), after);
    });

  it('and is left alone where it is ticked', () => {
    assert.equal(box5(in5('X Director 10% Owner'), 'isDirector', true), 'X Director 10% Owner');
  });
});

describe('a tick behind empty brackets', () => {
  const PLAN = 'Check this box to indicate that a transaction was made pursuant to a contract. See Instruction 10.';
  it('goes with them when the box is cleared, and comes back between them', () => {
    const of = (before: string): string | undefined =>
      done('box.tick', `‸${filingAround(PLAN).replace(PLAN, before)}`, { box: 'aff10b5One' })
        .text.split('\n')
        .find((line) => line.includes(PLAN));
    assert.equal(of(`[ ] X ${PLAN}`), `[ ] ${PLAN}`);
    assert.equal(of(`[ ] ${PLAN}`), `[X] ${PLAN}`);
  });
});

describe('a box is cleared', () => {
  for (const [before, box, after] of [
    ['[X] Director 10% Owner Officer', 'isDirector', '[ ] Director 10% Owner Officer'],
    ['X Director X 10% Owner Officer', 'isDirector', 'Director X 10% Owner Officer'],
    ['☒ Director ☐ 10% Owner', 'isDirector', '☐ Director ☐ 10% Owner'],
    ['__X__ Director _____ 10% Owner', 'isDirector', '_____ Director _____ 10% Owner'],
    ['<input checked="" type="checkbox"/> Director 10% Owner', 'isDirector', 'Director 10% Owner'],
    [
      '<input type="checkbox" checked/> Director <input type="checkbox"/> 10% Owner',
      'isDirector',
      '<input type="checkbox"/> Director <input type="checkbox"/> 10% Owner',
    ],
  ] as const)
    it(`${before} → ${after}`, () => assert.equal(box5(in5(before), box, false), after));
});

describe('the boxes that stand alone', () => {
  const plan = (words: string): string =>
    `${words}Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.`;

  it('are ticked and cleared before their sentence', () => {
    const ticked = done('box.tick', `‸${filingAround(plan(''))}`, { box: 'aff10b5One' }).text;
    assert.ok(ticked.includes('\n<input checked="" type="checkbox"/> Check this box to indicate'));
    assert.equal(done('box.tick', `‸${ticked}`, { box: 'aff10b5One' }).text, filingAround(plan('')));
    const exit = done('box.tick', `‸${filingAround(plan(''))}`, { box: 'notSubjectToSection16' }).text;
    assert.ok(exit.includes('\n<input checked="" type="checkbox"/> Check this box if no longer'));
    assert.deepEqual(ticksOf(read(exit)), [' notSubjectToSection16', '0 isDirector']);
  });

  it('are refused where the form does not print them', () => {
    const outcome = ask('box.tick', `‸${filingAround(NONE)}`, { box: 'aff10b5One' });
    assert.match('refused' in outcome ? outcome.refused : '', /the 10b5-1 box is not printed in this filing/);
  });
});

describe('XML', () => {
  const xml = (relationship: string): string =>
    filingAround('<nonDerivativeHolding></nonDerivativeHolding>').replace('<isDirector>1</isDirector>', relationship);
  for (const [before, box, after] of [
    ['<isDirector>1</isDirector>', 'isDirector', '<isDirector>0</isDirector>'],
    ['<isDirector>false</isDirector>', 'isDirector', '<isDirector>true</isDirector>'],
    ['<isDirector/>', 'isDirector', '<isDirector>1</isDirector>'],
    ['<isDirector></isDirector>', 'isDirector', '<isDirector>1</isDirector>'],
    ['<isDirector>1</isDirector>', 'isOfficer', '<isDirector>1</isDirector><isOfficer>1</isOfficer>'],
    [
      '\n  <isDirector>1</isDirector>\n  <isOther>0</isOther>\n',
      'isOfficer',
      '\n  <isDirector>1</isDirector>\n  <isOfficer>1</isOfficer>\n  <isOther>0</isOther>\n',
    ],
    [
      '\n  <isDirector>1</isDirector>\n',
      'isTenPercentOwner',
      '\n  <isDirector>1</isDirector>\n  <isTenPercentOwner>1</isTenPercentOwner>\n',
    ],
  ] as const)
    it(`${before.trim()} → ${after.trim()}`, () =>
      assert.equal(done('box.tick', `‸${xml(before)}`, { box }).text, xml(after)));
});

describe('code actions of boxes', () => {
  const titles = (marked: string): string[] => {
    const text = filingAround(marked);
    const at = text.indexOf('‸');
    return tickBox.offers!({
      filing: read(text.replace('‸', '')),
      selection: { start: at, end: at },
      today: undefined,
      answers: {},
    }).map(({ title }) => title);
  };

  it('stand anywhere in box 5, the box at the cursor first', () => {
    assert.deepEqual(titles(in5('[X] Director 10% Owner Offi‸cer Other')), [
      'Tick Officer',
      'Untick Director',
      'Tick 10% Owner',
      'Tick Other',
    ]);
    assert.equal(titles(`${BOX5.replace('ship', 'ship‸')} Director Officer`).length, 2);
  });

  it('and nowhere else', () => {
    assert.deepEqual(titles('| Common ‸Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |'), []);
  });
});

describe('the box is asked for', () => {
  it('where no place and no answer says which', () => {
    const outcome = ask('box.tick', `‸${filingAround(NONE)}`);
    assert.ok('asks' in outcome);
    assert.deepEqual(
      outcome.asks.choices?.map(({ label, description }) => `${label}: ${description}`),
      [
        '“no longer subject to Section 16”: clear',
        'Director: clear',
        '10% Owner: clear',
        'Officer: clear',
        'Other: clear',
      ],
    );
  });
});

describe('every fixture', () => {
  const folder = 'test/fixtures/';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:txt|xml|html|md)$/.test(file),
  );
  it('has each of its boxes turned over and back, or says why not', () => {
    let turned = 0;
    for (const file of files) {
      const text = readFileSync(folder + file, 'utf8');
      const filing = read(text);
      for (const one of tickBoxesOf(filing)) {
        const box = one.owner === undefined ? one.name : `${one.name} ${one.owner}`;
        const run = (of: string) =>
          tickBox.run({ filing: read(of), selection: { start: 0, end: 0 }, today: undefined, answers: { box } });
        const first = run(text);
        if ('refused' in first || 'asks' in first) {
          assert.match('refused' in first ? first.refused : '', /Convert this one first/, `${file}: ${box}`);
          continue;
        }
        const changed = applied(text, first.edits);
        const again = run(changed);
        assert.ok('edits' in again, `${file}: ${box} cannot be turned back`);
        assert.deepEqual(ticksOf(read(applied(changed, again.edits))), ticksOf(filing), `${file}: ${box}`);
        turned++;
      }
      assert.ok(boxesAt(filing, { start: text.length, end: text.length }).length === 0, file);
    }
    assert.ok(turned > 60, `${turned} boxes`);
  });
});
