// The board of filings and the holdings over time by themselves: what each column sorts by, how they fit beside a text, and that
// no message that is none has any effect.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { faultsIn } from './axe.mjs';
import { core } from './core.mjs';
import { THEMES } from './themes.mjs';
import { JUNK, openView, wordsIn } from './view.mjs';

const results = path.join(root, 'test-results/ui');
const row = (nth, more) => ({
  ...{ id: `file:///a${nth}.txt#0`, file: `a${nth}.txt`, person: 'Alder Rowan J', issuer: 'NORTHWIND HARBOR INC' },
  ...{ form: '4', period: '2023-03-07', due: '2023-03-09', signed: '', state: 'unsigned' },
  ...{ errors: 0, warnings: 0, remarks: 0 },
  ...more,
});
const rows = [
  row(1, { signed: '2023-03-09', state: 'signed', period: '2023-03-08', warnings: 4 }),
  row(2, { errors: 2, due: '', state: 'late' }),
  row(10, { signed: '2022-12-30', state: 'signed', person: 'brannock ilse', remarks: 1 }),
  row(3, { errors: 11, signed: '2023-01-02', state: 'signed', issuer: 'Anchor Foods' }),
  row(4, { period: '', due: '2023-02-01', state: 'due' }),
];
const told = { kind: 'rows', rows, gone: [], done: 5, of: 5, left: [], anew: true };

describe('the board of filings by itself', function () {
  let view;
  beforeEach(async () => {
    view = await openView('board', { width: 600 });
    await view.open();
    await view.tell({ kind: 'words', words: wordsIn('board.ts') });
    await view.tell(told);
  });
  afterEach(() => view?.end());

  const files = () => view.page.locator('tbody .link').allInnerTexts();
  const sorted = (head) => view.page.locator('th', { hasText: head }).getAttribute('aria-sort');

  it('sorts by what each column shows, with keys alone, blank cells last', async () => {
    const { page } = view;
    assert.deepEqual(await files(), ['a2.txt', 'a4.txt', 'a1.txt', 'a3.txt', 'a10.txt']);
    const by = async (head, first, up, down) => {
      await page.getByRole('button', { name: head, exact: true }).focus();
      await page.keyboard.press('Enter');
      assert.equal(await sorted(head), first, head);
      assert.deepEqual(await files(), first === 'ascending' ? up : down, head);
      await page.keyboard.press('Space');
      assert.deepEqual(await files(), first === 'ascending' ? down : up, `${head}, the other way`);
    };
    const names = ['a1.txt', 'a2.txt', 'a3.txt', 'a4.txt', 'a10.txt'];
    await by('Filing', 'ascending', names, names.toReversed());
    const signed = ['a10.txt', 'a3.txt', 'a1.txt'];
    await by('Signed on', 'ascending', [...signed, 'a2.txt', 'a4.txt'], [...signed.toReversed(), 'a2.txt', 'a4.txt']);
    const found = ['a10.txt', 'a1.txt', 'a2.txt', 'a3.txt'];
    await by('Found', 'descending', [...found, 'a4.txt'], [...found.toReversed(), 'a4.txt']);
    await by(
      'Due on',
      'ascending',
      ['a4.txt', 'a1.txt', 'a3.txt', 'a10.txt', 'a2.txt'],
      ['a1.txt', 'a3.txt', 'a10.txt', 'a4.txt', 'a2.txt'],
    );
    await by(
      'Reporting person',
      'ascending',
      ['a1.txt', 'a2.txt', 'a3.txt', 'a4.txt', 'a10.txt'],
      ['a10.txt', 'a1.txt', 'a2.txt', 'a3.txt', 'a4.txt'],
    );
  });

  it('is as wide as its page beside a text', async () => {
    for (const width of [520, 660, 1000]) {
      await view.page.setViewportSize({ width, height: 700 });
      const over = await view.page.evaluate(
        () => document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth,
      );
      assert.equal(over, 0, `${width}`);
    }
  });

  for (const theme of Object.keys(THEMES))
    it(`has names, roles and contrast in ${theme}`, async () => {
      await view.page.evaluate((colours) => {
        for (const [name, colour] of Object.entries(colours)) document.documentElement.style.setProperty(name, colour);
      }, THEMES[theme]);
      fs.mkdirSync(results, { recursive: true });
      await view.page.screenshot({ path: path.join(results, `board-${theme}.png`) });
      assert.deepEqual(await faultsIn(view.page, { contrastAlone: theme !== 'light' }), []);
    });

  it('makes words of whatever a filing says', async () => {
    const tags = () =>
      view.page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))]);
    const before = await tags();
    for (const payload of core.PAYLOADS) {
      await view.tell({
        ...told,
        rows: [row(1, { file: payload, person: payload, issuer: payload, period: payload })],
      });
      assert.deepEqual(await tags(), before, payload);
    }
    assert.deepEqual(view.tried, []);
  });
});

/** Runs in the page: 10,000 messages that do not fit, made of one that does. */
async function shower({ good, kinds, junk }) {
  let seed = 7;
  const next = (n) => (seed = (seed * 48271) % 2147483647) % n;
  /** The same with one thing in it, however deep, that is another. */
  const spoilt = (value) => {
    if (typeof value !== 'object' || value === null) return junk[next(junk.length)];
    const names = Object.keys(value);
    if (names.length === 0) return junk[next(junk.length)];
    const name = names[next(names.length)];
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[name] = spoilt(value[name]);
    return copy;
  };
  for (let nth = 0; nth < 10_000; nth++) {
    const data =
      next(3) === 0 ? junk[next(junk.length)] : next(2) === 0 ? { kind: kinds[next(kinds.length)] } : spoilt(good);
    window.dispatchEvent(new MessageEvent('message', { data }));
  }
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
}

const series = { key: 'a', person: 'Alder Rowan J', issuer: 'NORTHWIND HARBOR INC', filings: 2 };
const step = (filed, shares) => ({
  ...{ uri: 'file:///a.txt', line: 3, file: 'a.txt', filed, traded: filed, code: 'S', change: '-10' },
  ...{ left: String(shares), shares, apart: false, remark: '' },
});
const holding = {
  ...{ title: 'Common Stock, direct', securityTitle: 'Common Stock', table: 'nonDerivativeTable', indirect: false },
  steps: [step('2023-03-07', 90), step('2023-04-07', 80)],
};
const ledger = { series: 'a', person: series.person, issuer: series.issuer, byName: false, holdings: [holding] };

describe('the holdings over time by themselves', function () {
  let view;
  beforeEach(async () => {
    view = await openView('holdings', { width: 520 });
    await view.open();
    await view.tell({ kind: 'words', words: wordsIn('holdings.ts') });
    await view.tell({ kind: 'list', list: { series: [series, { ...series, key: 'b', person: 'Brannock Ilse' }] } });
  });
  afterEach(() => view?.end());
  const other = { ...holding, title: 'Class B Stock, direct', securityTitle: 'Class B Stock' };
  const status = () => view.page.locator('[role=status]').innerText();

  it('are chosen of with keys alone, anew for another person', async () => {
    const { page } = view;
    await view.tell({ kind: 'ledger', ledger: { ...ledger, holdings: [holding, other] } });
    const chooses = (label) => page.getByLabel(label).evaluate((one) => one.selectedOptions[0]?.textContent);
    await page.getByLabel('Class').focus();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual([await chooses('Class'), await status()], ['Class B Stock', '1 of 2 holdings are shown.']);
    await view.tell({ kind: 'ledger', ledger: { ...ledger, series: 'b' } });
    assert.deepEqual([await chooses('Class'), await status()], ['All', '1 of 1 holdings are shown.']);
    await page.getByLabel('Code').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await chooses('Code'), 'S');
    await page.keyboard.press('Tab');
    await view.said();
    await page.keyboard.press('Enter');
    assert.deepEqual(await view.said(), [{ kind: 'keep', series: 'b', as: 'html' }]);
  });

  it('are as wide as their page, however long the names of files are', async () => {
    const steps = holding.steps.map((one) => ({
      ...one,
      ...{ file: `${'4_2023-11-14_Northwind-Harbor-Inc_'.repeat(2)}.txt`, apart: true, left: '19,730,330' },
      ...{ remark: 'gap of -17,861,224: expected to begin from 14,530,420, begins from -3,330,804' },
    }));
    await view.tell({ kind: 'ledger', ledger: { ...ledger, holdings: [{ ...holding, steps }] } });
    const over = await view.page.evaluate(
      () => document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth,
    );
    assert.equal(over, 0);
  });
});

describe('messages that are none', function () {
  for (const [name, file, good, first] of [
    ['board', 'board.ts', told, told],
    ['holdings', 'holdings.ts', { kind: 'ledger', ledger }, { kind: 'list', list: { series: [series] } }],
  ])
    it(`of 10,000 none moves the page of the ${name}, or makes it say anything`, async () => {
      const view = await openView(name);
      try {
        await view.open();
        await view.tell({ kind: 'words', words: wordsIn(file) });
        await view.tell(first);
        await view.tell(good);
        assert.ok(await view.page.locator('table').count());
        await view.said();
        await view.page.evaluate(shower, {
          good,
          junk: JUNK,
          kinds: ['words', 'rows', 'list', 'ledger', '__proto__', 'toString'],
        });
        assert.ok(await view.page.locator('main').count(), 'the page stands');
        assert.deepEqual(await view.said(), []);
        assert.deepEqual(view.tried, []);
      } finally {
        await view.end();
      }
    });
});
