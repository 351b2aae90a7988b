import type { Study } from '#model/study.ts';
import type { Bootstrap } from '#stats/inference/bootstrap.ts';
import type { ChanceTest } from '#stats/inference/chance-test.ts';
import {
  beginDifferenceBootstrap,
  beginComparison as beginRelabelling,
} from '#stats/inference/comparison.ts';
import { statisticsOf } from '#stats/inference/statistics.ts';
import type { Stepper } from '#stats/inference/stepper.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { ComparisonAnswer, ComparisonRequest } from './answer.ts';
import { measure, measuredFor } from './measure.ts';
import { createMeasureCache, type MeasureCache } from './measureCache.ts';
import { type Measured, nearOf } from './measuredAt.ts';
import { measuredIndices } from './measureIndex.ts';
import { type Stage, type StagedStepper, staged } from './stages.ts';
import { firstLook, intervalOf, isAffordable, isDearOf } from './uncertainty.ts';

/**
 * Two measurements side by side [Vergleich zweier Messungen], begun: two groups, years, levels or cities.
 *
 * Whether one side is more segregated than the other, within which limits the difference lies, and whether it would come
 * about if areas belonged to one side or the other by chance.
 *
 * Difference = right − left. Interval: both sides resampled by themselves (bootstrap of persons); persons who are on both
 * sides – two groups of one year, two levels – are drawn twice as if they were others, which makes it too wide rather
 * than too narrow. p: random labelling, two-sided – the two compositions of every area change sides or not where both
 * sides have the same areas; where they have others (another vintage, another city), all areas are dealt out anew, for
 * the indices of counts alone.
 *
 * @param other the study of the right side; null = the same.
 * @param request both sides with their own settings; `bootstraps` and `permutations` from `seed`.
 * @returns a stepper; both measurements are in its first result. Differences of all indices; low, high and p NaN where
 * they are not known yet or would take too long (see `beginUncertainty`), p also where two groups or two levels are
 * compared: those are not exchangeable.
 * NaN: the difference where a value is. No differences where a side is refused.
 * @throws as `measure`, `beginRelabelling` and `beginDifferenceBootstrap`.
 * Cost per replicate: both tables and their indices.
 * Source: Rey & Sastré-Gutiérrez 2010; Davison & Hinkley 1997, 3.2.
 * @example finish(beginComparison(study, null, { left: in2015, right: in2024, other: null, … })).differences.D
 */
export function beginComparison(
  study: Study,
  other: Study | null,
  request: ComparisonRequest,
  cache: MeasureCache = createMeasureCache(),
): StagedStepper<ComparisonAnswer> {
  const left = measure(study, request.left, cache);
  const right = measure(other ?? study, request.right, cache);
  const one = measuredFor(study, request.left, cache);
  const two = measuredFor(other ?? study, request.right, cache);
  if ('refusal' in one || 'refusal' in two) {
    return staged([], () => ({ request, left, right, differences: {} }));
  }
  const differences = measuredIndices.map((_, k) => right.indices[k]!.value - left.indices[k]!.value);
  const runs = runsOf(one, two, other !== null, request);
  const steppers = runs.flatMap(({ bootstrap, relabelling, isDear }) =>
    [bootstrap, relabelling].flatMap((stepper) => (stepper ? [{ stepper, isDear }] : [])),
  );
  const stages: readonly Stage[] = [
    ...steppers.flatMap(({ stepper, isDear }) => (isDear ? [] : [{ stepper, until: firstLook }])),
    ...steppers.map(({ stepper }) => ({ stepper, until: stepper.total })),
  ];
  return staged(stages, () => ({
    request,
    left,
    right,
    differences: Object.fromEntries(
      measuredIndices.map((spec, k) => [
        spec.id,
        { value: differences[k]!, ...limitsOf(spec, runs), p: probabilityOf(spec, runs) },
      ]),
    ),
  }));
}

/** Indices over the same tables. */
interface Run {
  readonly isDear: boolean;
  readonly specs: readonly TwoGroupSpec[];
  readonly bootstrap: Stepper<Bootstrap> | null;
  /** Its figures, which may be fewer. */
  readonly labelled: readonly TwoGroupSpec[];
  readonly relabelling: Stepper<ChanceTest> | null;
}

function runsOf(
  left: Measured,
  right: Measured,
  isOther: boolean,
  request: ComparisonRequest,
): readonly Run[] {
  const [nearLeft, nearRight] = [nearOf(left, request.left), nearOf(right, request.right)];
  const units = Math.max(left.positions.length, right.positions.length);
  const isSpatial = nearLeft?.table === left.table && nearRight?.table === right.table;
  const specs = measuredIndices.filter(
    (spec) => (spec.needs.length === 0 || isSpatial) && isAffordable(spec, units),
  );
  const isPaired = !isOther && left.level === right.level && left.positions.join() === right.positions.join();
  const areGroupsAlike =
    isOther ||
    (request.left.group === request.right.group && request.left.reference === request.right.reference);
  const isExchangeable = areGroupsAlike && (isOther || request.left.family === request.right.family);
  const { bootstraps, permutations, seed } = request;
  const columns = ({ table }: Measured) => [table.group, table.reference];
  const figures = (chosen: readonly TwoGroupSpec[], near: typeof nearLeft) =>
    statisticsOf(chosen, near ? { context: near.context } : {});
  return [false, true].flatMap((isDear): readonly Run[] => {
    const own = specs.filter((spec) => isDearOf(spec) === isDear);
    const labelled = isExchangeable ? own.filter((spec) => isPaired || spec.needs.length === 0) : [];
    if (own.length === 0) return [];
    return [
      {
        isDear,
        specs: own,
        bootstrap:
          bootstraps === 0
            ? null
            : beginDifferenceBootstrap(columns(right), columns(left), figures(own, nearRight), {
                secondStatistics: figures(own, nearLeft),
                replicates: bootstraps,
                seed,
              }),
        labelled,
        relabelling:
          permutations === 0 || labelled.length === 0
            ? null
            : beginRelabelling(columns(right), columns(left), figures(labelled, nearRight), {
                secondStatistics: figures(labelled, nearLeft),
                paired: isPaired,
                replicates: permutations,
                seed,
              }),
      },
    ];
  });
}

function limitsOf(spec: TwoGroupSpec, runs: readonly Run[]): { readonly low: number; readonly high: number } {
  const run = runs.find(({ specs }) => specs.includes(spec));
  const drawn = run?.bootstrap?.result().statistics[run.specs.indexOf(spec)];
  return drawn ? intervalOf(drawn) : { low: NaN, high: NaN };
}

function probabilityOf(spec: TwoGroupSpec, runs: readonly Run[]): number {
  const run = runs.find(({ labelled }) => labelled.includes(spec));
  return run?.relabelling?.result().statistics[run.labelled.indexOf(spec)]?.twoSidedP ?? NaN;
}
