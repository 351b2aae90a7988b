import { ink } from '#symbology/palettes.ts';
import type { Callbacks } from './drawing.ts';
import { svgElement, textWidth } from './svgElement.ts';

export interface Spot {
  readonly key: string;
  readonly label: string;
  /** Centre, px in the chart. */
  readonly x: number;
  readonly y: number;
}

/** How near the pointer must come, px. */
const reach = 14;

/**
 * Makes the spots of a chart answer to the pointer: the nearest one is ringed, named and reported. Keyboard readers
 * have the table beside every such chart; the picture itself is one image.
 */
export function pickable(
  svg: SVGSVGElement,
  spots: readonly Spot[],
  width: number,
  radius: number,
  { onHover, onSelect }: Callbacks,
): (key: string | null) => void {
  const document = svg.ownerDocument;
  const layer = svgElement(document, 'g', { 'pointer-events': 'none' });
  svg.append(layer);
  let current: string | null = null;

  const show = (spot: Spot | null) => {
    if (!spot) {
      layer.replaceChildren();
      return;
    }
    const room = textWidth(spot.label, 11) / 2;
    const x = Math.max(room, Math.min(width - room, spot.x));
    const y = spot.y > 22 ? spot.y - radius - 6 : spot.y + radius + 14;
    layer.replaceChildren(
      svgElement(document, 'circle', {
        cx: spot.x,
        cy: spot.y,
        r: radius + 1.5,
        fill: 'none',
        stroke: ink,
        'stroke-width': 1.5,
      }),
      svgElement(
        document,
        'text',
        {
          x,
          y,
          'text-anchor': 'middle',
          'font-weight': 500,
          'font-size': 11,
          fill: ink,
          stroke: '#ffffff',
          'stroke-width': 3,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        },
        spot.label,
      ),
    );
  };
  const at = (event: PointerEvent | MouseEvent): Spot | null => {
    const box = svg.getBoundingClientRect();
    const scale = box.width > 0 ? width / box.width : 1;
    return nearestSpot(spots, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };
  const hover = (spot: Spot | null) => {
    const key = spot?.key ?? null;
    if (key === current) return;
    current = key;
    show(spot);
    svg.style.cursor = spot && onSelect ? 'pointer' : '';
    onHover?.(key);
  };
  svg.addEventListener('pointermove', (event) => hover(at(event)));
  svg.addEventListener('pointerleave', () => hover(null));
  svg.addEventListener('click', (event) => {
    const spot = at(event);
    if (spot) onSelect?.(spot.key);
  });
  return (key) => {
    if (key === current) return;
    current = key;
    show(key === null ? null : (spots.find((spot) => spot.key === key) ?? null));
  };
}

function nearestSpot(spots: readonly Spot[], x: number, y: number): Spot | null {
  let best: Spot | null = null;
  let least = reach * reach;
  for (const spot of spots) {
    const squared = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    if (squared < least) {
      least = squared;
      best = spot;
    }
  }
  return best;
}
