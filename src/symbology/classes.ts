import { ckmeans } from 'simple-statistics';

export interface ClassRule {
  readonly method: 'quantile' | 'equal' | 'jenks' | 'own';
  /** Classes wanted, at least 1; ties or few distinct values can give fewer. */
  readonly count: number;
  /** Inner breaks for `own`, in the unit of the values. */
  readonly own: readonly number[];
}

/**
 * Inner class breaks, strictly ascending: n breaks make n + 1 classes, each holding its lower break
 * (`breaks[k - 1] <= value < breaks[k]`). The one source of classes for map, legend, histogram and export.
 * Values that are not finite are ignored. No value, or only one distinct value: no break, one class.
 * The breaks of `own` are taken as given, even where a class stays empty.
 */
export function classBreaks(
  values: ArrayLike<number>,
  rule: ClassRule,
  options: { readonly nice?: boolean } = {},
): number[] {
  if (!(rule.count >= 1)) throw new Error(`invalid class count: ${rule.count}`);
  if (rule.method === 'own') return ascending(rule.own.filter(Number.isFinite));
  const sorted = sortedFinite(values);
  const min = sorted[0];
  if (min === undefined) return [];
  return ascending(rawBreaks(sorted, rule, options.nice ?? false)).filter((value) => value > min);
}

/**
 * Breaks for deviations, mirrored around 0, so that equal distances from 0 get equally strong colours. An odd count
 * has a class around 0, an even count a break at 0. The two sides always have the same number of classes, even if
 * one of them is empty. For `own`, the distances of the given breaks from 0 are mirrored.
 */
export function divergingBreaks(
  values: ArrayLike<number>,
  rule: ClassRule,
  options: { readonly nice?: boolean } = {},
): number[] {
  if (!(rule.count >= 1)) throw new Error(`invalid class count: ${rule.count}`);
  const odd = rule.count % 2 === 1;
  const positive = distances(values, rule, odd, options.nice ?? false).filter((value) => value > 0);
  const negative = positive.map((value) => -value).reverse();
  if (positive.length === 0) return odd || sortedFinite(values).length === 0 ? [] : [0];
  return odd ? [...negative, ...positive] : [...negative, 0, ...positive];
}

/** Class of a value, 0…breaks.length; −1 for a value that is not a number. */
export function classOf(value: number, breaks: readonly number[]): number {
  if (Number.isNaN(value)) return -1;
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Stands in `classesOf` for "no class". */
export const noClass = 255;

/** Class of every value; `noClass` where there is none. */
export function classesOf(values: ArrayLike<number>, breaks: readonly number[]): Uint8Array {
  return Uint8Array.from(values, (value) => {
    const position = classOf(value, breaks);
    return position < 0 ? noClass : position;
  });
}

/** How many values fall in each class: `breaks.length + 1` counts. */
export function classCounts(values: ArrayLike<number>, breaks: readonly number[]): number[] {
  const counts = new Array<number>(breaks.length + 1).fill(0);
  for (let i = 0; i < values.length; i++) {
    const position = classOf(values[i] ?? Number.NaN, breaks);
    if (position >= 0) counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
}

function rawBreaks(sorted: Float64Array, rule: ClassRule, nice: boolean): number[] {
  switch (rule.method) {
    case 'quantile':
      return cuts(rule.count).map((k) => sorted[Math.round((k * sorted.length) / rule.count)] ?? Number.NaN);
    case 'equal':
      return equalBreaks(sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN, rule.count, nice);
    case 'jenks': {
      const distinct = new Set(sorted).size;
      const clusters = ckmeans(Array.from(sorted), Math.min(rule.count, distinct));
      return clusters.slice(1).map((cluster) => cluster[0] ?? Number.NaN);
    }
    case 'own':
      return [...rule.own];
    default:
      throw new Error(`invalid class method: ${rule.method satisfies never}`);
  }
}

function equalBreaks(min: number, max: number, count: number, nice: boolean): number[] {
  if (!(max > min)) return [];
  if (!nice) return cuts(count).map((k) => min + ((max - min) * k) / count);
  const { numerator, denominator } = niceStep((max - min) / count);
  const breaks: number[] = [];
  // Multiplying whole numbers before dividing keeps 0.3 from becoming 0.30000000000000004.
  for (let k = Math.floor((min * denominator) / numerator) + 1; ; k++) {
    const value = (k * numerator) / denominator;
    if (value >= max) return breaks;
    breaks.push(value);
  }
}

/** The step nearest to `wanted` among 1, 2, 2.5 and 5 times a power of ten, as a fraction of whole numbers. */
function niceStep(wanted: number): { numerator: number; denominator: number } {
  const exponent = Math.floor(Math.log10(wanted));
  const steps = [10, 20, 25, 50, 100];
  const distance = (step: number) => Math.abs(Math.log((step * 10 ** (exponent - 1)) / wanted));
  const mantissa = steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
  const power = exponent - 1;
  return power >= 0
    ? { numerator: mantissa * 10 ** power, denominator: 1 }
    : { numerator: mantissa, denominator: 10 ** -power };
}

function distances(values: ArrayLike<number>, rule: ClassRule, odd: boolean, nice: boolean): number[] {
  if (rule.method === 'own') return ascending(rule.own.filter(Number.isFinite).map(Math.abs));
  const sorted = sortedFinite(Float64Array.from(values, (value) => Math.abs(value)));
  const max = sorted.at(-1);
  if (max === undefined) return [];
  const half = Math.floor(rule.count / 2);
  if (rule.method === 'equal') {
    // The class around 0 of an odd count reaches to both sides: half a step on each.
    const step = (2 * max) / rule.count;
    const rounded = nice && step > 0 ? niceStep(step) : null;
    const width = rounded ? rounded.numerator / rounded.denominator : step;
    const first = odd ? width / 2 : width;
    const wanted = odd ? half : half - 1;
    return Array.from({ length: wanted }, (_, k) => first + k * width).filter((value) => value < max);
  }
  const parts = odd ? half + 1 : half;
  const breaks = ascending(rawBreaks(sorted, { ...rule, count: parts }, nice));
  // Half-way between two distances no value lies on a break, and −v falls as far from the middle class as v does.
  return breaks.map((value) => {
    const below = sorted[lowerBound(sorted, value) - 1];
    return below === undefined ? 0 : (below + value) / 2;
  });
}

function cuts(count: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor(count) - 1) }, (_, k) => k + 1);
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].filter(Number.isFinite).sort((a, b) => a - b);
}

function sortedFinite(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter(Number.isFinite).sort();
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
