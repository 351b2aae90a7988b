import { muted, rule } from '#symbology/palettes.ts';
import type { Drawing, Frame } from './drawing.ts';
import { type Described, picture, svgElement } from './svgElement.ts';

/** Instead of an empty pair of axes: that there is nothing to draw, in the same place and size. */
export function emptyPicture(described: Described, frame: Frame, height: number): Drawing {
  const { document, width, words } = frame;
  const text = words.t('charts.no-values');
  const svg = picture(document, width, height, { ...described, description: text });
  svg.append(
    svgElement(document, 'line', {
      x1: 0,
      x2: width,
      y1: height - 1,
      y2: height - 1,
      stroke: rule,
      'stroke-dasharray': '3 3',
    }),
    svgElement(
      document,
      'text',
      { x: width / 2, y: height / 2 + 4, 'text-anchor': 'middle', fill: muted },
      text,
    ),
  );
  return { svg };
}
