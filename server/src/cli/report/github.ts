import type { Severity } from '../../rules/rule';
import { SEVERITIES } from '../../rules/rule';
import { butKnown, butUnread, nothing, type Format, type Summary } from '../check/format';
import type { ResultFinding } from '../check/result';
import { printable, printableLine } from '../output/printable';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
/** GitHub shows this many annotations of a kind for a step, and drops the others without a word. */
const MOST_SHOWN = 10;

interface Told {
  readonly path: string;
  readonly finding: ResultFinding;
}

/**
 * Workflow commands of GitHub's runner: annotations, the worst first. Those that GitHub would drop are plain lines of the
 * log, and the last line is a summary.
 */
export function github(): Format {
  const bySeverity: Record<Severity, Told[]> = { error: [], warning: [], information: [], hint: [] };
  let left = 0;
  return {
    file({ path, findings }) {
      let lines = '';
      for (const finding of findings) {
        const told = { path, finding };
        const kept = bySeverity[finding.severity];
        if (kept.length < MOST_SHOWN) kept.push(told);
        else {
          left++;
          lines += lineOf(told);
        }
      }
      return lines;
    },
    end(summary, _, quiet) {
      const shown: Record<string, number> = {};
      let out = '';
      for (const told of SEVERITIES.flatMap((severity) => bySeverity[severity])) {
        const command = COMMAND[told.finding.severity];
        shown[command] = (shown[command] ?? 0) + 1;
        if (shown[command] <= MOST_SHOWN) out += commandOf(command, told);
        else {
          left++;
          out += lineOf(told);
        }
      }
      return out + summed(summary, left, quiet);
    },
  };
}

function commandOf(command: string, { path, finding: { rule, message, range } }: Told): string {
  const { start, end } = range;
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
  const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
  return `::${command} ${place},title=${property(rule)}::${data(message)}\n`;
}

const lineOf = ({ path, finding: { rule, severity, message, range } }: Told): string =>
  `${printableLine(path)}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${printable(message)} [${rule}]\n`;

/** As the runner takes them apart: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const data = (text: string): string =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A file name goes to GitHub as it is: characters that would act on the log are encoded, not shown. */
const property = (text: string): string =>
  text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
    .split(/(%0D|%0A)/)
    .map((part, at) => (at % 2 ? part : printable(part)))
    .join('');

function summed({ filings, unread, findings, known }: Summary, left: number, quiet: boolean): string {
  const counts = SEVERITIES.filter((severity) => findings[severity] > 0).map(
    (severity) =>
      `${findings[severity]} ${severity}${findings[severity] === 1 || severity === 'information' ? '' : 's'}`,
  );
  const checked = `form4: ${filings} ${filings === 1 ? 'filing' : 'filings'} checked: `;
  const dropped =
    left > 0 ? `; GitHub shows ${MOST_SHOWN} annotations of a kind, ${left} more are lines of this log alone` : '';
  return `${checked}${counts.join(', ') || nothing(quiet)}${butKnown(known)}${butUnread(unread)}${dropped}\n`;
}
