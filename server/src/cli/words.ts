/** The commands as plain data, for whoever writes them down in another form: shells, the manual page. */
import type { Argument, Command } from 'commander';

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
  /** As `[path...]`, `<before> <after>`; '' where it takes none. */
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
  '--owner': 'nothing',
  '--issuer': 'nothing',
  '--class': 'nothing',
  '--since': 'nothing',
};

function argumentName(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}

export function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => {
    const [argument] = command.registeredArguments;
    return {
      name: command.name(),
      description: command.description(),
      argument: command.registeredArguments.map(argumentName).join(' '),
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
