import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '#stats/inference/false-discovery.ts';

describe('benjaminiHochberg', () => {
  test('the published example: four of fifteen at 5 %', () => {
    // Benjamini & Hochberg 1995, fifteen tests of one trial
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const { significant, discoveries, threshold } = benjaminiHochberg(p, 0.05);
    expect(discoveries).toBe(4);
    expect(threshold).toBe(0.0095);
    expect([...significant.subarray(0, 5)]).toEqual([1, 1, 1, 1, 0]);
  });

  test('by hand, in the order of the tests', () => {
    const { adjusted } = benjaminiHochberg([0.01, 0.5, 0.03, 0.04], 0.05);
    // 4 · 0.01/1, 4 · 0.03/2 = 0.06 but 4 · 0.04/3 = 0.0533 is less, 0.5
    [0.04, 0.5, 0.16 / 3, 0.16 / 3].forEach((q, i) => {
      expect(adjusted[i]).toBeCloseTo(q, 15);
    });
  });

  test('equal p values share their fate, and a later one may lift earlier ones', () => {
    const { adjusted, significant } = benjaminiHochberg([0.05, 0.02, 0.05, 0.02], 0.05);
    expect([...adjusted]).toEqual([0.05, 0.04, 0.05, 0.04]);
    expect([...significant]).toEqual([1, 1, 1, 1]);
  });

  test('tests without a p value do not count', () => {
    const { adjusted, significant } = benjaminiHochberg([0.04, NaN, NaN, 0.3], 0.1);
    expect([...adjusted]).toEqual([0.08, NaN, NaN, 0.3]);
    expect([...significant]).toEqual([1, 0, 0, 0]);
  });

  test('p values right on the line are discoveries whatever the rounding', () => {
    for (let m = 1; m <= 400; m++) {
      const p = Array.from({ length: m }, (_, k) => (0.05 * (k + 1)) / m);
      expect(benjaminiHochberg(p, 0.05).discoveries).toBe(m);
    }
  });

  test('none and nothing', () => {
    expect(benjaminiHochberg([0.3, 0.9], 0.05)).toMatchObject({ discoveries: 0, threshold: NaN });
    expect(benjaminiHochberg([], 0.05).adjusted).toHaveLength(0);
    expect(benjaminiHochberg([0, 1], 0.05).adjusted).toEqual(Float64Array.of(0, 1));
  });

  test('discoveries are the largest set of smallest p values with p_(k) ≤ level k/m', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 1500 }),
        fc.constantFrom(0.05, 0.2, 0.5),
        (p, level) => {
          const { significant, adjusted, discoveries } = benjaminiHochberg(p, level);
          const ascending = [...p].sort((a, b) => a - b);
          let most = 0;
          ascending.forEach((one, k) => {
            if (one <= (level * (k + 1)) / p.length) most = k + 1;
          });
          expect(discoveries).toBe(most);
          p.forEach((one, i) => {
            expect(adjusted[i]).toBeGreaterThanOrEqual(one);
            if (significant[i] === 1) expect(one).toBeLessThanOrEqual(ascending[most - 1]!);
          });
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test('refuses what is no probability', () => {
    expect(() => benjaminiHochberg([0.1, 1.2], 0.05)).toThrow('invalid probability: 1.2 at 1');
    expect(() => benjaminiHochberg([-0.1], 0.05)).toThrow('invalid probability: -0.1 at 0');
    expect(() => benjaminiHochberg([0.1], 0)).toThrow('invalid level: 0');
    expect(() => benjaminiHochberg([0.1], 1)).toThrow('invalid level: 1');
  });
});
