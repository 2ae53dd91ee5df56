import { Range, Uri, ViewColumn, window } from 'vscode';

/** Opens a file beside a view, at a line from 0. */
export async function goTo(file: Uri, line: number): Promise<void> {
  const place = new Range(line, 0, line, 0);
  await window.showTextDocument(file, { selection: place, viewColumn: ViewColumn.Beside, preview: true });
}
