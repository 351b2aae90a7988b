import { axisX, axisY, gridY, line as lineMark, plot, ruleX } from '@observablehq/plot';
import { accent, behind, ink, line, muted } from '#symbology/palettes.ts';
import type { Draw, Reference } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { pickable, type Spot } from './pickable.ts';
import { axisNames, pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth } from './svgElement.ts';

export interface ConcentrationCurve {
  readonly id: string;
  readonly label: string;
  readonly color?: string;
  /** Thresholds from 0 to 1, ascending … */
  readonly threshold: ArrayLike<number>;
  /** … and the share of the group that lives in areas where its share is at least that. */
  readonly share: ArrayLike<number>;
}

export interface ConcentrationProfileOptions extends Described {
  /** One, or two to compare: the second is grey. */
  readonly curves: readonly ConcentrationCurve[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format: (share: number) => string;
  /** A point in words, for the pointer. */
  readonly say: (threshold: number, share: number) => string;
  /** The group's share in the city. */
  readonly mean?: Reference;
  readonly height?: number;
}

/** How much of the group lives where its share is at least t: falls late if many live where they are many. */
export const concentrationProfile: Draw<ConcentrationProfileOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? 190;
  const { format, mean } = options;
  const curves = options.curves
    .filter(({ share }) => share.length > 1 && Number.isFinite(share[0]))
    .map((curve, index) => ({ ...curve, color: curve.color ?? (index === 0 ? accent : behind) }));
  if (curves.length === 0) return emptyPicture(options, frame, height);
  const furthest = Math.max(...curves.map(lastWithShare));
  const end = Math.min(1, Math.ceil(furthest * 10 + 1e-9) / 10);
  const hasMean = mean !== undefined && Number.isFinite(mean.value);
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft: Math.ceil(textWidth(format(1))) + 10,
    marginTop: hasMean ? 32 : 20,
    marginRight: 14,
    marginBottom: 34,
    x: { domain: [0, end] },
    y: { domain: [0, 1] },
    marks: [
      gridY([0, 0.25, 0.5, 0.75, 1], { stroke: line, strokeOpacity: 1 }),
      axisX({ ticks: 5, tickFormat: format, label: null, tickSize: 4, color: ink }),
      axisY([0, 0.25, 0.5, 0.75, 1], { tickFormat: format, label: null, tickSize: 4, color: ink }),
      hasMean ? ruleX([mean.value], { stroke: ink, strokeDasharray: '2 2' }) : [],
      curves.toReversed().map((curve) =>
        lineMark(
          Array.from(curve.threshold, (_, i) => i).filter((i) => (curve.threshold[i] ?? 0) <= end),
          {
            x: (i: number) => curve.threshold[i],
            y: (i: number) => curve.share[i],
            stroke: curve.color,
            strokeWidth: 1.75,
          },
        ),
      ),
    ],
  });
  const svg = svgOf(plotted);
  const toX = pixels(plotted, 'x');
  const toY = pixels(plotted, 'y');
  svg.append(...axisNames(frame, height, options.xLabel, options.yLabel));
  if (hasMean) {
    const room = textWidth(mean.label) / 2;
    svg.append(
      svgElement(
        document,
        'text',
        {
          x: Math.max(room, Math.min(width - room, toX(mean.value))),
          y: 26,
          'text-anchor': 'middle',
          fill: muted,
        },
        mean.label,
      ),
    );
  }
  const spots: Spot[] = curves.flatMap((curve) =>
    Array.from({ length: 41 }, (_, i) => (i * end) / 40).map((threshold) => {
      const share = shareAt(curve, threshold);
      return {
        key: `${curve.id} ${threshold}`,
        label: options.say(threshold, share),
        x: toX(threshold),
        y: toY(share),
      };
    }),
  );
  describe(svg, options);
  return { svg, mark: pickable(svg, spots, width, 2.5, {}) };
};

/** The highest threshold that somebody of the group still lives above. */
function lastWithShare({ threshold, share }: ConcentrationCurve): number {
  for (let i = threshold.length - 1; i >= 0; i--) if ((share[i] ?? 0) > 0) return threshold[i] ?? 1;
  return 1;
}

/** The share at the first threshold not below `t`: between two thresholds nothing happens. */
function shareAt({ threshold, share }: ConcentrationCurve, t: number): number {
  for (let i = 0; i < threshold.length; i++) if ((threshold[i] ?? 0) >= t - 1e-12) return share[i] ?? 0;
  return 0;
}
