import type { Classing, Cut } from './profiles/profile.ts';

/**
 * Classes of an index [Klassenbildung].
 *
 * Puts every area into one of the profile's classes, by fixed cuts or into parts of equally many areas. The index goes
 * in unrounded: published tables show rounded values on both sides of a cut.
 *
 *   by cuts:  the class is the number of cuts below the index; an index equal to a cut goes where the cut says
 *   by parts: areas ordered by index, class = ⌊rank · parts / n⌋, rank = number of areas with a smaller index
 *
 * @param index one per area; NaN = not rated.
 * @param cuts other cuts than the profile's, for sensitivity; ignored by `parts`.
 * @returns position in `classing.classes` per area, 0 = lowest index; −1 where the index is NaN.
 * Areas of equal index share a class. Cost: O(n · cuts), O(n log n) for parts.
 * @example classify(index, −1 | 1 | 1.5): −1 → mittel, 1 → mittel, 1.5 → niedrig, 1.51 → sehr niedrig
 */
export function classify(
  index: Float64Array,
  classing: Classing,
  cuts: readonly Cut[] | null = null,
): Int8Array {
  const classes = new Int8Array(index.length).fill(-1);
  if (classing.by === 'cuts') {
    const limits = cuts ?? classing.cuts;
    for (let i = 0; i < index.length; i++) classes[i] = classOf(index[i]!, limits);
    return classes;
  }
  const sorted = index.filter((value) => !Number.isNaN(value)).sort();
  for (let i = 0; i < index.length; i++) {
    const value = index[i]!;
    if (Number.isNaN(value)) continue;
    classes[i] = Math.floor((firstAtLeast(sorted, value) * classing.classes.length) / sorted.length);
  }
  return classes;
}

/** Number of cuts that an index has passed, −1 for NaN. */
export function classOf(value: number, cuts: readonly Cut[]): number {
  if (Number.isNaN(value)) return -1;
  let passed = 0;
  for (const cut of cuts) if (value > cut.at || (value === cut.at && cut.equal === 'above')) passed++;
  return passed;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
