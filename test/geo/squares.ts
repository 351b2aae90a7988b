import type { AreaGeometry, Ring } from '#geo/polygon.ts';

/** An axis-parallel rectangle, anticlockwise, from its lower left corner. */
export function rectangle(x: number, y: number, width = 1, height = width): AreaGeometry {
  return { type: 'Polygon', coordinates: [ringOf(x, y, width, height)] };
}

export function ringOf(x: number, y: number, width = 1, height = width): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
}
