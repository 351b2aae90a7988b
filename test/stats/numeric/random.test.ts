import { describe, expect, test } from 'vitest';
import { randomStream, shuffle } from '#stats/numeric/random.ts';

describe('random streams', () => {
  test('are the same for ever: links and reports quote figures made with them', () => {
    const random = randomStream(1, 0);
    expect([random.uint32(), random.uint32(), random.uint32()]).toMatchInlineSnapshot(`
      [
        1635102238,
        1427519600,
        2174761005,
      ]
    `);
    expect(randomStream(20240101, 998).uniform()).toMatchInlineSnapshot(`0.22363380283198275`);
  });

  test('differ by seed and by stream', () => {
    const first = new Set<number>();
    for (let seed = 0; seed < 40; seed++) {
      for (let stream = 0; stream < 40; stream++) first.add(randomStream(seed, stream).uint32());
    }
    expect(first.size).toBeGreaterThan(1598);
  });

  test('are uniform in every stream taken together', () => {
    const bins = new Float64Array(20);
    for (let stream = 0; stream < 4000; stream++) bins[Math.floor(randomStream(5, stream).uniform() * 20)]!++;
    // chi-squared with 19 degrees of freedom: 43.8 is exceeded once in a thousand
    expect(bins.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)).toBeLessThan(43.8);
  });

  test('draw whole numbers below a bound, each as often', () => {
    const random = randomStream(3);
    const bins = new Float64Array(6);
    for (let k = 0; k < 12_000; k++) bins[random.below(6)]!++;
    // 5 degrees of freedom: 20.5 once in a thousand
    expect(bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(20.5);
    expect(() => random.below(0)).toThrow('invalid bound: 0');
  });

  test('filling an array is the same as asking word by word, and the stream goes on behind it', () => {
    const one = randomStream(4, 2);
    const other = randomStream(4, 2);
    const words = new Uint32Array(1000);
    one.fill(words);
    expect([...words]).toEqual(Array.from({ length: 1000 }, () => other.uint32()));
    expect(one.uint32()).toBe(other.uint32());
  });

  test('refuse a seed that is no number', () => {
    expect(() => randomStream(NaN)).toThrow('invalid seed: NaN');
    expect(() => shuffle(new Float64Array(2), Infinity, 0)).toThrow('invalid seed: Infinity');
  });
});

describe('shuffle', () => {
  test('keeps the values', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i);
    shuffle(values, 1, 0);
    expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(values[0] === 0 && values[1] === 1 && values[2] === 2).toBe(false);
  });

  test('makes every order of four equally often', () => {
    const seen = new Map<string, number>();
    for (let stream = 0; stream < 12_000; stream++) {
      const values = Float64Array.of(1, 2, 3, 4);
      shuffle(values, 9, stream);
      seen.set(values.join(), (seen.get(values.join()) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    const chiSquared = [...seen.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // 23 degrees of freedom: 49.7 once in a thousand
    expect(chiSquared).toBeLessThan(49.7);
  });
});
