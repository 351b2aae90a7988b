import { borderLengths } from '#geo/border-lengths.ts';
import { queenContiguity } from '#geo/contiguity.ts';
import { polygonArea, polygonCentroid, polygonPerimeter } from '#geo/planar.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import type { Projection } from '#geo/projection.ts';
import { projectedGeometry } from '#geo/projection.ts';
import type { Places } from '#stats/spec.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import type { PairSums } from '#stats/weights/pair-sums.ts';
import { exponentialProximity } from '#stats/weights/proximity.ts';
import { type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';
import type { EnvironmentKernel } from './answer.ts';

/**
 * Where units lie and what they look like, made part by part when first asked for and then kept. Units without geometry
 * stay in place: they have no neighbours, no area, and NaN for a place.
 */
export interface Geography {
  readonly size: number;
  /** 1 where the unit has a geometry. */
  readonly located: Uint8Array;
  /** Queen contiguity, binary. */
  readonly contiguity: SparseMatrix;
  /** Centroids in metres. */
  readonly places: Places;
  /** Square metres. */
  readonly areas: Float64Array;
  /** Metres. */
  readonly perimeters: Float64Array;
  /** Lengths of common borders in metres. */
  readonly borders: SparseMatrix;
  /** Exponential proximity of all pairs of located units; the others contribute nothing. */
  readonly proximity: PairSums;
  /** Weighted sums over the environment of every located unit; the others contribute nothing. */
  environment(radius: number, kernel: EnvironmentKernel): PairSums;
}

/**
 * The geography of units [Lage und Gestalt der Einheiten], for areas of a Study and rows of a table alike.
 *
 * @param geometries one per unit, null where there is none.
 * @param projection from the coordinates of the geometries to metres; null: they are in metres already.
 * @returns see `Geography`; nothing is computed before it is asked for.
 * @throws when asked, `invalid coordinate: …` for coordinates that cannot be projected.
 * Cost: linear in the number of corners; `proximity` quadratic in the number of units.
 * @example geographyOf(level.geometries, utmProjection(25833)).areas
 */
export function geographyOf(
  geometries: readonly (AreaGeometry | null)[],
  projection: Projection | null,
): Geography {
  const size = geometries.length;
  const located = Uint8Array.from(geometries, (geometry) => (geometry ? 1 : 0));
  const planar = lazily(() =>
    projection ? geometries.map((geometry) => projectedGeometry(geometry, projection)) : geometries,
  );
  const overUnits = (measure: (geometry: AreaGeometry | null) => number) =>
    lazily(() => Float64Array.from(planar(), measure));
  // As they stand in the file, because that is how their corners are equal.
  const contiguity = lazily(() => sparseMatrix(queenContiguity(geometries), 'binary'));
  const areas = overUnits(polygonArea);
  const perimeters = overUnits(polygonPerimeter);
  const borders = lazily((): SparseMatrix => borderLengths(planar(), { tolerance: 0.1 }));
  const places = lazily((): Places => {
    const x = new Float64Array(size).fill(NaN);
    const y = new Float64Array(size).fill(NaN);
    planar().forEach((geometry, i) => {
      const centroid = polygonCentroid(geometry);
      if (centroid) [x[i], y[i]] = centroid;
    });
    return { x, y };
  });
  const proximity = lazily(() => {
    const positions = positionsWhere(located);
    const near = exponentialProximity(placesAt(places(), positions), {
      areas: valuesAt(areas(), positions),
    });
    return spreadOver(near, positions, size);
  });
  const environments = lazily(() => localEnvironments(placesAt(places(), positionsWhere(located))));
  return {
    size,
    located,
    get contiguity() {
      return contiguity();
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
    environment: (radius, kernel) =>
      spreadOver(environments().environment(radius, kernel), positionsWhere(located), size),
  };
}

/** A value made on first use. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function positionsWhere(flags: ArrayLike<number>): Int32Array {
  const positions: number[] = [];
  for (let i = 0; i < flags.length; i++) if (flags[i]) positions.push(i);
  return Int32Array.from(positions);
}

export function valuesAt(values: ArrayLike<number>, positions: Int32Array): Float64Array {
  const taken = new Float64Array(positions.length);
  for (let k = 0; k < positions.length; k++) taken[k] = values[positions[k]!]!;
  return taken;
}

export function placesAt({ x, y }: Places, positions: Int32Array): Places {
  return { x: valuesAt(x, positions), y: valuesAt(y, positions) };
}

/** Sums over some units as sums over all of them: the others have weight 0. */
function spreadOver(sums: PairSums, positions: Int32Array, size: number): PairSums {
  if (positions.length === size) return sums;
  const spread = (values: Float64Array): Float64Array => {
    const all = new Float64Array(size);
    positions.forEach((i, k) => {
      all[i] = values[k]!;
    });
    return all;
  };
  return {
    size,
    ...(sums.diagonal ? { diagonal: spread(sums.diagonal) } : {}),
    sums: (columns) => sums.sums(columns.map((column) => valuesAt(column, positions))).map(spread),
  };
}

const keptColumns = 8;

/**
 * The same sums, kept for the last columns asked for. Columns are compared by what they hold: in random tables some of
 * them – all ones, totals of the units – come again and again.
 */
export function remembering(sums: PairSums): PairSums {
  const known: { readonly column: Float64Array; readonly sums: Float64Array }[] = [];
  const find = (column: Float64Array) => known.find((one) => isSame(one.column, column));
  return {
    ...sums,
    sums: (columns) => {
      const missing = columns.filter((column) => !find(column));
      const found = missing.length > 0 ? sums.sums(missing) : [];
      const all = columns.map((column) => find(column)?.sums ?? found[missing.indexOf(column)]!);
      columns.forEach((column, c) => {
        const at = known.findIndex((one) => isSame(one.column, column));
        const [entry = { column: column.slice(), sums: all[c]! }] = at < 0 ? [] : known.splice(at, 1);
        known.unshift(entry);
      });
      known.length = Math.min(known.length, keptColumns);
      return all;
    },
  };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** Sums over all units as sums among some of them: nobody lives in the others. */
export function sumsAmong(sums: PairSums, positions: Int32Array): PairSums {
  const { size } = sums;
  if (positions.length === size) return sums;
  return {
    size: positions.length,
    ...(sums.diagonal ? { diagonal: valuesAt(sums.diagonal, positions) } : {}),
    sums: (columns) =>
      sums
        .sums(
          columns.map((column) => {
            if (column.length !== positions.length) {
              throw new Error(`invalid length: ${column.length} (expected ${positions.length})`);
            }
            const all = new Float64Array(size);
            positions.forEach((i, k) => {
              all[i] = column[k]!;
            });
            return all;
          }),
        )
        .map((column) => valuesAt(column, positions)),
  };
}
