import { segregationChange } from '#stats/decomposition/change.ts';
import { karmelMaclachlanChange } from '#stats/decomposition/change-karmel-maclachlan.ts';
import { moraRuizCastilloChange } from '#stats/decomposition/change-mora-ruiz-castillo.ts';
import type { KeyedTable } from '#stats/decomposition/matched.ts';
import { structureComparison } from '#stats/decomposition/structure.ts';
import type { BootstrapStatistic } from '#stats/inference/bootstrap.ts';
import type { ChanceStatistic } from '#stats/inference/chance-test.ts';
import { beginComparison, beginDifferenceBootstrap } from '#stats/inference/comparison.ts';
import { statisticsOf } from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import type { IndexSpec } from '#stats/spec.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import { figuresOf, type GlobalSpec, type UnitOptions, type Units } from './measureUnits.ts';
import { intervalOf, isAffordable } from './uncertainty.ts';

/** Units that are known by their keys, as in one year. */
export interface KeyedUnits extends Units {
  readonly keys: readonly string[];
}

/** second − first. Figures that are unknown are NaN. */
export interface UnitDifference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly se: number;
  /** Two-sided, by random labelling. */
  readonly p: number;
  /** Parts of the difference: because the units and their places differ, and because their mixtures do. */
  readonly structure: number;
  readonly composition: number;
}

/**
 * How indices differ between two sets of units [Unterschied zwischen zwei Jahren oder Städten].
 *
 * Difference with the interval of two independent bootstraps; p by random labelling – where the keys are the same, in the
 * same order, the two compositions of every unit change sides or not, else all units are dealt out anew, for indices of
 * counts alone; spatial structure and composition (Shapley) of every index of two groups.
 *
 * @param specs global or local (which have no difference).
 * @returns by spec, second − first. NaN: the difference where a value is.
 * @throws as `beginComparison`, `structureComparison`.
 * Cost per replicate: both sides; the parts four times the index.
 * Source: Rey & Sastré-Gutiérrez 2010; Davison & Hinkley 1997, 3.2; Rey, Cortes & Knaap 2021.
 */
export function compareUnits(
  specs: readonly IndexSpec[],
  first: KeyedUnits,
  second: KeyedUnits,
  { bootstraps, permutations, seed, level, isPatient }: UnitOptions,
): ReadonlyMap<IndexSpec, UnitDifference> {
  const own = specs.filter((spec): spec is GlobalSpec => spec.scope === 'global');
  const values = [first, second].map((units) => valuesOf(own, units)) as [number[], number[]];
  const size = Math.max(first.keys.length, second.keys.length);
  const isPaired =
    first.keys.length === second.keys.length && first.keys.every((key, i) => key === second.keys[i]);
  const drawable = own.filter(
    (spec, k) => !Number.isNaN(values[1][k]! - values[0][k]!) && (isPatient || isAffordable(spec, size)),
  );
  const labelled = drawable.filter((spec) => isPaired || spec.needs.length === 0);
  const figures = (chosen: readonly GlobalSpec[], { context }: Units) => statisticsOf(chosen, { context });
  const intervals = new Map<IndexSpec, BootstrapStatistic>();
  if (bootstraps > 0 && drawable.length > 0) {
    const { statistics } = finish(
      beginDifferenceBootstrap(second.columns, first.columns, figures(drawable, second), {
        secondStatistics: figures(drawable, first),
        replicates: bootstraps,
        seed,
        level,
      }),
    );
    drawable.forEach((spec, k) => void intervals.set(spec, statistics[k]!));
  }
  const tests = new Map<IndexSpec, ChanceStatistic>();
  if (permutations > 0 && labelled.length > 0) {
    const { statistics } = finish(
      beginComparison(second.columns, first.columns, figures(labelled, second), {
        secondStatistics: figures(labelled, first),
        paired: isPaired,
        replicates: permutations,
        seed,
      }),
    );
    labelled.forEach((spec, k) => void tests.set(spec, statistics[k]!));
  }
  return new Map(
    own.map((spec, k) => {
      const drawn = intervals.get(spec);
      const { low, high } = drawn ? intervalOf(drawn) : { low: NaN, high: NaN };
      const value = values[1][k]! - values[0][k]!;
      const p = tests.get(spec)?.twoSidedP ?? NaN;
      return [spec, { value, low, high, se: drawn?.se ?? NaN, p, ...partsOf(spec, first, second, value) }];
    }),
  );
}

function valuesOf(specs: readonly GlobalSpec[], { columns, context }: Units): number[] {
  const many = manyGroupTable(columns);
  const two = columns.length === 2 ? twoGroupTable(columns[0]!, columns[1]!) : null;
  return specs.map((spec) => figuresOf(spec, context, many, two).value);
}

function partsOf(
  spec: GlobalSpec,
  first: Units,
  second: Units,
  difference: number,
): { readonly structure: number; readonly composition: number } {
  if (spec.groups !== 'two' || Number.isNaN(difference)) return { structure: NaN, composition: NaN };
  const places = [first, second] as const;
  const counts = places.map(({ columns }) => ({ group: columns[0]!, reference: columns[1]! })) as [
    { group: Float64Array; reference: Float64Array },
    { group: Float64Array; reference: Float64Array },
  ];
  const { structure, composition } = structureComparison(counts[0], counts[1], (table, place) =>
    spec.compute(table, places[place].context),
  );
  return { structure, composition };
}

/** Parts of a change that add up to after − before. */
export interface ChangeParts {
  readonly before: number;
  readonly after: number;
  readonly removals: number;
  readonly additions: number;
  readonly groupMarginal: number;
  readonly unitMarginal: number;
  readonly structural: number;
  /** What changing both margins does beyond each of them; only after Karmel & Maclachlan. */
  readonly interaction?: number;
}

export interface UnitChange {
  readonly matched: number;
  /** Keys of one side alone. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Elbers 2021, of M and H. */
  readonly M: ChangeParts;
  readonly H: ChangeParts;
  readonly moraRuizCastillo: ChangeParts;
  readonly karmelMaclachlan: ChangeParts;
}

/**
 * What a change of M and H between two sets of units is made of [Zerlegung der Veränderung]; units matched by key.
 *
 * @throws as `segregationChange`. NaN as there. Cost: some fifteen proportional fits.
 * Source: Elbers 2021; Mora & Ruiz-Castillo 2009; Karmel & Maclachlan 1988.
 */
export function changeOfUnits(first: KeyedUnits, second: KeyedUnits): UnitChange {
  const [before, after]: readonly KeyedTable[] = [first, second].map(({ keys, columns }) => ({
    keys,
    groups: columns,
  }));
  const [old, now] = [new Set(first.keys), new Set(second.keys)];
  return {
    matched: first.keys.filter((key) => now.has(key)).length,
    removed: first.keys.filter((key) => !now.has(key)),
    added: second.keys.filter((key) => !old.has(key)),
    M: plain(segregationChange(before!, after!)),
    H: plain(segregationChange(before!, after!, { index: 'H' })),
    moraRuizCastillo: plain(moraRuizCastilloChange(before!, after!)),
    karmelMaclachlan: plain(karmelMaclachlanChange(before!, after!)),
  };
}

function plain(parts: ChangeParts): ChangeParts {
  const { before, after, removals, additions, groupMarginal, unitMarginal, structural, interaction } = parts;
  return {
    before,
    after,
    removals,
    additions,
    groupMarginal,
    unitMarginal,
    structural,
    ...(interaction === undefined ? {} : { interaction }),
  };
}
