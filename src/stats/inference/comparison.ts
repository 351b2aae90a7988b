import { randomStream } from '../numeric/random.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../table.ts';
import { type Bootstrap, type BootstrapOptions, beginResampling, bootstrapOf } from './bootstrap.ts';
import { type ChanceTest, chanceTestOf } from './chance-test.ts';
import { beginReplicates, type ReplicateOptions, readAs, reusedTable } from './replicates.ts';
import type { Statistics } from './statistics.ts';
import type { Stepper } from './stepper.ts';

export interface ComparisonOptions extends ReplicateOptions {
  /**
   * Whether row i is the same area in both (two years): its two compositions then change years or not. Else (two
   * cities) all compositions are thrown together and dealt out anew. Default: false.
   */
  readonly paired?: boolean;
  /** What is exchanged: `counts` (default), or `shares` with every unit keeping its own number of persons. */
  readonly exchanged?: 'counts' | 'shares';
  /** Figures of the second study where they differ, e.g. in weights or areas; same ids. Default: the same. */
  readonly secondStatistics?: Statistics;
  /** Share of the replicates between the two quantiles, default 0.95. */
  readonly level?: number;
}

/**
 * Test of the difference between two studies or two years by random labelling [zufällige Vertauschung], begun.
 *
 * Whether the difference is larger than if areas belonged to the one or the other study by chance.
 *
 * d = S(first) − S(second). Unpaired: the n1 + n2 compositions are dealt at random into n1 and n2. Paired: each area
 * keeps or exchanges its two compositions with chance 1/2. p = (r + 1)/(m + 1), two-sided: twice the smaller tail.
 *
 * @param first one column of persons per unit for each group. @param second the same groups in the same order; the
 * number of units may differ unless paired.
 * @param statistics figures; unpaired only those of counts alone make sense, paired also spatial ones.
 * @returns a stepper over the differences; mean about 0 for equal numbers of units.
 * NaN where a figure is undefined in one of the two; such replicates are counted apart.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: …`, `invalid replicates: …`, `invalid seed: …`,
 * `invalid statistics: …`.
 * Cost per replicate: linear in the cells, and the figures of both.
 * Source: Rey & Sastré-Gutiérrez 2010, Spatial Economic Analysis 5, 277–298 (random labelling of spatial units); Davison & Hinkley 1997, 4.3.
 * With `counts` a city of larger areas brings its size along, so that the test is about whole areas; PySAL's
 * `random_label` does the same. The null hypothesis is that areas are exchangeable between the studies, which is more
 * than equal values of the index.
 * @example beginComparison(groups2015, groups2024, statisticsOf([dissimilaritySpec]), { paired: true, replicates: 999, seed: 1 })
 */
export function beginComparison(
  first: readonly Counts[],
  second: readonly Counts[],
  statistics: Statistics,
  options: ComparisonOptions,
): Stepper<ChanceTest> {
  const { paired = false, exchanged = 'counts' } = options;
  const pair = checkedPair(first, second, statistics, options.secondStatistics);
  if (paired && pair.first.size !== pair.second.size) {
    throw new Error(`invalid length: ${pair.second.size} (expected ${pair.first.size})`);
  }
  const a = reusedTable(pair.first.groups.length, pair.first.size);
  const b = reusedTable(pair.second.groups.length, pair.second.size);
  const differences = differencesOf(pair.statistics, pair.secondStatistics);
  const fill = rowFilling(pair.first, pair.second, exchanged);
  const n1 = pair.first.size;
  const all = n1 + pair.second.size;
  const order = new Int32Array(all);
  const stepper = beginReplicates(
    statistics.ids,
    differences(pair.first, pair.second),
    options,
    (i, into) => {
      const random = randomStream(options.seed, i);
      for (let k = 0; k < all; k++) order[k] = k;
      if (paired) {
        for (let j = 0; j < n1; j++) {
          if (random.below(2) === 0) continue;
          order[j] = n1 + j;
          order[n1 + j] = j;
        }
      } else {
        for (let k = all - 1; k > 0; k--) {
          const other = random.below(k + 1);
          const kept = order[k]!;
          order[k] = order[other]!;
          order[other] = kept;
        }
      }
      fill(order, a.columns, b.columns);
      into.set(differences(a.read(), b.read()));
    },
  );
  return readAs(stepper, (replicates) => chanceTestOf(replicates, options.level));
}

export interface DifferenceOptions extends BootstrapOptions {
  /** Figures of the second study where they differ; same ids. */
  readonly secondStatistics?: Statistics;
}

/**
 * Bootstrap of the difference between two studies or two years, begun.
 *
 * How large the difference is, and within which limits chance leaves it.
 *
 * Both tables are resampled as `beginBootstrap` does, the first from stream (seed, 2 i), the second from (seed, 2 i + 1).
 *
 * @returns a stepper over the figures of S(first) − S(second); an interval without 0 speaks against equality.
 * @throws as `beginComparison` and `beginBootstrap`.
 * Source: Davison & Hinkley 1997, 3.2 (two independent samples); Elbers 2021.
 */
export function beginDifferenceBootstrap(
  first: readonly Counts[],
  second: readonly Counts[],
  statistics: Statistics,
  options: DifferenceOptions,
): Stepper<Bootstrap> {
  const { resampling = 'persons', level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new Error(`invalid level: ${level}`);
  const pair = checkedPair(first, second, statistics, options.secondStatistics);
  const one = beginResampling(pair.first, pair.statistics, resampling);
  const other = beginResampling(pair.second, pair.secondStatistics, resampling);
  const subtrahend = new Float64Array(statistics.ids.length);
  const stepper = beginReplicates(
    statistics.ids,
    differencesOf(pair.statistics, pair.secondStatistics)(pair.first, pair.second),
    options,
    (i, into) => {
      one(randomStream(options.seed, 2 * i), into);
      other(randomStream(options.seed, 2 * i + 1), subtrahend);
      for (let k = 0; k < into.length; k++) into[k]! -= subtrahend[k]!;
    },
  );
  return readAs(stepper, (replicates) => bootstrapOf(replicates, level));
}

interface Pair {
  readonly first: ManyGroupTable;
  readonly second: ManyGroupTable;
  readonly statistics: Statistics;
  readonly secondStatistics: Statistics;
}

function checkedPair(
  first: readonly Counts[],
  second: readonly Counts[],
  statistics: Statistics,
  secondStatistics: Statistics = statistics,
): Pair {
  if (first.length !== second.length) {
    throw new Error(`invalid groups: ${second.length} (expected ${first.length})`);
  }
  if (statistics.ids.join() !== secondStatistics.ids.join()) {
    throw new Error(`invalid statistics: ${secondStatistics.ids.join()} (expected ${statistics.ids.join()})`);
  }
  return { first: manyGroupTable(first), second: manyGroupTable(second), statistics, secondStatistics };
}

function differencesOf(
  statistics: Statistics,
  secondStatistics: Statistics,
): (a: ManyGroupTable, b: ManyGroupTable) => Float64Array {
  const minuend = new Float64Array(statistics.ids.length);
  const subtrahend = new Float64Array(statistics.ids.length);
  return (a, b) => {
    statistics.compute(a, minuend);
    secondStatistics.compute(b, subtrahend);
    return minuend.map((value, k) => value - subtrahend[k]!);
  };
}

/** Writes row `order[k]` of the two tables, one after the other, to place k. */
function rowFilling(
  first: ManyGroupTable,
  second: ManyGroupTable,
  exchanged: 'counts' | 'shares',
): (order: Int32Array, a: readonly Float64Array[], b: readonly Float64Array[]) => void {
  const n1 = first.size;
  const totals = joined(first.total, second.total);
  const columns = first.groups.map((column, m) => joined(column, second.groups[m]!));
  return (order, a, b) => {
    columns.forEach((column, m) => {
      const intoA = a[m]!;
      const intoB = b[m]!;
      for (let k = 0; k < order.length; k++) {
        const from = order[k]!;
        // a composition of nobody cannot be scaled to the persons of another place
        const scale = exchanged === 'counts' ? 1 : totals[from]! > 0 ? totals[k]! / totals[from]! : 0;
        const count = column[from]! * scale;
        if (k < n1) intoA[k] = count;
        else intoB[k - n1] = count;
      }
    });
  };
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
