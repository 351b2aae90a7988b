import type { MethodProfile } from './profiles/profile.ts';

export interface StandardiseMethod {
  readonly reference: MethodProfile['reference'];
  readonly spread: MethodProfile['spread'];
}

/** 1.4826 × MAD estimates the SD of a normal distribution. */
const madScale = 1.4826022185056018;

/**
 * z values [z-Werte, Standardisierung].
 *
 * How far each area lies from the city's usual value, in units of the usual difference between areas.
 *
 *   z_i = (x_i − r) / s
 *
 * r: unweighted mean over the valid areas (`mean`), mean weighted by residents (`population`), value of the whole city
 * (`city`) or median (`median`). s: SD over the valid areas around their unweighted mean, divided by n
 * (`population-sd`) or n − 1 (`sample-sd`); 1.4826 × the median absolute deviation from the median (`mad`); 1 (`none`).
 *
 * @param values one per area, any unit.
 * @param valid 1 where the area takes part. Others get NaN and influence nothing.
 * @param weights residents per area, for `population`; otherwise ignored.
 * @param city the city's value, for `city`; otherwise ignored.
 * @returns one z per area, unbounded; with `mean` and an SD they have mean 0 and SD 1. Not rounded.
 * NaN for invalid areas, and for all when the spread is 0 (one area, all equal) or r is unknown.
 * Cost: O(n); O(n log n) with median or MAD.
 * Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2021 (`mean`, `population-sd`).
 * @example standardise([1, 2, 3], all, { reference: 'mean', spread: 'population-sd' }) // −1.2247, 0, 1.2247
 */
export function standardise(
  values: ArrayLike<number>,
  valid: Uint8Array,
  method: StandardiseMethod,
  weights: ArrayLike<number> | null = null,
  city = NaN,
): Float64Array {
  const origin = referenceOf(values, valid, method.reference, weights, city);
  const unit = spreadOf(values, valid, method.spread);
  const z = new Float64Array(values.length).fill(NaN);
  for (let i = 0; i < z.length; i++) if (valid[i]) z[i] = (values[i]! - origin) / unit;
  return z;
}

function referenceOf(
  values: ArrayLike<number>,
  valid: Uint8Array,
  reference: StandardiseMethod['reference'],
  weights: ArrayLike<number> | null,
  city: number,
): number {
  switch (reference) {
    case 'mean':
      return mean(values, valid);
    case 'population':
      return weights ? weightedMean(values, valid, weights) : NaN;
    case 'city':
      return city;
    case 'median':
      return median(pick(values, valid));
    default:
      return unknown(reference);
  }
}

/** NaN instead of 0, so that nothing is ever divided by a spread that is only rounding. */
function spreadOf(values: ArrayLike<number>, valid: Uint8Array, spread: StandardiseMethod['spread']): number {
  if (spread === 'none') return 1;
  let n = 0;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (!valid[i]) continue;
    n++;
    largest = Math.max(largest, Math.abs(values[i]!));
  }
  let result: number;
  if (spread === 'mad') {
    const picked = pick(values, valid);
    const centre = median(picked);
    result = madScale * median(picked.map((value) => Math.abs(value - centre)));
  } else {
    const centre = mean(values, valid);
    let squares = 0;
    for (let i = 0; i < values.length; i++) if (valid[i]) squares += (values[i]! - centre) ** 2;
    result = Math.sqrt(squares / (spread === 'sample-sd' ? n - 1 : n));
  }
  return result > largest * 1e-12 ? result : NaN;
}

function mean(values: ArrayLike<number>, valid: Uint8Array): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    if (!valid[i]) continue;
    sum += values[i]!;
    n++;
  }
  const first = sum / n;
  // A second pass takes out what the first lost by rounding; the mean decides classes at the cuts.
  let rest = 0;
  for (let i = 0; i < values.length; i++) if (valid[i]) rest += values[i]! - first;
  return first + rest / n;
}

function weightedMean(values: ArrayLike<number>, valid: Uint8Array, weights: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (!valid[i]) continue;
    sum += values[i]! * weights[i]!;
    total += weights[i]!;
  }
  return sum / total;
}

function pick(values: ArrayLike<number>, valid: Uint8Array): Float64Array {
  const picked: number[] = [];
  for (let i = 0; i < values.length; i++) if (valid[i]) picked.push(values[i]!);
  return Float64Array.from(picked);
}

function median(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function unknown(reference: never): never {
  throw new Error(`invalid reference: ${reference}`);
}
