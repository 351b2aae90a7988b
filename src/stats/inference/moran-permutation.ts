import { knownValues } from '../indices/autocorrelation/known-values.ts';
import { expectedMoran } from '../indices/autocorrelation/moran.ts';
import { shuffle } from '../numeric/random.ts';
import { type PairedLinks, pairedLinks } from '../weights/paired-links.ts';
import type { SparseMatrix } from '../weights/sparse.ts';
import { checkedStep, type Stepper } from './stepper.ts';

export interface PermutationOptions {
  /** Number of random permutations, e.g. 999. */
  readonly permutations: number;
  readonly seed: number;
}

export interface MoranTest {
  readonly value: number;
  /** −1/(n − 1). */
  readonly expected: number;
  /** Pseudo p value, one-sided on the side of the value; NaN before the first permutation or if I is NaN. */
  readonly p: number;
  /** Mean and standard deviation of the permuted values, and (value − mean)/sd. */
  readonly mean: number;
  readonly sd: number;
  readonly z: number;
  /** Permutations done. */
  readonly permutations: number;
  /** I of every permutation done. */
  readonly simulated: Float64Array;
  /** Units with a value, and those of them without neighbours. */
  readonly units: number;
  readonly islands: number;
}

/** Permutations that run through the links together: one reading of the links serves all of them. */
const lanes = 4;

/**
 * Permutation test of Moran's I [Permutationstest], begun.
 *
 * How often values thrown at random onto the areas would lie as much together as the real ones do.
 *
 * p = (r + 1)/(m + 1); m permutations, r of them with I* ≥ I or with I* ≤ I, whichever is fewer.
 *
 * @param values one per unit, NaN = missing (left out). @param weights over the same units.
 * @returns a stepper; p lies in 1/(m + 1) … about 1/2, small = not by chance.
 * Everything NaN where I is NaN (see `moran`).
 * @throws `invalid permutations: …`, `invalid length: …`, `invalid seed: …`.
 * Cost: per permutation linear in the number of links; 8 n bytes per permutation run together.
 * Source: Cliff & Ord 1981; Davison & Hinkley 1997, 4.11, for the + 1. As `p_sim` of esda; spdep's moran.mc is
 * one-sided to the chosen side.
 * @example finish(beginMoranTest(values, weights, { permutations: 999, seed: 1 })).p
 */
export function beginMoranTest(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  { permutations, seed }: PermutationOptions,
): Stepper<MoranTest> {
  if (!(Number.isInteger(permutations) && permutations >= 0)) {
    throw new Error(`invalid permutations: ${permutations}`);
  }
  if (!Number.isFinite(seed)) throw new Error(`invalid seed: ${seed}`);
  const known = knownValues([values], weights);
  const simulated = new Float64Array(permutations);
  let done = 0;
  if (!known) {
    return {
      total: permutations,
      get done() {
        return done;
      },
      step(count) {
        done = Math.min(permutations, done + checkedStep(count));
      },
      result: () => undefinedTest(done),
    };
  }
  const links = pairedLinks(known.matrix);
  const deviations = known.deviations[0]!;
  const n = deviations.length;
  let squares = 0;
  for (const z of deviations) squares += z * z;
  const scale = links.weightSum === 0 ? NaN : n / links.weightSum / squares;
  const scratch = Array.from({ length: lanes }, () => new Float64Array(n));
  const laneValues = new Float64Array(n * lanes);
  const products = new Float64Array(lanes);

  const run = (first: number, count: number, shuffled: boolean): void => {
    for (let lane = 0; lane < count; lane++) {
      scratch[lane]!.set(deviations);
      if (shuffled) shuffle(scratch[lane]!, seed, first + lane);
    }
    sideBySide(scratch, laneValues);
    crossProducts(links, laneValues, products);
  };

  run(0, 1, false);
  const value = scale * products[0]!;

  return {
    total: permutations,
    get done() {
      return done;
    },
    step(count) {
      const end = Math.min(permutations, done + checkedStep(count));
      while (done < end) {
        const portion = Math.min(lanes, end - done);
        run(done, portion, true);
        for (let lane = 0; lane < portion; lane++) simulated[done + lane] = scale * products[lane]!;
        done += portion;
      }
    },
    result() {
      const drawn = simulated.slice(0, done);
      const { mean, sd } = meanAndDeviation(drawn);
      return {
        value,
        expected: expectedMoran(n),
        p: pseudoProbability(value, drawn),
        mean,
        sd,
        z: (value - mean) / sd,
        permutations: done,
        simulated: drawn,
        units: n,
        islands: links.islands,
      };
    },
  };
}

/**
 * One-sided pseudo p value, (r + 1)/(m + 1), on the side of the value. Simulated values that equal the real one but
 * for rounding count as equal.
 */
export function pseudoProbability(value: number, simulated: Float64Array): number {
  if (simulated.length === 0 || Number.isNaN(value)) return NaN;
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  let above = 0;
  let below = 0;
  for (const draw of simulated) {
    if (draw >= value - slack) above++;
    if (draw <= value + slack) below++;
  }
  return (Math.min(above, below) + 1) / (simulated.length + 1);
}

/** The lanes' values of one unit next to each other: written in one go, since writing in strides is slow. */
function sideBySide(scratch: readonly Float64Array[], values: Float64Array): void {
  const [values0, values1, values2, values3] = scratch as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0, at = 0; i < values0.length; i++, at += lanes) {
    values[at] = values0[i]!;
    values[at + 1] = values1[i]!;
    values[at + 2] = values2[i]!;
    values[at + 3] = values3[i]!;
  }
}

/** sum w_ij z_i z_j for each of the lanes; their values lie side by side. */
function crossProducts(links: PairedLinks, values: Float64Array, products: Float64Array): void {
  const { size, offsets, neighbours, weights } = links;
  let product0 = 0;
  let product1 = 0;
  let product2 = 0;
  let product3 = 0;
  for (let i = 0; i < size; i++) {
    let lag0 = 0;
    let lag1 = 0;
    let lag2 = 0;
    let lag3 = 0;
    const end = offsets[i + 1]!;
    for (let k = offsets[i]!; k < end; k++) {
      const weight = weights[k]!;
      const j = neighbours[k]! * lanes;
      lag0 += weight * values[j]!;
      lag1 += weight * values[j + 1]!;
      lag2 += weight * values[j + 2]!;
      lag3 += weight * values[j + 3]!;
    }
    const at = i * lanes;
    product0 += values[at]! * lag0;
    product1 += values[at + 1]! * lag1;
    product2 += values[at + 2]! * lag2;
    product3 += values[at + 3]! * lag3;
  }
  products[0] = product0;
  products[1] = product1;
  products[2] = product2;
  products[3] = product3;
}

function meanAndDeviation(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

function undefinedTest(done: number): MoranTest {
  return {
    value: NaN,
    expected: NaN,
    p: NaN,
    mean: NaN,
    sd: NaN,
    z: NaN,
    permutations: done,
    simulated: new Float64Array(done).fill(NaN),
    units: 0,
    islands: 0,
  };
}
