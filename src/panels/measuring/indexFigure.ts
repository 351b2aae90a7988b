import type { Numbers } from '#i18n/numbers.ts';

/** How an index is written: × 100 as usual in the field, Moran's I as it is. */
export function indexFigure(numbers: Numbers, id: string) {
  const scale = id === 'moran' ? 1 : 100;
  const decimals = id === 'moran' ? 2 : 1;
  return {
    scale,
    decimals,
    value: (value: number) => numbers.decimal(value * scale, decimals),
    /** On an axis. */
    tick: (value: number) => numbers.decimal(value * scale, id === 'moran' ? 1 : 0),
    change: (difference: number) => numbers.signed(difference * scale, decimals),
  };
}
