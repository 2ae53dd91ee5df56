import { createHash } from 'node:crypto';
import { spokenRules } from '../../config/effectiveConfig';
import type { Filing } from '../../filing/model';
import { filingAt } from '../../filing/queries';
import { encode } from '../../node/decode';
import { version } from '../../node/version';
import type { Finding } from '../../rules/rule';
import { writeReport, type ReportRule } from '../../writers/report';
import { writePages } from '../../writers/several';
import type { FileConfig } from '../check/fileConfigs';
import type { Format } from '../check/format';

/** The page of writers/report.ts; a line between two of them. */
export function page(): Format {
  let between = '';
  return {
    wants: { filing: true },
    file(_, checked) {
      const { path, source, filing, filings, findings, known, config, today, past } = checked!;
      const unread = filing.text === source.text ? source.bytes : undefined;
      const bytes = unread ?? encode(filing.text, source);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const rules = rulesOf(config, past);
      const common = { rules, sha256, version: version(), today, closed: config.closed };
      const within = (all: readonly Finding[], one: Filing): Finding[] =>
        all.filter(({ span }) => filingAt(filings, span.start) === one);
      const text = writePages('Check report', path, filings, (one, name) =>
        writeReport({
          name,
          filing: one,
          findings: within(findings, one),
          known: within(known, one).length,
          ...common,
        }),
      );
      const page = between + text;
      between = '\n---\n\n';
      return page.replace(/##(?=\w{0,20}\[)/g, '#&#35;'); // a runner takes it for a command (printable.ts)
    },
  };
}

const rulesOf = ({ rules, whoSet }: FileConfig, past: boolean): ReportRule[] => spokenRules(rules, whoSet, past);
