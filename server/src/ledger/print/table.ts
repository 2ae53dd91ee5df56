/** A series as a table for a terminal: holding by holding, each row with what it left. */
import { formDate } from '../../text/days';
import { grouped, isNegative, isZero } from '../../text/decimal';
import { dayOfEntry } from '../order';
import type { LedgerStep } from '../records';
import type { SeriesName } from '../series';

/** The steps of a series by holding, in the order in which the holdings first appear; Table II comes last, by title. */
export function byHolding(steps: readonly LedgerStep[]): LedgerStep[][] {
  const groups = new Map<string, LedgerStep[]>();
  for (const step of steps) {
    const key = step.record.holding === null ? `II ${step.step.words}` : `I ${step.record.holding}`;
    const known = groups.get(key);
    if (known) known.push(step);
    else groups.set(key, [step]);
  }
  const isSecond = ([step]: LedgerStep[]): number => Number(step!.record.table === 'derivativeTable');
  return [...groups.values()].sort((a, b) => isSecond(a) - isSecond(b));
}

/** `NORTHWIND HARBOR INC · Alder Rowan J`, with a word where names alone join the filings. */
export function headingOf({ issuer, owner, byName }: SeriesName): string {
  return `${issuer.name} · ${owner.name}${byName ? ' (joined by name)' : ''}`;
}

/** `Common Stock, indirect (By Family Trust)`, as the last filing writes it. */
export function holdingTitle(steps: readonly LedgerStep[]): string {
  const { securityTitle, directOrIndirectOwnership: form, natureOfOwnership: nature } = steps[steps.length - 1]!.step;
  const how = form === 'I' ? `indirect${nature === '' ? '' : ` (${nature})`}` : 'direct';
  return `${securityTitle}, ${how}`;
}

/** What is to be said of a step besides its numbers: a gap, a split, an amendment, owners who share it. */
export function remarkOn({ record, entry, link }: LedgerStep): string {
  const said: string[] = [];
  if (link?.kind === 'gap') {
    const { left, begins, difference } = link.gap!;
    const gap = `gap of ${isNegative(difference) ? '' : '+'}${grouped(difference)}`;
    said.push(`${gap}: expected to begin from ${grouped(left)}, begins from ${grouped(begins)}`);
  }
  if (link?.kind === 'split') said.push(`split ${link.gap!.split}`);
  if (record.change !== null) said.push(`${record.documentType}, ${record.change}`);
  else if (record.documentType !== '4') said.push(record.documentType);
  if (entry.withdraws) said.push('withdrawn, not counted');
  if (record.owners > 1) said.push(`${record.owners} owners`);
  return said.join('; ');
}

/** The cells of a step as they are shown: signed or filed, traded, code, what it adds, what it left, where it stands. */
export function cellsOfStep(one: LedgerStep): string[] {
  const { step, change, entry } = one;
  const filed = dayOfEntry(entry);
  const total = step.sharesOwnedFollowingTransaction;
  return [
    filed === undefined ? '' : formDate(filed),
    step.transactionDate === undefined ? '' : formDate(step.transactionDate),
    step.transactionCode,
    change === undefined || isZero(change) ? '' : `${isNegative(change) ? '' : '+'}${grouped(change)}`,
    total ? `${step.dollars ? '$' : ''}${grouped(total)}` : '',
    `${entry.source.path}:${step.line}`,
    remarkOn(one),
  ];
}

export const HEADINGS = ['filed or signed', 'traded', 'code', 'change', 'left', 'where', ''];
const TO_THE_RIGHT: ReadonlySet<number> = new Set([3, 4]);

/** A series in lines. */
export function seriesAsTable(name: SeriesName, steps: readonly LedgerStep[]): string[] {
  const out = [headingOf(name)];
  for (const holding of byHolding(steps)) {
    const rows = [HEADINGS, ...holding.map(cellsOfStep)];
    const widths = HEADINGS.map((_, at) => Math.max(...rows.slice(0, MOST_MEASURED).map((row) => row[at]!.length)));
    const line = (row: readonly string[]): string =>
      row
        .map((cell, at) => (TO_THE_RIGHT.has(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
        .join('  ')
        .trimEnd();
    out.push('', `  ${holdingTitle(holding)}`, ...rows.map((row) => `    ${line(row)}`));
  }
  return out;
}

/** The widths of a long table are those of its beginning. */
const MOST_MEASURED = 1000;
