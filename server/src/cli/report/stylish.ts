import { createColors } from 'picocolors';
import type { Severity } from '../../rules/rule';
import type { Range } from '../../text/lines';
import { butKnown, butUnread, nothing, type Format, type Summary } from '../check/format';
import type { Excerpt, Result, ResultFinding } from '../check/result';
import { printable, printableLine } from '../output/printable';

type Paint = (text: string) => string;

export const LABEL: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};
const WIDEST = 160;
const USUAL = 100;

/** For eyes: each finding with its line and a mark under it. */
export function stylish(toTerminal: boolean): Format {
  const colors = createColors(wantsColor(toTerminal));
  const paint: Record<Severity, Paint> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.gray,
  };
  const width = Math.max(40, Math.min(WIDEST, (toTerminal && process.stdout.columns) || USUAL));

  const findingLines = ({ range, severity, message, rule, related, fixes, excerpt }: ResultFinding): string[] => {
    const line = range.start.line + 1;
    const color = paint[severity];
    const margin = ' '.repeat(String(line).length + 2);
    const { text, before, marked } = windowOn(excerpt, width - margin.length - 3);
    const out = [
      `  ${colors.dim(place(range))}  ${color(LABEL[severity])}  ${printable(message)}  ${colors.dim(rule)}`,
      `  ${colors.dim(`${line} |`)} ${text}`,
      `${margin} ${colors.dim('|')} ${' '.repeat(before)}${color('^'.repeat(marked))}`,
    ];
    for (const one of related) out.push(`${margin} ${colors.dim('=')} ${place(one.range)}: ${printable(one.message)}`);
    const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
    if (fix) out.push(`${margin} ${colors.dim('=')} fix: ${printable(fix.title)}`);
    return out;
  };

  return {
    wants: { fixes: true },
    file(result) {
      let name = '';
      return result.findings
        .map((finding) => {
          const before = name;
          name = nameOf(result, finding);
          const heading = name === before ? '' : `${colors.underline(printableLine(name))}\n`;
          return `${heading}${findingLines(finding).join('\n')}\n\n`;
        })
        .join('');
    },
    end: (summary, _, quiet) => (summary.files > 0 ? summed(summary, paint, quiet) + '\n' : ''),
  };
}

const place = ({ start }: Range): string => `${start.line + 1}:${start.character + 1}`;

/** `dump.txt, filing 2 of 3 (line 80)`; the path alone of a file that holds one. */
function nameOf({ path, filings }: Result, { filing }: ResultFinding): string {
  const part = filing === undefined ? undefined : filings.find((one) => one.filing === filing);
  if (!part) return path;
  return `${path}, filing ${filing}${filings.length > 1 ? ` of ${filings.length}` : ''} (line ${part.line})`;
}

function summed(
  { files, filings, unread, findings, known, fixable, fixed }: Summary,
  paint: Record<Severity, Paint>,
  quiet: boolean,
): string {
  const of = (n: number, one: string, many = one + 's'): string => `${n} ${n === 1 ? one : many}`;
  const parts = [
    findings.error > 0 && paint.error(of(findings.error, 'error')),
    findings.warning > 0 && paint.warning(of(findings.warning, 'warning')),
    findings.information > 0 && of(findings.information, 'note'),
    findings.hint > 0 && of(findings.hint, 'hint'),
  ].filter(Boolean);
  const within = filings > files ? ` in ${of(files, 'file')}` : '';
  const where = `${of(filings, 'filing')}${within} checked${fixed > 0 ? `, ${fixed} fixed` : ''}`;
  if (parts.length === 0) return `${where}: ${nothing(quiet)}${butKnown(known)}${butUnread(unread)}`;
  return `${where}: ${parts.join(', ')}${butKnown(known)}${butUnread(unread)}${fixable > 0 ? `; --fix repairs ${fixable}` : ''}`;
}

/** As https://no-color.org and https://force-color.org have it; else colour where a terminal shows it. */
function wantsColor(toTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return toTerminal && process.stdout.isTTY === true && TERM !== 'dumb';
}

/** The line of a finding, cut to a width around it, and where the mark goes. A tab takes two columns. */
function windowOn(excerpt: Excerpt, width: number): { text: string; before: number; marked: number } {
  const left = excerpt.before.slice(-width);
  const right = (excerpt.marked + excerpt.after).slice(0, width);
  const length = Math.min(excerpt.marked.length, right.length);
  const [before, marked, after] = [shown(left), shown(right.slice(0, length)), shown(right.slice(length))];
  const whole = before + marked + after;
  const spare = Math.floor(Math.max(0, width - marked.length) / 2);
  const most = Math.min(whole.length - width, before.length - 1);
  const cut = Math.max(0, Math.min(before.length - spare, most));
  const window = [...whole.slice(cut, cut + width)];
  if (cut > 0 || excerpt.cut[0] || left.length < excerpt.before.length) window[0] = '…';
  const more = excerpt.cut[1] || right.length < excerpt.marked.length + excerpt.after.length;
  if (cut + width < whole.length || more) window[window.length - 1] = '…';
  return {
    text: window.join('').trimEnd(),
    before: before.length - cut,
    marked: Math.max(1, Math.min(marked.length, width - (before.length - cut))),
  };
}

const shown = (text: string): string => printable(text.replaceAll('\t', '  '));
