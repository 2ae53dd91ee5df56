// The preview and the proof in a browser by themselves: what stands in them, and that no word of a filing becomes more than a word.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { faultsIn } from './axe.mjs';
import { core, printedOf, telling } from './core.mjs';
import { THEMES } from './themes.mjs';
import { JUNK, openView, previewWords } from './view.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const ERRORS = read('samples/errors.txt');
const results = path.join(root, 'test-results/ui');

/** Runs in the page: each thing of the form by its address, as a reader sees it; an address that is there twice is told. */
function things() {
  const own = (thing, selector) =>
    [...thing.querySelectorAll(selector)].filter((one) => one.closest('.thing') === thing);
  return [...document.querySelectorAll('.thing')].map((thing) => ({
    address: thing.dataset.address,
    words: own(thing, '.words')
      .map((one) => one.textContent)
      .join('|'),
    ticked: own(thing, '.box').some((one) => one.textContent === 'X'),
    markers: own(thing, 'sup').map((one) => one.textContent.trim()),
    unclear: thing.classList.contains('unclear'),
  }));
}

/** What the page says, in the words of formFacts. */
function saidByPage(all) {
  const said = new Map();
  for (const { address, words, ticked, markers, unclear } of all) {
    if (/\/(?:street|place|relationship)$|^unread|^jointFiling|issuerForeign/.test(address)) continue;
    const value = unclear ? '' : core.readBack(address.split('/').at(-1), words);
    const whole = [ticked ? 'X' : value, ...markers].filter(Boolean).join(' ');
    if (whole === '') continue;
    assert.ok(!said.has(address), `${address} stands there twice`);
    said.set(address, whole);
  }
  return said;
}

/** Every string of a value that is a word of the filing, changed; addresses and words of ours stay. */
function saying(value, words, key = '') {
  if (typeof value === 'string')
    return ['words', 'text', 'label', 'message', 'title'].includes(key) ? `${words} ${value}` : value;
  if (Array.isArray(value)) return value.map((one) => saying(one, words, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, saying(one, words, name)]));
}

/** What a redline says of the other filing, changed. */
function ofOther(value, words, key = '') {
  if (typeof value === 'string') return ['was', 'wasLabel', 'explains'].includes(key) ? `${words} ${value}` : value;
  if (Array.isArray(value)) return value.map((one) => ofOther(one, words, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ofOther(one, words, name)]));
}

describe('the preview by itself', function () {
  let view;
  before(async () => {
    fs.mkdirSync(results, { recursive: true });
    view = await openView('preview');
    await view.open();
    await view.tell({ kind: 'words', words: previewWords() });
  });
  after(() => view?.end());
  const told = telling();
  const show = (printed, file) => view.tell(told(printed, file));
  const harmless = () => assert.deepEqual(view.tried, []);

  it('says each value, marker, tick and note of every filing once, in its place', async () => {
    let filings = 0;
    const corpus = core.LAYOUTS.flatMap((layout) => core.accepted(layout));
    for (const { name, text } of [...core.MADE_UP, ...corpus])
      for (const filing of core.readAll(text)) {
        if (!core.isForm4Type(filing.documentType)) continue;
        await show(printedOf(filing, ++filings), name);
        const said = saidByPage(await view.page.evaluate(things));
        assert.deepEqual(core.otherwise(core.saidByFiling(filing), said, core.oddCodes(filing)), [], name);
      }
    assert.ok(filings > 20, `${filings}`);
    console.log(`    ${filings} filings`);
    harmless();
  });

  it('is as wide as its page beside a text, headings whole and numbers in one piece', async () => {
    await show(printedOf(core.readAll(ERRORS)[0], 3));
    for (const width of [600, 660, 900]) {
      await view.page.setViewportSize({ width, height: 900 });
      const wide = await view.page.evaluate(() => ({
        page: document.documentElement.scrollWidth - innerWidth,
        tables: [...document.querySelectorAll('.scroll')].map((one) => one.scrollWidth - one.clientWidth),
        broken: [...document.querySelectorAll('td.number .words')]
          .filter((one) => one.getClientRects().length > 1)
          .map((one) => one.textContent),
      }));
      assert.deepEqual(wide, { page: 0, tables: [0, 0], broken: [] }, `${width}`);
    }
  });

  it('makes words of whatever a filing says', async () => {
    const printed = printedOf(core.readAll(ERRORS)[0]);
    await show(printed);
    await view.said();
    const tags = () =>
      view.page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))]);
    const before = await tags();
    for (const [at, payload] of core.PAYLOADS.entries()) {
      await show({ ...saying(printed, payload), version: at + 2 }, payload);
      assert.deepEqual(
        (await tags()).filter((tag) => !before.includes(tag)),
        [],
        payload,
      );
    }
    const commands = (await view.said()).filter(({ kind }) => kind !== 'fixes');
    assert.deepEqual(commands, []);
    harmless();
  });

  it('drops 10,000 messages that do not fit', async () => {
    const printed = printedOf(core.readAll(ERRORS)[0], 7);
    await show(printed);
    const whole = telling()(printed);
    await view.said();
    const changed = await view.page.evaluate(
      async ({ good, junk }) => {
        const before = document.body.outerHTML;
        let seed = 1;
        const next = (n) => (seed = (seed * 48271) % 2147483647) % n;
        // One member of a message that fits becomes what it cannot be.
        const spoiled = (value, depth) => {
          if (depth === 0 || typeof value !== 'object' || value === null) return [null, -1, 1.5][next(3)];
          const copy = Array.isArray(value) ? [...value] : { ...value };
          const keys = Object.keys(copy).filter((key) => typeof copy[key] !== 'undefined');
          const key = keys[next(keys.length)];
          if (key === undefined) return -1;
          copy[key] = spoiled(copy[key], depth - 1);
          return copy;
        };
        for (let at = 0; at < 10_000; at++) {
          const noise = {
            kind: ['go', 'ready', 'fix', '__proto__', 'toString', '', 3][next(7)],
            version: junk[next(junk.length)],
            words: 3,
          };
          const sent = at % 2 === 0 ? noise : spoiled(good, 2 + next(4));
          window.postMessage(sent, '*');
        }
        await new Promise((done) => setTimeout(done, 0));
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
        return before === document.body.outerHTML ? '' : document.body.innerText.slice(0, 200);
      },
      { good: whole, junk: JUNK },
    );
    assert.equal(changed, '');
    assert.deepEqual(await view.said(), []);
    harmless();
  });

  it('is done with the keys alone: to a finding, its fix, its place in the text', async () => {
    const filing = core.readAll(ERRORS)[0];
    const printed = printedOf(filing, 8);
    await show(printed);
    await view.said();
    await view.page.keyboard.press('Tab');
    await view.page.locator('button', { hasText: 'Next finding' }).focus();
    await view.page.keyboard.press('Enter');
    const nth = printed.findings.findIndex(({ rule }) => rule === 'holdings-total');
    await view.page.locator('.findings', { hasText: 'Expected 48,310' }).waitFor();
    assert.deepEqual(await view.said(), [{ kind: 'fixes', version: 8, finding: nth }]);
    await view.tell({ kind: 'fixes', version: 8, finding: nth, titles: ['Set the total to 48,310'] });
    await view.page.keyboard.press('Enter');
    await view.page.keyboard.press('Tab');
    await view.page.keyboard.press('Enter');
    const address = printed.findings[nth].address;
    assert.deepEqual(await view.said(), [
      { kind: 'go', address },
      { kind: 'fix', version: 8, finding: nth, title: 'Set the total to 48,310' },
    ]);
    // Down the column, and back.
    await view.page.locator(`[data-address="${address}"]`).focus();
    await view.page.keyboard.press('ArrowUp');
    const here = () => view.page.evaluate(() => document.activeElement.dataset.address);
    assert.equal(await here(), address.replace('/2/', '/1/'));
    await view.page.keyboard.press('ArrowLeft');
    assert.equal(await here(), 'nonDerivativeTable/1/transactionPricePerShare');
    harmless();
  });

  it('lights the cell of the cursor, in view, and does not move where it is in view', async () => {
    const filing = core.readAll(ERRORS)[0];
    const { form } = printedOf(filing, 9);
    await show(printedOf(filing, 9));
    await view.page.evaluate(() => window.scrollTo(0, 0));
    const last = filing.footnotes.list.at(-1).textSpan.start + 3;
    const cursor = (at) => view.tell({ kind: 'cursor', address: core.thingAt(form, at) });
    await cursor(last);
    const lit = view.page.locator('.here');
    assert.equal(await lit.getAttribute('data-address'), `footnote/${filing.footnotes.list.length - 1}`);
    const box = await lit.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height < 901, JSON.stringify(box)); // a page scrolls by whole pixels
    const before = await view.page.evaluate(() => window.scrollY);
    await cursor(last + 1);
    assert.equal(await view.page.evaluate(() => window.scrollY), before);
  });

  it('draws the row that is typed into, and nothing else, of the largest form', async () => {
    const rows = (line, count) =>
      Array.from({ length: count }, (_, at) => line.replace('4,000', `4,0${at + 10}`)).join('\n');
    const notes = Array.from({ length: 99 }, (_, at) => `${at + 1}. The words of note ${at + 1}.`).join('\n');
    const long = ERRORS.replace(/^Common Stock\t.*$/m, (line) => rows(line, 27));
    const first = long.indexOf('\n1. Sold ') + 1;
    const large = long.slice(0, first) + notes + long.slice(long.indexOf('\n\n', first));
    const [filing] = core.readAll(large);
    assert.deepEqual([filing.nonDerivativeTable.rows.length > 27, filing.footnotes.list.length], [true, 99]);
    const { span } = filing.nonDerivativeTable.rows[3].transactionShares;
    await show(printedOf(filing, 20), 'large.txt');
    const message = told(
      printedOf(core.readAll(large.slice(0, span.end) + '7' + large.slice(span.end))[0], 21),
      'large.txt',
    );
    const drawn = await view.page.evaluate(async (sent) => {
      const all = [];
      const watch = new MutationObserver((changes) => all.push(...changes));
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      window.postMessage(sent, '*');
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      all.push(...watch.takeRecords());
      const element = ({ target }) => (target.nodeType === 1 ? target : target.parentElement);
      return all.map((one) => element(one).closest('[data-address]')?.dataset.address ?? element(one).tagName);
    }, message);
    const parts = new Set(drawn.map((one) => one.split('/').slice(0, 2).join('/')));
    assert.ok(parts.delete('nonDerivativeTable/3'), drawn.join());
    parts.delete('SPAN'); // the counts of findings, above the form
    // Rows of which something else is found now are drawn with it; no box is, no note and none of the other 56 rows.
    assert.ok(parts.size <= 3 && [...parts].every((one) => one.startsWith('nonDerivativeTable/')), drawn.join());
    // A message that builds on one that never came is not drawn: the page asks for all of it.
    await view.said();
    await view.tell({ ...message, parts: { ...message.parts, nth: 99 } });
    assert.deepEqual(await view.said(), [{ kind: 'ready' }]);
  });

  for (const theme of Object.keys(THEMES))
    it(`has no serious fault for those who see or hear little, ${theme}`, async () => {
      const one = await openView('preview', { theme });
      try {
        await one.open();
        await one.tell({ kind: 'words', words: previewWords() });
        const torn = read('samples/clean.txt')
          .replace(/^Common Stock\t.*<sup>\(2\).*$/m, (row) => row.replaceAll('\t', '\n'))
          .replace(/(Earliest Transaction \(Month\/Day\/Year\) )<u>[^<]*/, '$1<u>(Last) (First)');
        const [unread] = core.readAll(torn);
        assert.equal(unread.unread.length, 2);
        const tell = telling();
        const [now] = core.readAll(ERRORS);
        const [before] = core.readAll(
          ERRORS.replace('48,130', '48,310')
            .replace('1. Sold', '1. Bought')
            .replace(/^Class B.*\n/m, ''),
        );
        const marked = JSON.parse(JSON.stringify(core.redline(before, now, 'original.txt')));
        assert.equal(marked.against.changes, 3);
        for (const [name, filing, form] of [
          ['errors', core.readAll(ERRORS)[0]],
          ['unread', unread],
          ['redline', now, marked],
        ]) {
          const printed = printedOf(filing);
          await one.tell(tell(form ? { ...printed, form } : printed, name));
          await one.page.locator('.thing[data-severity]').last().hover();
          await one.page.screenshot({ path: path.join(results, `preview-${theme}-${name}.png`), fullPage: true });
          assert.deepEqual(await faultsIn(one.page, { contrastAlone: theme !== 'light', serious: true }), []);
        }
      } finally {
        await one.end();
      }
    });

  it('a proof makes words of whatever a filing says, and is one page wide', async () => {
    const clean = read('samples/clean.txt');
    const payloads = [...core.PAYLOADS, 'W'.repeat(400), '9'.repeat(60)];
    await view.page.setViewportSize({ width: 979, height: 768 }); // letter across, within its margins
    await view.page.emulateMedia({ media: 'print' });
    for (const payload of payloads) {
      const words = payload.replace(/[\t\n]/g, ' ');
      const text = clean
        .replace('Common Stock\t', () => `Common Stock ${words}\t`)
        .replace(/^- /gm, () => `- ${words} `)
        .replace('Chief', () => `${words} Chief`)
        .replace('/s/ ', () => `/s/ ${words} `)
        .replace('10,196', () => '10,169');
      const filing = core.readAll(text)[0];
      const review = { findings: core.check(filing), off: [], known: 0 };
      await view.show(core.writeProof(filing, { name: words, sha256: null, version: words, review }));
      const { tags, wide } = await view.page.evaluate(() => ({
        tags: [...document.querySelectorAll('script,img,iframe,svg,object,embed,form,base,b,link,input')].length,
        wide: [...document.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .length,
      }));
      assert.deepEqual({ payload, tags, wide }, { payload, tags: 0, wide: 0 });
    }
    harmless();
    await view.page.emulateMedia({ media: 'screen' });
    await view.page.setViewportSize({ width: 1100, height: 900 });
    const filing = core.readAll(ERRORS)[0];
    const review = { findings: core.check(filing), off: ['price-zero'], known: 2, day: '06/03/2024' };
    await view.show(core.writeProof(filing, { name: 'errors.txt', sha256: 'ab'.repeat(32), version: '0.1.0', review }));
    await view.page.screenshot({ path: path.join(results, 'proof-review.png'), fullPage: true });
    assert.deepEqual(await faultsIn(view.page, { serious: true }), []);
  });

  it('makes words of whatever a redline says of another filing, in the preview and on paper', async () => {
    await view.open();
    await view.tell({ kind: 'words', words: previewWords() });
    const toldAnew = telling();
    const now = read('samples/clean.txt');
    const before = now
      .replaceAll('Common Stock', 'Common Shares')
      .replace('Chief', 'Deputy Chief')
      .replace(/^- /gm, '- Formerly: ')
      .replace('10,196', '10,169')
      .replaceAll('03/09/2023', '03/10/2023')
      .replace('By ESOP', 'By the ESOP');
    const [was, is] = [core.readAll(before)[0], core.readAll(now)[0]];
    const form = JSON.parse(JSON.stringify(core.redline(was, is, 'before.txt')));
    form.notes[0].wasLabel = '9';
    await view.tell(toldAnew({ version: 1, form, findings: [], moreFindings: 0 }));
    const tags = () =>
      view.page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))]);
    await view.said();
    const known = await tags();
    let places = 0;
    for (const [at, payload] of core.PAYLOADS.entries()) {
      const evil = ofOther(form, payload);
      evil.against.name = payload;
      await view.tell(toldAnew({ version: at + 2, form: evil, findings: [], moreFindings: 0 }, payload));
      assert.deepEqual(
        (await tags()).filter((tag) => !known.includes(tag)),
        [],
        payload,
      );
      const start = payload.split(/[\r\n]/)[0];
      const shown = (words) =>
        [...document.querySelectorAll('del, .explains, .more')].filter((one) => one.textContent.includes(words)).length;
      places = Math.max(places, await view.page.evaluate(shown, start));
    }
    assert.ok(places >= 12, `${places} places`);
    assert.deepEqual(await view.said(), []);
    for (const payload of core.PAYLOADS) {
      await view.show(core.writeProof(is, { form: ofOther(form, payload), name: payload, sha256: null }));
      const active = 'script,img,iframe,svg,object,embed,form,base,b,link,input';
      assert.equal(await view.page.locator(active).count(), 0, payload);
    }
    harmless();
  });
});
