import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AreaGeometry } from '#geo/polygon.ts';
import { type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';
import { oracle } from '../realData.ts';

/** One entry of the reference format "segregation-oracle/1". */
export interface Expected {
  readonly index: string;
  readonly focal: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly tolerance: { readonly abs: number; readonly rel: number };
}

export interface OracleCase {
  readonly id: string;
  readonly data: {
    readonly ids: readonly string[];
    readonly groups: Readonly<Record<string, readonly number[]>>;
    readonly total: readonly number[];
  };
  readonly spatial: {
    readonly queen: readonly (readonly number[])[];
    readonly rook: readonly (readonly number[])[];
    readonly knn6?: readonly (readonly number[])[];
    readonly areas: readonly number[];
    readonly perimeters: readonly number[];
    readonly centroids: readonly (readonly [number, number])[];
  } | null;
  readonly geojson: { readonly features: readonly { readonly geometry: AreaGeometry }[] } | null;
  readonly expected: readonly Expected[];
  readonly stochastic?: readonly Expected[];
}

function casesIn(folder: string): readonly OracleCase[] {
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OracleCase)
      // schools_difference_* hold two points in time instead of one table
      .filter((found) => Array.isArray(found.data.ids))
  );
}

/** Two excerpts that travel with the repository. */
export function fixtureCases(): readonly OracleCase[] {
  return casesIn(fileURLToPath(new URL('../fixtures/oracles/', import.meta.url)));
}

/** All open reference cases; only inside `describeWithOracles`. */
export function openCases(): readonly OracleCase[] {
  const folder = oracle('open');
  return folder ? casesIn(folder) : [];
}

/** Counts of a group and of everybody else. */
export function twoGroups(
  found: OracleCase,
  focal: string,
): { group: Float64Array; reference: Float64Array } {
  const group = Float64Array.from(found.data.groups[focal] ?? []);
  return { group, reference: group.map((x, i) => found.data.total[i]! - x) };
}

export function manyGroups(found: OracleCase): readonly (readonly number[])[] {
  return Object.values(found.data.groups);
}

export function neighbourWeights(lists: readonly (readonly number[])[]): SparseMatrix {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length;
  });
  return sparseMatrix({ offsets, neighbours: Int32Array.from(lists.flat()) }, 'row-standardised');
}
