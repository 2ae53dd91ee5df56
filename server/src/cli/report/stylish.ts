import type { Span } from '../../text/span';
import type { Filing } from '../../filing/model';
import type { Finding, Severity } from '../../rules/rule';
import type { Checked, Format, Summary } from '../format';
import { visible } from '../visible';
import { createColors } from 'picocolors';

type Paint = (text: string) => string;

const LABEL: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' };
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

  const findingLines = (filing: Filing, finding: Finding): string[] => {
    const { lines } = filing;
    const start = lines.position(finding.span.start);
    const place = `${start.line + 1}:${start.character + 1}`;
    const color = paint[finding.severity];
    const margin = ' '.repeat(String(start.line + 1).length + 2);
    const { text, before, marked } = excerpt(filing, finding.span, width - margin.length - 3);
    const out = [
      `  ${colors.dim(place)}  ${color(LABEL[finding.severity])}  ${visible(finding.message)}  ${colors.dim(finding.rule)}`,
      `  ${colors.dim(`${start.line + 1} |`)} ${text}`,
      `${margin} ${colors.dim('|')} ${' '.repeat(before)}${color('^'.repeat(Math.max(1, marked)))}`,
    ];
    for (const { message, span } of finding.related) {
      const at = lines.position(span.start);
      out.push(`${margin} ${colors.dim('=')} ${at.line + 1}:${at.character + 1}: ${visible(message)}`);
    }
    const fixes = finding.fixes();
    const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
    if (fix) out.push(`${margin} ${colors.dim('=')} fix: ${visible(fix.title)}`);
    return out;
  };

  return {
    file({ path, filing, findings }: Checked) {
      if (findings.length === 0) return '';
      const blocks = findings.map((finding) => findingLines(filing, finding).join('\n'));
      return `${colors.underline(visible(path))}\n${blocks.join('\n\n')}\n\n`;
    },
    end: (summary) => summed(summary, paint) + '\n',
  };
}

function summed({ files, findings, fixable }: Summary, paint: Record<Severity, Paint>): string {
  const of = (n: number, one: string, many = one + 's'): string => `${n} ${n === 1 ? one : many}`;
  const parts = [
    findings.error > 0 && paint.error(of(findings.error, 'error')),
    findings.warning > 0 && paint.warning(of(findings.warning, 'warning')),
    findings.information > 0 && of(findings.information, 'note'),
    findings.hint > 0 && of(findings.hint, 'hint'),
  ].filter(Boolean);
  const where = `${of(files, 'filing')} checked`;
  if (parts.length === 0) return `${where}: nothing found`;
  return `${where}: ${parts.join(', ')}${fixable > 0 ? `; --fix repairs ${fixable}` : ''}`;
}

/** As https://no-color.org and https://force-color.org have it; else colour where a terminal shows it. */
function wantsColor(toTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return toTerminal && process.stdout.isTTY === true && TERM !== 'dumb';
}

/** The line of a span, cut to a width around it, and where the mark goes. A tab takes two columns. */
function excerpt(filing: Filing, span: Span, width: number): { text: string; before: number; marked: number } {
  const line = filing.lines.lineSpan(filing.lines.lineAt(span.start));
  const shown = (start: number, end: number): string => visible(filing.text.slice(start, end).replaceAll('\t', '  '));
  // Rows can be thousands of characters long: no more of them is looked at than fits.
  const start = Math.max(line.start, span.start - width);
  const before = shown(start, span.start);
  const marked = shown(span.start, Math.min(span.end, line.end, span.start + width));
  const after = shown(Math.min(span.end, line.end), Math.min(line.end, span.end + width));
  const room = Math.max(0, width - marked.length);
  const left =
    line.start === start && before.length <= room / 2
      ? before.length
      : Math.max(Math.floor(room / 2), room - after.length);
  const cutLeft = start > line.start || before.length > left;
  const head = cutLeft ? '…' + before.slice(Math.max(0, before.length - left + 1)) : before;
  const whole = head + marked + after;
  const cutRight = whole.length > width || line.end > span.end + width;
  return {
    text: cutRight ? whole.slice(0, width - 1) + '…' : whole,
    before: head.length,
    marked: Math.min(marked.length, width - head.length),
  };
}
