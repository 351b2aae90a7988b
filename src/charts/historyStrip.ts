import { ink, muted } from '#symbology/palettes.ts';
import type { Draw } from './drawing.ts';
import { type Described, picture, shorten, svgElement, textWidth } from './svgElement.ts';

export interface HistoryStep {
  /** Under the box: the edition. */
  readonly when: string;
  /** In the box; a short form is used where it does not fit. */
  readonly text: string;
  readonly short?: string;
  /** null: not rated, an open box. */
  readonly color: string | null;
  readonly isCurrent?: boolean;
}

export interface HistoryStripOptions extends Described {
  readonly steps: readonly HistoryStep[];
}

/** One box per edition: what the area was rated, since when. */
export const historyStrip: Draw<HistoryStripOptions> = (options, frame) => {
  const { document, width } = frame;
  const { steps } = options;
  const boxHeight = 28;
  const svg = picture(document, width, boxHeight + 20, options);
  const gap = 6;
  const part = Math.min(96, (width - gap * (steps.length - 1)) / Math.max(1, steps.length));
  steps.forEach((step, index) => {
    const left = index * (part + gap);
    const middle = left + part / 2;
    const content = textWidth(step.text) <= part - 8 ? step.text : shorten(step.short ?? step.text, part - 6);
    svg.append(
      svgElement(document, 'rect', {
        x: left + 0.5,
        y: 0.5,
        width: part - 1,
        height: boxHeight - 1,
        rx: 3,
        fill: step.color ?? '#ffffff',
        ...(step.color ? {} : { stroke: muted, 'stroke-dasharray': '3 2' }),
      }),
      svgElement(
        document,
        'text',
        {
          x: middle,
          y: boxHeight / 2 + 4,
          'text-anchor': 'middle',
          fill: step.color ? readableOn(step.color) : muted,
        },
        svgElement(document, 'title', {}, `${step.when}: ${step.text}`),
        content,
      ),
      svgElement(
        document,
        'text',
        {
          x: middle,
          y: boxHeight + 15,
          'text-anchor': 'middle',
          fill: ink,
          'font-weight': step.isCurrent ? 600 : 400,
        },
        step.when,
      ),
    );
  });
  return { svg };
};

/** Ink or white, whichever stands out more (WCAG contrast). */
export function readableOn(color: string): string {
  const light = luminance(color);
  return 1.05 / (light + 0.05) > (light + 0.05) / (luminance(ink) + 0.05) ? '#ffffff' : ink;
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
