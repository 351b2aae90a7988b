import { diverging, type Palette, steps } from './palettes.ts';

/**
 * The cluster map: like among like is dark, ochre where shares are high and blue where they are low; an area unlike its
 * neighbours is pale in its own colour, so that the four differ in lightness and not by hue alone.
 */
export const clusterColours = {
  none: '#f1f2f5',
  'high-high': '#8c4a08',
  'low-high': '#9ebcdd',
  'low-low': '#174680',
  'high-low': '#ecbf83',
  /** Without neighbours nothing can be said about them. */
  island: '#c3c8d3',
} as const;

/** Spatial concentrations (G*): low values sure to 99, 95, 90 %, nothing, high values to 90, 95, 99 %. */
export const hotspotColours: Palette = steps(diverging, 7);

/** The same colours as through a veil: what is not among the areas marked. */
export function paled(color: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(246 + (part - 246) * 0.28)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
