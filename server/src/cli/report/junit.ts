import type { Format } from '../check/format';
import type { ResultFinding } from '../check/result';
import { xmlText } from '../output/printable';

/**
 * The XML of JUnit as Jenkins reads it: a file is a suite, each finding a case. What is not at error level passes, with
 * its words as output; a file in which nothing is found is one case that passes.
 */
export function junit(): Format {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="form4">\n',
    file({ path, findings }) {
      const name = xmlText(path);
      const failures = findings.filter(({ severity }) => severity === 'error').length;
      const cases = findings.map((finding) => caseOf(name, finding));
      if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="nothing found" time="0"/>\n`);
      const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0"`;
      return `  <testsuite name="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

function caseOf(file: string, { severity, message, rule, range: { start } }: ResultFinding): string {
  const place = `line ${start.line + 1}, column ${start.character + 1}`;
  const words = xmlText(message);
  const body =
    severity === 'error'
      ? `<failure type="${rule}" message="${words}">${file}, ${place}: ${words}</failure>`
      : `<system-out>${severity}: ${file}, ${place}: ${words}</system-out>`;
  return `    <testcase classname="${file}" name="${rule}, ${place}" time="0">${body}</testcase>\n`;
}
