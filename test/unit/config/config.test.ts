/** `.form4.json` as the editor's server finds it, in files that are made up. */
import assert from 'node:assert/strict';
import { configDiagnostics } from '../../../server/src/config/configDiagnostics';
import { configOf, NO_CONFIG, parseConfig } from '../../../server/src/config/config';
import { DocumentConfigs, type DocumentConfig } from '../../../server/src/server/documentConfigs';
import { NO_SETTINGS, settingsOf } from '../../../server/src/server/settings';
import { dayOf } from '../../../server/src/text/days';

function configsOf(files: Record<string, string>) {
  const asked: string[] = [];
  const told: string[] = [];
  const watched: string[] = [];
  const all = new DocumentConfigs({
    textOf: async (uri) => (asked.push(uri), files[uri]),
    tell: (message) => told.push(message),
    watch: (folder, name) => watched.push(folder + name),
  });
  const of = (uri: string, settings = {}): Promise<DocumentConfig> => all.of(uri, configOf(settings).config);
  return { all, of, asked, told, watched };
}

describe('.form4.json in the editor', () => {
  it('the nearest one alone, and none for what lies nowhere', async () => {
    const { of } = configsOf({
      'file:///.form4.json': '{ "rules": { "box-3": "off" } }',
      'file:///a/.form4.json': '{ "rules": { "holdings-total": "hint" }, "extraClosures": ["2022-03-09"] }',
    });
    const config = await of('file:///a/b/c/one.txt');
    assert.deepEqual(config.rules, { 'holdings-total': 'hint' });
    assert.deepEqual([...config.closed], [dayOf(2022, 3, 9)]);
    assert.deepEqual((await of('file:///x/one.txt')).rules, { 'box-3': 'off' });
    assert.deepEqual((await of('untitled:Untitled-1')).rules, {});
  });

  it('goes before the settings of the editor, rule by rule, and says who has set what', async () => {
    const { of } = configsOf({ 'file:///a/.form4.json': '{ "rules": { "footnotes": "hint", "box-3": "off" } }' });
    const { rules, whoSet } = await of('file:///a/one.txt', {
      rules: { 'footnote-order': 'error', 'title-drift': 'error', 'box-3': 'error' },
    });
    assert.equal(rules['footnote-order'], 'hint');
    assert.equal(rules['title-drift'], 'error');
    assert.equal(rules['box-3'], 'off');
    assert.equal(whoSet('footnote-order'), 'set in /a/.form4.json');
    assert.equal(whoSet('title-drift'), 'set in the settings of the editor');
  });

  it('names the known findings of just this file, from the folder of the baseline', async () => {
    const entry = { rule: 'box-3', fingerprint: '0123456789abcdef' };
    const baseline = JSON.stringify({ schemaVersion: 1, findings: { '../a/b/one.txt': [entry] } });
    const { of, watched } = configsOf({
      'file:///a/.form4.json': '{ "baseline": "../k/known.json" }',
      'file:///k/known.json': baseline,
    });
    assert.deepEqual((await of('file:///a/b/one.txt')).known, [entry]);
    assert.deepEqual((await of('file:///a/b/two.txt')).known, []);
    assert.deepEqual(watched, ['file:///a/.form4.json', 'file:///k/known.json']);
  });

  it('names no place for the filings before but one below its own folder', async () => {
    const placeOf = async (name: string): Promise<[string | undefined, number]> => {
      const { of, told } = configsOf({ 'file:///a/.form4.json': JSON.stringify({ previousFiling: name }) });
      return [(await of('file:///a/b/one.txt')).previousFiling, told.length];
    };
    for (const name of ['filed', './filed/']) assert.deepEqual(await placeOf(name), ['file:///a/filed', 0], name);
    for (const name of [
      '..',
      '../past',
      'filed/..',
      'filed/../../past',
      '/past',
      '~/past',
      'C:\\past',
      '..\\past',
      'file:///past',
    ])
      assert.deepEqual(await placeOf(name), [undefined, 1], name);
    assert.deepEqual(await placeOf('%2e%2e/past'), ['file:///a/%252e%252e/past', 0], 'a folder of that very name');
    for (const word of ['automatic', 'off']) assert.deepEqual(await placeOf(word), [word, 0]);
  });

  it('is read once, told of once, and read anew when it is forgotten', async () => {
    const files = { 'file:///a/.form4.json': '{ "rules": { "box3": "off" }, "baseline": "known.json" }' };
    const { all, of, asked, told } = configsOf(files);
    await Promise.all([of('file:///a/one.txt'), of('file:///a/two.txt'), of('file:///a/b/three.txt')]);
    assert.equal(asked.filter((uri) => uri === 'file:///a/.form4.json').length, 1);
    assert.deepEqual(told, [
      '/a/.form4.json: There is no rule and no family of rules "box3". Did you mean "box-3"?',
      '/a/.form4.json: the baseline /a/known.json cannot be read',
    ]);
    files['file:///a/.form4.json'] = '{ "rules": { "box-3": "off" } }';
    assert.ok(all.concerns('file:///a/.form4.json') && all.concerns('file:///a/known.json'));
    assert.ok(!all.concerns('file:///a/one.txt'));
    all.forget();
    assert.deepEqual((await of('file:///a/one.txt')).rules, { 'box-3': 'off' });
  });

  it('that makes no sense leaves things as they are', async () => {
    for (const text of ['', '[]', '{ "rules": 7, "baseline": "\\ud800" }']) {
      const { of } = configsOf({ 'file:///.form4.json': text });
      assert.deepEqual((await of('file:///one.txt')).rules, {}, text);
    }
    const odds = [undefined, null, 7, [], { rules: [] }, { inlayHints: 'loud', codeLens: 'yes' }];
    for (const odd of odds) assert.deepEqual(settingsOf(odd), NO_SETTINGS);
  });
});

describe('an open .form4.json', () => {
  const said = (text: string): string[] =>
    configDiagnostics(text).map(
      ({ range: { start, end }, severity, message }) =>
        `${start.line}:${text.split('\n')[start.line]!.slice(start.character, end.character)} ${severity}: ${message as string}`,
    );
  it('says at the word what is not known, and what was likely meant', () => {
    const text =
      '{\n"rule": {},\n"rules": {\n"holdings-totl": "off",\n"box-3": "eror" },\n"extraClosures": ["2023-02-30"] }';
    assert.deepEqual(said(text), [
      '1:"rule" 2: There is no setting "rule". Did you mean "rules"?',
      '5:"2023-02-30" 1: "extraClosures" takes days as "2023-03-07"; found "2023-02-30".',
      '3:"holdings-totl" 2: There is no rule and no family of rules "holdings-totl". Did you mean "holdings-total"?',
      '4:"box-3" 1: "box-3" takes off, hint, information, warning, error; found "eror". Did you mean "error"?',
    ]);
  });
  it('says it at the key that is meant, whatever else is called so', () => {
    assert.deepEqual(said('{ "titles": ["holdings-totl"],\n"rules": { "holdings-totl": "off" } }'), [
      '1:"holdings-totl" 2: There is no rule and no family of rules "holdings-totl". Did you mean "holdings-total"?',
    ]);
    assert.deepEqual(said('{ "natures": ["2023-02-30"],\n"extraClosures": ["2023-03-07",\n"2023-02-30"] }'), [
      '2:"2023-02-30" 1: "extraClosures" takes days as "2023-03-07"; found "2023-02-30".',
    ]);
  });
  it('says of a key that stands there twice what is wrong with the last, which counts', () => {
    assert.deepEqual(said('{ "rules": { "box-3": "off",\n"box-3": "loud" } }'), [
      '1:"box-3" 1: "box-3" takes off, hint, information, warning, error; found "loud".',
    ]);
  });
  it('may have comments', () => {
    const text = '// ours\n{ "rules": { /* for now */ "box-3": "off" } }';
    assert.deepEqual(parseConfig(text), { config: { ...NO_CONFIG, rules: { 'box-3': 'off' } }, problems: [] });
  });
  it('that is no JSON is told of in words, with its line', () => {
    const faults = [
      '',
      '{\n"rules": {}\n"titles": [] }',
      '{ "titles": [1,] }',
      '{',
      'no',
      '{ "titles": ["a }',
      '{} {}',
    ];
    assert.deepEqual(
      faults.map((text) =>
        parseConfig(text)
          .problems.map(({ message }) => message)
          .join(),
      ),
      [
        'This is not JSON: in line 1 a value is expected.',
        'This is not JSON: in line 3 a comma is expected.',
        'This is not JSON: in line 1 a value is expected.',
        'This is not JSON: in line 1 a closing } is expected.',
        'This is not JSON: in line 1 something stands that JSON does not have.',
        'This is not JSON: in line 1 a text has no closing quote.',
        'This is not JSON: in line 1 nothing more is expected.',
      ],
    );
    assert.match(parseConfig('['.repeat(200_000)).problems[0]!.message, /nested too deeply/);
  });
  it('has no key that reaches behind the others', () => {
    const { config, problems } = parseConfig('{ "__proto__": { "titles": ["Common Stock"] } }');
    assert.deepEqual(config, NO_CONFIG);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['There is no setting "__proto__".'],
    );
  });
  it('is left alone where it is fine, and where the editor says by itself that it is no JSON', () => {
    assert.deepEqual(said('{ "rules": { "holdings": "off" } }'), []);
    assert.deepEqual(said('{ "rules": '), []);
  });
});
