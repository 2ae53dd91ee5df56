/** New transaction rows of Table I with their running totals, written at a place of the table. */
import type { Filing, NonDerivativeRow, Row } from '../../filing/model';
import { add, isNegative, grouped, negate, type Decimal } from '../../text/decimal';
import type { Edit } from '../../text/edits';
import type { Question, Refusal } from '../operation';
import { askNumber, type Answers } from './answers';
import { habitsOf } from './habits';
import type { Holding } from './holding';
import { lineEndOf, lineOf, type Written } from './line';
import type { Gap } from './place';
import { balanceAt, hasRowsFrom } from './tally';

export interface NewTransaction {
  readonly holding: Holding;
  /** All cells but title, ownership, nature and total. */
  readonly written: Written;
  readonly side: 'A' | 'D';
  readonly amount: Decimal;
  /** The total where it is said and need not be worked out. */
  readonly total?: Decimal;
}

export interface Put {
  readonly lines: readonly string[];
  /** Holding rows that the new rows take the place of: a transaction row states the total of its holding. */
  readonly replaced: readonly NonDerivativeRow[];
  /** True where rows of the same holdings stand below, whose totals do not follow any more. */
  readonly below: boolean;
}

/** Works the totals out, and asks what a holding had where the filing does not say it. */
export function withTotals(
  filing: Filing,
  { index }: Gap,
  rows: readonly NewTransaction[],
  answers: Answers,
  title: string,
): Put | Refusal | Question {
  const balances = new Map<string, Decimal>();
  const replaced = new Set<NonDerivativeRow>();
  const { shares } = habitsOf(filing);
  const lines: string[] = [];
  let below = false;
  let asked = 0;
  for (const { holding, written, side, amount, total } of rows) {
    let before = balances.get(holding.key);
    if (before === undefined) {
      const balance = balanceAt(filing, holding.key, index);
      if (balance) {
        before = balance.value;
        if (balance.row.kind === 'holding') replaced.add(balance.row);
        below ||= hasRowsFrom(filing, holding.key, index);
      } else if (total === undefined) {
        const opening = askNumber(answers, {
          answer: `before${++asked}`,
          title,
          prompt: `How many securities were owned before (${holding.name})? Table I has no row of them.`,
        });
        if ('asks' in opening) return opening;
        before = opening.value;
      }
    }
    const after = total ?? add(before!, side === 'A' ? amount : negate(amount));
    if (isNegative(after))
      return {
        refused: `Nothing was changed: ${grouped(amount)} would be disposed of, and ${holding.name} has ${grouped(before!)}.`,
      };
    balances.set(holding.key, after);
    const cells = { ...written, ...holding.written, sharesOwnedFollowingTransaction: shares(after) };
    lines.push(lineOf(filing, 'nonDerivativeTable', cells));
  }
  return { lines, replaced: [...replaced], below };
}

/** A row's line with its line end, or where the text ends with it, the one before. */
function lineGone({ lines, text }: Filing, { span }: Row): Edit {
  const line = lines.lineAt(span.start);
  const next = lines.starts[line + 1];
  if (next !== undefined) return { span: { start: span.start, end: next }, newText: '' };
  return { span: { start: lines.lineSpan(line - 1).end, end: text.length }, newText: '' };
}

/** The lines set at a gap and those that they replace taken out. */
export function putLines(filing: Filing, { end }: Gap, lines: readonly string[], replaced: readonly Row[]): Edit[] {
  const eol = lineEndOf(filing);
  const edits: Edit[] = [];
  let newText = lines.map((line) => eol + line).join('');
  let span = { start: end, end };
  for (const row of replaced) {
    // The row at the gap itself changes into the new ones.
    if (row.span.end === end) [span, newText] = [row.span, lines.join(eol)];
    else edits.push(lineGone(filing, row));
  }
  return [{ span, newText }, ...edits];
}
