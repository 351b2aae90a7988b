import { codedLabels } from '#stats/decomposition/labels.ts';
import { nestedDecompositionOf } from '#stats/decomposition/nested.ts';
import { adjacencyDissimilaritySpec } from '#stats/indices/clustering/adjacency-dissimilarity.ts';
import { dissimilaritySpec } from '#stats/indices/evenness/dissimilarity.ts';
import { type AllocationOptions, beginAllocationTest } from '#stats/inference/allocation-test.ts';
import { beginAreaPermutation } from '#stats/inference/area-permutation.ts';
import { type BootstrapStatistic, beginBootstrap } from '#stats/inference/bootstrap.ts';
import { type ChanceStatistic, chanceTestOf } from '#stats/inference/chance-test.ts';
import { mutualInformationStatistics, type Statistics, statisticsOf } from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import {
  type Comparison,
  deviationAllowance,
  meanAllowance,
  NotCovered,
  probabilityAllowance,
  type StochasticAdapter,
} from '../adapter.ts';
import type { Params, StochasticEntry } from '../case.ts';
import type { OracleInput } from '../input.ts';

const seed = 20240101;
/** What the packages' own rounding may do where nothing is left to chance. */
const rounding = 1e-9;

/** One figure of a reference bootstrap, whichever of the two shapes the file has. */
interface Figure {
  readonly label: string;
  readonly estimate: number;
  readonly se: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly bias: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** `{M: {est_bias_corrected, …}}`, `{est_bias_corrected, …}`, or columns `{stat: […], est: […], CI: [[low, high]]}`. */
function figuresOf(value: unknown): readonly Figure[] {
  const fields = value as Fields;
  if ('stat' in fields) {
    const listed = (key: string): readonly unknown[] => {
      const column = fields[key];
      return Array.isArray(column) ? column : column === undefined ? [] : [column];
    };
    const within = Object.keys(fields).find(
      (key) => !['stat', 'est', 'se', 'CI', 'bias'].includes(key) && Array.isArray(fields[key]),
    );
    return listed('stat').map((stat, i) => {
      const [low, high] = (listed('CI')[i] ?? []) as readonly number[];
      return {
        label: within ? `${String(listed(within)[i])} ${String(stat)}` : String(stat),
        estimate: listed('est')[i] as number,
        se: listed('se')[i] as number,
        low,
        high,
        bias: listed('bias')[i] as number | undefined,
      };
    });
  }
  const single = (label: string, figure: Fields): Figure => ({
    label,
    estimate: (figure.est_bias_corrected ?? figure.est ?? figure.mean) as number,
    se: (figure.se ?? figure.sd) as number,
    low: figure.ci_low as number | undefined,
    high: figure.ci_high as number | undefined,
    bias: figure.bias as number | undefined,
  });
  const nested = Object.entries(fields).filter(([, part]) => typeof part === 'object' && part !== null);
  return nested.length > 0
    ? nested.map(([label, part]) => single(label, part as Fields))
    : [single('', fields)];
}

const draws = (params: Params, entry: StochasticEntry): number =>
  Number(params.n_bootstrap ?? entry.nsim ?? params.nsim ?? 1000);

/** Columns of the units that `params.unit` names: the rows themselves, or a higher level of them. */
function unitColumns(input: OracleInput, params: Params): readonly Float64Array[] {
  const labels = typeof params.unit === 'string' ? input.labels(params.unit) : undefined;
  const columns = input.columns();
  if (!labels) return columns;
  const { codes, labels: names } = codedLabels(labels);
  return columns.map((column) => {
    const sums = new Float64Array(names.length);
    column.forEach((count, i) => {
      sums[codes[i]!]! += count;
    });
    return sums;
  });
}

/** M and H, of the whole or of what is within a higher level. */
function mutualStatistics(input: OracleInput, params: Params): Statistics {
  const toBase = typeof params.base === 'number' ? 1 / Math.log(params.base) : 1;
  const level = typeof params.within === 'string' ? input.labels(params.within) : undefined;
  const codes = level && codedLabels(level).codes;
  return {
    ids: ['M', 'H'],
    compute(table, into) {
      if (codes) {
        const step = nestedDecompositionOf(table, [codes]).steps[1]!;
        into[0] = step.M;
        into[1] = step.H;
      } else {
        mutualInformationStatistics.compute(table, into);
      }
      into[0]! *= toBase;
    },
  };
}

function compareBootstrap(
  figures: readonly Figure[],
  ours: (label: string) => BootstrapStatistic | undefined,
  reference: number,
): readonly Comparison[] {
  return figures.flatMap((figure) => {
    const own = ours(figure.label);
    if (!own) throw new Error(`no figure ${figure.label}`);
    const named = (what: string): string => `${figure.label} ${what}`.trim();
    const nearMean = (4 * figure.se) / Math.sqrt(reference) + rounding;
    const nearBound = 0.3 * figure.se * Math.sqrt(1000 / reference) + rounding;
    const all: Comparison[] = [
      {
        what: named('corrected'),
        ours: own.corrected,
        reference: figure.estimate,
        allowed: nearMean,
      },
      {
        what: named('se'),
        ours: own.se,
        reference: figure.se,
        allowed: deviationAllowance(figure.se, reference) + rounding,
      },
    ];
    if (figure.bias !== undefined)
      all.push({ what: named('bias'), ours: own.bias, reference: figure.bias, allowed: nearMean });
    if (figure.low !== undefined)
      all.push({ what: named('low'), ours: own.reflected.low, reference: figure.low, allowed: nearBound });
    if (figure.high !== undefined)
      all.push({ what: named('high'), ours: own.reflected.high, reference: figure.high, allowed: nearBound });
    return all;
  });
}

/** Own replicates: so many that our own noise takes little of what is allowed, but fewer for large tables. */
function ownReplicates(columns: readonly Float64Array[], most: number, effort: number): number {
  const cells = columns.length * columns[0]!.length;
  return effort * Math.max(1000, Math.min(most, Math.round(2.5e6 / cells)));
}

function bootstrapOf(
  columns: readonly Float64Array[],
  statistics: Statistics,
  params: Params,
  effort: number,
): ReadonlyMap<string, BootstrapStatistic> {
  const level = Number(params.CI ?? 0.95);
  const { statistics: found } = finish(
    beginBootstrap(columns, statistics, { replicates: ownReplicates(columns, 4000, effort), seed, level }),
  );
  return new Map(found.map((one) => [one.id, one]));
}

function chanceOf(
  columns: readonly Float64Array[],
  statistics: Statistics,
  effort: number,
  options: Partial<AllocationOptions>,
): readonly ChanceStatistic[] {
  const replicates = ownReplicates(columns, 2000, effort);
  return finish(beginAllocationTest(columns, statistics, { replicates, seed, ...options })).statistics;
}

function keepsMargins(entry: StochasticEntry): boolean {
  if (typeof entry.params.fixed_margins === 'boolean') return entry.params.fixed_margins;
  return !/fixed_margins\s*=\s*F/i.test(entry.source.function);
}

function compareExpected(
  figures: readonly Figure[],
  ours: readonly Pick<ChanceStatistic, 'id' | 'mean' | 'sd' | 'replicates'>[],
  reference: number,
): readonly Comparison[] {
  return figures.flatMap(({ label, estimate, se }) => {
    // `M under 0`; a single figure may have no name
    const own = ours.find(({ id }) => label.split(' ')[0] === id) ?? ours[0]!;
    return [
      {
        what: `${label} mean`.trim(),
        ours: own.mean,
        reference: estimate,
        allowed: meanAllowance(se, own.replicates, reference) + rounding,
      },
      {
        what: `${label} sd`.trim(),
        ours: own.sd,
        reference: se,
        allowed: deviationAllowance(se, reference) + rounding,
      },
    ];
  });
}

/** PySAL's null approaches by the margins that they keep. */
const allocations: Readonly<Record<string, Partial<AllocationOptions>>> = {
  person_permutation: { kept: 'both' },
  evenness: { kept: 'units' },
  systematic: { kept: 'groups' },
  even_permutation: { kept: 'units', shuffled: true },
  systematic_permutation: { kept: 'groups', shuffled: true },
};

function compareNull(
  columns: readonly Float64Array[],
  statistics: Statistics,
  entry: StochasticEntry,
  effort: number,
): readonly Comparison[] {
  const value = entry.value as Readonly<Record<string, number>>;
  const approach = String(entry.params.null ?? '');
  const simulations = Number(entry.nsim ?? value.nsim ?? 1000);
  const replicates = ownReplicates(columns, 3000, effort);
  let own: ChanceStatistic;
  if (approach === 'bootstrap') {
    const { replicates: drawn } = finish(
      beginBootstrap(columns, statistics, { replicates, seed, resampling: 'units' }),
    );
    // units drawn anew are set against 0, not against the value
    own = chanceTestOf({ ...drawn, values: Float64Array.of(0) }).statistics[0]!;
  } else if (approach === 'geographic_permutation' || approach === 'permutation') {
    own = finish(beginAreaPermutation(columns, statistics, { replicates, seed })).statistics[0]!;
    // this version of PySAL renumbers areas and neighbours alike: the value comes out every time
    if (Math.abs(value.null_sd ?? NaN) < rounding) own = { ...own, mean: own.value, sd: 0 };
  } else {
    const options = allocations[approach];
    if (!options) throw new NotCovered(`null approach ${approach}`);
    [own] = chanceOf(columns, statistics, effort, { ...options, replicates }) as [ChanceStatistic];
  }
  const sd = value.null_sd ?? NaN;
  const compared: Comparison[] = [];
  const compare = (what: string, ours: number, allowed: number): void => {
    if (value[what] !== undefined) compared.push({ what, ours, reference: value[what], allowed });
  };
  compare('statistic', own.value, rounding);
  compare('null_mean', own.mean, meanAllowance(sd, replicates, simulations) + rounding);
  compare('null_sd', own.sd, deviationAllowance(sd, simulations) + rounding);
  // nothing varies: the package's p then tells rounding errors apart
  if (sd < rounding) return compared;
  const nearBound = 0.3 * sd * Math.sqrt(1000 / simulations) + rounding;
  compare('q025', own.chance.low, nearBound);
  compare('q975', own.chance.high, nearBound);
  const p = value.p_value ?? NaN;
  // the package's share of the draws is without the 1 for the real table (D19), and may be 0
  const share = Math.max(0, (own.twoSidedP * (own.replicates + 1) - 2) / own.replicates);
  compare('p_value', share, probabilityAllowance(p, Math.min(simulations, replicates)));
  return compared;
}

export const inferenceStochasticAdapters: readonly StochasticAdapter[] = [
  {
    index: 'M_H_bootstrap',
    compare(input, entry, effort) {
      const reference = draws(entry.params, entry);
      const columns =
        typeof entry.params.within === 'string' ? input.columns() : unitColumns(input, entry.params);
      const ours = bootstrapOf(columns, mutualStatistics(input, entry.params), entry.params, effort);
      return compareBootstrap(figuresOf(entry.value), (label) => ours.get(label), reference);
    },
  },
  {
    index: 'mutual_within_bootstrap',
    compare(input, entry, effort) {
      const level = input.labels(String(entry.params.within));
      if (!level) throw new Error(`no level ${String(entry.params.within)}`);
      const { codes, labels } = codedLabels(level);
      const figures = ['M', 'p', 'H', 'ent_ratio'];
      const statistics: Statistics = {
        ids: labels.flatMap((label) => figures.map((figure) => `${label} ${figure}`)),
        compute(table, into) {
          const { within } = nestedDecompositionOf(table, [codes]).steps[1]!;
          within.labels.forEach((label, w) => {
            into.set([within.M[w]!, within.p[w]!, within.H[w]!, within.entropyRatio[w]!], 4 * label);
          });
        },
      };
      const reference = draws(entry.params, entry);
      const ours = bootstrapOf(input.columns(), statistics, entry.params, effort);
      return compareBootstrap(figuresOf(entry.value), (label) => ours.get(label), reference);
    },
  },
  {
    index: 'D_bootstrap',
    compare(input, entry, effort) {
      const { group, reference: others } = input.two(entry.focal, entry.params);
      const reference = draws(entry.params, entry);
      const ours = bootstrapOf([group, others], statisticsOf([dissimilaritySpec]), entry.params, effort);
      return compareBootstrap(figuresOf(entry.value), () => ours.get('D'), reference);
    },
  },
  {
    index: 'M_H_expected',
    compare(input, entry, effort) {
      const reference = draws(entry.params, entry);
      const ours = chanceOf(
        unitColumns(input, entry.params),
        mutualStatistics(input, { ...entry.params, within: undefined }),
        effort,
        {
          kept: keepsMargins(entry) ? 'both' : 'none',
        },
      );
      return compareExpected(figuresOf(entry.value), ours, reference);
    },
  },
  {
    index: 'M_H_expected_within',
    compare(input, entry, effort) {
      const level = input.labels(String(entry.params.within));
      if (!level) throw new Error(`no level ${String(entry.params.within)}`);
      const { codes, labels } = codedLabels(level);
      const decomposed = nestedDecompositionOf(input.many(), [codes]).steps[1]!.within;
      const toBase = typeof entry.params.base === 'number' ? 1 / Math.log(entry.params.base) : 1;
      const ours = chanceOf(
        input.columns(),
        {
          ids: labels.flatMap((label) => [`${label} M`, `${label} H`]),
          compute(table, into) {
            const { within } = nestedDecompositionOf(table, [codes]).steps[1]!;
            within.labels.forEach((label, w) => {
              into.set([within.M[w]! * toBase, within.H[w]!], 2 * label);
            });
          },
        },
        effort,
        { kept: keepsMargins(entry) ? 'both' : 'none', within: codes },
      );
      // the package averages over all parts in which there is something to allocate, M and H alike by persons
      const counted = decomposed.labels.map((label) => (isAllocated(input, codes, label) ? 1 : 0));
      const persons = decomposed.p.map((p, w) => p * counted[w]!);
      const all = persons.reduce((sum, p) => sum + p, 0);
      const averaged = [0, 1].map((k) => {
        let mean = 0;
        let variance = 0;
        decomposed.labels.forEach((label, w) => {
          if (persons[w] === 0) return;
          const own = ours[2 * label + k]!;
          mean += (persons[w]! / all) * own.mean;
          variance += (persons[w]! / all) * own.sd ** 2;
        });
        return { id: 'MH'[k]!, mean, sd: Math.sqrt(variance), replicates: ours[k]!.replicates };
      });
      return compareExpected(figuresOf(entry.value), averaged, draws(entry.params, entry));
    },
  },
  {
    index: 'D_expected',
    compare(input, entry, effort) {
      const { group, reference } = input.two(entry.focal, entry.params);
      const ours = chanceOf([group, reference], statisticsOf([dissimilaritySpec]), effort, {
        kept: keepsMargins(entry) ? 'both' : 'none',
      });
      return compareExpected(figuresOf(entry.value), ours, draws(entry.params, entry));
    },
  },
  {
    index: 'D_inference',
    compare(input, entry, effort) {
      const { group, reference } = input.two(entry.focal, entry.params);
      return compareNull([group, reference], statisticsOf([dissimilaritySpec]), entry, effort);
    },
  },
  {
    index: 'D_adj_inference',
    compare(input, entry, effort) {
      const { group, reference } = input.two(entry.focal, entry.params);
      const weights = input.neighbours(`${String(entry.params.contiguity ?? 'queen')}, binary`);
      const context = { weights, emptyUnits: 'zero' } as const;
      return compareNull(
        [group, reference],
        statisticsOf([adjacencyDissimilaritySpec], { context }),
        entry,
        effort,
      );
    },
  },
];

/** Whether the part has at least two groups and two units with persons. */
function isAllocated(input: OracleInput, codes: Int32Array, label: number): boolean {
  const columns = input.columns();
  const units = Array.from(codes.keys()).filter((i) => codes[i] === label);
  const present = columns.filter((column) => units.some((i) => column[i]! > 0)).length;
  const populated = units.filter((i) => columns.some((column) => column[i]! > 0)).length;
  return present > 1 && populated > 1;
}
