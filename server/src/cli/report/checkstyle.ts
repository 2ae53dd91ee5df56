import type { Severity } from '../../rules/rule';
import type { Format } from '../check/format';
import { xmlText } from '../output/printable';

const SEVERITY: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'info', hint: 'info' };

/** The XML of Checkstyle, which many build servers read. Places count from 1. */
export function checkstyle(): Format {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    file({ path, findings }) {
      const errors = findings.map(
        ({ range: { start }, severity, message, rule }) =>
          `    <error line="${start.line + 1}" column="${start.character + 1}" severity="${SEVERITY[severity]}" ` +
          `message="${xmlText(message)}" source="form4.${rule}"/>\n`,
      );
      return `  <file name="${xmlText(path)}">\n${errors.join('')}  </file>\n`;
    },
    end: () => '</checkstyle>\n',
  };
}
