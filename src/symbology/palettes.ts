/**
 * The colours of data. Steps are spaced by eye-distance, half of it measured through the veil of a lit projector
 * screen, so that neighbouring classes stay apart in a council hall and under colour-vision deficiencies
 * (test/symbology/palettes.test.ts measures both). None runs from red to green, none ends in alarm red.
 */
export type Palette = readonly string[];
type Ramp = Readonly<Record<number, Palette>>;

/** Shares and other amounts. */
export const blue: Ramp = {
  3: ['#f1eff6', '#8ca6d0', '#22518c'],
  4: ['#f1eff6', '#b6c0de', '#5985bb', '#18437b'],
  5: ['#f1eff6', '#c5cae3', '#809fcc', '#3a6ca8', '#133a6e'],
  6: ['#f1eff6', '#cdcfe6', '#99aed5', '#5f89be', '#285995', '#103263'],
  7: ['#f1eff6', '#d2d3e8', '#a8b7da', '#7699c8', '#4474af', '#1d4b85', '#0d2d5b'],
  8: ['#f1eff6', '#d7d7ea', '#b5bfde', '#89a5cf', '#5984bb', '#2f619e', '#18427a', '#0b2753'],
  9: ['#f1eff6', '#dadaeb', '#bec5e1', '#9aaed5', '#7296c7', '#4978b2', '#275894', '#163f75', '#0b2753'],
};

/** Institutions. */
export const teal: Ramp = {
  3: ['#e6f3ee', '#61ae9d', '#094e44'],
  4: ['#e6f3ee', '#8dc7b7', '#2b8676', '#07423a'],
  5: ['#e6f3ee', '#a4d3c5', '#4ea290', '#176e61', '#053a33'],
  6: ['#e6f3ee', '#b0d8cc', '#6cb5a3', '#2d8878', '#0f5f54', '#04342e'],
  7: ['#e6f3ee', '#baddd1', '#82c1b1', '#459c8a', '#1e7869', '#0a4f46', '#042f2b'],
  8: ['#e6f3ee', '#bedfd4', '#8ac5b5', '#56a896', '#2d8878', '#13675b', '#084941', '#032b27'],
  9: ['#e6f3ee', '#c2e1d7', '#96ccbc', '#6db6a4', '#419887', '#217b6c', '#0f6055', '#08463e', '#032b27'],
};

/** Need, and nothing else. */
export const ochre: Ramp = {
  3: ['#faf0df', '#d8a45d', '#80490b'],
  4: ['#faf0df', '#e6bf84', '#be7f2e', '#6e3d08'],
  5: ['#faf0df', '#eccc9a', '#d29b4f', '#a26417', '#623607'],
  6: ['#faf0df', '#eed3a6', '#dcab67', '#bb7d2c', '#8c510e', '#583006'],
  7: ['#faf0df', '#f0d7ae', '#e1b676', '#ca8f40', '#a9691b', '#7e480b', '#512c06'],
  8: ['#faf0df', '#f1d8b0', '#e5bd82', '#d59f55', '#bc7e2d', '#9b5e14', '#734109', '#4a2805'],
  9: ['#faf0df', '#f2dbb6', '#e8c58e', '#dbaa65', '#ca8e3f', '#af7020', '#91550f', '#6e3d08', '#4a2805'],
};

/** Deviations: below blue, above ochre, the middle all but white. Odd counts only. */
export const diverging: Ramp = {
  3: ['#4d7db3', '#f4f3f0', '#c68032'],
  5: ['#275994', '#85aad3', '#f4f3f0', '#e3b175', '#a25a11'],
  7: ['#174680', '#4e7eb4', '#9ebcdd', '#f4f3f0', '#ebc697', '#cb873a', '#864608'],
  9: ['#123f78', '#386aa4', '#709ac8', '#b2cae3', '#f4f3f0', '#efd0a8', '#daa15c', '#b56c1e', '#7b3f06'],
};

/** Four standings from good to worst: quiet, quiet, light ochre, ochre. */
export const standing: Palette = ['#e1e7ef', '#c2cde0', '#e3b67b', '#a4620f'];

/** Several groups side by side in one chart; dark enough for the names at the ends of their lines. */
export const series: Palette = ['#2044aa', '#646a8e', '#1f7a6a', '#a4620f', '#131525', '#007598'];

export const sequentialCounts = [3, 4, 5, 6, 7, 8, 9] as const;
export const divergingCounts = [3, 5, 7, 9] as const;

/** `ramp` with `count` steps. @throws for a count the ramp does not have. */
export function steps(ramp: Ramp, count: number): Palette {
  const palette = ramp[count];
  if (!palette) throw new Error(`invalid number of classes: ${count}`);
  return palette;
}

/** Line, text and ground colours for charts: concrete values, because an exported SVG knows no CSS variables. */
export const ink = '#131525';
export const muted = '#51577a';
/** Lines of what stands behind, for comparison: an earlier year, another city. Its name is written in `muted`. */
export const behind = '#8a90a9';
export const line = '#dfe1ea';
export const rule = '#c0c3d5';
export const accent = '#2044aa';
export const accentSoft = '#e5ebf7';
export const select = '#c2571a';
export const ground = '#e8ecf1';
