/** What runners of build servers make of a log: their commands in it. */

export interface Command {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

const unescapeProperty = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** The commands that GitHub's runner finds, line by line: `::name key=value,…::data` first, else `##[name …]data` anywhere. */
export function githubCommands(log: string): Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const trimmed = line.trimStart();
    const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
    if (end >= 0) {
      const [command, ...rest] = trimmed.slice(2, end).split(' ');
      const pairs = rest
        .join(' ')
        .split(',')
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]);
      return [
        {
          command: command!,
          properties: Object.fromEntries(pairs) as Record<string, string>,
          data: unescapeData(trimmed.slice(end + 2)),
        },
      ];
    }
    const old = /##\[([^\]]*)\](.*)/.exec(line);
    return old ? [{ command: old[1]!, properties: {}, data: old[2]! }] : [];
  });
}

/** Azure Pipelines and TeamCity take these anywhere in a line. */
export const otherCommands = (log: string): string[] => log.match(/##(?:vso|teamcity)\[.*/g) ?? [];
