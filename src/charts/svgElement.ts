import { ink } from '#symbology/palettes.ts';

const namespace = 'http://www.w3.org/2000/svg';
type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Node | string;

/** One SVG element with attributes and children. */
export function svgElement<N extends keyof SVGElementTagNameMap>(
  document: Document,
  name: N,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[N] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      element.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  }
  element.append(...children);
  return element;
}

export const fontFamily = "'Fira Sans', system-ui, sans-serif";
/** Text inside charts, px. */
export const fontSize = 11;

export interface Described {
  /** What the picture shows, in one sentence: its name for screen readers. */
  readonly label: string;
  /** What can be read from it; the figures themselves stand in the table beside it. */
  readonly description?: string;
}

/** The root of a chart: an image with a name. */
export function picture(
  document: Document,
  width: number,
  height: number,
  described: Described,
): SVGSVGElement {
  const svg = svgElement(document, 'svg', {
    width,
    height,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    'font-family': fontFamily,
    'font-size': fontSize,
    fill: ink,
  });
  describe(svg, described);
  return svg;
}

/** Names a finished SVG for screen readers. */
export function describe(svg: SVGSVGElement, { label, description }: Described): void {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.classList.add('ql-chart-svg');
  if (description) {
    svg.prepend(svgElement(svg.ownerDocument, 'desc', {}, description));
  }
}

/** Width of a text in Fira Sans, close enough to leave room for it without a page to measure in. */
export function textWidth(text: string, size: number = fontSize): number {
  let width = 0;
  for (const letter of text) {
    if (/[mwMWÖÄÜOQGD%@–—]/.test(letter)) width += 0.78;
    else if (/[ilj.,:;'|!IrtfJ\s()[\]-]/.test(letter)) width += 0.34;
    else width += 0.58;
  }
  return width * size;
}

/** Breaks a text into lines of at most `width` px: at spaces, hyphens, slashes and soft hyphens; else it is cut. */
export function wrap(text: string, width: number, lines: number, size: number = fontSize): string[] {
  const result: string[] = [''];
  for (const word of text.split(/(?<=[\s/\u00ad-])/)) {
    const last = result[result.length - 1] ?? '';
    if (last === '' || textWidth(plain(last + word), size) <= width) result[result.length - 1] = last + word;
    else result.push(word);
  }
  const kept =
    result.length <= lines ? result : [...result.slice(0, lines - 1), result.slice(lines - 1).join('')];
  return kept.map((each) => shorten(plain(each), width, size));
}

/** A soft hyphen shows only where the line ends. */
function plain(text: string): string {
  return text
    .replace(/\u00ad(?=.)/g, '')
    .replace(/\u00ad$/, '-')
    .trim();
}

/** The text, or as much of it as fits and an ellipsis. */
export function shorten(text: string, width: number, size: number = fontSize): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
