import type { Numbers } from '#i18n/numbers.ts';
import { indexById } from '#stats/catalog.ts';

/**
 * How an index is written: × 100 as usual in the field. Measures of spatial pattern (Moran, Geary) are no parts of a
 * hundred and stay as computed.
 */
export function indexFigure(numbers: Numbers, id: string) {
  const isPattern = indexById(id).dimension === 'clustering';
  const scale = isPattern ? 1 : 100;
  const decimals = isPattern ? 2 : 1;
  return {
    scale,
    decimals,
    value: (value: number) => numbers.decimal(value * scale, decimals),
    /** As it stands in sentences that name the range ("from 0 to 1"). */
    unscaled: (value: number) => numbers.decimal(value, 2),
    /** On an axis. */
    tick: (value: number) => numbers.decimal(value * scale, isPattern ? 1 : 0),
    change: (difference: number) => numbers.signed(difference * scale, decimals),
  };
}
