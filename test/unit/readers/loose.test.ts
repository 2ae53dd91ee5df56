/** Rows that have lost their cells: what each word can be says where it belongs, and where that is not enough nothing is read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';
import { writeOwnershipXml } from '../../../server/src/writers/edgarXml';
import { writeExplanation } from '../../../server/src/writers/explain';
import { toJson } from '../../../server/src/writers/json';
import { writePiped } from '../../../server/src/writers/piped';
import { writeProof } from '../../../server/src/writers/proof/proof';
import { writeText } from '../../../server/src/writers/text';
import { said } from '../harness';
import { TEARS, torn } from './torn';

const TODAY = 20_000;
const FIXTURES = [
  'bulleted-notes',
  'equity-swap',
  'several-owners',
  'remarks',
  'amendment',
  'plan-box',
  'no-explanation',
];
const source = (name: string): string => readFileSync(`test/fixtures/${name}.txt`, 'utf8');

const factsOf = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(toJson(read(text)), (key, value: unknown) =>
      ['range', 'raw', 'layout', 'problems', 'read', 'unread', 'inferred'].includes(key) ? undefined : value,
    ),
  );

const HEAD = `FORM 4
UNITED STATES SECURITIES AND EXCHANGE COMMISSION
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP
OMB Number: 3235-0287
1. Name and Address of Reporting Person*
Plimmer Ansel Tworek
2. Issuer Name and Ticker or Trading Symbol
SKELTER BAY MARINE CORP. [ SKBM ]
3. Date of Earliest Transaction (Month/Day/Year)
08/15/2022
5. Relationship of Reporting Person(s) to Issuer
X Director 10% Owner Officer (give title below) Other (specify below)
Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
1. Title of Security (Instr. 3) 2. Transaction Date (Month/Day/Year)
Code V Amount (A) or (D) Price
`;
const TABLE_II = `Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned
1. Title of Derivative Security (Instr. 3) 2. Conversion or Exercise Price of Derivative Security
Code V (A) (D) Date Exercisable Expiration Date Title Amount or Number of Shares
`;
const NOTES = `Explanation of Responses:
1. The first.
2. The second.
/s/ Ansel Tworek Plimmer 08/17/2022
** Signature of Reporting Person Date
`;

const page = (first: string, second = ''): string => `${HEAD}${first}\n${second && `${TABLE_II}${second}\n`}${NOTES}`;
const cells = (text: string): string[] =>
  [...read(text).nonDerivativeTable.rows, ...read(text).derivativeTable.rows].map((row) =>
    [
      row.securityTitle,
      ...('conversionOrExercisePrice' in row ? [row.conversionOrExercisePrice] : []),
      row.transactionDate,
      row.transactionCode,
      ...('acquired' in row
        ? [row.acquired, row.disposed]
        : [row.transactionShares, row.transactionAcquiredDisposedCode]),
      ...('exerciseDate' in row
        ? [row.exerciseDate, row.expirationDate, row.underlyingSecurityTitle, row.underlyingSecurityShares]
        : []),
      row.transactionPricePerShare,
      row.sharesOwnedFollowingTransaction,
      row.directOrIndirectOwnership,
      row.natureOfOwnership,
    ]
      .map(({ raw, markers }) => raw + markers.map(({ label }) => `(${label})`).join(''))
      .join('|'),
  );
const unread = (text: string): string[] =>
  read(text).unread.map(({ part, span }) => `${part}: ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`);

describe('a filing whose rows have lost their cells', () => {
  for (const name of FIXTURES)
    for (const tear of TEARS)
      it(`has the same facts: ${name}, ${tear}`, () => {
        const text = torn(source(name), tear);
        assert.deepEqual(unread(text), []);
        assert.deepEqual(factsOf(text), factsOf(source(name)));
        assert.deepEqual(said(check(read(text), { today: TODAY })), []);
      });

  for (const tear of TEARS)
    it(`is wrong where a total is wrong, once and in its place: ${tear}`, () => {
      const text = torn(source('bulleted-notes').replace('20,600', '26,000'), tear);
      const [finding, ...more] = check(read(text), { today: TODAY });
      assert.match(finding?.message ?? '', /^Expected 20,600 \(21,500 − 900 disposed of\)/);
      assert.equal(text.slice(finding!.span.start, finding!.span.end), '26,000');
      assert.deepEqual(said(more), []);
    });
});

describe('a row of which nothing parts the cells', () => {
  it('is read by the order of the form', () =>
    assert.deepEqual(
      cells(page('Common Stock 08/15/2022 S^(1) 900 D $48.11 20,600 D\nCommon Stock 5,000 I By Trust')),
      ['Common Stock|08/15/2022|S(1)|900|D|$48.11|20,600|D|', 'Common Stock||||||5,000|I|By Trust'],
    ));
  it('keeps letters and numbers in the names of securities', () =>
    assert.deepEqual(cells(page('Series A Preferred Stock 5 08/15/2022 S 900 D $48.11 20,600 D')), [
      'Series A Preferred Stock 5|08/15/2022|S|900|D|$48.11|20,600|D|',
    ]));
  it('takes a marker without a value for a cell of its own', () =>
    assert.deepEqual(cells(page('Common Stock 08/15/2022 G 900 D ^(1) 20,600 D')), [
      'Common Stock|08/15/2022|G|900|D|(1)|20,600|D|',
    ]));
  it('takes a number amid words for a word', () =>
    assert.deepEqual(cells(page('Common Stock 5,000 I By Trust (1) for Brother')), [
      'Common Stock||||||5,000|I|By Trust (1) for Brother',
    ]));
  it('goes on in the next line where there was no room', () =>
    assert.deepEqual(
      cells(
        page(
          'Common Stock 5,000 I By The Plimmer Family Trust dated March 3, 2001, as amended in 2004 and\nin 2008\nCommon Stock 700 I By Son',
        ),
      ),
      [
        'Common Stock||||||5,000|I|By The Plimmer Family Trust dated March 3, 2001, as amended in 2004 and in 2008',
        'Common Stock||||||700|I|By Son',
      ],
    ));
  it('is named, and not read, where two orders are as good', () => {
    const text = page('Common Stock 08/15/2022 S 900 D 20,600 20,600 20,600 D');
    assert.deepEqual(cells(text), []);
    assert.deepEqual(unread(text), ['nonDerivativeTable: Common Stock 08/15/2022 S 900 D 20,600 20,600 20,600 D']);
    assert.deepEqual(said(check(read(text), { today: TODAY })).length, 1);
  });
});

describe('a row of Table II of which nothing parts the cells', () => {
  it('has its amount on the side that its code takes', () =>
    assert.deepEqual(cells(page('', 'Option $5 08/15/2022 A 900 08/15/2023 08/15/2032 Common Stock 900 $0 900 D')), [
      'Option|$5|08/15/2022|A|900||08/15/2023|08/15/2032|Common Stock|900|$0|900|D|',
    ]));
  it('has no amount where its code takes either side', () => {
    const text = page('', 'Option $5 08/15/2022 J 900 08/15/2023 08/15/2032 Common Stock 900 $0 900 D');
    assert.deepEqual(cells(text), ['Option|$5|08/15/2022|J|||08/15/2023|08/15/2032|Common Stock|900|$0|900|D|']);
    assert.match(unread(text).join(), /^derivativeTable/);
  });
  it('has no amount where what is converted may have been received', () => {
    const text = page('', 'Class B 08/15/2022 C 900 (1) (1) Common Stock 900 $0 900 D');
    assert.match(unread(text).join(), /derivativeTable/);
    assert.doesNotMatch(cells(text).join(), /C\|900|C\|\|900/);
  });
});

describe('a filing of which a row could not be read', () => {
  const text = page(
    'Common Stock 08/15/2022 S 900 D $48.11 20,600 D\nCommon Stock 08/15/2022 S 900 D 20,600 20,600 20,600 D',
    'Option $5 08/15/2022 J 900 08/15/2023 08/15/2032 Common Stock 900 $0 900 D',
  );
  const lost = [
    'Common Stock 08/15/2022 S 900 D 20,600 20,600 20,600 D',
    'Option $5 08/15/2022 J 900 08/15/2023 08/15/2032 Common Stock 900 $0 900 D',
  ];
  for (const [name, write] of [
    ['text', writeText],
    ['Markdown', writePiped],
    ['a web page', writeProof],
  ] as const)
    it(`keeps its words in ${name}, and that is not read whole either`, () => {
      const written = write(read(text));
      for (const row of lost) assert.ok(written.includes(row), row);
      assert.notDeepEqual(check(read(written), { today: TODAY }), []);
    });
  it('is to be compared before it is filed as XML', () => {
    const { gaps } = writeOwnershipXml(read(text), 'X0609');
    assert.deepEqual(
      gaps.filter(({ ask }) => ask.startsWith('Table')).map(({ path, ask, why }) => [path, ask, why]),
      [
        [
          'ownershipDocument/nonDerivativeTable',
          'Table I, with the text that this was made from',
          '1 of its lines could not be read',
        ],
        [
          'ownershipDocument/derivativeTable',
          'Table II, with the text that this was made from',
          '1 of its lines could not be read',
        ],
      ],
    );
  });
  it('is explained with what is not known', () => {
    const said = writeExplanation({ name: 'a', filings: [read(text)], closed: new Set() }, 'text');
    assert.match(said, /What could not be read[\s\S]*Not all of Table I could be read\./);
  });
});

describe('a table that stands in a cell of another, on one line of bars', () => {
  const form = (
    rows: string,
  ): string => `| **FORM 4** | **STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP** | OMB Number: 3235-0287 |
| --- | --- | --- |

| 1\\. Name and Address of Reporting Person [\\*](#x) Plimmer Ansel Tworek 2\\. Issuer Name **and** Ticker or Trading SymbolSKELTER BAY MARINE CORP. \\[SKBM\\] 5\\. Relationship of Reporting Person(s) to Issuer(Check all applicable) \\_\\_X\\_\\_ Director \\_\\_\\_\\_\\_ 10% Owner (Last) (First) (Middle) 3\\. Date of Earliest Transaction (Month/Day/Year)08/15/2022 (City) (State) (Zip) **Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned** |
| --- |
| 1.Title of Security(Instr. 3) 2\\. Transaction Date (Month/Day/Year) 2A. Deemed Execution Date, if any (Month/Day/Year) 3\\. Transaction Code(Instr. 8) 4\\. Securities Acquired (A) or Disposed of (D)(Instr. 3, 4 and 5) 5\\. Amount of Securities Beneficially Owned Following Reported Transaction(s)(Instr. 3 and 4) 6\\. Ownership Form: Direct (D) or Indirect (I)(Instr. 4) 7\\. Nature of Indirect Beneficial Ownership(Instr. 4) Code V Amount (A) or (D) Price ${rows} |

## Explanation of Responses:

| **(1)** | The first. |
| --- | --- |
| **(2)** | The second. |
`;
  it('is read row by row', () => {
    const text = form(
      'Class A Stock 08/15/2022 M 1,500 [(1)](#F1) A $ 12.25 21,500 D Class A Stock 08/15/2022 S 900 D $ 48.11 20,600 D Class A Stock 400 I See Note [(2)](#F2) Class A Stock 300 I By Trust',
    );
    assert.deepEqual(cells(text), [
      'Class A Stock|08/15/2022|M|1,500(1)|A|$12.25|21,500|D|',
      'Class A Stock|08/15/2022|S|900|D|$48.11|20,600|D|',
      'Class A Stock||||||400|I|See Note(2)',
      'Class A Stock||||||300|I|By Trust',
    ]);
    assert.deepEqual(read(text).unread, []);
  });
  it('is not read where nothing says where the nature ends and the next title begins', () => {
    const text = form('Class A Stock 400 I By Trust Class B Stock 300 D Class A Stock 500 D');
    assert.ok(!cells(text).some((row) => /Trust|Class B/.test(row)));
    assert.deepEqual(
      read(text).unread.map(({ part }) => part),
      ['nonDerivativeTable'],
    );
  });
});

describe('a page whose lines end anywhere', () => {
  const rows = [
    'Common\nStock\n08/15/2022 S 900(1)\nD $48.11 20,600(2)\nD',
    'Common\nStock\n1,000 I By Daughter',
    'Common\nStock\n2,966.876 I\nBy Employee\nBenefit Plan\nTrust',
    'Common\nStock\n800 I By Son',
  ];
  it('has its rows by the order of their words, each from a title that the table is known to have', () =>
    assert.deepEqual(cells(page(rows.join('\n'))), [
      'Common Stock|08/15/2022|S|900(1)|D|$48.11|20,600(2)|D|',
      'Common Stock||||||1,000|I|By Daughter',
      'Common Stock||||||2,966.876|I|By Employee Benefit Plan Trust',
      'Common Stock||||||800|I|By Son',
    ]));
  it('has no row that swallows another: an amount with its form of ownership is of no title', () =>
    assert.deepEqual(
      cells(page('Class A Common Stock 3,000 D\nClass C\nCapital Stock 08/15/2022 S 900\nD $48.11\n20,600 D')),
      ['Class A Common Stock||||||3,000|D|', 'Class C Capital Stock|08/15/2022|S|900|D|$48.11|20,600|D|'],
    ));
  it('is not read where nothing tells a nature from the title behind it', () => {
    const text = page('Common\nStock\n1,000 I By Daughter\nClass B\nShares\n2,000 I\nBy Son');
    assert.match(unread(text)[0] ?? '', /^nonDerivativeTable: /);
    assert.deepEqual(
      said(check(read(text), { today: TODAY })).filter((one) => one.startsWith('error')),
      [],
    );
  });
  it('has words with a hyphen at the end of a line as one, in rows and in notes', () => {
    const text = page('Performance-\nbased\nShares\n1,000 D').replace('The first.', 'On a non-\nbusiness day.');
    assert.deepEqual(cells(text), ['Performance-based Shares||||||1,000|D|']);
    assert.equal(read(text).footnotes.list[0]?.text, 'On a non-business day.');
  });
});

describe('the head of a page without cells', () => {
  it('has the ticker that stands on lines below the issuer', () =>
    assert.equal(
      read(page('Common Stock 5,000 D').replace(' [ SKBM ]', '\n\n [ \nSKBM\n ]\n')).issuer.issuerTradingSymbol.raw,
      'SKBM',
    ));
  it('has notes whose number stands behind a blank, below the legends of an older page', () =>
    assert.deepEqual(
      read(
        page('Common Stock 5,000 D').replace(
          /1\. The first[\s\S]*second\./,
          '* If the form is filed by more than one reporting person, see Instruction 4(b)(v).\n( 1) The first.\n( 2) The second.',
        ),
      ).footnotes.list.map(({ number, text }) => `${number} ${text}`),
      ['1 The first.', '2 The second.'],
    ));
});
