import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { readTopoJson } from '#import/formats/topojson/readTopoJson.ts';

/** Two squares side by side on a grid of 0.1°, and the both of them as one coarser area; a point beside them. */
const topology = {
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [13, 52] },
  arcs: [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
  objects: {
    fine: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'a' } },
        { type: 'Polygon', arcs: [[2, -1]], properties: { id: 'b' } },
      ],
    },
    coarse: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', arcs: [[2, 1]], properties: { id: 'ab' } }],
    },
    mixed: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [3, 4], properties: {} },
        { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'a' } },
      ],
    },
  },
} as unknown as Topology;

async function read(object: string) {
  const result = await readTopoJson(topology, 'grenzen.topojson', object);
  if ('problem' in result) throw new Error(result.problem.code);
  return result.features.map(
    ({ geometry }) => geometry as { readonly coordinates: readonly (readonly (readonly number[])[])[] },
  );
}

describe('a topology on a grid', () => {
  test.each(['fine', 'coarse', 'mixed'])('has the coordinates the library gives it: %s', async (name) => {
    const expected = feature(topology, topology.objects[name]!) as unknown as {
      readonly features: readonly { readonly geometry: unknown }[];
    };
    expect(await read(name)).toEqual(expected.features.map(({ geometry }) => geometry));
  });

  test('shares the positions of an arc between the areas beside it and between levels', async () => {
    const [west, east] = await read('fine');
    const [both] = await read('coarse');
    const first = new Set(west!.coordinates.flat());
    // Where arcs meet, each has a position of its own, of which a ring takes one.
    expect(east!.coordinates.flat().filter((position) => first.has(position)).length).toBeGreaterThan(0);
    expect(both!.coordinates.flat().filter((position) => first.has(position)).length).toBeGreaterThan(3);
  });
});
