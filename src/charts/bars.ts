import { axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import { accent, blue, ink, muted } from '#symbology/palettes.ts';
import type { Draw, Reference } from './drawing.ts';
import { plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, shorten, textWidth } from './svgElement.ts';

export interface Bar {
  readonly id: string;
  readonly label: string;
  /** NaN: no bar, a dash. */
  readonly value: number;
  readonly color?: string;
  /** Bold figure, full accent. */
  readonly isEmphasised?: boolean;
}

export interface BarsOptions extends Described {
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  /** End of the scale; the largest value when left out. */
  readonly maximum?: number;
  readonly reference?: Reference;
  /** Height of one bar with its distance, px. */
  readonly step?: number;
}

/** A few figures compared: horizontal bars with their values. */
export const bars: Draw<BarsOptions> = (options, frame) => {
  const { width } = frame;
  const { format, reference, step = 24 } = options;
  const room = width * 0.5;
  const rows = options.bars.map((each) => ({
    ...each,
    name: shorten(each.label, room),
    fill: each.color ?? (each.isEmphasised ? accent : (blue[8]?.[3] ?? accent)),
    length: Number.isFinite(each.value) ? each.value : 0,
    figure: format(each.value),
  }));
  const marginLeft = Math.ceil(Math.max(20, ...rows.map((row) => textWidth(row.name)))) + 10;
  const marginRight = Math.ceil(Math.max(16, ...rows.map((row) => textWidth(row.figure, 12)))) + 8;
  const top = reference ? 18 : 2;
  const maximum =
    Math.max(options.maximum ?? 0, reference?.value ?? 0, ...rows.map((row) => row.length)) || 1;
  const plotted = plot({
    ...plotFrame(frame, rows.length * step + top + 2),
    marginLeft,
    marginRight,
    marginTop: top,
    marginBottom: 2,
    x: { domain: [Math.min(0, ...rows.map((row) => row.length)), maximum], axis: null },
    y: { domain: rows.map((row) => row.id), padding: 0.28 },
    marks: [
      axisY({
        label: null,
        tickSize: 0,
        tickPadding: 8,
        color: ink,
        tickFormat: (id: string) => rows.find((row) => row.id === id)?.name ?? id,
      }),
      barX(rows, { y: 'id', x: 'length', fill: 'fill', title: 'label' }),
      text(rows, {
        y: 'id',
        x: (row: { length: number }) => Math.max(0, row.length),
        text: 'figure',
        textAnchor: 'start',
        dx: 6,
        fontSize: 12,
        fontWeight: 500,
        fill: ink,
      }),
      reference
        ? [
            ruleX([reference.value], { stroke: ink, strokeDasharray: '2 2' }),
            text([reference], {
              x: 'value',
              text: 'label',
              frameAnchor: 'top',
              dy: -14,
              fill: muted,
              fontSize: 10.5,
            }),
          ]
        : [],
    ],
  });
  const svg = svgOf(plotted);
  describe(svg, options);
  return { svg };
};
