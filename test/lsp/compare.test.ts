/** `form4/compareWithBefore`: a filing beside the one before it, among texts that the client sends along. */
import assert from 'node:assert/strict';
import { signed, trade } from '../unit/ledger/made';
import { Client, URI } from './client';

describe('form4/compareWithBefore', () => {
  let client: Client;
  beforeEach(() => (client = new Client()));
  afterEach(() => client.dispose());
  const of = (day: string, total: string): string => signed(day, trade(day, 'S', '100', 'D', total));
  const textDocument = { uri: URI };

  it('finds the one that was made last before it, and says what is other', async () => {
    await client.initialize();
    await client.open(of('03/07/2022', '800'));
    const others = [
      { name: 'later.txt', text: of('04/07/2022', '700') },
      { name: 'last.txt', text: of('02/07/2022', '900') },
      { name: 'first.txt', text: of('01/07/2022', '1,000') },
      { name: 'one.form4', text: of('02/28/2022', '850') },
    ];
    const page = await client.ask<string>('form4/compareWithBefore', { textDocument, name: 'one.form4', others });
    assert.match(page, /^# Compared with the filing before\n\nlast\.txt → one\.form4\n\n## Boxes\n\n- Box 3/);
    assert.match(
      page,
      /\n## Table I\n\n- \\~ line \d+, Common Stock\n {4}- column 2 \(transaction date\): 02\/07\/2022 → 03\/07\/2022\n/,
    );
    assert.match(page, /\n## Held after\n\n- Common Stock, direct: 900 → 800 \(-100\)\n$/);
  });
  it('is nothing where no filing is before it, or none was sent', async () => {
    await client.initialize();
    await client.open(of('03/07/2022', '800'));
    for (const others of [[], [{ name: 'a', text: of('04/07/2022', '700') }], [{ name: 'a' }], 'no', undefined])
      assert.equal(await client.ask('form4/compareWithBefore', { textDocument, others }), null);
  });
});
