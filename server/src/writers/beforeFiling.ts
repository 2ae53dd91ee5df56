/** What stands between a filing and EDGAR, as one page of Markdown that begins with one line: ready, or not. */
import { isForm4Type } from '../facts/forms';
import { notChecked } from './notChecked';
import { nameOfWeekday } from '../facts/edgarCalendar';
import { firstDue } from '../filing/due';
import type { Filing } from '../filing/model';
import { formDate, type Day } from '../text/days';
import { placeInWords } from '../filing/places';
import { counted, plain, ruleLink } from './markdown';
import type { ReportFinding } from './report';

export interface BeforeFilingInput {
  /** The file's name, as the reader knows it. */
  readonly name: string;
  readonly filing: Filing;
  /** What is found when the filing is checked as if it were signed. */
  readonly findings: readonly (ReportFinding & { readonly suspended: boolean })[];
  /** The rules that somebody has switched off, and who. */
  readonly off: readonly { readonly id: string; readonly who: string }[];
  /** Why nothing of the house's `.form4.json` holds, as a sentence. */
  readonly fault?: string;
  /** How many findings a baseline has left out. */
  readonly known: number;
  /** The day of the check; undefined where nobody said. */
  readonly today: Day | undefined;
  /** Further days on which EDGAR is closed. */
  readonly closed?: ReadonlySet<Day>;
  /** The address of a place in the filing, both from 1; undefined where a link would lead nowhere. */
  readonly linkTo: (line: number, character: number) => string | undefined;
  /** What stands before `<rule>.md` in the address of a rule's page; undefined where none can be shown. */
  readonly rules?: string;
}

/** The page, with a line end at its end. */
export function writeBeforeFiling(input: BeforeFilingInput): string {
  // That a form is late is said with the day on which it is due.
  const all = input.findings.filter(({ rule }) => rule !== 'filed-late');
  const suspended = all.filter((one) => one.suspended);
  const wrong = all.filter((one) => one.severity === 'error' && !one.suspended);
  const doubtful = all.filter(({ severity }) => severity === 'warning');
  const other = all.filter(({ severity }) => severity !== 'error' && severity !== 'warning');
  const title = `# Check before filing: ${plain(input.name)}`;
  if (!isForm4Type(input.filing.documentType)) return `${title}\n\n**${notChecked(input.filing)}**\n`;
  const parts = [
    title,
    `**${verdict({ suspended, wrong, doubtful, other }, input.filing.unread.length > 0)}**`,
    notAll(input),
    asOn(input),
    '## Due',
    due(input),
    list(input, 'EDGAR would suspend', suspended),
    list(input, 'Does not add up', wrong),
    list(input, 'To look at', doubtful),
    list(input, 'Notes', other),
    toRemember(input),
    leftOut(input),
  ];
  return parts.filter((part) => part !== '').join('\n\n') + '\n';
}

const named = (day: Day): string => `${nameOfWeekday(day)}, ${formDate(day)}`;

function asOn({ filing, today }: BeforeFilingInput): string {
  const signed = filing.ownerSignatures.some(({ signatureDate }) => signatureDate.raw !== '');
  const day = today === undefined ? '' : `, ${named(today)}`;
  return signed ? `Checked as it would be filed today${day}.` : `Checked as if it were signed today${day}.`;
}

function due(input: BeforeFilingInput): string {
  const { filing, closed, today } = input;
  if (filing.documentType === '4/A') return 'An amendment is not due on a day.';
  const first = firstDue(filing, closed);
  if (!first) return 'No transaction here says on which day the form is due.';
  const { row, due: day } = first;
  const place = link(input, row.transactionDate.span.start);
  const ahead = today === undefined ? '' : ` ${fromNow(day - today)}`;
  return `**${named(day)}, 10 p.m. Eastern**, for the transaction of ${formDate(row.transactionDate.value!)} (${place}).${ahead}`;
}

function fromNow(days: number): string {
  if (days === 0) return 'That is today.';
  if (days === 1) return 'That is tomorrow.';
  if (days > 1) return `That is in ${days} days.`;
  return days === -1
    ? '**That was yesterday: the form is late.**'
    : `**That was ${-days} days ago: the form is late.**`;
}

function list(input: BeforeFilingInput, heading: string, findings: readonly ReportFinding[]): string {
  if (findings.length === 0) return '';
  const lines = findings.map(
    ({ rule, message, span }) => `- ${link(input, span.start)}: ${plain(message)} (${ruleLink(rule, input.rules)})`,
  );
  return `## ${heading}\n\n${lines.join('\n')}`;
}

const BY_ANOTHER = /\battorneys?[- ]{1,3}in[- ]{1,3}fact\b|\bpower of attorney\b|\bPOA\b/i;
const ON_FILE = /\bpower of attorney\b|\bexhibit 24\b|\bEX-?24\b/i;

/** What no rule can see: whether the one who signs for another may do so. */
function toRemember(input: BeforeFilingInput): string {
  const { ownerSignatures, remarks } = input.filing;
  const signed = ownerSignatures.find(({ signatureName }) => BY_ANOTHER.test(signatureName.value ?? ''));
  if (!signed || ON_FILE.test(remarks?.value ?? '')) return '';
  return `## To remember\n\n- ${link(input, signed.span.start)}: an attorney-in-fact signs. Check that the power of attorney is on file with the SEC or goes with this form as Exhibit 24.`;
}

/** `Table I, row 3, column 5`, which leads there. */
function link({ filing, linkTo }: BeforeFilingInput, offset: number): string {
  const { line, character } = filing.lines.position(offset);
  const address = linkTo(line + 1, character + 1);
  const words = placeInWords(filing, offset);
  return address === undefined ? words : `[${words}](${address})`;
}

/** `1 rule is off`, beside the verdict, which does not know of it. */
function notAll({ off, known, fault }: BeforeFilingInput): string {
  const said = [
    ...(off.length > 0 ? [`${counted(off.length, 'rule')} ${off.length === 1 ? 'is' : 'are'} off`] : []),
    ...(known > 0 ? [`${counted(known, 'known finding')} ${known === 1 ? 'is' : 'are'} left out`] : []),
    ...(fault !== undefined ? ['the house’s own settings could not be read'] : []),
  ].join(', and ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}: see “Left out” below.`;
}

/** What nobody looked at, and on whose word. */
function leftOut({ off, known, fault, rules }: BeforeFilingInput): string {
  const lines = [
    ...(fault === undefined ? [] : [`- ${plain(fault)}`]),
    ...off.map(({ id, who }) => `- ${ruleLink(id, rules)}: off, ${plain(who)}`),
    ...(known > 0 ? [`- ${counted(known, 'finding')} that a baseline knows of`] : []),
  ];
  return lines.length === 0 ? '' : `## Left out\n\n${lines.join('\n')}`;
}

type Sorted = Readonly<Record<'suspended' | 'wrong' | 'doubtful' | 'other', readonly unknown[]>>;

/** A note keeps nothing from being filed; that there are some is said, since nobody looks below a line that says "ready". */
function verdict({ suspended, wrong, doubtful, other }: Sorted, unread: boolean): string {
  const reasons = [
    ...(suspended.length > 0 ? [`EDGAR would suspend it for ${counted(suspended.length, 'reason')}`] : []),
    ...(wrong.length > 0 ? [`${counted(wrong.length, 'thing')} ${wrong.length === 1 ? 'does' : 'do'} not add up`] : []),
    ...(unread ? ['not all of it could be read, so not all of it was checked'] : []),
  ];
  if (reasons.length > 0) return `Not ready: ${reasons.join(', and ')}.`;
  const notes = counted(other.length, 'note');
  if (doubtful.length === 0) return other.length === 0 ? 'Ready to file.' : `Ready to file; ${notes} to look at.`;
  const things = `${counted(doubtful.length, 'thing')} to look at ${doubtful.length === 1 ? 'is' : 'are'} as meant`;
  return `Ready to file, if ${things}${other.length === 0 ? '' : `; ${notes} besides`}.`;
}
