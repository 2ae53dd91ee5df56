import type { Format } from '../check/format';
import { printable, printableLine } from '../output/printable';
import { LABEL } from './stylish';

/** A finding a line, `path:line:column: severity: message [rule]`, from 1: for `grep`, and for problem matchers. */
export function compact(): Format {
  return {
    file: ({ path, findings }) =>
      findings
        .map(({ range: { start }, severity, message, rule }) => {
          const place = `${printableLine(path)}:${start.line + 1}:${start.character + 1}`;
          return `${place}: ${LABEL[severity]}: ${printable(message)} [${rule}]\n`;
        })
        .join(''),
  };
}
