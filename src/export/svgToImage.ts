import { embeddedFonts } from './embeddedFonts.ts';

const carried = [
  'color',
  'display',
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-numeric',
  'font-weight',
  'letter-spacing',
  'opacity',
  'paint-order',
  'shape-rendering',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'visibility',
] as const;

/**
 * An SVG of the page as a picture that stands by itself, `scale` pixels to the CSS pixel. A picture sees neither the
 * page's style sheets nor its fonts, so both are written into a copy of the SVG first.
 */
export async function svgToImage(svg: SVGSVGElement, scale: number): Promise<HTMLImageElement> {
  const { width, height } = svgSize(svg);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const families = carryStyles(svg, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width * scale));
  copy.setAttribute('height', String(height * scale));
  copy.style.removeProperty('width');
  copy.style.removeProperty('height');
  const fonts = await embeddedFonts(families);
  if (fonts) {
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = fonts;
    copy.prepend(style);
  }
  const blob = new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Size in CSS pixels, also of an SVG that is not laid out. */
export function svgSize(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const box = svg.getBoundingClientRect();
  if (box.width > 0 && box.height > 0) return { width: box.width, height: box.height };
  const view = svg.viewBox.baseVal;
  const width = Number.parseFloat(svg.getAttribute('width') ?? '') || view.width;
  const height = Number.parseFloat(svg.getAttribute('height') ?? '') || view.height;
  if (!(width > 0 && height > 0)) throw new Error('invalid svg: no size');
  return { width, height };
}

/** Writes the computed style of every element into its copy; returns the font families met. */
function carryStyles(original: Element, copy: Element): Set<string> {
  const families = new Set<string>();
  const originals = [original, ...original.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((element, i) => {
    const target = copies[i];
    if (!(target instanceof SVGElement)) return;
    const style = getComputedStyle(element);
    for (const property of carried) {
      const value = style.getPropertyValue(property);
      if (value) target.style.setProperty(property, value);
    }
    const family = style.fontFamily
      .split(',')[0]
      ?.trim()
      .replace(/^["']|["']$/g, '');
    if (family) families.add(family);
  });
  return families;
}
