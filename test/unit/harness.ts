/** How tests speak: text in, findings out. Only this file knows the functions under test. */
import assert from 'node:assert/strict';
import { stateOf } from '../../server/src/features/footnoteHistory';
import { withHistory } from '../../server/src/features/footnoteMoved';
import { withPast } from '../../server/src/ledger/checks/run';
import { entryOf } from '../../server/src/ledger/entryOf';
import { Shelf } from '../../server/src/ledger/shelf';
import { read } from '../../server/src/readers';
import type { Finding } from '../../server/src/rules/rule';
import { ruleOf } from '../../server/src/rules/catalogue';
import { check, type CheckOptions } from '../../server/src/rules/run';

/** A filing without a fault, made up, into which an example's own lines are set. */
const FORM = `
OMB APPROVAL\t
OMB Number:\t3235-0287
Estimated average burden hours per response:\t0.5

STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP

Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).

{plan}Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940

{box1}\t{box2}\t{box5}
\t{box3}\t
\t{box4}

Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned

| 1. Title of Security (Instr. 3) | 2. Transaction Date (Month/Day/Year) | 2A. Deemed Execution Date, if any (Month/Day/Year) | 3. Transaction Code (Instr. 8) |  | 4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5) |  |  | 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4) | 6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 7. Nature of Indirect Beneficial Ownership (Instr. 4) |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
|  |  |  | Code | V | Amount | (A) or (D) | Price |  |  |  |
{tableI}

Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)

| 1. Title of Derivative Security (Instr. 3) | 2. Conversion or Exercise Price of Derivative Security | 3. Transaction Date (Month/Day/Year) | 3A. Deemed Execution Date, if any (Month/Day/Year) | 4. Transaction Code (Instr. 8) |  | 5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5) |  | 6. Date Exercisable and Expiration Date (Month/Day/Year) |  | 7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4) |  | 8. Price of Derivative Security (Instr. 5) | 9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4) | 10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 11. Nature of Indirect Beneficial Ownership (Instr. 4) |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
|  |  |  |  | Code | V | (A) | (D) | Date Exercisable | Expiration Date | Title | Amount or Number of Shares |  |  |  |  |
{tableII}

Explanation of Responses:

{notes}

{remarks}{signature}

\\*\\* Signature of Reporting Person Date

Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.
`;

const DEFAULTS: Record<string, string> = {
  plan: '',
  box1: '1. Name and Address of Reporting Person* <u>Alder Rowan J</u>  (Last) (First) (Middle) 12 QUAY STREET  (Street) PORTLAND ME 04101  (City) (State) (Zip)',
  box2: '2. Issuer Name and Ticker or Trading Symbol <u>NORTHWIND HARBOR INC [ NWHX ]</u>',
  box3: '3. Date of Earliest Transaction (Month/Day/Year) <u>03/07/2022</u>',
  box4: '4. If Amendment, Date of Original Filed (Month/Day/Year)',
  box5: '5. Relationship of Reporting Person(s) to Issuer (Check all applicable) <input checked="" type="checkbox"/> Director 10% Owner Officer (give title below) Other (specify below)',
  remarks: '',
  signature: '/s/ Rowan J. Alder 03/08/2022',
};
const ROW = '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |';
const BOX: readonly (readonly [RegExp, string])[] = [
  [/^1\. Name/, 'box1'],
  [/^2\. Issuer/, 'box2'],
  [/^3\. Date of Earliest/, 'box3'],
  [/^4\. If Amendment/, 'box4'],
  [/^5\. Relationship/, 'box5'],
  [/^(?:<input[^<>]*> ?)?Check this box to indicate/, 'plan'],
  [/^Remarks:/, 'remarks'],
  [/^Signature:/, 'signature'],
];

/**
 * A whole filing around an example. A line of the example that begins with `|` is a row of Table I, or of Table II
 * behind a line `Table II`; `- `, `1. ` and `(1) ` begin notes; `3. Date of Earliest …` and the like stand in for that
 * box; `Remarks:` and `Signature:` (which may be blank) for theirs. An example with "STATEMENT OF CHANGES" is whole.
 * A transaction in XML, and a reporting owner, is set into an XML filing.
 */
export function filingAround(example: string): string {
  if (example.includes('STATEMENT OF CHANGES')) return example;
  if (/^<⟦?(?:nonD|d)erivative/.test(example)) return xmlAround(example);
  if (/^<⟦?reportingOwner>/.test(example)) return xmlAround(XML_ROW).replace(XML_OWNER, () => example.trim());
  const parts: Record<string, string> = { ...DEFAULTS };
  const tables: [string[], string[]] = [[], []];
  const notes: string[] = [];
  let table = 0;
  for (const line of example.split('\n')) {
    const words = line.replaceAll(OPEN, '').replaceAll(CLOSE, '');
    const box = BOX.find(([pattern]) => pattern.test(words));
    if (words.trim() === 'Table II') table = 1;
    else if (words.startsWith('|') || words.includes('\t')) tables[table]!.push(line);
    else if (box)
      parts[box[1]] =
        box[1] === 'signature'
          ? line.replace('Signature:', '').trim()
          : line + (box[1] === 'remarks' || box[1] === 'plan' ? '\n\n' : '');
    else if (words.trim() !== '') notes.push(line);
  }
  if (parts.plan === '' && hasPlanBox(parts.signature!)) parts.plan = PLAN_SENTENCE;
  parts.tableI = tables[0].length || tables[1].length ? tables[0].join('\n') : ROW;
  parts.tableII = tables[1].join('\n');
  parts.notes = notes.join('\n');
  return FORM.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}

const XML_OWNER = `<reportingOwner>
<reportingOwnerId><rptOwnerCik>0009999902</rptOwnerCik><rptOwnerName>Alder Rowan J</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
</reportingOwner>`;
/** A grant of Table I in XML, held directly. */
export const XML_ROW = `<nonDerivativeTransaction>
<securityTitle><value>Common Stock</value></securityTitle>
<transactionDate><value>2022-03-07</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts>
<transactionShares><value>693</value></transactionShares>
<transactionPricePerShare><value>43.16</value></transactionPricePerShare>
<transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
</transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>9503</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
</nonDerivativeTransaction>`;

/** A whole ownership XML around a transaction of it; `<footnotes>` in the example comes behind the tables. */
function xmlAround(example: string): string {
  const [row = '', notes] = example.split(/(?=^<footnotes>)/m);
  const name = /^<⟦?derivative/.test(row) ? 'derivativeTable' : 'nonDerivativeTable';
  return `<?xml version="1.0"?>
<ownershipDocument>
<schemaVersion>X0306</schemaVersion>
<documentType>4</documentType>
<periodOfReport>2022-03-07</periodOfReport>
<issuer>
<issuerCik>0009999901</issuerCik><issuerName>NORTHWIND HARBOR INC</issuerName><issuerTradingSymbol>NWHX</issuerTradingSymbol>
</issuer>
${XML_OWNER}
<${name}>
${row.trim()}
</${name}>
${notes?.trim() ?? ''}
<ownerSignature><signatureName>/s/ Rowan J. Alder</signatureName><signatureDate>2022-03-08</signatureDate></ownerSignature>
</ownershipDocument>
`;
}

/** The form has the 10b5-1 box since April 2023. */
const PLAN_SENTENCE =
  'Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.\n\n';

function hasPlanBox(signature: string): boolean {
  const [, month, day, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(signature.replace(/[⟦⟧]/g, '')) ?? [];
  return `${year}${month}${day}` >= '20230403' && year !== undefined;
}

const OPEN = '⟦';
const CLOSE = '⟧';

/** The text without its marks ⟦ and ⟧, and the spans that stood between them. */
export function marked(text: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let out = '';
  let start = 0;
  for (const unit of text) {
    if (unit === OPEN) start = out.length;
    else if (unit === CLOSE) spans.push({ start, end: out.length });
    else out += unit;
  }
  return { text: out, spans };
}

/** What an example shows besides its text. */
export interface Earlier {
  /** A whole filing: the text as it was when its footnotes and markers agreed. */
  readonly before?: string | undefined;
  /** Whole filings that were made before this one. */
  readonly filings?: readonly string[];
}

export function findings(text: string, options?: CheckOptions, { before, filings = [] }: Earlier = {}): Finding[] {
  const filing = read(text);
  const found = check(filing, options);
  const state = before === undefined ? undefined : stateOf(read(before));
  if (state) return withHistory(filing, found, state, undefined);
  if (filings.length === 0) return found;
  const shelf = new Shelf(filings.map((one, at) => entryOf(read(one), { path: `${at + 1}.txt` })));
  const entry = entryOf(filing, { path: 'this.txt' });
  return withPast(filing, entry, found, shelf.pastsOf(entry), options?.rules);
}

/**
 * An example may show what was there before, above a line that begins with `— then`, or the filings before it, each above a
 * line that begins with `— the next filing`.
 */
export function inTime(example: string): Earlier & { now: string } {
  const filings = example.split(/^— the next filing.*\n/m);
  const last = filings.pop()!;
  if (filings.length > 0) return { filings: filings.map(filingAround), now: last };
  const [one = '', other] = last.split(/^— then.*\n/m);
  return other === undefined ? { now: one } : { before: filingAround(one), now: other };
}

/** A rule that is off by default speaks in its own examples. */
const turnedOn = (id: string): CheckOptions['rules'] => {
  const rule = ruleOf(id);
  return rule?.off ? { [id]: rule.severity } : {};
};

/** Every finding of an example in one line each: `error holdings-total: Expected …`. */
export const said = (list: readonly Finding[]): string[] =>
  list.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

/**
 * Expects the findings of one rule on an example to stand just where ⟦ and ⟧ are, with these messages in the order of
 * the text, and no other rule to say anything. Each expectation is `severity: message`, or a part of the message.
 */
export function flags(rule: string, example: string, ...expected: string[]): void {
  const { now, ...earlier } = inTime(example);
  const { text, spans } = marked(filingAround(now));
  const all = findings(text, { today: 30000, rules: turnedOn(rule) }, earlier);
  const found = all.filter((finding) => finding.rule === rule);
  assert.deepEqual(said(all.filter((finding) => finding.rule !== rule)), [], 'no other rule speaks');
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end) + `@${span.start}`),
    spans.map(({ start, end }) => text.slice(start, end) + `@${start}`),
    said(found).join('\n'),
  );
  expected.forEach((want, at) => {
    const is = `${found[at]?.severity}: ${found[at]?.message}`;
    assert.ok(is.includes(want), `expected "${want}", said "${is}"`);
  });
}

/** Expects an example to have no finding at all. */
export function fine(example: string, options: CheckOptions = {}): void {
  const { now, ...earlier } = inTime(example);
  assert.deepEqual(said(findings(marked(filingAround(now)).text, { today: 30000, ...options }, earlier)), []);
}

/** The text after a fix; of several, the preferred one, else the first, else the one with that title. */
export function fixed(rule: string, example: string, title?: string): string {
  const { now, ...earlier } = inTime(example);
  const { text } = marked(filingAround(now));
  const finding = findings(text, { today: 30000, rules: turnedOn(rule) }, earlier).find((one) => one.rule === rule);
  const fixes = finding?.fixes() ?? [];
  const fix =
    title === undefined ? (fixes.find((one) => one.preferred) ?? fixes[0]) : fixes.find((one) => one.title === title);
  assert.ok(fix, `no fix${title ? ` "${title}"` : ''} among: ${fixes.map((one) => one.title).join('; ')}`);
  return applied(text, fix.edits);
}

export function applied(
  text: string,
  edits: readonly { span: { start: number; end: number }; newText: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((out, { span, newText }) => out.slice(0, span.start) + newText + out.slice(span.end), text);
}

/** Expects the fix to turn an example into another and to leave no finding of the rule behind. */
export function fixes(rule: string, before: string, after: string, title?: string): void {
  const result = fixed(rule, before, title);
  assert.equal(result, marked(filingAround(after)).text);
  assert.deepEqual(
    said(findings(result, { today: 30000, rules: turnedOn(rule) }, inTime(before)).filter((one) => one.rule === rule)),
    [],
  );
}
