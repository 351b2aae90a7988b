import { queenContiguity } from '#geo/contiguity.ts';
import type { Level } from '#model/study.ts';
import { type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';

/** Who is next to whom at one level; does not depend on year or group. */
export interface LevelWeights {
  /** Queen contiguity, rows standardised, over all areas of the level. */
  readonly matrix: SparseMatrix;
  /** 1 where the area has a geometry. */
  readonly located: Uint8Array;
}

/** Weights by level, made once. Held by whoever keeps the Study: with it the entries go. */
export type WeightsCache = WeakMap<Level, LevelWeights>;

export function createWeightsCache(): WeightsCache {
  return new WeakMap();
}

/** The neighbourhood of a level from the cache, made on first use: the one slow step of measuring. */
export function levelWeights(level: Level, cache: WeightsCache): LevelWeights {
  const known = cache.get(level);
  if (known) return known;
  const made: LevelWeights = {
    matrix: sparseMatrix(queenContiguity(level.geometries), 'row-standardised'),
    located: Uint8Array.from(level.geometries, (geometry) => (geometry ? 1 : 0)),
  };
  cache.set(level, made);
  return made;
}
