/** One person in box 1 twice. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findings } from '../../harness';

const WHOLE = readFileSync('test/fixtures/whole.xml', 'utf8');
const OWNER = /<reportingOwner>[\s\S]*<\/reportingOwner>/.exec(WHOLE)![0];
const SEVERAL = readFileSync('test/fixtures/several-owners.txt', 'utf8');

const told = (text: string): string[] =>
  findings(text, { today: 30000 })
    .filter(({ rule }) => rule === 'owner-twice')
    .map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);

describe('owner-twice', () => {
  const withOwner = (cik: string, name = 'Vale Kim'): string =>
    WHOLE.replace(OWNER, `${OWNER}\n${OWNER.replace('0009999902', cik).replace('Alder Rowan J', name)}`);
  it('goes by the CIK in XML, with or without its zeros', () => {
    assert.deepEqual(told(withOwner('0009999902')), ['error 0009999902']);
    assert.deepEqual(told(withOwner('9999902')), ['error 9999902']);
  });
  it('lets two CIKs have one name, and says nothing of a blank', () => {
    assert.deepEqual(told(withOwner('0009999903', 'Alder Rowan J')), []);
    assert.deepEqual(told(withOwner('').replace('<rptOwnerCik>0009999902<', '<rptOwnerCik><')), []);
    assert.deepEqual(told(WHOLE), []);
  });
  it('goes by the name in a text', () => {
    const names = [...SEVERAL.matchAll(/Reporting Person\*? <u>([^<]*)</g)].map(([, name]) => name!);
    assert.ok(names.length > 1, SEVERAL.slice(0, 2000));
    assert.deepEqual(told(SEVERAL), []);
    assert.deepEqual(told(SEVERAL.replace(names[1]!, names[0]!.toUpperCase())), [`warning ${names[0]!.toUpperCase()}`]);
    assert.deepEqual(told(SEVERAL.replace(names[1]!, `${names[0]!} Jr`)), []);
    assert.deepEqual(told(SEVERAL.replace(names[1]!, `${names[0]!} Trust`)), []);
  });
});
