/** The commands as plain data, for whoever writes them down in another form: shells, the manual page. */
import type { Command } from 'commander';

/** What a shell offers behind an option or a command. */
export type Offer = readonly string[] | 'files' | 'rules' | 'severities' | 'explained' | 'nothing';

export interface OptionWords {
  /** As `-f, --format <name>`. */
  readonly flags: string;
  /** `--format`, and `-f` where there is one. */
  readonly names: readonly string[];
  readonly description: string;
  /** Undefined where the option takes no value. */
  readonly value: Offer | undefined;
}

export interface CommandWords {
  readonly name: string;
  readonly description: string;
  /** As `[path...]`; '' where it takes none. */
  readonly argument: string;
  readonly argumentDescription: string;
  readonly options: readonly OptionWords[];
  readonly offers: Offer;
  readonly usual: boolean;
}

const VALUES: Readonly<Record<string, Offer>> = {
  '--rule': 'severities',
  '--today': 'nothing',
  '--max-warnings': 'nothing',
  '--max-unread': 'nothing',
  '--jobs': 'nothing',
  '--filing': 'nothing',
  '--accession-number': 'nothing',
};

export function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => {
    const [argument] = command.registeredArguments;
    const name = argument && (argument.variadic ? `${argument.name()}...` : argument.name());
    return {
      name: command.name(),
      description: command.description(),
      argument: name === undefined ? '' : argument!.required ? `<${name}>` : `[${name}]`,
      argumentDescription: argument?.description ?? '',
      options: command.options
        .filter(({ hidden }) => !hidden)
        .map(({ flags, short, long, description, argChoices, required, optional }) => ({
          flags,
          names: [long, short].filter((one) => one !== undefined),
          description: argChoices ? `${description}: ${argChoices.join(', ')}` : description,
          value: required || optional ? (argChoices ?? VALUES[long ?? ''] ?? 'files') : undefined,
        })),
      offers:
        argument === undefined
          ? 'nothing'
          : (argument.argChoices ?? (command.name() === 'explain' ? 'explained' : 'files')),
      usual: command.name() === 'check',
    };
  });
}
