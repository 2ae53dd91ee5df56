/** XML made to harm its reader: read and checked in time that grows with the text, and with nothing but the text. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAll } from '../../../server/src/readers';
import { check } from '../../../server/src/rules/run';

const XML = readFileSync('test/fixtures/layouts/edgarXml.xml', 'utf8');
const inside = (words: string): string => XML.replace('<nonDerivativeTable>', `${words}<nonDerivativeTable>`);

/** Entities that stand for ten of the one before, as many levels deep as are asked for. */
function laughs(levels: number): string {
  const entities = Array.from(
    { length: levels },
    (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`,
  ).join('\n');
  return `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol0 "lol">\n${entities}]>\n${XML.replace('>Common Stock<', `>&lol${levels};<`)}`;
}

const ATTACKS: Readonly<Record<string, (size: number) => string>> = {
  'entities of entities': (size) => laughs(size / 100),
  'elements one in the other': (size) => inside('<a>'.repeat(size)),
  'elements one in the other, closed': (size) => inside('<a>'.repeat(size) + '</a>'.repeat(size)),
  'attributes of one element': (size) =>
    XML.replace('<ownershipDocument>', `<ownershipDocument ${'a="b" '.repeat(size * 10)}>`),
  'ids of one element': (size) => inside(`<footnoteId ${'id="F1" '.repeat(size)}/>`),
  'closing tags of nothing': (size) => inside('</a>'.repeat(size)),
  'comments without an end': (size) => inside('<!-- '.repeat(size)),
  'CDATA without an end': (size) => inside('<![CDATA['.repeat(size)),
  'tags without an end': (size) => XML + '<a '.repeat(size),
  ampersands: (size) => inside('&'.repeat(size)),
  'elements that are unknown': (size) => inside('<b/>'.repeat(size)),
  'documents in documents': (size) => '<ownershipDocument>'.repeat(size / 5) + XML,
  rows: (size) =>
    XML.replace('</nonDerivativeTable>', '<nonDerivativeTransaction/>'.repeat(size / 20) + '</nonDerivativeTable>'),
};

function took(text: string): number {
  const before = process.cpuUsage();
  for (const filing of readAll(text)) check(filing, { today: 19_300 });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
const SIZE = 50_000;
const MOST_LOOKS = 5;

describe('XML made to harm', function () {
  for (const [name, attack] of Object.entries(ATTACKS))
    it(`costs twice the time for twice the text: ${name}`, () => {
      const [one, two] = [attack(SIZE), attack(2 * SIZE)];
      took(one);
      // Whatever else the machine does makes both slower, and seldom just the second one several times in a row.
      const looks: string[] = [];
      while (looks.length < MOST_LOOKS) {
        const once = Math.min(took(one), took(one));
        const twice = Math.min(took(two), took(two));
        // Below this the clock and the collector of garbage weigh more than the text.
        if (twice < 3.2 * Math.max(once, 30)) return;
        looks.push(`${once} ms, then ${twice} ms`);
      }
      assert.fail(looks.join('; '));
    });
  it('reads a million attributes and a hundred thousand elements one in the other', () => {
    for (const text of [ATTACKS['attributes of one element']!(100_000), ATTACKS['elements one in the other']!(100_000)])
      assert.ok(took(text) < 5000);
  });
  it('expands no entity, of the text or from elsewhere', () => {
    const outside = XML.replace(
      '<ownershipDocument>',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><ownershipDocument>',
    ).replace('>Common Stock<', '>&x;<');
    for (const [text, words] of [
      [laughs(9), '&lol9;'],
      [outside, '&x;'],
    ] as const) {
      const [filing] = readAll(text);
      assert.equal(filing!.nonDerivativeTable.rows[0]!.securityTitle.value, words);
      assert.equal(filing!.nonDerivativeTable.rows.length, 3);
    }
  });
});

describe('a line that begins with a sign beyond ASCII', () => {
  it('is none of the form’s headings, whatever pair of letters its code would stand for', () => {
    for (let second = 128; second < 16_384; second++) {
      const text = `STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n0${String.fromCharCode(second)} x\n`;
      assert.doesNotThrow(() => readAll(text), `0 and ${second}`);
    }
  });
});
