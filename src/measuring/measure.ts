import { levelFor } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import { contributionsOf } from '#stats/indices/local/contributions.ts';
import { locationQuotientsOf } from '#stats/indices/local/location-quotient.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { IndexValue, MeasureAnswer, MeasureRequest, Reason, SecretRange } from './answer.ts';
import { correctedValue } from './correctedValue.ts';
import { type GroupSelection, groupSelection } from './groupSelection.ts';
import type { SpaceSettings } from './indexContext.ts';
import { createMeasureCache, familyYears, levelGeography, type MeasureCache } from './measureCache.ts';
import { expectedAt, type Measured, measuredAt, nearOf, valueAt, valuesAtAll } from './measuredAt.ts';
import { measuredIndices } from './measureIndex.ts';
import { rankFlips } from './rankFlips.ts';
import { reasonOf } from './reasonOf.ts';
import { secretRange } from './secretRange.ts';

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
  const one = measuredFor(study, request, cache);
  if ('refusal' in one) return refused(study, request, one.refusal);
  const { level, positions, table, selection } = one;
  const geography = levelGeography(study, level, cache);
  const { offsets } = geography.contiguity;
  const spread = (values: Float64Array): Float64Array => {
    const all = new Float64Array(level.keys.length).fill(NaN);
    positions.forEach((a, row) => {
      all[a] = values[row]!;
    });
    return all;
  };
  return {
    request,
    refusal: null,
    level: level.id,
    groupTotal: table.groupSum,
    referenceTotal: table.referenceSum,
    used: positions.length,
    excluded: level.keys.length - positions.length,
    indices: measuredIndices.map((spec) => indexValue(spec, one, request)),
    range: rangeOf(study, one, selection, request.year),
    course: courseOf(study, request, selection, cache),
    scale: scaleOf(study, request, selection, cache),
    flips: rankFlips(study, request, selection, cache),
    contributions: spread(contributionsOf(table)),
    locationQuotients: spread(locationQuotientsOf(table)),
    shares: spread(table.group.map((x, i) => x / table.total[i]!)),
    group: spread(table.group),
    reference: spread(table.reference),
    islands: level.keys.filter((_, a) => geography.located[a] && offsets[a] === offsets[a + 1]),
  };
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
export function levelKnowing(
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

function courseOf(
  study: Study,
  request: MeasureRequest,
  selection: GroupSelection,
  cache: MeasureCache,
): MeasureAnswer['course'] {
  return familyYears(study, request.family, selection, cache).flatMap(({ year, level }) => {
    const one = measuredAt(study, level, selection, year, cache);
    return 'refusal' in one ? [] : [{ year, level: level.id, values: valuesAtAll(one, request) }];
  });
}

function scaleOf(
  study: Study,
  request: MeasureRequest,
  selection: GroupSelection,
  cache: MeasureCache,
): MeasureAnswer['scale'] {
  return study.families.flatMap(({ id: family }) => {
    const level = levelKnowing(study, family, selection, request.year, cache);
    if (!level) return [];
    const one = measuredAt(study, level, selection, request.year, cache);
    if ('refusal' in one) return [];
    const values = valuesAtAll(one, request);
    return [{ family, level: level.id, used: one.positions.length, values }];
  });
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
