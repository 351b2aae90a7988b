import { areaY, axisX, axisY, dot, gridY, line as lineMark, plot, ruleX, text } from '@observablehq/plot';
import {
  accent,
  behind,
  ink,
  line,
  muted,
  rule,
  select,
  series as seriesColors,
} from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { endLabels } from './endLabels.ts';
import { pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth, wrap } from './svgElement.ts';

export interface CoursePoint {
  readonly x: number;
  /** NaN: no figure here; the line is broken. */
  readonly value: number;
  /** Interval, where one is known. */
  readonly low?: number;
  readonly high?: number;
}

export interface CourseSeries {
  readonly id: string;
  readonly label: string;
  /** From `series` of palettes in turn, when left out. */
  readonly color?: string;
  /** Background knowledge: dashed, e.g. the value expected by chance. */
  readonly isReference?: boolean;
  readonly points: readonly CoursePoint[];
}

export interface CourseOptions extends Described {
  readonly series: readonly CourseSeries[];
  readonly format: (value: number) => string;
  /** Years as they are, when left out. */
  readonly formatX?: (x: number) => string;
  /** `log` for distances: 250 m, 500 m, 1 km … stand equally far apart. */
  readonly xScale?: 'linear' | 'log';
  readonly xTicks?: readonly number[];
  /** The x shown elsewhere on the page: orange line. */
  readonly selectedX?: number | null;
  /** Where figures before and after are not quite comparable (new area vintage, new method). */
  readonly breaks?: readonly { readonly x: number; readonly label: string }[];
  /** Begin the axis at zero. */
  readonly fromZero?: boolean;
  readonly onSelectX?: (x: number) => void;
  readonly height?: number;
}

const labelLine = 12.5;

/** One or several lines over years (or distances), named at their ends. */
export const course: Draw<CourseOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? 140;
  const { format, formatX = String, xScale = 'linear', breaks = [] } = options;
  const all = options.series.map((each, index) => ({
    ...each,
    color: each.color ?? (each.isReference ? muted : (seriesColors[index % seriesColors.length] ?? accent)),
    points: each.points.toSorted((a, b) => a.x - b.x),
  }));
  const flat = all.flatMap((each) =>
    each.points.map((point) => ({ ...point, id: each.id, color: each.color })),
  );
  const known = flat.filter((point) => Number.isFinite(point.value));
  if (known.length === 0) return emptyPicture(options, frame, height);
  const years = [...new Set(known.map((point) => point.x))].sort((a, b) => a - b);
  const heads = known.flatMap((point) => [point.value, point.low ?? point.value, point.high ?? point.value]);
  const low = options.fromZero ? Math.min(0, ...heads) : Math.min(...heads);
  const high = Math.max(...heads);
  const hasLabels = all.length > 1;
  const labelWidth = hasLabels
    ? Math.min(
        width * 0.34,
        116,
        Math.max(...all.map((each) => textWidth(each.label.replaceAll('\u00ad', '')))) + 2,
      )
    : 0;
  const lastTick = textWidth(formatX(options.xTicks?.at(-1) ?? years.at(-1) ?? 0));
  const margin = {
    left: Math.max(24, Math.ceil(Math.max(textWidth(format(low)), textWidth(format(high)))) + 10),
    right: hasLabels ? labelWidth + 10 : Math.max(12, Math.ceil(lastTick / 2) + 1),
    top: breaks.length > 0 ? 18 : 8,
    bottom: 22,
  };
  const spread = high > low ? high - low : Math.abs(high) || 1;
  const ofYears = options.xTicks ?? ticksFor(years, width - margin.left - margin.right, formatX);
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    x: { type: xScale, domain: [years[0], years.at(-1)] },
    y: { domain: [low - (options.fromZero ? 0 : spread * 0.08), high + spread * 0.08] },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 4 }),
      // `text`, for Plot drops what it finds too many on a log scale from `tickFormat`.
      axisX(ofYears, { text: (x: number) => formatX(x), label: null, tickSize: 4, color: ink }),
      axisY({ ticks: 4, tickFormat: format, label: null, tickSize: 4, color: ink }),
      ruleX(
        breaks.map((each) => each.x),
        { stroke: muted, strokeDasharray: '1 3' },
      ),
      text(breaks, {
        x: 'x',
        text: 'label',
        frameAnchor: 'top',
        textAnchor: 'middle',
        dy: -14,
        fill: muted,
        fontSize: 10,
      }),
      ruleX(options.selectedX === null || options.selectedX === undefined ? [] : [options.selectedX], {
        stroke: select,
        strokeWidth: 1.5,
      }),
      areaY(
        flat.map((point) => ({ ...point, low: point.low ?? Number.NaN, high: point.high ?? Number.NaN })),
        { x: 'x', y1: 'low', y2: 'high', z: 'id', fill: 'color', fillOpacity: 0.14 },
      ),
      // Between years without a line of their own an interval would be a band of no width.
      ruleX(
        all.flatMap((each) =>
          each.points.flatMap((point, i) =>
            hasInterval(point) && !hasInterval(each.points[i - 1]) && !hasInterval(each.points[i + 1])
              ? [{ x: point.x, low: point.low, high: point.high, color: each.color }]
              : [],
          ),
        ),
        { x: 'x', y1: 'low', y2: 'high', stroke: 'color', strokeOpacity: 0.45, strokeWidth: 3 },
      ),
      all.map((each) =>
        lineMark(each.points, {
          x: 'x',
          y: 'value',
          stroke: each.color,
          strokeWidth: each.isReference ? 1.25 : 1.75,
          ...(each.isReference ? { strokeDasharray: '4 3' } : {}),
        }),
      ),
      dot(
        known.filter((point) => !all.find((each) => each.id === point.id)?.isReference),
        { x: 'x', y: 'value', r: xScale === 'log' ? 0 : 2.5, fill: 'color' },
      ),
    ],
  });
  const svg = svgOf(plotted);
  const toX = pixels(plotted, 'x');
  const toY = pixels(plotted, 'y');
  if (hasLabels) svg.append(labelsAtEnds(document, all, toX, toY, width, labelWidth, height, margin));
  for (const each of all) {
    for (const point of each.points) {
      if (!Number.isFinite(point.value)) continue;
      // Invisible and generous: the title is what a hovering pointer reads.
      svg.append(
        svgElement(
          document,
          'circle',
          { cx: toX(point.x), cy: toY(point.value), r: 7, fill: 'transparent' },
          svgElement(document, 'title', {}, `${each.label}, ${formatX(point.x)}: ${written(point, format)}`),
        ),
      );
    }
  }
  describe(svg, options);
  const { onSelectX } = options;
  if (onSelectX && years.length > 0) {
    svg.style.cursor = 'pointer';
    svg.addEventListener('click', (event) => {
      const box = svg.getBoundingClientRect();
      const at = (event.clientX - box.left) * (box.width > 0 ? width / box.width : 1);
      onSelectX(years.reduce((best, x) => (Math.abs(toX(x) - at) < Math.abs(toX(best) - at) ? x : best)));
    });
  }
  return { svg };
};

function hasInterval(point: CoursePoint | undefined): boolean {
  return Number.isFinite(point?.low) && Number.isFinite(point?.high);
}

function written(point: CoursePoint, format: (value: number) => string): string {
  const { value, low, high } = point;
  const figure = format(value);
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return figure;
  return `${figure} (${format(low)} – ${format(high)})`;
}

function ticksFor(years: readonly number[], room: number, format: (x: number) => string): number[] {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  const widest = Math.max(...years.map((x) => textWidth(format(x)))) + 10;
  const fitting = Math.max(1, Math.floor(room / widest));
  const every = [1, 2, 5, 10, 20, 50].find((step) => (last - first) / step < fitting) ?? 100;
  // Counted back from the newest: that one is always written.
  const ticks: number[] = [];
  for (let x = last; x >= first; x -= every) ticks.unshift(x);
  return ticks;
}

type Positioned = (value: number) => number;

function labelsAtEnds(
  document: Document,
  all: readonly (CourseSeries & { readonly color: string })[],
  toX: Positioned,
  toY: Positioned,
  width: number,
  labelWidth: number,
  height: number,
  margin: { readonly top: number; readonly bottom: number },
): SVGGElement {
  const group = svgElement(document, 'g', {});
  const ends = all.flatMap((each) => {
    const end = each.points.findLast((point) => Number.isFinite(point.value));
    return end ? [{ ...each, end, lines: wrap(each.label, labelWidth, 2) }] : [];
  });
  const heights = ends.map((each) => each.lines.length * labelLine + 2);
  const places = endLabels(
    ends.map((each) => toY(each.end.value)),
    heights,
    margin.top - 8,
    height - margin.bottom + 6,
  );
  ends.forEach((each, index) => {
    const left = width - labelWidth - 2;
    const middle = places[index] ?? 0;
    const from = toX(each.end.x);
    // A line that ended years ago, or whose label had to give way, is tied to its label.
    if (left - from > 24 || Math.abs(middle - toY(each.end.value)) > 10) {
      group.append(
        svgElement(document, 'path', {
          d: `M${from + 5},${toY(each.end.value)}L${left - 3},${middle}`,
          stroke: rule,
          fill: 'none',
        }),
      );
    }
    const first = middle - ((each.lines.length - 1) * labelLine) / 2 + 4;
    each.lines.forEach((content, row) => {
      group.append(
        svgElement(
          document,
          'text',
          {
            x: left,
            'text-anchor': 'start',
            y: first + row * labelLine,
            // The grey of lines behind is too pale for their names.
            fill: each.color === behind ? muted : each.color,
            'font-weight': each.isReference ? 400 : 500,
          },
          content,
        ),
      );
    });
  });
  return group;
}
