import { afterEach, describe, expect, test, vi } from 'vitest';
import { circleRadius } from '#symbology/circleRadius.ts';
import { classBreaks, classesOf, noClass } from '#symbology/classes.ts';
import { hatches } from '#symbology/hatches.ts';
import { blue, steps } from '#symbology/palettes.ts';
import { loadMap } from '../../src/map/load.ts';
import type { MapEvents } from '../../src/map/mapOptions.ts';
import type { MapView } from '../../src/map/mapView.ts';
import { mapColours } from '../../src/map/style.ts';
import { signCode } from '../../src/model/sign.ts';
import { frames } from '../browser/frames.ts';
import { inventedCity } from './inventedCity.ts';

const size = 400;
const side = 5;
const city = inventedCity(side);
const colours = steps(blue, 3);
const flat = (position: number) => new Uint8Array(city.level.keys.length).fill(position);

let container: HTMLElement | null = null;
let open: MapView | null = null;

async function showMap(events: MapEvents = {}): Promise<MapView> {
  container = document.createElement('div');
  Object.assign(container.style, { width: `${size}px`, height: `${size}px` });
  document.body.append(container);
  const { MapView } = await loadMap();
  open = await MapView.create(container, { label: 'Karte', events });
  open.setLevel(city.level);
  return open;
}

afterEach(() => {
  open?.dispose();
  container?.remove();
  open = null;
});

/** Middle of a district of the grid, a little aside from its crooked borders. */
function middle(key: string): readonly [number, number] {
  const ring = city.level.geometries[city.level.keys.indexOf(key)]?.coordinates[0]?.slice(0, 4) ?? [];
  const mean = (axis: number) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length;
  return [mean(0), mean(1)];
}

/** Coordinate of the map's upper left corner, from the places of two districts. */
function unproject(map: MapView, axis: 0 | 1): number {
  const [one, other] = [middle('00000000'), middle('00000024')];
  const side = axis === 0 ? 'x' : 'y';
  const [from, to] = [map.project(one)[side], map.project(other)[side]];
  return one[axis] - (from * (other[axis] - one[axis])) / (to - from);
}

function hex(data: Uint8ClampedArray, offset = 0): string {
  return `#${[...data.slice(offset, offset + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

async function colourAt(map: MapView, key: string): Promise<string> {
  const picture = await map.capture(1);
  const { x, y } = map.project(middle(key));
  const data = picture.getContext('2d')?.getImageData(Math.round(x), Math.round(y), 1, 1).data;
  return hex(data ?? new Uint8ClampedArray(4));
}

/** Every colour in a square of 20 pixels around the middle of a district. */
async function coloursAround(map: MapView, key: string): Promise<Set<string>> {
  const picture = await map.capture(1);
  const { x, y } = map.project(middle(key));
  const data = picture.getContext('2d')?.getImageData(Math.round(x) - 10, Math.round(y) - 10, 20, 20).data;
  const found = new Set<string>();
  for (let i = 0; data && i < data.length; i += 4) found.add(hex(data, i));
  return found;
}

/** How many pixels of the whole picture have nearly this colour. */
async function pixelsLike(map: MapView, colour: string): Promise<number> {
  const picture = await map.capture(1);
  const data = picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data;
  const wanted = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  let found = 0;
  for (let i = 0; data && i < data.length; i += 4) {
    if (wanted.every((part, k) => Math.abs(part - (data[i + k] ?? 0)) < 12)) found += 1;
  }
  return found;
}

function pointer(type: 'mousemove' | 'mousedown' | 'mouseup' | 'click', x: number, y: number): void {
  const canvas = container?.querySelector('.maplibregl-canvas');
  const box = canvas?.getBoundingClientRect();
  const at = { clientX: (box?.left ?? 0) + x, clientY: (box?.top ?? 0) + y, bubbles: true };
  canvas?.dispatchEvent(new MouseEvent(type, at));
}

function clickAt(x: number, y: number): void {
  for (const type of ['mousedown', 'mouseup', 'click'] as const) pointer(type, x, y);
}

describe('the map', () => {
  test('shows the colour of each class, and a new indicator without a new source', async () => {
    const errors = vi.spyOn(console, 'error');
    const warnings = vi.spyOn(console, 'warn');
    const map = await showMap();
    const breaks = classBreaks(city.values, { method: 'quantile', count: 3, own: [] });
    const classes = classesOf(city.values, breaks);
    map.setColours({ classes, palette: colours, signs: null });
    for (const key of ['00000012', '00000018', '00000024']) {
      expect(await colourAt(map, key)).toBe(colours[classes[city.level.keys.indexOf(key)] ?? -1]);
    }
    map.setColours({ classes: flat(2), palette: colours, signs: null });
    expect(await colourAt(map, '00000012')).toBe(colours[2]);
    expect(errors).not.toHaveBeenCalled();
    expect(warnings).not.toHaveBeenCalled();
  });

  test('hatches what is missing, by kind, and lets no colour through', async () => {
    const map = await showMap();
    const classes = flat(2);
    const signs = flat(0);
    signs[12] = signCode('secret');
    classes[18] = noClass;
    map.setColours({ classes, palette: colours, signs });
    for (const [key, sign] of [
      ['00000012', 'secret'],
      ['00000018', 'missing'],
    ] as const) {
      const around = await coloursAround(map, key);
      expect(around).toContain(hatches[sign].ground);
      expect(around).not.toContain(colours[2]);
      expect(around.size).toBeGreaterThan(2);
    }
    expect(await coloursAround(map, '00000012')).not.toEqual(await coloursAround(map, '00000018'));
    expect(await colourAt(map, '00000006')).toBe(colours[2]);
    map.setColours({ classes: flat(2), palette: colours, signs: null });
    expect(await coloursAround(map, '00000012')).toEqual(new Set([colours[2]]));
  });

  test('an unreliable figure keeps its colour under dots', async () => {
    const map = await showMap();
    const signs = flat(0);
    signs[12] = signCode('unreliable');
    map.setColours({ classes: flat(0), palette: colours, signs });
    const around = await coloursAround(map, '00000012');
    expect(around).toContain(colours[0]);
    expect(around.size).toBeGreaterThan(2);
  });

  test('draws the selected area in orange and takes the line away again', async () => {
    const map = await showMap();
    map.setColours({ classes: flat(0), palette: colours, signs: null });
    expect(await pixelsLike(map, mapColours.selected)).toBe(0);
    map.setSelected('00000012');
    expect(await pixelsLike(map, mapColours.selected)).toBeGreaterThan(100);
    map.setSelected(null);
    expect(await pixelsLike(map, mapColours.selected)).toBe(0);
  });

  test('keeps the selection when the level is drawn anew, and shows the new level', async () => {
    const map = await showMap();
    map.setColours({ classes: flat(0), palette: colours, signs: null });
    map.setSelected('00000012');
    await map.settled();
    map.setLevel({ ...city.level, id: 'other' });
    map.setColours({ classes: flat(1), palette: colours, signs: null });
    expect(await colourAt(map, '00000006')).toBe(colours[1]);
    expect(await pixelsLike(map, mapColours.selected)).toBeGreaterThan(100);
  });

  test('names the area under the pointer by its key with the leading zeros, and says when it leaves', async () => {
    const onHover = vi.fn();
    const onClick = vi.fn();
    const map = await showMap({ onHover, onClick });
    map.setColours({ classes: flat(0), palette: colours, signs: null });
    await map.settled();
    const { x, y } = map.project(middle('00000007'));
    pointer('mousemove', x, y);
    expect(onHover).toHaveBeenLastCalledWith('00000007', expect.objectContaining({ x: Math.floor(x) }));
    clickAt(x, y);
    expect(onClick).toHaveBeenLastCalledWith('00000007');
    pointer('mousemove', 2, 2);
    expect(onHover).toHaveBeenLastCalledWith(null, expect.anything());
    clickAt(2, 2);
    expect(onClick).toHaveBeenLastCalledWith(null);
  });

  test('draws institutions as circles and finds them before the area beneath', async () => {
    const onClick = vi.fn();
    const onClickInstitution = vi.fn();
    const onHoverInstitution = vi.fn();
    const map = await showMap({ onClick, onClickInstitution, onHoverInstitution });
    map.setBackground('muted');
    map.setColours({ classes: flat(2), palette: colours, signs: null });
    const circle = {
      id: '01G01',
      position: middle('00000012'),
      radius: circleRadius(400, 400, 14),
      fill: '#237f6e',
      line: '#0a4d45',
    };
    map.setInstitutions([circle]);
    expect(await colourAt(map, '00000006')).toBe(mapColours.mutedArea);
    expect(await pixelsLike(map, '#2f8675')).toBeGreaterThan(300);
    const { x, y } = map.project(middle('00000012'));
    pointer('mousemove', x + 10, y);
    expect(onHoverInstitution).toHaveBeenLastCalledWith('01G01', expect.anything());
    clickAt(x + 10, y);
    expect(onClickInstitution).toHaveBeenLastCalledWith('01G01');
    expect(onClick).not.toHaveBeenCalled();
    map.setSelectedInstitution('01G01');
    expect(await pixelsLike(map, mapColours.selected)).toBeGreaterThan(60);
    map.setInstitutions(null);
    clickAt(x + 10, y);
    expect(onClick).toHaveBeenLastCalledWith('00000012');
  });

  test('draws programme areas as dark outlines', async () => {
    const map = await showMap();
    map.setColours({ classes: flat(0), palette: colours, signs: null });
    const geometry = city.level.geometries[12];
    if (!geometry) throw new Error('no geometry');
    map.setProgrammes([{ id: 'a', geometry }]);
    expect(await pixelsLike(map, mapColours.programme)).toBeGreaterThan(80);
    map.setProgrammes([]);
    expect(await pixelsLike(map, mapColours.programme)).toBe(0);
  });

  test('pictures the map at twice its pixels and leaves it as it was', async () => {
    const map = await showMap();
    map.setColours({ classes: flat(1), palette: colours, signs: null });
    map.setInstitutions([
      { id: 'a', position: middle('00000012'), radius: 12, fill: '#237f6e', line: '#0a4d45' },
    ]);
    expect(await pixelsLike(map, '#2f8675')).toBeGreaterThan(200);
    const picture = await map.capture(2);
    expect([picture.width, picture.height]).toEqual([2 * size, 2 * size]);
    const { x, y } = map.project(middle('00000012'));
    const inside = picture
      .getContext('2d')
      ?.getImageData(Math.round(2 * x) + 18, Math.round(2 * y), 1, 1).data;
    const outside = picture
      .getContext('2d')
      ?.getImageData(Math.round(2 * x) + 30, Math.round(2 * y), 1, 1).data;
    expect(hex(outside ?? new Uint8ClampedArray(4))).toBe(colours[1]);
    expect(hex(inside ?? new Uint8ClampedArray(4))).not.toBe(colours[1]);
    await map.settled();
    await vi.waitFor(() => {
      for (const canvas of container?.querySelectorAll('canvas') ?? []) {
        expect(canvas.width).toBe(Math.round(size * devicePixelRatio));
      }
    });
  });

  test('draws the circles of the picture at its own resolution instead of blowing them up', async () => {
    const map = await showMap();
    map.setColours({ classes: flat(1), palette: colours, signs: null });
    map.setInstitutions([
      { id: 'a', position: middle('00000012'), radius: 12, fill: '#237f6e', line: '#0a4d45' },
    ]);
    expect(await pixelsLike(map, '#2f8675')).toBeGreaterThan(200);
    const picture = await map.capture(4);
    const { x, y } = map.project(middle('00000012'));
    const { data } = picture.getContext('2d')!.getImageData(4 * x - 80, 4 * y - 80, 160, 160);
    let exact = 0;
    for (let i = 0; i < data.length; i += 4) if (hex(data, i) === '#0a4d45') exact++;
    // The core of the ring between its soft edges; a ring that was blown up has none.
    expect(exact).toBeGreaterThan(50);
  });

  test('knows where a legend would hide nothing', async () => {
    const map = await showMap();
    map.setColours({ classes: flat(1), palette: colours, signs: null });
    await map.settled();
    expect(map.isBare(0.3, 0.3, 0.4, 0.4)).toBe(false);
    expect(map.isBare(0, 0, 0.05, 0.05)).toBe(true);
    const corner: readonly [number, number] = [unproject(map, 0), unproject(map, 1)];
    map.setInstitutions([{ id: 'a', position: corner, radius: 12, fill: '#237f6e', line: '#0a4d45' }]);
    expect(map.isBare(0, 0, 0.05, 0.05)).toBe(false);
  });

  test('draws nothing anew for the same circles in a new array', async () => {
    const map = await showMap();
    const circle = { id: 'a', position: middle('00000012'), radius: 12, fill: '#237f6e', line: '#0a4d45' };
    map.setInstitutions([circle]);
    map.setColours({ classes: flat(1), palette: colours, signs: null });
    await map.settled();
    await frames(3);
    const draw = vi.spyOn(WebGL2RenderingContext.prototype, 'drawElements');
    map.setInstitutions([{ ...circle }]);
    map.setColours({ classes: flat(1), palette: [...colours], signs: null });
    map.setLevel({ ...city.level });
    map.setProgrammes([]);
    await map.settled();
    await frames(5);
    expect(draw).not.toHaveBeenCalled();
    map.setColours({ classes: flat(2), palette: colours, signs: null });
    await map.settled();
    expect(draw).toHaveBeenCalled();
    draw.mockRestore();
  });

  test('reports where it was moved to and who moved it', async () => {
    const onMoveEnd = vi.fn();
    const map = await showMap({ onMoveEnd });
    await map.settled();
    map.setCamera({ lng: 10.02, lat: 51.02, zoom: 12 });
    expect(onMoveEnd).toHaveBeenLastCalledWith(expect.objectContaining({ zoom: 12 }), false);
    map.zoomIn();
    await vi.waitFor(() =>
      expect(onMoveEnd).toHaveBeenLastCalledWith(expect.objectContaining({ zoom: 13 }), true),
    );
  });

  test('can be reached and moved by keyboard and has a name', async () => {
    const onMoveEnd = vi.fn();
    const map = await showMap({ onMoveEnd });
    await map.settled();
    const canvas = container?.querySelector<HTMLElement>('.maplibregl-canvas');
    expect(canvas?.tabIndex).toBe(0);
    expect(canvas?.getAttribute('aria-label')).toBe('Karte');
    canvas?.focus();
    canvas?.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 39, bubbles: true }));
    await vi.waitFor(() => expect(onMoveEnd).toHaveBeenLastCalledWith(expect.anything(), true));
  });

  test('asks nobody for anything', async () => {
    performance.clearResourceTimings();
    const map = await showMap();
    map.setContext(city.context);
    map.setColours({ classes: flat(0), palette: colours, signs: null });
    await map.settled();
    const foreign = performance
      .getEntriesByType('resource')
      .filter(({ name }) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name));
    expect(foreign).toEqual([]);
  });

  test('refuses arrays of another length', async () => {
    const map = await showMap();
    expect(() => map.setColours({ classes: new Uint8Array(3), palette: colours, signs: null })).toThrow(
      'invalid classes: 3 for 25 areas',
    );
  });

  test('recolours 576 areas, more than Berlin has, to the colours of the newest call', async () => {
    const map = await showMap();
    const large = inventedCity(24);
    map.setLevel(large.level);
    const n = large.level.keys.length;
    const all = (position: number) => new Uint8Array(n).fill(position);
    map.setColours({ classes: all(1), palette: colours, signs: null });
    await map.settled();
    expect(await pixelsLike(map, colours[1]!)).toBeGreaterThan(10_000);
    map.setColours({ classes: all(2), palette: colours, signs: null });
    await map.settled();
    const fresh = await pixelsLike(map, colours[2]!);
    expect(fresh).toBeGreaterThan(10_000);
    // Not none: a border blends the new colour with white, and can come near the old one.
    expect(await pixelsLike(map, colours[1]!)).toBeLessThan(fresh / 10);
  });
});

describe('without WebGL', () => {
  test('creating a map fails with a type of its own', async () => {
    const real = HTMLCanvasElement.prototype.getContext;
    const spy = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      ...parameters: unknown[]
    ) {
      if (String(parameters[0]).startsWith('webgl')) return null;
      return Reflect.apply(real, this, parameters);
    } as typeof real);
    try {
      await expect(showMap()).rejects.toThrow(expect.objectContaining({ name: 'WebGLUnavailableError' }));
    } finally {
      spy.mockRestore();
    }
  });
});

describe('the whole city', () => {
  test('is fitted beside what covers the lower left corner', async () => {
    container = document.createElement('div');
    Object.assign(container.style, { width: '700px', height: '400px' });
    document.body.append(container);
    const { MapView } = await loadMap();
    const corner = { width: 280, height: 200 };
    open = await MapView.create(container, { label: 'Karte', corner: () => corner });
    open.setLevel(city.level);
    const places = city.level.keys.map((key) => open!.project(middle(key)));
    expect(places.some(({ x, y }) => x < corner.width && y > 400 - corner.height)).toBe(false);
  });

  test('is fitted again when the window changes, unless it was moved', async () => {
    const map = await showMap();
    const before = map.getCamera().zoom;
    Object.assign(container!.style, { width: '800px', height: '800px' });
    map.resize();
    expect(map.getCamera().zoom).toBeGreaterThan(before + 0.8);
    map.zoomIn();
    await expect.poll(() => map.getCamera().zoom).toBeGreaterThan(before + 1.8);
    await map.settled();
    const moved = map.getCamera().zoom;
    Object.assign(container!.style, { width: '400px', height: '400px' });
    map.resize();
    expect(map.getCamera().zoom).toBeCloseTo(moved, 6);
  });
});
