/** Places that our own commands leave to be filled in: each is told once, whatever rule tells it. */
import assert from 'node:assert/strict';
import { blankForm, FIRST_ROW } from '../../../../server/src/operations/filing/blankForm';
import { read } from '../../../../server/src/readers';
import { check } from '../../../../server/src/rules/run';
import { plainOf } from '../../../../server/src/text/snippet';
import { filingAround, findings, flags, said } from '../../harness';

const ROW = '| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$43.16 | 9,503 | D |  |';

describe('placeholder', () => {
  it('tells a note with more words, one in the remarks, and a blank in words', () => {
    flags(
      'placeholder',
      `${ROW}\n1. ⟦[Explain here]⟧ Restricted shares.`,
      'error: Expected an explanation in footnote 1',
    );
    flags('placeholder', `${ROW}\n1. Shares.\n\nRemarks: ⟦[Explain here]⟧`, 'error: Expected words in the remarks');
    flags(
      'placeholder',
      `${ROW}\n1. Vests on ⟦‹date›⟧.`,
      'error: Expected an explanation in footnote 1; found “‹date›”',
    );
  });
  it('is information while the form is not signed', () => {
    const all = findings(filingAround(`${ROW}\n1. [Explain here]\nSignature:`));
    assert.deepEqual(
      all.map(({ severity, rule }) => `${severity} ${rule}`),
      ['information placeholder', 'information signature'],
    );
  });
  it('leaves a note that nothing cites, and one that is blank, to their rules', () => {
    assert.deepEqual(
      said(findings(filingAround(`${ROW}\n1. Shares.\n2. [Explain here]`))).filter((one) =>
        one.includes('placeholder'),
      ),
      [],
    );
    assert.deepEqual(
      [...new Set(findings(filingAround(`${ROW}\n1. ‹words›`)).map(({ rule }) => rule))],
      ['footnote-empty'],
    );
  });

  it('no place of a new form is left unsaid when all others are filled in', () => {
    const form = plainOf(
      blankForm({
        owners: [{ roles: ['isOfficer', 'isOther'] }],
        plan: false,
        tableI: [FIRST_ROW],
        tableII: [],
        notes: [],
      }),
    );
    const VALUES: Readonly<Record<string, string>> = {
      'last first middle': 'Alder Rowan J',
      street: '1 Mill Lane',
      'city state zip': 'Dover, DE 19901',
      company: 'FENN CORP',
      ticker: 'FENN',
      'title of the officer': 'Chief Officer',
      'what the person is': 'Member of a group',
      date: '03/07/2022',
      title: 'Common Stock',
      code: 'S',
      amount: '100',
      'side, A or D': 'D',
      price: '$10.00',
      total: '900',
      'ownership, D or I': 'D',
      signature: 'Rowan J. Alder',
      'date signed': '03/08/2022',
    };
    const names = [...new Set([...form.matchAll(/‹([a-z ,]{1,60})›/gi)].map(([, name]) => name!))];
    assert.deepEqual([...names].sort(), Object.keys(VALUES).sort());
    const toldWithout = (left: string): string[] => {
      const text = form.replace(/‹([a-z ,]{1,60})›/gi, (words, name: string) =>
        name === left ? words : VALUES[name]!,
      );
      return check(read(text), { beforeFiling: true })
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    };
    assert.deepEqual(toldWithout(''), []);
    for (const name of names) {
      const told = toldWithout(name);
      assert.ok(told.length > 0, name);
      assert.ok(told.length === 1 || !told.includes('placeholder'), `${name} is told twice: ${told.join()}`);
    }
  });
});
