import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanText, closeAll, hasLanguage, show, until } from './editor';

describe('hover, definition and references', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await show('navigate.txt', cleanText());
    await hasLanguage(document, 'form4');
  });
  after(closeAll);

  const hover = (position: vscode.Position): Promise<string> =>
    until('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    });
  const places = (command: string, position: vscode.Position): Promise<vscode.Position[]> =>
    until(command, async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        command,
        document.uri,
        position,
      );
      const starts = found.map((place) => ('range' in place ? place.range : place.targetRange).start);
      return starts.length > 0 ? starts : undefined;
    });
  /** The n-th bullet of the list of footnotes is footnote n. */
  const bullet = (n: number): number => {
    const lines = document.getText().split(/\r?\n/);
    return lines.flatMap((line, index) => (line.startsWith('- ') ? [index] : []))[n - 1]!;
  };

  it('hover on a total gives the sum that leads to it', async () => {
    assert.match(await hover(at(document, '10,196')), /9,503 \+ 693/);
  });

  it('hover on a code gives its official definition', async () => {
    const cell = at(document, '\tA\t', 1, 1);
    assert.match(await hover(cell), /Grant, award/i);
  });

  it('hover on a marker gives the footnote', async () => {
    const words = document.lineAt(bullet(2)).text.slice(2, 30);
    assert.ok((await hover(at(document, '(2)</sup>', 1, 1))).includes(words));
  });

  it('definition leads from a marker to its footnote', async () => {
    const [place] = await places('vscode.executeDefinitionProvider', at(document, '(2)</sup>', 1, 1));
    assert.equal(place?.line, bullet(2));
  });

  it('references lead from a footnote to its markers', async () => {
    const found = await places('vscode.executeReferenceProvider', new vscode.Position(bullet(2), 3));
    assert.ok(found.some(({ line }) => line === at(document, '(2)</sup>').line));
  });
});
