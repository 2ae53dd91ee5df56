/**
 * Words of a filing stay words, wherever they are shown: in hovers and completions as an editor renders them, on a terminal,
 * in the log of a build server.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import { completion, resolveCompletion } from '../../server/src/features/completion';
import { hover } from '../../server/src/features/hover';
import { MARKDOWN } from '../../server/src/features/hover/markup';
import { read } from '../../server/src/readers';
import { PAYLOADS } from './payloads';

const CLEAN = readFileSync('samples/clean.txt', 'utf8');
/** A filing that says a payload wherever it can say anything. */
const saying = (words: string): string =>
  CLEAN.replace(/^(Common Stock)\t([^\t\n]*\t){6}.*$/gm, (row) => {
    const cells = row.split('\t');
    cells[0] = `Common Stock ${words}`;
    cells[10] = `By ${words}`;
    return cells.join('\t');
  })
    .replace(/^- /gm, () => `- ${words} `)
    .replace('Chief', () => `${words} Chief`)
    .replace('10,196', () => '10,169');

/** What our own words are made of. A link is none of them: the pages of the rules are reached through diagnostics. */
const TAGS = /^<\/?(?:p|strong|em|ul|ol|li|blockquote|hr|code|pre|br)\b[^<>:]*>$/;

/** Fails where a text, rendered, is more than words. */
function harmless(markdown: string, about: string): void {
  const html = marked.parse(markdown, { gfm: true, async: false });
  for (const [tag] of html.matchAll(/<[^<>]*>/g)) assert.match(tag, TAGS, `${about}\n${markdown}\n${html}`);
  assert.doesNotMatch(html, /<(?:em|code|pre)/, `${about}\n${markdown}`);
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  assert.doesNotMatch(markdown, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/, about);
}

const documentation = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : '';

describe(`${PAYLOADS.length} payloads`, () => {
  it('there are fifty at least, each once', () => assert.ok(new Set(PAYLOADS).size >= 50));

  it('the tests see one that comes through', () => {
    for (const bad of ['[x](https://e.example)', '<img src=x>', 'www.e.example', '`x`', '\u001b[31m'])
      assert.throws(() => harmless(bad, ''));
  });

  for (const payload of PAYLOADS)
    it(`hover and completion show ${JSON.stringify(payload)} as words`, () => {
      const filing = read(saying(payload));
      let hovers = 0;
      for (let line = 0; line < filing.lines.starts.length; line++) {
        const { start, end } = filing.lines.lineSpan(line);
        for (let at = start; at <= end; at += 17) {
          const place = filing.lines.position(at);
          const shown = hover(filing, place, MARKDOWN);
          if (!shown) continue;
          hovers++;
          harmless(documentation(shown.contents), 'hover');
        }
        const place = filing.lines.position(end);
        const options = { uri: 'a', others: [filing], today: 20_000, snippets: true, labelDetails: true };
        for (const item of completion(filing, place, options)) {
          const resolved = resolveCompletion({ ...item }, MARKDOWN, () => [filing]);
          harmless(documentation(resolved.documentation), 'completion');
          // eslint-disable-next-line no-control-regex -- control characters are what must not be there
          assert.doesNotMatch(item.label, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        }
      }
      assert.ok(hovers > 10, `${hovers} hovers`);
    });
});

describe(`${PAYLOADS.length} payloads on the command line`, function () {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'form4-payloads-'));
    for (const [at, payload] of PAYLOADS.entries()) {
      const name = payload.replace(/[/\0]/g, '_').slice(0, 60);
      writeFileSync(join(folder, `${at}${name}.txt`), saying(payload));
      writeFileSync(join(folder, `${name}${at}.txt`), saying(payload));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const format of ['stylish', 'compact', 'github', 'json', 'jsonl', 'sarif', 'gitlab', 'junit', 'checkstyle'])
    it(`no control character and no command of theirs in ${format}`, () => {
      const args = [join(process.cwd(), 'dist/cli.js'), 'check', '--today', '2024-06-03', '--format', format, '.'];
      const env = { ...process.env, NO_COLOR: '1' };
      const { stdout, stderr, status } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        env,
        maxBuffer: 64_000_000,
      });
      assert.equal(status, 1, stderr);
      for (const out of [stdout, stderr]) {
        // eslint-disable-next-line no-control-regex -- control characters are what must not be there
        const bad = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/.exec(out);
        if (bad) assert.fail(`${JSON.stringify(out.slice(Math.max(0, bad.index - 80), bad.index + 20))}`);
        const commands = out.split('\n').filter((line) => /^\s*::|##(?:\[|vso\[)/.test(line));
        const own =
          /^::(?:error|warning|notice) file=[^:]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::[^:]/;
        for (const line of commands) assert.match(line, format === 'github' ? own : /^$/);
      }
      assert.match(stdout, /holdings-total|Expected/);
      if (format.startsWith('json') || format === 'sarif' || format === 'gitlab')
        for (const text of format === 'jsonl' ? stdout.split('\n').filter(Boolean) : [stdout]) JSON.parse(text);
    });
});
