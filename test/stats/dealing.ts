import { randomStream } from '#stats/numeric/random.ts';

/**
 * Every way to deal X persons of a group onto units of the given sizes, with its chance (multivariate hypergeometric).
 */
export function allAllocations(
  totals: readonly number[],
  groupSize: number,
): readonly { readonly group: readonly number[]; readonly chance: number }[] {
  const ways: { group: number[]; chance: number }[] = [];
  const deal = (unit: number, left: number, group: readonly number[], weight: number): void => {
    if (unit === totals.length) {
      if (left === 0) ways.push({ group: [...group], chance: weight });
      return;
    }
    for (let x = 0; x <= Math.min(left, totals[unit]!); x++) {
      deal(unit + 1, left - x, [...group, x], weight * choose(totals[unit]!, x));
    }
  };
  deal(0, groupSize, [], 1);
  const all = ways.reduce((sum, way) => sum + way.chance, 0);
  return ways.map(({ group, chance }) => ({ group, chance: chance / all }));
}

export function choose(n: number, k: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1);
  return value;
}

/** Random allocations of the persons of several groups onto units of the given sizes, by shuffling persons. */
export function randomAllocations(
  totals: readonly number[],
  groupSizes: readonly number[],
  draws: number,
  seed: number,
): readonly (readonly (readonly number[])[])[] {
  const persons = groupSizes.flatMap((size, m) => Array<number>(size).fill(m));
  const random = randomStream(seed);
  return Array.from({ length: draws }, () => {
    for (let i = persons.length - 1; i > 0; i--) {
      const k = random.below(i + 1);
      [persons[i], persons[k]] = [persons[k]!, persons[i]!];
    }
    let next = 0;
    const table = groupSizes.map(() => Array<number>(totals.length).fill(0));
    totals.forEach((total, i) => {
      for (let p = 0; p < total; p++) table[persons[next++]!]![i]!++;
    });
    return table;
  });
}

/** Mean and its standard error. */
export function meanOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
