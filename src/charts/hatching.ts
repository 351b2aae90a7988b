import type { Hatch } from './palettes.ts';
import { svgElement } from './svgElement.ts';

/**
 * A swatch in a hatch. Lines are drawn and clipped rather than a `<pattern>` referred to by id: two charts on one page
 * would share the id, and slide programs drop patterns.
 */
export function hatchSwatch(
  document: Document,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  hatch: Hatch,
): SVGGElement {
  const group = svgElement(document, 'g', {});
  group.append(svgElement(document, 'rect', { x, y, width, height, fill: hatch.ground }));
  const angles = hatch.crossed ? [hatch.angle, hatch.angle + 90] : [hatch.angle];
  for (const angle of angles) {
    for (const [x1, y1, x2, y2] of hatchLines(width, height, angle, hatch.distance)) {
      group.append(
        svgElement(document, 'line', {
          x1: x + x1,
          y1: y + y1,
          x2: x + x2,
          y2: y + y2,
          stroke: hatch.stroke,
          'stroke-width': hatch.width,
        }),
      );
    }
  }
  group.append(
    svgElement(document, 'rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: height - 1,
      fill: 'none',
      stroke: hatch.stroke,
    }),
  );
  return group;
}

type Segment = readonly [number, number, number, number];

/** Parallel lines across a box, each cut at its edges; `angle` in degrees, 45 rising to the right. */
export function hatchLines(width: number, height: number, angle: number, distance: number): Segment[] {
  const radians = (angle * Math.PI) / 180;
  const along = [Math.cos(radians), -Math.sin(radians)] as const;
  const across = [Math.sin(radians), Math.cos(radians)] as const;
  const centre = [width / 2, height / 2] as const;
  const half = Math.hypot(width, height) / 2;
  const lines: Segment[] = [];
  for (let shift = -Math.floor(half / distance) * distance; shift <= half; shift += distance) {
    const at = [centre[0] + across[0] * shift, centre[1] + across[1] * shift] as const;
    let from = -half;
    let to = half;
    for (const axis of [0, 1] as const) {
      const size = axis === 0 ? width : height;
      const direction = along[axis];
      if (Math.abs(direction) < 1e-9) {
        if (at[axis] < 0 || at[axis] > size) to = from;
        continue;
      }
      const first = (0 - at[axis]) / direction;
      const second = (size - at[axis]) / direction;
      from = Math.max(from, Math.min(first, second));
      to = Math.min(to, Math.max(first, second));
    }
    if (to > from) {
      lines.push([
        at[0] + along[0] * from,
        at[1] + along[1] * from,
        at[0] + along[0] * to,
        at[1] + along[1] * to,
      ]);
    }
  }
  return lines;
}
