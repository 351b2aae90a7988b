import { yearsOfFamily } from '#model/aggregate.ts';
import { levelFor } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import { contributionsOf } from '#stats/indices/local/contributions.ts';
import { locationQuotientsOf } from '#stats/indices/local/location-quotient.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { IndexValue, MeasureAnswer, MeasureRequest, Reason } from './answer.ts';
import { correctedValue } from './correctedValue.ts';
import { type GroupCounts, groupCounts } from './groupCounts.ts';
import { type GroupSelection, groupSelection } from './groupSelection.ts';
import { createWeightsCache, levelWeights, type WeightsCache } from './levelWeights.ts';
import {
  chanceValue,
  type Measurable,
  measurable,
  measuredIndices,
  measuredValue,
  measuredValues,
} from './measureCounts.ts';
import { reasonOf } from './reasonOf.ts';

/**
 * Measurement of two groups of residents [Messung zweier Gruppen].
 *
 * How unevenly the two groups live, by every index that counts and neighbourhood allow; with the value to be expected
 * under chance, its course over the years, and the same at every other level.
 *
 * x_i persons of the group, y_i of the reference in area i – everyone else of the universe (IS) or another group (ID).
 * Areas are those of the vintage official in the year. Spatial indices look at x_i/(x_i + y_i) and the queen
 * neighbours. Areas without figures or without persons of either group are left out, together with their borders;
 * that differs from the reference packages, which give empty areas the share 0.
 *
 * @param cache neighbourhoods already known; pass the same one again, making them is the slow step.
 * @returns arrays in the order of the level's areas. A question that makes no sense (overlapping groups, different
 * universes, no figures) is answered with `refusal`, never thrown.
 * NaN with a reason: a group absent, a single area, no geometry, no neighbours, no variation.
 * @throws `invalid level: …` for a family that the Study does not have.
 * Cost: with the neighbourhood at hand n log n per year and level.
 * Source: the indices name theirs.
 * @example measure(study, { family: 'plr', year: 2024, group: 'foreigners', reference: 'rest', … }).indices[0]
 */
export function measure(
  study: Study,
  request: MeasureRequest,
  cache: WeightsCache = createWeightsCache(),
): MeasureAnswer {
  const counts = countsFor(study, request);
  if ('refusal' in counts) return refused(study, request, counts.refusal);
  const { level, columns, positions, selection } = counts;
  const one = measurable(counts, cache);
  const { table } = one;
  const { matrix, located } = levelWeights(level, cache);
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
    excluded: columns[0]!.length - positions.length,
    indices: measuredIndices.map((spec) => indexValue(spec, one)),
    course: courseOf(study, request.family, selection, cache),
    scale: scaleOf(study, selection, request.year, cache),
    flips: [],
    contributions: spread(contributionsOf(table)),
    locationQuotients: spread(locationQuotientsOf(table)),
    shares: spread(table.group.map((x, i) => x / table.total[i]!)),
    group: spread(table.group),
    reference: spread(table.reference),
    islands: level.keys.filter((_, a) => located[a] && matrix.offsets[a] === matrix.offsets[a + 1]),
  };
}

/** The counts a request is about, or why there are none. */
export function countsFor(
  study: Study,
  { family, year, group, reference }: MeasureRequest,
): (GroupCounts & { readonly selection: GroupSelection }) | { readonly refusal: Reason } {
  const selection = groupSelection(study, [group, reference]);
  if ('refusal' in selection) return selection;
  const counts = countsIn(study, family, selection, year);
  return 'refusal' in counts ? counts : { ...counts, selection };
}

/** The counts of a family in a year, at the vintage that knows the groups then. */
function countsIn(
  study: Study,
  family: string,
  selection: GroupSelection,
  year: number,
): GroupCounts | { readonly refusal: Reason } {
  const known = yearsOfFamily(study, family, selection.variables).find(
    (candidate) => candidate.year === year,
  );
  return known ? groupCounts(study, known.level.id, selection, year) : { refusal: 'no-figures' };
}

function indexValue(spec: TwoGroupSpec, one: Measurable): IndexValue {
  const value = measuredValue(spec, one);
  const expected = chanceValue(spec, one);
  return {
    id: spec.id,
    value,
    expected,
    corrected: correctedValue(spec, value, expected),
    reason: Number.isNaN(value) ? reasonOf(spec, one) : null,
  };
}

function courseOf(
  study: Study,
  family: string,
  selection: GroupSelection,
  cache: WeightsCache,
): MeasureAnswer['course'] {
  return yearsOfFamily(study, family, selection.variables).flatMap(({ year, level }) => {
    const counts = groupCounts(study, level.id, selection, year);
    if ('refusal' in counts) return [];
    return [{ year, level: level.id, values: measuredValues(measurable(counts, cache)) }];
  });
}

function scaleOf(
  study: Study,
  selection: GroupSelection,
  year: number,
  cache: WeightsCache,
): MeasureAnswer['scale'] {
  return study.families.flatMap(({ id: family }) => {
    const counts = countsIn(study, family, selection, year);
    if ('refusal' in counts) return [];
    return [
      {
        family,
        level: counts.level.id,
        used: counts.positions.length,
        values: measuredValues(measurable(counts, cache)),
      },
    ];
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
