import type { Numbers } from '#i18n/numbers.ts';
import type { MissingKind } from '#symbology/hatches.ts';
import { muted } from '#symbology/palettes.ts';
import { hatchSwatch } from './hatching.ts';
import { svgElement } from './svgElement.ts';

export interface MissingLine {
  readonly kind: MissingKind;
  readonly label: string;
  readonly count: number;
}

export const missingLineHeight = 19;

/** One line per kind of missing: its hatch, what it is, how many. */
export function missingLines(
  document: Document,
  lines: readonly MissingLine[],
  top: number,
  numbers: Numbers,
): SVGGElement {
  const group = svgElement(document, 'g', { 'font-size': 11.5, fill: muted });
  lines.forEach((each, index) => {
    const y = top + 3 + index * missingLineHeight;
    group.append(
      hatchSwatch(document, { x: 0, y, width: 18, height: 12 }, each.kind),
      svgElement(document, 'text', { x: 26, y: y + 10 }, `${each.label} (${numbers.integer(each.count)})`),
    );
  });
  return group;
}
