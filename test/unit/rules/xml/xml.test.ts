/** XML that EDGAR would not take, told in words. The pages of the rules show the plain cases. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findings } from '../../harness';

const XML = readFileSync('test/fixtures/layouts/edgarXml.xml', 'utf8');
const TODAY = 19300;

/** What the rules say of the fixture with one thing changed: rule, the words marked, the message. */
function saidOf(from: string | RegExp, to: string): string[] {
  const text = XML.replace(from, to);
  assert.notEqual(text, XML, 'nothing was changed');
  return findings(text, { today: TODAY }).map(
    ({ rule, severity, span, message }) => `${severity} ${rule} "${text.slice(span.start, span.end)}" ${message}`,
  );
}

describe('values', () => {
  it('may carry a comment, which is no part of them', () => {
    const [from] = /<sharesOwnedFollowingTransaction>\s*<value>\d{2}/.exec(XML)!;
    assert.deepEqual(saidOf(from, `${from}<!-- as of today -->`), []);
  });
  it('may be dates with an offset', () => assert.deepEqual(saidOf(/(<signatureDate>)(.*?)(<)/, '$1$2-05:00$3'), []));
  it('may be explained by a footnote at their timeliness', () => {
    const text = XML.replace('</footnotes>', '<footnote id="F77">Reported late.</footnote></footnotes>').replace(
      /<\/transactionCoding>/,
      '</transactionCoding><transactionTimeliness><value>L</value><footnoteId id="F77"/></transactionTimeliness>',
    );
    assert.deepEqual(
      findings(text, { today: TODAY }).filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});

describe('what is missing of a row', () => {
  it('is told at the row', () => {
    const [coding] = /<transactionCoding>[^<]*(?:<(?!\/transactionCoding)[^<]*)*<\/transactionCoding>/.exec(XML)!;
    const text = XML.replace(coding, '');
    const [said] = findings(text, { today: TODAY }).filter(({ rule }) => rule === 'code-unknown');
    const before = text.slice(0, said!.span.start);
    assert.ok(
      before.lastIndexOf('<nonDerivativeTransaction>') > before.lastIndexOf('</nonDerivativeTransaction>'),
      before.slice(-80),
    );
  });
});

describe('xml-structure', () => {
  it('says what is missing of the document, once', () => {
    assert.deepEqual(saidOf(/<issuerCik>.*?<\/issuerCik>/, ''), [
      'error xml-structure "issuer" Expected <issuerCik> in <issuer>; it is not there.',
    ]);
    assert.deepEqual(saidOf(/<documentType>.*?<\/documentType>/, ''), [
      'error xml-structure "ownershipDocument" Expected <documentType> in <ownershipDocument>; it is not there.',
    ]);
  });
  it('knows the kinds of document', () =>
    assert.deepEqual(saidOf('<documentType>4<', '<documentType>4B<'), [
      'error xml-structure "4B" Expected 4, 4/A, 3, 3/A, 5 or 5/A in <documentType>; found "4B".',
    ]));
  it('wants shares or their value, not both', () => {
    const [said] = saidOf(
      '<transactionShares>',
      '<transactionTotalValue><value>5</value></transactionTotalValue><transactionShares>',
    );
    assert.equal(
      said,
      'error xml-structure "transactionShares" Expected either <transactionTotalValue> or <transactionShares> in <transactionAmounts>; found both.',
    );
  });
  it('knows how keys, numbers and symbols are written', () => {
    for (const [from, to, said] of [
      [
        /<issuerCik>\d+</,
        '<issuerCik>00X9<',
        '"00X9" Expected a CIK of at most ten digits in <issuerCik>; found "00X9".',
      ],
      [
        /<issuerTradingSymbol>[^<]*</,
        '<issuerTradingSymbol> <',
        '"issuerTradingSymbol" Expected the trading symbol, or NONE where there is none, in <issuerTradingSymbol>; it is blank.',
      ],
      [
        /(<sharesOwnedFollowingTransaction>\s*<value>)\d+/,
        '$11,000',
        '"1,000" Expected a number without commas and dollar signs in <sharesOwnedFollowingTransaction>; found "1,000".',
      ],
    ] as const)
      assert.ok(saidOf(from, to).includes(`error xml-structure ${said}`), String(from));
  });
  it('knows what goes into an element, and what does not', () => {
    for (const [from, to, said] of [
      ['<issuer>', '<issuer kind="1">', '"issuer" Expected no attribute in <issuer>; found "kind="1"".'],
      ['<issuer>', '<issuer>Qux', '"issuer" Expected elements alone in <issuer>; found the words "Qux" among them.'],
      [
        /<footnoteId id="F1"\/>/,
        '<footnoteId id="1"/>',
        '"footnoteId" Expected an id from F1 to F99 in <footnoteId>; found "1".',
      ],
      [
        /<footnoteId id="F1"\/>/,
        '<footnoteId/>',
        '"footnoteId" Expected an id from F1 to F99 in <footnoteId>; found none.',
      ],
      [/<isDirector>[^<]*</, '<isDirector><', '"isDirector" Expected 0 or 1 in <isDirector>; it is blank.'],
      [
        /<(\/?)reportingOwnerRelationship>/g,
        '<$1reportingOwnerRelation>',
        '"reportingOwnerRelation" Expected <reportingOwnerRelationship> in <reportingOwner>; found <reportingOwnerRelation>, a name that EDGAR does not know.',
      ],
      [
        /(<periodOfReport>)(\d{4})-(\d\d)-(\d\d)/,
        '$1$3/$4/$2',
        /^"[\d/]{10}" Expected a date such as 2026-03-31 \(year-month-day\) in <periodOfReport>; found/,
      ],
      [
        /<rptOwnerState>[^<]*</,
        '<rptOwnerState>Maine<',
        '"Maine" Expected EDGAR’s code of a state or country, two capitals or digits, in <rptOwnerState>; found "Maine".',
      ],
    ] as const) {
      const all = saidOf(from, to).map((one) => one.replace('error xml-structure ', ''));
      assert.ok(
        all.some((one) => (typeof said === 'string' ? one === said : said.test(one))),
        `${String(said)}\n${all.join('\n')}`,
      );
    }
  });
  it('takes the namespaces of a document, and states abroad until X0609', () => {
    assert.deepEqual(
      saidOf('<ownershipDocument>', '<ownershipDocument xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'),
      [],
    );
    for (const state of ['A1', '2M', 'ME', ''])
      assert.deepEqual(saidOf(/<rptOwnerState>[^<]*</, `<rptOwnerState>${state} <`), [], state);
    const abroad = XML.replace(/<rptOwnerState>[^<]*</, '<rptOwnerState>2M<').replace(/X0\d{3}/, 'X0609');
    assert.match(
      findings(abroad, { today: TODAY })
        .map(({ message }) => message)
        .join(),
      /code of a state of the United States in <rptOwnerState>; found "2M"/,
    );
  });
  it('asks less of the older schemas', () => {
    const blank = XML.replace(/<isDirector>[^<]*</, '<isDirector><');
    const severities = (version: string): string[] =>
      findings(blank.replace(/X0\d{3}/, version), { today: TODAY })
        .filter(({ rule }) => rule === 'xml-structure')
        .map(({ severity }) => severity);
    assert.deepEqual(severities('X0202'), ['information']);
    assert.deepEqual(severities('X0303'), ['error']);
  });
  it('tells a row without anything in it once', () =>
    assert.deepEqual(
      saidOf(
        /<nonDerivativeTransaction>[\s\S]*?<\/nonDerivativeTransaction>/,
        '<nonDerivativeTransaction></nonDerivativeTransaction>',
      ).filter((one) => one.includes('nonDerivativeTransaction')),
      [
        'error xml-structure "nonDerivativeTransaction" Expected <securityTitle> and other elements in <nonDerivativeTransaction>; found none.',
      ],
    ));
  it('takes ten owners, and tells the eleventh once', () => {
    const owner = /<reportingOwner>[\s\S]*?<\/reportingOwner>/.exec(XML)![0];
    const many = (count: number): string[] =>
      saidOf(owner, owner.repeat(count)).filter((one) => one.includes('xml-structure'));
    assert.deepEqual(many(10), []);
    assert.deepEqual(many(12), [
      'error xml-structure "reportingOwner" Expected at most 10 <reportingOwner> in <ownershipDocument>; this is one more.',
    ]);
  });
  it('measures an address', () =>
    assert.deepEqual(saidOf('<rptOwnerStreet2>9 ROPEWALK<', `<rptOwnerStreet2>${'9 ROPEWALK '.repeat(4)}<`), [
      'error xml-structure "9 ROPEWALK 9 ROPEWALK 9 ROPEWALK 9 ROPEWALK" Expected at most 40 characters in <rptOwnerStreet2>; found 43.',
    ]));
  it('tells an element that is in another order once', () =>
    assert.deepEqual(
      saidOf(/(<documentType>.*?<\/documentType>)(\s*)(<periodOfReport>.*?<\/periodOfReport>)/, '$3$2$1'),
      [
        'error xml-structure "documentType" Expected <documentType> before <periodOfReport>; found it behind. In <ownershipDocument> the elements come in a fixed order.',
      ],
    ));
  it('leaves a code, a footnote and a total that are missing to the rules that know them', () => {
    for (const [element, rule] of [
      ['transactionCode', 'code-unknown'],
      ['sharesOwnedFollowingTransaction', 'holdings-total-missing'],
    ] as const) {
      const said = saidOf(new RegExp(`<${element}>[^]*?</${element}>`), '');
      assert.deepEqual(
        said.map((one) => one.split(' ')[1]),
        [rule],
      );
    }
  });
  it('is silent where the tags do not match', () =>
    assert.deepEqual(
      saidOf('</issuer>', '').filter((said) => said.includes('xml-structure')),
      [],
    ));
  it('passes over what a browser left behind', () =>
    assert.deepEqual(saidOf('<documentType>', '<script/><documentType>'), []));
  it('says no more than a reader can use', () => {
    const said = saidOf('<documentType>', '<b/>'.repeat(5000) + '<documentType>');
    assert.equal(said.length, 200);
  });
});

describe('xml-wellformed', () => {
  it('names a document type and an entity that XML does not know', () => {
    assert.deepEqual(
      saidOf('<ownershipDocument>', '<!DOCTYPE a SYSTEM "file:///a"><ownershipDocument>').map((said) =>
        said.split('" ').pop(),
      ),
      ['A document type declaration has no place in a filing; it is not read.'],
    );
    assert.equal(saidOf('>Common Stock<', '>Common&nbsp;Stock<')[0]?.split(' ')[1], 'xml-wellformed');
  });
  it('gives the number of a character that HTML has a name for, and knows which numbers stand for none', () => {
    assert.deepEqual(saidOf('>Common Stock<', '>Common&nbsp;Stock<').slice(0, 1), [
      'error xml-wellformed "&nbsp;" Expected &#160; for the character that HTML calls &nbsp;, a name that XML does not know.',
    ]);
    for (const reference of ['&#0;', '&#x1F;', '&#xFFFE;', '&#1114112;'])
      assert.deepEqual(
        saidOf('Fully exercisable.', `Fully ${reference} exercisable.`).filter((one) => one.includes('xml-wellformed')),
        [
          `error xml-wellformed "${reference}" Expected a character that XML can hold; found "${reference}", which stands for none.`,
        ],
      );
    for (const reference of ['&#9;', '&#160;', '&#x1F600;', '&amp;'])
      assert.deepEqual(
        saidOf('Fully exercisable.', `Fully ${reference} exercisable.`).filter((one) => one.includes('xml-wellformed')),
        [],
      );
  });
  it('marks a "<" among words', () =>
    assert.deepEqual(saidOf('Fully exercisable.', 'Fully exercisable at < $5.'), [
      'error xml-wellformed "<" Expected &lt; for a "<" that begins no tag.',
    ]));
  it('takes references, comments and CDATA', () =>
    assert.deepEqual(
      saidOf('Fully exercisable.', 'Fully &amp; wholly &#8220;exercisable&#x201d;<!-- & < --><![CDATA[ & < ]]>.'),
      [],
    ));
});
