/** The difference of two texts by lines, as `diff -u` prints it and `patch` reads it. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** More changed lines than this are shown as one block: finding the least change would take too long. */
const MOST_CHANGES = 500;

/** '' where nothing differs. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const options = { context: 3, maxEditLength: MOST_CHANGES };
  const patch = structuredPatch(name, name, before, after, undefined, undefined, options);
  return patch ? formatPatch(patch, FILE_HEADERS_ONLY) : inOneBlock(name, before, after);
}

/** All lines of the one text, and then all of the other. */
function inOneBlock(name: string, before: string, after: string): string {
  const [old, now] = [before, after].map((text) => (text === '' ? [] : text.split(/(?<=\n)/))) as [string[], string[]];
  const place = (lines: readonly string[]): string => `${lines.length > 0 ? 1 : 0},${lines.length}`;
  const signed = (sign: string, lines: readonly string[]): string[] =>
    lines.map((line) => sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
  const body = [...signed('-', old), ...signed('+', now)].join('');
  return `--- ${name}\n+++ ${name}\n@@ -${place(old)} +${place(now)} @@\n${body}`;
}
