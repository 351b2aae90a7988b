import { polygonCentroid } from '#geo/planar.ts';
import { projectedGeometry } from '#geo/projection.ts';
import type { Level, Study } from '#model/study.ts';
import type { MeasureRequest } from './answer.ts';
import { centreArea } from './centreArea.ts';
import { projectionOf } from './measureCache.ts';

/**
 * Where the centre that is asked for lies, in the projection of the level that is measured; null where none is asked for.
 * @throws `invalid centre: …` for a key that no area with a geometry has.
 */
export function centrePoint(
  study: Study,
  measured: Level,
  settings: Partial<Pick<MeasureRequest, 'family' | 'year' | 'centre'>>,
): readonly [number, number] | null {
  if (settings.centre == null) return null;
  const found = centreArea(study, settings);
  const geometry = found?.level.geometries[found.position] ?? null;
  const point = polygonCentroid(projectedGeometry(geometry, projectionOf(study, measured)));
  if (!point) throw new Error(`invalid centre: ${settings.centre}`);
  return point;
}
