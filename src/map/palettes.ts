import { interpolateLab, piecewise } from 'd3';

/**
 * The colours that carry data, light to dark (or from one side over neutral to the other). Steps stay apart in
 * lightness, so that they also do under colour-vision deficiencies, in grey print and on a washed-out projector.
 */
const stops = {
  /** Shares and quantities of areas. */
  sequential: ['#f0eef5', '#d2d0e6', '#a8b2d8', '#7393c4', '#3c6ba8', '#1b487d'],
  /** Shares of institutions. */
  institutions: ['#e2f0ec', '#a6d3c6', '#5fae9b', '#237f6e', '#0a4d45'],
  /** Deviations: below, around, above. */
  diverging: ['#1b487d', '#5a8bbf', '#b5cde5', '#f2f2f0', '#f0d2ae', '#dc9951', '#a85a10'],
} as const;

export const paletteNames = Object.keys(stops) as PaletteName[];
export type PaletteName = keyof typeof stops;

/** Need of support: the only use of ochre by itself. */
export const needColours = {
  longTerm: '#b06c1c',
  elevated: '#e2b67c',
  none: '#c3cde0',
} as const;

/** `count` colours as hex; a single class gets a middle tone. */
export function palette(name: PaletteName, count: number): string[] {
  if (!(count >= 1)) throw new Error(`invalid class count: ${count}`);
  const scale = piecewise(interpolateLab, [...stops[name]]);
  if (count === 1) return [hex(scale(name === 'diverging' ? 0.5 : 0.55))];
  return Array.from({ length: count }, (_, k) => hex(scale(k / (count - 1))));
}

function hex(colour: string): string {
  const parts = colour.match(/\d+(\.\d+)?/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}
