import { RelativePattern, Uri, workspace, type CancellationToken } from 'vscode';
import { HEAD, recognise } from '../../server/src/readers/recognise';

/** What a Form 4 may be called. */
export const FILES = '**/*.{form4,txt,md,xml,htm,html}';
const PASSED_OVER = '**/{node_modules,.git}/**';
/** A file above this is a dump or no filing. */
const MOST_BYTES = 4_000_000;

export interface Found {
  readonly files: readonly Uri[];
  /** Whether there are more than were wanted. */
  readonly more: boolean;
}

/** The files of a folder, or of all that are open, that may be filings by their name; `files.exclude` is heeded too. */
export async function filesIn(folder: Uri | undefined, most: number, token?: CancellationToken): Promise<Found> {
  const pattern = folder ? new RelativePattern(folder, FILES) : FILES;
  const files = await workspace.findFiles(pattern, PASSED_OVER, most + 1, token);
  return { files: files.slice(0, most).sort((a, b) => (a.path < b.path ? -1 : 1)), more: files.length > most };
}

/** The text of a file that reads like a Form 4; undefined for any other, and for what cannot be read. */
export async function filingText(file: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (size > MOST_BYTES) return undefined;
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    return recognise(text.slice(0, HEAD)) === undefined ? undefined : text;
  } catch {
    return undefined;
  }
}
