import { ink, muted } from '#symbology/palettes.ts';
import { svgElement, textWidth, wrap } from './svgElement.ts';

export interface LegendHead {
  readonly title?: string;
  readonly subtitle?: string;
}

const titleSize = 12.5;
const subtitleSize = 11.5;
const gap = 5;
const lineHeight = 15;
/** Semibold runs a little wider than what `textWidth` reckons with. */
const titleReckoned = titleSize * 1.04;

interface HeadLine {
  readonly title: string;
  readonly subtitle: string;
}

/** Title on at most two lines; the subtitle after it where it fits, else on a line of its own. */
function headLines({ title, subtitle }: LegendHead, width: number): HeadLine[] {
  const own = subtitle
    ? wrap(subtitle, width, 2, subtitleSize).map((each) => ({ title: '', subtitle: each }))
    : [];
  if (!title) return own;
  const titles = wrap(title, width, 2, titleReckoned);
  const lines = titles.map((each) => ({ title: each, subtitle: '' }));
  const last = lines.at(-1);
  if (!subtitle || !last) return lines;
  const used = textWidth(last.title, titleReckoned) + gap + textWidth(subtitle, subtitleSize);
  if (used <= width) return [...lines.slice(0, -1), { title: last.title, subtitle }];
  return [...lines, ...own];
}

/** How much higher a legend becomes because its head does not fit on one line, px. */
export function extraHeadHeight(head: LegendHead, width: number): number {
  return Math.max(0, headLines(head, width).length - 1) * lineHeight;
}

/** Title in bold and, after it, unit and year: the first line of every legend, and more where they are long. */
export function legendHead(svg: SVGSVGElement, head: LegendHead, width: number): void {
  const document = svg.ownerDocument;
  headLines(head, width).forEach(({ title, subtitle }, index) => {
    const text = svgElement(document, 'text', { x: 0, y: 12 + index * lineHeight, 'font-size': titleSize });
    if (title) text.append(svgElement(document, 'tspan', { 'font-weight': 600, fill: ink }, title));
    if (subtitle) {
      const dx = title ? gap : undefined;
      text.append(svgElement(document, 'tspan', { dx, 'font-size': subtitleSize, fill: muted }, subtitle));
    }
    svg.append(text);
  });
}
