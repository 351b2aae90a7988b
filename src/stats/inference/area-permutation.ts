import { type Random, randomStream } from '../numeric/random.ts';
import { type Counts, manyGroupTable } from '../table.ts';
import { type ChanceTest, chanceTestOf } from './chance-test.ts';
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

export interface AreaPermutationOptions extends ReplicateOptions {
  /** Units without persons (parks, lakes): `move` with the others (default, as PySAL), or `stay` where they are. */
  readonly emptyUnits?: 'move' | 'stay';
  /** Share of the replicates between the two quantiles, default 0.95. */
  readonly level?: number;
}

/**
 * Test against the geography [Test gegen die räumliche Anordnung], begun.
 *
 * Whether it matters where the areas lie: the areas, with everybody in them, are thrown at random onto the places.
 *
 * p = (r + 1)/(m + 1); the compositions stay, their places are permuted. Figures that use counts alone do not change.
 *
 * @param groups one column of persons per unit for each group. @param statistics spatial figures (with their context).
 * @returns a stepper; mean = value to be expected of the same areas anywhere, excess = value − mean.
 * @throws `invalid count: …`, `invalid length: …`, `invalid replicates: …`, `invalid seed: …`, `invalid level: …`.
 * Cost per replicate: linear in the cells, and the figures themselves.
 * Source: Cliff & Ord 1981. The land areas and borders stay with the places. As intended by PySAL's
 * `geographic_permutation`, which left the areas beside their old neighbours in the recorded runs (standard
 * deviation 0).
 * @example beginAreaPermutation(groups, statisticsOf([moranSpec], { context }), { replicates: 999, seed: 1 })
 */
export function beginAreaPermutation(
  groups: readonly Counts[],
  statistics: Statistics,
  options: AreaPermutationOptions,
): Stepper<ChanceTest> {
  const table = manyGroupTable(groups);
  const drawn = reusedTable(groups.length, table.size);
  const movable =
    options.emptyUnits === 'stay'
      ? Int32Array.from(table.total.keys()).filter((j) => table.total[j]! > 0)
      : null;
  const shuffle = rowShuffle(drawn, movable);
  const stepper = beginReplicates(statistics.ids, valuesOf(table, statistics), options, (i, into) => {
    table.groups.forEach((column, m) => void drawn.columns[m]!.set(column));
    shuffle(randomStream(options.seed, i));
    statistics.compute(drawn.read(), into);
  });
  return readAs(stepper, (replicates) => chanceTestOf(replicates, options.level));
}

/** Permutes the rows of a table in place, all of them or only those named (Fisher–Yates; Durstenfeld 1964). */
export function rowShuffle(table: ReusedTable, movable: Int32Array | null): (random: Random) => void {
  const { columns } = table;
  const count = movable ? movable.length : (columns[0]?.length ?? 0);
  return (random) => {
    for (let i = count - 1; i > 0; i--) {
      const k = random.below(i + 1);
      const a = movable ? movable[i]! : i;
      const b = movable ? movable[k]! : k;
      for (const column of columns) {
        const kept = column[a]!;
        column[a] = column[b]!;
        column[b] = kept;
      }
    }
  };
}
