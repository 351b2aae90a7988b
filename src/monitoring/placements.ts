import { indicatorValues, variablesOf, yearsOfFamily, yearsOfVariables } from '#model/aggregate.ts';
import { ancestorPositions, indicatorById, levelById } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import type { Origin } from './answer.ts';
import { cityOf } from './evaluateEdition.ts';
import { nearestCounts, type VintageLinks, vintageLinks } from './vintageLinks.ts';

/** One year of an indicator as the areas of the assessed level can use it. */
export interface Placement {
  readonly origin: Origin;
  /** Position of each area in the level the figures belong to, −1 = none. */
  readonly positions: Int32Array;
}

export interface PlacedValues {
  readonly origin: Origin;
  /** Per area of the assessed level. */
  readonly values: Float64Array;
  readonly city: number;
}

/**
 * The years in which the areas of a level can be given an indicator, ascending: their own figures, else those of the
 * old area most of their residents come from, and only where the family knows nothing at all those of the coarser area
 * around them. Empty = the pack does not know the indicator here.
 */
export function placementsOf(
  study: Study,
  level: Level,
  indicatorId: string,
  links: VintageLinks,
  residentVariables: readonly string[],
): readonly Placement[] {
  const indicator = study.indicators.find((candidate) => candidate.id === indicatorId);
  if (!indicator) return [];
  const variables = variablesOf(indicator);
  for (let above: Level | null = level; above; above = above.parent && levelById(study, above.parent.level)) {
    const up = ancestorPositions(study, level, above)!;
    const link = above.id === level.id ? links : vintageLinks(study, above, residentVariables);
    const byYear = new Map<number, Placement>();
    for (const { year, level: home } of yearsOfFamily(study, above.family, variables)) {
      const old = home.id === above.id ? null : link(home, year);
      if (home.id !== above.id && !old) continue;
      byYear.set(year, {
        origin: { kind: kindOf(level, above, home), level: home.id, year },
        positions: old ? up.map((position) => (position < 0 ? -1 : old[position]!)) : up,
      });
    }
    for (const year of yearsOfVariables(study, above, variables)) {
      byYear.set(year, {
        origin: { kind: kindOf(level, above, above), level: above.id, year },
        positions: up,
      });
    }
    if (byYear.size > 0) return [...byYear.values()].sort((a, b) => a.origin.year - b.origin.year);
  }
  return [];
}

/** The newest placement up to `year`, else the first after it; null when there is none. */
export function placementFor(placements: readonly Placement[], year: number): Placement | null {
  return placements.findLast((each) => each.origin.year <= year) ?? placements[0] ?? null;
}

export function placedValues(
  study: Study,
  placement: Placement,
  indicatorId: string,
  residentVariables: readonly string[],
): PlacedValues | null {
  const { origin, positions } = placement;
  const found = indicatorValues(study, origin.level, indicatorById(study, indicatorId).id, origin.year);
  if (!found) return null;
  const city = Number.isNaN(found.city)
    ? cityOf(found, nearestCounts(study, levelById(study, origin.level), residentVariables, origin.year))
    : found.city;
  return {
    origin,
    city,
    values: Float64Array.from(positions, (position) => (position < 0 ? NaN : found.values[position]!)),
  };
}

function kindOf(level: Level, above: Level, home: Level): Origin['kind'] {
  if (above.id !== level.id) return 'parent';
  return home.id === level.id ? 'own' : 'vintage';
}
