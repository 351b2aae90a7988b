import type { AreaGeometry } from '#geo/polygon.ts';
import { randomStream } from '#stats/numeric/random.ts';
import type { Size } from './bench.ts';

/** Rows and columns of the lattices of the published run times of other packages. */
const shapes: Readonly<Record<number, readonly [number, number]>> = {
  500: [20, 25],
  5000: [50, 100],
  50000: [200, 250],
  500000: [500, 1000],
};
const side = 250;

function shapeOf(size: Size): readonly [number, number] {
  const shape = shapes[size];
  if (!shape) throw new Error(`invalid size: ${size}`);
  return shape;
}

/** Squares of 250 m. */
export function latticeGeometries(size: Size): readonly AreaGeometry[] {
  const [rows, columns] = shapeOf(size);
  return Array.from({ length: rows * columns }, (_, k) => {
    const x = (k % columns) * side;
    const y = Math.floor(k / columns) * side;
    return {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x, y + side],
          [x, y],
        ],
      ],
    };
  });
}

/** Whole persons per unit and group, the groups unevenly spread along the lattice; the same on every run. */
export function latticeCounts(size: Size, groups: number): readonly Float64Array[] {
  const random = randomStream(7, groups);
  return Array.from({ length: groups }, (_, m) =>
    Float64Array.from({ length: size }, (_, i) => {
      const slope = 1 + Math.cos((i / size) * Math.PI * (m + 1)) * 0.6;
      return Math.floor(random.uniform() * slope * (400 / (m + 1)));
    }),
  );
}
