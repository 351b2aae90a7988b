import type { PlotOptions } from '@observablehq/plot';
import { ink } from '#symbology/palettes.ts';
import type { Frame } from './drawing.ts';
import { fontFamily, fontSize, svgElement } from './svgElement.ts';

/** What every chart drawn by Observable Plot shares: typeface, ink, no ground of its own. */
export function plotFrame(frame: Frame, height: number): PlotOptions {
  return {
    document: frame.document,
    width: frame.width,
    height,
    style: { fontFamily, fontSize: `${fontSize}px`, color: ink, background: 'none', overflow: 'visible' },
  };
}

/** Plot returns a figure when it draws legends or captions; none of ours asks for one. */
export function svgOf(plotted: SVGSVGElement | HTMLElement): SVGSVGElement {
  if (plotted.localName !== 'svg') throw new Error(`invalid plot: ${plotted.localName}`);
  // A bare <g> may not have a name (ARIA 1.2), and the picture as a whole has one.
  for (const group of plotted.querySelectorAll('g[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label') ?? '');
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-hidden');
  }
  // Slide and drawing programs read the attribute, not Plot's style.
  plotted.setAttribute('font-family', fontFamily);
  plotted.setAttribute('font-size', String(fontSize));
  return plotted as SVGSVGElement;
}

/** The scale of a finished plot as a function to pixels. */
export function pixels(
  plotted: { scale(name: 'x' | 'y'): { apply(value: number): number } | undefined },
  name: 'x' | 'y',
): (value: number) => number {
  const scale = plotted.scale(name);
  return (value) => scale?.apply(value) ?? Number.NaN;
}

/** What the axes show: upwards at the upper left, to the right at the lower right. */
export function axisNames(
  { document, width }: Frame,
  height: number,
  x: string,
  y: string,
): readonly SVGElement[] {
  const name = (left: number, top: number, anchor: 'start' | 'end', text: string): SVGElement =>
    svgElement(document, 'text', { x: left, y: top, fill: ink, 'text-anchor': anchor }, text);
  return [name(0, 10, 'start', `↑ ${y}`), name(width - 2, height - 3, 'end', `${x} →`)];
}
