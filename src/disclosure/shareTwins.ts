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
  const columnOf = (id: string): Known => knownPart(observations.columns[id]!.values);
  const counts = study.variables
    .filter(({ id, kind }) => kind === 'count' && Object.hasOwn(observations.columns, id))
    .map(({ id }) => ({ id, known: columnOf(id) }));
  return weightedShares(study, observations).flatMap(({ id, weight }) => {
    const shares = columnOf(id);
    const whole = columnOf(weight!);
    return counts.flatMap((count): readonly ShareTwin[] => {
      if (count.id === weight) return [];
      return (['group', 'rest'] as const)
        .filter((of) => agrees(shares, count.known, whole, of))
        .map((of) => ({ share: id, weight: weight!, count: count.id, of }));
    });
  });
}

interface Known {
  readonly values: Float64Array;
  /** Before it, and from `end` on, nothing is known: most columns know a few years of many. */
  readonly start: number;
  readonly end: number;
}

function knownPart(values: Float64Array): Known {
  let [start, end] = [0, values.length];
  while (start < end && Number.isNaN(values[start]!)) start++;
  while (end > start && Number.isNaN(values[end - 1]!)) end--;
  return { values, start, end };
}

function agrees(shares: Known, counts: Known, whole: Known, of: ShareTwin['of']): boolean {
  const different = new Set<number>();
  const end = Math.min(shares.end, counts.end, whole.end);
  let known = 0;
  for (let cell = Math.max(shares.start, counts.start, whole.start); cell < end; cell++) {
    const part = counts.values[cell]! / whole.values[cell]!;
    const share = of === 'group' ? shares.values[cell]! : 1 - shares.values[cell]!;
    if (!Number.isFinite(part) || Number.isNaN(share)) continue;
    if (Math.abs(part - share) > tolerance) return false;
    known++;
    if (different.size < 3) different.add(Math.round(part / tolerance));
  }
  return known >= leastCells && different.size >= 3;
}
