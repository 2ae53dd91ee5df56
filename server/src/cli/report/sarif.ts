import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { version } from '../../node/version';
import { CATALOGUE } from '../../rules/catalogue';
import { SEVERITIES, type Rule, type Severity } from '../../rules/rule';
import type { Range } from '../../text/lines';
import type { Format } from '../check/format';
import type { ResultFinding } from '../check/result';
import type { Log } from '../output/log';
import { safeJson } from '../output/printable';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
/** What GitHub takes: https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support */
const MOST_RESULTS = 25_000;
const MOST_BYTES_PACKED = 10_000_000;
const MOST_RELATED = 100;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The form with its General Instructions, which the rules go by; each rule's own source is in its help. */
const FORM = 'https://www.sec.gov/files/form4data.pdf';

interface Kept {
  readonly path: string;
  readonly finding: ResultFinding;
}

/** SARIF 2.1.0, within the limits of GitHub's code scanning. What had to be left out is the least severe, and is said. */
export function sarif(): Format {
  const kept: Record<Severity, Kept[]> = { error: [], warning: [], information: [], hint: [] };
  let [count, dropped] = [0, 0];
  const dropLeast = (): void => {
    for (const severity of [...SEVERITIES].reverse())
      while (count > MOST_RESULTS && kept[severity].length > 0) {
        kept[severity].pop();
        count--;
        dropped++;
      }
  };
  return {
    wants: { fixes: true, fingerprints: true },
    file({ path: file, findings }) {
      for (const finding of findings) {
        kept[finding.severity].push({ path: file, finding });
        count++;
      }
      if (count > MOST_RESULTS) dropLeast();
      return '';
    },
    end: (_, log) =>
      withinLimits(
        SEVERITIES.flatMap((severity) => kept[severity]),
        dropped,
        log,
      ),
  };
}

/** Prints the log; where it would be too large, without fixes, and then with as many results as there is room for. */
function withinLimits(all: readonly Kept[], before: number, log: Log): string {
  let [results, dropped, fixes] = [all, before, true];
  for (;;) {
    const words: string[] = [];
    if (dropped > 0) words.push(`${dropped} of ${results.length + dropped} findings are left out, the least severe`);
    if (!fixes) words.push('fixes are left out');
    const text = printed(results, fixes, words);
    // Text like this packs to a tenth or so: only what may be too large is packed to see.
    if (text.length <= MOST_BYTES_PACKED || gzipSync(text).length <= MOST_BYTES_PACKED) {
      for (const one of words) log.note(`sarif: ${one}, as GitHub takes no more`);
      return text;
    }
    if (fixes) fixes = false;
    else {
      const fewer = results.slice(0, Math.floor(results.length / 2));
      dropped += results.length - fewer.length;
      results = fewer;
    }
  }
}

function printed(results: readonly Kept[], fixes: boolean, left: readonly string[]): string {
  const indices = new Map(CATALOGUE.map(({ id }, at) => [id, at]));
  const lines = results.map(({ path: file, finding }) => safeJson(resultOf(file, finding, indices, fixes)));
  const notifications = left.map((text) => ({ level: 'warning', message: { text: `${text}: GitHub takes no more.` } }));
  const head = {
    tool: {
      driver: { name: 'form4', version: version(), semanticVersion: version(), informationUri: FORM, rules: rules() },
    },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which form4 was started.' } } },
  };
  const run = safeJson(head).slice(0, -1);
  return `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${run},"results":[\n${lines.join(',\n')}\n]}]}\n`;
}

function rules(): object[] {
  const pages = JSON.parse(fs.readFileSync(path.join(__dirname, 'rules.json'), 'utf8')) as Record<string, string>;
  return CATALOGUE.map(({ id, family, summary, severity, off }: Rule) => {
    const markdown = pages[id] ?? summary;
    return {
      id,
      name: id,
      shortDescription: { text: sentence(summary) },
      fullDescription: { text: paragraph(markdown) ?? sentence(summary) },
      help: { text: markdown, markdown },
      helpUri: FORM,
      defaultConfiguration: { level: LEVEL[severity], enabled: !off },
      properties: { tags: [family] },
    };
  });
}

const sentence = (summary: string): string => summary.charAt(0).toUpperCase() + summary.slice(1).replace(/\.?$/, '.');

/** What the page says that the rule does. */
const paragraph = (page: string): string | undefined =>
  page.split('\n## What it does\n\n')[1]?.split('\n\n')[0]?.trim();

function resultOf(file: string, finding: ResultFinding, indices: ReadonlyMap<string, number>, fixes: boolean): object {
  const { rule, severity, message, range, related, fingerprint } = finding;
  const artifactLocation = locationOf(file);
  const offered = fixes ? finding.fixes.filter(({ edits }) => edits.length > 0) : [];
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule),
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, MOST_RELATED).map((one, id) => ({
        id,
        message: { text: one.message },
        physicalLocation: { artifactLocation, region: regionOf(one.range) },
      })),
    }),
    // The name that GitHub looks at, beside path and rule, to know a finding again when lines have moved (baseline.ts).
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(offered.length > 0 && {
      fixes: offered.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: regionOf(edit.range),
              ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
            })),
          },
        ],
      })),
    }),
  };
}

const regionOf = ({ start, end }: Range): object => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** A path below the folder we are in goes from there, so that GitHub finds the file; any other is a URI of its own. */
function locationOf(file: string): object {
  const relative = path.relative('.', file).split(path.sep).join('/');
  if (path.isAbsolute(relative) || relative.startsWith('../'))
    return { uri: `file://${encoded(path.resolve(file).split(path.sep).join('/'))}` };
  return { uri: encoded(relative), uriBaseId: 'SRCROOT' };
}

const encoded = (file: string): string =>
  file
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
