import type { MissingKind } from '#symbology/hatches.ts';
import { ink, muted } from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { hatchSwatch } from './hatching.ts';
import { extraHeadHeight, legendHead } from './legendHead.ts';
import { type Described, picture, shorten, svgElement, textWidth } from './svgElement.ts';

export interface ClassLegendItem {
  readonly label: string;
  /** A fill, a hatch or an outline. */
  readonly swatch:
    | { readonly color: string }
    | { readonly missing: MissingKind }
    | { readonly outline: string; readonly width?: number; readonly dashed?: boolean };
  readonly count?: number;
}

export interface ClassLegendOptions extends Described {
  readonly title?: string;
  readonly subtitle?: string;
  readonly items: readonly ClassLegendItem[];
}

/** Named classes, one per line, with how many there are of each. */
export const classLegend: Draw<ClassLegendOptions> = (options, frame) => {
  const { document, width, numbers } = frame;
  const lineHeight = 23;
  const head = (options.title || options.subtitle ? 24 : 2) + extraHeadHeight(options, width);
  const svg = picture(document, width, head + options.items.length * lineHeight, options);
  legendHead(svg, options, width);
  options.items.forEach((item, index) => {
    const top = head + index * lineHeight + 4;
    const box = { x: 0, y: top, width: 18, height: 12 };
    const { swatch } = item;
    if ('missing' in swatch) svg.append(hatchSwatch(document, box, swatch.missing));
    else if ('color' in swatch) svg.append(svgElement(document, 'rect', { ...box, fill: swatch.color }));
    else {
      const stroke = swatch.width ?? 2;
      svg.append(
        svgElement(document, 'rect', {
          x: stroke / 2,
          y: top + stroke / 2,
          width: 18 - stroke,
          height: 12 - stroke,
          fill: 'none',
          stroke: swatch.outline,
          'stroke-width': stroke,
          'stroke-dasharray': swatch.dashed ? '3 2' : undefined,
        }),
      );
    }
    const count = item.count === undefined ? '' : numbers.integer(item.count);
    const room = width - 26 - (count ? textWidth(count, 12) + 8 : 0);
    svg.append(
      svgElement(
        document,
        'text',
        { x: 26, y: top + 10.5, 'font-size': 12, fill: ink },
        shorten(item.label, room, 12),
      ),
    );
    if (count) {
      svg.append(
        svgElement(
          document,
          'text',
          { x: width, y: top + 10.5, 'font-size': 12, 'text-anchor': 'end', fill: muted },
          count,
        ),
      );
    }
  });
  return { svg };
};
