import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { JSX } from 'preact';
import { formDay, said, type Words } from '../words';
import type { Placed } from './app';

const WIDTH = 860;
const PANEL = 150;
const LEFT = 96;
const RIGHT = 44;
const DAY = 86_400_000;
const MOST_DAYS = 8;
const COLOURS = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'];

interface Props {
  readonly words: Words;
  readonly placed: readonly Placed[];
  readonly go: (holding: number, step: number) => void;
}

interface Point {
  /** Milliseconds, as dates count them. */
  readonly day: number;
  readonly shares: number;
  readonly left: string;
  readonly filed: string;
  readonly apart: boolean;
  readonly step: number;
}

/** What each holding of Table I came to, filing by filing. Its numbers stand in the tables above: a reader of those misses nothing. */
export function Chart({ words, placed, go }: Props): JSX.Element | null {
  const drawn = placed
    .filter(({ holding }) => holding.table === 'nonDerivativeTable')
    .map((one) => ({ ...one, points: pointsOf(one) }))
    .filter(({ points }) => points.length > 1);
  const days = drawn.flatMap(({ points }) => points.map(({ day }) => day));
  if (days.length === 0) return null;
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const x = scaleLinear()
    .domain([first, Math.max(last, first + DAY)])
    .range([LEFT, WIDTH - RIGHT]);
  const height = drawn.length * PANEL + 8;
  return (
    <figure>
      <figcaption>{words.chart}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={said(words.chartLabel, drawn.length)}>
        {drawn.map(({ holding, at, points }, panel) => (
          <Panel
            key={at}
            title={holding.title}
            points={points}
            top={panel * PANEL}
            x={x}
            colour={`var(--vscode-charts-${COLOURS[panel % COLOURS.length]!})`}
            words={words}
            go={(step) => go(at, step)}
          />
        ))}
      </svg>
    </figure>
  );
}

/** The last total of each filing. */
function pointsOf({ holding: { steps } }: Placed): Point[] {
  const points = new Map<string, Point>();
  steps.forEach(({ filed, shares, left, apart, file }, step) => {
    if (filed === null || shares === null) return;
    const key = `${filed} ${file}`;
    points.set(key, {
      ...{ day: Date.parse(`${filed}T00:00:00Z`), shares, left, filed, step },
      apart: apart || points.get(key)?.apart === true,
    });
  });
  return [...points.values()];
}

/** The days that are written below: the beginnings of years, fewer where there are many; of a short time its ends. */
function daysAlong(x: ScaleLinear<number, number>): number[] {
  const [first = 0, last = 0] = x.domain();
  const years: number[] = [];
  for (let year = new Date(first).getUTCFullYear() + 1; Date.UTC(year, 0, 1) <= last; year++)
    years.push(Date.UTC(year, 0, 1));
  const each = Math.ceil(years.length / MOST_DAYS);
  return years.length < 2 ? [first, last] : years.filter((_, at) => at % each === 0);
}

interface PanelProps {
  readonly title: string;
  readonly points: readonly Point[];
  readonly top: number;
  readonly x: ScaleLinear<number, number>;
  readonly colour: string;
  readonly words: Words;
  readonly go: (step: number) => void;
}

function Panel({ title, points, top, x, colour, words, go }: PanelProps): JSX.Element {
  const most = points.reduce((a, { shares }) => Math.max(a, shares), 0) || 1;
  const y = scaleLinear()
    .domain([0, most])
    .nice(3)
    .range([PANEL - 28, 28]);
  const path = line<Point>()
    .x(({ day }) => x(day))
    .y(({ shares }) => y(shares))
    .curve(curveStepAfter);
  return (
    <g transform={`translate(0 ${top})`}>
      <text class="title" x="0" y="14">
        {title}
      </text>
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text class="tick" x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
            {tick.toLocaleString('en-US')}
          </text>
        </g>
      ))}
      {daysAlong(x).map((day) => (
        <text key={day} class="tick" x={x(day)} y={PANEL - 10} text-anchor="middle">
          {formDay(new Date(day).toISOString())}
        </text>
      ))}
      <path d={path(points) ?? ''} fill="none" stroke={colour} stroke-width="2" />
      {points.map((point) => (
        <g key={point.step} class="point" onClick={() => go(point.step)}>
          <title>{said(point.apart ? words.pointApart : words.point, formDay(point.filed), point.left)}</title>
          {point.apart ? (
            <path class="apart" d={`M${x(point.day)} ${y(point.shares) - 7} l6 11 h-12 z`} />
          ) : (
            <circle cx={x(point.day)} cy={y(point.shares)} r="4" fill={colour} />
          )}
        </g>
      ))}
    </g>
  );
}
