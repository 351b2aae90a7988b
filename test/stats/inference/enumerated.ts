/** Every way to draw `trials` persons from cells with the given chances, with its chance (multinomial). */
export function allDraws(
  chances: readonly number[],
  trials: number,
): readonly { readonly counts: readonly number[]; readonly chance: number }[] {
  if (chances.length === 1) return [{ counts: [trials], chance: chances[0]! ** trials }];
  const [first, ...rest] = chances;
  const found: { counts: readonly number[]; chance: number }[] = [];
  let ways = 1;
  for (let k = 0; k <= trials; k++) {
    for (const other of allDraws(rest, trials - k)) {
      found.push({ counts: [k, ...other.counts], chance: ways * first! ** k * other.chance });
    }
    ways = (ways * (trials - k)) / (k + 1);
  }
  return found;
}

/** Every choice of `size` of the positions 0 … n − 1. */
export function allChoices(n: number, size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  if (n < size) return [];
  return [...allChoices(n - 1, size), ...allChoices(n - 1, size - 1).map((choice) => [...choice, n - 1])];
}

/** Every order of the values. */
export function allOrders<T>(values: readonly T[]): readonly (readonly T[])[] {
  if (values.length <= 1) return [values];
  return values.flatMap((value, i) =>
    allOrders([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

export interface Exact {
  readonly mean: number;
  readonly sd: number;
}

/** Mean and standard deviation of values with chances; values that are NaN are left out. */
export function exactMoments(
  outcomes: readonly { readonly value: number; readonly chance: number }[],
): Exact {
  const known = outcomes.filter(({ value }) => !Number.isNaN(value));
  const all = known.reduce((sum, { chance }) => sum + chance, 0);
  const mean = known.reduce((sum, { value, chance }) => sum + (value * chance) / all, 0);
  const variance = known.reduce((sum, { value, chance }) => sum + ((value - mean) ** 2 * chance) / all, 0);
  return { mean, sd: Math.sqrt(variance) };
}
