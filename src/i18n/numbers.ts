import type { Language } from './i18n.ts';

/** A figure that is undefined or not published. */
export const dash = '–';

/**
 * Writes figures the way the language's readers expect: German decimal comma, a true minus, a thin space in large
 * numbers (DIN 5008), fixed decimals so that columns line up. `NaN` becomes an en dash.
 */
export interface Numbers {
  integer(value: number): string;
  decimal(value: number, decimals?: number): string;
  /** 0.214 → "21,4 %". */
  percent(share: number, decimals?: number): string;
  /** 0.214 → "21,4": for columns whose head has the unit. */
  percentValue(share: number, decimals?: number): string;
  /** With sign: "+1,2", "−0,3", "0,0". */
  signed(value: number, decimals?: number): string;
  /** Difference of shares as points with sign, 0.012 → "+1,2". */
  points(difference: number, decimals?: number): string;
}

const minus = '\u2212';
const thin = '\u202f';

export function numbersOf(language: Language): Numbers {
  const cache = new Map<number, Intl.NumberFormat>();
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const decimal = (value: number, decimals = 1): string => {
    if (!Number.isFinite(value)) return dash;
    let format = cache.get(decimals);
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: true,
      });
      cache.set(decimals, format);
    }
    const text = format
      .formatToParts(Math.abs(value))
      .map((part) => (part.type === 'group' ? thin : part.value))
      .join('');
    const isZero = !/[1-9]/.test(text);
    return value < 0 && !isZero ? minus + text : text;
  };
  const signed = (value: number, decimals = 1): string => {
    const text = decimal(value, decimals);
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  };
  return {
    integer: (value) => decimal(value, 0),
    decimal,
    percent: (share, decimals = 1) =>
      Number.isFinite(share)
        ? `${decimal(share * 100, decimals)}${language === 'de' ? '\u00a0' : ''}%`
        : dash,
    percentValue: (share, decimals = 1) => decimal(share * 100, decimals),
    signed,
    points: (difference, decimals = 1) => signed(difference * 100, decimals),
  };
}
