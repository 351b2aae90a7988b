import {
  absoluteCentralization,
  type CentralizationOptions,
} from '#stats/indices/centralization/absolute-centralization.ts';
import { centralShare } from '#stats/indices/centralization/central-share.ts';
import {
  localRelativeCentralization,
  type Neighbourhoods,
} from '#stats/indices/centralization/local-relative-centralization.ts';
import {
  duncanCentralization,
  relativeCentralization,
} from '#stats/indices/centralization/relative-centralization.ts';
import type { Centre } from '#stats/indices/centralization/rings.ts';
import { absoluteConcentration } from '#stats/indices/concentration/absolute-concentration.ts';
import { delta } from '#stats/indices/concentration/delta.ts';
import { profileIndexOnGrid } from '#stats/indices/concentration/profile-index.ts';
import { relativeConcentration } from '#stats/indices/concentration/relative-concentration.ts';
import { biasCorrectedDissimilarity } from '#stats/indices/evenness/bias-corrected-dissimilarity.ts';
import { densityCorrectedDissimilarity } from '#stats/indices/evenness/density-corrected-dissimilarity.ts';
import { modifiedDissimilarity } from '#stats/indices/evenness/modified-dissimilarity.ts';
import { modifiedGini } from '#stats/indices/evenness/modified-gini.ts';
import type { Places } from '#stats/spec.ts';
import { type Adapter, type Comparison, meanAllowance, type StochasticAdapter } from '../adapter.ts';
import type { Entry, Params, StochasticEntry } from '../case.ts';
import type { OracleInput } from '../input.ts';

interface Pair {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function pairOf(input: OracleInput, { focal, params }: Entry | StochasticEntry): Pair {
  const { group, reference } = input.two(focal, params);
  return { x: group, y: reference };
}

function emptyUnitsOf(params: Params): 'keep' | 'drop' {
  return params.empty_units === 'dropped' ? 'drop' : 'keep';
}

/** `params.xy`, or the mean that `params.center` names. */
function centreOf(params: Params): Centre {
  const point = params.xy as readonly [number, number] | null | undefined;
  if (point) return point;
  const named = String(params.center ?? 'mean');
  if (named === 'mean') return 'mean';
  if (named.startsWith('population')) return 'population-weighted';
  throw new Error(`unknown centre ${named}`);
}

function centralizationOptions(params: Params): CentralizationOptions {
  return { centre: centreOf(params), emptyUnits: emptyUnitsOf(params) };
}

/** `nearest floor(n/10) units`: with another divisor or a number just as well. */
function centralUnits(params: Params, units: number): number | undefined {
  const words = params.central_city;
  if (words === undefined || words === null) return undefined;
  const [, divisor] = /floor\(n\s*\/\s*(\d+)\)/.exec(String(words)) ?? [];
  if (divisor) return Math.floor(units / Number(divisor));
  const [, number] = /^(?:nearest )?(\d+)(?: units)?$/.exec(String(words)) ?? [];
  if (number) return Number(number);
  throw new Error(`unknown central city ${String(words)}`);
}

/** The k nearest other units of every unit; among equally near ones those stored first. */
function nearest({ x, y }: Places, k: number): Neighbourhoods {
  const lists = Array.from(x, (_, i) => {
    const distances = Array.from(x, (east, j) => Math.hypot(east - x[i]!, y[j]! - y[i]!));
    return Array.from(distances, (_, j) => j)
      .filter((j) => j !== i)
      .sort((a, b) => distances[a]! - distances[b]! || a - b)
      .slice(0, k);
  });
  const offsets = [0];
  for (const list of lists) offsets.push(offsets.at(-1)! + list.length);
  return { offsets, neighbours: lists.flat() };
}

/** Indices of concentration and centralization, and evenness corrected for small units. */
export const concentrationAdapters: readonly Adapter[] = [
  {
    index: 'DEL',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return delta(x, y, input.spatial.areas, emptyUnitsOf(entry.params));
    },
  },
  {
    index: 'ACO',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return absoluteConcentration(x, y, input.spatial.areas);
    },
  },
  {
    index: 'RCO',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return relativeConcentration(x, y, input.spatial.areas);
    },
  },
  {
    index: 'ACE',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      const options = centralizationOptions(entry.params);
      return absoluteCentralization(x, y, input.spatial.areas, input.places, options);
    },
  },
  {
    index: 'RCE',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return relativeCentralization(x, y, input.places, centralizationOptions(entry.params));
    },
  },
  {
    index: 'ACE_duncan',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return duncanCentralization(x, y, input.places, centralizationOptions(entry.params));
    },
  },
  {
    index: 'PCC',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return centralShare(x, y, input.places, {
        centre: centreOf(entry.params),
        units: centralUnits(entry.params, x.length),
      });
    },
  },
  {
    index: 'local_RCE',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      const places = input.places;
      return localRelativeCentralization(x, y, places, nearest(places, Number(entry.params.k ?? 5)));
    },
  },
  {
    index: 'ConProf',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return profileIndexOnGrid(x, y, Number(entry.params.m ?? 1000));
    },
  },
  {
    index: 'D_density_corrected',
    compute(input, entry) {
      const { x, y } = pairOf(input, entry);
      return densityCorrectedDissimilarity(x, y);
    },
  },
];

/** Mean of several runs of a simulation of ours or another package. */
interface Runs {
  readonly mean: number;
  readonly sd_between_runs: number;
  readonly runs: number;
}

/** A run that always gives the same figure gives it but for rounding. */
const rounding = 1e-9;

function againstRuns(ours: number, ownRuns: number, value: unknown): readonly Comparison[] {
  const { mean, sd_between_runs, runs } = value as Runs;
  const allowed = meanAllowance(sd_between_runs, ownRuns, runs) + rounding;
  return [{ what: 'mean', ours, reference: mean, allowed }];
}

export const concentrationStochasticAdapters: readonly StochasticAdapter[] = [
  {
    index: 'D_bias_corrected',
    compare(input, entry) {
      const { x, y } = pairOf(input, entry);
      const replicates = Number(entry.params.B ?? 500);
      return againstRuns(biasCorrectedDissimilarity(x, y, { replicates, seed: 1 }), 1, entry.value);
    },
  },
  {
    index: 'D_modified',
    compare(input, entry) {
      const { x, y } = pairOf(input, entry);
      return againstRuns(modifiedDissimilarity(x, y), Infinity, entry.value);
    },
  },
  {
    index: 'G_modified',
    compare(input, entry) {
      const { x, y } = pairOf(input, entry);
      return againstRuns(modifiedGini(x, y), Infinity, entry.value);
    },
  },
];
