import { AliasTables } from './alias-tables.ts';
import { binomialDraw } from './binomial-draw.ts';
import { poissonChances, poissonDraw } from './poisson-draw.ts';
import { type Random, randomStream } from './random.ts';
import { bestShortfall } from './shortfall.ts';

/** A distribution that has been prepared, to be drawn from many times. */
export interface MultinomialSampler {
  /** Writes a draw; its sum is the number of trials. */
  draw(random: Random, into: Float64Array): void;
}

/** Up to this mean cells are drawn from tables, which the cells of equal mean share. */
const tabulated = 1024;
/** Cost of a draw from a table and by rejection, in units of the cost of putting one person. */
const tableCost = 0.6;
const rejectionCost = 5;
const block = 1024;

/**
 * Draws from the multinomial distribution [Multinomialverteilung]: n persons fall into cells with chances p_i.
 *
 * Exact, and made for very many cells. Independent Poisson counts with means m p_i, given their sum S, are
 * multinomial(S, p). With m somewhat below n the sum is mostly at most n: the n − S persons missing are then put into
 * cells one by one, which makes multinomial(n, p) whatever S was; if S > n, all is drawn again, which is allowed since
 * the result does not depend on S. Poisson counts come from alias tables (cells of equal mean share one), large
 * means by rejection. Where persons are few against cells, or cells few against persons, it works the same or by
 * conditional binomials.
 *
 * @param weights of the cells, ≥ 0, up to a common factor. @param trials n, a whole number ≥ 0.
 * @throws `invalid trials: …`, `invalid weight: … at …`, `invalid weights: 0` if all are 0 and n > 0.
 * Cost: one random word and two looks into memory per cell, √n persons put singly; 20 bytes per cell and at most
 * some 8 MB of tables.
 * Source: Devroye 1986, Non-Uniform Random Variate Generation, XI.1 (Poisson and multinomial); the correction follows
 * from the multinomial's additivity in n.
 * @example multinomialSampler([1, 1, 2], 8).draw(randomStream(1), new Float64Array(3)) // e.g. 3, 1, 4
 */
export function multinomialSampler(weights: ArrayLike<number>, trials: number): MultinomialSampler {
  if (!(Number.isInteger(trials) && trials >= 0)) throw new Error(`invalid trials: ${trials}`);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) throw new Error(`invalid weight: ${weight} at ${i}`);
    sum += weight;
  }
  if (trials === 0) return { draw: (_, into) => void into.fill(0) };
  if (!(sum > 0)) throw new Error('invalid weights: 0');
  return weights.length * 10 < Math.sqrt(trials)
    ? conditionalBinomials(weights, trials)
    : poissonised(weights, sum, trials);
}

function conditionalBinomials(weights: ArrayLike<number>, trials: number): MultinomialSampler {
  const cells = weights.length;
  const chances = new Float64Array(cells);
  for (let i = cells - 1, rest = 0; i >= 0; i--) {
    rest += weights[i]!;
    chances[i] = rest > 0 ? Math.min(1, weights[i]! / rest) : 0;
  }
  return {
    draw(random, into) {
      let left = trials;
      for (let i = 0; i < cells; i++) {
        const count = left > 0 ? binomialDraw(random, left, chances[i]!) : 0;
        into[i] = count;
        left -= count;
      }
    },
  };
}

/** A cell without a table: its mean is 0, or too large for one. */
const without = -1;

function poissonised(weights: ArrayLike<number>, sum: number, trials: number): MultinomialSampler {
  const cells = weights.length;
  const margin = bestShortfall(Math.sqrt(trials), costOf(weights, sum, trials));
  const factor = Math.max(0, trials - margin * Math.sqrt(trials)) / sum;
  const tables = new AliasTables();
  const { step, keys } = tableKeys(weights, sum, trials);
  const kinds = new Int32Array(cells);
  const known = new Map<number, number>();
  const remainder = new Float64Array(cells);
  const largeCells: number[] = [];
  let remainderSum = 0;
  for (let i = 0; i < cells; i++) {
    const weight = weights[i]!;
    const key = keys[i]!;
    if (weight * factor > tabulated) {
      kinds[i] = without;
      largeCells.push(i);
      continue;
    }
    remainder[i] = Math.max(0, weight - key * step) * factor;
    remainderSum += remainder[i]!;
    if (key === 0 || factor === 0) {
      kinds[i] = without;
      continue;
    }
    let id = known.get(key);
    if (id === undefined) {
      const { first, chances } = poissonChances(key * step * factor);
      id = tables.add(first, chances);
      known.set(key, id);
    }
    kinds[i] = id;
  }
  const persons = new AliasTables();
  const all = placing(persons, weights);
  const rest = remainderSum > 0 ? placing(persons, remainder) : null;
  const words = new Uint32Array(Math.min(block, cells));

  const attempt = (random: Random, into: Float64Array): number => {
    let placed = 0;
    for (let start = 0; start < cells; start += block) {
      const end = Math.min(cells, start + block);
      random.fill(words);
      placed += tables.drawMany(kinds, start, end, words, random, into);
    }
    for (const i of largeCells) {
      const count = poissonDraw(random, weights[i]! * factor);
      into[i] = count;
      placed += count;
    }
    if (rest) {
      const further = poissonDraw(random, remainderSum);
      for (let k = 0; k < further; k++) into[rest(random)]!++;
      placed += further;
    }
    return placed;
  };

  return {
    draw(random, into) {
      let placed = attempt(random, into);
      while (placed > trials) placed = attempt(random, into);
      for (; placed < trials; placed++) into[all(random)]!++;
    },
  };
}

function costOf(weights: ArrayLike<number>, sum: number, trials: number): number {
  let cost = 0;
  for (let i = 0; i < weights.length; i++) {
    cost += (weights[i]! / sum) * trials > tabulated ? rejectionCost : tableCost;
  }
  return cost;
}

/**
 * Which table a cell uses: tables stand for `key * step`. Where weights repeat, each has its own table; where nearly
 * all differ (estimated counts), a cell uses that of the next lower whole mean, and what it lacks is drawn for all
 * cells together.
 */
function tableKeys(
  weights: ArrayLike<number>,
  sum: number,
  trials: number,
): { readonly step: number; readonly keys: Float64Array } {
  const distinct = new Set<number>();
  for (let i = 0; i < weights.length; i++) distinct.add(weights[i]!);
  const keys = Float64Array.from(weights);
  if (distinct.size <= Math.max(256, weights.length / 16)) return { step: 1, keys };
  const step = sum / trials;
  for (let i = 0; i < keys.length; i++) {
    const mean = keys[i]! / step;
    // whole counts stay whole: their mean is off by rounding alone
    const nearest = Math.round(mean);
    keys[i] = Math.abs(mean - nearest) < 1e-9 ? nearest : Math.floor(mean);
  }
  return { step, keys };
}

/** Draws a cell with a chance in proportion to its weight; tables of at most 2^20 cells, chosen by a table above. */
function placing(tables: AliasTables, weights: ArrayLike<number>): (random: Random) => number {
  const cells = weights.length;
  const part = 1 << 20;
  const ids: number[] = [];
  const sums: number[] = [];
  for (let start = 0; start < cells; start += part) {
    const own = Float64Array.from({ length: Math.min(part, cells - start) }, (_, i) => weights[start + i]!);
    let partSum = 0;
    for (const weight of own) partSum += weight;
    sums.push(partSum);
    ids.push(partSum > 0 ? tables.add(start, own) : -1);
  }
  if (ids.length === 1) {
    const only = ids[0]!;
    return (random) => tables.draw(only, random);
  }
  const parts = tables.add(0, sums);
  return (random) => tables.draw(ids[tables.draw(parts, random)]!, random);
}

/** One draw from stream (seed, stream); for repeated draws prepare a `multinomialSampler`. */
export function multinomialDraw(
  weights: ArrayLike<number>,
  trials: number,
  seed: number,
  stream = 0,
): Float64Array {
  const into = new Float64Array(weights.length);
  multinomialSampler(weights, trials).draw(randomStream(seed, stream), into);
  return into;
}
