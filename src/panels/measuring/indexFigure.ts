import type { Numbers } from '#i18n/numbers.ts';
import { indexById } from '#stats/catalog.ts';

/**
 * How an index is written: × 100 as usual in the field. What is no part of a hundred (Moran, Geary, ratios without a
 * bound) stays as computed.
 */
export function indexFigure(numbers: Numbers, id: string) {
  const { range, needs } = indexById(id);
  // Those of surroundings are parts, too, though they may leave the bounds in rare cases.
  const isPart = range[1] <= 1 || needs.includes('radius');
  const scale = isPart ? 100 : 1;
  const decimals = isPart ? 1 : 2;
  return {
    scale,
    decimals,
    value: (value: number) => numbers.decimal(value * scale, decimals),
    /** Of a hundred people: whole ones, unless there is not even one. */
    of100: (value: number) => numbers.decimal(value * 100, Math.abs(value) < 0.01 ? 1 : 0),
    /** Per cent in a sentence: small ones as exact as in the table. */
    percent: (value: number) => numbers.decimal(value * 100, Math.abs(value) < 0.1 ? 1 : 0),
    /** On an axis. */
    tick: (value: number) => numbers.decimal(value * scale, isPart ? 0 : 1),
    change: (difference: number) => numbers.signed(difference * scale, decimals),
  };
}
