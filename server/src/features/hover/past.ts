/** What the filing before left of the holding of a total, and from what this one begins. */
import type { Row } from '../../filing/model';
import { nameOf } from '../../ledger/checks/check';
import type { Known, Past } from '../../ledger/shelf';
import { absolute, grouped, isNegative, isZero, subtract } from '../../text/decimal';
import type { Markup } from './markup';

/** `The filing before (signed 02/08/2022, prior.txt) left 48,310; this one begins from 48,310.`; none where none is before. */
export function pastParts(row: Row, pasts: readonly Past[], markup: Markup): string[] {
  const told = pasts.flatMap(({ holdings }) => holdings.filter((known) => isOf(known, row)).map(wordsOf(markup)));
  return [...new Set(told.filter((words) => words !== undefined))];
}

const isOf = ({ holding: { steps } }: Known, { table, index }: Row): boolean =>
  steps.some((step) => step.table === table && step.row === index);

const wordsOf =
  (markup: Markup) =>
  ({ holding, link, earlier }: Known): string | undefined => {
    const last = earlier[earlier.length - 1];
    const left = last?.holding.closings[0];
    const begins = holding.openings[0];
    if (!last || !left || link.kind === 'withdrawn') return undefined;
    const before = `The filing before ${markup.filing(nameOf(last.entry))} left ${grouped(left)}`;
    if (!begins || link.kind === 'form5') return `${before}.`;
    const off = subtract(begins, left);
    const follows = link.kind === 'follows' || isZero(off);
    const far = follows ? '' : `, ${grouped(absolute(off))} ${isNegative(off) ? 'fewer' : 'more'}`;
    const split = link.gap?.split ? ` (a ${link.gap.split} split?)` : '';
    return `${before}; this one begins from ${grouped(begins)}${far}${split}.`;
  };
