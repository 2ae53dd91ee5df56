/** `form4`: the language without an editor. */
import { isMainThread } from 'node:worker_threads';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { check, type CheckOptions } from './commands/check';
import { convert, DATA_SET_TABLES, SCHEMAS, TARGETS, type ConvertOptions } from './commands/convert';
import { explain } from './commands/explain';
import { lsp } from './commands/lsp';
import { parse, type ParseOptions } from './commands/parse';
import { rules, type RulesOptions } from './commands/rules';
import { UsageError } from './files';
import { FORMATS } from './reports';
import { workOn } from './threads';
import { version } from '../version.node';

function inputOptions(command: Command): Command {
  return command
    .argument('[path...]', 'files, folders, globs, or - for stdin (default: the folder you are in)')
    .option('--files-from <file>', 'read the paths from a file, one a line (- for stdin)')
    .option('--stdin-filename <name>', 'what to call the text that comes in on stdin')
    .option('-o, --output-file <file>', 'write the results to a file');
}

const formatOption = (choices: readonly string[], usual: string): Option =>
  new Option('-f, --format <name>', 'how to print the results').choices(choices).default(usual);

const collect = (value: string, list: string[] = []): string[] => [...list, value];

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}

function atLeastOne(value: string): number {
  const number = wholeNumber(value);
  if (number < 1) throw new InvalidArgumentError('Expected a number from 1 on.');
  return number;
}

function program(done: (code: number) => void): Command {
  const form4 = new Command('form4')
    .description(
      'Reads SEC Form 4 filings and finds what does not add up. Offline; a file is changed only where --fix asks for it.',
    )
    .version(version(), '-V, --version')
    .showHelpAfterError('(form4 --help lists the commands, form4 COMMAND --help its options)')
    .exitOverride();
  inputOptions(form4.command('check', { isDefault: true }))
    .description('findings, file by file; `form4 PATH` is the same')
    .addOption(formatOption(FORMATS, 'stylish'))
    .option('--fix', 'make the safe fixes: formats, clears and renumbering, never a number, a date or a code')
    .option('--fix-dry-run', 'print what --fix would change, as a diff')
    .option('--rule <id:severity>', 'set a rule, or a family of rules: off, hint, information, warning, error', collect)
    .option('--config <file>', 'use these settings (default: .form4.json in the folder of a file or above it)')
    .option('--no-config', 'use no settings')
    .option('--print-config', 'print what is set for a path')
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--write-baseline <file>', 'write down all findings as known')
    .option('--quiet', 'print errors only')
    .option('--max-warnings <n>', 'exit with 1 above this number of warnings', wholeNumber)
    .option('--stats', 'tell on stderr how much was read, how fast, and what was found: by rule, layout, code and year')
    .option('--cache', 'keep results, and check only what has changed')
    .option('--cache-location <file>', 'where to keep them (default: .form4cache)')
    .option('-j, --jobs <n>', 'threads to check on (default: as many as pay)', atLeastOne)
    .option('--ndjson', 'answer records {"id","text"} on stdin, one a line, with a line each')
    .option('--today <day>', 'check as on this day, as 2023-03-07 (default: today)')
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options)));
  inputOptions(form4.command('parse'))
    .description('each filing as JSON, in the names of EDGAR’s ownership XML')
    .addOption(formatOption(['json', 'jsonl'], 'json'))
    .action(async (paths: string[], options: ParseOptions) => done(await parse(paths, options)));
  inputOptions(form4.command('convert'))
    .description('a filing in another layout; what the layout asks for and the text lacks is listed, never made up')
    .addOption(new Option('--to <layout>', 'what to make of it').choices(TARGETS).makeOptionMandatory())
    .addOption(new Option('--schema <version>', 'of the ownership XML').choices(SCHEMAS).default('X0609'))
    .addOption(new Option('--table <name>', 'one table of the data sets, for csv and tsv').choices(DATA_SET_TABLES))
    .option('--filing <n>', 'of a file that holds several, the n-th alone', wholeNumber)
    .option('--accession-number <number>', 'what ties the rows of the tables together, where the text does not say it')
    .option('--gaps <file>', 'write what is to be filled in or checked as JSON')
    .action(async (paths: string[], options: ConvertOptions) => done(await convert(paths, options)));
  form4
    .command('rules')
    .description('every rule with its severity')
    .addOption(formatOption(['text', 'json'], 'text'))
    .action((options: RulesOptions) => done(rules(options)));
  form4
    .command('explain')
    .description('the page of a rule, or what a transaction code means')
    .argument('<rule|code>', 'as holdings-total, or S')
    .action((what: string) => done(explain(what)));
  form4
    .command('lsp')
    .description('the language server, for editors')
    .option('--stdio', 'speak on stdin and stdout (there is no other way)')
    .allowUnknownOption() // --clientProcessId is for the server
    .action(() => lsp());
  return form4;
}

/** Exit codes: 0 nothing at error level, 1 findings, 2 wrong usage, an unreadable file or a fault of ours. */
async function main(args: readonly string[]): Promise<void> {
  process.on('SIGINT', () => process.exit(130));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has had enough, as `head` has: not a fault of anyone.
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`form4: stdout cannot be written: ${error.message}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => undefined);
  const form4 = program((code) => (process.exitCode = code));
  try {
    if (args.length === 0) form4.outputHelp({ error: true });
    if (args.length === 0) process.exitCode = 2;
    else await form4.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      const words =
        error instanceof UsageError
          ? error.message
          : `this is a fault of form4 itself: ${(error as Error).stack ?? String(error)}`;
      process.stderr.write(`form4: ${words}\n`);
      process.exitCode = 2;
    }
  }
}

if (isMainThread) void main(process.argv.slice(2));

// On another thread this is what a message is for.
export default workOn;
