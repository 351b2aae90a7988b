import type { ManyGroupTable, TwoGroupTable } from '../../table.ts';
import type { Kernel } from '../../weights/kernel.ts';
import type { LocalEnvironments } from '../../weights/local-environments.ts';
import { environmentSums, type SpatialSegregation } from './environment-sums.ts';
import { columnsOf, definedFor, groupSumsOf } from './spatial-segregation.ts';

/** Radii of the profile in metres, from the block to the district. */
export const profileRadii = [250, 500, 750, 1000, 1500, 2000, 3000, 4000, 6000, 8000] as const;

/** One point of the profile. */
export interface ProfilePoint extends SpatialSegregation {
  readonly radiusMetres: number;
}

/**
 * Segregation profile [Segregationsprofil].
 *
 * Spatial segregation from small to large surroundings: a curve that falls slowly means that groups are separated over
 * whole districts, one that falls at once that they are separated from block to block.
 *
 * @param table counts of two or more groups, over the same units as the environments.
 * @param radii metres, > 0, in any order; default `profileRadii`.
 * @returns one point per radius, in the order of the radii: `spatialSegregation` at each.
 * NaN as there.
 * @throws `invalid radius: …`, `invalid length: …`.
 * Cost: see `localEnvironments`. Memory linear in the units.
 * Source: Reardon et al. 2008, Demography 45, 489–514; Lee et al. 2008, American Sociological Review 73, 766–791.
 * @example segregationProfile(table, localEnvironments(places), [500, 4000], 'biweight').map((point) => point.H)
 */
export function segregationProfile(
  table: ManyGroupTable | TwoGroupTable,
  environments: LocalEnvironments,
  radii: readonly number[] = profileRadii,
  kernel: Kernel = 'biweight',
): readonly ProfilePoint[] {
  const columns = columnsOf(table);
  const families = radii.map(() => environmentSums(groupSumsOf(table)));
  const persons = new Float64Array(columns.length);
  environments.profile(columns, radii, kernel, (unit, r, sums) => {
    for (let m = 0; m < columns.length; m++) persons[m] = columns[m]![unit]!;
    families[r]!.add(persons, sums);
  });
  return families.map((family, r) => ({ radiusMetres: radii[r]!, ...definedFor(table, family.result()) }));
}

/**
 * Macro/micro ratio [Verhältnis großräumiger zu kleinräumiger Segregation].
 *
 * How much of the segregation between small surroundings is one between large ones.
 *
 * ratio = index(large radius)/index(small radius).
 *
 * @param profile points that include both radii.
 * @param index which index of the family; default H̃.
 * @param large, small metres; default 4000 and 500.
 * @returns about 0 (all segregation is within large surroundings, from block to block) … 1 (all of it between whole
 * districts); below 0 where the index is. NaN where the index at the small radius is 0 or NaN.
 * @throws `invalid radius: …` if the profile has no such point.
 * Source: Reardon et al. 2008, Demography 45, 489–514.
 * @example H̃ 0.20 at 500 m and 0.12 at 4 km: 0.6
 */
export function macroMicroRatio(
  profile: readonly ProfilePoint[],
  index: 'H' | 'D' | 'R' | 'P' = 'H',
  large = 4000,
  small = 500,
): number {
  const below = at(small)[index];
  return below === 0 ? NaN : at(large)[index] / below;

  function at(radius: number): ProfilePoint {
    const point = profile.find(({ radiusMetres }) => radiusMetres === radius);
    if (!point) throw new Error(`invalid radius: ${radius} (not in the profile)`);
    return point;
  }
}
