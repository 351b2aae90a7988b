import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '#monitoring/classify.ts';
import { compositeIndex, type IndexPart } from '#monitoring/compositeIndex.ts';
import { profileById } from '#monitoring/profiles/catalog.ts';

const method = { reference: 'mean', spread: 'population-sd', restandardise: true } as const;
const all = (n: number) => new Uint8Array(n).fill(1);
const part = (values: readonly number[], parts: Partial<IndexPart> = {}): IndexPart => ({
  values,
  direction: 'need',
  weight: 1,
  city: NaN,
  ...parts,
});

describe('compositeIndex', () => {
  test('by hand: two indicators of two areas each', () => {
    // z of (1, 3) and of (10, 30) is (−1, 1); the sums −2 and 2 have SD 2.
    const { z, sum, index } = compositeIndex([part([1, 3]), part([10, 30])], all(2), method);
    expect(z.map((each) => [...each])).toEqual([
      [-1, 1],
      [-1, 1],
    ]);
    expect([...sum]).toEqual([-2, 2]);
    expect([...index]).toEqual([-1, 1]);
  });

  test('without re-standardising the index is the sum', () => {
    const parts = [part([1, 3]), part([10, 30])];
    expect([...compositeIndex(parts, all(2), { ...method, restandardise: false }).index]).toEqual([-2, 2]);
  });

  test('a resource counts negatively, but keeps its own z', () => {
    const { z, sum } = compositeIndex([part([1, 3], { direction: 'resource' })], all(2), method);
    expect([...z[0]!]).toEqual([-1, 1]);
    expect([...sum]).toEqual([1, -1]);
  });

  test('weights weigh', () => {
    const parts = [part([1, 3], { weight: 3 }), part([30, 10])];
    expect([...compositeIndex(parts, all(2), method).sum]).toEqual([-2, 2]);
  });

  test('a missing value is left out and the sum scaled up to all weights', () => {
    const { sum } = compositeIndex([part([1, 3, 2]), part([10, 30, NaN])], all(3), method);
    expect(sum[0]).toBeCloseTo(-Math.sqrt(1.5) - 1, 12);
    expect(sum[2]).toBe(0);
    const scaled = compositeIndex([part([1, 3]), part([NaN, NaN])], all(2), method).sum;
    expect([...scaled]).toEqual([-2, 2]);
  });

  test('an indicator without spread makes every index NaN, unless it has no weight', () => {
    const flat = [part([1, 3]), part([5, 5])];
    expect([...compositeIndex(flat, all(2), method).index]).toEqual([NaN, NaN]);
    const weightless = [part([1, 3]), part([5, 5], { weight: 0 })];
    expect([...compositeIndex(weightless, all(2), method).index]).toEqual([-1, 1]);
  });

  test.each([
    ['no valid area', [1, 2], Uint8Array.of(0, 0)],
    ['one area', [5], all(1)],
  ])('%s: NaN', (_, values, valid) => {
    expect([...compositeIndex([part(values)], valid, method).index].every(Number.isNaN)).toBe(true);
  });

  test('no parts are a programmer’s error', () => {
    expect(() => compositeIndex([], all(1), method)).toThrow('invalid parts');
  });
});

const table = fc
  .integer({ min: 3, max: 40 })
  .chain((n) =>
    fc.tuple(
      ...[0, 1, 2].map(() => fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: n, maxLength: n })),
    ),
  )
  .filter((columns) => columns.every((column) => new Set(column).size > 1));
const { status } = profileById('mss-2021')!;
const indexOf = (columns: readonly (readonly number[])[]) =>
  compositeIndex(
    columns.map((column) => part(column)),
    all(columns[0]!.length),
    method,
  ).index;
/** Rounding may move an index that lies on a cut. */
const nearCut = (value: number) => [-1, 1, 1.5].some((cut) => Math.abs(value - cut) < 1e-9);

describe('index and classes', () => {
  test('do not depend on the unit or the zero of an indicator', () => {
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -500, max: 500 }),
        (columns, a, b) => {
          const before = indexOf(columns);
          const after = indexOf(columns.map((column) => column.map((value) => a * value + b)));
          const [classesBefore, classesAfter] = [classify(before, status), classify(after, status)];
          before.forEach((value, i) => {
            if (Number.isNaN(value)) return;
            expect(after[i]).toBeCloseTo(value, 8);
            if (!nearCut(value)) expect(classesAfter[i]).toBe(classesBefore[i]);
          });
        },
      ),
    );
  });

  test('do not depend on the order of the areas', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 39 }), (columns, shift) => {
        const n = columns[0]!.length;
        const before = indexOf(columns);
        const after = indexOf(columns.map((column) => column.map((_, i) => column[(i + shift) % n]!)));
        before.forEach((_, i) => {
          const value = before[(i + shift) % n]!;
          if (!Number.isNaN(value)) expect(after[i]).toBeCloseTo(value, 8);
        });
      }),
    );
  });
});
