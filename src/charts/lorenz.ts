import { axisX, axisY, gridX, gridY, line as lineMark, plot } from '@observablehq/plot';
import { accent, behind, ink, line, muted, rule } from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { axisNames, pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth, wrap } from './svgElement.ts';

export interface LorenzCurve {
  readonly id: string;
  /** Stands at the largest distance: "D = 21,1". */
  readonly label: string;
  readonly color?: string;
  /** Cumulated shares from 0 to 1, areas by rising share of the group: of the reference group … */
  readonly x: ArrayLike<number>;
  /** … and of the group. */
  readonly y: ArrayLike<number>;
}

export interface LorenzOptions extends Described {
  /** One, or two to compare: the second is grey. */
  readonly curves: readonly LorenzCurve[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format: (share: number) => string;
  /** What the diagonal means. */
  readonly evenLabel: string;
  readonly height?: number;
}

interface Gap {
  readonly x: number;
  readonly y: number;
}

/** The Lorenz curve under its diagonal; the largest vertical distance of the two is D. */
export const lorenz: Draw<LorenzOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? Math.min(Math.round(width * 0.82), 340);
  const curves = options.curves
    .filter(({ x }) => x.length > 1 && Number.isFinite(x[x.length - 1]))
    .map((curve, index) => ({
      ...curve,
      color: curve.color ?? (index === 0 ? accent : muted),
      stroke: curve.color ?? (index === 0 ? accent : behind),
    }));
  if (curves.length === 0) return emptyPicture(options, frame, height);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft: Math.ceil(textWidth(options.format(1))) + 10,
    marginTop: 20,
    marginRight: Math.ceil(textWidth(options.format(1)) / 2) + 1,
    marginBottom: 34,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [
      gridX(ticks, { stroke: line, strokeOpacity: 1 }),
      gridY(ticks, { stroke: line, strokeOpacity: 1 }),
      axisX(ticks, { tickFormat: options.format, label: null, tickSize: 4, color: ink }),
      axisY(ticks, { tickFormat: options.format, label: null, tickSize: 4, color: ink }),
      lineMark([0, 1], {
        x: (share: number) => share,
        y: (share: number) => share,
        stroke: rule,
        strokeWidth: 1.25,
      }),
      curves.toReversed().map((curve) =>
        lineMark(thinned(curve.x.length), {
          x: (i: number) => curve.x[i],
          y: (i: number) => curve.y[i],
          stroke: curve.stroke,
          strokeWidth: 1.75,
        }),
      ),
    ],
  });
  const svg = svgOf(plotted);
  const toX = pixels(plotted, 'x');
  const toY = pixels(plotted, 'y');
  svg.append(
    ...axisNames(frame, height, options.xLabel, options.yLabel),
    alongDiagonal(document, options.evenLabel, toX, toY),
  );
  curves.forEach((curve, index) => {
    const gap = largestGap(curve);
    const at = toX(gap.x);
    svg.append(
      svgElement(document, 'line', {
        x1: at,
        x2: at,
        y1: toY(gap.x),
        y2: toY(gap.y),
        stroke: curve.stroke,
        'stroke-width': 2,
        'stroke-dasharray': index === 0 ? undefined : '3 2',
        'data-mark': 'gap',
      }),
    );
    // The first stands above the diagonal, the second below its curve: neither lies on a line.
    const isAbove = index === 0;
    const room = isAbove ? at - toX(0) - 12 : toX(1) - at - 14;
    const lines = wrap(curve.label, Math.max(60, room), 2, 12);
    const first = isAbove ? toY(gap.x) - 6 - (lines.length - 1) * 14 : toY(gap.y) + 18;
    lines.forEach((content, row) => {
      svg.append(
        svgElement(
          document,
          'text',
          {
            x: isAbove ? at - 6 : at + 8,
            y: first + row * 14,
            'text-anchor': isAbove ? 'end' : 'start',
            'font-size': 12,
            'font-weight': 600,
            fill: curve.color,
            stroke: '#ffffff',
            'stroke-width': 3,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          },
          content,
        ),
      );
    });
  });
  describe(svg, options);
  return { svg };
};

/** Where the curve is farthest below the diagonal. */
function largestGap({ x, y }: LorenzCurve): Gap {
  let best: Gap = { x: 0, y: 0 };
  for (let i = 0; i < x.length; i++) {
    const at = x[i] ?? 0;
    const under = y[i] ?? 0;
    if (at - under > best.x - best.y) best = { x: at, y: under };
  }
  return best;
}

/** Positions of at most about a thousand points, both ends among them: more cannot be seen. */
function thinned(count: number): number[] {
  const step = Math.max(1, Math.floor(count / 1000));
  const kept: number[] = [];
  for (let i = 0; i < count - 1; i += step) kept.push(i);
  return [...kept, count - 1];
}

function alongDiagonal(
  document: Document,
  label: string,
  toX: (value: number) => number,
  toY: (value: number) => number,
): SVGTextElement {
  const x = toX(0.16);
  const y = toY(0.16);
  const slope = Math.atan2(toY(1) - toY(0), toX(1) - toX(0)) * (180 / Math.PI);
  return svgElement(
    document,
    'text',
    { x, y: y - 5, 'text-anchor': 'middle', fill: muted, transform: `rotate(${slope.toFixed(2)} ${x} ${y})` },
    label,
  );
}
