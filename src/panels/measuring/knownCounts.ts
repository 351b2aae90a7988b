import type { MeasureAnswer } from '#measuring/answer.ts';

/** Counts of the areas that are not left out: the others have no place on a curve. */
export function knownCounts({ group, reference }: MeasureAnswer): [Float64Array, Float64Array] {
  const isKnown = (_: number, a: number) => !Number.isNaN(group[a]) && !Number.isNaN(reference[a]);
  return [group.filter(isKnown), reference.filter(isKnown)];
}
