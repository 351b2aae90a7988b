import { axisX, axisY, dot, gridY, line as lineMark, plot } from '@observablehq/plot';
import { accent, behind, ink, line, muted, select, series as seriesColors } from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { endLabels } from './endLabels.ts';
import { pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth, wrap } from './svgElement.ts';

export interface ProfileSeries {
  readonly id: string;
  readonly label: string;
  readonly color?: string;
  /** Earlier year or other city: grey and thinner. */
  readonly isBackground?: boolean;
  /** Beside `radii`; NaN: no figure. */
  readonly values: readonly number[];
}

export interface SegregationProfileOptions extends Described {
  /** Metres, ascending. */
  readonly radii: readonly number[];
  readonly series: readonly ProfileSeries[];
  /** On the axis. */
  readonly format: (value: number) => string;
  /** Of a point, as exact as in the table. */
  readonly formatValue?: (value: number) => string;
  readonly formatRadius: (metres: number) => string;
  /** Marked, metres. */
  readonly radius?: number;
  /** Press, drag or arrow keys: one of `radii`. */
  readonly onRadius?: (metres: number) => void;
  readonly height?: number;
}

const ticks = [250, 500, 1000, 2000, 4000, 8000];
const keys: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** An index over the radius of the local environment: falls slowly where the pattern is a large one. */
export const segregationProfile: Draw<SegregationProfileOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? 170;
  const { radii, format, formatValue = format, formatRadius, onRadius } = options;
  const all = options.series.map((each, index) => ({
    ...each,
    color: each.color ?? (each.isBackground ? muted : (seriesColors[index % seriesColors.length] ?? accent)),
    stroke:
      each.color ?? (each.isBackground ? behind : (seriesColors[index % seriesColors.length] ?? accent)),
  }));
  const points = all.flatMap((each) =>
    radii.map((radius, i) => ({
      radius,
      value: each.values[i] ?? Number.NaN,
      color: each.color,
      id: each.id,
    })),
  );
  const known = points.filter(({ value }) => Number.isFinite(value));
  if (known.length === 0) return emptyPicture(options, frame, height);
  const heads = known.map(({ value }) => value);
  const low = Math.min(0, ...heads);
  const high = Math.max(...heads);
  const spread = high - low || 1;
  const hasLabels = all.length > 1;
  const labelWidth = hasLabels
    ? Math.min(width * 0.3, Math.max(...all.map(({ label }) => textWidth(label))) + 2)
    : 0;
  const margin = {
    left: Math.max(24, Math.ceil(Math.max(textWidth(format(low)), textWidth(format(high)))) + 10),
    right: hasLabels ? labelWidth + 12 : 18,
    top: 20,
    bottom: 22,
  };
  const [first = 250] = radii;
  const last = radii.at(-1) ?? 8000;
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    x: { type: 'log', domain: [first, last] },
    y: { domain: [low, high + spread * 0.08] },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 4 }),
      // `text`, for Plot drops what it finds too many on a log scale from `tickFormat`.
      axisX(
        ticks.filter((tick) => tick >= first && tick <= last),
        { text: formatRadius, label: null, tickSize: 4, color: ink },
      ),
      axisY({ ticks: 4, tickFormat: format, label: null, tickSize: 4, color: ink }),
      all.toReversed().map((each) =>
        lineMark(
          points.filter(({ id }) => id === each.id),
          {
            x: 'radius',
            y: 'value',
            stroke: each.stroke,
            strokeWidth: each.isBackground ? 1.25 : 1.75,
          },
        ),
      ),
      dot(
        known.filter(({ id }) => !all.find((each) => each.id === id)?.isBackground),
        { x: 'radius', y: 'value', r: 2, fill: 'color' },
      ),
    ],
  });
  const svg = svgOf(plotted);
  const toX = pixels(plotted, 'x');
  const toY = pixels(plotted, 'y');
  if (hasLabels) {
    const ends = all.flatMap((each) => {
      const end = each.values.findLast((value) => Number.isFinite(value));
      return end === undefined ? [] : [{ ...each, end, lines: wrap(each.label, labelWidth, 2) }];
    });
    const places = endLabels(
      ends.map(({ end }) => toY(end)),
      ends.map(({ lines }) => lines.length * 12.5 + 2),
      0,
      height - margin.bottom + 6,
    );
    ends.forEach(({ lines, color }, index) => {
      const top = (places[index] ?? 0) - ((lines.length - 1) * 12.5) / 2 + 4;
      lines.forEach((content, row) => {
        svg.append(
          svgElement(
            document,
            'text',
            {
              x: width - labelWidth - 2,
              y: top + row * 12.5,
              'text-anchor': 'start',
              fill: color,
              'font-weight': 500,
            },
            content,
          ),
        );
      });
    });
  }
  for (const { radius, value, id } of known) {
    const label = all.find((each) => each.id === id)?.label ?? '';
    svg.append(
      svgElement(
        document,
        'circle',
        { cx: toX(radius), cy: toY(value), r: 7, fill: 'transparent' },
        svgElement(document, 'title', {}, `${label}, ${formatRadius(radius)}: ${formatValue(value)}`),
      ),
    );
  }

  const marker = svgElement(document, 'g', { 'pointer-events': 'none' });
  svg.append(marker);
  const main = all.find((each) => !each.isBackground) ?? all[0];
  const mark = (radius: number): string => {
    const at = toX(radius);
    const value = main?.values[radii.indexOf(radius)] ?? Number.NaN;
    const written = `${formatRadius(radius)}: ${formatValue(value)}`;
    const room = textWidth(written, 11.5) / 2;
    const x = Math.max(room, Math.min(width - room, at));
    marker.replaceChildren(
      svgElement(document, 'line', {
        x1: at,
        x2: at,
        y1: margin.top - 4,
        y2: height - margin.bottom,
        stroke: select,
        'stroke-width': 1.5,
      }),
      ...(Number.isFinite(value)
        ? [svgElement(document, 'circle', { cx: at, cy: toY(value), r: 4, fill: select })]
        : []),
      svgElement(
        document,
        'text',
        { x, y: 11, 'text-anchor': 'middle', 'font-size': 11.5, 'font-weight': 600, fill: select },
        written,
      ),
    );
    return written;
  };
  describe(svg, options);
  const { radius } = options;
  if (radius !== undefined && radii.includes(radius)) {
    const written = mark(radius);
    if (onRadius) {
      svg.setAttribute('role', 'slider');
      svg.setAttribute('tabindex', '0');
      svg.setAttribute('aria-valuemin', String(first));
      svg.setAttribute('aria-valuemax', String(last));
      svg.setAttribute('aria-valuenow', String(radius));
      svg.setAttribute('aria-valuetext', written);
    }
  }
  if (onRadius) answerTo(svg, radii, radius, toX, width, mark, onRadius);
  return { svg };
};

/** Arrow keys step, a press or drag goes to the nearest radius; while dragging only the marker moves. */
function answerTo(
  svg: SVGSVGElement,
  radii: readonly number[],
  radius: number | undefined,
  toX: (radius: number) => number,
  width: number,
  mark: (radius: number) => string,
  onRadius: (radius: number) => void,
): void {
  svg.style.cursor = 'ew-resize';
  svg.style.touchAction = 'pan-y';
  const nearest = (event: PointerEvent): number => {
    const box = svg.getBoundingClientRect();
    const at = (event.clientX - box.left) * (box.width > 0 ? width / box.width : 1);
    return radii.reduce((best, each) => (Math.abs(toX(each) - at) < Math.abs(toX(best) - at) ? each : best));
  };
  let dragged: number | null = null;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    // Without a focused element left behind the arrow keys go on from here.
    svg.focus({ preventScroll: true });
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    dragged = nearest(event);
    mark(dragged);
  });
  svg.addEventListener('pointermove', (event) => {
    if (dragged === null) return;
    dragged = nearest(event);
    mark(dragged);
  });
  svg.addEventListener('pointerup', () => {
    const chosen = dragged;
    dragged = null;
    if (chosen !== null && chosen !== radius) onRadius(chosen);
  });
  svg.addEventListener('pointercancel', () => {
    dragged = null;
    if (radius !== undefined) mark(radius);
  });
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || radius === undefined) return;
    const at = radii.indexOf(radius);
    const step = keys[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? radii.length - 1
          : step === undefined
            ? null
            : at + step;
    if (to === null) return;
    event.preventDefault();
    const chosen = radii[Math.max(0, Math.min(radii.length - 1, to))];
    if (chosen !== undefined && chosen !== radius) onRadius(chosen);
  });
}
