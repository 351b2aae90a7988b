import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { boundsOf } from '../../src/map/bounds.ts';
import { outlineOf } from '../../src/map/outline.ts';

const square = (x: number, y: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
});

describe('boundsOf', () => {
  test('the box around all geometries, those without one left out', () => {
    expect(
      boundsOf([square(1, 2), null, { type: 'MultiPolygon', coordinates: [square(5, -3).coordinates] }]),
    ).toEqual([1, -3, 6, 3]);
  });

  test('nothing has no box', () => {
    expect(boundsOf([null])).toBeNull();
  });
});

describe('outlineOf', () => {
  test('two squares side by side have one border of six edges', () => {
    const { coordinates } = outlineOf([square(0, 0), square(1, 0)]);
    expect(coordinates).toHaveLength(1);
    expect(coordinates[0]).toHaveLength(7);
    expect(coordinates[0]?.[0]).toEqual(coordinates[0]?.at(-1));
    const edges = new Set(coordinates[0]?.slice(1).map((to, i) => `${coordinates[0]?.[i]} ${to}`));
    expect(edges).not.toContain('1,0 1,1');
    expect(edges).not.toContain('1,1 1,0');
  });

  test('apart, each keeps its own border', () => {
    expect(outlineOf([square(0, 0), square(5, 5), null]).coordinates.map((line) => line.length)).toEqual([
      5, 5,
    ]);
  });

  test('a ring of eight squares has an outer and an inner border', () => {
    const ring = [0, 1, 2].flatMap((x) =>
      [0, 1, 2].filter((y) => x !== 1 || y !== 1).map((y) => square(x, y)),
    );
    const lengths = outlineOf(ring)
      .coordinates.map((line) => line.length)
      .sort((a, b) => a - b);
    expect(lengths).toEqual([5, 13]);
  });

  test('nothing has no border', () => {
    expect(outlineOf([])).toEqual({ type: 'MultiLineString', coordinates: [] });
  });
});
