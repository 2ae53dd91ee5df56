import { createHash } from 'node:crypto';
import { severitiesUnder } from '../../config';
import { CATALOGUE } from '../../rules/catalogue';
import { writeReport, type ReportRule } from '../../writers/report';
import { encode } from '../decode';
import type { Checked, Format } from '../format';
import type { House } from '../house';
import { version } from '../version';

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

function rulesOf({ rules, asked, file }: House): ReportRule[] {
  const settings = severitiesUnder(rules);
  return CATALOGUE.map(({ id, severity, off }) => {
    const setting = settings[id]!;
    const own = off ? 'off' : severity;
    const changed = asked[id] ? 'set by --rule' : `set in ${file}`;
    return {
      id,
      setting,
      why: setting !== own ? changed : setting === 'off' ? 'as long as nobody turns it on' : undefined,
    };
  });
}
