import { Uri, workspace } from 'vscode';

/** The text of a file in the folders that are open, for a server that cannot read it; null where there is none. */
export async function readFile(uri: string): Promise<string | null> {
  const file = Uri.parse(uri);
  if (!workspace.getWorkspaceFolder(file)) return null;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
