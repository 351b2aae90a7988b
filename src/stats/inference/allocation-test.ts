import { randomStream } from '../numeric/random.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../table.ts';
import { rowShuffle } from './area-permutation.ts';
import { type ChanceTest, chanceTestOf } from './chance-test.ts';
import { type KeptMargins, type TableSampler, tablesWithoutSegregation } from './random-tables.ts';
import {
  beginReplicates,
  type ReplicateOptions,
  type ReusedTable,
  readAs,
  reusedTable,
  valuesOf,
} from './replicates.ts';
import type { Statistics } from './statistics.ts';
import type { Stepper } from './stepper.ts';

export interface AllocationOptions extends ReplicateOptions {
  /** What the random tables keep of the real one (see `tablesWithoutSegregation`); default `both`. */
  readonly kept?: KeptMargins;
  /**
   * One label per unit: persons stay within their district, and only what is left inside the districts is random.
   * Default: none.
   */
  readonly within?: ArrayLike<string | number>;
  /** Whether the units then also change places at random (PySAL `systematic_permutation`, `even_permutation`). */
  readonly shuffled?: boolean;
  /** Share of the replicates between the two quantiles, default 0.95. */
  readonly level?: number;
}

/**
 * Test against no segregation [Test gegen Zufallsverteilung], begun.
 *
 * How much of a figure comes about when persons are allocated blindly, and how seldom chance alone reaches the real one.
 *
 * The persons are allocated at random again and again, by default onto places of the same size. p = (r + 1)/(m + 1).
 *
 * @param groups one column of persons per unit for each group.
 * @param statistics any figures, spatial ones too: units keep their places.
 * @returns a stepper; mean = expected value under chance, excess = value − mean ≥ 0 if there is more than chance.
 * A replicate without one of the groups or with fewer than two populated units leaves a figure undefined.
 * @throws `invalid count: …`, `invalid length: …`, `invalid replicates: …`, `invalid seed: …`, `invalid level: …`,
 * `invalid kept margins: …`.
 * Cost per replicate: linear in the cells, about 15 ns each, and the figures themselves.
 * Source: Winship 1977; Boisso et al. 1994, J. Econometrics 61, 139–161; Allen et al. 2015. `both` is PySAL's
 * `person_permutation` and segregation's `fixed_margins = TRUE`, `units` PySAL's `evenness`, `groups` its `systematic`,
 * `none` segregation's `fixed_margins = FALSE`. Fractional counts are rounded to whole persons per unit.
 * @example finish(beginAllocationTest(groups, statisticsOf([dissimilaritySpec]), { replicates: 999, seed: 1 }))
 */
export function beginAllocationTest(
  groups: readonly Counts[],
  statistics: Statistics,
  options: AllocationOptions,
): Stepper<ChanceTest> {
  const { kept = 'both', within, shuffled = false, level } = options;
  const table = manyGroupTable(groups);
  const drawn = reusedTable(groups.length, table.size);
  const sampler = within ? inEveryPart(table, within, kept) : tablesWithoutSegregation(table, kept);
  const shuffle = shuffled ? rowShuffle(drawn, null) : null;
  const stepper = beginReplicates(statistics.ids, valuesOf(table, statistics), options, (i, into) => {
    const random = randomStream(options.seed, i);
    sampler.draw(random, drawn.columns);
    shuffle?.(random);
    statistics.compute(drawn.read(), into);
  });
  return readAs(stepper, (replicates) => chanceTestOf(replicates, level));
}

/** The same inside every part: its persons stay in it. */
function inEveryPart(
  table: ManyGroupTable,
  within: ArrayLike<string | number>,
  kept: KeptMargins,
): TableSampler {
  if (within.length !== table.size)
    throw new Error(`invalid length: ${within.length} (expected ${table.size})`);
  const members = new Map<string | number, number[]>();
  for (let j = 0; j < table.size; j++) {
    const label = within[j]!;
    const units = members.get(label);
    if (units) units.push(j);
    else members.set(label, [j]);
  }
  const parts = Array.from(members.values(), (units) => {
    const own = manyGroupTable(table.groups.map((column) => units.map((j) => column[j]!)));
    const into: ReusedTable = reusedTable(table.groups.length, units.length);
    return { units, into, sampler: tablesWithoutSegregation(own, kept) };
  });
  return {
    draw(random, columns) {
      for (const { units, into, sampler } of parts) {
        sampler.draw(random, into.columns);
        columns.forEach((column, m) => {
          const own = into.columns[m]!;
          units.forEach((j, k) => {
            column[j] = own[k]!;
          });
        });
      }
    },
  };
}
