import type { Numbers } from '#i18n/numbers.ts';

/** "750 m", "1,5 km": as on a signpost, with a space that does not break. */
export function distanceText(metres: number, numbers: Numbers): string {
  if (metres < 1000) return `${numbers.integer(metres)}\u00a0m`;
  return `${numbers.decimal(metres / 1000, metres % 1000 === 0 ? 0 : 1)}\u00a0km`;
}
