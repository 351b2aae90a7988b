/**
 * The nearest multiple; halfway to the even one, so that sums are not shifted. Every figure for itself: sums of rounded
 * figures differ from the rounded sum, and so tell nothing more.
 */
export function rounded(value: number, base: number): number {
  if (base === 1) return value;
  const below = Math.floor(value / base);
  const rest = value - below * base;
  const isUp = rest * 2 > base || (rest * 2 === base && below % 2 !== 0);
  return (isUp ? below + 1 : below) * base;
}
