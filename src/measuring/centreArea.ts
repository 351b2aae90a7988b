import { levelFor } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import type { MeasureRequest } from './answer.ts';

/** An area by its level and its position there. */
export interface CentreArea {
  readonly level: Level;
  readonly position: number;
}

/**
 * The area that a chosen centre names [Zentrum]: of the vintage of the family in the year; where that does not have the
 * key, of its other vintages; and then of the other families, finest first. So one centre serves all years and levels.
 * Null where no area with a geometry has this key.
 */
export function centreArea(
  study: Study,
  { family, year, centre }: Partial<Pick<MeasureRequest, 'family' | 'year' | 'centre'>>,
): CentreArea | null {
  if (centre == null) return null;
  const own = family === undefined ? null : levelFor(study, family, year ?? Infinity);
  const rank = (level: Level): number =>
    level === own
      ? -2
      : level.family === family
        ? -1
        : study.families.findIndex(({ id }) => id === level.family);
  for (const level of [...study.levels].sort((a, b) => rank(a) - rank(b))) {
    const position = level.keys.indexOf(centre);
    if (position >= 0 && level.geometries[position]) return { level, position };
  }
  return null;
}
