import { createPolygonLocator } from '#geo/polygon-locator.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { BuiltLevels } from './buildLevels.ts';
import type { InstitutionPlace } from './institutionPlaces.ts';
import type { InstitutionTable } from './institutionReader.ts';

/** Does a place lie in none of the areas to which a list is limited? Of unknown places that cannot be said: no. */
export type IsOutside = (place: InstitutionPlace) => boolean;

/** Null when the level is unknown, which is reported. */
export async function outsideOf(
  { within, area }: InstitutionTable,
  levels: BuiltLevels,
  problems: ProblemList,
): Promise<IsOutside | null> {
  if (within === undefined) return () => false;
  if (!levels.levels.some(({ id }) => id === within)) {
    problems.add(
      'reference-unknown',
      { id: within, kind: 'level', path: 'institutions.tables.within' },
      { file: 'recipe.json' },
    );
    return null;
  }
  const locator = createPolygonLocator(await levels.geometriesOf(within));
  const isSameLevel = area?.level === within;
  return ({ position, isFromArea, unknownArea }) => {
    if (isSameLevel && isFromArea) return false;
    // A list of a whole country names areas that are none of the city's.
    if (position === null) return isSameLevel && unknownArea !== null;
    return locator.locate(...position) < 0;
  };
}

/** Institutions of one list that were left out, each of them once. */
export class LeftOut {
  readonly #same = new Set<string>();
  #n = 0;

  add(sameness: string | null): void {
    if (sameness !== null && this.#same.has(sameness)) return;
    if (sameness !== null) this.#same.add(sameness);
    this.#n++;
  }

  /** One note for all; `unplaced`: how many stayed because nobody knows where they lie. */
  report(level: string, unplaced: number, file: string, notes: ProblemList): void {
    if (this.#n === 0) return;
    const params = { n: this.#n, level };
    if (unplaced === 0) notes.add('institutions-outside', params, { file });
    else notes.add('institutions-outside-unplaced', { ...params, unplaced }, { file });
  }
}
