import type { Unit } from '#model/study.ts';

const whole: ReadonlySet<Unit> = new Set([
  'persons',
  'households',
  'dwellings',
  'children',
  'places',
  'cases',
]);

/** So many decimals say enough about a figure of the whole city. */
export function decimalsOf(unit: Unit): number {
  if (whole.has(unit)) return 0;
  return unit === 'share' || unit === 'share-points' ? 1 : 2;
}
