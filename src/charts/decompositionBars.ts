import { axisY, barX, plot, ruleX } from '@observablehq/plot';
import { accent, behind, blue, diverging, ink, line, rule } from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth, wrap } from './svgElement.ts';

export interface DecompositionPart {
  readonly id: string;
  readonly label: string;
  /** Signed; all parts, and the start where there is one, add up to the end. */
  readonly value: number;
  readonly color?: string;
  /** The figure where it is not `format(value)`: with its share of the whole. */
  readonly figure?: string;
}

export interface DecompositionBarsOptions extends Described {
  /** The value before, for a change. */
  readonly start?: { readonly label: string; readonly value: number };
  readonly parts: readonly DecompositionPart[];
  readonly end: { readonly label: string; readonly value: number };
  readonly format: (value: number) => string;
  /** For parts of a change: with sign. */
  readonly formatPart?: (value: number) => string;
  /** Height of one bar with its distance, px. */
  readonly step?: number;
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly figure: string;
  readonly isWhole: boolean;
}

const step = diverging[5];

/** A waterfall: every part begins where the one before ended, so that one sees them add up to the whole. */
export const decompositionBars: Draw<DecompositionBarsOptions> = (options, frame) => {
  const { document, width } = frame;
  const { format, formatPart = format, start } = options;
  const height = options.step ?? 34;
  const rows: Row[] = [];
  let reached = 0;
  if (start) {
    const { label, value } = start;
    rows.push({
      id: 'start',
      label,
      from: 0,
      to: value,
      color: behind,
      figure: format(value),
      isWhole: true,
    });
    reached = value;
  }
  const up = start ? (step?.[3] ?? accent) : (blue[5]?.[3] ?? accent);
  for (const part of options.parts) {
    const to = reached + part.value;
    rows.push({
      id: part.id,
      label: part.label,
      from: reached,
      to,
      color: part.color ?? (part.value < 0 ? (step?.[1] ?? accent) : up),
      figure: part.figure ?? formatPart(part.value),
      isWhole: false,
    });
    reached = to;
  }
  const { label, value } = options.end;
  rows.push({ id: 'end', label, from: 0, to: value, color: accent, figure: format(value), isWhole: true });
  if (rows.some(({ from, to }) => !Number.isFinite(from) || !Number.isFinite(to))) {
    return emptyPicture(options, frame, rows.length * height);
  }
  const figureWidth = Math.ceil(Math.max(...rows.map(({ figure }) => textWidth(figure, 12)))) + 10;
  const labelWidth = Math.min(width * 0.4, Math.max(...rows.map((row) => textWidth(row.label, 12))) + 12);
  const edges = rows.flatMap(({ from, to }) => [from, to]);
  const plotted = plot({
    ...plotFrame(frame, rows.length * height + 4),
    marginLeft: labelWidth,
    marginRight: figureWidth,
    marginTop: 2,
    marginBottom: 2,
    x: { domain: [Math.min(0, ...edges), Math.max(0, ...edges)], axis: null },
    y: { domain: rows.map(({ id }) => id), padding: 0.36 },
    marks: [
      axisY({ label: null, tickSize: 0, ticks: [] }),
      ruleX([0], { stroke: line }),
      barX(rows, { y: 'id', x1: 'from', x2: 'to', fill: 'color' }),
    ],
  });
  const svg = svgOf(plotted);
  const toX = pixels(plotted, 'x');
  rows.forEach((row, index) => {
    const middle = 2 + (index + 0.5) * height;
    const lines = wrap(row.label, labelWidth - 8, 2, 12);
    lines.forEach((content, at) => {
      svg.append(
        svgElement(
          document,
          'text',
          {
            x: 0,
            'text-anchor': 'start',
            y: middle + 4 + (at - (lines.length - 1) / 2) * 13,
            'font-size': 12,
            'font-weight': row.isWhole ? 600 : 400,
            fill: ink,
          },
          content,
        ),
      );
    });
    svg.append(
      svgElement(
        document,
        'text',
        {
          x: width,
          y: middle + 4,
          'text-anchor': 'end',
          'font-size': 12,
          'font-weight': row.isWhole ? 600 : 500,
          fill: ink,
          style: 'font-variant-numeric: tabular-nums',
        },
        row.figure,
      ),
    );
    const next = rows[index + 1];
    if (!next) return;
    // The thin line says: here the next one begins.
    const at = toX(row.to);
    svg.append(
      svgElement(document, 'line', {
        x1: at,
        x2: at,
        y1: middle + height * 0.32,
        y2: middle + height * 0.68,
        stroke: rule,
        'data-mark': 'joint',
      }),
    );
  });
  describe(svg, options);
  return { svg };
};
