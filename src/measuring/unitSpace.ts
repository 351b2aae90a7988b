import { rookContiguity } from '#geo/contiguity.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { type Centre, centreOf } from '#stats/indices/centralization/rings.ts';
import type { IndexContext, Places } from '#stats/spec.ts';
import { distanceBand } from '#stats/weights/distance-band.ts';
import { higherOrder } from '#stats/weights/higher-order.ts';
import type { Kernel } from '#stats/weights/kernel.ts';
import { kernelWeights } from '#stats/weights/kernel-weights.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import { nearestNeighbours } from '#stats/weights/nearest-neighbours.ts';
import { exponentialProximity } from '#stats/weights/proximity.ts';
import { restrictedTo, rowStandardised, type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';
import { type Geography, lazily } from './geography.ts';
import { contextFor, withKeptSums } from './indexContext.ts';

/** Who counts as a neighbour. */
export type NeighbourChoice =
  | { readonly kind: 'queen' | 'rook' }
  | { readonly kind: 'nearest'; readonly count: number }
  | { readonly kind: 'band'; readonly metres: number }
  | { readonly kind: 'kernel'; readonly bandwidth: number | { readonly neighbours: number } };

/** What can be chosen about space. */
export interface SpaceChoice {
  readonly neighbours: NeighbourChoice;
  /** Links followed from a unit to its neighbours; 1 = direct ones. */
  readonly order: number;
  /** Leaves the weights as they are, instead of making those of every unit add up to 1. */
  readonly isBinary: boolean;
  /** Metres: reach of the local environments, and how weight falls within it. */
  readonly radius: number;
  readonly kernel: Kernel;
  /** Decay of proximity per kilometre. */
  readonly beta: number;
  /** In the coordinates of the places. */
  readonly centre: Centre;
  /** Atkinson's b. */
  readonly atkinson: number;
  /** What an empty unit is to spatial indices: share 0, as in the reference packages, or nothing. */
  readonly emptyUnits: 'zero' | 'drop';
}

/** Where units are: areas of a geography (those at `positions`), or mere points. */
export type UnitPlaces =
  | {
      readonly kind: 'areas';
      readonly geography: Geography;
      readonly geometries: readonly (AreaGeometry | null)[];
      readonly positions: Int32Array;
    }
  | {
      readonly kind: 'points';
      readonly places: Places;
      /** Land area in square metres, where known. */
      readonly areas: Float64Array | null;
    };

/**
 * What spatial indices need of units that belong to no Study [räumlicher Zusammenhang von Einheiten].
 *
 * @param units where they are; null = unknown.
 * @param total persons per unit, for the weighted centre.
 * @returns a context with those parts that the places give: points have neither borders nor contiguity, and land area only
 * where it is named. Without area everybody of a unit lives at its point (c_ii = 1). Parts are made when first read.
 * @throws when read: `invalid neighbours: …`, `invalid radius: …`, `invalid order: …`, `invalid beta: …`.
 * Cost: what the index reads.
 */
export function unitContext(
  units: UnitPlaces | null,
  total: Float64Array,
  choice: SpaceChoice,
): IndexContext {
  const { emptyUnits, atkinson } = choice;
  if (!units) return { emptyUnits, atkinson };
  const base = units.kind === 'areas' ? contextOfAreas(units, choice) : contextOfPoints(units, choice);
  const weights = lazily(() => weightsFor(units, base, choice));
  const hasNeighbours = units.kind === 'areas' || !isContiguity(choice.neighbours);
  const centre = lazily(() => {
    const places = base.places ?? { x: new Float64Array(), y: new Float64Array() };
    return centreOf(places, total, choice.centre, emptyUnits === 'drop' ? (i) => total[i] === 0 : undefined);
  });
  const own: PropertyDescriptorMap = {
    emptyUnits: { value: emptyUnits },
    atkinson: { value: atkinson },
    // The default is the indices' own, so that a random table has its own weighted centre.
    ...(choice.centre === 'population-weighted' ? {} : { centre: { get: centre } }),
    ...(hasNeighbours ? { weights: { get: weights } } : {}),
  };
  return withKeptSums(Object.create(base, own) as IndexContext);
}

function isContiguity({ kind }: NeighbourChoice): boolean {
  return kind === 'queen' || kind === 'rook';
}

function contextOfAreas(
  { geography, positions }: Extract<UnitPlaces, { kind: 'areas' }>,
  { radius, kernel, beta }: SpaceChoice,
): IndexContext {
  const context = contextFor(geography, positions, { neighbourhood: 'contiguity', radius, kernel });
  if (beta === 1) return context;
  const proximity = lazily(() => {
    const { places, areas } = context;
    return places && exponentialProximity(places, { areas, beta });
  });
  return Object.create(context, { proximity: { get: proximity } }) as IndexContext;
}

function contextOfPoints(
  { places, areas }: Extract<UnitPlaces, { kind: 'points' }>,
  { radius, kernel, beta }: SpaceChoice,
): IndexContext {
  const proximity = lazily(() =>
    exponentialProximity(places, areas ? { areas, beta } : { diagonal: 'zero', beta }),
  );
  const environments = lazily(() => localEnvironments(places));
  return {
    places,
    ...(areas ? { areas } : {}),
    get proximity() {
      return proximity();
    },
    get environment() {
      return environments().environment(radius, kernel);
    },
  };
}

function weightsFor(
  units: UnitPlaces,
  { places }: IndexContext,
  { neighbours, order, isBinary, kernel }: SpaceChoice,
): SparseMatrix {
  const style = isBinary ? 'binary' : 'row-standardised';
  const at: Places = places ?? { x: new Float64Array(), y: new Float64Array() };
  const direct = (): SparseMatrix => {
    switch (neighbours.kind) {
      case 'nearest':
        return nearestNeighbours(at, neighbours.count, { style });
      case 'band':
        return distanceBand(at, neighbours.metres, { style });
      case 'kernel': {
        const matrix = kernelWeights(at, { kernel, bandwidth: neighbours.bandwidth });
        return isBinary ? matrix : rowStandardised(matrix);
      }
      default: {
        if (units.kind === 'points') throw new Error(`invalid neighbours: ${neighbours.kind} of points`);
        const { geography, geometries, positions } = units;
        const all =
          neighbours.kind === 'queen'
            ? geography.contiguity
            : sparseMatrix(rookContiguity(geometries), 'binary');
        const keep = new Uint8Array(all.size);
        for (const i of positions) keep[i] = 1;
        const among = restrictedTo(all, keep);
        return isBinary ? among : rowStandardised(among);
      }
    }
  };
  return order === 1 ? direct() : higherOrder(direct(), order);
}
