import { quadrants } from '#stats/indices/autocorrelation/local-moran.ts';
import { sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { beginAllocationTest } from '#stats/inference/allocation-test.ts';
import { beginAreaPermutation } from '#stats/inference/area-permutation.ts';
import { type BootstrapStatistic, beginBootstrap } from '#stats/inference/bootstrap.ts';
import type { ChanceStatistic } from '#stats/inference/chance-test.ts';
import { benjaminiHochberg } from '#stats/inference/false-discovery.ts';
import { localTestOf } from '#stats/inference/local-tests.ts';
import { statisticsOf } from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import type { IndexContext, IndexSpec, ManyGroupSpec, Need, TwoGroupSpec } from '#stats/spec.ts';
import { type ManyGroupTable, manyGroupTable, type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import type { Reason } from './answer.ts';
import { correctedValue } from './correctedValue.ts';
import { clusterLevel } from './local.ts';
import { reasonOf } from './reasonOf.ts';
import { isAffordable, probabilityOf, shownInterval } from './uncertainty.ts';

/** Units of any kind – areas, schools, rows of a table – with counts of two or more groups, all known. */
export interface Units {
  /** One column per group. */
  readonly columns: readonly Float64Array[];
  /** What is known about space (`unitContext`); the parts that are not known are missing in it. */
  readonly context: IndexContext;
}

export interface UnitOptions {
  /** Replicates of the bootstrap of persons behind the interval, and of the test behind p; 0 = none. */
  readonly bootstraps: number;
  readonly permutations: number;
  readonly seed: number;
  /** Of the intervals, e.g. 0.95. */
  readonly level: number;
  /** Whether indices over pairs and environments are simulated however long it takes; else up to the panel's limit. */
  readonly isPatient: boolean;
}

/** Figures that are unknown are NaN. */
export interface UnitValue {
  /** One number, or one per unit for local indices. */
  readonly value: number | Float64Array;
  readonly low: number;
  readonly high: number;
  readonly se: number;
  /** Under chance: in closed form, else the mean of the simulated values. */
  readonly expected: number;
  readonly corrected: number;
  readonly p: number | Float64Array;
  /** p freed of false discoveries, and the quadrant of each unit, for local autocorrelation. */
  readonly adjusted: Float64Array | null;
  readonly quadrant: readonly (string | null)[] | null;
  /** What was thrown at random for p. */
  readonly chance: 'persons' | 'areas';
  /** Why the value is NaN, or that of every unit; `too-dear` where there is one, but no interval or test. */
  readonly reason: Reason | null;
}

export type GlobalSpec = TwoGroupSpec | ManyGroupSpec;
export type Obstacle =
  | 'needs-two-groups'
  | 'no-geometry'
  | 'no-contiguity'
  | 'no-borders'
  | 'no-areas'
  | 'too-dear';

/** Units up to which what goes over all pairs is computed unasked: a few minutes. */
const mostPairs = { sums: 50_000, walks: 5000 } as const;

/**
 * Why an index cannot be computed for these units at all; null when it can.
 * @param isPatient false: indices that would take many minutes are `too-dear`.
 */
export function obstacleTo(
  spec: IndexSpec,
  { columns, context }: Units,
  isPatient: boolean,
): Obstacle | null {
  if (spec.groups === 'two' && columns.length !== 2) return 'needs-two-groups';
  const missing = spec.needs.find((need) => parts[need].some((part) => !(part in context)));
  if (!missing) {
    const size = columns[0]?.length ?? 0;
    // From every unit outwards through all others.
    const isWalk = spec.scope === 'local' && spec.needs.includes('centre');
    const isDear =
      (isWalk && size > mostPairs.walks) || (spec.needs.includes('distances') && size > mostPairs.sums);
    return isDear && !isPatient ? 'too-dear' : null;
  }
  if (!('places' in context)) return 'no-geometry';
  return missing === 'areas' ? 'no-areas' : missing === 'weights' ? 'no-contiguity' : 'no-borders';
}

/** Where the context has what an index needs. */
const parts: Readonly<Record<Need, readonly (keyof IndexContext)[]>> = {
  weights: ['weights'],
  borders: ['borders', 'perimeters'],
  areas: ['areas'],
  centre: ['places'],
  distances: ['proximity'],
  radius: ['environment'],
};

/**
 * Indices of units [Indizes über Einheiten], for tables that belong to no Study.
 *
 * Each with the interval of a bootstrap, its expectation under chance, and how seldom chance reaches it. As
 * `beginUncertainty` of the panel: the same draws, from the same streams, for all indices.
 *
 * @param specs of the catalogue; `obstacleTo` must be null for each.
 * @returns in the order of `specs`. Local indices have no interval, and p (two-sided, and adjusted by Benjamini &
 * Hochberg) where `localTests` has a test of single units. NaN with its reason as in `measure`.
 * @throws `invalid count: …`, `invalid replicates: …`, `invalid seed: …`, `invalid level: …`.
 * Cost: that of the indices, once and per replicate.
 * Source: as `beginUncertainty`, `beginLocalMoranTest`, `beginLocalGetisOrdTest`.
 */
export function measureUnits(
  specs: readonly IndexSpec[],
  units: Units,
  options: UnitOptions,
): readonly UnitValue[] {
  const many = manyGroupTable(units.columns);
  const two = units.columns.length === 2 ? twoGroupTable(units.columns[0]!, units.columns[1]!) : null;
  const drawn = simulated(specs, units, many, two, options);
  return specs.map((spec) =>
    spec.scope === 'local'
      ? localValue(spec, units.context, many, two, options)
      : globalValue(spec, units.context, many, two, drawn),
  );
}

/** Value and expectation of a global index. */
export function figuresOf(
  spec: GlobalSpec,
  context: IndexContext,
  many: ManyGroupTable,
  two: TwoGroupTable | null,
): { readonly value: number; readonly expected: number } {
  if (spec.groups === 'many') {
    return { value: spec.compute(many, context), expected: spec.expected(many, context) };
  }
  return two
    ? { value: spec.compute(two, context), expected: spec.expected(two, context) }
    : { value: NaN, expected: NaN };
}

interface Drawn {
  readonly bootstrap: BootstrapStatistic | null;
  readonly test: ChanceStatistic | null;
}

/** What replicates say about the global indices that are defined and not too dear; null where none are asked for. */
function simulated(
  specs: readonly IndexSpec[],
  { columns, context }: Units,
  many: ManyGroupTable,
  two: TwoGroupTable | null,
  { bootstraps, permutations, seed, level, isPatient }: UnitOptions,
): ReadonlyMap<IndexSpec, Drawn> | null {
  if (bootstraps === 0 && permutations === 0) return null;
  const drawn = new Map<IndexSpec, Drawn>();
  const known = specs
    .filter((spec): spec is GlobalSpec => spec.scope === 'global')
    .filter((spec) => isPatient || isAffordable(spec, many.size))
    .filter((spec) => !Number.isNaN(figuresOf(spec, context, many, two).value));
  const of = (chosen: readonly GlobalSpec[]) => statisticsOf(chosen, { context });
  const begin = (replicates: number) => ({ replicates, seed, level });
  const bootstrap =
    bootstraps > 0 ? finish(beginBootstrap(columns, of(known), begin(bootstraps))).statistics : null;
  const tests = (chance: 'persons' | 'areas'): ReadonlyMap<GlobalSpec, ChanceStatistic> => {
    const own = known.filter((spec) => (spec.chance ?? 'persons') === chance);
    if (permutations === 0 || own.length === 0) return new Map();
    const { statistics } = finish(
      chance === 'persons'
        ? beginAllocationTest(columns, of(own), begin(permutations))
        : beginAreaPermutation(columns, of(own), {
            ...begin(permutations),
            emptyUnits: context.emptyUnits === 'zero' ? 'move' : 'stay',
          }),
    );
    return new Map(own.map((spec, k) => [spec, statistics[k]!]));
  };
  const [persons, areas] = [tests('persons'), tests('areas')];
  known.forEach((spec, k) => {
    drawn.set(spec, {
      bootstrap: bootstrap?.[k] ?? null,
      test: persons.get(spec) ?? areas.get(spec) ?? null,
    });
  });
  return drawn;
}

const unknown = {
  low: NaN,
  high: NaN,
  se: NaN,
  expected: NaN,
  corrected: NaN,
  p: NaN,
  adjusted: null,
  quadrant: null,
} as const;

function globalValue(
  spec: GlobalSpec,
  context: IndexContext,
  many: ManyGroupTable,
  two: TwoGroupTable | null,
  all: ReadonlyMap<IndexSpec, Drawn> | null,
): UnitValue {
  const { value, expected: closed } = figuresOf(spec, context, many, two);
  const { chance = 'persons' } = spec;
  if (Number.isNaN(value)) {
    return { ...unknown, value, chance, reason: whyUndefined(spec, context, many, two) };
  }
  const drawn = all?.get(spec);
  const { bootstrap = null, test = null } = drawn ?? {};
  const expected = Number.isNaN(closed) ? (test?.mean ?? NaN) : closed;
  const interval = bootstrap ? shownInterval(spec, bootstrap, test) : unknown;
  return {
    ...unknown,
    value,
    low: interval.low,
    high: interval.high,
    se: bootstrap?.se ?? NaN,
    expected,
    corrected: correctedValue(spec, value, expected),
    p: test ? probabilityOf(spec, test) : NaN,
    chance,
    reason: all && !drawn ? 'too-dear' : null,
  };
}

function whyUndefined(
  spec: IndexSpec,
  context: IndexContext,
  many: ManyGroupTable,
  two: TwoGroupTable | null,
): Reason {
  if (spec.groups === 'two')
    return two ? reasonOf(spec, { table: two, near: { table: two, context } }) : 'undefined';
  return many.populated < 2 ? 'one-area' : many.present < 2 ? 'group-absent' : 'undefined';
}

function localValue(
  spec: Extract<IndexSpec, { scope: 'local' }>,
  context: IndexContext,
  many: ManyGroupTable,
  two: TwoGroupTable | null,
  { permutations, seed }: UnitOptions,
): UnitValue {
  const value =
    spec.groups === 'many'
      ? spec.compute(many, context)
      : two
        ? spec.compute(two, context)
        : new Float64Array(many.size).fill(NaN);
  const test = localTestOf(spec);
  const { weights } = context;
  const isUndefined = value.every((own) => Number.isNaN(own));
  const reason = isUndefined ? whyUndefined(spec, context, many, two) : null;
  const nothing = { ...unknown, value, chance: 'areas', reason } as const;
  if (!test || !weights || !two || two.groupSum === 0 || two.referenceSum === 0) return nothing;
  const shares = sharesOf(two, context.emptyUnits);
  const codes = test.quadrants?.(shares, weights);
  const quadrant = codes ? Array.from(codes, (code) => (code === 0 ? null : quadrants[code]!)) : null;
  if (permutations === 0) return { ...nothing, quadrant };
  const { twoSidedP: p } = finish(test.begin(shares, weights, { permutations, seed }));
  return { ...nothing, p, adjusted: benjaminiHochberg(p, clusterLevel).adjusted, quadrant };
}
