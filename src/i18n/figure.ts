import type { Unit } from '#model/study.ts';
import type { Language } from './i18n.ts';
import type { Numbers } from './numbers.ts';

const suffixes: Readonly<Record<Unit, { readonly de: string; readonly en: string }>> = {
  persons: { de: '', en: '' },
  households: { de: '', en: '' },
  dwellings: { de: '', en: '' },
  children: { de: '', en: '' },
  places: { de: '', en: '' },
  share: { de: '%', en: '%' },
  'share-points': { de: 'Prozentpunkte', en: 'percentage points' },
  'euro-per-sqm': { de: '€/m²', en: '€/m²' },
  sqm: { de: 'm²', en: 'm²' },
  cases: { de: '', en: '' },
  years: { de: 'Jahre', en: 'years' },
  number: { de: '', en: '' },
};

/** How the values of one unit are written: with it ("21,4 %") or without, where the column head has it. */
export interface FigureFormat {
  readonly unit: string;
  /** Without the unit. */
  value(value: number): string;
  /** With the unit. */
  full(value: number): string;
  /** On an axis: as few decimals as the ticks need, with the unit where it is short. */
  tick(value: number): string;
  /** A difference, with sign and without the unit. */
  change(difference: number): string;
  /** What stands in a file or on an axis: percent for shares. */
  readonly scale: number;
}

export function figureOf(numbers: Numbers, language: Language, unit: Unit, decimals: number): FigureFormat {
  const scale = unit === 'share' || unit === 'share-points' ? 100 : 1;
  const name = suffixes[unit][language];
  const value = (x: number) =>
    unit === 'share-points' ? numbers.signed(x * scale, decimals) : numbers.decimal(x * scale, decimals);
  const gap = language === 'en' && name === '%' ? '' : '\u00a0';
  return {
    unit: name,
    scale,
    value,
    full: (x) => (Number.isFinite(x) && name ? `${value(x)}${gap}${name}` : value(x)),
    tick: (x) => {
      const text = numbers.decimal(x * scale, Number.isInteger(Number((x * scale).toFixed(6))) ? 0 : 1);
      return name.length <= 1 && name ? `${text}${gap}${name}` : text;
    },
    change: (difference) => numbers.signed(difference * scale, decimals),
  };
}
