import { areaValues, yearsOfVariables } from '#model/aggregate.ts';
import { positionsOf } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';

/** Position in another level for every area of the assessed one, −1 where there is none; null = the levels cannot be linked. */
export type VintageLinks = (from: Level, year: number) => Int32Array | null;

/**
 * Links the areas of one vintage to those of others: to each area the old one that gave it most of its residents.
 *
 * A class cannot be split between areas, so an area's history is that of one predecessor: the o that is largest in
 * weight(o → a) · residents(o). Without residents the weight decides. Where the pack has only the opposite crosswalk
 * (from the assessed vintage to the other), the largest weight decides.
 *
 * @param residentVariables the first one known at the other level counts, in the year nearest to `year`.
 * @returns a function that remembers its answers. Cost: O(rows of the crosswalk) per level and year.
 */
export function vintageLinks(study: Study, to: Level, residentVariables: readonly string[]): VintageLinks {
  const known = new Map<string, Int32Array | null>();
  return (from, year) => {
    const key = `${from.id} ${year}`;
    let links = known.get(key);
    if (links === undefined) {
      links =
        from.id === to.id
          ? Int32Array.from(to.keys, (_, a) => a)
          : dominant(study, from, to, residentVariables, year);
      known.set(key, links);
    }
    return links;
  };
}

function dominant(
  study: Study,
  from: Level,
  to: Level,
  residentVariables: readonly string[],
  year: number,
): Int32Array | null {
  const forward = study.crosswalks.find((walk) => walk.from === from.id && walk.to === to.id);
  const backward = forward
    ? null
    : study.crosswalks.find((walk) => walk.from === to.id && walk.to === from.id);
  const walk = forward ?? backward;
  if (!walk) return null;
  const residents = forward ? nearestCounts(study, from, residentVariables, year) : null;
  const fromPositions = positionsOf(from);
  const toPositions = positionsOf(to);
  const best = new Int32Array(to.keys.length).fill(-1);
  const bestPersons = new Float64Array(to.keys.length).fill(-1);
  const bestWeight = new Float64Array(to.keys.length).fill(-1);
  for (let row = 0; row < walk.weights.length; row++) {
    const weight = walk.weights[row]!;
    const old = fromPositions.get((forward ? walk.fromKeys : walk.toKeys)[row]!);
    const own = toPositions.get((forward ? walk.toKeys : walk.fromKeys)[row]!);
    if (old === undefined || own === undefined || !(weight > 0)) continue;
    const persons = weight * (residents?.[old] || 0);
    if (persons < bestPersons[own]! || (persons === bestPersons[own] && weight <= bestWeight[own]!)) continue;
    best[own] = old;
    bestPersons[own] = persons;
    bestWeight[own] = weight;
  }
  return best;
}

/** Counts of the first known variable in the nearest year (the earlier of two); null when none is known. */
export function nearestCounts(
  study: Study,
  level: Level,
  variables: readonly string[],
  year: number,
): Float64Array | null {
  for (const variable of variables) {
    const nearest = nearestYear(yearsOfVariables(study, level, [variable]), year);
    if (nearest !== null) return areaValues(study, level.id, variable, nearest)?.values ?? null;
  }
  return null;
}

function nearestYear(years: readonly number[], year: number): number | null {
  return years.reduce<number | null>(
    (best, each) => (best === null || Math.abs(each - year) < Math.abs(best - year) ? each : best),
    null,
  );
}
