/** One page on one filing, in Markdown: what a reviewer attaches to a proof. */
import { isForm4Type } from '../facts/forms';
import { notChecked } from './notChecked';
import { nameOfWeekday } from '../facts/edgarCalendar';
import { dueOn, firstDue } from '../filing/due';
import { changeOf, rowBefore } from '../filing/holdings';
import type { Filing, Row } from '../filing/model';
import { cellInWords, placeInWords } from '../filing/places';
import { citationsOf, rowsOf } from '../filing/queries';
import { formDate, isoDate, type Day } from '../text/days';
import { absolute, add, equals, grouped, isNegative, type Decimal } from '../text/decimal';
import type { Span } from '../text/span';
import { counted, plain, ruleLink, table } from './markdown';

export interface ReportInput {
  /** The file's name, as the reader knows it. */
  readonly name: string;
  readonly filing: Filing;
  readonly findings: readonly ReportFinding[];
  /** Every rule there is. */
  readonly rules: readonly ReportRule[];
  /** How many findings a baseline has left out. */
  readonly known: number;
  /** Of the file's bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** Of the program. */
  readonly version: string;
  /** The day of the check; undefined where nobody said. */
  readonly today: Day | undefined;
  /** Further days on which EDGAR is closed. */
  readonly closed?: ReadonlySet<Day>;
  /** The address of a place in the filing, both from 1; undefined where a link would lead nowhere. */
  readonly linkTo?: (line: number, character: number) => string | undefined;
  /** What stands before `<rule>.md` in the address of a rule's page; undefined where none can be shown. */
  readonly rulePages?: string;
}

export interface ReportFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly span: Span;
}

export interface ReportRule {
  readonly id: string;
  /** How it spoke: off, or a severity. */
  readonly setting: string;
  /** Where that differs from the rule's own severity, or is off: who said so. */
  readonly why: string | undefined;
}

/** The page, with a line end at its end. */
export function writeReport(input: ReportInput): string {
  const { filing } = input;
  const parts = [
    `# Check report: ${plain(input.name)}`,
    isForm4Type(filing.documentType) ? verdict(input.findings, filing.unread.length > 0) : `**${notChecked(filing)}**`,
    facts(input),
    `## Findings`,
    findings(input),
    `## Totals`,
    totals(input),
    `## Footnotes`,
    footnotes(filing),
    `## Dates`,
    dates(filing, input.closed),
    `## Rules`,
    rules(input),
  ];
  return parts.filter((part) => part !== '').join('\n\n') + '\n';
}

/** The characters that a cell stands for, without the layout's escapes. */
const written = (raw: string): string => plain(raw.replace(/\\([$*_])/g, '$1'));

function verdict(all: readonly ReportFinding[], unread: boolean): string {
  const of = (severity: string): number => all.filter((finding) => finding.severity === severity).length;
  const said = [
    [of('error'), 'error'] as const,
    [of('warning'), 'warning'] as const,
    [of('information') + of('hint'), 'note'] as const,
  ].filter(([n]) => n > 0);
  const found = said.length === 0 ? 'Nothing found' : said.map(([n, one]) => counted(n, one)).join(', ');
  return `**${found}${unread ? '; not all of it could be read' : ''}.**`;
}

function facts({ filing, sha256, version, today, closed }: ReportInput): string {
  const { issuer, reportingOwners, periodOfReport, dateOfOriginalSubmission, ownerSignatures } = filing;
  const owners = reportingOwners.map((owner) => owner.rptOwnerName.value ?? '');
  const due = firstDue(filing, closed)?.due;
  const signed = ownerSignatures.map(({ signatureDate }) => signatureDate.raw).filter((date) => date !== '');
  const rows: [string, string][] = [
    ['Form', filing.documentType],
    ['Reporting persons', plain(owners.filter((name) => name !== '').join('; '))],
    ['Issuer', plain(`${issuer.issuerName.value ?? ''} [${issuer.issuerTradingSymbol.value ?? ''}]`)],
    ['Box 3, earliest transaction', plain(periodOfReport.raw)],
    ['Box 4, original filed', plain(dateOfOriginalSubmission.raw)],
    ['Signed', plain(signed.join('; '))],
    ['Due', due === undefined ? '' : `${nameOfWeekday(due)}, ${formDate(due)}, 10 p.m. Eastern`],
    ['SHA-256', `\`${sha256}\``],
    ['Checked', [`form4 ${version}`, ...(today === undefined ? [] : [`as on ${isoDate(today)}`])].join(', ')],
  ];
  return table(
    ['', ''],
    rows.filter(([, value]) => value !== ''),
  );
}

function findings({ filing, findings: all, linkTo, rulePages }: ReportInput): string {
  if (all.length === 0) return 'None.';
  return table(
    ['place', 'severity', 'rule', 'finding'],
    all.map(({ rule, severity, message, span }) => {
      const { line, character } = filing.lines.position(span.start);
      const words = placeInWords(filing, span.start);
      const address = linkTo?.(line + 1, character + 1);
      const place = address === undefined ? words : `[${words}](${address})`;
      return [place, severity, ruleLink(rule, rulePages), plain(message)];
    }),
  );
}

/** The row's class and how it is held. */
function holdingWords({ securityTitle, directOrIndirectOwnership, natureOfOwnership }: Row): string {
  const words = [securityTitle, directOrIndirectOwnership, natureOfOwnership].map(({ value }) => value ?? '');
  return plain(words.filter((word) => word !== '').join(', '));
}

function totals({ filing, findings: all }: ReportInput): string {
  const rows = rowsOf(filing);
  if (rows.length === 0) return 'None.';
  // One wrong total is one fault: the sums after it go on from what it should have been.
  const wrong = new Set(all.filter(({ rule }) => rule === 'holdings-total').map(({ span }) => span.start));
  const carried = new Map<Row, Decimal | undefined>();
  const lines = rows.map((row) => {
    const { raw, value: stated, span } = row.sharesOwnedFollowingTransaction;
    const previous = rowBefore(filing, row);
    const before = previous && carried.get(previous);
    const change = changeOf(row);
    const expected = before && change && add(before, change);
    carried.set(row, wrong.has(span.start) ? expected : stated);
    const sum = row.kind === 'holding' ? '' : sumOf(before, change, expected);
    return [cellInWords(row, undefined), holdingWords(row), sum, written(raw), remark(row, expected, stated)];
  });
  const inTableII = rows.some((row) => row.table === 'derivativeTable');
  const note = inTableII ? '\n\nTable II has no running total: column 9 counts each grant by itself.' : '';
  return table(['row', 'holding', 'sum', 'stated', ''], lines) + note;
}

/** `9,503 + 693 = 10,196`, or as much of it as is known. */
function sumOf(before: Decimal | undefined, change: Decimal | undefined, expected: Decimal | undefined): string {
  const step = change && `${isNegative(change) ? '−' : '+'} ${grouped(absolute(change))}`;
  return before && step && expected ? `${grouped(before)} ${step} = ${grouped(expected)}` : (step ?? '');
}

function remark(row: Row, expected: Decimal | undefined, stated: Decimal | undefined): string {
  if (row.kind === 'holding') return 'holding, no transaction';
  if (expected) return stated && equals(expected, stated) ? 'adds up' : '**does not add up**';
  return row.table === 'derivativeTable' ? '' : 'nothing before it to add to';
}

function footnotes(filing: Filing): string {
  const { list } = filing.footnotes;
  if (list.length === 0) return 'None.';
  const places = new Map<number, string[]>();
  for (const citation of citationsOf(filing)) {
    const { number } = citation.marker;
    if (number === undefined) continue;
    const known = places.get(number);
    const place = cellInWords(citation.row, citation.column);
    if (known) known.push(place);
    else places.set(number, [place]);
  }
  return table(
    ['footnote', 'cited in', 'text'],
    list.map(({ number, label, text }) => {
      const cited = number === undefined ? [] : (places.get(number) ?? []);
      const name = number === undefined ? plain(label) : String(number);
      return [name, cited.length === 0 ? '**nowhere**' : cited.join('; '), plain(shortened(text))];
    }),
  );
}

const MOST_WORDS = 120;
const shortened = (text: string): string => (text.length > MOST_WORDS ? text.slice(0, MOST_WORDS - 1) + '…' : text);

function dates(filing: Filing, closed: ReadonlySet<Day> | undefined): string {
  const rows = rowsOf(filing).filter(({ kind }) => kind === 'transaction');
  if (rows.length === 0) return 'No transaction.';
  return table(
    ['row', 'transaction', 'code', 'deemed executed', 'due by 10 p.m. Eastern'],
    rows.map((row) => {
      const due = dueOn(row, closed);
      const { transactionDate, transactionCode, deemedExecutionDate } = row;
      const when = due === undefined ? 'no day of its own' : `${nameOfWeekday(due)}, ${formDate(due)}`;
      return [
        cellInWords(row, undefined),
        written(transactionDate.raw),
        written(transactionCode.raw),
        written(deemedExecutionDate.raw),
        when,
      ];
    }),
  );
}

function rules({ rules: all, known }: ReportInput): string {
  const off = all.filter(({ setting }) => setting === 'off');
  const ran = all.filter(({ setting }) => setting !== 'off');
  const changed = ran.filter(({ why }) => why !== undefined);
  const because = ({ id, setting, why }: ReportRule): string =>
    `- ${id}: ${setting}${why === undefined ? '' : `, ${plain(why)}`}`;
  return [
    `${counted(ran.length, 'rule')} ran: ${ran.map(({ id }) => id).join(', ')}.`,
    off.length === 0 ? 'None was switched off.' : `Switched off:\n\n${off.map(because).join('\n')}`,
    changed.length === 0 ? '' : `With another severity than their own:\n\n${changed.map(because).join('\n')}`,
    known === 0 ? '' : `${counted(known, 'finding')} left out, as a baseline knows of them.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
