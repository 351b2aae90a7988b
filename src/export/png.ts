import { svgSize, svgToImage } from './svgToImage.ts';

/** A line of the legend: what it looks like, what it means, how many. */
export interface LegendEntry {
  /** A colour, or a small picture that repeats, such as a hatching; null for none. */
  readonly fill: string | CanvasImageSource | null;
  /** Colour of a border, e.g. for outlined areas. */
  readonly line?: string;
  /** A circle of this radius in CSS pixels instead of a rectangle. */
  readonly radius?: number;
  readonly label: string;
  readonly value?: string;
}

export interface PictureLegend {
  readonly title: string;
  readonly subtitle?: string;
  /** The legend's charts as they stand on the page, drawn below each other. */
  readonly svgs?: readonly SVGSVGElement[];
  readonly entries?: readonly LegendEntry[];
}

export interface MapPicture {
  /** What `MapView.capture` returns: map and circles on one canvas. */
  readonly map: HTMLCanvasElement;
  readonly title: string;
  readonly subtitle?: string;
  readonly legend?: PictureLegend | null;
  readonly source: string;
  readonly date: string;
  /** E.g. that the data are invented: always burnt in, never only in the file name. */
  readonly notice?: string | null;
  /**
   * Does the map show nothing that counts in this part of it (fractions of its width and height)? `MapView.isBare`.
   * Without it, only ground of one colour passes for bare.
   */
  readonly isBare?: (x: number, y: number, width: number, height: number) => boolean;
  /** Pixels, at least `smallestWidth`; without it as wide as the map. */
  readonly width?: number;
}

export const smallestWidth = 1600;

const ink = '#14213d';
const quiet = '#56617a';
const family = '"Fira Sans", "Noto Sans", sans-serif';
const legendScale = 1.7;

/** The map as a PNG file that explains itself: title, legend, source, date and notice are part of the picture. */
export async function mapPicture(picture: MapPicture): Promise<Blob> {
  const canvas = await drawMapPicture(picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** The composed picture before it becomes a file. */
export async function drawMapPicture(picture: MapPicture): Promise<HTMLCanvasElement> {
  const width = Math.round(Math.max(smallestWidth, picture.width ?? picture.map.width));
  // All measures below are thought for 1600 pixels.
  const unit = width / 1600;
  await loadFonts();
  const legend = picture.legend ? await drawLegend(picture.legend, unit) : null;

  const measure = canvasOf(1, 1).context;
  const margin = 48 * unit;
  const inner = width - 2 * margin;
  const title = paragraph(measure, picture.title, `600 ${44 * unit}px ${family}`, ink, inner, 54 * unit);
  const subtitle = paragraph(
    measure,
    picture.subtitle ?? '',
    `400 ${26 * unit}px ${family}`,
    quiet,
    inner,
    36 * unit,
  );
  const footerFont = `400 ${21 * unit}px ${family}`;
  const notice = paragraph(
    measure,
    picture.notice ?? '',
    `600 ${21 * unit}px ${family}`,
    ink,
    inner,
    30 * unit,
  );
  const source = paragraph(measure, picture.source, footerFont, quiet, inner, 30 * unit);
  const date = paragraph(measure, picture.date, footerFont, quiet, inner, 30 * unit);

  const mapTop = Math.round(margin + title.height + subtitle.height + 28 * unit);
  const mapHeight = Math.round((picture.map.height / picture.map.width) * width);
  const gap = 28 * unit;
  const place = legend ? freeCorner(picture, width, mapHeight, legend, gap) : null;
  const below = legend && !place ? legend.height + gap : 0;
  const footerTop = mapTop + mapHeight + below + 24 * unit;
  const height = Math.round(footerTop + notice.height + source.height + date.height + 32 * unit);

  const { canvas, context } = canvasOf(width, height);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  title.draw(context, margin, margin);
  subtitle.draw(context, margin, margin + title.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.map, 0, mapTop, width, mapHeight);
  if (legend && place) context.drawImage(legend, place.x, mapTop + place.y);
  else if (legend) context.drawImage(legend, margin, mapTop + mapHeight + gap);
  notice.draw(context, margin, footerTop);
  source.draw(context, margin, footerTop + notice.height);
  date.draw(context, margin, footerTop + notice.height + source.height);
  return canvas;
}

/**
 * A corner of the map where the legend hides nothing, the lower left one first; null if there is none: then the legend
 * goes below the map.
 */
function freeCorner(
  picture: MapPicture,
  width: number,
  height: number,
  legend: HTMLCanvasElement,
  gap: number,
): { readonly x: number; readonly y: number } | null {
  if (legend.height + 2 * gap > height || legend.width + 2 * gap > width) return null;
  const isBare = picture.isBare ?? plainGround(picture.map);
  const right = width - legend.width - gap;
  const bottom = height - legend.height - gap;
  const corners = [
    { x: gap, y: bottom },
    { x: gap, y: gap },
    { x: right, y: bottom },
    { x: right, y: gap },
  ];
  const free = corners.find(({ x, y }) =>
    isBare(x / width, y / height, legend.width / width, legend.height / height),
  );
  return free ?? null;
}

/** Tells parts of the colour that the map has in its upper left corner, taken for the ground. */
function plainGround(
  map: HTMLCanvasElement,
): (x: number, y: number, width: number, height: number) => boolean {
  // A small picture is enough to see whether something is there, and smoothing keeps thin lines in it.
  const [columns, rows] = [200, 200];
  const { context } = canvasOf(columns, rows, { willReadFrequently: true });
  context.drawImage(map, 0, 0, columns, rows);
  const ground = context.getImageData(0, 0, 1, 1).data;
  return (x, y, width, height) => {
    const [left, top] = [Math.floor(x * columns), Math.floor(y * rows)];
    const { data } = context.getImageData(left, top, Math.ceil(width * columns), Math.ceil(height * rows));
    return data.every((part, i) => Math.abs(part - (ground[i % 4] ?? 0)) <= 3);
  };
}

async function drawLegend(legend: PictureLegend, unit: number): Promise<HTMLCanvasElement> {
  const scale = legendScale * unit;
  const padding = 14 * scale;
  const measure = canvasOf(1, 1).context;
  const charts = await Promise.all(
    (legend.svgs ?? []).map(async (svg) => ({ ...svgSize(svg), image: await svgToImage(svg, scale) })),
  );
  const between = 6;
  const size = {
    width: Math.max(0, ...charts.map(({ width }) => width)),
    height: charts.reduce((sum, { height }, i) => sum + height + (i > 0 ? between : 0), 0),
  };
  const entries = legend.entries ?? [];
  const entryFont = `400 ${13 * scale}px ${family}`;
  measure.font = entryFont;
  const swatch = 18 * scale;
  const widest = Math.max(
    0,
    ...entries.map(
      ({ label, value }) =>
        swatch +
        8 * scale +
        measure.measureText(label).width +
        (value ? 24 * scale + measure.measureText(value).width : 0),
    ),
  );
  const largest = Math.max(0, ...entries.map(({ radius }) => radius ?? 0));
  const row = Math.max(23, 2 * largest + 5) * scale;
  const content = Math.max(size.width * scale, widest, 200 * scale);
  const title = paragraph(measure, legend.title, `600 ${13.5 * scale}px ${family}`, ink, content, 19 * scale);
  const subtitle = paragraph(measure, legend.subtitle ?? '', entryFont, quiet, content, 18 * scale);
  const { canvas, context } = canvasOf(
    Math.ceil(content + 2 * padding),
    Math.ceil(
      2 * padding + title.height + subtitle.height + 4 * scale + size.height * scale + entries.length * row,
    ),
  );
  context.fillStyle = '#ffffff';
  context.strokeStyle = '#d5dbe5';
  context.lineWidth = scale;
  context.beginPath();
  context.roundRect(scale / 2, scale / 2, canvas.width - scale, canvas.height - scale, 5 * scale);
  context.fill();
  context.stroke();
  let y = padding;
  title.draw(context, padding, y);
  y += title.height;
  subtitle.draw(context, padding, y);
  y += subtitle.height + 4 * scale;
  let chartTop = y;
  for (const { image, width, height } of charts) {
    context.drawImage(image, padding, chartTop, width * scale, height * scale);
    chartTop += (height + between) * scale;
  }
  y += size.height * scale;
  for (const entry of entries) {
    drawEntry(context, entry, padding, y, swatch, row, scale);
    context.font = entryFont;
    context.textBaseline = 'middle';
    context.fillStyle = ink;
    context.textAlign = 'left';
    context.fillText(entry.label, padding + swatch + 8 * scale, y + row / 2);
    if (entry.value) {
      context.fillStyle = quiet;
      context.textAlign = 'right';
      context.fillText(entry.value, canvas.width - padding, y + row / 2);
    }
    y += row;
  }
  return canvas;
}

function drawEntry(
  context: CanvasRenderingContext2D,
  { fill, line, radius }: LegendEntry,
  x: number,
  y: number,
  swatch: number,
  row: number,
  scale: number,
): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  if (radius === undefined) context.rect(0, (row - 13 * scale) / 2, swatch, 13 * scale);
  else context.arc(swatch / 2, row / 2, radius * scale, 0, 2 * Math.PI);
  if (typeof fill === 'string') {
    context.fillStyle = fill;
    context.fill();
  } else if (fill) {
    const pattern = context.createPattern(fill, 'repeat');
    // Tiles are drawn with two pixels to the CSS pixel.
    pattern?.setTransform(new DOMMatrix().scale(scale / 2));
    if (pattern) context.fillStyle = pattern;
    context.fill();
  }
  const border = line ?? (typeof fill === 'string' ? null : '#c4ccd8');
  if (border) {
    context.strokeStyle = border;
    context.lineWidth = (line ? 2 : 1) * scale;
    context.stroke();
  }
  context.restore();
}

interface Paragraph {
  readonly height: number;
  draw(context: CanvasRenderingContext2D, x: number, y: number): void;
}

/** A text broken into lines of at most `width`; nothing, of no height, for an empty one. */
function paragraph(
  measure: CanvasRenderingContext2D,
  text: string,
  font: string,
  colour: string,
  width: number,
  lineHeight: number,
): Paragraph {
  measure.font = font;
  const lines: string[] = [];
  for (const part of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    let line = '';
    for (const word of part.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && measure.measureText(longer).width > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return {
    height: lines.length * lineHeight,
    draw(context, x, y) {
      context.font = font;
      context.fillStyle = colour;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      lines.forEach((line, i) => {
        context.fillText(line, x, y + (i + 0.5) * lineHeight);
      });
    },
  };
}

/** A canvas draws with the fallback font when the right one has not been used on the page yet. */
async function loadFonts(): Promise<void> {
  await Promise.all(
    ['400', '600'].map((weight) => document.fonts.load(`${weight} 20px "Fira Sans"`).catch(() => [])),
  );
}

function canvasOf(
  width: number,
  height: number,
  settings?: CanvasRenderingContext2DSettings,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', settings);
  if (!context) throw new Error('no 2d context');
  return { canvas, context };
}
