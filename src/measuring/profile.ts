import type { Study } from '#model/study.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { ProfileAnswer, ProfileRequest } from './answer.ts';
import { contextFor, withKeptSums } from './indexContext.ts';
import { measuredFor } from './measure.ts';
import { createMeasureCache, familyYears, type MeasureCache } from './measureCache.ts';
import { type Measured, measuredAt } from './measuredAt.ts';
import { measuredIndices } from './measureIndex.ts';

/** Every index of local environments. */
export const profileIndices: readonly TwoGroupSpec[] = measuredIndices.filter(({ needs }) =>
  needs.includes('radius'),
);

/** Radii whose values are set against each other, in metres. */
const macroRadius = 4000;
const microRadius = 500;

/**
 * Segregation profile of a measurement [Segregationsprofil einer Messung].
 *
 * How segregation falls as larger and larger surroundings are looked at: at once where groups are separated from block to
 * block, slowly where they live in different parts of the city.
 *
 * Every index of local environments at every radius, with the kernel of the request; the same in the first year with
 * figures; and the value at 4 km over that at 500 m.
 *
 * @param request `radii` in metres, > 0; `radius` is not read.
 * @returns values beside `request.radii` by index id; `before` null where the year shown is the first.
 * macroMicro near 0: separated within the large surroundings; near 1: between them.
 * NaN: as the indices; macroMicro where the value at 500 m is 0 or NaN. Everything empty with a refusal, `no-geometry`
 * where no area has one.
 * @throws `invalid radius: …`, and `invalid level: …` for a family that the Study does not have.
 * Cost: per radius the pairs of areas within it.
 * Source: Reardon et al. 2008, Demography 45, 489–514.
 * @example profileOf(study, { …, radii: [250, 500, 1000, 2000, 4000, 8000] }).macroMicro.spatial_H
 */
export function profileOf(
  study: Study,
  request: ProfileRequest,
  cache: MeasureCache = createMeasureCache(),
): ProfileAnswer {
  const one = measuredFor(study, request, cache);
  const refusal = 'refusal' in one ? one.refusal : one.located ? null : 'no-geometry';
  if ('refusal' in one || refusal) return { request, refusal, values: {}, before: null, macroMicro: {} };
  const first = familyYears(study, request.family, one.selection, cache)[0];
  const before =
    first && first.year < request.year
      ? measuredAt(study, first.level, one.selection, first.year, cache)
      : null;
  const ends = valuesAtRadii(one, { ...request, radii: [macroRadius, microRadius] });
  return {
    request,
    refusal: null,
    values: valuesAtRadii(one, request),
    before:
      first && before && !('refusal' in before) && before.located
        ? { year: first.year, values: valuesAtRadii(before, request) }
        : null,
    macroMicro: Object.fromEntries(
      Object.entries(ends).map(([id, [macro = NaN, micro = NaN]]) => [id, micro === 0 ? NaN : macro / micro]),
    ),
  };
}

function valuesAtRadii({ located }: Measured, request: ProfileRequest): ProfileAnswer['values'] {
  if (!located) return {};
  const contexts = request.radii.map((radius) =>
    withKeptSums(contextFor(located.geography, located.positions, { ...request, radius })),
  );
  return Object.fromEntries(
    profileIndices.map((spec) => [spec.id, contexts.map((context) => spec.compute(located.table, context))]),
  );
}
