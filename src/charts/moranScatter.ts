import { axisX, axisY, dot, line as lineMark, plot, ruleX, ruleY } from '@observablehq/plot';
import { accent, accentSoft, ink, muted, rule, select } from '#symbology/palettes.ts';
import type { Callbacks, Draw } from './drawing.ts';
import { emptyPicture } from './emptyPicture.ts';
import { pickable, type Spot } from './pickable.ts';
import { axisNames, pixels, plotFrame, svgOf } from './plotFrame.ts';
import { type Described, describe, svgElement, textWidth } from './svgElement.ts';

export interface MoranPoint {
  readonly key: string;
  readonly label: string;
  /** Standardised value here, and the weighted mean of the neighbours. */
  readonly z: number;
  readonly lag: number;
  /** Of its cluster, as on the map. */
  readonly color: string;
  /** Drawn above the others. */
  readonly isEmphasised?: boolean;
}

export interface MoranScatterOptions extends Described, Callbacks {
  /** Points without both values are left out. */
  readonly points: readonly MoranPoint[];
  /** Slope of the line: Moran's I. */
  readonly slope: number;
  readonly slopeLabel: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format: (value: number) => string;
  /** Upper right, upper left, lower left, lower right. */
  readonly quadrants: readonly [string, string, string, string];
  readonly selected?: string | null;
  /** Ringed: what was brushed last. */
  readonly brushed?: readonly string[];
  /** A rectangle was drawn around these; none: the brush is lifted. */
  readonly onBrush?: (keys: readonly string[]) => void;
  readonly countLabel?: (count: number) => string;
  readonly height?: number;
}

/** Value here against value next door: who resembles the neighbours lies at the upper right or lower left. */
export const moranScatter: Draw<MoranScatterOptions> = (options, frame) => {
  const { document, width } = frame;
  const height = options.height ?? Math.min(Math.round(width * 0.8), 340);
  const points = options.points
    .filter(({ z, lag }) => Number.isFinite(z) && Number.isFinite(lag))
    .sort((a, b) => Number(a.isEmphasised ?? false) - Number(b.isEmphasised ?? false));
  if (points.length === 0) return emptyPicture(options, frame, height);
  const radius = points.length > 1500 ? 1.3 : points.length > 300 ? 2.1 : 2.8;
  const domain = (values: readonly number[]): [number, number] => {
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values);
    const pad = (high - low || 1) * 0.06;
    return [low - pad, high + pad];
  };
  const x = domain(points.map(({ z }) => z));
  const y = domain(points.map(({ lag }) => lag));
  const brushed = new Set(options.brushed);
  // The line ends where the picture does.
  const ends = Number.isFinite(options.slope)
    ? x.map((at) => {
        const reach = Math.max(y[0], Math.min(y[1], at * options.slope));
        return { x: options.slope === 0 ? at : reach / options.slope, y: reach };
      })
    : [];
  const plotted = plot({
    ...plotFrame(frame, height),
    marginLeft: Math.ceil(Math.max(...y.map((value) => textWidth(options.format(value))))) + 12,
    marginTop: 20,
    marginRight: 8,
    marginBottom: 34,
    x: { domain: x },
    y: { domain: y },
    marks: [
      axisX({ ticks: 5, tickFormat: options.format, label: null, tickSize: 4, color: ink }),
      axisY({ ticks: 5, tickFormat: options.format, label: null, tickSize: 4, color: ink }),
      ruleX([0], { stroke: rule }),
      ruleY([0], { stroke: rule }),
      dot(points, {
        x: 'z',
        y: 'lag',
        r: radius,
        fill: 'color',
        stroke: muted,
        strokeWidth: 0.4,
      }),
      dot(
        points.filter(({ key }) => brushed.has(key)),
        { x: 'z', y: 'lag', r: radius + 1, stroke: ink, strokeWidth: 1.2, fill: 'color' },
      ),
      lineMark(ends, { x: 'x', y: 'y', stroke: accent, strokeWidth: 1.5 }),
      dot(
        points.filter(({ key }) => key === options.selected),
        { x: 'z', y: 'lag', r: 5, stroke: select, strokeWidth: 2, fill: 'none' },
      ),
    ],
  });
  const svg = svgOf(plotted);
  const toX = pixels(plotted, 'x');
  const toY = pixels(plotted, 'y');
  const quadrantAt = [
    { x: toX(x[1]) - 4, y: toY(y[1]) + 10, anchor: 'end' },
    { x: toX(x[0]) + 4, y: toY(y[1]) + 10, anchor: 'start' },
    { x: toX(x[0]) + 4, y: toY(y[0]) - 5, anchor: 'start' },
    { x: toX(x[1]) - 4, y: toY(y[0]) - 5, anchor: 'end' },
  ];
  svg.append(
    ...axisNames(frame, height, options.xLabel, options.yLabel),
    ...options.quadrants.map((content, index) => {
      const at = quadrantAt[index];
      return halo(document, content, at?.x ?? 0, at?.y ?? 0, at?.anchor ?? 'start', muted);
    }),
  );
  const [start, end] = ends;
  if (start && end) {
    // Beside the line's upper end, as far off as the line falls along the label.
    const room = textWidth(options.slopeLabel, 11.5) + 6;
    const fall = (toY(start.y) - toY(end.y)) / (toX(end.x) - toX(start.x));
    const side = fall >= 0 ? 1 : -1;
    svg.append(
      halo(
        document,
        options.slopeLabel,
        Math.max(toX(x[0]) + room, toX(end.x) - 4),
        toY(end.y) + side * (Math.abs(fall) * room + (side > 0 ? 16 : 8)),
        'end',
        accent,
      ),
    );
  }
  describe(svg, options);
  const spots: Spot[] = points.map(({ key, label, z, lag }) => ({ key, label, x: toX(z), y: toY(lag) }));
  const { onBrush } = options;
  if (!onBrush) return { svg, mark: pickable(svg, spots, width, radius, options) };
  const brush = brushable(svg, spots, width, onBrush, options.countLabel ?? String);
  return {
    svg,
    mark: pickable(svg, spots, width, radius, {
      onHover: options.onHover,
      // The press that ends a rectangle chooses nothing.
      onSelect: (key) => {
        if (!brush.hasJustBrushed()) options.onSelect?.(key);
      },
    }),
  };
};

function halo(document: Document, content: string, x: number, y: number, anchor: string, color: string) {
  return svgElement(
    document,
    'text',
    {
      x,
      y,
      'text-anchor': anchor,
      fill: color,
      'font-weight': color === accent ? 600 : 400,
      stroke: '#ffffff',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    content,
  );
}

/** Less than this is a press, px. */
const least = 5;

/** Drawing a rectangle with the pointer: what lies inside is counted meanwhile and reported at its end. */
function brushable(
  svg: SVGSVGElement,
  spots: readonly Spot[],
  width: number,
  onBrush: (keys: readonly string[]) => void,
  countLabel: (count: number) => string,
): { hasJustBrushed(): boolean } {
  const document = svg.ownerDocument;
  const layer = svgElement(document, 'g', { 'pointer-events': 'none' });
  svg.append(layer);
  svg.style.touchAction = 'pan-y';
  let from: { readonly x: number; readonly y: number } | null = null;
  let inside: readonly Spot[] | null = null;
  let justBrushed = false;
  const at = (event: PointerEvent) => {
    const box = svg.getBoundingClientRect();
    const scale = box.width > 0 ? width / box.width : 1;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  };
  const forget = () => {
    from = null;
    inside = null;
    layer.replaceChildren();
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    justBrushed = false;
    from = at(event);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener('pointermove', (event) => {
    if (!from) return;
    const to = at(event);
    if (!inside && Math.hypot(to.x - from.x, to.y - from.y) < least) return;
    const left = Math.min(from.x, to.x);
    const right = Math.max(from.x, to.x);
    const top = Math.min(from.y, to.y);
    const bottom = Math.max(from.y, to.y);
    inside = spots.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
    layer.replaceChildren(
      svgElement(document, 'rect', {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        fill: accentSoft,
        'fill-opacity': 0.5,
        stroke: accent,
        'data-mark': 'brush',
      }),
      halo(document, countLabel(inside.length), left + 3, Math.max(12, top - 4), 'start', accent),
    );
  });
  svg.addEventListener('pointerup', () => {
    const found = inside;
    forget();
    if (!found) return;
    justBrushed = true;
    onBrush(found.map(({ key }) => key));
  });
  svg.addEventListener('pointercancel', forget);
  return { hasJustBrushed: () => justBrushed };
}
