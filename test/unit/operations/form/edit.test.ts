/** Edits of the form by example: what is typed goes in, the line of the text that changes comes out. */
import assert from 'node:assert/strict';
import { editedForm } from '../../../../server/src/features/formEdits';
import { changeFrom } from '../../../../server/src/operations/form/change';
import { editForm } from '../../../../server/src/operations/form/edit';
import { placeFrom } from '../../../../server/src/operations/form/place';
import { read } from '../../../../server/src/readers';
import { applied, filingAround } from '../../harness';

const ROW = 'nonDerivativeTable/0/';

/** The lines of the text that a change makes others. */
function lines(example: string, given: object): string[] {
  const text = filingAround(example);
  const change = changeFrom(given);
  assert.ok(change, JSON.stringify(given));
  const done = editForm(read(text), change);
  if ('refused' in done) return [done.refused];
  const before = text.split('\n');
  return applied(text, done.edits)
    .split('\n')
    .filter((line) => !before.includes(line));
}

const set = (example: string, address: string, text: string): string[] =>
  lines(example, { kind: 'set', places: [{ address, text }] });

function becomes(example: string, address: string, text: string, ...after: string[]): void {
  assert.deepEqual(set(example, address, text), after);
}

const TABBED = 'Common Stock\t03/07/2022\t\tA\t\t1,000\tA\t\\$43.16\t9,503\tD';
const PIPED = '| Common Stock | 03/07/2022 |  | A |  | 1,000 | A | \\$43.16 | 9,503 <sup>(1)</sup> | D |  |\n- Words.';

describe('what is typed into the form', () => {
  it('stands in the text in its habits', () => {
    becomes(TABBED, `${ROW}transactionShares`, '12500', TABBED.replace('1,000', '12,500'));
    becomes(TABBED, `${ROW}transactionPricePerShare`, '44.1', TABBED.replace('43.16', '44.10'));
    becomes(TABBED, `${ROW}transactionDate`, '2022-03-08', TABBED.replace('03/07', '03/08'));
    becomes(TABBED, `${ROW}transactionCode`, 's/k', TABBED.replace('\tA\t\t', '\tS/K\t\t'));
    becomes(TABBED, `${ROW}deemedExecutionDate`, '3/8/22', TABBED.replace('2022\t\t', '2022\t03/08/2022\t'));
  });

  it('is no change where it says the same', () => {
    assert.deepEqual(set(TABBED, `${ROW}transactionShares`, '1000'), []);
    assert.deepEqual(set(TABBED, `${ROW}natureOfOwnership`, ' '), []);
  });

  it('stands as it was typed where it cannot be understood', () => {
    becomes(TABBED, `${ROW}transactionDate`, 'soon', TABBED.replace('03/07/2022', 'soon'));
    becomes(TABBED, `${ROW}transactionShares`, '1,00', TABBED.replace('1,000', '1,00'));
  });

  it('finds its column in a row that ends before it', () => {
    becomes(TABBED, `${ROW}natureOfOwnership`, 'By Trust', `${TABBED}\tBy Trust`);
    const short = '| Common Stock | 03/07/2022 |  | A |';
    becomes(short, `${ROW}transactionShares`, '5', '| Common Stock | 03/07/2022 |  | A |  | 5 |');
  });

  it('leaves the markers where they are', () => {
    const total = `${ROW}sharesOwnedFollowingTransaction`;
    const [row] = PIPED.split('\n') as [string];
    becomes(PIPED, total, '9530', row.replace('9,503', '9,530'));
    becomes(PIPED, total, '', row.replace('9,503 ', ''));
    becomes(PIPED.replace('9,503 ', ''), total, '7', row.replace('9,503', '7'));
  });

  it('keeps bars that stand one below another there', () => {
    const table = [
      '| Common Stock | 03/07/2022 |  | A |  | 1,000 | A | $4  | 9,503  | D |  |',
      '| Class B      | 03/07/2022 |  | A |  | 50    | A | $45 | 12,500 | D |  |',
    ];
    becomes(table.join('\n'), `${ROW}transactionPricePerShare`, '46', table[0]!.replace('$4  |', '$46 |'));
    becomes(table.join('\n'), 'nonDerivativeTable/1/transactionShares', '7', table[1]!.replace('50    |', '7     |'));
    becomes(table.join('\n'), `${ROW}transactionFormType`, 'V', table[0]!.replace('A |  |', 'A | V |'));
  });

  it('is escaped where the layout has a way', () => {
    becomes(PIPED, `${ROW}natureOfOwnership`, 'a|b', PIPED.split('\n')[0]!.replace('D |  |', 'D | a\\|b |'));
  });

  it('is refused in words where it would be read as something else', () => {
    const [why] = set(PIPED, `${ROW}securityTitle`, 'Common Stock <sup>(1)</sup>');
    assert.match(why!, /would be read as a tag|^\| Common Stock \\</);
    assert.match(set('| Common Stock [1] |', `${ROW}securityTitle`, 'Units (1)')[0]!, /marker|Units/);
    assert.match(set(TABBED, `${ROW}securityTitle`, 'a\u0007b')[0]!, /cannot be seen/);
    assert.match(set(TABBED, 'nonDerivativeTable/7/securityTitle', 'x')[0]!, /not in the filing any more/);
  });
});

describe('boxes in the form', () => {
  it('are filled in behind their labels, underlined as the others are', () => {
    becomes(
      '',
      'dateOfOriginalSubmission',
      '3/9/22',
      '\t4. If Amendment, Date of Original Filed (Month/Day/Year) <u>03/09/2022</u>',
    );
    becomes('', 'periodOfReport', '', '\t3. Date of Earliest Transaction (Month/Day/Year)\t');
    assert.match(set('', 'issuer/issuerTradingSymbol', 'NWH')[0]!, /<u>NORTHWIND HARBOR INC \[ NWH \]<\/u>/);
    assert.match(set('', 'reportingOwner/0/officerTitle', 'CFO')[0]!, /Tick “Officer” first/);
    assert.deepEqual(set('', 'remarks', 'Exhibit 24'), ['Remarks:', 'Exhibit 24']);
  });

  it('keep the form’s own words amid the address', () => {
    assert.match(set('', 'reportingOwner/0/street', '14 QUAY STREET')[0]!, /14 QUAY STREET {2}\(Street\) PORTLAND/);
    assert.match(
      set('', 'reportingOwner/0/place', 'BANGOR ME 04401')[0]!,
      /12 QUAY STREET {2}\(Street\) BANGOR ME 04401 {2}\(City/,
    );
  });

  it('are ticked and cleared', () => {
    const [line] = lines('', { kind: 'tick', address: 'reportingOwner/0/isOfficer', checked: true });
    assert.match(line!, /<input checked="" type="checkbox"\/> Officer/);
    const [cleared] = lines('', { kind: 'tick', address: 'reportingOwner/0/isDirector', checked: false });
    assert.match(cleared!, /all applicable\) Director/);
  });

  it('and signatures take words and dates', () => {
    becomes('', 'ownerSignature/0/signatureDate', '3/9/2022', '/s/ Rowan J. Alder 03/09/2022');
    becomes('', 'ownerSignature/0/signatureName', '/s/ R. Alder', '/s/ R. Alder 03/08/2022');
    becomes('', 'ownerSignature/0/signatureDate', '', '/s/ Rowan J. Alder');
    becomes('Signature:', 'ownerSignature/0/signatureName', '/s/ R. Alder', '/s/ R. Alder');
  });
});

describe('notes in the form', () => {
  const cited = '| Common Stock | 03/07/2022 |  | A |  | 5<sup>(1)</sup> | A | $4 | 9,503 | D |  |\n1. First words.';
  it('change where they were changed', () => {
    becomes(cited, 'footnote/0', 'First few words.', '1. First few words.');
  });
  it('are cited and not cited any more', () => {
    const price = `${ROW}transactionPricePerShare`;
    const [row] = cited.split('\n') as [string];
    assert.deepEqual(lines(cited, { kind: 'cite', address: price, number: 1 }), [
      row.replace('$4', '$4<sup>(1)</sup>'),
    ]);
    assert.match(lines(cited, { kind: 'cite', address: price, number: 2 })[0]!, /no footnote 2/);
    assert.deepEqual(lines(cited, { kind: 'uncite', address: `${ROW}transactionShares`, number: 1 }), [
      row.replace('<sup>(1)</sup>', ''),
    ]);
  });
  it('are written with the marker that cites them, and later ones make room', () => {
    assert.deepEqual(lines(cited, { kind: 'note', address: `${ROW}transactionCode`, text: 'A new one.' }), [
      '| Common Stock | 03/07/2022 |  | A<sup>(1)</sup> |  | 5<sup>(2)</sup> | A | $4 | 9,503 | D |  |',
      '1. A new one.',
      '2. First words.',
    ]);
  });
});

describe('the first row of a table', () => {
  it('comes with its title', () => {
    becomes(TABBED, 'derivativeTable/0/securityTitle', 'Stock Option', `Stock Option${'\t'.repeat(15)}`);
  });
});

describe('what comes over the wire', () => {
  const text = filingAround(TABBED);
  const options = { uri: 'a', version: 3, documentChanges: false };
  const ask = (version: unknown, change: unknown): ReturnType<typeof editedForm> =>
    editedForm(read(text), version, change, { answers: {}, today: undefined }, options);
  const change = { kind: 'set', places: [{ address: `${ROW}transactionShares`, text: '5' }] };

  it('is for the version that the user saw, and for no other', () => {
    assert.ok(ask(3, change).edit);
    assert.equal(ask(2, change).stale, true);
    assert.equal(ask(2, change).edit, undefined);
  });
  it('may be anything', () => {
    for (const one of [
      null,
      5,
      [],
      {},
      { kind: 'set' },
      { kind: 'set', places: [{}] },
      { kind: 'run', operation: 'filing.split', address: '' },
    ])
      assert.match(ask(3, one).refused!, /does not have this change/);
    for (const address of [1, 'x', 'footnote/-1', 'nonDerivativeTable/1', 'nonDerivativeTable/0/acquired', 'a/b/c/d'])
      assert.equal(placeFrom(address), undefined);
  });
  it('may ask for operations by name', () => {
    assert.ok(ask(3, { kind: 'run', operation: 'row.duplicate', address: 'nonDerivativeTable/0' }).edit);
    assert.match(
      ask(3, { kind: 'run', operation: 'row.delete', address: 'nonDerivativeTable/9' }).refused!,
      /any more/,
    );
    assert.ok(ask(3, { kind: 'run', operation: 'rows.paste', address: 'nonDerivativeTable/0' }).asks);
  });
});
