import { levelFor } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import { contributionsOf } from '#stats/indices/local/contributions.ts';
import { locationQuotientsOf } from '#stats/indices/local/location-quotient.ts';
import { finish } from '#stats/inference/stepper.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { IndexValue, MeasureAnswer, MeasureRequest, RankFlip, Reason, SecretRange } from './answer.ts';
import { correctedValue } from './correctedValue.ts';
import { type GroupSelection, groupSelection } from './groupSelection.ts';
import type { SpaceSettings } from './indexContext.ts';
import { createMeasureCache, familyYears, levelGeography, type MeasureCache } from './measureCache.ts';
import {
  expectedAt,
  knownValue,
  knownValues,
  type Measured,
  measuredAt,
  nearOf,
  valueAt,
} from './measuredAt.ts';
import { measuredIndices } from './measureIndex.ts';
import { groupsBeside, rankFlips, rankValues } from './rankFlips.ts';
import { reasonOf } from './reasonOf.ts';
import { secretRange } from './secretRange.ts';
import { type StagedStepper, staged, tasksInTurn } from './stages.ts';

/**
 * Measurement of two groups of residents [Messung zweier Gruppen].
 *
 * How unevenly the two groups live, by every index of the catalogue; with the value to be expected under chance, its
 * course over the years, the same at every other level, and comparisons that turn round between levels.
 *
 * x_i persons of the group, y_i of the reference in area i – everyone else of the universe (IS) or another group (ID).
 * Areas are those of the vintage official in the year; distances, areas and borders in metres of the Study's UTM zone.
 * Areas without figures or without persons of either group are left out, together with their borders and their land;
 * that differs from the reference packages, which give empty areas the share 0. Who is a neighbour and how far an
 * environment reaches the request says.
 *
 * @param cache what is known already; pass the same one again: then another year costs the values of that year only.
 * @returns arrays in the order of the level's areas. A question that makes no sense (overlapping groups, different
 * universes, no figures) is answered with `refusal`, never thrown.
 * NaN with a reason: a group absent, a single area, no geometry, no neighbours, no variation, one place.
 * @throws `invalid level: …` for a family that the Study does not have, `invalid centre: …` for an area that it does not.
 * Cost: per year and level n log n for the indices of counts, the links for those of neighbourhoods, n² additions for
 * those of distances; the first time the geography of the level.
 * Source: the indices name theirs.
 * @example measure(study, { family: 'plr', year: 2024, group: 'foreigners', reference: 'rest', … }).indices[0]
 */
export function measure(
  study: Study,
  request: MeasureRequest,
  cache: MeasureCache = createMeasureCache(),
): MeasureAnswer {
  return finish(beginMeasure(study, request, cache));
}

const ofCounts = measuredIndices.filter(({ needs }) => needs.length === 0);
const ofPlaces = measuredIndices.filter(({ needs }) => needs.length > 0);

/**
 * `measure`, begun: what counts alone say, for all years and levels; the indices of places; those of the other years and
 * levels; what turns round between levels.
 *
 * @returns a stepper in stages. What has not been computed yet is NaN with the reason `pending`, or missing from course and
 * scale.
 */
export function beginMeasure(
  study: Study,
  request: MeasureRequest,
  cache: MeasureCache = createMeasureCache(),
): StagedStepper<MeasureAnswer> {
  const one = measuredFor(study, request, cache);
  if ('refusal' in one) return staged([], () => refused(study, request, one.refusal));
  const { level, positions, table, selection } = one;
  const geography = levelGeography(study, level, cache);
  const years = familyYears(study, request.family, selection, cache);
  const families = study.families.flatMap(({ id: family }) => {
    const its = levelKnowing(study, family, selection, request.year, cache);
    return its ? [{ family, level: its }] : [];
  });
  const compute = (its: Level, year: number, specs: readonly TwoGroupSpec[]) => () => {
    const other = measuredAt(study, its, selection, year, cache);
    if (!('refusal' in other)) for (const spec of specs) valueAt(spec, other, request);
  };
  const computeShown = (spec: TwoGroupSpec) => () => void indexValue(spec, one, request);
  let range: SecretRange | null = null;
  let islands: readonly string[] = [];
  let flips: readonly RankFlip[] = [];
  const stages = [
    [
      ...ofCounts.map(computeShown),
      ...years.map(({ year, level: its }) => compute(its, year, ofCounts)),
      ...families.map(({ level: its }) => compute(its, request.year, ofCounts)),
    ],
    [
      () => {
        const { offsets } = geography.contiguity;
        islands = level.keys.filter((_, a) => geography.located[a] && offsets[a] === offsets[a + 1]);
      },
      ...ofPlaces.map(computeShown),
      () => {
        range = rangeOf(study, one, selection, request.year);
      },
    ],
    [
      ...years.map(({ year, level: its }) => compute(its, year, ofPlaces)),
      ...families.map(({ level: its }) => compute(its, request.year, ofPlaces)),
    ],
    [
      ...groupsBeside(study, selection).flatMap((group) =>
        families.map(
          ({ family }) =>
            () =>
              rankValues(study, family, group, request.year, cache),
        ),
      ),
      () => {
        flips = rankFlips(study, request, selection, cache);
      },
    ],
  ].map((tasks) => ({ stepper: tasksInTurn(tasks), until: tasks.length }));

  const spread = (values: Float64Array): Float64Array => {
    const all = new Float64Array(level.keys.length).fill(NaN);
    positions.forEach((a, row) => {
      all[a] = values[row]!;
    });
    return all;
  };
  return staged(stages, () => ({
    request,
    refusal: null,
    level: level.id,
    groupTotal: table.groupSum,
    referenceTotal: table.referenceSum,
    used: positions.length,
    excluded: level.keys.length - positions.length,
    indices: measuredIndices.map((spec) =>
      knownValue(spec, one, request) === undefined ? pendingValue(spec) : indexValue(spec, one, request),
    ),
    range,
    course: years.flatMap(({ year, level: its }) => {
      const other = measuredAt(study, its, selection, year, cache);
      return 'refusal' in other ? [] : [{ year, level: its.id, values: knownValues(other, request) }];
    }),
    scale: families.flatMap(({ family, level: its }) => {
      const other = measuredAt(study, its, selection, request.year, cache);
      if ('refusal' in other) return [];
      return [{ family, level: its.id, used: other.positions.length, values: knownValues(other, request) }];
    }),
    flips,
    contributions: spread(contributionsOf(table)),
    locationQuotients: spread(locationQuotientsOf(table)),
    shares: spread(table.group.map((x, i) => x / table.total[i]!)),
    group: spread(table.group),
    reference: spread(table.reference),
    islands,
  }));
}

function pendingValue({ id }: TwoGroupSpec): IndexValue {
  return { id, value: NaN, expected: NaN, corrected: NaN, reason: 'pending' };
}

/** What a request is about, or why there is nothing. */
export function measuredFor(
  study: Study,
  { family, year, group, reference }: MeasureRequest,
  cache: MeasureCache,
): (Measured & { readonly selection: GroupSelection }) | { readonly refusal: Reason } {
  const selection = groupSelection(study, [group, reference]);
  if ('refusal' in selection) return selection;
  const level = levelKnowing(study, family, selection, year, cache);
  if (!level) return { refusal: 'no-figures' };
  const one = measuredAt(study, level, selection, year, cache);
  return 'refusal' in one ? one : { ...one, selection };
}

/** The vintage of a family that knows the groups in a year. */
function levelKnowing(
  study: Study,
  family: string,
  selection: GroupSelection,
  year: number,
  cache: MeasureCache,
): Level | null {
  return familyYears(study, family, selection, cache).find((one) => one.year === year)?.level ?? null;
}

function indexValue(spec: TwoGroupSpec, one: Measured, settings: SpaceSettings): IndexValue {
  const value = valueAt(spec, one, settings);
  const expected = expectedAt(spec, one, settings);
  return {
    id: spec.id,
    value,
    expected,
    corrected: correctedValue(spec, value, expected),
    reason: Number.isNaN(value) ? reasonOf(spec, { table: one.table, near: nearOf(one, settings) }) : null,
  };
}

const ranges = new WeakMap<Measured, SecretRange | null>();

/** The range under secret counts, worked out once: it depends neither on neighbours nor on radius. */
function rangeOf(study: Study, one: Measured, selection: GroupSelection, year: number): SecretRange | null {
  let range = ranges.get(one);
  if (range === undefined) {
    range = secretRange(study, one.level, selection, year);
    ranges.set(one, range);
  }
  return range;
}

function refused(study: Study, request: MeasureRequest, refusal: Reason): MeasureAnswer {
  const level = levelFor(study, request.family, request.year);
  if (!level) throw new Error(`invalid level: ${request.family}`);
  const areas = level.keys.length;
  const unknown = () => new Float64Array(areas).fill(NaN);
  return {
    request,
    refusal,
    level: level.id,
    groupTotal: NaN,
    referenceTotal: NaN,
    used: 0,
    excluded: areas,
    indices: measuredIndices.map(({ id }) => ({
      id,
      value: NaN,
      expected: NaN,
      corrected: NaN,
      reason: refusal,
    })),
    range: null,
    course: [],
    scale: [],
    flips: [],
    contributions: unknown(),
    locationQuotients: unknown(),
    shares: unknown(),
    group: unknown(),
    reference: unknown(),
    islands: [],
  };
}
