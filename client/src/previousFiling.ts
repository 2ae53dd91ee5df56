import { Uri, workspace } from 'vscode';

/** Where the filings before a filing are looked for. */
export const SETTING = 'form4.previousFiling';

/**
 * What the setting says for a resource: `automatic`, `off`, or the address of a file or folder. What is shared with a folder
 * leads to no place outside of the folders that are open; the user's own setting may.
 */
export function previousFiling(resource: Uri | undefined): string {
  const said = workspace.getConfiguration(undefined, resource ?? null).inspect<string>(SETTING);
  const shared = said?.workspaceFolderValue ?? said?.workspaceValue;
  const value = (shared ?? said?.globalValue ?? '').trim();
  if (value === '' || value === 'automatic' || value === 'off') return value || 'automatic';
  const folder = ((resource && workspace.getWorkspaceFolder(resource)) ?? workspace.workspaceFolders?.[0])?.uri;
  const place = isAbsolute(value) ? Uri.file(value) : folder && Uri.joinPath(folder, value);
  const isOpen = place && workspace.getWorkspaceFolder(place) !== undefined;
  return place && (isOpen || shared === undefined) ? place.toString() : 'automatic';
}

const isAbsolute = (name: string): boolean => /^(?:[/\\]|[a-z]:[/\\])/i.test(name);

/** The files and folders that the setting names, in any of the folders that are open. */
export function previousPlaces(): Uri[] {
  const folders: readonly (Uri | undefined)[] = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [undefined];
  const named = folders.map(previousFiling).filter((one) => one !== 'automatic' && one !== 'off');
  return [...new Set(named)].map((one) => Uri.parse(one));
}
