/** A filing beside those before it, of which the client tells: findings, hovers, and what it says otherwise than another. */
import assert from 'node:assert/strict';
import type { Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { signed, trade } from '../unit/ledger/made';
import { Client, FULL, PULLS, until } from './client';

const of = (day: string, total: string, amount = '100'): string => signed(day, trade(day, 'S', amount, 'D', total));
const FOLDER = 'vault:///filings/';
const textDocument = { uri: `${FOLDER}one.form4` };
const LISTS = { today: '2022-06-03', listsFilings: true, readsFiles: true };

describe('a filing beside those before it', () => {
  let client: Client;
  let files: Record<string, string | null>;
  const asked: number[] = [];
  beforeEach(() => {
    client = new Client();
    files = { 'first.txt': of('01/07/2022', '48,410'), 'last.txt': of('02/07/2022', '48,310') };
    asked.length = 0;
    client.connection.onRequest('form4/workspaceFilings', ({ since }: { since: number }) => {
      asked.push(since);
      const all = Object.entries(files);
      // One file at a time: the server asks for the rest.
      const [uri, text] = all[since] ?? [];
      const filings = uri === undefined ? [] : [{ uri: FOLDER + uri, text }];
      const serial = since + filings.length;
      return { serial, all: since === 0, filings, more: serial < all.length };
    });
    client.connection.onRequest(
      'form4/readFile',
      ({ uri }: { uri: string }) => files[uri.slice(FOLDER.length)] ?? null,
    );
  });
  afterEach(() => client.dispose());

  const open = (text: string): Promise<void> => client.open(text, 'form4', textDocument.uri);
  const told = (): string[] =>
    (client.published.at(-1)?.diagnostics ?? []).flatMap(({ code, message }: Diagnostic) =>
      code === 'opening' ? [String(message)] : [],
    );

  it('is told where it does not go on from the last one, once the client has told of that', async () => {
    await client.initialize(FULL, LISTS);
    await open(of('03/07/2022', '48,030'));
    await until('the finding', () => told().length > 0);
    assert.deepEqual(told(), [
      'Expected the holding to begin from 48,310 shares, which the last filing (signed 02/07/2022, last.txt) left; this one begins from 48,130: two digits are swapped.',
    ]);
    assert.deepEqual(asked, [0, 1]);
    await client.swap('48,030', '48,210');
    await until('no finding', () => told().length === 0);
    assert.deepEqual(asked, [0, 1], 'typing asks for nothing');
  });
  it('is looked at anew when a file has changed', async () => {
    await client.initialize(PULLS, LISTS);
    await open(of('03/07/2022', '48,030'));
    const pull = async (): Promise<number> => {
      const { items } = await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
      return items.filter(({ code }) => code === 'opening').length;
    };
    assert.equal(await pull(), 0);
    await until('a refresh', () => client.refreshes === 1);
    assert.equal(await pull(), 1);
    files = { ...files, 'other.txt': of('02/08/2022', '5').replaceAll('Alder', 'Birch') };
    await client.tell('form4/filingsChanged', {});
    await client.ask('form4/comparable', { textDocument, with: 'before' });
    assert.equal(client.refreshes, 1, 'what somebody else filed concerns nothing that is open');
    files = { ...files, 'last.txt ': of('02/08/2022', '48,130', '180') };
    await client.tell('form4/filingsChanged', {});
    await until('another refresh', () => client.refreshes === 2);
    assert.equal(await pull(), 0);
  });
  for (const [previousFiling, count] of [
    ['off', 0],
    [FOLDER + 'old', 0],
    [FOLDER + 'last.txt', 1],
    ['vault:///filings', 1],
    ['automatic', 1],
  ] as const)
    it(`is looked at as form4.previousFiling says: ${previousFiling}`, async () => {
      await client.initialize(FULL, { ...LISTS, previousFiling });
      await open(of('03/07/2022', '48,030'));
      await client.ask('form4/comparable', { textDocument, with: 'before' });
      await client.change({ text: of('03/07/2022', '48,030') + '\n' });
      const before = client.published.length;
      await until('findings', () => client.published.length > before);
      assert.equal(told().length, count);
    });
  it('says at a total what the last one left', async () => {
    await client.initialize(FULL, LISTS);
    await open(of('03/07/2022', '48,030'));
    await client.ask('form4/comparable', { textDocument, with: 'before' });
    const hover = await client.ask<Hover>('textDocument/hover', client.in(client.at('48,030', 2)));
    assert.match(
      (hover.contents as { value: string }).value,
      /The filing before \(signed 02\/07\/2022, last\.txt\) left 48,310; this one begins from 48,130, 180 fewer\./,
    );
  });
  it('is compared with it', async () => {
    await client.initialize(FULL, LISTS);
    files['later.txt'] = of('04/07/2022', '7');
    files['one.form4'] = of('02/28/2022', '850');
    await open(of('03/07/2022', '48,210'));
    const [other, ...more] = await client.ask<{ uri: string; about: string }[]>('form4/comparable', {
      textDocument,
      with: 'before',
    });
    assert.deepEqual(
      [other, more],
      [{ uri: `${FOLDER}last.txt`, about: 'Form 4 · signed 02/07/2022 · of 02/07/2022 · S' }, []],
    );
    const page = await client.ask<string>('form4/compare', {
      ...{ textDocument, with: 'before', name: 'one.form4', link: '/one.form4' },
      other: { ...other, name: 'last.txt', link: '/last.txt' },
    });
    assert.match(page, /^# Compared with the filing before\n\nlast\.txt → one\.form4\n\n## Boxes\n\n- Box 3/);
    assert.match(
      page,
      /\n## Table I\n\n- \\~ \[line (\d+)\]\(\/one\.form4#L\1,\d+\), Common Stock\n {4}- column 2 \(transaction date\): 02\/07\/2022 → 03\/07\/2022\n/,
    );
    assert.match(page, /\n## Held after\n\n- Common Stock, direct: 48,310 → 48,210 \(-100\)\n$/);
  });
  it('is compared with the one that it amends: by box 4, which a signature precedes by days; several are told', async () => {
    const amendment = of('03/09/2022', '48,212')
      .replace('FORM 4', 'FORM 4/A')
      .replace(/4\. If Amendment[^\n]*/, '4. If Amendment, Date of Original Filed (Month/Day/Year) <u>02/08/2022</u>');
    files['same-day.txt'] = of('02/08/2022', '48,300', '10');
    await client.initialize(FULL, LISTS);
    await open(amendment);
    const found = await client.ask<{ uri: string }[]>('form4/comparable', { textDocument, with: 'original' });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [`${FOLDER}last.txt`, `${FOLDER}same-day.txt`],
    );
  });
  it('is nothing where no filing is before it, or the client tells of none', async () => {
    files = { 'later.txt': of('04/07/2022', '700') };
    await client.initialize(FULL, LISTS);
    await open(of('03/07/2022', '800'));
    for (const kind of ['before', 'original', 'no', undefined])
      assert.deepEqual(
        await client.ask('form4/comparable', { textDocument, with: kind }),
        kind === 'original'
          ? [{ uri: `${FOLDER}later.txt`, about: 'Form 4 · signed 04/07/2022 · of 04/07/2022 · S' }]
          : [],
      );
    for (const other of [undefined, null, {}, { uri: 7 }, { uri: `${FOLDER}gone.txt` }])
      assert.equal(await client.ask('form4/compare', { textDocument, with: 'before', other }), null);
  });
});
