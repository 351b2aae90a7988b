import type { Observations, Study, Variable } from '#model/study.ts';

/** A published share that tells a count, as everybody who has its base can work out: the group's or everyone else's. */
export interface ShareTwin {
  readonly share: string;
  readonly weight: string;
  readonly count: string;
  readonly of: 'group' | 'rest';
}

/** Half of the last digit of a percentage with one decimal, and a little. */
const tolerance = 0.0006;
const leastCells = 5;

/** Published shares whose base is known: their number of cases can be computed. */
export function weightedShares(study: Study, observations: Observations): readonly Variable[] {
  return study.variables.filter(
    ({ id, kind, unit, weight }) =>
      kind === 'value' &&
      unit === 'share' &&
      weight !== null &&
      Object.hasOwn(observations.columns, id) &&
      Object.hasOwn(observations.columns, weight),
  );
}

/** Shares and counts of a level that say the same, found in the figures. */
export function shareTwinsOf(study: Study, observations: Observations): readonly ShareTwin[] {
  const counts = study.variables.filter(
    ({ id, kind }) => kind === 'count' && Object.hasOwn(observations.columns, id),
  );
  return weightedShares(study, observations).flatMap(({ id, weight }) => {
    const shares = observations.columns[id]!.values;
    const whole = observations.columns[weight!]!.values;
    return counts.flatMap((count): readonly ShareTwin[] => {
      if (count.id === weight) return [];
      const { values } = observations.columns[count.id]!;
      return (['group', 'rest'] as const)
        .filter((of) => agrees(shares, values, whole, of))
        .map((of) => ({ share: id, weight: weight!, count: count.id, of }));
    });
  });
}

function agrees(
  shares: Float64Array,
  counts: Float64Array,
  whole: Float64Array,
  of: ShareTwin['of'],
): boolean {
  const different = new Set<number>();
  let known = 0;
  for (let cell = 0; cell < shares.length; cell++) {
    const part = counts[cell]! / whole[cell]!;
    const share = of === 'group' ? shares[cell]! : 1 - shares[cell]!;
    if (!Number.isFinite(part) || Number.isNaN(share)) continue;
    if (Math.abs(part - share) > tolerance) return false;
    known++;
    if (different.size < 3) different.add(Math.round(part / tolerance));
  }
  return known >= leastCells && different.size >= 3;
}
