/** The commands and their options: what `--help`, the completion of shells and the manual page are made of. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../node/version';
import type { ExplanationFormat } from '../writers/explain';
import type { CheckOptions } from './commands/check';
import type { CompareOptions } from './commands/compare';
import type { Shell } from './commands/completion';
import type { ConvertOptions } from './commands/convert';
import type { LedgerOptions } from './commands/ledger';
import type { ParseOptions } from './commands/parse';
import type { RulesOptions } from './commands/rules';

// What a command needs is loaded when it runs, and so these lists are written down here; a test compares them.
const FORMATS = ['stylish', 'compact', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'report'];
const TARGETS = ['xml', 'text', 'piped', 'html', 'json', 'csv', 'tsv'];
const SCHEMAS = ['X0508', 'X0609'];
const TABLES = [
  'SUBMISSION',
  'REPORTINGOWNER',
  'NONDERIV_TRANS',
  'NONDERIV_HOLDING',
  'DERIV_TRANS',
  'DERIV_HOLDING',
  'FOOTNOTES',
  'OWNER_SIGNATURE',
];
const LEDGER_FORMATS = ['table', 'json', 'csv', 'svg', 'html'];
const SHELLS = ['bash', 'zsh', 'fish'];

function inputOptions(command: Command): Command {
  return command
    .argument('[path...]', 'files, folders, globs, or - for stdin (default: the folder you are in)')
    .option('--files-from <file>', 'read the paths from a file, one a line (- for stdin)', fileName)
    .option('--stdin-filename <name>', 'what to call the text that comes in on stdin')
    .option('--only-form4', 'pass over what does not look like a Form 4, even where it is named')
    .option('-o, --output-file <file>', 'write the results to a file', fileName);
}

/** Markdown tables are called `piped` here, and taken by the name that people know too. */
function targetOption(): Option {
  const option = new Option('--to <layout>', 'what to make of it').choices(TARGETS).makeOptionMandatory();
  const choose = option.parseArg!;
  return option.argParser((value: string, previous) => choose(value === 'markdown' ? 'piped' : value, previous));
}

const formatOption = (choices: readonly string[], usual: string): Option =>
  new Option('-f, --format <name>', 'how to print the results').choices(choices).default(usual);

const collect = (value: string, list: string[] = []): string[] => [...list, value];

/** A variable that is not set gives an empty name. */
function fileName(value: string): string {
  if (value === '') throw new InvalidArgumentError('Expected the name of a file.');
  return value;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}

function atLeastOne(value: string): number {
  const number = wholeNumber(value);
  if (number < 1) throw new InvalidArgumentError('Expected a number from 1 on.');
  return number;
}

/** @param done takes the exit code */
export function program(done: (code: number) => void): Command {
  const form4 = new Command('form4')
    .description(
      'Reads SEC Form 4 filings and finds what does not add up. Offline; a file is changed only where --fix asks for it.',
    )
    .version(version(), '-V, --version')
    .showHelpAfterError('(form4 --help lists the commands, form4 COMMAND --help its options)')
    .configureOutput({ outputError: (words, write) => write(words.replace(/^error: /, 'form4: ')) })
    .exitOverride();
  inputOptions(form4.command('check', { isDefault: true }))
    .description('findings, file by file; `form4 PATH` is the same')
    .addOption(formatOption(FORMATS, 'stylish'))
    .option('--fix', 'make the safe fixes: formats, clears and renumbering, never a number, a date or a code')
    .option('--fix-dry-run', 'print what --fix would change, as a diff')
    .option('--rule <id:severity>', 'set a rule, or a family of rules: off, hint, information, warning, error', collect)
    .option(
      '--config <file>',
      'use these settings (default: .form4.json in the folder of a file or above it)',
      fileName,
    )
    .option('--no-config', 'use no settings')
    .option('--print-config', 'print what is set for a path')
    .option('--baseline <file>', 'leave out the findings that this file knows', fileName)
    .option('--write-baseline <file>', 'write down all findings as known', fileName)
    .option(
      '--previous <path>',
      'look at each filing beside those before it, a file or a folder; may be named several times',
      collect,
    )
    .option('--quiet', 'print errors only')
    .option('--max-warnings <n>', 'exit with 1 above this number of warnings', wholeNumber)
    .option('--max-unread <n>', 'exit with 1 where more filings than this were not read whole', wholeNumber)
    .option('--stats', 'tell on stderr how much was read, how fast, and what was found: by rule, layout, code and year')
    .option('--cache', 'keep results, and check only what has changed')
    .option('--cache-location <file>', 'where to keep them (default: .form4cache)', fileName)
    .option('-j, --jobs <n>', 'threads to check on (default: 1)', atLeastOne)
    .option('--ndjson', 'answer records {"id","text"} on stdin, one a line, with a line each')
    .option('--today <day>', 'check as on this day, as 2023-03-07 (default: today)')
    .action(async (paths: string[], options: CheckOptions) =>
      done(
        await (
          await import('./commands/check')
        ).check(
          paths,
          options,
          form4.commands.map((one) => one.name()),
        ),
      ),
    );
  inputOptions(form4.command('parse'))
    .description('each filing as JSON, in the names of EDGAR’s ownership XML')
    .addOption(formatOption(['json', 'jsonl'], 'json'))
    .action(async (paths: string[], options: ParseOptions) =>
      done(await (await import('./commands/parse')).parse(paths, options)),
    );
  inputOptions(form4.command('convert'))
    .description('a filing in another layout; what the layout asks for and the text lacks is listed, never made up')
    .addOption(targetOption())
    .addOption(new Option('--schema <version>', 'of the ownership XML').choices(SCHEMAS).default('X0609'))
    .addOption(new Option('--table <name>', 'one table of the data sets, for csv and tsv').choices(TABLES))
    .option('--filing <n>', 'of a file that holds several, the n-th alone', wholeNumber)
    .option('--accession-number <number>', 'what ties the rows of the tables together, where the text does not say it')
    .option('--gaps <file>', 'write what is to be filled in or checked as JSON', fileName)
    .option('--findings', 'with --to html: a review copy, with the points to look at')
    .option(
      '--against <file>',
      'with --to html: a redline, with what is otherwise than in that filing marked',
      fileName,
    )
    .option('--today <day>', 'with --findings: look as on this day, as 2023-03-07 (default: today)')
    .action(async (paths: string[], options: ConvertOptions) =>
      done(await (await import('./commands/convert')).convert(paths, options)),
    );
  inputOptions(form4.command('ledger'))
    .description('what is held over time: filings in the order in which they were made, by issuer and owner')
    .addOption(formatOption(LEDGER_FORMATS, 'table'))
    .option('--owner <name|cik>', 'of this reporting person alone')
    .option('--issuer <name|cik|symbol>', 'of this issuer alone')
    .option('--class <title>', 'of securities whose title has these words alone')
    .option('--since <day>', 'from this day of filing on, as 2023-03-07')
    .action(async (paths: string[], options: LedgerOptions) =>
      done(await (await import('./commands/ledger')).ledger(paths, options)),
    );
  form4
    .command('compare')
    .description('what one filing says otherwise than another: boxes, rows, footnotes, and what is held after')
    .argument('<before>', 'the earlier filing, and behind it the later one')
    .argument('<after>', 'the later filing')
    .addOption(formatOption(['text', 'json'], 'text'))
    .option('-o, --output-file <file>', 'write the results to a file', fileName)
    .action(async (before: string, after: string, options: CompareOptions) =>
      done(await (await import('./commands/compare')).compare(before, after, options)),
    );
  form4
    .command('rules')
    .description('every rule with its severity')
    .addOption(formatOption(['text', 'json'], 'text'))
    .action(async (options: RulesOptions) => done((await import('./commands/rules')).rules(options)));
  form4
    .command('explain')
    .description('the page of a rule, what a transaction code means, or a filing in plain sentences')
    .argument('<rule|code|path>', 'as holdings-total, S, or the path of a file')
    .addOption(
      new Option('-f, --format <name>', 'how to print a filing').choices(['text', 'markdown', 'json']).default('text'),
    )
    .action(async (what: string, { format }: { format: ExplanationFormat }) =>
      done(await (await import('./commands/explain')).explain(what, format)),
    );
  form4
    .command('lsp')
    .description('the language server, for editors')
    .option('--stdio', 'speak on stdin and stdout (there is no other way)')
    .addOption(new Option('--clientProcessId <id>', 'set by some editors; the server ends with them').hideHelp())
    .action(async () => (await import('./commands/lsp')).lsp());
  form4
    .command('completion')
    .description('what a shell needs to complete commands, options and rules')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .action(async (shell: Shell) => done((await import('./commands/completion')).completion(form4, shell)));
  return form4;
}
