// The page of the form's editor in a browser, with the core behind it: keys alone, colours and names, and words that want to
// be more than words. The way through VS Code is in editAsForm.test.mjs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';
import { faultsIn } from './axe.mjs';
import { core } from './core.mjs';
import { openForm, sample } from './form/page.mjs';
import { THEMES } from './themes.mjs';

const results = path.join(root, 'test-results/ui');
fs.mkdirSync(results, { recursive: true });

/** The lines of a text that are not in another one. */
const added = (before, after) => after.split('\n').filter((line) => !before.split('\n').includes(line));

describe('the page of the form’s editor', function () {
  let form;
  afterEach(() => form?.end());

  const open = async (text, options) => (form = await openForm(text, options));
  const keys = async (...all) => {
    for (const key of all) await form.page.keyboard.press(key);
  };
  const focused = (address) =>
    form.page.waitForFunction((wanted) => document.activeElement?.dataset.address === wanted, address);
  const until = async (what, good) => {
    for (
      const deadline = Date.now() + 60_000;
      !good();
      await form.page.evaluate(() => new Promise(requestAnimationFrame))
    )
      if (Date.now() > deadline) throw new Error(`Not so in time: ${what}\n${form.document.text}`);
  };

  it('does each job with keys alone', async () => {
    const text = sample('errors.txt');
    const { page, document, at } = await open(text);
    const row = (line) => document.text.split('\n').find((one) => one.includes(line));
    // A wrong total: the sum stands below it, grey, and one key takes it.
    await at('nonDerivativeTable/2/sharesOwnedFollowingTransaction').focus();
    await page.getByRole('status').getByText('Expected 48,310').waitFor();
    await keys('=');
    await until('the total is right', () => added(text, document.text).join() === row('48,310\t'));
    assert.equal(added(document.text, text).length, 1);
    // A sale below it: code from the list, number, side, price, total; everything else is there.
    await keys('Control+Enter');
    await focused('nonDerivativeTable/3/transactionCode');
    await keys('F4');
    await page.getByRole('option', { name: 'S Open market or private sale' }).waitFor();
    await page.keyboard.type('s');
    await keys('ArrowDown', 'Enter');
    await keys('Tab');
    await page.keyboard.type('310');
    await keys('Tab');
    await page.keyboard.type('d');
    await keys('Tab');
    await page.keyboard.type('62.5');
    await keys('Tab');
    await focused('nonDerivativeTable/3/sharesOwnedFollowingTransaction');
    await page.getByText('= 48,000').waitFor();
    await keys('=');
    await until(
      'the row is written',
      () => row('48,000\t') === 'Common Stock\t05/13/2024\t\tS\t\t310\tD\t\\$62.50\t48,000\tD\t',
    );
    // A note for it; later ones make room.
    await keys('Shift+Tab', 'Control+m');
    await page.getByLabel('New footnote', { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Sold in one trade.');
    await keys('Enter');
    await until('the note is written', () => document.text.includes('\n4. Sold in one trade.\n5. The option became'));
    assert.match(row('48,000\t'), /\\\$62\.50 <sup>\(4\)<\/sup>\t/);
    await focused('nonDerivativeTable/3/transactionPricePerShare');
    // A box, a date, a name; Escape leaves things as they were.
    await at('reportingOwner/0/isTenPercentOwner').focus();
    await keys('Space');
    await until('10% Owner is ticked', () => /type="checkbox"\/> 10% Owner/.test(document.text));
    await at('dateOfOriginalSubmission').focus();
    await page.keyboard.type('5/20/2024');
    await keys('Escape');
    assert.equal(await at('dateOfOriginalSubmission').inputValue(), '');
    await keys('Alt+PageDown', 'Alt+PageDown', 'Alt+PageDown');
    await focused('remarks');
    await page.keyboard.type('Exhibit 24');
    await keys('Control+s');
    await until('it is saved', () => document.saved === document.text && document.text.includes('Exhibit 24'));
    // The rows move, go, and come again.
    await at('nonDerivativeTable/3/transactionCode').focus();
    await keys('Alt+ArrowUp');
    await focused('nonDerivativeTable/2/transactionCode');
    await keys('Control+Shift+Delete');
    await until('the row and its note are gone', () => !document.text.includes('Sold in one trade.'));
    assert.deepEqual(form.tried, []);
  });

  it('loses no key that is pressed in haste, and types over nothing that is typed into', async () => {
    const { page, document, at } = await open(sample('clean.txt'));
    await at('nonDerivativeTable/0/securityTitle').focus();
    for (const [words, key] of [
      ['Class A', 'Tab'],
      ['3/8/2023', 'Tab'],
      ['', 'Tab'],
      ['p', 'Tab'],
      ['v', 'Tab'],
      ['5', 'Enter'],
    ]) {
      await page.keyboard.type(words);
      await page.keyboard.press(key);
    }
    await until('all of it is written', () =>
      document.text.includes('Class A\t03/08/2023\t\tP\tV\t5 <sup>(1)</sup>\tA'),
    );
    await focused('nonDerivativeTable/1/transactionShares');
    await page.keyboard.type('12');
    // Meanwhile the text changes elsewhere: what is typed stays, and is for another text than the one that was seen.
    document.change(document.text.replace('Ruthe Wickmore Dalen</u>', 'Ruthe W. Dalen</u>'));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Ruthe W. Dalen'),
    );
    assert.equal(await at('nonDerivativeTable/1/transactionShares').inputValue(), '12');
    await keys('Enter');
    await until('it is written', () => document.text.includes('\t12 <sup>(2)</sup>\tA'));
  });

  it('goes from finding to finding with F8 and back, and with buttons', async () => {
    const { page, document } = await open(sample('errors.txt'));
    document.forget();
    const addresses = document.message().findings.flatMap(({ address }) => address ?? []);
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('[data-address]')].map((one) => one.dataset.address),
    );
    const fields = order.filter((address) =>
      addresses.some((one) => one === address || `${one}/securityTitle` === address),
    );
    assert.ok(fields.length >= 8, `${fields.length} places`);

    for (const address of [...fields, fields[0]]) {
      await keys('F8');
      await focused(address);
    }
    await keys('Shift+F8');
    await focused(fields.at(-1));
    await keys('Shift+F8');
    await focused(fields.at(-2));
    await page.getByRole('button', { name: 'Next finding' }).click();
    await focused(fields.at(-1));
    await page.getByText(`${fields.length} places with findings`).waitFor();
  });

  it('draws anew what has changed, and nothing else', async () => {
    const { page, document, at } = await open(sample('errors.txt'));
    // A field that is drawn anew is given new listeners, which preact keeps at it.
    const listeners = (field) => Object.values(field).flatMap((own) => Object.values(own ?? {}));
    await page.evaluate(`globalThis.listeners = ${listeners}`);
    const place = (row) => `nonDerivativeTable/${row}/sharesOwnedFollowingTransaction`;
    const all = [place(0), place(1), place(2), 'issuer/issuerName', 'footnote/0', 'derivativeTable/0/securityTitle'];
    for (const address of all) await at(address).evaluate((field) => (field.before = globalThis.listeners(field)[0]));
    const anew = async () => {
      const told = [];
      for (const address of all)
        if (!(await at(address).evaluate((field) => globalThis.listeners(field).includes(field.before))))
          told.push(address);
      return told;
    };
    assert.deepEqual(await anew(), []);
    document.change(document.text.replace('48,130', '48,310'));
    await page.waitForFunction(
      (address) => document.querySelector(`[data-address="${address}"]`).value === '48,310',
      place(2),
    );
    assert.deepEqual(await anew(), [place(2)]);
    // The row before is as it was, and still goes to a row that is new.
    await at('nonDerivativeTable/2/transactionCode').focus();
    await keys('Control+Enter');
    await focused('nonDerivativeTable/3/transactionCode');
    await keys('ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowUp');
    await focused('nonDerivativeTable/3/transactionCode');
  });

  it('refuses a change of a text that is another one by now, and says so', async () => {
    const { page, document, at, said } = await open(sample('clean.txt'));
    const before = document.text;
    await at('periodOfReport').focus();
    await page.keyboard.type('03/01/2023');
    // A version that the page has not seen: it comes between the key and the edit.
    document.version++;
    await keys('Enter');
    await page.getByText('the text has changed meanwhile').first().waitFor();
    assert.equal(document.text, before);
    assert.equal(said.filter(({ kind }) => kind === 'change').length, 1);
  });

  it('takes cells of a spreadsheet', async () => {
    const { page, document, at } = await open(sample('clean.txt'));
    await at('nonDerivativeTable/0/transactionShares').focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '700\tA\t44\n800\tA\t45\n');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await until('the cells are written', () =>
      ['\t700 <sup>(1)</sup>\tA\t\\$44\t', '\t800 <sup>(2)</sup>\tA\t\\$45\t'].every((cells) =>
        document.text.includes(cells),
      ),
    );
    assert.equal(document.past.length, 1);
  });

  for (const theme of Object.keys(THEMES))
    it(`has names, roles and contrast in ${theme}`, async () => {
      const { page, at } = await open(sample('errors.txt'), { theme });
      const serious = async (what, within = 'body') => {
        await page.screenshot({ path: path.join(results, `form-${theme}-${what}.png`) });
        assert.deepEqual(await faultsIn(page, { within, contrastAlone: theme !== 'light', serious: true }), []);
      };
      await at('nonDerivativeTable/2/sharesOwnedFollowingTransaction').focus();
      await serious('form');
      await at('nonDerivativeTable/2/transactionCode').focus();
      await keys('F4');
      await page.getByRole('listbox').waitFor();
      await serious('codes', '[role=listbox]');
      await keys('Escape', 'Control+.');
      await page.getByRole('menu').waitFor();
      await serious('menu', '.menu');
      await keys('Escape', 'Control+m');
      await page.getByLabel('New footnote', { exact: true }).waitFor();
      await serious('note', '.new-note');
    });

  it('makes text of words that want to be more, wherever a filing has words', async () => {
    const { page, document, said, tried, tell } = await open(sample('errors.txt'));
    document.forget();
    const sent = document.message();
    const tags = () => page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName))]);
    const before = await tags();
    said.length = 0;
    let places = 0;
    for (const [at, payload] of core.PAYLOADS.entries()) {
      const evil = saying(sent, payload);
      await tell({ ...evil, version: sent.version + 1 + at });
      const values = await page.evaluate(
        (words) =>
          [...document.querySelectorAll('input, textarea')].filter(({ value }) => value.startsWith(words)).length,
        payload.split(/[\r\n]/)[0],
      );
      places = Math.max(places, values);
      assert.deepEqual(
        (await tags()).filter((tag) => !before.includes(tag)),
        [],
        payload,
      );
    }
    assert.ok(core.PAYLOADS.length >= 50 && places >= 12, `${core.PAYLOADS.length} payloads in ${places} places`);
    // What is found at the place of the focus is asked about; nothing else is said to the extension.
    assert.deepEqual(
      said.filter(({ kind }) => kind !== 'fixes'),
      [],
    );
    assert.deepEqual(tried, []);
  });

  it('heeds no message that is none, of 10,000, and says nothing for them', async () => {
    const { page, at, said, tried } = await open(sample('errors.txt'));
    const html = await page.locator('#root').innerHTML();
    said.length = 0;
    await page.evaluate(() => {
      const kinds = ['form', 'words', 'answered', 'fixes', 'nothing', 'x', '__proto__'];
      const values = [null, undefined, 0, -1, 1e9, '', '<b>', [], {}, [null], { kind: 'form' }, () => 1];
      let seed = 15;
      const pick = (all) => all[(seed = (seed * 48271) % 2147483647) % all.length];
      for (let nth = 0; nth < 10_000; nth++) {
        const data = pick([
          pick(values),
          { kind: pick(kinds), version: pick(values), form: pick(values), id: pick(values) },
        ]);
        window.dispatchEvent(new MessageEvent('message', { data }));
      }
    });
    assert.equal(await page.locator('#root').innerHTML(), html);
    assert.deepEqual(said, []);
    // What somebody types is no more than words either.
    await at('nonDerivativeTable/0/natureOfOwnership').focus();
    await page.keyboard.type('<img src=x onerror=window.hit=1>"</textarea><script>window.hit=1</script>');
    await keys('Enter');
    await until('it is in the text, or refused', () => form.said.some(({ kind }) => kind === 'change'));
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.deepEqual(tried, []);
  });

  it('leaves what is composed alone, whatever comes from the text meanwhile', async () => {
    const { page, document, at } = await open(sample('clean.txt'));
    const field = at('nonDerivativeTable/3/natureOfOwnership');
    await field.focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '信', selectionStart: 1, selectionEnd: 1 });
    const composed = await field.inputValue();
    assert.ok(composed.includes('信'), composed);
    await field.evaluate((one) => (globalThis.composedIn = one));
    // The text changes in another place, and the form is drawn anew around the field.
    document.change(document.text.replace('Ruthe Wickmore Dalen</u>', 'Ruthe W. Dalen</u>'));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Ruthe W. Dalen'),
    );
    assert.equal(await field.inputValue(), composed);
    assert.ok(await page.evaluate(() => globalThis.composedIn === document.activeElement));
    await session.send('Input.imeSetComposition', { text: '信託', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: '信託' });
    assert.ok((await field.inputValue()).includes('信託'), await field.inputValue());
    assert.equal(document.past.length, 1);
    await keys('Enter');
    await until('it is written', () => document.text.includes('\t信託'));
    assert.equal(document.past.length, 2);
    // One undo takes the words back, and nothing else.
    document.undo();
    await page.waitForFunction(
      (address) => document.querySelector(`[data-address="${address}"]`).value === 'By ESOP Trust',
      'nonDerivativeTable/3/natureOfOwnership',
    );
  });

  it('adds, moves and deletes rows and notes of EDGAR’s XML', async () => {
    const xml = fs.readFileSync(path.join(root, 'test/fixtures/layouts/edgarXml.xml'), 'utf8');
    const { document, at, page } = await open(xml);
    await at('nonDerivativeTable/0/transactionCode').focus();
    await keys('Control+Enter');
    await focused('nonDerivativeTable/1/transactionCode');
    await page.keyboard.type('s');
    await keys('Enter');
    await until('the code is written', () => document.text.split('<transactionCode>S</transactionCode>').length === 4);
    await at('nonDerivativeTable/1/transactionCode').focus();
    await keys('Alt+ArrowUp');
    await focused('nonDerivativeTable/0/transactionCode');
    await keys('Control+Shift+Delete');
    await until('the row is gone', () => document.text === xml);
    await at('footnote/0').focus();
    await keys('Alt+ArrowDown');
    await until('the notes have changed places', () => document.text !== xml);
    await focused('footnote/1');
    await keys('Alt+ArrowUp');
    await until('they are back', () => document.text === xml);
  });
});

/** Every string of a message that is a word of the filing, changed; addresses and words of ours stay. */
function saying(value, words, key = '') {
  if (typeof value === 'string')
    return ['words', 'text', 'label', 'message'].includes(key) ? `${words} ${value}` : value;
  if (Array.isArray(value)) return value.map((one) => saying(one, words, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, saying(one, words, name)]));
}
