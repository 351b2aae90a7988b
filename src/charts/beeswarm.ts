import { extent, scaleLinear } from 'd3';
import { ink, muted, rule, select } from '#symbology/palettes.ts';
import { type Classes, colorOf } from './classes.ts';
import { dodge } from './dodge.ts';
import type { Callbacks, Draw, Reference } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { pickable, type Spot } from './pickable.ts';
import { type Described, picture, svgElement, textWidth } from './svgElement.ts';

export interface BeeswarmOptions extends Described, Callbacks {
  readonly points: readonly { readonly key: string; readonly label: string; readonly value: number }[];
  readonly classes: Classes;
  readonly format: (value: number) => string;
  /** Ticks of the axis; `format` when left out. */
  readonly formatTick?: (value: number) => string;
  readonly mean?: Reference;
  readonly selected?: string | null;
  readonly height?: number;
}

/** The distribution: one dot per area, none hidden behind another, the selected one on the orange line. */
export const beeswarm: Draw<BeeswarmOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? 100;
  const { format, formatTick = format, classes, mean } = options;
  const points = options.points.filter((point) => Number.isFinite(point.value));
  if (points.length === 0) return emptyPicture(options, frame, height);
  const svg = picture(document, width, height, options);
  const axis = height - 18;
  const middle = axis / 2;
  const [low = 0, high = 1] = extent(points, (point) => point.value) as [number?, number?];
  const pad = high > low ? 0 : Math.abs(low) || 1;
  const x = scaleLinear([low - pad, high + pad], [6, width - 6]);

  const positions = points.map((point) => x(point.value));
  const { radius, offsets } = pile(positions, middle - 2);
  const dots = svgElement(document, 'g', { stroke: rule, 'stroke-width': radius > 1.4 ? 0.4 : 0 });
  const spots: Spot[] = points.map((point, index) => ({
    key: point.key,
    label: `${point.label}: ${format(point.value)}`,
    x: positions[index] ?? 0,
    y: middle + (offsets[index] ?? 0),
  }));
  points.forEach((point, index) => {
    const spot = spots[index];
    if (!spot) return;
    dots.append(
      svgElement(document, 'circle', {
        cx: spot.x,
        cy: spot.y,
        r: radius,
        fill: colorOf(point.value, classes),
      }),
    );
  });
  svg.append(dots);

  const ticks = svgElement(document, 'g', { 'text-anchor': 'middle', fill: ink });
  for (const tick of x.ticks(Math.max(2, Math.floor(width / 90)))) {
    const at = x(tick);
    const text = formatTick(tick);
    const room = textWidth(text) / 2;
    ticks.append(
      svgElement(document, 'line', { x1: at, x2: at, y1: axis, y2: axis + 4, stroke: muted }),
      svgElement(document, 'text', { x: Math.max(room, Math.min(width - room, at)), y: height - 3 }, text),
    );
  }
  svg.append(ticks);

  if (mean && Number.isFinite(mean.value)) {
    const at = x(mean.value);
    svg.append(
      svgElement(
        document,
        'line',
        { x1: at, x2: at, y1: 2, y2: axis, stroke: ink, 'stroke-dasharray': '2 2', 'stroke-width': 1 },
        svgElement(document, 'title', {}, `${mean.label}: ${format(mean.value)}`),
      ),
    );
  }
  const chosen = spots.find((spot) => spot.key === options.selected);
  if (chosen) {
    svg.append(
      svgElement(document, 'line', {
        x1: chosen.x,
        x2: chosen.x,
        y1: 0,
        y2: axis,
        stroke: select,
        'stroke-width': 2,
      }),
      svgElement(document, 'circle', { cx: chosen.x, cy: chosen.y, r: radius + 1, fill: select }),
    );
  }
  return { svg, mark: pickable(svg, spots, width, radius, options) };
};

const largest = 3;
const smallest = 0.75;

/** The largest dots whose pile still fits above and below the middle. */
function pile(positions: readonly number[], room: number): { radius: number; offsets: Float64Array } {
  const sorted = Float64Array.from(positions).sort();
  let radius = largest;
  // A guess that costs nothing, for piling up is what takes time: n dots within one diameter stand about 2rn high.
  while (radius > smallest && crowd(sorted, 2 * radius) * radius * 0.8 > room) radius -= 0.25;
  for (;;) {
    const offsets = dodge(positions, 2 * radius + 0.2);
    let widest = 0;
    for (const offset of offsets) widest = Math.max(widest, Math.abs(offset));
    if (widest + radius <= room) return { radius, offsets };
    if (radius <= smallest) {
      const squeeze = (room - radius) / widest;
      return { radius, offsets: offsets.map((offset) => offset * squeeze) };
    }
    radius = Math.max(smallest, radius - 0.25);
  }
}

/** The most values within any stretch of `length`. */
function crowd(sorted: Float64Array, length: number): number {
  let most = 0;
  let from = 0;
  for (let to = 0; to < sorted.length; to++) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > length) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
