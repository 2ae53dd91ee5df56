/** What the person at the keyboard is told where something cannot be done. */

/** Something the person at the keyboard did or has: said in one line on stderr, exit code 2, no stack. */
export class UsageError extends Error {}

const WORDS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'there is no permission to do that',
  EPERM: 'there is no permission to do that',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk cannot be written to',
};

/** What is wrong with a file, in plain words. */
export function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && WORDS[code]) ?? message ?? String(error);
}
