import type { IndexContext } from '../../spec.ts';

/** The land areas of the context. @throws `invalid areas: undefined`. */
export function areasOf(context: IndexContext | undefined): Float64Array {
  if (!context?.areas) throw new Error('invalid areas: undefined');
  return context.areas;
}

/** @throws `invalid length: …`, `invalid area: …` unless every area is finite and ≥ 0. */
export function checkedAreas(areas: ArrayLike<number>, size: number): ArrayLike<number> {
  if (areas.length !== size) throw new Error(`invalid length: ${areas.length} (expected ${size})`);
  for (let i = 0; i < size; i++) {
    const area = areas[i]!;
    // the negated form also catches NaN
    if (!(area >= 0 && area < Infinity)) throw new Error(`invalid area: ${area} at ${i}`);
  }
  return areas;
}
