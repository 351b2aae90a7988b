import { muted } from '#symbology/palettes.ts';
import type { Classes } from './classes.ts';
import { svgElement, textWidth } from './svgElement.ts';

/** One field per class, its bounds written between. */
export function classStrip(
  document: Document,
  { breaks, colors }: Classes,
  width: number,
  top: number,
  height: number,
  format: (value: number) => string,
): SVGGElement {
  const size = 10.5;
  const group = svgElement(document, 'g', { 'font-size': size });
  const part = width / colors.length;
  colors.forEach((color, index) => {
    group.append(
      svgElement(document, 'rect', {
        x: index * part,
        y: top,
        width: part - (index < colors.length - 1 ? 1 : 0),
        height,
        fill: color,
      }),
    );
  });
  let reached = Number.NEGATIVE_INFINITY;
  breaks.forEach((value, index) => {
    const text = format(value);
    const room = textWidth(text, size) / 2;
    const at = Math.max(room, Math.min(width - room, (index + 1) * part));
    if (at - room < reached + 3) return;
    reached = at + room;
    group.append(
      svgElement(
        document,
        'text',
        { x: at, y: top + height + 12, 'text-anchor': 'middle', fill: muted },
        text,
      ),
    );
  });
  return group;
}
