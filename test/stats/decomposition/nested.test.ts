import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nestedDecomposition } from '#stats/decomposition/nested.ts';
import { multigroupInformation } from '#stats/indices/multigroup/multigroup-information.ts';
import { mutualInformation } from '#stats/indices/multigroup/mutual-information.ts';

// two districts of two units each; the second is split completely, the first not at all
const groups = [
  [20, 20, 40, 0],
  [20, 20, 0, 40],
];
const districts = Int32Array.of(0, 0, 1, 1);

test('by hand: nothing between the districts, everything within the second', () => {
  const { M, H, E, steps } = nestedDecomposition(groups, [districts]);
  expect(E).toBeCloseTo(Math.LN2, 14);
  expect(M).toBeCloseTo(Math.LN2 / 2, 14);
  expect(H).toBeCloseTo(0.5, 14);
  expect(steps.map((step) => step.M)).toEqual([expect.closeTo(0, 14), expect.closeTo(Math.LN2 / 2, 14)]);
  const { labels, parents, M: within, p, H: relative, entropyRatio } = steps[1]!.within;
  expect([...labels]).toEqual([0, 1]);
  expect([...parents]).toEqual([0, 0]);
  expect([...within]).toEqual([expect.closeTo(0, 14), expect.closeTo(Math.LN2, 14)]);
  expect([...p]).toEqual([0.5, 0.5]);
  expect([...relative]).toEqual([expect.closeTo(0, 14), expect.closeTo(1, 14)]);
  expect([...entropyRatio]).toEqual([expect.closeTo(1, 14), expect.closeTo(1, 14)]);
});

test('without levels the only step is the whole', () => {
  const { M, H, steps } = nestedDecomposition(groups, []);
  expect(steps).toHaveLength(1);
  expect(steps[0]!.M).toBeCloseTo(M, 14);
  expect(M).toBeCloseTo(mutualInformation(groups), 15);
  expect(H).toBeCloseTo(multigroupInformation(groups), 15);
  expect([...steps[0]!.within.p]).toEqual([1]);
});

const cases = fc.integer({ min: 2, max: 30 }).chain((n) =>
  fc.record({
    groups: fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(200)), { minLength: n, maxLength: n }), {
      minLength: 2,
      maxLength: 5,
    }),
    fine: fc.array(fc.nat(7), { minLength: n, maxLength: n }),
    crossed: fc.array(fc.nat(3), { minLength: n, maxLength: n }),
  }),
);

test('steps add up to M and H, and each to its parts, for levels that nest and levels that cross', () => {
  let tried = 0;
  fc.assert(
    fc.property(cases, ({ groups: columns, fine, crossed }) => {
      const coarse = Int32Array.from(fine, (code) => code >> 1);
      for (const levels of [
        [coarse, Int32Array.from(fine)],
        [coarse, Int32Array.from(crossed), Int32Array.from(fine)],
      ]) {
        const { M, H, steps } = nestedDecomposition(columns, levels);
        if (Number.isNaN(M)) continue;
        tried++;
        expect(Math.abs(M - mutualInformation(columns))).toBeLessThan(1e-12);
        expect(Math.abs(H - multigroupInformation(columns))).toBeLessThan(1e-12);
        const sum = (of: 'M' | 'H'): number => steps.reduce((all, step) => all + step[of], 0);
        expect(Math.abs(sum('M') - M)).toBeLessThan(1e-12);
        expect(Math.abs(sum('H') - H)).toBeLessThan(1e-12);
        for (const step of steps) {
          const { within } = step;
          let [ofM, ofH, ofP] = [0, 0, 0];
          within.p.forEach((p, w) => {
            if (p === 0) return;
            ofP += p;
            ofM += p * within.M[w]!;
            ofH += p * within.entropyRatio[w]! * within.H[w]!;
          });
          expect(Math.abs(ofM - step.M)).toBeLessThan(1e-12);
          expect(Math.abs(ofH - step.H)).toBeLessThan(1e-12);
          expect(ofP).toBeCloseTo(1, 12);
        }
      }
    }),
  );
  expect(tried).toBeGreaterThan(100);
});

test('labels that cross are told apart under each label above', () => {
  const { steps } = nestedDecomposition(groups, [districts, Int32Array.of(0, 1, 0, 1)]);
  expect([...steps[2]!.within.labels]).toEqual([0, 1, 0, 1]);
  expect([...steps[2]!.within.parents]).toEqual([0, 0, 1, 1]);
  expect(steps[2]!.M).toBeCloseTo(0, 14);
});

describe('edge cases', () => {
  test('a label without persons is undefined and counts nothing', () => {
    const { steps } = nestedDecomposition(
      groups.map((column) => [...column, 0]),
      [Int32Array.of(0, 0, 1, 1, 3)],
    );
    expect([...steps[1]!.within.p]).toEqual([0.5, 0.5, 0, 0]);
    expect(steps[1]!.within.M[3]).toBeNaN();
    expect(steps[1]!.within.H[3]).toBeNaN();
    expect(steps[1]!.M).toBeCloseTo(Math.LN2 / 2, 14);
  });

  test('a label with one group only is not segregated', () => {
    const { steps } = nestedDecomposition(
      [
        [9, 3, 0, 0],
        [0, 0, 1, 5],
      ],
      [districts],
    );
    for (const value of steps[1]!.within.H) expect(value).toBeCloseTo(0, 14);
    expect([...steps[1]!.within.entropyRatio]).toEqual([0, 0]);
    expect(steps[0]!.H).toBeCloseTo(1, 14);
  });

  test.each([
    [
      'one group only',
      [
        [1, 2],
        [0, 0],
      ],
    ],
    [
      'one populated unit',
      [
        [1, 0],
        [2, 0],
      ],
    ],
    ['no unit', [[], []]],
  ])('%s: everything undefined', (_, columns) => {
    const { M, H, E, steps } = nestedDecomposition(columns, [new Int32Array(columns[0]!.length)]);
    for (const value of [M, H, E, steps[0]!.M, steps[0]!.H, steps[1]!.M, steps[1]!.H]) {
      expect(value).toBeNaN();
    }
  });

  test('wrong labels and counts are refused', () => {
    expect(() => nestedDecomposition(groups, [Int32Array.of(0, 1)])).toThrow(
      'invalid length: 2 (expected 4)',
    );
    expect(() => nestedDecomposition(groups, [Int32Array.of(0, 1, -2, 0)])).toThrow('invalid label: -2 at 2');
    expect(() => nestedDecomposition([[1, NaN]], [])).toThrow('invalid count: NaN at 1');
  });
});
