import type { Sign } from '#model/sign.ts';

/** Kinds of absence; an unreliable figure is there and has a class of its own. */
export type MissingKind = Exclude<Sign, 'present' | 'unreliable'>;

/** How areas without a figure are drawn: a tile of 8 × 8 pixels that repeats without a seam. */
export interface Hatch {
  /** Under the strokes; null lets the area's colour through. */
  readonly ground: string | null;
  readonly ink: string;
  readonly width: number;
  /** SVG path data of the strokes within the tile; they may reach over its edge. */
  readonly path: string;
}

export const hatchSize = 8;

const pale = '#f5f6f8';
const grey = '#a3adbb';
const rising = 'M-2 2L2-2M-2 10L10-2M6 10L10 6';
const falling = 'M-2 6L2 10M-2-2L10 10M6-2L10 2';

/** A pattern per kind of absence, told apart by direction and form, not by colour. */
export const hatches: Readonly<Record<Exclude<Sign, 'present'>, Hatch>> = {
  missing: { ground: pale, ink: grey, width: 1, path: rising },
  secret: { ground: pale, ink: grey, width: 1, path: rising + falling },
  unreliable: { ground: null, ink: '#5b6676', width: 1.6, path: 'M2 2h.01M6 6h.01' },
  blocked: { ground: pale, ink: grey, width: 1, path: 'M2-1V9M6-1V9' },
  later: { ground: pale, ink: grey, width: 1, path: 'M-1 2H9M-1 6H9' },
  excluded: { ground: pale, ink: grey, width: 1, path: falling },
  'too-small': { ground: pale, ink: grey, width: 1.8, path: 'M2 2h.01M6 6h.01' },
};

/** The tile as a canvas, `ratio` pixels to the CSS pixel: for the map's patterns and the legend of its picture. */
export function hatchTile(sign: Exclude<Sign, 'present'>, ratio: number): HTMLCanvasElement {
  const { ground, ink, width, path } = hatches[sign];
  const canvas = document.createElement('canvas');
  canvas.width = hatchSize * ratio;
  canvas.height = hatchSize * ratio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  context.scale(ratio, ratio);
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, hatchSize, hatchSize);
  }
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.stroke(new Path2D(path));
  return canvas;
}

export function hatchImage(sign: Exclude<Sign, 'present'>, ratio: number): ImageData {
  const tile = hatchTile(sign, ratio);
  const context = tile.getContext('2d');
  if (!context) throw new Error('no 2d context');
  return context.getImageData(0, 0, tile.width, tile.height);
}
