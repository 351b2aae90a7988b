import { muted } from '#symbology/palettes.ts';
import type { Classes } from './classes.ts';
import { classStrip } from './classStrip.ts';
import type { Draw } from './drawing.ts';
import { extraHeadHeight, legendHead } from './legendHead.ts';
import { type MissingLine, missingLines } from './missingLines.ts';
import { type Described, picture, svgElement, wrap } from './svgElement.ts';

export interface StepLegendOptions extends Described {
  readonly title?: string;
  readonly subtitle?: string;
  readonly classes: Classes;
  readonly format: (value: number) => string;
  /** What the two ends mean, for diverging scales. */
  readonly lowLabel?: string;
  readonly highLabel?: string;
  readonly missing?: readonly MissingLine[];
}

/** Classes as a row of fields with their bounds; for deviations with the meaning of both ends. */
export const stepLegend: Draw<StepLegendOptions> = (options, frame) => {
  const { document, width, numbers } = frame;
  const { lowLabel, highLabel, missing = [] } = options;
  const top = (options.title || options.subtitle ? 24 : 2) + extraHeadHeight(options, width);
  const ends = [lowLabel, highLabel].map((label) => (label ? wrap(label, width / 2 - 12, 2) : []));
  const endRows = Math.max(...ends.map((each) => each.length));
  const below = top + 12 + 16 + endRows * 13;
  const svg = picture(document, width, below + missing.length * 19 + 2, options);
  legendHead(svg, options, width);
  svg.append(classStrip(document, options.classes, width, top, 12, options.format));
  ends.forEach((lines, side) => {
    lines.forEach((content, row) => {
      svg.append(
        svgElement(
          document,
          'text',
          {
            x: side === 0 ? 0 : width,
            y: top + 12 + 26 + row * 13,
            'text-anchor': side === 0 ? 'start' : 'end',
            fill: muted,
          },
          content,
        ),
      );
    });
  });
  svg.append(missingLines(document, missing, below, numbers));
  return { svg };
};
