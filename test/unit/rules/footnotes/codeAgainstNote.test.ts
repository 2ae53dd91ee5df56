/** S, D, G, J and A against what their own footnotes say. */
import assert from 'node:assert/strict';
import { filingAround, findings, fine, fixed, said } from '../../harness';

const SIDES: Readonly<Record<string, string>> = { A: 'A', J: 'A' };
const row = (code: string, day = '03/07/2022', marker = ' <sup>(1)</sup>'): string =>
  `| Common Stock | ${day} |  | ${code} |  | 693${marker} | ${SIDES[code] ?? 'D'} | \\$${code === 'G' ? 0 : '43.16'} | 9,503 | D |  |`;
const filing = (code: string, note: string, more = ''): string => `${row(code)}\n${more}1. ${note}`;
const told = (example: string): string[] =>
  said(findings(filingAround(example), { today: 30000 }).filter(({ rule }) => rule === 'code-against-note'));

/** Notes that contradict the code, and the code that they speak of. */
const CONTRADICTED: readonly (readonly [code: string, note: string, speaksOf: string])[] = [
  ['S', 'Shares withheld by the Company to satisfy tax obligations on vesting.', 'F'],
  ['S', 'The Issuer withheld these shares for payment of taxes.', 'F'],
  ['D', 'The shares were sold in the open market at the price reported.', 'S'],
  ['D', 'Represents an open market sale.', 'S'],
  ['G', 'Reflects a pro rata distribution by the partnership to its partners for no consideration.', 'J'],
  ['G', 'These shares were distributed to the members on a pro rata basis.', 'J'],
  ['G', 'The shares were sold at prices from $43.10 to $43.20.', 'S'],
  ['J', 'Represents a bona fide gift to a relative.', 'G'],
  ['J', 'Shares donated to a museum.', 'G'],
  ['A', 'The shares were purchased in the open market.', 'P'],
  ['A', 'Open market purchase.', 'P'],
];

/** What filers rightly say beside each code. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  S: [
    'The shares were sold to satisfy tax withholding obligations.',
    'Shares sold on behalf of the person by the Company to cover taxes; no shares were withheld by the Company.',
    'Sold to cover taxes that would otherwise be withheld by the Issuer.',
    'Proceeds of the sale were withheld by the Company and paid to the tax authority.',
    'Shares withheld by the broker.',
    'Shares withheld by the broker at the direction of the Company withheld from delivery.',
    'Shares withheld by the Issuer upon the net exercise of the warrant.',
    'Shares withheld by the Issuer in a cashless exercise.',
    'Shares withheld by the Issuer in payment of the exercise price.',
    'The Company withheld a part of the proceeds for taxes.',
    'The shares were sold under a mandatory sell-to-cover policy; the Company withheld none.',
    'Includes shares the sale of which was required in place of shares withheld by the Company.',
    'Shares were not withheld by the Company.',
    'Shares previously withheld by the Company and later released.',
    'Originally reported as shares withheld by the Company.',
    'Withheld by the escrow agent.',
    'Sale of shares on vesting. The Employer withheld income tax in cash.',
    'Sold in the open market.',
    'Sales at a weighted average price.',
    'Sold pursuant to a Rule 10b5-1 trading plan.',
  ],
  D: [
    'Shares withheld by the Issuer to satisfy tax obligations.',
    'Shares surrendered to the Issuer in payment of taxes under Rule 16b-3(e).',
    'Shares sold to the Issuer.',
    'The shares were repurchased by the Issuer.',
    'Disposed of in the merger for cash.',
    'Each share was converted into the right to receive $43.16 in the merger.',
    'Cancelled and exchanged for a cash payment.',
    'Forfeited upon termination.',
    'Sold to the Company at the closing price on the NYSE.',
    'Sold back to the Company; no open market sale was made.',
    'The price is that of open market sales on the day, as agreed with and sold to the Issuer.',
    'The shares were not sold in the open market.',
    'Repurchased at the average of open market sales.',
    'Shares withheld at the price at which shares were sold in the open market.',
    'The person may later make open market sales.',
    'Settled in cash at the price of the open market.',
    'Surrendered for payment of a loan.',
    'Disposition to the issuer approved by its board.',
    'Returned after the shares were sold in the open market by mistake.',
    'Tendered to the Issuer in its tender offer; open market sales are not included.',
  ],
  G: [
    'Gift to a relative.',
    'Bona fide gift to a charity that sold the shares.',
    'The shares were sold by the donee.',
    'The recipient sold the shares; the shares were sold on March 9, 2022.',
    'The foundation may sell them in the open market.',
    'Donation to a donor-advised fund. The shares were sold by the fund.',
    'Gift to a trust of which the person is no trustee.',
    'Gift of a pro rata distribution received from the partnership.',
    'A gift by the partnership to its partners by pro rata distribution.',
    'The trust made a pro rata distribution to its beneficiaries.',
    'Contribution to a charitable trust.',
    'Transferred for no consideration.',
    'The shares were not sold.',
    'No shares were sold.',
    'Prior to the gift, shares were sold in the open market.',
    'Transfer to a family member as a gift; the price is the closing price.',
    'After the transfer shares were sold in the open market to pay tax.',
    'Estate planning transfer.',
    'Transfer to a spouse.',
    'Gifts to grandchildren.',
  ],
  J: [
    'Distribution by the partnership to its partners.',
    'Pro rata distribution for no consideration.',
    'Return of shares from a grantor retained annuity trust; the gift was exempt.',
    'Transfer to a GRAT, a bona fide gift of the remainder.',
    'Shares returned by a charity: a charitable gift of 2021 was rescinded.',
    'Reversal of a bona fide gift.',
    'Transfer by a division of property, no bona fide gift.',
    'Transferred under a divorce decree.',
    'Not a bona fide gift: for consideration.',
    'Distribution from an estate by bona fide gift.',
    'Shares acquired under the dividend reinvestment plan.',
    'Shares loaned under a securities loan.',
    'Exchange of Class A for Class B; some of the shares were previously gifted to a relative.',
    'Shares received from the Issuer in exchange for services.',
    'Distribution in kind, of which a part may become a charitable contribution.',
    'Purchase under the employee stock purchase plan.',
    'Received in a spin-off.',
    'Settlement of a forward contract.',
    'Contribution to a partnership.',
    'Transferred to a trust as a bona fide gift and returned.',
  ],
  A: [
    'Award of restricted stock units.',
    'Purchased under the employee stock purchase plan.',
    'Purchased from the Issuer in an offering that its board approved.',
    'Purchased from the Company at the price of the open market.',
    'Shares acquired in the open market by the plan trustee under the 401(k) plan.',
    'Acquired by dividend reinvestment in the open market.',
    'Shares bought in the open market by the administrator of the deferred compensation plan.',
    'Shares purchased in the open market by the agent for the directors.',
    'Purchased in the open market with the retainer fees under the program.',
    'Matching shares for shares purchased in the open market.',
    'Grant at the closing price of the open market.',
    'The shares were not purchased in the open market.',
    'Shares that vested.',
    'Phantom stock units.',
    'Acquired on the achievement of performance goals.',
    'Issued in place of cash.',
    'Annual grant to directors.',
    'Granted in respect of shares purchased in the open market by the person.',
    'Acquired in a private placement approved under Rule 16b-3(d).',
    'Purchased in the underwritten public offering from the Issuer.',
  ],
};

describe('code-against-note of S, D, G, J and A', () => {
  for (const [code, note, speaksOf] of CONTRADICTED)
    it(`${code}: ${note}`, () => {
      const found = told(filing(code, note));
      assert.match(found.join(), /^warning code-against-note: Check the code: /);
      assert.equal(found.length, 1);
      assert.match(fixed('code-against-note', filing(code, note)), new RegExp(`\\| ${speaksOf} \\|`));
    });
  for (const [code, notes] of Object.entries(RIGHT))
    it(`${code}: ${notes.length} notes that are right`, () => {
      assert.equal(notes.length, 20);
      for (const note of notes) assert.deepEqual(told(filing(code, note)), [], note);
    });

  it('is an information of a note that other rows cite, or that begins with something else', () => {
    const note = 'Shares withheld by the Company to satisfy tax obligations.';
    const other = '| Common Stock | 03/07/2022 |  | M |  | 900 <sup>(1)</sup> | A | \\$0 | 10,196 | D |  |';
    assert.match(told(`${other}\n${row('S')}\n1. ${note}`).join(), /^information /);
    assert.match(told(filing('S', `On that day units vested. ${note}`)).join(), /^information /);
    assert.match(
      told(filing('S', `Units vested, and the shares that they gave were withheld by the Company.`)).join(),
      /^information /,
    );
  });
  it('is an information of a gift to a trust, which filers report with either code', () => {
    for (const note of [
      'Gift to a grantor retained annuity trust of which the reporting person is trustee.',
      'Bona fide gift by the spouse to a family trust.',
      'Gifts from the trust to its beneficiaries.',
    ])
      assert.match(told(filing('J', note)).join(), /^information code-against-note: Check the code: J/, note);
    assert.deepEqual(told(filing('J', 'Gift to a trust, rescinded in an exchange.')), []);
  });
  it('leaves a sale on the day of a conversion that is no grant', () => {
    const note = 'Shares withheld by the Company.';
    const exercised = (code: string, day: string): string =>
      `Table II\n| Rights | \\$20 | ${day} |  | ${code} |  |  | 900 | 03/07/2021 | 03/07/2032 | Common Stock | 900 | \\$0 | 0 | D |  |\n`;
    assert.deepEqual(told(filing('S', note, exercised('X', '03/07/2022'))), []);
    assert.equal(told(filing('S', note, exercised('X', '03/04/2022'))).length, 1);
    assert.equal(told(filing('S', note, exercised('M', '03/07/2022'))).length, 1);
  });
  it('leaves a note on the holding', () =>
    fine(
      `${row('S', '03/07/2022', '').replace('9,503', '9,503 <sup>(1)</sup>')}\n1. Includes shares that may be withheld by the Company.`,
    ));
});
