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
  readonly spatial?: OracleSpatial | null;
  readonly geojson?: { readonly features: readonly { readonly geometry: AreaGeometry }[] } | null;
  readonly expected?: readonly Entry[];
  readonly stochastic?: readonly StochasticEntry[];
}

/** Of a higher level: a key, or a mere number. */
export type Label = string | number;

export interface OracleData {
  readonly ids: readonly string[];
  readonly groups: Readonly<Record<string, readonly number[]>>;
  readonly total: readonly number[];
  readonly total_is_sum_of_groups?: boolean;
  readonly nested?: Readonly<Record<string, readonly Label[]>>;
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

/**
 * All cases of a folder, in the order of their names.
 * @param skipped is told the names of JSON files in another format.
 * @throws when the folder cannot be read or a file is no JSON.
 */
export function readCases(folder: string, skipped?: (name: string) => void): readonly OracleFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = parsed(name, readFileSync(join(folder, name), 'utf8'));
      if (file?.format === 'segregation-oracle/1') return [file];
      skipped?.(name);
      return [];
    });
}

function parsed(name: string, text: string): OracleFile | null {
  try {
    return JSON.parse(text) as OracleFile | null;
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}
