import type { MethodProfile } from './profiles/profile.ts';
import { standardise } from './standardise.ts';

export interface IndexPart {
  /** One per area; NaN = missing. */
  readonly values: ArrayLike<number>;
  readonly direction: 'need' | 'resource';
  readonly weight: number;
  /** The city's value, for the reference `city`; else NaN. */
  readonly city: number;
}

export type IndexMethod = Pick<MethodProfile, 'reference' | 'spread' | 'restandardise'>;

export interface CompositeIndex {
  /** Per part, per area. Sign as published: a `resource` keeps its own direction here and counts negatively in `sum`. */
  readonly z: readonly Float64Array[];
  readonly sum: Float64Array;
  readonly index: Float64Array;
}

/**
 * Composite index: status index or dynamics index [Status-Index, Dynamik-Index].
 *
 * Adds up how far an area lies from the city in each indicator, and says how unusual that sum is.
 *
 *   sum_i = Σ_k w_k d_k z_ik,   index_i = (sum_i − r(sum)) / s(sum)   or, without re-standardising, sum_i
 *
 * w weight, d = +1 where a high value means need and −1 where it means a resource, z as in `standardise`; r and s the
 * same reference and spread (with the reference `city`, r(sum) = 0, which is where the city lies).
 * A missing z is left out and the sum scaled up to all weights: Σ_k w_k over the known ones → over all.
 *
 * @param parts at least one; equally long.
 * @param valid 1 where the area takes part; the caller applies the profile's rule for missing values.
 * @param residents per area; for the reference `population`, else ignored.
 * @returns unbounded, high = much need. NaN for invalid areas, and for all when a part with positive weight (or the
 * sum) has no spread.
 * @throws when there are no parts.
 * Cost: O(n · parts).
 * Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2021.
 * @example two indicators 1, 2, 3 and 3, 2, 1 with equal weight cancel out: sums 0, index NaN
 */
export function compositeIndex(
  parts: readonly IndexPart[],
  valid: Uint8Array,
  method: IndexMethod,
  residents: ArrayLike<number> | null = null,
): CompositeIndex {
  if (parts.length === 0) throw new Error('invalid parts: none');
  const known = parts.map((part) => knownOf(part.values, valid));
  const z = parts.map((part, k) => standardise(part.values, known[k]!, method, residents, part.city));
  const sum = weightedSum(
    z,
    parts.map((part) => part.weight * sign(part.direction)),
    known,
    valid,
  );
  return { z, sum, index: indexOfSum(sum, method, residents) };
}

/** 1 where an area takes part and has a value. A plain loop: the stability check comes here thousands of times. */
export function knownOf(values: ArrayLike<number>, valid: Uint8Array | null): Uint8Array {
  const known = new Uint8Array(values.length);
  for (let i = 0; i < known.length; i++) {
    if ((!valid || valid[i]) && !Number.isNaN(values[i]!)) known[i] = 1;
  }
  return known;
}

/** The last step alone, for sums made with other weights. */
export function indexOfSum(
  sum: Float64Array,
  method: IndexMethod,
  residents: ArrayLike<number> | null = null,
): Float64Array {
  if (!method.restandardise) return sum;
  const rated = knownOf(sum, null);
  return standardise(sum, rated, method, residents, 0);
}

/**
 * Σ weight · z over the known parts, scaled up to the weight of all parts. A part that is known but has no z (no spread)
 * makes the sum NaN: an indicator the profile asks for must not drop out in silence.
 */
export function weightedSum(
  z: readonly Float64Array[],
  signedWeights: readonly number[],
  known: readonly Uint8Array[],
  valid: Uint8Array,
): Float64Array {
  const total = signedWeights.reduce((all, weight) => all + Math.abs(weight), 0);
  const sum = new Float64Array(valid.length).fill(NaN);
  for (let i = 0; i < sum.length; i++) {
    if (!valid[i]) continue;
    let weighted = 0;
    let weight = 0;
    for (let k = 0; k < z.length; k++) {
      const own = signedWeights[k]!;
      if (own === 0 || !known[k]![i]) continue;
      weighted += own * z[k]![i]!;
      weight += Math.abs(own);
    }
    // Not scaled when everything is known, so that no rounding is added to a published method.
    if (weight > 0) sum[i] = weight === total ? weighted : (weighted * total) / weight;
  }
  return sum;
}

export function sign(direction: 'need' | 'resource'): 1 | -1 {
  return direction === 'need' ? 1 : -1;
}
