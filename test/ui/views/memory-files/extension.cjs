// Files that lie nowhere but in memory, as those of a repository that is opened without a copy. The filing is brought in from the
// folder that is open, and what is saved is written beside it, so that a test can see it.
const { commands, EventEmitter, FileSystemError, FileType, Uri, window, workspace } = require('vscode');

const files = new Map();
const changed = new EventEmitter();
const known = (uri) => {
  const file = files.get(uri.path);
  if (!file) throw FileSystemError.FileNotFound(uri);
  return file;
};

const provider = {
  onDidChangeFile: changed.event,
  watch: () => ({ dispose: () => undefined }),
  stat: (uri) => {
    if (uri.path === '/') return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { bytes, mtime } = known(uri);
    return { type: FileType.File, ctime: 0, mtime, size: bytes.length };
  },
  readDirectory: () => [...files.keys()].map((name) => [name.slice(1), FileType.File]),
  readFile: (uri) => known(uri).bytes,
  writeFile: async (uri, bytes) => {
    files.set(uri.path, { bytes, mtime: Date.now() });
    await workspace.fs.writeFile(Uri.joinPath(workspace.workspaceFolders[0].uri, `saved-${uri.path.slice(1)}`), bytes);
  },
  createDirectory: () => undefined,
  delete: (uri) => void files.delete(uri.path),
  rename: () => undefined,
};

exports.activate = (context) =>
  context.subscriptions.push(
    workspace.registerFileSystemProvider('memory', provider, { isCaseSensitive: true }),
    commands.registerCommand('memory.open', async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(workspace.workspaceFolders[0].uri, 'source.dat'));
      files.set('/filing.txt', { bytes, mtime: Date.now() });
      await window.showTextDocument(Uri.from({ scheme: 'memory', path: '/filing.txt' }), { preview: false });
    }),
  );
