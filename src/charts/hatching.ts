import { hatches, hatchSize, type MissingKind } from '#symbology/hatches.ts';
import { svgElement } from './svgElement.ts';

/**
 * A swatch in the map's own hatch. Tiles are repeated inside a nested picture, which clips them: a `<pattern>` is
 * referred to by id, two charts on one page would share it, and slide programs drop it.
 */
export function hatchSwatch(
  document: Document,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  kind: MissingKind,
): SVGGElement {
  const hatch = hatches[kind];
  const group = svgElement(document, 'g', {});
  const window = svgElement(document, 'svg', { x, y, width, height, overflow: 'hidden' });
  window.append(svgElement(document, 'rect', { width, height, fill: hatch.ground ?? 'none' }));
  for (let top = 0; top < height; top += hatchSize) {
    for (let left = 0; left < width; left += hatchSize) {
      window.append(
        svgElement(document, 'path', {
          d: hatch.path,
          transform: `translate(${left} ${top})`,
          fill: 'none',
          stroke: hatch.ink,
          'stroke-width': hatch.width,
          'stroke-linecap': 'round',
        }),
      );
    }
  }
  group.append(
    window,
    svgElement(document, 'rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: height - 1,
      fill: 'none',
      stroke: hatch.ink,
    }),
  );
  return group;
}
