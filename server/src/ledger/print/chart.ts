/** A series as a step chart, SVG: what each holding came to over time. A gap between two filings is dashed. */
import { formDate } from '../../text/days';
import { grouped, plain, type Decimal } from '../../text/decimal';
import { escapeXml } from '../../text/xml';
import { dayOfEntry } from '../order';
import type { LedgerStep } from '../records';
import type { SeriesName } from '../series';
import { byHolding, headingOf, holdingTitle } from './table';

const WIDTH = 860;
const PANEL = 120;
const LEFT = 110;
const RIGHT = 20;
const HEAD = 34;

interface Point {
  readonly day: number;
  readonly total: Decimal;
  readonly apart: boolean;
}

/** How many units high a series is drawn. */
const heightOf = (panels: number): number => HEAD + panels * PANEL + 10;

/** The points of a holding: the last total of each filing. */
function pointsOf(steps: readonly LedgerStep[]): Point[] {
  const points = new Map<LedgerStep['entry'], Point>();
  for (const { entry, step, link } of steps) {
    const day = dayOfEntry(entry);
    const total = step.sharesOwnedFollowingTransaction;
    if (day === undefined || !total || entry.withdraws) continue;
    const apart = points.get(entry)?.apart ?? (link?.kind === 'gap' || link?.kind === 'split');
    points.set(entry, { day, total, apart });
  }
  return [...points.values()];
}

/** A drawing of series one below the other. Coordinates alone are floats; the totals that are shown are exact. */
export function ledgerAsSvg(
  all: readonly { readonly name: SeriesName; readonly steps: readonly LedgerStep[] }[],
): string {
  const drawn = all.map(({ name, steps }) => {
    const panels = byHolding(steps)
      .filter(([step]) => step!.record.table === 'nonDerivativeTable')
      .map((holding) => ({ title: holdingTitle(holding), points: pointsOf(holding) }))
      .filter(({ points }) => points.length > 0);
    return { name, panels };
  });
  let top = 0;
  const parts = drawn.map(({ name, panels }) => {
    const part = `<g transform="translate(0 ${top})">${seriesIn(headingOf(name), panels)}</g>`;
    top += heightOf(panels.length);
    return part;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}" font-family="sans-serif" font-size="12" fill="currentColor" role="img" aria-label="Holdings over time">\n${parts.join('\n')}\n</svg>\n`;
}

function seriesIn(heading: string, panels: readonly { title: string; points: readonly Point[] }[]): string {
  const days = panels.flatMap(({ points }) => points.map(({ day }) => day));
  const first = days.reduce((a, b) => Math.min(a, b), Infinity);
  const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
  const place = (day: number): number =>
    round(LEFT + ((day - first) / Math.max(1, last - first)) * (WIDTH - LEFT - RIGHT));
  const out = [`<text x="0" y="18" font-weight="bold">${escapeXml(heading)}</text>`];
  panels.forEach(({ title, points }, at) => {
    const top = HEAD + at * PANEL;
    out.push(panelIn(title, points, top, { place, first, last }));
  });
  return out.join('\n');
}

/** The days along which all holdings of a series are drawn. */
interface Axis {
  readonly place: (day: number) => number;
  readonly first: number;
  readonly last: number;
}

function panelIn(title: string, points: readonly Point[], top: number, { place: x, first, last }: Axis): string {
  const most = points.reduce((a, { total }) => Math.max(a, Number(plain(total))), 0) || 1;
  const [high, low] = [top + 24, top + PANEL - 24];
  const y = ({ total }: Point): number => round(low - (Number(plain(total)) / most) * (low - high));
  const out = [
    `<text x="0" y="${top + 12}">${escapeXml(title)}</text>`,
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${low}" y2="${low}" stroke="currentColor" stroke-opacity="0.3"/>`,
  ];
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (before) {
      out.push(lineIn(x(before.day), y(before), x(point.day), y(before), false));
      out.push(lineIn(x(point.day), y(before), x(point.day), y(point), point.apart));
    }
    const said = `${formDate(point.day)}: ${grouped(point.total)}${point.apart ? ', after a gap' : ''}`;
    out.push(
      `<circle cx="${x(point.day)}" cy="${y(point)}" r="3"${point.apart ? ' fill="none" stroke="currentColor"' : ''}><title>${escapeXml(said)}</title></circle>`,
    );
  });
  const tallest = points.find(({ total }) => Number(plain(total)) === most) ?? points[0]!;
  out.push(
    `<text x="${LEFT - 8}" y="${high + 4}" text-anchor="end">${grouped(tallest.total)}</text>`,
    `<text x="${LEFT - 8}" y="${low + 4}" text-anchor="end">0</text>`,
    `<text x="${LEFT}" y="${low + 16}">${formDate(first)}</text>`,
  );
  if (last > first) out.push(`<text x="${WIDTH - RIGHT}" y="${low + 16}" text-anchor="end">${formDate(last)}</text>`);
  return out.join('\n');
}

const round = (value: number): number => Math.round(value * 10) / 10;

function lineIn(x1: number, y1: number, x2: number, y2: number, dashed: boolean): string {
  const dashes = dashed ? ' stroke-dasharray="4 3"' : '';
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="currentColor" stroke-width="1.5"${dashes}/>`;
}
