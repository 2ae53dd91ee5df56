import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Severity } from '../../rules/rule';
import type { Format } from '../check/format';
import { safeJson } from '../output/printable';

const SEVERITY: Record<Severity, string> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A report of GitLab's Code Quality. A fingerprint is of a finding in a file, so that each is one of the whole report. */
export function gitlab(): Format {
  let between = '\n';
  return {
    wants: { fingerprints: true },
    start: () => '[',
    file: ({ path: file, findings }) => {
      const place = fromHere(file);
      return findings
        .map(({ message, rule, severity, fingerprint, range: { start, end } }) => {
          const issue = safeJson({
            description: message,
            check_name: rule,
            fingerprint: createHash('sha256').update(`${place}\n${fingerprint}`).digest('hex').slice(0, 32),
            severity: SEVERITY[severity],
            location: { path: place, lines: { begin: start.line + 1, end: end.line + 1 } },
          });
          const line = between + issue;
          between = ',\n';
          return line;
        })
        .join('');
    },
    end: () => '\n]\n',
  };
}

/** GitLab wants paths from the root of the repository, where it is called; a file elsewhere keeps its own. */
function fromHere(file: string): string {
  const relative = path.relative('.', file).split(path.sep).join('/');
  return path.isAbsolute(relative) || relative.startsWith('../') ? file : relative;
}
