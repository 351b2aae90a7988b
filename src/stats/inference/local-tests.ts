import { getisOrdSpec } from '../indices/autocorrelation/getis-ord.ts';
import { localMoran, localMoranSpec } from '../indices/autocorrelation/local-moran.ts';
import type { IndexSpec, LocalTwoGroupSpec } from '../spec.ts';
import type { SparseMatrix } from '../weights/sparse.ts';
import type { ConditionalOptions, ConditionalTest } from './conditional-test.ts';
import { beginLocalGetisOrdTest } from './local-getis-ord-permutation.ts';
import { beginLocalMoranTest } from './local-moran-permutation.ts';
import type { Stepper } from './stepper.ts';

/** How the units of a local index are tested one by one. */
export interface LocalTest {
  readonly spec: LocalTwoGroupSpec;
  /** @param values the share of the group per unit, NaN = missing. */
  begin(values: Float64Array, weights: SparseMatrix, options: ConditionalOptions): Stepper<ConditionalTest>;
  /** Codes of `quadrants` per unit, where the index tells units by their surroundings. */
  readonly quadrants?: (values: Float64Array, weights: SparseMatrix) => Uint8Array;
}

/** Every test of single units there is. */
export const localTests: readonly LocalTest[] = [
  {
    spec: localMoranSpec,
    begin: beginLocalMoranTest,
    quadrants: (values, weights) => localMoran(values, weights).quadrants,
  },
  { spec: getisOrdSpec, begin: beginLocalGetisOrdTest },
];

/** The test of an index, undefined where it has none. */
export function localTestOf(spec: IndexSpec): LocalTest | undefined {
  return localTests.find((test) => test.spec === spec);
}
