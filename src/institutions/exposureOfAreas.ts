import { levelById } from '#model/lookup.ts';
import type { Institution, Study } from '#model/study.ts';
import type { InstitutionRequest } from './answer.ts';
import { assessInstitutions } from './assess.ts';
import { type CatchmentPart, catchmentsOfAreas } from './catchment.ts';
import { samplePoints } from './samplePoints.ts';

export interface AreaExposure {
  /** Year of the institutions' figures; NaN when there are none. */
  readonly year: number;
  /** How children were brought to institutions; `none`: not possible. */
  readonly method: 'catchments' | 'nearest' | 'none';
  /** Per area 0…1: expected share of its children in institutions above the threshold. NaN where unknown. */
  readonly shares: Float64Array;
}

interface Place {
  readonly total: number;
  readonly above: number;
}

/**
 * Exposure of areas to remarkable institutions [Anteil der Kinder in auffälligen Einrichtungen].
 *
 * Which share of an area's children goes to an institution above the threshold, if they go where they live: to the
 * institutions of their catchment, in proportion to these institutions' size, or to the nearest one where there are no
 * catchments.
 *
 * e_a = sum_c w_ac A_c/T_c / sum_c w_ac; w_ac part of area a in catchment c (or nearest to institution c), T_c children
 * in c's institutions with figures, A_c those of them in institutions standing `above`. Catchments without figures
 * count for neither sum. Where children really go (school choice) is not known per area.
 *
 * @param request selection and threshold; long-term need asks with `funnel-998`.
 * @returns one share per area of the level, in its order; 0 none … 1 all.
 * NaN for an area without geometry, outside every catchment, or whose institutions have no figures.
 * Cost: areas × 100 points × (catchments whose box holds the point, or institutions).
 * @throws as `assessInstitutions`.
 * Source: own.
 * @example an area half in catchment A (its school above) and half in B (within) → 0.5
 */
export function exposureOfAreas(study: Study, levelId: string, request: InstitutionRequest): AreaExposure {
  const answer = assessInstitutions(study, request);
  const level = levelById(study, levelId);
  const unknown = new Float64Array(level.keys.length).fill(NaN);
  if (answer.rows.length === 0) return { year: answer.year, method: 'none', shares: unknown };
  const places = new Map<string, Place>(
    answer.rows.map((row) => [
      row.institution,
      { total: row.total, above: row.standing === 'above' ? row.total : 0 },
    ]),
  );

  const parts = catchmentsOfAreas(study, levelId, request.form, answer.year);
  const byCatchment = Float64Array.from(parts, (part) => shareOver(part, places));
  if (byCatchment.some((share) => !Number.isNaN(share))) {
    return { year: answer.year, method: 'catchments', shares: byCatchment };
  }
  const positioned = study.institutions.filter(({ id, position }) => position && places.has(id));
  if (positioned.length === 0) return { year: answer.year, method: 'none', shares: unknown };
  const shares = Float64Array.from(level.geometries, (geometry) => {
    if (!geometry) return NaN;
    const points = samplePoints(geometry);
    let above = 0;
    for (const point of points) {
      const place = places.get(nearest(positioned, point).id);
      if (place && place.above > 0) above++;
    }
    return above / points.length;
  });
  return { year: answer.year, method: 'nearest', shares };
}

function shareOver(parts: readonly CatchmentPart[], places: ReadonlyMap<string, Place>): number {
  let weight = 0;
  let sum = 0;
  for (const { catchment, part } of parts) {
    let total = 0;
    let above = 0;
    for (const id of catchment.institutions) {
      const place = places.get(id);
      if (!place) continue;
      total += place.total;
      above += place.above;
    }
    if (total === 0) continue;
    weight += part;
    sum += (part * above) / total;
  }
  return weight > 0 ? sum / weight : NaN;
}

/** By distance on a plane touching the earth at the point: exact enough within a city. */
function nearest(institutions: readonly Institution[], [x, y]: readonly [number, number]): Institution {
  const shrink = Math.cos((y * Math.PI) / 180);
  let best = institutions[0]!;
  let least = Infinity;
  for (const institution of institutions) {
    const [lon, lat] = institution.position!;
    const distance = ((lon - x) * shrink) ** 2 + (lat - y) ** 2;
    if (distance < least) {
      least = distance;
      best = institution;
    }
  }
  return best;
}
