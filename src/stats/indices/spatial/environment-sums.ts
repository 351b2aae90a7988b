/** The spatial family of Reardon & O'Sullivan for one radius. */
export interface SpatialSegregation {
  /** H̃, spatial information theory index. */
  readonly H: number;
  /** D̃, spatial dissimilarity. */
  readonly D: number;
  /** R̃, spatial relative diversity. */
  readonly R: number;
  /** P̃, spatial normalised exposure: isolation of all groups beyond their share in the city. */
  readonly P: number;
  /** mP̃*n, share of group n in the mean environment of group m: `exposure[m][n]`; the diagonal is spatial isolation. */
  readonly exposure: readonly (readonly number[])[];
}

/** Adds up the spatial family, unit by unit, from the sums over each unit's environment. */
export interface EnvironmentSums {
  /**
   * One unit.
   * @param persons its own persons of every group. @param surroundings the weighted sums over its environment.
   */
  add(persons: Float64Array, surroundings: Float64Array): void;
  result(): SpatialSegregation;
}

/**
 * @param groupSums persons of every group in the city.
 * @returns sums that end as NaN where fewer than two groups have persons.
 */
export function environmentSums(groupSums: Float64Array): EnvironmentSums {
  const groups = groupSums.length;
  const all = groupSums.reduce((sum, count) => sum + count, 0);
  const shares = groupSums.map((count) => count / all);
  const composition = new Float64Array(groups);
  const exposures = new Float64Array(groups * groups);
  let entropies = 0;
  let interactions = 0;
  let deviations = 0;

  const add = (persons: Float64Array, surroundings: Float64Array): void => {
    let own = 0;
    let around = 0;
    for (let m = 0; m < groups; m++) {
      own += persons[m]!;
      around += surroundings[m]!;
    }
    if (own === 0) return;
    let entropy = 0;
    let squares = 0;
    let deviation = 0;
    for (let m = 0; m < groups; m++) {
      const share = surroundings[m]! / around;
      composition[m] = share;
      // the negated form lets NaN through: nobody around, not even the unit itself
      if (!(share === 0)) entropy -= share * Math.log(share);
      squares += share * share;
      deviation += Math.abs(share - shares[m]!);
    }
    entropies += own * entropy;
    interactions += own * (1 - squares);
    deviations += own * deviation;
    for (let m = 0; m < groups; m++) {
      const count = persons[m]!;
      if (count === 0) continue;
      for (let n = 0; n < groups; n++) exposures[m * groups + n]! += count * composition[n]!;
    }
  };

  const result = (): SpatialSegregation => {
    let entropy = 0;
    let squares = 0;
    let present = 0;
    for (const share of shares) {
      if (!(share > 0)) continue;
      present++;
      entropy -= share * Math.log(share);
      squares += share * share;
    }
    const interaction = 1 - squares;
    const isDefined = present >= 2;
    const exposure = Array.from({ length: groups }, (_, m) =>
      Array.from({ length: groups }, (_, n) => exposures[m * groups + n]! / groupSums[m]!),
    );
    let normalised = 0;
    for (let m = 0; m < groups; m++) {
      const share = shares[m]!;
      if (share > 0) normalised += (share * (exposure[m]![m]! - share)) / (1 - share);
    }
    return {
      H: isDefined ? 1 - entropies / (all * entropy) : NaN,
      D: isDefined ? deviations / (2 * all * interaction) : NaN,
      R: isDefined ? 1 - interactions / (all * interaction) : NaN,
      P: isDefined ? normalised : NaN,
      exposure,
    };
  };
  return { add, result };
}
