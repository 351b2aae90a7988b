import type { Palette } from './palettes.ts';

/** The map's classes: inner breaks ascending, and one colour more than breaks. A value on a break is in the upper class. */
export interface Classes {
  readonly breaks: readonly number[];
  readonly colors: Palette;
}

/** Position of the class a value is in, 0 for the lowest. */
export function classOf(value: number, breaks: readonly number[]): number {
  let position = 0;
  for (const each of breaks) if (value >= each) position++;
  return position;
}

export function colorOf(value: number, { breaks, colors }: Classes): string {
  return colors[classOf(value, breaks)] ?? colors.at(-1) ?? '#000000';
}
