import { axisX, axisY, dot, gridX, gridY, plot } from '@observablehq/plot';
import { blue, ink, line, muted, select } from '#symbology/palettes.ts';
import { type Classes, colorOf } from './classes.ts';
import type { Callbacks, Draw } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { pickable, type Spot } from './pickable.ts';
import { axisNames, pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, textWidth } from './svgElement.ts';

export interface ScatterAxis {
  readonly label: string;
  readonly format: (value: number) => string;
}

export interface ScatterOptions extends Described, Callbacks {
  /** Points without both values are left out. */
  readonly points: readonly {
    readonly key: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** Colours by y, as on the map; one blue without. */
  readonly classes?: Classes;
  readonly selected?: string | null;
  readonly height?: number;
}

/** Two indicators against each other: one dot per area, the selected one ringed. */
export const scatter: Draw<ScatterOptions> = (options, frame) => {
  const height = options.height ?? 190;
  const { classes } = options;
  const points = options.points.filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
  if (points.length === 0) return emptyPicture(options, frame, height);
  const radius = points.length > 1500 ? 1.2 : points.length > 300 ? 1.9 : 2.5;
  const plain = blue[5]?.[3] ?? ink;
  const widest = Math.max(...points.map((point) => point.y), 0);
  const marginLeft = Math.max(26, Math.ceil(textWidth(options.y.format(widest))) + 12);
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft,
    marginTop: 20,
    marginRight: 8,
    marginBottom: 34,
    x: { nice: true },
    y: { nice: true },
    marks: [
      gridX({ stroke: line, strokeOpacity: 1, ticks: 4 }),
      gridY({ stroke: line, strokeOpacity: 1, ticks: 4 }),
      axisX({ ticks: 4, tickFormat: options.x.format, label: null, tickSize: 4, color: ink }),
      axisY({ ticks: 4, tickFormat: options.y.format, label: null, tickSize: 4, color: ink }),
      dot(points, {
        x: 'x',
        y: 'y',
        r: radius,
        fill: (point: { y: number }) => (classes ? colorOf(point.y, classes) : plain),
        fillOpacity: classes ? 1 : 0.55,
        stroke: classes ? muted : 'none',
        strokeWidth: 0.35,
      }),
      dot(
        points.filter((point) => point.key === options.selected),
        { x: 'x', y: 'y', r: 5, stroke: select, strokeWidth: 2, fill: 'none' },
      ),
    ],
  });
  const svg = svgOf(plotted);
  svg.append(...axisNames(frame, height, options.x.label, options.y.label));
  describe(svg, options);
  const x = pixels(plotted, 'x');
  const y = pixels(plotted, 'y');
  const spots: Spot[] = points.map((point) => ({
    key: point.key,
    label: point.label,
    x: x(point.x),
    y: y(point.y),
  }));
  return { svg, mark: pickable(svg, spots, frame.width, radius, options) };
};
