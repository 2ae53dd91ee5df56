import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanText, close, closeAll, hasFindings, show, swap, until } from './editor';

describe('row operations', () => {
  afterEach(closeAll);

  /** Shows a filing with the cursor at some words, once the server serves it. */
  async function filing(name: string, words: string, text = cleanText()): Promise<vscode.TextDocument> {
    const document = await show(name, text);
    await until('the server', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at(document, '9,503'),
      );
      return hovers.length > 0;
    });
    put(document, words);
    return document;
  }
  const put = (document: vscode.TextDocument, words: string, behind = 0): void => {
    const position = at(document, words, 1, behind);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
  };
  const run = (id: string, answers?: object): Thenable<unknown> =>
    vscode.commands.executeCommand(`form4.${id}`, answers);
  const undone = async (document: vscode.TextDocument, text = cleanText()): Promise<void> => {
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  };

  it('a new row, a duplicate, a move and a deletion are one step each, which one undo takes back', async () => {
    const document = await filing('steps.txt', '10,196');
    for (const [id, lines] of [
      ['row.new', 1],
      ['row.duplicate', 1],
      ['row.moveUp', 0],
      ['row.delete', -2],
    ] as const) {
      put(document, '10,196');
      const before = document.lineCount;
      await run(id);
      assert.notEqual(document.getText(), cleanText(), id);
      assert.equal(document.lineCount - before, lines, id);
      await undone(document);
    }
  });

  it('a new row has the cursor at the code', async () => {
    const document = await filing('new.txt', '10,196');
    await run('row.new');
    const cell = await until('the cursor in the new row', () => {
      const { start } = vscode.window.activeTextEditor!.selection;
      return document.lineAt(start.line).text.startsWith('Common Stock\t03/07/2023\t\t‹code›\t\t') ? start : undefined;
    });
    assert.equal(cell.character, 'Common Stock\t03/07/2023\t\t'.length);
  });

  it('rows come from the clipboard with running totals', async () => {
    const document = await filing('paste.txt', '11,587');
    await vscode.env.clipboard.writeText(
      'Trade Date\tAction\tShares\tPrice\n3/8/2023\tSold\t(100)\t$44.10\n3/8/2023\tSold\t(1,000)\t$44.30\n',
    );
    await run('rows.paste');
    assert.match(
      document.getText(),
      /S\t\t100\tD\t\\\$44\.10\t11,487\tD\t\n.*S\t\t1,000\tD\t\\\$44\.30\t10,487\tD\t\n/,
    );
    await undone(document);
    await run('rows.fills');
    assert.match(document.getText(), /S\t\t1,100\tD\t\\\$44\.2818 <sup>\(4\)<\/sup>\t10,487\tD\t\n/);
    await hasFindings(document, []);
    await undone(document);
  });

  it('an exercise is written from the answers that a key binding brings', async () => {
    const document = await filing('exercise.txt', '11,587');
    const terms = {
      optionTitle: 'Stock Option',
      exercisePrice: '9',
      exercisable: '1/1/2020',
      expires: '1/1/2030',
      underlying: 'Common Stock',
      held: '2000',
    };
    await run('rows.exercise', {
      ...terms,
      option: 'another',
      number: '500',
      date: '3/8/2023',
      then: 'withheld',
      disposed: '200',
      price: '44.1',
    });
    assert.match(document.getText(), /M\t\t500\tA\t\\\$9\t12,087\tD\t\n.*F\t\t200\tD\t\\\$44\.10\t11,887\tD\t\n/);
    assert.match(document.getText(), /Stock Option\t\\\$9\t03\/08\/2023\t\tM\t\t\t500\t.*\t1,500\tD\t?\n/);
    await undone(document);
  });

  it('recomputed totals are made at once, and one undo takes them back', async () => {
    const wrong = swap(cleanText(), '10,196', '10,169');
    const document = await filing('recompute.txt', '9,503', wrong);
    await run('row.recompute');
    assert.equal(document.getText(), cleanText());
    await undone(document, wrong);
  });

  it('a filing over 30 rows is split, and the rest opens as a new document', async () => {
    const row = /^Common Stock\t03\/07\/2023\t\tA\t\t1,391.*\n/m.exec(cleanText())![0];
    const many = Array.from({ length: 31 }, (_, nth) => row.replace('11,587', String(11587 + nth * 1391 + 1391)));
    const text = cleanText().replace(row, () => row + many.join(''));
    const document = await filing('long.txt', '9,503', text);
    await run('filing.split');
    const second = await until('the second filing', () =>
      vscode.workspace.textDocuments.find(({ isUntitled, languageId }) => isUntitled && languageId === 'form4'),
    );
    assert.equal(rows(document.getText()), 30);
    assert.equal(rows(second.getText()), 5);
    await undone(document, text);
    await close(document);
  });
  const rows = (text: string): number => [...text.matchAll(/^Common Stock\t/gm)].length;

  it('a new filing has a name of its own, in its language, and no file; the next one of the same person a free name', async () => {
    const answers = { owner: 'Marlow Tess / Trust', issuer: 'Gannet Bay', symbol: 'gnbf', role: 'owner', plan: 'no' };
    const named = async (name: string): Promise<void> => {
      const { document } = await until(name, () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.path.endsWith(`/${name}`) && editor.document.lineCount > 20 ? editor : undefined;
      });
      assert.deepEqual([document.isUntitled, document.languageId], [true, 'form4']);
      assert.match(document.getText(), /^\nOMB APPROVAL\t/);
      assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, name);
    };
    await run('filing.new', answers);
    await named('Marlow Tess Trust - GNBF.form4');
    await until('the filing is read', async () => {
      await run('filing.again');
      return vscode.window.activeTextEditor?.document.uri.path.includes(' 2.');
    });
    await named('Marlow Tess Trust - GNBF 2.form4');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.deepEqual(tabs, ['Marlow Tess Trust - GNBF.form4', 'Marlow Tess Trust - GNBF 2.form4']);
  });

  it('the cursor goes from cell to cell and from row to row', async () => {
    const document = await filing('cells.txt', '9,503');
    const selected = (): string => document.getText(vscode.window.activeTextEditor!.selection);
    const seen: string[] = [];
    for (let step = 0; step < 5; step++) {
      await run('cell.next');
      seen.push(selected());
    }
    assert.deepEqual(seen, ['D', '', 'Common Stock', '03/07/2023', '']);
    await run('cell.previous');
    assert.equal(selected(), '03/07/2023');
    // A key held down does not wait for the cell before.
    await Promise.all([run('cell.next'), run('cell.next')]);
    assert.equal(selected(), 'A');
    assert.equal(document.getText(), cleanText());
  });

  it('each command of an operation is there', async () => {
    const commands = new Set(await vscode.commands.getCommands(true));
    const { contributes } = vscode.extensions.getExtension('form4.form4')!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const missing = contributes.commands.map(({ command }) => command).filter((command) => !commands.has(command));
    assert.deepEqual(missing, []);
  });
});
