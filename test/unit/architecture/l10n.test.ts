/** Every word of the client that a user can see can be translated; those of the server are the form's own, in English. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { globSync } from 'tinyglobby';

/** Properties and settable fields of VS Code's API that are shown. */
const SHOWN = /^(?:title|placeHolder|label|description|detail|tooltip|text|name|openLabel|prompt|message)$/;
const SHOWING = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|createOutputChannel)$/;
/** Names, which are the same in every language. */
const NAMES = /^(?:Form 4|EDGAR XML X0\d{3}|Markdown|[A-Z]+(?:_[A-Z]+)*|form4.*|xml|txt|md|json|csv)$/;

/** The strings under an expression that hold words and are not given to l10n.t. */
function bare(node: ts.Node): string[] {
  if (ts.isCallExpression(node)) {
    if (node.expression.getText() === 'l10n.t') return [];
    return node.arguments.length > 0 &&
      /\.(?:get|has|startsWith|replaceAll|split|test)$/.test(node.expression.getText())
      ? []
      : node.arguments.flatMap(bare);
  }
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(bare);
  if (ts.isFunctionLike(node)) return [];
  if (ts.isBinaryExpression(node) && /^[=!]==?$/.test(node.operatorToken.getText())) return [];
  const own =
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail;
  const text = own ? (node as ts.StringLiteralLike).text : '';
  const inside: string[] = [];
  node.forEachChild((child) => void inside.push(...bare(child)));
  return [...(/\p{L}{2}/u.test(text) && !NAMES.test(text.trim()) ? [text] : []), ...inside];
}

/** What of a source is shown and cannot be translated, as `line: words`. */
function untranslated(source: string): string[] {
  const tree = ts.createSourceFile('a.ts', source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const look = (node: ts.Node, shown: ts.Node): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(...bare(shown).map((text) => `${line + 1}: ${text}`));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && SHOWN.test(node.name.getText())) look(node, node.initializer);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      if (ts.isPropertyAccessExpression(node.left) && SHOWN.test(node.left.name.text)) look(node, node.right);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      if (SHOWING.test(node.expression.name.text) && node.arguments[0]) look(node, node.arguments[0]);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

describe('words that are shown', () => {
  for (const file of globSync('client/src/**/*.ts').sort())
    it(`${file} gives them to l10n.t`, () => assert.deepEqual(untranslated(readFileSync(file, 'utf8')), []));

  it('a bare one is noticed', () => {
    const some = (source: string): number => untranslated(source).length;
    assert.equal(some(`window.showInformationMessage('Not done.')`), 1);
    assert.equal(some('item.text = `Form 4: ${n} are left`'), 2);
    assert.equal(some(`pick({ placeHolder: open ? 'Which one?' : l10n.t('None') })`), 1);
    assert.equal(some(`pick({ title: l10n.t('Which one?'), name: 'Form 4' }); item.text = one === 'abc' ? a : b`), 0);
  });

  it('are collected in l10n/bundle.l10n.json and package.nls.json, and nothing else is', function () {
    const { status, stderr } = spawnSync(process.execPath, ['tools/l10n.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  /** Every string under a key that a user can see. */
  const seen = (value: unknown, key = ''): string[] => {
    if (typeof value === 'string')
      return /^(?:title|shortTitle|description|markdownDescription|label|.*Descriptions)$/.test(key) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((one) => seen(one, key));
    return value && typeof value === 'object' ? Object.entries(value).flatMap(([name, one]) => seen(one, name)) : [];
  };
  it('has words in package.nls.json alone', () => {
    const all = seen(manifest.contributes);
    assert.ok(all.length > 30);
    assert.deepEqual(
      // The label of a page is its path.
      all.filter((words) => !/^(?:%.+%|\$\{path\})$/.test(words) && !NAMES.test(words)),
      [],
    );
  });

  const { contributes } = manifest as {
    contributes: {
      commands: { command: string; category: string }[];
      menus: Record<string, { command: string; when?: string }[]>;
      configuration: {
        properties: Record<string, { scope?: string; description?: string; markdownDescription?: string }>;
      };
      walkthroughs: { steps: { media: { markdown: string }; description: string; completionEvents: string[] }[] }[];
      keybindings?: { command: string; when?: string }[];
    };
  };
  /** Commands that make sense with any file in front. */
  const ANYWHERE = [
    'form4.boardOfFilings',
    'form4.checkFolder',
    'form4.filing.new',
    'form4.holdingsOverTime',
    'form4.openSample',
  ];
  it('names every command “Form 4: …”, and offers it where it makes sense', () => {
    for (const { command, category } of contributes.commands) {
      assert.equal(category, 'Form 4', command);
      const menu = contributes.menus.commandPalette!.find((one) => one.command === command);
      assert.equal(menu?.when === undefined, ANYWHERE.includes(command), command);
    }
  });
  it('has at most 20 settings, each with a description and a scope', () => {
    const settings = Object.entries(contributes.configuration.properties);
    assert.ok(settings.length <= 20, `${settings.length}`);
    for (const [id, { scope, description, markdownDescription }] of settings)
      assert.ok(scope && (description ?? markdownDescription), id);
  });
  it('has a walkthrough whose pages ship and whose commands exist', () => {
    const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    const ours = contributes.commands.map(({ command }) => command);
    for (const { media, description, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(shipped.includes(`!${media.markdown}`), media.markdown);
      const named = [...words[description.slice(1, -1)]!.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id!);
      const waited = completionEvents.flatMap((event) => /^onCommand:(.+)$/.exec(event)?.[1] ?? []);
      for (const id of [...named, ...waited]) assert.ok(!id.startsWith('form4.') || ours.includes(id), id);
      assert.ok(named.length > 0 && completionEvents.length > 0);
    }
  });
  it('suggests keys for a Form 4 in front alone', () => {
    for (const { command, when } of contributes.keybindings ?? [])
      assert.match(when ?? '', /form4\.isForm4|form4/, command);
  });
});

describe('a pseudo language', function () {
  it('changes every word, keeps every placeholder, and leaves out nothing', () => {
    const script = `
      import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
      import fs from 'node:fs';
      const of = (file) => getL10nPseudoLocalized(JSON.parse(fs.readFileSync(file, 'utf8')));
      console.log(JSON.stringify([of('l10n/bundle.l10n.json'), of('package.nls.json')]));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.notEqual(stdout, '', stderr);
    const pseudo = JSON.parse(stdout) as Record<string, string>[];
    const holes = (words: string): string[] => (words.match(/\{\d\}|command:[\w.]+/g) ?? []).sort();
    ['l10n/bundle.l10n.json', 'package.nls.json'].forEach((file, at) => {
      const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      assert.deepEqual(Object.keys(pseudo[at]!), Object.keys(words), file);
      for (const [key, said] of Object.entries(words)) {
        if (/\p{L}/u.test(said.replace(/\{\d\}/g, ''))) assert.notEqual(pseudo[at]![key], said, key);
        assert.deepEqual(
          holes(pseudo[at]![key]!).filter((one) => one.startsWith('{')),
          holes(said).filter((one) => one.startsWith('{')),
          key,
        );
      }
    });
  });
});
