import assert from 'node:assert/strict';
import { fileIn, foldersAbove, nameFrom, shownPath } from '../../../server/src/text/uris';

describe('addresses', () => {
  it('folders above a file, the nearest first', () => {
    assert.deepEqual(foldersAbove('file:///a/b/one.txt'), ['file:///a/b/', 'file:///a/', 'file:///']);
    assert.deepEqual(foldersAbove('vscode-vfs://host/a/one.txt'), ['vscode-vfs://host/a/', 'vscode-vfs://host/']);
    assert.deepEqual(foldersAbove('file:///c%3A/one.txt'), ['file:///c%3A/', 'file:///']);
    assert.deepEqual(foldersAbove('mem:/a/one.txt'), ['mem:/a/', 'mem:/']);
    for (const none of ['untitled:Untitled-1', 'a/b', '']) assert.deepEqual(foldersAbove(none), [], none);
  });
  it('a file by its name seen from a folder', () => {
    assert.equal(fileIn('file:///a/b/', 'known.json'), 'file:///a/b/known.json');
    assert.equal(fileIn('file:///a/b/', '../x y/./known#1.json'), 'file:///a/x%20y/known%231.json');
    assert.equal(fileIn('file:///', '../../known.json'), 'file:///known.json');
  });
  it('the name of a file seen from a folder', () => {
    assert.equal(nameFrom('file:///a/b/', 'file:///a/b/c/one%201.txt'), 'c/one 1.txt');
    assert.equal(nameFrom('file:///a/b/', 'file:///a/x/one.txt'), '../x/one.txt');
    assert.equal(nameFrom('file:///a/b/', 'file:///a/b'), '../b');
    assert.equal(nameFrom('file:///a/', 'mem:/a/one.txt'), undefined);
  });
  it('as people know it', () => {
    assert.equal(shownPath('file:///a/one%201.txt'), '/a/one 1.txt');
    assert.equal(shownPath('file:///c%3A/one.txt'), 'c:/one.txt');
    assert.equal(shownPath('file:///a/100%.txt'), '/a/100%.txt');
    assert.equal(shownPath('untitled:Untitled-1'), 'untitled:Untitled-1');
  });
});
