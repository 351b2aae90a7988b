import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AreaGeometry } from '#geo/polygon.ts';

/** A file of the reference format "segregation-oracle/1", as far as it is read here. */
export interface OracleFile {
  readonly format: string;
  readonly id: string;
  readonly crs: string | number | null;
  readonly focal: readonly string[];
  readonly data: OracleData | { readonly t1: OracleData; readonly t2: OracleData };
  readonly spatial: OracleSpatial | null;
  readonly geojson: { readonly features: readonly { readonly geometry: AreaGeometry }[] } | null;
  readonly expected: readonly Entry[];
  readonly stochastic?: readonly StochasticEntry[];
}

export interface OracleData {
  readonly ids: readonly string[];
  readonly groups: Readonly<Record<string, readonly number[]>>;
  readonly total: readonly number[];
  readonly total_is_sum_of_groups?: boolean;
  readonly nested?: Readonly<Record<string, readonly string[]>>;
}

export interface OracleSpatial {
  readonly centroids: readonly (readonly [number, number])[];
  readonly areas: readonly number[];
  readonly perimeters: readonly number[];
  readonly queen: readonly (readonly number[])[];
  readonly rook: readonly (readonly number[])[];
  readonly knn6?: readonly (readonly number[])[] | null;
  readonly shared_boundaries: readonly (readonly [number, number, number])[];
  readonly overlapping_pairs?: number;
}

export type Params = Readonly<Record<string, unknown>>;

/** A value that we should reproduce. */
export interface Entry {
  readonly index: string;
  readonly focal: string | null;
  readonly params: Params;
  readonly value: unknown;
  readonly tolerance: { readonly abs: number; readonly rel: number };
}

/** The outcome of a simulation: compared within what chance allows. */
export interface StochasticEntry {
  readonly index: string;
  readonly focal: string | null;
  readonly params: Params;
  readonly value: unknown;
  readonly source: { readonly package: string; readonly function: string };
  readonly nsim?: number;
}

/** Folder of the cases that travel with the repository. */
export const travellingCases = fileURLToPath(new URL('../fixtures/oracles/', import.meta.url));

/** All cases of a folder, in the order of their names. @throws when the folder or a file cannot be read. */
export function readCases(folder: string): readonly OracleFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as OracleFile;
      if (file.format !== 'segregation-oracle/1') throw new Error(`${name}: unknown format ${file.format}`);
      return file;
    });
}
