/**
 * Pearson's chi-squared of draws against exact chances as a standard normal figure (Wilson & Hilferty 1931): large where
 * the draws do not fit, far below 0 where they fit too well. Values expected less than five times are taken together.
 */
export function misfit(draws: readonly number[], chanceOf: (value: number) => number): number {
  const seen = new Map<number, number>();
  for (const value of draws) seen.set(value, (seen.get(value) ?? 0) + 1);
  const n = draws.length;
  let statistic = 0;
  let classes = 0;
  let rest = n;
  let restExpected = n;
  const least = draws.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = draws.reduce((a, b) => Math.max(a, b), -Infinity);
  for (let value = least; value <= greatest; value++) {
    const expected = n * chanceOf(value);
    if (expected < 5) continue;
    const count = seen.get(value) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    rest -= count;
    restExpected -= expected;
    classes++;
  }
  if (restExpected >= 5) {
    statistic += (rest - restExpected) ** 2 / restExpected;
    classes++;
  } else if (rest > 25) {
    return Infinity;
  }
  const df = Math.max(1, classes - 1);
  if (classes < 2) return 0;
  return (Math.cbrt(statistic / df) - (1 - 2 / (9 * df))) / Math.sqrt(2 / (9 * df));
}
