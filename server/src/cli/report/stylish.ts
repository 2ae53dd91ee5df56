import type { Span } from '../../text/span';
import type { Filing } from '../../filing/model';
import type { Finding, Severity } from '../../rules/rule';
import { filingAt } from '../../filing/queries';
import type { Checked, Format, Summary } from '../format';
import { visible } from '../../text/visible';
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
      `${margin} ${colors.dim('|')} ${' '.repeat(before)}${color('^'.repeat(marked))}`,
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
    file({ path, filings, findings }: Checked) {
      let name = '';
      return findings
        .map((finding) => {
          const filing = filingAt(filings, finding.span.start);
          const before = name;
          name = nameOf(path, filing, filings.length);
          const heading = name === before ? '' : `${colors.underline(visible(name))}\n`;
          return `${heading}${findingLines(filing, finding).join('\n')}\n\n`;
        })
        .join('');
    },
    end: (summary) => (summary.files > 0 ? summed(summary, paint) + '\n' : ''),
  };
}

/** `dump.txt, filing 2 of 3 (line 80)`; the path alone of a file that holds one. */
function nameOf(path: string, { part, lines }: Filing, count: number): string {
  return part ? `${path}, filing ${part.number} of ${count} (line ${lines.lineAt(part.span.start) + 1})` : path;
}

function summed({ files, filings, findings, fixable, fixed }: Summary, paint: Record<Severity, Paint>): string {
  const of = (n: number, one: string, many = one + 's'): string => `${n} ${n === 1 ? one : many}`;
  const parts = [
    findings.error > 0 && paint.error(of(findings.error, 'error')),
    findings.warning > 0 && paint.warning(of(findings.warning, 'warning')),
    findings.information > 0 && of(findings.information, 'note'),
    findings.hint > 0 && of(findings.hint, 'hint'),
  ].filter(Boolean);
  const within = filings > files ? ` in ${of(files, 'file')}` : '';
  const where = `${of(filings, 'filing')}${within} checked${fixed > 0 ? `, ${fixed} fixed` : ''}`;
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
function excerpt({ text, lines }: Filing, span: Span, width: number): { text: string; before: number; marked: number } {
  const line = lines.lineSpan(lines.lineAt(span.start));
  // Rows can be thousands of characters long: no more of them is looked at than may show.
  const from = Math.max(line.start, span.start - width);
  const to = Math.min(line.end, span.start + width);
  const end = Math.min(span.end, to);
  const [before, marked, after] = [shown(text, from, span.start), shown(text, span.start, end), shown(text, end, to)];
  const whole = before + marked + after;
  const spare = Math.floor(Math.max(0, width - marked.length) / 2);
  const most = Math.min(whole.length - width, before.length - 1);
  const cut = Math.max(0, Math.min(before.length - spare, most));
  const window = [...whole.slice(cut, cut + width)];
  if (cut > 0 || from > line.start) window[0] = '…';
  if (cut + width < whole.length || to < line.end) window[window.length - 1] = '…';
  return {
    text: window.join('').trimEnd(),
    before: before.length - cut,
    marked: Math.max(1, Math.min(marked.length, width - (before.length - cut))),
  };
}

const shown = (text: string, start: number, end: number): string =>
  visible(text.slice(start, end).replaceAll('\t', '  '));
