import { gearyMoments } from '#stats/indices/autocorrelation/geary.ts';
import { getisOrd } from '#stats/indices/autocorrelation/getis-ord.ts';
import { localMoran, localMoranMoments } from '#stats/indices/autocorrelation/local-moran.ts';
import { moranMoments, sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { beginGearyTest } from '#stats/inference/geary-permutation.ts';
import { beginLocalMoranTest } from '#stats/inference/local-moran-permutation.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import type { PermutationTest } from '#stats/inference/permutation-test.ts';
import { finish } from '#stats/inference/stepper.ts';
import { normalProbability } from '#stats/numeric/normal.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import {
  type Adapter,
  type Comparison,
  deviationAllowance,
  meanAllowance,
  probabilityAllowance,
  type StochasticAdapter,
} from '../adapter.ts';
import type { Params, StochasticEntry } from '../case.ts';
import type { OracleInput } from '../input.ts';

/** The share of the focal group and the weights; units without persons have share 0 unless the params drop them. */
function variableOf(
  input: OracleInput,
  focal: string | null,
  params: Params,
): { readonly shares: Float64Array; readonly weights: SparseMatrix } {
  const dropped = String(params.empty_units ?? '').startsWith('drop');
  return {
    shares: sharesOf(input.two(focal, params), dropped ? 'drop' : 'zero'),
    weights: input.neighbours(String(params.weights ?? 'queen, row-standardised')),
  };
}

const scaleOf = (params: Params): 'n' | 'n-1' => (String(params.scale ?? '').includes('n-1') ? 'n-1' : 'n');

function getisOrdAdapter(index: string, byDefault: 'included' | 'excluded'): Adapter {
  return {
    index,
    compute(input, { focal, params }) {
      const { shares, weights } = variableOf(input, focal, params);
      const text = String(params.weights);
      const self = /self (in|ex)cluded/.exec(text)?.[0].slice(5) ?? byDefault;
      return getisOrd(shares, weights, self === 'included' ? 'included' : 'excluded').z;
    },
  };
}

export const autocorrelationAdapters: readonly Adapter[] = [
  {
    index: 'moran',
    compute(input, { focal, params }) {
      const { shares, weights } = variableOf(input, focal, params);
      const { value, expected, randomisation, normality } = moranMoments(shares, weights);
      return {
        I: value,
        EI: expected,
        VI_rand: randomisation.variance,
        VI_norm: normality.variance,
        z_rand: randomisation.z,
        z_norm: normality.z,
        p_rand_two_sided: randomisation.p,
        p_norm_two_sided: normality.p,
      };
    },
  },
  {
    index: 'geary',
    compute(input, { focal, params, value: reference }) {
      const { shares, weights } = variableOf(input, focal, params);
      const { value, expected, randomisation, normality } = gearyMoments(shares, weights);
      return {
        C: value,
        EC: expected,
        VC_rand: randomisation.variance,
        VC_norm: normality.variance,
        z_rand: randomisation.z,
        z_norm: normality.z,
        p_rand_two_sided: randomisation.p,
        p_norm_two_sided: normality.p,
        // a remark, not a figure
        sign_of_z: (reference as Readonly<Record<string, unknown>>).sign_of_z,
      };
    },
  },
  {
    index: 'local_moran',
    compute(input, { focal, params, value: reference }) {
      const { shares, weights } = variableOf(input, focal, params);
      const { values, quadrants } = localMoran(shares, weights, {
        scale: scaleOf(params),
        islands: 'zero',
      });
      // where the share or its surroundings equal the mean, rounding alone decides on which side they lie
      const theirs = (reference as Readonly<Record<string, readonly number[] | undefined>>).quadrant;
      const quadrant = Array.from(quadrants, (code, i) =>
        Math.abs(values[i]!) < 1e-12 ? theirs?.[i] : code || NaN,
      );
      if (params.moments === undefined) return { Ii: values, quadrant };
      const model = String(params.moments).startsWith('total') ? 'total' : 'conditional';
      const { expected, variance, z, p } = localMoranMoments(shares, weights, model);
      return { Ii: values, quadrant, EIi: expected, VarIi: variance, Zi: z, p_two_sided: p };
    },
  },
  getisOrdAdapter('getis_ord_Gi', 'excluded'),
  getisOrdAdapter('getis_ord_Gi_star', 'included'),
];

const seed = 1;
/** Draws of our own. */
const usual = 9_999;

type Figures = Readonly<Record<string, number | readonly (number | null)[] | undefined>>;

/** Draws that are as uncertain as theirs and our usual ones together; more of ours leave what is allowed as it is. */
const together = (draws: number): number => 1 / (1 / draws + 1 / usual);

/** Mean, standard deviation and p of a permutation test of the whole map. */
function globalComparisons(ours: PermutationTest, { value, nsim = 9999 }: StochasticEntry): Comparison[] {
  const theirs = value as Readonly<Record<string, number | undefined>>;
  const compared: Comparison[] = [];
  const add = (what: string, figure: number, allowed: (reference: number) => number): void => {
    const reference = theirs[what];
    if (reference !== undefined)
      compared.push({ what, ours: figure, reference, allowed: allowed(reference) });
  };
  const sd = theirs.perm_sd ?? ours.sd;
  add('I', ours.value, (reference) => 1e-9 * Math.abs(reference) + 1e-10);
  add('C', ours.value, (reference) => 1e-9 * Math.abs(reference) + 1e-10);
  add('perm_mean', ours.mean, () => meanAllowance(sd, usual, nsim));
  add('perm_sd', ours.sd, (reference) => deviationAllowance(reference, nsim));
  const ofP = (p: number): number => probabilityAllowance(p, together(nsim));
  add('p_one_sided_greater', ours.upperP, ofP);
  add('p_sim_one_sided', ours.p, ofP);
  add('p_sim_two_sided', ours.twoSidedP, (p) => 2 * ofP(p / 2));
  return compared;
}

/**
 * Every unit of a conditional permutation test. Draws that equal the value fall on either side by rounding in the
 * packages, so p may be any value between counting all of them as larger and none. spdep draws with replacement.
 */
function localComparisons(input: OracleInput, entry: StochasticEntry, effort: number): Comparison[] {
  const own = effort * usual;
  const { focal, params, value, nsim = 9999 } = entry;
  const { shares, weights } = variableOf(input, focal, params);
  const scale = scaleOf(params);
  const theirs = value as Figures;
  const factor = scale === 'n' ? 1 : (shares.length - 1) / shares.length;
  const { values } = localMoran(shares, weights, { scale, islands: 'zero' });
  const { expected, variance } = localMoranMoments(shares, weights, 'conditional');
  const replacement = entry.source.package.includes('spdep') ? 'with' : 'without';
  const test = finish(beginLocalMoranTest(shares, weights, { permutations: own, seed, replacement }));
  const compared: Comparison[] = [];
  const add = (what: string, i: number, compare: (reference: number) => readonly [number, number]): void => {
    const reference = (theirs[what] as readonly (number | null)[] | undefined)?.[i];
    if (reference === undefined || reference === null || Number.isNaN(test.p[i]!)) return;
    const [ours, allowed] = compare(reference);
    compared.push({ what: `${what}/${i}`, ours, reference, allowed });
  };
  values.forEach((ours, i) => {
    const sd = factor * Math.sqrt(variance[i]!);
    const mean = factor * expected[i]!;
    const z = (ours - mean) / sd;
    const ofZ = 4 / Math.sqrt(nsim) + 0.1 * Math.abs(z);
    const smaller = Math.min(test.above[i]!, test.below[i]!);
    const equal = test.above[i]! + test.below[i]! - own;
    const fewest = (smaller - equal + 1) / (own + 1);
    const most = (Math.min(smaller, own / 2) + 1) / (own + 1);
    const nearest = (p: number): readonly [number, number] => [
      Math.min(most, Math.max(fewest, p)),
      probabilityAllowance(p, together(nsim)),
    ];
    add('Ii', i, (reference) => [ours, 1e-8 + 1e-7 * Math.abs(reference)]);
    add('perm_mean', i, () => [mean, meanAllowance(sd, usual, nsim)]);
    add('perm_sd', i, (reference) => [sd, deviationAllowance(reference, nsim)]);
    add('perm_var', i, (reference) => [sd * sd, 2 * deviationAllowance(reference, nsim)]);
    add('Zi', i, () => [z, ofZ]);
    add('z_sim', i, () => [z, ofZ]);
    add('p_two_sided_normal', i, () => {
      const [near, far] = [Math.max(0, Math.abs(z) - ofZ), Math.abs(z) + ofZ];
      const p = 2 * normalProbability(-Math.abs(z));
      return [p, Math.max(2 * normalProbability(-near) - p, p - 2 * normalProbability(-far))];
    });
    add('p_sim_one_sided', i, nearest);
    add('p_sim_folded', i, nearest);
    add(
      'p_sim_two_sided',
      i,
      (reference) => nearest(reference / 2).map((part) => 2 * part) as [number, number],
    );
  });
  return compared;
}

export const autocorrelationSimulations: readonly StochasticAdapter[] = [
  {
    index: 'moran_permutation',
    compare(input, entry, effort) {
      const { shares, weights } = variableOf(input, entry.focal, entry.params);
      const permutations = effort * usual;
      return globalComparisons(finish(beginMoranTest(shares, weights, { permutations, seed })), entry);
    },
  },
  {
    index: 'geary_permutation',
    compare(input, entry, effort) {
      const { shares, weights } = variableOf(input, entry.focal, entry.params);
      const permutations = effort * usual;
      return globalComparisons(finish(beginGearyTest(shares, weights, { permutations, seed })), entry);
    },
  },
  { index: 'local_moran_permutation', compare: localComparisons },
];
