import { classOf } from '#symbology/classes.ts';
import type { Palette } from '#symbology/palettes.ts';

/** The map's classes: inner breaks ascending, and one colour more than breaks. A value on a break is in the upper class. */
export interface Classes {
  readonly breaks: readonly number[];
  readonly colors: Palette;
}

export function colorOf(value: number, { breaks, colors }: Classes): string {
  return colors[classOf(value, breaks)] ?? colors.at(-1) ?? '#000000';
}
