import { gearyMoments } from '#stats/indices/autocorrelation/geary.ts';
import { getisOrd } from '#stats/indices/autocorrelation/getis-ord.ts';
import { localMoran, localMoranMoments } from '#stats/indices/autocorrelation/local-moran.ts';
import { moranMoments, sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import type { Adapter } from '../adapter.ts';
import type { Params } from '../case.ts';
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
    compute(input, { focal, params }) {
      const { shares, weights } = variableOf(input, focal, params);
      const { values, quadrants } = localMoran(shares, weights, { scale: scaleOf(params) });
      const quadrant = Array.from(quadrants, (code) => code || NaN);
      if (params.moments === undefined) return { Ii: values, quadrant };
      const model = String(params.moments).startsWith('total') ? 'total' : 'conditional';
      const { expected, variance, z, p } = localMoranMoments(shares, weights, model);
      return { Ii: values, quadrant, EIi: expected, VarIi: variance, Zi: z, p_two_sided: p };
    },
  },
  getisOrdAdapter('getis_ord_Gi', 'excluded'),
  getisOrdAdapter('getis_ord_Gi_star', 'included'),
];
