/** The manual page, form4(1), in roff, from the commands as they are. tools/man.mjs writes it down. */
import type { Command } from 'commander';
import { wordsOf, type CommandWords } from './words';

/** Lines of a page's source stay shorter than this: what reads pages complains of longer ones. */
const WIDEST = 78;

/** Words for a paragraph: what roff would take for a request or an escape is told apart, and hyphens stay hyphens. */
const roff = (text: string): string =>
  wrapped(escaped(text))
    .map((line) => line.replace(/^[.']/, '\\&$&'))
    .join('\n');

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('’', '\\(cq').replaceAll('…', '\\&...');

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDEST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const bold = (text: string): string => `\\fB${escaped(text)}\\fR`;

/** @param version of the package; the page carries no date, so that the same version gives the same page */
export function manualPage(program: Command, version: string): string {
  const commands = wordsOf(program);
  return [
    `.TH FORM4 1 "" "form4 ${version}" "User Commands"`,
    '.SH NAME',
    'form4 \\- read SEC Form 4 filings and find what does not add up',
    '.SH SYNOPSIS',
    ...commands.flatMap(({ name, argument, usual }, at) => [
      ...(at > 0 ? ['.br'] : []),
      `\\fBform4\\fR ${usual ? `[${bold(name)}]` : bold(name)} [\\fIoption\\fR]... ${roff(argument)}`.trimEnd(),
    ]),
    '.SH DESCRIPTION',
    roff(program.description()),
    ...commands.flatMap(commandPart),
    '.SH EXIT STATUS',
    ...listed([
      ['0', 'Nothing at error level, or all of it repaired.'],
      [
        '1',
        'Findings at error level, more warnings than --max-warnings, or more filings not read whole than --max-unread.',
      ],
      ['2', 'Wrong usage, a file that could not be read, settings that make no sense, or a fault of form4 itself.'],
      ['130', 'Interrupted.'],
    ]),
    '.SH FILES',
    ...listed([
      ['.form4.json', 'How the filings of its folder, and of the folders below it, are checked.'],
      ['.form4cache', 'What --cache keeps from one run to the next.'],
    ]),
    '.SH ENVIRONMENT',
    ...listed([['NO_COLOR, FORCE_COLOR', 'No colour, or colour where there is no terminal.']]),
    '',
  ].join('\n');
}

function commandPart({ name, description, argument, argumentDescription, options }: CommandWords): string[] {
  return [
    `.SH ${roff(name.toUpperCase())}`,
    roff(description[0]!.toUpperCase() + description.slice(1)) + '.',
    ...(argument === '' ? [] : listed([[argument, argumentDescription]])),
    ...listed(options.map(({ flags, description: words }) => [flags, words])),
  ];
}

const listed = (list: readonly (readonly [string, string])[]): string[] =>
  list.flatMap(([what, words]) => ['.TP', bold(what), roff(words)]);
