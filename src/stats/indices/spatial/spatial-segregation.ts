import { keptForTable } from '../../kept.ts';
import type { IndexContext } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable, type TwoGroupTable } from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';
import { environmentSums, type SpatialSegregation } from './environment-sums.ts';

/**
 * Spatial segregation [räumliche Segregation], H̃, D̃, R̃ and P̃*.
 *
 * The indices of evenness and exposure asked of the surroundings people live in instead of their own unit: borders
 * between units no longer matter, distance does.
 *
 * Environment of unit i: q_im = sum_j K(d_ij) x_jm / sum_j K(d_ij) t_j, K a kernel of some radius, the unit itself with
 * K(0) = 1. With T all persons, Q_m the share of group m in the city, E = −sum Q ln Q, I = sum Q (1 − Q), E_i and I_i
 * the same of the environment:
 * H̃ = 1 − sum t_i E_i/(T E); R̃ = 1 − sum t_i I_i/(T I); D̃ = sum_i sum_m t_i |q_im − Q_m|/(2 T I);
 * mP̃*n = sum_i x_im q_in / X_m; P̃ = sum_m Q_m (mP̃*m − Q_m)/(1 − Q_m).
 *
 * @param groups persons per unit, one column for each group; the groups are exclusive and together the population.
 * @param environment sums over local environments, the unit itself included (`localEnvironments`).
 * @returns D̃ from 0 (every environment mixed as the city); H̃ and R̃ at most 1 (no environment mixed); P̃ at most 1.
 * H̃ and R̃ can fall below 0, for large radii above all: people then live on average in environments more mixed than the
 * city as a whole. D̃ is seldom, but can be, above 1: where few people are
 * in the environments of many who are not in each other's.
 * NaN if fewer than two groups have persons or fewer than two units are populated; then the exposures still say what
 * they are, NaN for groups without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: one pass over the environments for all of them, and n times groups².
 * Source: Reardon & O'Sullivan 2004, Sociological Methodology 34, 121–162, eqs. for D̃, H̃, R̃, P̃*; P̃ normalised as in
 * Reardon & Firebaugh 2002. Agrees with R seg (`spatseg`). PySAL puts rounded kernel sums into the aspatial formula, so
 * that weights and overall composition follow the sums instead of the population.
 * @example [10, 0], [0, 10] with K = 1/2 between the two units: q = 2/3 and 1/3, so H̃ = 0.0817, R̃ = 1/9, D̃ = 1/3
 */
export function spatialSegregation(groups: readonly Counts[], environment: PairSums): SpatialSegregation {
  return spatialSegregationOf(manyGroupTable(groups), environment);
}

/** `spatialSegregation` of a checked table. */
export function spatialSegregationOf(
  table: ManyGroupTable | TwoGroupTable,
  environment: PairSums,
): SpatialSegregation {
  const groups = columnsOf(table);
  const sums = environment.sums(groups);
  const family = environmentSums(groupSumsOf(table));
  const persons = new Float64Array(groups.length);
  const around = new Float64Array(groups.length);
  for (let i = 0; i < table.size; i++) {
    for (let m = 0; m < groups.length; m++) {
      persons[m] = groups[m]![i]!;
      around[m] = sums[m]![i]!;
    }
    family.add(persons, around);
  }
  return definedFor(table, family.result());
}

/** Segregation needs two units with persons; exposure does not. */
export function definedFor(
  table: ManyGroupTable | TwoGroupTable,
  family: SpatialSegregation,
): SpatialSegregation {
  return table.populated < 2 ? { ...family, H: NaN, D: NaN, R: NaN, P: NaN } : family;
}

/** Columns of all groups; for two groups the group first. */
export function columnsOf(table: ManyGroupTable | TwoGroupTable): readonly Float64Array[] {
  return 'groups' in table ? table.groups : [table.group, table.reference];
}

export function groupSumsOf(table: ManyGroupTable | TwoGroupTable): Float64Array {
  return 'groups' in table ? table.groupSums : Float64Array.of(table.groupSum, table.referenceSum);
}

/** The four indices of a table come one after another. */
const keptFamily = keptForTable(spatialSegregationOf);

/** The family of a table in its context, computed once for all of its indices. @throws `invalid environment: undefined`. */
export function familyOf(
  table: ManyGroupTable | TwoGroupTable,
  context: IndexContext | undefined,
): SpatialSegregation {
  const environment = context?.environment;
  if (!environment) throw new Error('invalid environment: undefined');
  return keptFamily(table, environment);
}
