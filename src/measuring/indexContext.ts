import type { IndexContext, Need, Places } from '#stats/spec.ts';
import { distanceBand } from '#stats/weights/distance-band.ts';
import { nearestNeighbours } from '#stats/weights/nearest-neighbours.ts';
import type { PairSums } from '#stats/weights/pair-sums.ts';
import { restrictedTo, rowStandardised, type SparseMatrix } from '#stats/weights/sparse.ts';
import type { MeasureRequest } from './answer.ts';
import { type Geography, lazily, placesAt, remembering, sumsAmong, valuesAt } from './geography.ts';

/** What can be chosen about space. The centre is an area of the family and the vintage of the year. */
export type SpaceSettings = Pick<MeasureRequest, 'neighbourhood' | 'radius' | 'kernel'> &
  Partial<Pick<MeasureRequest, 'centre' | 'family' | 'year'>>;

export const defaultSettings: SpaceSettings = {
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
};

/** How many nearest units are neighbours in the neighbourhood `nearest`. */
const nearestCount = 8;

/** A geography among some of its units, in their order. Parts are made when asked for and kept. */
interface Among {
  readonly places: Places;
  readonly areas: Float64Array;
  readonly perimeters: Float64Array;
  readonly borders: SparseMatrix;
  readonly proximity: PairSums;
  weights(settings: SpaceSettings): SparseMatrix;
}

/** Positions of the radius slider of which the neighbours are kept. */
const keptRadii = 4;
/** So many sets of units are kept per geography: years and groups differ in the few areas without figures. */
const keptSets = 48;
const known = new WeakMap<Geography, Map<string, Among>>();

/**
 * What spatial indices need beside the counts [räumlicher Zusammenhang], for some units of a geography.
 *
 * @param positions of the units that count, ascending; each must have a geometry. The others do not exist for the
 * indices: their borders, land and people are left out.
 * @returns a context over `positions`, in their order; its parts are made when an index reads them, and kept with the
 * geography: asking again costs nothing, and another radius reuses the pairs.
 * Cost: what the index reads; see `geographyOf`.
 * @example spec.compute(table, contextFor(geography, positions, defaultSettings))
 */
export function contextFor(
  geography: Geography,
  positions: Int32Array,
  settings: SpaceSettings,
): IndexContext {
  const among = amongOf(geography, positions);
  return {
    emptyUnits: 'drop',
    get weights() {
      return among.weights(settings);
    },
    get places() {
      return among.places;
    },
    get areas() {
      return among.areas;
    },
    get perimeters() {
      return among.perimeters;
    },
    get borders() {
      return among.borders;
    },
    get proximity() {
      return among.proximity;
    },
    get environment() {
      return sumsAmong(geography.environment(settings.radius, settings.kernel), positions);
    },
  };
}

/** The same context for several indices, which ask for the sums of the same counts. */
export function withKeptSums(context: IndexContext): IndexContext {
  const proximity = lazily(() => context.proximity && remembering(context.proximity));
  const environment = lazily(() => context.environment && remembering(context.environment));
  return Object.create(context, {
    proximity: { get: proximity, enumerable: true },
    environment: { get: environment, enumerable: true },
  }) as IndexContext;
}

/** The settings an index with these needs depends on, as a key: the others may change without changing its value. */
export function settingsKey(
  needs: readonly Need[],
  { neighbourhood, radius, kernel, centre, family, year }: SpaceSettings,
): string {
  const middle = needs.includes('centre') && centre ? JSON.stringify([family, year, centre]) : '';
  const weights = neighbourhood === 'radius' ? `radius ${radius}` : neighbourhood;
  return `${needs.includes('weights') ? weights : ''} ${needs.includes('radius') ? `${kernel} ${radius}` : ''} ${middle}`;
}

function amongOf(geography: Geography, positions: Int32Array): Among {
  const { size } = geography;
  let sets = known.get(geography);
  if (!sets) {
    sets = new Map();
    known.set(geography, sets);
  }
  const keep = new Uint8Array(size);
  for (const i of positions) keep[i] = 1;
  const left: number[] = [];
  for (let i = 0; i < size; i++) if (!keep[i]) left.push(i);
  const key = left.join();
  const found = sets.get(key);
  if (found) return found;
  const made = among(geography, positions, keep);
  sets.set(key, made);
  for (const old of [...sets.keys()].slice(0, -keptSets)) sets.delete(old);
  return made;
}

function among(geography: Geography, positions: Int32Array, keep: Uint8Array): Among {
  const contiguity = lazily(() => rowStandardised(restrictedTo(geography.contiguity, keep)));
  const places = lazily(() => placesAt(geography.places, positions));
  const nearest = lazily(() => nearestNeighbours(places(), nearestCount));
  const bands = new Map<number, SparseMatrix>();
  const areas = lazily(() => valuesAt(geography.areas, positions));
  const perimeters = lazily(() => valuesAt(geography.perimeters, positions));
  const borders = lazily(() => restrictedTo(geography.borders, keep));
  const proximity = lazily(() => sumsAmong(geography.proximity, positions));
  return {
    weights({ neighbourhood, radius }) {
      switch (neighbourhood) {
        case 'contiguity':
          return contiguity();
        case 'nearest':
          return nearest();
        case 'radius': {
          let found = bands.get(radius);
          if (!found) {
            found = distanceBand(places(), radius);
            bands.set(radius, found);
            for (const old of [...bands.keys()].slice(0, -keptRadii)) bands.delete(old);
          }
          return found;
        }
      }
    },
    get places() {
      return places();
    },
    get areas() {
      return areas();
    },
    get perimeters() {
      return perimeters();
    },
    get borders() {
      return borders();
    },
    get proximity() {
      return proximity();
    },
  };
}
