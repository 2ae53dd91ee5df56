/**
 * A holding of the class that was traded stood in the filings before and is not in this one: General Instruction 4(a)(i)
 * asks for what is held of each class in which a transaction is reported. Other classes need no line.
 */
import { grouped, isZero } from '../../text/decimal';
import type { Link } from '../chains';
import type { Step } from '../entry';
import { saysTheSame } from '../likeness';
import { classOfStep, nameOf, rowOf, type PastContext } from './check';

export function holdingGone({ filing, entry, past, report }: PastContext): void {
  if (entry.documentType !== '4' || entry.oneOfSeveral) return;
  // What a filing before said too is no news: most who hold through others disclaim in every filing.
  const known = past.before.slice(-FEW).flatMap(({ partings }) => partings);
  if (entry.partings.some((text) => !known.some((one) => saysTheSame(one, text)))) return;
  const traded = entry.steps.filter(({ table, kind }) => table === 'nonDerivativeTable' && kind === 'transaction');
  if (traded.length === 0 || past.before.slice(-1)[0]!.oneOfSeveral) return;
  const classes = new Map(traded.map((step) => [classOfStep(step), step]));
  // A new holding of the class may be the same under other words.
  const fresh = new Set(
    past.holdings.flatMap(({ holding, link }) => (link.kind === 'opens' ? [classOfStep(holding.steps[0]!)] : [])),
  );
  const lasts = past.before.slice(-2);
  const gone = past.silent.filter((links) => {
    const { holding, entry: last } = links[links.length - 1]!;
    const own = classOfStep(holding.steps[0]!);
    // Which of several it is that markers alone tell apart is open, unless their notes say different things.
    const like = last.steps.filter(
      ({ words, holding: other }) => words === holding.steps[0]!.words && other !== holding.steps[0]!.holding,
    );
    if (like.some((other) => isSameNote(other, holding.steps[0]!))) return false;
    return (
      classes.has(own) &&
      !fresh.has(own) &&
      (lasts.every((last) => isHeldIn(links, last)) ||
        (isHeldIn(links, lasts[lasts.length - 1]!) && isAlwaysListed(links, past.before)))
    );
  });
  const [first] = gone;
  if (!first) return;
  const held = first[first.length - 1]!;
  const [step] = held.holding.steps;
  const more =
    gone.length === 1 ? '' : ` ${gone.length - 1} more of them ${gone.length === 2 ? 'is' : 'are'} missing too.`;
  report({
    rule: 'holding-gone',
    severity: 'information',
    message: `The last filing ${nameOf(held.entry)} shows ${grouped(held.holding.closings[0]!)} shares of the same class held ${howHeld(step!)}; this one has no line for them.${more}`,
    span: rowOf(filing, classes.get(classOfStep(step!))!).securityTitle.span,
  });
}

/** So many filings before are asked. */
const FEW = 6;

/** True where no note tells one holder or grant from another. */
const isSameNote = (a: Step, b: Step): boolean => {
  const [one, other] = [a, b].map(({ holder, titled }) => `${holder} ${titled}`.trim());
  return one === '' || other === '' || saysTheSame(one!, other!);
};

/** True where a filing states more than nothing of a holding. */
function isHeldIn(links: readonly Link[], entry: Link['entry']): boolean {
  const closing = links.find((link) => link.entry === entry)?.holding.closings[0];
  return closing !== undefined && !isZero(closing);
}

/** True where each filing with the class has had a line for a holding, since the first. */
function isAlwaysListed(links: readonly Link[], before: readonly Link['entry'][]): boolean {
  const own = classOfStep(links[0]!.holding.steps[0]!);
  const first = before.indexOf(links[0]!.entry);
  return before
    .slice(Math.max(first, 0))
    .every(
      (entry) => links.some((link) => link.entry === entry) || !entry.steps.some((step) => classOfStep(step) === own),
    );
}

const howHeld = (step: { directOrIndirectOwnership: string; natureOfOwnership: string }): string =>
  step.directOrIndirectOwnership === 'I'
    ? `indirectly${step.natureOfOwnership === '' ? '' : ` (${step.natureOfOwnership})`}`
    : 'directly';
