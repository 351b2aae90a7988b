import { polygonBounds } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import { levelById } from '#model/lookup.ts';
import type { Catchment, Study } from '#model/study.ts';
import { samplePoints } from './samplePoints.ts';

/** Part of an area that lies in one catchment. */
export interface CatchmentPart {
  readonly catchment: Catchment;
  /** 0…1: share of the area's sample points inside. */
  readonly part: number;
}

/**
 * Catchments in force [Einzugsbereiche]: per form those of the newest year up to `year`, else of the earliest there is.
 *
 * @param form form id, or `all`.
 */
export function catchmentsInForce(study: Study, form: string, year: number): readonly Catchment[] {
  const candidates = study.catchments.filter((catchment) => form === 'all' || catchment.form === form);
  const yearOf = new Map<string, number>();
  for (const id of new Set(candidates.map((catchment) => catchment.form))) {
    const years = candidates.filter((catchment) => catchment.form === id).map((catchment) => catchment.year);
    const past = years.filter((candidate) => candidate <= year);
    yearOf.set(id, past.length > 0 ? Math.max(...past) : Math.min(...years));
  }
  return candidates.filter((catchment) => catchment.year === yearOf.get(catchment.form));
}

/**
 * Catchments of areas [Einzugsbereiche der Gebiete].
 *
 * For every area of a level the catchments it lies in, and which part of it. Measured with up to 100 points spread over
 * the area, so a part is known to about 1 per cent of the area's surface; people are taken to live evenly in it.
 *
 * @param form form id, or `all`; parts add up to 1 per form where the catchments cover the area.
 * @returns one list per area in the level's order, largest part first; empty where the area has no geometry or lies in
 * no catchment.
 * Cost: areas × points × catchments whose bounding box holds the point.
 * Source: own: every child at the school of its catchment.
 * @example a square area half in catchment A and half in B → [{ A, 0.5 }, { B, 0.5 }]
 */
export function catchmentsOfAreas(
  study: Study,
  levelId: string,
  form: string,
  year: number,
): readonly (readonly CatchmentPart[])[] {
  const catchments = catchmentsInForce(study, form, year).map((catchment) => ({
    catchment,
    bounds: polygonBounds(catchment.geometry),
  }));
  return levelById(study, levelId).geometries.map((geometry) => {
    if (!geometry || catchments.length === 0) return [];
    const points = samplePoints(geometry);
    const hits = new Map<Catchment, number>();
    for (const [x, y] of points) {
      for (const { catchment, bounds } of catchments) {
        if (!bounds || x < bounds[0] || y < bounds[1] || x > bounds[2] || y > bounds[3]) continue;
        if (pointInPolygon(x, y, catchment.geometry)) hits.set(catchment, (hits.get(catchment) ?? 0) + 1);
      }
    }
    return [...hits]
      .map(([catchment, count]) => ({ catchment, part: count / points.length }))
      .sort((a, b) => b.part - a.part);
  });
}
