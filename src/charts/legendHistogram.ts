import { bin, extent, max, scaleLinear, tickStep } from 'd3';
import { classOf } from '#symbology/classes.ts';
import { ink, line, select } from '#symbology/palettes.ts';
import type { Classes } from './classes.ts';
import { classStrip } from './classStrip.ts';
import type { Draw, Reference } from './drawing.ts';
import { extraHeadHeight, legendHead } from './legendHead.ts';
import { type MissingLine, missingLineHeight, missingLines } from './missingLines.ts';
import { type Described, picture, svgElement, textWidth } from './svgElement.ts';

export interface LegendHistogramOptions extends Described {
  /** What the colours mean ("Kinderarmut"), and unit and year after it. */
  readonly title?: string;
  readonly subtitle?: string;
  /** NaN is left out: it belongs to `missing`. */
  readonly values: ArrayLike<number>;
  readonly classes: Classes;
  readonly format: (value: number) => string;
  /** Ticks of the axis; `format` when left out. */
  readonly formatTick?: (value: number) => string;
  readonly mean?: Reference;
  readonly selected?: Reference | null;
  /** Kinds that occur, with wording and number. */
  readonly missing?: readonly MissingLine[];
  /** Height of the bars, px. */
  readonly barHeight?: number;
}

/** The legend that is a chart: how many areas in which class, the mean dashed, the selection orange, missing hatched. */
export const legendHistogram: Draw<LegendHistogramOptions> = (options, frame) => {
  const { document, width, numbers } = frame;
  const { classes, format, mean, selected, missing = [], barHeight = 46 } = options;
  const { breaks, colors } = classes;
  const values = Array.from(options.values).filter((value) => Number.isFinite(value));
  const [low = 0, high = 1] = extent(values) as [number?, number?];
  const pad = high > low ? 0 : Math.abs(low) * 0.1 || 0.5;
  // Bars of one width from end to end: the outer ones, too, begin and end at a round figure.
  const step = tickStep(low - pad, high + pad, Math.max(12, Math.min(44, Math.round(width / 6))));
  const first = Math.floor((low - pad) / step + 1e-9);
  const last = Math.max(first + 1, Math.floor((high + pad) / step + 1e-9) + 1);
  const edges = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const domain: [number, number] = [first * step, last * step];
  const x = scaleLinear(domain, [1, width - 1]);
  const bins = bin().domain(domain).thresholds(edges.slice(1, -1))(values);

  const head = (options.title || options.subtitle ? 22 : 4) + extraHeadHeight(options, width);
  const base = head + barHeight;
  const stripHeight = 10;
  const strip = base + 22;
  const rows = strip + stripHeight + 16;
  const svg = picture(document, width, rows + missing.length * missingLineHeight, options);
  legendHead(svg, options, width);

  const y = scaleLinear([0, max(bins, (each) => each.length) ?? 1], [0, barHeight - 2]);
  const bars = svgElement(document, 'g', {});
  for (const each of bins) {
    if (each.length === 0) continue;
    const from = each.x0 ?? 0;
    const to = each.x1 ?? 0;
    const tall = Math.max(1, y(each.length));
    // A bar across a break is painted in both classes: the colours say exactly where the class ends.
    const cuts = [from, ...breaks.filter((value) => value > from && value < to), to];
    cuts.slice(1).forEach((end, index) => {
      const begin = cuts[index] ?? from;
      const isLast = index === cuts.length - 2;
      bars.append(
        svgElement(document, 'rect', {
          x: x(begin),
          y: base - tall,
          width: Math.max(0.5, x(end) - x(begin) - (isLast ? 0.8 : 0)),
          height: tall,
          fill: colors[classOf(begin, breaks)] ?? ink,
        }),
      );
    });
  }
  svg.append(bars, svgElement(document, 'line', { x1: 0, x2: width, y1: base, y2: base, stroke: line }));

  const ticks = svgElement(document, 'g', { 'font-size': 10.5, fill: ink });
  let reached = Number.NEGATIVE_INFINITY;
  for (const tick of x.ticks(Math.max(2, Math.floor(width / 62)))) {
    const text = (options.formatTick ?? format)(tick);
    const room = textWidth(text, 10.5) / 2;
    const at = Math.max(room, Math.min(width - room, x(tick)));
    if (at - room < reached + 6) continue;
    reached = at + room;
    ticks.append(svgElement(document, 'text', { x: at, y: base + 12, 'text-anchor': 'middle' }, text));
  }
  svg.append(ticks);

  if (mean && Number.isFinite(mean.value)) {
    const at = x(mean.value);
    svg.append(
      svgElement(
        document,
        'line',
        { x1: at, x2: at, y1: head - 2, y2: base, stroke: ink, 'stroke-dasharray': '2 2' },
        svgElement(document, 'title', {}, `${mean.label}: ${format(mean.value)}`),
      ),
    );
  }
  if (selected && Number.isFinite(selected.value)) {
    const at = x(selected.value);
    svg.append(
      svgElement(
        document,
        'line',
        { x1: at, x2: at, y1: head - 3, y2: base, stroke: select, 'stroke-width': 2 },
        svgElement(document, 'title', {}, `${selected.label}: ${format(selected.value)}`),
      ),
    );
  }

  svg.append(classStrip(document, classes, width, strip, stripHeight, format));
  svg.append(missingLines(document, missing, rows, numbers));
  return { svg };
};
