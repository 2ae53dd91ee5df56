/** Addresses of files, `file:///filings/one.txt`, and the ways between them. No host is asked. */

const PARTS = /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)/i;

/** The folders above a file, the nearest first, each with `/` at its end; none where the address has no path. */
export function foldersAbove(uri: string): string[] {
  const [, root, path] = PARTS.exec(uri) ?? [];
  if (root === undefined || path === undefined) return [];
  const names = path.split('/').slice(1, -1);
  return [...names.keys(), names.length].reverse().map((depth) => root + ['', ...names.slice(0, depth), ''].join('/'));
}

/** The address of a file by its name seen from a folder, `../known.json`. */
export function fileIn(folder: string, name: string): string {
  const [, root = '', path = ''] = PARTS.exec(folder) ?? [];
  const names = path.split('/').slice(1, -1);
  for (const step of name.split('/')) {
    if (step === '..') names.pop();
    else if (step !== '' && step !== '.') names.push(encoded(step));
  }
  return `${root}/${names.join('/')}`;
}

/** The name of a file seen from a folder, `../a/one.txt`; undefined where no way leads from one to the other. */
export function nameFrom(folder: string, uri: string): string | undefined {
  const [, root, from] = PARTS.exec(folder) ?? [];
  const [, other, to] = PARTS.exec(uri) ?? [];
  if (from === undefined || to === undefined || root !== other) return undefined;
  const up = from.split('/').slice(1, -1).map(decoded);
  const down = to.split('/').slice(1).map(decoded);
  let same = 0;
  while (same < up.length && same < down.length - 1 && up[same] === down[same]) same++;
  return [...up.slice(same).map(() => '..'), ...down.slice(same)].join('/');
}

/** An address as people know it: the path of a file, else the address itself. */
export function shownPath(uri: string): string {
  const [, root, path] = PARTS.exec(uri) ?? [];
  if (root?.toLowerCase() !== 'file://' || path === undefined) return decoded(uri);
  return decoded(path).replace(/^\/(?=[a-z]:\/)/i, '');
}

/** Half of a pair of surrogates has no place in an address: U+FFFD stands for it, as everywhere in UTF-8. */
const encoded = (name: string): string => encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(name)));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
