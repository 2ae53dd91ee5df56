import { randomUUID } from 'node:crypto';
import type { Format } from '../check/format';
import { unifiedDiff } from '../output/diff';
import { withoutPasswords } from '../../filing/passwords';
import { printable } from '../output/printable';

/**
 * What --fix would change. For `patch` it is exact; on a terminal control characters are shown instead. GitHub's runner
 * is told to take no command from it, since a line of a filing may look like one.
 */
export function diff(toTerminal: boolean): Format {
  const terminal = toTerminal && process.stdout.isTTY === true;
  const token = toTerminal && process.env.GITHUB_ACTIONS === 'true' ? randomUUID() : undefined;
  return {
    wants: { filing: true },
    start: () => (token ? `::stop-commands::${token}\n` : ''),
    file(_, checked) {
      const { path, source, filing } = checked!;
      const mark = source.bom ? '\ufeff' : '';
      const text = unifiedDiff(printable(path), mark + safe(source.text), mark + safe(filing.text));
      return terminal ? text.replace(/[^\n]+/g, (line) => printable(line.replaceAll('\t', '  '))) : text;
    },
    end: () => (token ? `::${token}::\n` : ''),
  };
}

/** A text that anybody may see. */
const safe = (text: string): string => withoutPasswords(text, { start: 0, end: text.length });
