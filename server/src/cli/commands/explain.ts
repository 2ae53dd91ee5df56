import fs from 'node:fs';
import path from 'node:path';
import { transactionCode, TRANSACTION_CODES, type Side, type TransactionCode } from '../../facts/transactionCodes';
import { CATALOGUE } from '../../rules/catalogue';
import { didYouMean } from '../../text/didYouMean';
import type { ExplanationFormat } from '../../writers/explain';
import { Output } from '../output/output';
import { printable } from '../output/printable';
import { UsageError } from '../output/usageError';
import { explainFiling, isFile } from './explainFiling';

/**
 * `form4 explain`: the page of a rule, what General Instruction 8 says of a transaction code, or a filing in plain
 * sentences. A file that is called like a rule or a code is named with its folder: `./S`. Resolves to the exit code.
 */
export async function explain(what: string, format: ExplanationFormat): Promise<number> {
  const code = transactionCode(what.toUpperCase());
  const page = code ? codePage(code) : rulePages()[what.toLowerCase()];
  if (page === undefined) {
    if (isFile(what)) return explainFiling(what, format);
    const names = [...CATALOGUE.map(({ id }) => id), ...TRANSACTION_CODES.map((one) => one.code)];
    if (isFolder(what)) throw new UsageError(`${printable(what)} is a folder; name one of its files`);
    // Any letter is near to any other: they are all told.
    const codes = ` The codes are ${TRANSACTION_CODES.map((one) => one.code).join(', ')}.`;
    const near = what.length === 1 ? codes : didYouMean(what, names);
    throw new UsageError(
      `there is no rule, no transaction code and no file "${printable(what)}".${near} form4 rules lists the rules.`,
    );
  }
  const out = new Output();
  out.write(page);
  out.end();
  return 0;
}

const isFolder = (what: string): boolean => fs.statSync(what, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The pages of docs/rules, which the build puts beside the program. */
function rulePages(): Readonly<Record<string, string>> {
  const pages = JSON.parse(fs.readFileSync(path.join(__dirname, 'rules.json'), 'utf8')) as Record<string, string>;
  return Object.assign(Object.create(null) as Record<string, string>, pages);
}

function codePage({ code, definition, group, side, tables, price, standsAlone }: TransactionCode): string {
  const sideIn = (one: Side | undefined): string =>
    one === undefined ? 'A or D' : one === 'A' ? 'A (acquired)' : 'D (disposed of)';
  const where = tables === 'I and II' ? 'Tables I and II' : `Table ${tables}`;
  const facts = standsAlone
    ? [
        `- Used in: ${where}`,
        ...(tables === 'II' ? [] : [`- Side in Table I: ${sideIn(side.nonDerivativeTable)}`]),
        ...(tables === 'I' ? [] : [`- Side in Table II: ${sideIn(side.derivativeTable)}`]),
        ...(price === '' ? [] : [`- Price column: ${price}`]),
      ]
    : [
        code === 'K'
          ? '- Added to another code, as S/K; it does not stand alone.'
          : '- Marks a row in the V column beside its code; it does not stand alone.',
      ];
  return `# ${code}\n\n${definition}\n\n- Group: ${group}\n${facts.join('\n')}\n\nSource: Form 4, General Instruction 8.\n`;
}
