import { ink, muted } from '#symbology/palettes.ts';
import { svgElement } from './svgElement.ts';

/** Title in bold and, after it, unit and year: the first line of every legend. */
export function legendHead(
  svg: SVGSVGElement,
  { title, subtitle }: { readonly title?: string; readonly subtitle?: string },
): void {
  if (!title) return;
  const document = svg.ownerDocument;
  const text = svgElement(document, 'text', { x: 0, y: 12, 'font-size': 12.5 });
  text.append(svgElement(document, 'tspan', { 'font-weight': 600, fill: ink }, title));
  if (subtitle)
    text.append(svgElement(document, 'tspan', { dx: 5, 'font-size': 11.5, fill: muted }, subtitle));
  svg.append(text);
}
