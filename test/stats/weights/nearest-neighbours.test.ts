import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestNeighbours } from '#stats/weights/nearest-neighbours.ts';
import { hasSymmetricLinks } from '#stats/weights/symmetry.ts';
import { readCases } from '../../oracles/case.ts';
import { describeWithOracles, oracle } from '../../realData.ts';
import { distanceBetween, lattice, line, listsOf, placesOf, somePlaces } from './places.ts';

describe('nearest neighbours', () => {
  test('of three places in a row', () => {
    expect(listsOf(nearestNeighbours(line, 1))).toEqual([[1], [0], [1]]);
    expect(listsOf(nearestNeighbours(line, 2))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
    expect(hasSymmetricLinks(nearestNeighbours(line, 1))).toBe(false);
  });

  test('equally far: the first in the order of the units', () => {
    // the four sides of the middle of 3 × 3 squares are equally far, its corners further
    expect(listsOf(nearestNeighbours(lattice(3, 3), 3))[4]).toEqual([1, 3, 5]);
    expect(listsOf(nearestNeighbours(lattice(3, 3), 5))[4]).toEqual([0, 1, 3, 5, 7]);
    const same = placesOf([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(listsOf(nearestNeighbours(same, 2))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
      [0, 1],
    ]);
  });

  test('are those of sorting all others by distance, then order', () => {
    fc.assert(
      fc.property(somePlaces, fc.integer({ min: 1, max: 9 }), (places, k) => {
        const units = [...places.x.keys()];
        const micrometres = (i: number, j: number): number => Math.round(distanceBetween(places, i, j) * 1e6);
        const nearest = units.map((i) =>
          units
            .filter((j) => j !== i)
            .sort((a, b) => micrometres(i, a) - micrometres(i, b) || a - b)
            .slice(0, k)
            .sort((a, b) => a - b),
        );
        expect(listsOf(nearestNeighbours(places, k))).toEqual(nearest);
      }),
      { seed: 3 },
    );
  });

  test('nobody else there', () => {
    expect(listsOf(nearestNeighbours(placesOf([[1, 1]]), 4))).toEqual([[]]);
    expect(listsOf(nearestNeighbours(placesOf([]), 4))).toEqual([]);
  });

  test.each([0, 1.5, NaN, -1])('refuses %f neighbours', (k) => {
    expect(() => nearestNeighbours(line, k)).toThrow(`invalid neighbours: ${k}`);
  });
});

describeWithOracles('the six nearest neighbours of all open reference files', () => {
  test('are ours', () => {
    let compared = 0;
    for (const { id, spatial } of readCases(oracle('open')!)) {
      if (!spatial?.knn6) continue;
      const lists = listsOf(nearestNeighbours(placesOf(spatial.centroids), 6));
      expect(lists, id).toEqual(spatial.knn6.map((list) => [...list].sort((a, b) => a - b)));
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(2);
  });
});
