import { indicatorValues } from '#model/aggregate.ts';
import { levelFor } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import { bivariateMoran } from '#stats/indices/autocorrelation/bivariate-moran.ts';
import { getisOrd } from '#stats/indices/autocorrelation/getis-ord.ts';
import { localMoran } from '#stats/indices/autocorrelation/local-moran.ts';
import { sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { moranScatter } from '#stats/indices/autocorrelation/moran-scatter.ts';
import { beginBivariateMoranTest } from '#stats/inference/bivariate-moran-permutation.ts';
import type { ConditionalTest } from '#stats/inference/conditional-test.ts';
import { benjaminiHochberg } from '#stats/inference/false-discovery.ts';
import { beginLocalGetisOrdTest } from '#stats/inference/local-getis-ord-permutation.ts';
import {
  beginLocalBivariateMoranTest,
  beginLocalMoranTest,
} from '#stats/inference/local-moran-permutation.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import { islandsOf, type SparseMatrix } from '#stats/weights/sparse.ts';
import { clusters, type LocalAnswer, type LocalRequest, type Reason } from './answer.ts';
import { valuesAt } from './geography.ts';
import { measuredFor } from './measure.ts';
import { createMeasureCache, type MeasureCache } from './measureCache.ts';
import { nearOf } from './measuredAt.ts';
import { type StagedStepper, staged } from './stages.ts';

/** Areas with a p value up to this are drawn as clusters. */
export const clusterLevel = 0.05;

/**
 * Local patterns of a measurement [lokale Muster einer Messung], begun.
 *
 * Which areas of high or low share lie among their like, which stand out from their neighbours, and where high or low
 * shares gather more than chance would have it.
 *
 * Local Moran's I and G*_i of the shares x_i/(x_i + y_i), over the areas, counts and neighbours that `measure` uses. With
 * `second` bivariate: the share here, that indicator next door; areas without it are excluded. Each area is tested by
 * permutations in which it keeps its value and its neighbours get those of others (two-sided); where `discovery` is set
 * p is that of Benjamini & Hochberg over all areas. A cluster has p ≤ 0.05.
 *
 * @param request `permutations` draws from `seed`; with hundreds of areas and `discovery` 9,999 are better than 999.
 * @returns a stepper in stages: the whole map, the clusters, the concentrations; of what is not finished (`drawn`) p means
 * nothing yet. Arrays over the areas of the level, NaN where excluded, p also on islands. `lag` is the weighted
 * mean of the neighbours, z their values in standard deviations. `hotspot` z values of the own share, also bivariate.
 * NaN: everything where no share differs. Refusals as `measure`; `no-geometry`; `no-figures` also for an indicator that
 * is not known at this level in this year.
 * @throws as `beginLocalMoranTest`, and `invalid level: …`.
 * Cost: see `beginLocalMoranTest`: all areas share the draws.
 * Source: Anselin 1995; Ord & Getis 1995; Benjamini & Hochberg 1995.
 * @example finish(beginLocal(study, { …, second: null, permutations: 9999, seed: 1, discovery: true })).cluster
 */
export function beginLocal(
  study: Study,
  request: LocalRequest,
  cache: MeasureCache = createMeasureCache(),
): StagedStepper<LocalAnswer> {
  const one = measuredFor(study, request, cache);
  if ('refusal' in one) return staged([], () => refused(study, request, one.refusal));
  const { level, located } = one;
  const near = nearOf(one, request);
  const weights = near?.context.weights;
  if (!located || !near || !weights) return staged([], () => refused(study, request, 'no-geometry'));
  const { positions } = located;
  const second = secondOf(study, request, level.id, positions);
  if (second === null) return staged([], () => refused(study, request, 'no-figures'));

  const { groupSum, referenceSum, size } = near.table;
  // Shares of a missing group are all alike: everything is then undefined.
  const shares = groupSum > 0 && referenceSum > 0 ? sharesOf(near.table) : new Float64Array(size);
  const own = second ? shares.map((share, i) => (Number.isNaN(second[i]!) ? NaN : share)) : shares;
  const options = { permutations: request.permutations, seed: request.seed };
  const moranTest = second
    ? beginLocalBivariateMoranTest(own, second, weights, options)
    : beginLocalMoranTest(own, weights, options);
  const hotspotTest = beginLocalGetisOrdTest(own, weights, options);
  const globalTest = second
    ? beginBivariateMoranTest(own, second, weights, options)
    : beginMoranTest(own, weights, options);

  const local = second ? bivariateMoran(own, second, weights).local : localMoran(own, weights);
  const scatter = moranScatter(own, weights);
  // Bivariate: what the neighbours have of the second, over the areas that have both.
  const around = second
    ? moranScatter(
        second.map((value, i) => (Number.isNaN(own[i]!) ? NaN : value)),
        weights,
      )
    : scatter;
  const hotspots = getisOrd(own, weights).z;
  const islands = islandsAmong(weights, own);
  const spread = (values: Float64Array): Float64Array => {
    const all = new Float64Array(level.keys.length).fill(NaN);
    for (let i = 0; i < size; i++) all[positions[i]!] = values[i]!;
    return all;
  };
  const stages = [globalTest, moranTest, hotspotTest].map((stepper) => ({ stepper, until: stepper.total }));
  return staged(stages, () => {
    const p = probabilities(moranTest.result(), request.discovery);
    const { value, expected, p: globalP } = globalTest.result();
    const codes = new Uint8Array(level.keys.length).fill(clusters.indexOf('excluded'));
    for (let i = 0; i < size; i++) {
      if (Number.isNaN(own[i]!)) continue;
      const isCluster = p[i]! <= clusterLevel;
      codes[positions[i]!] = islands[i]
        ? clusters.indexOf('island')
        : isCluster
          ? local.quadrants[i]!
          : clusters.indexOf('none');
    }
    return {
      request,
      refusal: null,
      level: level.id,
      z: spread(scatter.z),
      lag: spread(around.lag),
      moran: spread(local.values),
      p: spread(p),
      cluster: codes,
      hotspot: spread(hotspots),
      hotspotP: spread(probabilities(hotspotTest.result(), request.discovery)),
      global: { value, expected, p: globalP },
      drawn: { clusters: moranTest.done, hotspots: hotspotTest.done },
    };
  });
}

/** The second indicator at the used areas; undefined where none is asked for, null where it is not known. */
function secondOf(
  study: Study,
  { second, year }: LocalRequest,
  level: string,
  positions: Int32Array,
): Float64Array | undefined | null {
  if (second === null) return undefined;
  if (!study.indicators.some(({ id }) => id === second)) return null;
  const found = indicatorValues(study, level, second, year);
  return found && valuesAt(found.values, positions);
}

/** Units with a value none of whose neighbours has one. */
function islandsAmong(weights: SparseMatrix, values: Float64Array): Uint8Array {
  const flags = new Uint8Array(values.length);
  for (const i of islandsOf(weights)) flags[i] = 1;
  for (let i = 0; i < values.length; i++) {
    let known = 0;
    for (let k = weights.offsets[i]!; k < weights.offsets[i + 1]!; k++) {
      if (!Number.isNaN(values[weights.neighbours[k]!]!)) known++;
    }
    if (known === 0) flags[i] = 1;
  }
  return flags;
}

function probabilities({ twoSidedP }: ConditionalTest, discovery: boolean): Float64Array {
  return discovery ? benjaminiHochberg(twoSidedP, clusterLevel).adjusted : twoSidedP;
}

function refused(study: Study, request: LocalRequest, refusal: Reason): LocalAnswer {
  const level = levelFor(study, request.family, request.year);
  if (!level) throw new Error(`invalid level: ${request.family}`);
  const areas = level.keys.length;
  const unknown = () => new Float64Array(areas).fill(NaN);
  return {
    request,
    refusal,
    level: level.id,
    z: unknown(),
    lag: unknown(),
    moran: unknown(),
    p: unknown(),
    cluster: new Uint8Array(areas).fill(clusters.indexOf('excluded')),
    hotspot: unknown(),
    hotspotP: unknown(),
    global: { value: NaN, expected: NaN, p: NaN },
    drawn: { clusters: 0, hotspots: 0 },
  };
}
