import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '#stats/numeric/random.ts';
import type { Places } from '#stats/spec.ts';
import {
  contiguityProximity,
  exponentialProximity,
  type ProximityOptions,
  proximityDiagonals,
} from '#stats/weights/proximity.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';

const placesAt = (...points: readonly (readonly [number, number])[]): Places => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});

/** The definition, written down once more without any shortcut. */
function directSums({ x, y }: Places, column: Float64Array, options: ProximityOptions): number[] {
  const { areas = [], diagonal = 'sqrt(0.6 a)', beta = 1 } = options;
  const within = {
    zero: () => 0,
    'sqrt(0.6 a)': (a: number) => Math.sqrt(0.6 * a) / 1000,
    '0.6 sqrt(a)': (a: number) => (0.6 * Math.sqrt(a)) / 1000,
  }[diagonal];
  return Array.from(x, (_, i) =>
    column.reduce((sum, count, j) => {
      const d = i === j ? within(areas[i] ?? 0) : Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) / 1000;
      return sum + Math.exp(-beta * d) * count;
    }, 0),
  );
}

function expectSame(actual: ArrayLike<number>, reference: readonly number[], relative: number): void {
  expect(actual.length).toBe(reference.length);
  reference.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value), `unit ${i}`).toBeLessThanOrEqual(relative * value);
  });
}

/** Scattered over a square, as coordinates of maps are. */
function scattered(size: number, sideMetres: number, seed: number): { places: Places; areas: Float64Array } {
  const random = randomStream(seed, 1);
  const far = (offset: number) =>
    Float64Array.from({ length: size }, () => offset + random.uniform() * sideMetres);
  return {
    places: { x: far(380_000), y: far(5_810_000) },
    areas: Float64Array.from({ length: size }, () => 1e4 + random.uniform() * 4e6),
  };
}

describe('exponentialProximity', () => {
  test('by hand: 1 km apart, nothing within', () => {
    const [sums] = exponentialProximity(placesAt([0, 0], [1000, 0]), { diagonal: 'zero' }).sums([
      Float64Array.of(1, 0),
    ]);
    expect(sums![0]).toBe(1);
    expect(sums![1]).toBeCloseTo(Math.exp(-1), 16);
  });

  test.each([
    ['sqrt(0.6 a)', Math.exp(-Math.sqrt(0.6 * 4))],
    ['0.6 sqrt(a)', Math.exp(-0.6 * 2)],
    ['zero', 1],
  ] as const)('within a unit of 4 km²: %s', (diagonal, expected) => {
    const { diagonal: within } = exponentialProximity(placesAt([0, 0]), { areas: [4e6], diagonal });
    expect(within![0]).toBeCloseTo(expected, 15);
  });

  test('beta is per kilometre', () => {
    const proximity = exponentialProximity(placesAt([0, 0], [0, 500]), { diagonal: 'zero', beta: 3 });
    expect(proximity.sums([Float64Array.of(0, 1)])[0]![0]).toBeCloseTo(Math.exp(-1.5), 15);
  });

  test('the definition, for any places, columns and diagonals, on the first call and on the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(1000),
        fc.constantFrom(...proximityDiagonals),
        fc.constantFrom(0.2, 1, 7),
        fc.constantFrom(800, 30_000, 900_000),
        (size, seed, diagonal, beta, side) => {
          const { places, areas } = scattered(size, side, seed);
          const options = { areas, diagonal, beta };
          const proximity = exponentialProximity(places, options);
          const column = areas.map((area, i) => (i % 4 === 3 ? 0 : area / 1e3));
          const other = column.map((_, i) => (i % 7) + 1);
          const [first, second] = proximity.sums([column, other]);
          expectSame(second!, directSums(places, other, options), 3e-14);
          const again = proximity.sums([column]);
          expect(again[0]).toEqual(first);
          const reference = directSums(places, column, options);
          // where nobody lives nearby, less than 1e-18 of the largest count may be left out
          const most = Math.max(...column);
          reference.forEach((value, i) => {
            expect(Math.abs(first![i]! - value)).toBeLessThanOrEqual(3e-14 * value + 1e-18 * most);
          });
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test.each([
    ['in one city: too many pairs to keep them', 20_000],
    ['scattered over a country: few enough pairs in reach to keep them', 900_000],
  ])('many units %s', (_, side) => {
    const { places, areas } = scattered(2200, side, 5);
    const proximity = exponentialProximity(places, { areas });
    const column = areas.map((area) => 1 + Math.floor(area / 1e3));
    const [sums] = proximity.sums([column]);
    expectSame(sums!, directSums(places, column, { areas }), 1e-13);
    expect(proximity.sums([column])[0]).toEqual(sums);
  });

  test('what is out of reach is left out, whichever way the country is long', () => {
    const points = Array.from({ length: 50 }, (_, k): [number, number] => [20_000 * k, 100 * (k % 5)]);
    for (const places of [
      placesAt(...points),
      placesAt(...points.map(([x, y]): [number, number] => [y, x])),
    ]) {
      const column = new Float64Array(50).fill(3);
      const [sums] = exponentialProximity(places, { diagonal: 'zero' }).sums([column]);
      expectSame(sums!, directSums(places, column, { diagonal: 'zero' }), 1e-15);
      const [alone] = exponentialProximity(places, { diagonal: 'zero' }).sums([
        column.map((_, i) => (i === 0 ? 1 : 0)),
      ]);
      expect(alone![49]).toBe(0);
    }
  });

  test('large units: neighbours 100 km apart count, for people of one unit live as far apart', () => {
    const places = placesAt([0, 0], [100_000, 0], [200_000, 0]);
    const areas = [2e10, 2e10, 2e10];
    const column = Float64Array.of(1, 2, 3);
    const [sums] = exponentialProximity(places, { areas }).sums([column]);
    const reference = directSums(places, column, { areas });
    expectSame(sums!, reference, 1e-13);
    expect(reference[0]! / Math.exp(-Math.sqrt(0.6 * 2e4))).toBeGreaterThan(1 + 1e-3);
  });

  test('units at one place are as close as can be', () => {
    const [sums] = exponentialProximity(placesAt([5, 5], [5, 5]), { diagonal: 'zero' }).sums([
      Float64Array.of(2, 3),
    ]);
    expect([...sums!]).toEqual([5, 5]);
  });

  test('no unit, no sum', () => {
    expect(exponentialProximity(placesAt(), { areas: [] }).sums([new Float64Array(0)])[0]).toHaveLength(0);
  });

  test.each([
    ['a missing place', placesAt([0, 0], [NaN, 1]), { diagonal: 'zero' }, 'invalid place: NaN, 1 at 1'],
    ['no areas', placesAt([0, 0]), {}, 'invalid areas: undefined'],
    ['a missing area', placesAt([0, 0]), { areas: [NaN] }, 'invalid area: NaN at 0'],
    ['a negative area', placesAt([0, 0]), { areas: [-1] }, 'invalid area: -1 at 0'],
    ['too few areas', placesAt([0, 0], [1, 1]), { areas: [1] }, 'invalid length: 1 (expected 2)'],
    ['no decay', placesAt([0, 0]), { diagonal: 'zero', beta: 0 }, 'invalid beta: 0'],
    [
      'another diagonal',
      placesAt([0, 0]),
      { diagonal: 'half' as 'zero', areas: [1] },
      'invalid diagonal: half',
    ],
    [
      'too few ordinates',
      { x: Float64Array.of(1, 2), y: Float64Array.of(1) },
      { diagonal: 'zero' },
      'invalid length: 1 (expected 2)',
    ],
  ] as const)('refuses %s', (_, places, options, message) => {
    expect(() => exponentialProximity(places, options)).toThrow(message);
  });

  test('refuses a column of another length', () => {
    const proximity = exponentialProximity(placesAt([0, 0]), { diagonal: 'zero' });
    expect(() => proximity.sums([Float64Array.of(1, 2)])).toThrow('invalid length: 2 (expected 1)');
  });
});

describe('contiguityProximity', () => {
  const chain = { offsets: Int32Array.of(0, 1, 3, 4), neighbours: Int32Array.of(1, 0, 2, 1) };

  test.each(['binary', 'row-standardised'] as const)('by hand, links of a %s matrix count 1', (style) => {
    const proximity = contiguityProximity(sparseMatrix(chain, style));
    expect([...proximity.sums([Float64Array.of(1, 10, 100)])[0]!]).toEqual([11, 111, 110]);
  });

  test('refuses a column of another length', () => {
    const proximity = contiguityProximity(sparseMatrix(chain, 'binary'));
    expect(() => proximity.sums([Float64Array.of(1)])).toThrow('invalid length: 1 (expected 3)');
  });
});
