import type { Study } from '#model/study.ts';
import { indexById } from '#stats/catalog.ts';
import { beginAllocationTest } from '#stats/inference/allocation-test.ts';
import { beginAreaPermutation } from '#stats/inference/area-permutation.ts';
import { type Bootstrap, type BootstrapStatistic, beginBootstrap } from '#stats/inference/bootstrap.ts';
import type { ChanceStatistic, ChanceTest } from '#stats/inference/chance-test.ts';
import type { ReplicateOptions } from '#stats/inference/replicates.ts';
import { type Statistics, statisticsOf } from '#stats/inference/statistics.ts';
import type { Stepper } from '#stats/inference/stepper.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { TwoGroupTable } from '#stats/table.ts';
import type { IndexUncertainty, Reason, UncertaintyAnswer, UncertaintyRequest } from './answer.ts';
import { correctedValue } from './correctedValue.ts';
import { measuredFor } from './measure.ts';
import { createMeasureCache, familyYears, type MeasureCache } from './measureCache.ts';
import { expectedAt, type Measured, measuredAt, nearOf, valueAt } from './measuredAt.ts';
import { measuredIndices } from './measureIndex.ts';
import { reasonOf } from './reasonOf.ts';
import { begunLate, readOnce, type Stage, type StagedStepper, staged } from './stages.ts';

/** Units up to which indices over all pairs, and those over environments, are simulated. */
const mostUnits = { distances: 1000, radius: 5000 } as const;
/** Replicates of the first stage: enough to show how wide the intervals are. */
export const firstLook = 99;
/** Replicates for every other year of the course. */
const courseReplicates = 200;

/**
 * How sure a measurement is [Unsicherheit einer Messung], begun.
 *
 * Within which limits every index would lie if the same city were observed again, what chance alone would give, and how
 * seldom chance reaches the real value.
 *
 * low, high: 2.5 % and 97.5 % of the bootstrap of persons over area × group, reflected at the value (2v − quantile), so
 * that noise, which raises every index of small areas, is taken off rather than counted twice; the interval may then lie
 * below the value. Of the intervals tried this one held the true value most often (`beginBootstrap`). expected: in closed form where the index knows it, else the mean of the simulated
 * values. p = (r + 1)/(m + 1): `persons` are allocated at random to places of the same size, r replicates are at least
 * as segregated (two-sided for indices without direction); `areas` change places on the map, r on the side of the value.
 * One draw serves all indices over the same areas: replicate i comes from stream (seed, i).
 *
 * @param request `bootstraps` and `permutations` per index; 0 leaves that part out. Other years of the course get up to
 * 200 bootstraps of the indices without distances.
 * @returns a stepper in stages, each with something new to show: 99 replicates of all indices without distances; all
 * their replicates; the course; the indices over pairs and environments. Indices over pairs of more than 1,000 areas,
 * and over environments of more than 5,000, have no interval (`too-dear`).
 * No indices where the request is refused. NaN with its reason where the value is NaN.
 * @throws `invalid replicates: …`, `invalid seed: …`, `invalid level: …` for a family the Study does not have.
 * Cost per replicate: drawing is linear in the areas; then that of the indices.
 * Source: Efron 1981; Winship 1977; Cliff & Ord 1981; see `beginBootstrap`, `beginAllocationTest`, `beginAreaPermutation`.
 * @example finish(beginUncertainty(study, { …, bootstraps: 500, permutations: 999, seed: 1 })).indices.D
 */
export function beginUncertainty(
  study: Study,
  request: UncertaintyRequest,
  cache: MeasureCache = createMeasureCache(),
): StagedStepper<UncertaintyAnswer> {
  const { bootstraps, permutations } = request;
  const one = measuredFor(study, request, cache);
  if ('refusal' in one) {
    return staged([], () => ({ request, bootstraps: 0, permutations: 0, indices: {}, course: [] }));
  }
  const runs = runsOf(one, request);
  const years = yearRuns(study, request, one, cache);
  const all = [...runs.bootstraps, ...runs.chances];
  const cheap = all.filter((run) => !run.isDear);
  const dear = all.filter((run) => run.isDear);
  const whole = ({ stepper }: { readonly stepper: Stepper<unknown> }): Stage => ({
    stepper,
    until: stepper.total,
  });
  const stages: readonly Stage[] = [
    ...cheap.map(({ stepper }) => ({ stepper, until: firstLook })),
    ...cheap.map(whole),
    ...years.map(whole),
    ...dear.map(whole),
  ];
  return staged(stages, () => {
    const indices = Object.fromEntries(
      measuredIndices.map((spec) => [spec.id, uncertaintyOf(spec, one, runs, request)]),
    );
    const done = (of: readonly Run<unknown>[], asked: number) =>
      Math.min(asked, ...of.flatMap(({ isDear, stepper }) => (isDear ? [] : stepper.done)));
    const own = Object.fromEntries(
      Object.entries(indices).flatMap(([id, { low, high }]) =>
        Number.isNaN(low) ? [] : [[id, { low, high }]],
      ),
    );
    return {
      request,
      bootstraps: done(runs.bootstraps, bootstraps),
      permutations: done(runs.chances, permutations),
      indices,
      course: [
        ...years.map(({ year, stepper }) => ({ year, intervals: intervalsOf(stepper.result()) })),
        { year: request.year, intervals: own },
      ].sort((a, b) => a.year - b.year),
    };
  });
}

/** Indices over the same areas for which the same draws serve; null before the first one. */
interface Run<R> {
  readonly specs: readonly TwoGroupSpec[];
  readonly isDear: boolean;
  readonly stepper: Stepper<R | null>;
}

interface Runs {
  readonly bootstraps: readonly Run<Bootstrap>[];
  readonly chances: readonly Run<ChanceTest>[];
}

function runsOf(one: Measured, request: UncertaintyRequest): Runs {
  const { bootstraps, permutations, seed } = request;
  const known = measuredIndices.filter(
    (spec) => isAffordable(spec, one.positions.length) && !Number.isNaN(valueAt(spec, one, request)),
  );
  const near = nearOf(one, request);
  const tableOf = ({ needs }: TwoGroupSpec): TwoGroupTable =>
    needs.length === 0 || !near ? one.table : near.table;
  const sameTable = (a: TwoGroupSpec, b: TwoGroupSpec): boolean =>
    tableOf(a) === tableOf(b) && isDearOf(a) === isDearOf(b);
  const runOf = <R>(
    [first, ...others]: SpecSet,
    replicates: number,
    begin: (groups: readonly Float64Array[], statistics: Statistics, options: ReplicateOptions) => Stepper<R>,
  ): Run<R> => {
    const specs = [first, ...others];
    const { group, reference } = tableOf(first);
    const statistics = statisticsOf(specs, near ? { context: near.context } : {});
    const start = () => begin([group, reference], statistics, { replicates, seed });
    // What is drawn first is begun at once, so that a wrong question is refused at once.
    const isDear = isDearOf(first);
    return { specs, isDear, stepper: isDear ? begunLate(replicates, start) : readOnce(start()) };
  };
  return {
    bootstraps:
      bootstraps > 0 ? setsOf(known, sameTable).map((set) => runOf(set, bootstraps, beginBootstrap)) : [],
    chances:
      permutations > 0
        ? setsOf(known, (a, b) => sameTable(a, b) && chanceOf(a) === chanceOf(b)).map((set) =>
            runOf(
              set,
              permutations,
              chanceOf(set[0]) === 'areas' ? beginAreaPermutation : beginAllocationTest,
            ),
          )
        : [],
  };
}

type SpecSet = readonly [TwoGroupSpec, ...TwoGroupSpec[]];

/** Indices in sets of those that belong together, in the order of their first ones. */
function setsOf(
  specs: readonly TwoGroupSpec[],
  belongTogether: (a: TwoGroupSpec, b: TwoGroupSpec) => boolean,
): readonly SpecSet[] {
  const sets: [TwoGroupSpec, ...TwoGroupSpec[]][] = [];
  for (const spec of specs) {
    const set = sets.find(([first]) => belongTogether(first, spec));
    if (set) set.push(spec);
    else sets.push([spec]);
  }
  return sets;
}

function chanceOf({ chance = 'persons' }: TwoGroupSpec): 'persons' | 'areas' {
  return chance;
}

/** The bootstrap of every other year of the course, of the indices that are cheap. */
function yearRuns(
  study: Study,
  request: UncertaintyRequest,
  { selection }: { readonly selection: Parameters<typeof measuredAt>[2] },
  cache: MeasureCache,
): readonly { readonly year: number; readonly stepper: Stepper<Bootstrap | null> }[] {
  const replicates = Math.min(request.bootstraps, courseReplicates);
  if (replicates === 0) return [];
  return familyYears(study, request.family, selection, cache).flatMap(({ year, level }) => {
    const one = year === request.year ? null : measuredAt(study, level, selection, year, cache);
    if (!one || 'refusal' in one) return [];
    const begin = (): Stepper<Bootstrap> => {
      const near = nearOf(one, request);
      // Years in which some areas have no geometry show no intervals of spatial indices: one table serves all.
      const isWhole = near?.table === one.table;
      const specs = measuredIndices.filter(
        (spec) =>
          !isDearOf(spec) &&
          (spec.needs.length === 0 || isWhole) &&
          !Number.isNaN(valueAt(spec, one, request)),
      );
      const statistics = statisticsOf(specs, near ? { context: near.context } : {});
      const { group, reference } = one.table;
      return beginBootstrap([group, reference], statistics, { replicates, seed: request.seed });
    };
    return [{ year, stepper: begunLate(replicates, begin) }];
  });
}

/** Sums over pairs or environments: several times the cost of all other indices together. */
export function isDearOf({ needs }: TwoGroupSpec): boolean {
  return needs.includes('distances') || needs.includes('radius');
}

export function isAffordable({ needs }: Pick<TwoGroupSpec, 'needs'>, units: number): boolean {
  if (needs.includes('distances') && units > mostUnits.distances) return false;
  return !(needs.includes('radius') && units > mostUnits.radius);
}

function uncertaintyOf(
  spec: TwoGroupSpec,
  one: Measured,
  { bootstraps, chances }: Runs,
  request: UncertaintyRequest,
): IndexUncertainty {
  const value = valueAt(spec, one, request);
  const bootstrap = bootstraps.find(({ specs }) => specs.includes(spec));
  const drawn = bootstrap?.stepper.result()?.statistics[bootstrap.specs.indexOf(spec)];
  const chance = chances.find(({ specs }) => specs.includes(spec));
  const test = chance?.stepper.result()?.statistics[chance.specs.indexOf(spec)];
  const interval = drawn ? shownInterval(spec, drawn, test ?? null) : null;
  const closed = expectedAt(spec, one, request);
  const expected = Number.isNaN(closed) ? (test?.mean ?? NaN) : closed;
  return {
    low: interval?.low ?? NaN,
    high: interval?.high ?? NaN,
    expected,
    corrected: correctedValue(spec, value, expected),
    p: test ? probabilityOf(spec, test) : NaN,
    chance: chanceOf(spec),
    reason: whyNot(spec, one, value, request),
  };
}

function whyNot(
  spec: TwoGroupSpec,
  one: Measured,
  value: number,
  request: UncertaintyRequest,
): Reason | null {
  if (Number.isNaN(value)) return reasonOf(spec, { table: one.table, near: nearOf(one, request) });
  return isAffordable(spec, one.positions.length) ? null : 'too-dear';
}

/** p on the side that the index speaks of: more segregation, the side of the value where areas change places, or both. */
export function probabilityOf(
  { direction, chance }: Pick<TwoGroupSpec, 'direction' | 'chance'>,
  { upperP, lowerP, twoSidedP }: ChanceStatistic,
): number {
  if (chance === 'areas') return Math.min(upperP, lowerP);
  return direction === 'more' ? upperP : direction === 'less' ? lowerP : twoSidedP;
}

/** The reflected interval, as far as it lies in the range of the index; differences have none. */
export function intervalOf(
  { reflected }: BootstrapStatistic,
  [least, greatest]: readonly [number, number] = [-Infinity, Infinity],
): { readonly low: number; readonly high: number } {
  const within = (limit: number): number => Math.min(greatest, Math.max(least, limit));
  return { low: within(reflected.low), high: within(reflected.high) };
}

/**
 * The interval of an index beside its test against chance. Of all intervals none holds the true value where it is close
 * to no segregation (`beginBootstrap`); so where chance alone may have made the value, an index of evenness is
 * given the interval from 0 on: test and interval then never contradict each other.
 * @param tail probability left out on either side, 0.025 for 95 %.
 */
export function shownInterval(
  { range, dimension, direction }: Pick<TwoGroupSpec, 'range' | 'dimension' | 'direction'>,
  drawn: BootstrapStatistic,
  test: Pick<ChanceStatistic, 'upperP'> | null,
  tail = 0.025,
): { readonly low: number; readonly high: number } {
  const interval = intervalOf(drawn, range);
  const isPerhapsNone =
    dimension === 'evenness' && direction === 'more' && range[0] === 0 && test !== null && test.upperP > tail;
  return isPerhapsNone ? { ...interval, low: 0 } : interval;
}

function intervalsOf(bootstrap: Bootstrap | null): UncertaintyAnswer['course'][number]['intervals'] {
  return Object.fromEntries(
    (bootstrap?.statistics ?? []).flatMap((one) => {
      const interval = intervalOf(one, indexById(one.id).range);
      return Number.isNaN(interval.low) ? [] : [[one.id, interval]];
    }),
  );
}
