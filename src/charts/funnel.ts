import { areaY, axisX, axisY, dot, gridY, line as lineMark, plot, ruleY } from '@observablehq/plot';
import { accent, ink, line, muted, select, teal } from '#symbology/palettes.ts';
import { type Classes, colorOf } from './classes.ts';
import type { Callbacks, Draw, Reference } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { pickable, type Spot } from './pickable.ts';
import { pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth } from './svgElement.ts';

export interface FunnelPoint {
  readonly key: string;
  readonly label: string;
  readonly size: number;
  /** 0…1. */
  readonly share: number;
  /** By the threshold chosen; decides the colour when there are no classes. */
  readonly standing: 'above' | 'below' | 'within';
}

export interface FunnelOptions extends Described, Callbacks {
  readonly points: readonly FunnelPoint[];
  /** Limits of chance at a ladder of sizes. */
  readonly limits: {
    readonly sizes: ArrayLike<number>;
    readonly low95: ArrayLike<number>;
    readonly high95: ArrayLike<number>;
    readonly low998: ArrayLike<number>;
    readonly high998: ArrayLike<number>;
  };
  /** Share of all together, with its name: "Stadt 45 %". */
  readonly mean: Reference;
  /** Shares beyond which an institution stands out, where that is not decided by the limits: dashed lines. */
  readonly thresholds?: readonly number[];
  readonly sizeLabel: string;
  readonly formatSize: (size: number) => string;
  readonly formatShare: (share: number) => string;
  /** Names of the bands, written at their right end. */
  readonly bandLabels?: { readonly inner: string; readonly outer: string };
  readonly classes?: Classes;
  readonly selected?: string | null;
  readonly height?: number;
}

/** Share by size, with the band inside which a deviation may be chance: wide for small institutions, narrow for large. */
export const funnel: Draw<FunnelOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? 220;
  const { limits, mean, formatShare, formatSize, classes } = options;
  const points = options.points.filter((point) => point.size > 0 && Number.isFinite(point.share));
  if (points.length === 0) return emptyPicture(options, frame, height);
  const largest = Math.max(1, ...points.map((point) => point.size));
  const band = Array.from(limits.sizes, (size, index) => ({
    size,
    low95: limits.low95[index] ?? Number.NaN,
    high95: limits.high95[index] ?? Number.NaN,
    low998: limits.low998[index] ?? Number.NaN,
    high998: limits.high998[index] ?? Number.NaN,
  })).filter((each) => each.size <= largest * 1.05);
  const standing = { above: teal[5]?.[4] ?? ink, below: teal[5]?.[2] ?? ink, within: '#b9c6c6' };
  const color = (point: FunnelPoint) => (classes ? colorOf(point.share, classes) : standing[point.standing]);
  const radius = points.length > 800 ? 1.6 : 2.4;
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft: Math.ceil(textWidth(formatShare(1))) + 10,
    marginTop: 8,
    marginRight: 10,
    marginBottom: 34,
    x: { domain: [0, largest * 1.03], nice: false },
    y: { domain: [0, 1] },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      areaY(band, { x: 'size', y1: 'low998', y2: 'high998', fill: accent, fillOpacity: 0.08 }),
      areaY(band, { x: 'size', y1: 'low95', y2: 'high95', fill: accent, fillOpacity: 0.1 }),
      ['low998', 'high998'].map((edge) =>
        lineMark(band, { x: 'size', y: edge, stroke: accent, strokeOpacity: 0.45, strokeWidth: 0.75 }),
      ),
      axisX({ ticks: Math.floor(width / 75), tickFormat: formatSize, label: null, tickSize: 4, color: ink }),
      axisY({ ticks: 5, tickFormat: formatShare, label: null, tickSize: 4, color: ink }),
      ruleY([mean.value], { stroke: accent, strokeWidth: 1.25 }),
      ruleY(
        (options.thresholds ?? []).filter((share) => share > 0 && share < 1),
        { stroke: ink, strokeDasharray: '3 3' },
      ),
      dot(points, {
        x: 'size',
        y: 'share',
        r: radius,
        fill: color,
        stroke: classes ? (teal[5]?.[3] ?? ink) : 'none',
        strokeWidth: 0.5,
      }),
      dot(
        points.filter((point) => point.key === options.selected),
        { x: 'size', y: 'share', r: 5.5, stroke: select, strokeWidth: 2, fill: 'none' },
      ),
    ],
  });
  const svg = svgOf(plotted);
  const x = pixels(plotted, 'x');
  const y = pixels(plotted, 'y');
  const halo = {
    stroke: '#ffffff',
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'text-anchor': 'end',
  };
  svg.append(
    svgElement(
      document,
      'text',
      { x: width - 10, y: y(mean.value) - 5, fill: accent, 'font-weight': 500, ...halo },
      mean.label,
    ),
    svgElement(
      document,
      'text',
      { x: width - 2, y: height - 3, 'text-anchor': 'end', fill: ink },
      `${options.sizeLabel} →`,
    ),
  );
  const end = band.at(-1);
  if (options.bandLabels && end) {
    svg.append(
      svgElement(
        document,
        'text',
        { x: width - 10, y: y(end.low998) + 12, fill: muted, 'font-size': 10, ...halo },
        options.bandLabels.outer,
      ),
    );
  }
  describe(svg, options);
  const spots: Spot[] = points.map((point) => ({
    key: point.key,
    label: `${point.label}: ${formatShare(point.share)}`,
    x: x(point.size),
    y: y(point.share),
  }));
  return { svg, mark: pickable(svg, spots, width, radius, options) };
};
