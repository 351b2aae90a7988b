import { afterEach, expect, test } from 'vitest';
import { hatches, hatchTile } from '#symbology/hatches.ts';
import { type MapPicture, mapPicture } from '../../src/export/png.ts';
import { svgToImage } from '../../src/export/svgToImage.ts';

const ground = '#e8ecf1';

afterEach(() => {
  document.body.replaceChildren();
});

function mapCanvas(width = 800, height = 500): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  return canvas;
}

const picture: MapPicture = {
  map: mapCanvas(),
  title: 'Kinderarmut in Musterstadt',
  subtitle: 'Kinder unter 15 Jahren in SGB-II-Haushalten, in %',
  source: 'Quelle: Statistikstelle Musterstadt, dl-de/zero-2.0',
  date: 'Stand: 31.12.2023',
};

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Number of pixels of a rectangle that are nearly of this colour. */
  count(colour: string, x: number, y: number, width: number, height: number): number;
}

async function read(blob: Blob): Promise<Pixels> {
  const image = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    count(colour, x, y, width, height) {
      const wanted = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
      const data = context?.getImageData(x, y, width, height).data ?? [];
      let found = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((part, k) => Math.abs(part - (data[i + k] ?? 0)) < 10)) found += 1;
      }
      return found;
    },
  };
}

test('is a PNG at least 1600 pixels wide with title, map and footer', async () => {
  const blob = await mapPicture(picture);
  expect(blob.type).toBe('image/png');
  const pixels = await read(blob);
  expect(pixels.width).toBe(1600);
  expect(pixels.height).toBeGreaterThan(1000 + 150);
  expect(pixels.count('#14213d', 48, 48, 900, 54)).toBeGreaterThan(800);
  expect(pixels.count(ground, 0, 200, 1600, 900)).toBeGreaterThan(1600 * 800);
  expect(pixels.count('#56617a', 48, pixels.height - 100, 900, 100)).toBeGreaterThan(300);
});

test('the notice is burnt in, and missing without one', async () => {
  const inked = async (notice: string | null) => {
    const pixels = await read(await mapPicture({ ...picture, notice }));
    return { height: pixels.height, ink: pixels.count('#14213d', 0, pixels.height - 150, 1600, 150) };
  };
  const without = await inked(null);
  const one = await inked('Erfundene Daten');
  expect(without.ink).toBe(0);
  expect(one.ink).toBeGreaterThan(200);
  expect(one.height).toBe(without.height + 30);
});

test('as wide as wished, and as the map where that is wider', async () => {
  expect((await read(await mapPicture({ ...picture, width: 2400 }))).width).toBe(2400);
  expect((await read(await mapPicture({ ...picture, map: mapCanvas(2000, 400) }))).width).toBe(2000);
});

test('a long title is broken into lines instead of cut', async () => {
  const short = await read(await mapPicture(picture));
  const long = await read(await mapPicture({ ...picture, title: 'Sehr langer Titel '.repeat(12).trim() }));
  expect(long.height).toBeGreaterThan(short.height + 50);
  expect(long.count('#14213d', 1560, 0, 40, 300)).toBe(0);
});

test('the legend shows colours, hatching and the chart of the page', async () => {
  const style = document.createElement('style');
  style.textContent = '.bar { fill: #ff00ff }';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', '100');
  svg.setAttribute('height', '40');
  svg.innerHTML = '<rect class="bar" width="50" height="40"/>';
  document.body.append(style, svg);
  const blob = await mapPicture({
    ...picture,
    legend: {
      title: 'Kinderarmut',
      subtitle: 'in %',
      svgs: [svg],
      entries: [
        { fill: '#00aa55', label: 'unter 20', value: '49' },
        { fill: hatchTile('missing', 2), label: 'keine Angabe', value: '6' },
        { fill: null, line: '#0000ff', label: 'Fördergebiet' },
      ],
    },
  });
  const pixels = await read(blob);
  // Colour comes from a style sheet of the page, which a picture by itself does not see.
  const inLegend = (colour: string) => pixels.count(colour, 0, 400, 800, pixels.height - 500);
  expect(inLegend('#ff00ff')).toBeGreaterThan(85 * 68 * 0.9);
  expect(inLegend('#00aa55')).toBeGreaterThan(400);
  expect(inLegend('#0000ff')).toBeGreaterThan(50);
  expect(inLegend(hatches.missing.ink)).toBeGreaterThan(30);
});

test('a legend taller than the map gets its room', async () => {
  const entries = Array.from({ length: 30 }, (_, i) => ({ fill: '#00aa55', label: `Klasse ${i}` }));
  const pixels = await read(
    await mapPicture({ ...picture, map: mapCanvas(1600, 300), legend: { title: 'Viele', entries } }),
  );
  expect(pixels.height).toBeGreaterThan(30 * 23 * 1.7);
  expect(pixels.count('#00aa55', 0, 0, 1600, pixels.height)).toBeGreaterThan(30 * 500);
});

test('the legend hides nothing: it takes a free corner, else it goes below the map', async () => {
  const legend = { title: 'Klassen', entries: [{ fill: '#00aa55', label: 'eins' }] };
  const occupied = (x: number, y: number, width: number, height: number) => {
    const map = mapCanvas(1600, 1000);
    const context = map.getContext('2d');
    if (context) {
      context.fillStyle = '#1b487d';
      context.fillRect(x, y, width, height);
    }
    return map;
  };
  const height = async (map: HTMLCanvasElement) => {
    const pixels = await read(await mapPicture({ ...picture, map, legend }));
    expect(pixels.count('#00aa55', 0, 0, 1600, pixels.height)).toBeGreaterThan(400);
    return {
      all: pixels.height,
      left: pixels.count('#00aa55', 0, 0, 800, pixels.height) > 0,
      covered: pixels.count('#1b487d', 0, 0, 1600, pixels.height),
    };
  };
  const free = await height(occupied(800, 400, 10, 10));
  expect(free.left).toBe(true);
  const leftTaken = await height(occupied(0, 50, 700, 950));
  expect(leftTaken).toMatchObject({ all: free.all, left: false, covered: 700 * 950 });
  const taken = await height(occupied(20, 20, 1560, 960));
  expect(taken.all).toBeGreaterThan(free.all + 80);
  expect(taken.covered).toBe(1560 * 960);
});

test('an SVG is pictured at the wished scale', async () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 30 20');
  const image = await svgToImage(svg, 3);
  expect([image.naturalWidth, image.naturalHeight]).toEqual([90, 60]);
});

test('an SVG without any size is refused', async () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  await expect(svgToImage(svg, 2)).rejects.toThrow('invalid svg: no size');
});

test('charts of a legend stand below each other, each in the look of the page', async () => {
  const style = document.createElement('style');
  style.textContent = '.upper { fill: #ff00ff } .lower { fill: #00ffff }';
  const [upper, lower] = ['upper', 'lower'].map((name) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '100');
    svg.setAttribute('height', '40');
    svg.innerHTML = `<rect class="${name}" width="100" height="40"/>`;
    document.body.append(svg);
    return svg;
  });
  document.body.append(style);
  const both = await read(await mapPicture({ ...picture, legend: { title: '', svgs: [upper!, lower!] } }));
  const one = await read(await mapPicture({ ...picture, legend: { title: '', svgs: [upper!] } }));
  const all = (pixels: typeof both, colour: string) => pixels.count(colour, 0, 0, 1600, pixels.height);
  expect(all(both, '#ff00ff')).toBe(all(one, '#ff00ff'));
  expect(all(both, '#ff00ff')).toBeGreaterThan(170 * 68 * 0.95);
  expect(all(both, '#00ffff')).toBeGreaterThan(170 * 68 * 0.95);
  expect(all(one, '#00ffff')).toBe(0);
});
