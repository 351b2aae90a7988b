import { describe, expect, test } from 'vitest';
import { spatialProximityProfile } from '#stats/indices/clustering/spatial-proximity-profile.ts';
import { randomStream } from '#stats/numeric/random.ts';

/** 1 – 2 – 3, and beside it an island. */
const chain = { offsets: Int32Array.of(0, 1, 3, 4), neighbours: Int32Array.of(1, 0, 2, 1) };
const chainAndIsland = { ...chain, offsets: Int32Array.of(0, 1, 3, 4, 4) };

describe('spatialProximityProfile', () => {
  test('by hand: two neighbours above every threshold but the first', () => {
    const { thresholds, closeness, index } = spatialProximityProfile([4, 4, 0], [0, 0, 2], chain, {
      thresholds: 5,
    });
    expect([...thresholds]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([...closeness]).toEqual([6 / 8, 1, 1, 1, 1]);
    // P = 0.8: below it 0.75 + 1 + 1 + 1, from it on 1
    expect(index).toBeCloseTo((0.8 - (3.75 - 1) / 5) / 0.2, 14);
  });

  test('a way through a unit without persons is a way, but the unit is above no threshold', () => {
    const { closeness } = spatialProximityProfile([4, 0, 3], [1, 0, 1], chain, { thresholds: 3 });
    expect([...closeness]).toEqual([2 / 4, 2 / 4, 0]);
  });

  test('is 0 where units above the threshold are not connected, or one is left', () => {
    const { closeness } = spatialProximityProfile([9, 6, 0, 8], [1, 4, 10, 2], chainAndIsland, {
      thresholds: 11,
    });
    expect([...closeness]).toEqual(new Array<number>(11).fill(0));
    const alone = spatialProximityProfile([9, 0, 0], [1, 10, 10], chain, { thresholds: 11 });
    expect([...alone.closeness].slice(1)).toEqual(new Array<number>(10).fill(0));
    expect(alone.closeness[0]).toBe(6 / 8);
  });

  test('equals a direct count over thresholds on a random map', () => {
    const random = randomStream(3, 1);
    const size = 30;
    const isLinked = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
    for (let link = 0; link < 45; link++) {
      const [a, b] = [random.below(size), random.below(size)];
      if (a === b) continue;
      isLinked[a]![b] = true;
      isLinked[b]![a] = true;
    }
    const lists = isLinked.map((row) => row.flatMap((is, j) => (is ? [j] : [])));
    const offsets = Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]);
    const total = Array.from({ length: size }, () => random.below(20));
    const group = total.map((all) => random.below(all + 1));
    const found = spatialProximityProfile(
      group,
      total.map((all, i) => all - group[i]!),
      { offsets, neighbours: Int32Array.from(lists.flat()) },
      { thresholds: 101 },
    );

    const steps = isLinked.map((row, i) => row.map((is, j) => (i === j ? 0 : is ? 1 : Infinity)));
    for (let via = 0; via < size; via++) {
      for (const row of steps) {
        for (let j = 0; j < size; j++) row[j] = Math.min(row[j]!, row[via]! + steps[via]![j]!);
      }
    }
    found.thresholds.forEach((threshold, k) => {
      const above = total.flatMap((all, i) => (all > 0 && group[i]! / all >= threshold ? [i] : []));
      const distance = above.reduce((sum, i) => above.reduce((part, j) => part + steps[i]![j]!, sum), 0);
      const expected = above.length < 2 ? 0 : (above.length * (above.length - 1)) / distance;
      expect(found.closeness[k], `threshold ${threshold}`).toBeCloseTo(expected, 14);
    });
    expect(found.closeness.some((value) => value > 0)).toBe(true);
  });

  test.each([
    ['an empty group', [0, 0, 0], [1, 2, 3]],
    ['an empty reference group', [1, 2, 3], [0, 0, 0]],
    ['one populated unit', [1, 0, 0], [2, 0, 0]],
  ])('is undefined for %s', (_, group, reference) => {
    const { index, closeness } = spatialProximityProfile(group, reference, chain);
    expect(index).toBeNaN();
    expect(closeness).toHaveLength(0);
  });

  test('refuses fewer than two thresholds and another number of units', () => {
    expect(() => spatialProximityProfile([1, 2, 3], [3, 2, 1], chain, { thresholds: 1 })).toThrow(
      'invalid thresholds: 1',
    );
    expect(() => spatialProximityProfile([1, 2], [2, 1], chain)).toThrow('invalid length: 2 (expected 3)');
  });
});
