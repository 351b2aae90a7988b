import { shuffle } from '../numeric/random.ts';
import type { PairedLinks } from '../weights/paired-links.ts';

/** Permutations that run through the links together: one reading of the links serves all of them. */
export const lanes = 4;

/**
 * The quadratic form sum over pairs of q_ij z_i z_j of a column of values, as it is and permuted.
 *
 * @param links q_ij per pair of units. @param values z, one per unit.
 * Cost: per permutation linear in units and pairs; 8 n bytes per permutation run together.
 */
export function permutedForm(
  links: PairedLinks,
  values: Float64Array,
  seed: number,
): {
  /** The form of the values in their own order. */
  readonly value: number;
  /** The forms of permutations `first` … `first + count − 1`, count ≤ lanes. */
  simulate(first: number, count: number, into: Float64Array): void;
} {
  const scratch = Array.from({ length: lanes }, () => values.slice());
  const laneValues = new Float64Array(values.length * lanes);
  const forms = new Float64Array(lanes);
  const starts = links.neighbours.map((j) => j * lanes);
  const evaluate = (): void => {
    sideBySide(scratch, laneValues);
    formsOf(links, starts, laneValues, forms);
  };
  evaluate();
  return {
    value: forms[0]!,
    simulate(first, count, into) {
      for (let lane = 0; lane < count; lane++) {
        scratch[lane]!.set(values);
        shuffle(scratch[lane]!, seed, first + lane);
      }
      evaluate();
      for (let lane = 0; lane < count; lane++) into[lane] = forms[lane]!;
    },
  };
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

/** The form of each of the lanes; their values lie side by side, `starts` says where those of each partner begin. */
function formsOf(links: PairedLinks, starts: Int32Array, values: Float64Array, forms: Float64Array): void {
  const { size, offsets, weights } = links;
  let form0 = 0;
  let form1 = 0;
  let form2 = 0;
  let form3 = 0;
  for (let i = 0, at = 0, k = 0; i < size; i++, at += lanes) {
    let lag0 = 0;
    let lag1 = 0;
    let lag2 = 0;
    let lag3 = 0;
    for (const end = offsets[i + 1]!; k < end; k++) {
      const weight = weights[k]!;
      const j = starts[k]!;
      lag0 += weight * values[j]!;
      lag1 += weight * values[j + 1]!;
      lag2 += weight * values[j + 2]!;
      lag3 += weight * values[j + 3]!;
    }
    form0 += values[at]! * lag0;
    form1 += values[at + 1]! * lag1;
    form2 += values[at + 2]! * lag2;
    form3 += values[at + 3]! * lag3;
  }
  forms[0] = form0;
  forms[1] = form1;
  forms[2] = form2;
  forms[3] = form3;
}
