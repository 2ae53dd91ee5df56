/** Files that are to be written: one that is read as well would be lost. */
import fs from 'node:fs';
import { decode } from '../../node/decode';
import { printable } from '../output/printable';
import { UsageError } from '../output/usageError';
import { readBytes } from './files';
import { isForm4 } from './looks';

export interface TargetOptions {
  readonly outputFile?: string;
  readonly writeBaseline?: string;
  readonly gaps?: string;
}

/** As many bytes as tell a Form 4. */
const HEAD_BYTES = 64 * 1024;

/**
 * Throws where a file that is to be read is to be written, too, under whatever name.
 * What an earlier run has written lies in a walked folder rightly, as long as it is no Form 4.
 */
export function guardFor(options: TargetOptions): (file: string, outright: boolean) => void {
  const targets = Object.entries({
    '--output-file': options.outputFile,
    '--write-baseline': options.writeBaseline,
    '--gaps': options.gaps,
  }).flatMap(([option, file]) => {
    const id = file === undefined ? undefined : identityOf(file);
    return id === undefined ? [] : [{ option, id }];
  });
  if (targets.length === 0) return () => undefined;
  return (file, outright) => {
    const id = identityOf(file);
    const target = targets.find((one) => one.id === id);
    if (target && (outright || isForm4(decode(readBytes(file, HEAD_BYTES)).text)))
      throw new UsageError(
        `${printable(file)} is to be read, and ${target.option} would write over it; name another file there`,
      );
  };
}

/** Undefined where there is no such file, or a pipe or a device, which keeps nothing. */
function identityOf(file: string): string | undefined {
  try {
    const stat = fs.statSync(file, { bigint: true });
    return stat.isFile() ? `${stat.dev}:${stat.ino}` : undefined;
  } catch {
    return undefined;
  }
}
