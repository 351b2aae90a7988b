import { muted } from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { extraHeadHeight, legendHead } from './legendHead.ts';
import { type Described, picture, svgElement, textWidth } from './svgElement.ts';

export interface SizeLegendOptions extends Described {
  readonly title?: string;
  readonly subtitle?: string;
  /** Round sizes, ascending. */
  readonly sizes: readonly number[];
  /** px, as on the map. */
  readonly radius: (size: number) => number;
  readonly format: (size: number) => string;
}

/** How large a circle is for how many: circles on one ground line, each with its figure. */
export const sizeLegend: Draw<SizeLegendOptions> = (options, frame) => {
  const { document, width } = frame;
  const head = (options.title || options.subtitle ? 22 : 2) + extraHeadHeight(options, width);
  const radii = options.sizes.map(options.radius);
  const tallest = 2 * Math.max(1, ...radii);
  const base = head + tallest;
  const svg = picture(document, width, base + 18, options);
  legendHead(svg, options, width);
  let left = 1;
  options.sizes.forEach((size, index) => {
    const radius = radii[index] ?? 0;
    const text = options.format(size);
    const cell = Math.max(2 * radius, textWidth(text));
    const middle = left + cell / 2;
    svg.append(
      svgElement(document, 'circle', {
        cx: middle,
        cy: base - radius,
        r: radius,
        fill: 'none',
        stroke: muted,
      }),
      svgElement(document, 'text', { x: middle, y: base + 13, 'text-anchor': 'middle', fill: muted }, text),
    );
    left += cell + 12;
  });
  return { svg };
};
