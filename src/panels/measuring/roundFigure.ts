const mantissas = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The nearest figure a legend can carry without false precision: 1, 1.5, 2, 3, 4, 5, 6 or 8 times a power of ten. */
export function roundFigure(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const size = Math.abs(value);
  const exponent = Math.floor(Math.log10(size));
  const distance = (mantissa: number) => Math.abs(Math.log((mantissa * 10 ** exponent) / size));
  const best = mantissas.reduce((one, other) => (distance(other) < distance(one) ? other : one));
  // Through text: 3 * 10 ** -1 is not 0.3.
  return Math.sign(value) * Number(`${best}e${exponent}`);
}
