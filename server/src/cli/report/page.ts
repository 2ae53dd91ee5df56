import { createHash } from 'node:crypto';
import { spokenRules } from '../../config';
import { writeReport, type ReportRule } from '../../writers/report';
import { encode } from '../decode';
import type { Checked, Format } from '../format';
import type { House } from '../house';
import { version } from '../../version.node';

/** The page of writers/report.ts; a line between two of them. */
export function page(): Format {
  let between = '';
  return {
    file({ path, source, filing, findings, known, house, today }: Checked) {
      const bytes = filing.text === source.text ? source.bytes : encode(filing.text, source);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const closed = new Set(house.extraClosures);
      const input = {
        name: path,
        filing,
        findings,
        rules: rulesOf(house),
        known,
        sha256,
        version: version(),
        today,
        closed,
      };
      const text = between + writeReport(input);
      between = '\n---\n\n';
      return text;
    },
  };
}

const rulesOf = ({ rules, asked, file }: House): ReportRule[] =>
  spokenRules(rules, (id) => (asked[id] ? 'set by --rule' : `set in ${file}`));
