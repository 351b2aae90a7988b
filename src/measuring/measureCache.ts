import { polygonBounds } from '#geo/planar.ts';
import { type Projection, utmCodeOf, utmProjection } from '#geo/projection.ts';
import { yearsOfFamily } from '#model/aggregate.ts';
import type { Level, Study } from '#model/study.ts';
import { type Geography, geographyOf } from './geography.ts';
import type { GroupSelection } from './groupSelection.ts';
import type { Measured } from './measuredAt.ts';

/**
 * What has been worked out about Studies and is needed again: geographies by level, values by question. Held by whoever
 * keeps the Studies; with them the entries go.
 */
export interface MeasureCache {
  readonly geographies: WeakMap<Level, Geography>;
  readonly measured: WeakMap<Study, Map<string, Measured>>;
  readonly years: WeakMap<Study, Map<string, FamilyYears>>;
}

/** Years with figures, each with the level that has them. */
export type FamilyYears = ReturnType<typeof yearsOfFamily>;

export function createMeasureCache(): MeasureCache {
  return { geographies: new WeakMap(), measured: new WeakMap(), years: new WeakMap() };
}

/** `yearsOfFamily` from the cache: it looks at every cell. */
export function familyYears(
  study: Study,
  family: string,
  { variables }: Pick<GroupSelection, 'variables'>,
  cache: MeasureCache,
): FamilyYears {
  let known = cache.years.get(study);
  if (!known) {
    known = new Map();
    cache.years.set(study, known);
  }
  const key = JSON.stringify([family, variables]);
  let years = known.get(key);
  if (!years) {
    years = yearsOfFamily(study, family, variables);
    known.set(key, years);
  }
  return years;
}

/** The geography of a level from the cache: it depends neither on year nor on group. */
export function levelGeography(study: Study, level: Level, cache: MeasureCache): Geography {
  const known = cache.geographies.get(level);
  if (known) return known;
  const made = geographyOf(level.geometries, projectionOf(study, level));
  cache.geographies.set(level, made);
  return made;
}

/** The UTM zone that the Study names; for any other system the zone around its middle. */
export function projectionOf({ crs }: Study, level: Level): Projection {
  const code = Number(/^EPSG:(258[23]\d|32[67]\d\d)$/.exec(crs)?.[1]);
  try {
    if (code) return utmProjection(code);
  } catch {
    // A code that only looks like one: as for any other system.
  }
  let west = Infinity;
  let east = -Infinity;
  for (const geometry of level.geometries) {
    const bounds = polygonBounds(geometry);
    if (!bounds) continue;
    west = Math.min(west, bounds[0]);
    east = Math.max(east, bounds[2]);
  }
  return utmProjection(utmCodeOf(west <= east ? (west + east) / 2 : 9));
}
