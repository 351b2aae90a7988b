import type { PairSums } from '#stats/weights/pair-sums.ts';

/** A proximity small enough to reckon with: 1 within a unit, the given figure between any two units. */
export function evenProximity(size: number, between = 0.5): PairSums {
  return {
    size,
    diagonal: new Float64Array(size).fill(1),
    sums: (columns) =>
      columns.map((column) => {
        if (column.length !== size) throw new Error(`invalid length: ${column.length} (expected ${size})`);
        const all = column.reduce((sum, value) => sum + value, 0);
        return column.map((own) => own + between * (all - own));
      }),
  };
}
