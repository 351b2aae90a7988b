import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexById } from '#stats/catalog.ts';
import { moranSpec } from '#stats/indices/autocorrelation/moran.ts';
import { dissimilarity, dissimilaritySpec } from '#stats/indices/evenness/dissimilarity.ts';
import { interactionSpec } from '#stats/indices/exposure/interaction.ts';
import { mutualInformationSpec } from '#stats/indices/multigroup/mutual-information.ts';
import { type SuppressedCounts, suppressedRange } from '#stats/inference/suppressed-range.ts';
import type { ManyGroupSpec, TwoGroupSpec } from '#stats/spec.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import { neighbourWeights } from '../../oracles/input.ts';

const named = (id: string): TwoGroupSpec | ManyGroupSpec => {
  const spec = indexById(id);
  if (spec.scope === 'local') throw new Error(id);
  return spec;
};
const figureOf = (spec: TwoGroupSpec | ManyGroupSpec, columns: readonly (readonly number[])[]): number =>
  spec.groups === 'two'
    ? spec.compute(twoGroupTable(columns[0]!, columns[1]!))
    : spec.compute(manyGroupTable(columns));

/** Two groups, totals known; the group of some units only as an interval. */
interface Case {
  readonly totals: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Positions 0 … 1 between the limits: some admissible tables. */
  readonly inside: readonly (readonly number[])[];
}

const cases = (units: number, width: number): fc.Arbitrary<Case> =>
  fc
    .array(
      fc.record({
        total: fc.integer({ min: 5, max: 60 }),
        share: fc.integer({ min: 0, max: 20 }).map((k) => k / 20),
        width: fc.integer({ min: 0, max: width }),
        inside: fc.array(
          fc.integer({ min: 0, max: 16 }).map((k) => k / 16),
          { minLength: 6, maxLength: 6 },
        ),
      }),
      { minLength: 3, maxLength: units },
    )
    .map((varied) => {
      // one unit with persons of both groups, so that no group can be empty
      const rows = [...varied, { total: 16, share: 0.5, width: 0, inside: Array<number>(6).fill(0) }];
      const low = rows.map(({ total, share }) => Math.floor(share * total));
      return {
        totals: rows.map(({ total }) => total),
        low,
        high: rows.map(({ total, width: w }, j) => Math.min(total, low[j]! + w)),
        inside: [0, 1, 2, 3, 4, 5].map((k) => rows.map(({ inside }) => inside[k]!)),
      };
    });

const countsOf = ({ totals, low, high }: Case): SuppressedCounts => ({
  low: [low, totals.map((t, j) => t - high[j]!)],
  high: [high, totals.map((t, j) => t - low[j]!)],
  totals,
});

const tableOf = ({ totals, low, high }: Case, at: readonly number[], whole: boolean): readonly number[][] => {
  const x = low.map((l, j) => {
    const between = l + at[j]! * (high[j]! - l);
    return whole ? Math.round(between) : between;
  });
  return [x, x.map((count, j) => totals[j]! - count)];
};

describe('the range under suppressed counts', () => {
  test('worked by hand: one cell of 1–2 beside a known one', () => {
    // x = (1 or 2, 10), y = (9 or 8, 30): D = |x1/X − y1/Y| = |1/11 − 9/39| or |2/12 − 8/38|
    const range = suppressedRange(
      {
        low: [
          [1, 10],
          [8, 30],
        ],
        high: [
          [2, 10],
          [9, 30],
        ],
        totals: [10, 40],
      },
      dissimilaritySpec,
    );
    expect(range.openUnits).toBe(1);
    expect(range.low.value).toBeCloseTo(8 / 38 - 2 / 12, 14);
    expect(range.high.value).toBeCloseTo(9 / 39 - 1 / 11, 14);
    expect([range.low.kind, range.high.kind]).toEqual(['exact', 'exact']);
    expect(range.low.groups.map((column) => [...column])).toEqual([
      [2, 10],
      [8, 30],
    ]);
  });

  test('without totals both counts vary by themselves', () => {
    const range = suppressedRange(
      {
        low: [
          [1, 10],
          [8, 30],
        ],
        high: [
          [2, 10],
          [9, 30],
        ],
      },
      dissimilaritySpec,
    );
    const all = [1, 2].flatMap((x) => [8, 9].map((y) => dissimilarity([x, 10], [y, 30])));
    expect(range.low.value).toBeCloseTo(Math.min(...all), 14);
    expect(range.high.value).toBeCloseTo(Math.max(...all), 14);
  });

  test('nothing open: both ends are the value', () => {
    const range = suppressedRange(
      {
        low: [
          [3, 1],
          [2, 5],
        ],
        high: [
          [3, 1],
          [2, 5],
        ],
      },
      dissimilaritySpec,
    );
    expect(range.low.value).toBe(dissimilarity([3, 1], [2, 5]));
    expect(range.high).toEqual(range.low);
    expect([range.low.kind, range.openUnits]).toEqual(['exact', 0]);
  });

  const certain = [
    'D',
    'G',
    'H',
    'eta2',
    'GS',
    'MinMax',
    'xPx',
    'xPy',
    'M',
    'H_multi',
    'D_multi',
    'G_multi',
    'P_multi',
    'R_multi',
    'C_multi',
  ];

  test.each(certain)(
    '%s: every admissible table of whole persons lies in the range that is tried out',
    (id) => {
      const spec = named(id);
      fc.assert(
        fc.property(cases(6, 2), (one) => {
          const range = suppressedRange(countsOf(one), spec);
          expect([range.low.kind, range.high.kind]).toEqual(['exact', 'exact']);
          for (const at of one.inside) {
            const value = figureOf(spec, tableOf(one, at, true));
            if (Number.isNaN(value)) continue;
            expect(value).toBeGreaterThanOrEqual(range.low.value - 1e-12);
            expect(value).toBeLessThanOrEqual(range.high.value + 1e-12);
          }
        }),
        { seed: 1, numRuns: 60 },
      );
    },
  );

  test.each(certain)('%s: corners and the most even table enclose every admissible table', (id) => {
    const spec = named(id);
    fc.assert(
      fc.property(cases(7, 25), (one) => {
        // too many tables to try all: 2^7 corners, then by theory
        const range = suppressedRange(countsOf(one), spec, { limit: 128 });
        const [far, near] = spec.direction === 'less' ? [range.low, range.high] : [range.high, range.low];
        fc.pre(near.kind !== 'exact' || far.kind !== 'exact' || range.openUnits === 0);
        expect(far.kind).toBe('exact');
        expect(near.kind).toBe(spec.groups === 'two' ? 'bound' : 'reached');
        for (const at of one.inside) {
          const value = figureOf(spec, tableOf(one, at, false));
          if (Number.isNaN(value)) continue;
          expect(value).toBeLessThanOrEqual(
            range.high.value + (far === range.high ? 1e-9 : near.kind === 'bound' ? 1e-6 : Infinity),
          );
          expect(value).toBeGreaterThanOrEqual(
            range.low.value - (far === range.low ? 1e-9 : near.kind === 'bound' ? 1e-6 : Infinity),
          );
        }
        // the table that is given has the value that is said, and is admissible
        for (const end of [range.low, range.high]) {
          expect(
            figureOf(
              spec,
              end.groups.map((column) => [...column]),
            ),
          ).toBeCloseTo(end.value, 12);
          end.groups[0]!.forEach((x, j) => {
            expect(x).toBeGreaterThanOrEqual(one.low[j]! - 1e-9);
            expect(x).toBeLessThanOrEqual(one.high[j]! + 1e-9);
            expect(x + end.groups[1]![j]!).toBeCloseTo(one.totals[j]!, 9);
          });
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  test.each(['D', 'H', 'G', 'eta2', 'xPx'])(
    '%s: the most even table is as even as any that a fine search finds',
    (id) => {
      const spec = named(id);
      const one: Case = { totals: [20, 30, 12, 40], low: [1, 12, 0, 3], high: [14, 20, 9, 3], inside: [] };
      const { low } = suppressedRange(countsOf(one), spec, { limit: 16 });
      let least = Infinity;
      for (let a = 1; a <= 14; a += 0.25)
        for (let b = 12; b <= 20; b += 0.25)
          for (let c = 0; c <= 9; c += 0.25) {
            const x = [a, b, c, 3];
            least = Math.min(least, figureOf(spec, [x, x.map((count, j) => one.totals[j]! - count)]));
          }
      expect(low.kind).toBe('bound');
      expect(low.value).toBeLessThanOrEqual(least + 1e-9);
      expect(least - low.value).toBeLessThan(0.004);
    },
  );

  test('a search over many cells finds what trying all would', () => {
    fc.assert(
      fc.property(cases(9, 1), (one) => {
        const all = suppressedRange(countsOf(one), dissimilaritySpec);
        const found = suppressedRange(countsOf(one), dissimilaritySpec, { limit: 1 });
        fc.pre(found.high.kind === 'reached');
        expect(found.high.value).toBeLessThanOrEqual(all.high.value + 1e-12);
        expect(found.low.value).toBeLessThanOrEqual(all.low.value + 1e-9);
      }),
      { seed: 3, numRuns: 80 },
    );
  });

  test('the search comes near the exact end', () => {
    const size = 40;
    const totals = Array.from({ length: size }, (_, j) => 30 + ((j * 17) % 50));
    const low = totals.map((t, j) => (j % 4 === 0 ? 1 : Math.floor(t * (0.1 + (j % 7) / 12))));
    const high = low.map((l, j) => (j % 4 === 0 ? 4 : l));
    const one: Case = { totals, low, high, inside: [] };
    const exact = suppressedRange(countsOf(one), dissimilaritySpec, { limit: 2 ** 11 });
    const found = suppressedRange(countsOf(one), dissimilaritySpec, { limit: 600 });
    expect([exact.high.kind, found.high.kind]).toEqual(['exact', 'reached']);
    expect(exact.high.value - found.high.value).toBeLessThan(1e-9);
    expect(exact.high.value - exact.low.value).toBeGreaterThan(0.01);
  });

  test('three groups: suppressed cells of one unit add up to its total', () => {
    const counts: SuppressedCounts = {
      low: [
        [1, 30, 8],
        [1, 10, 20],
        [1, 5, 40],
      ],
      high: [
        [4, 30, 8],
        [4, 10, 20],
        [4, 5, 40],
      ],
      totals: [6, 45, 68],
    };
    const values: number[] = [];
    for (let a = 1; a <= 4; a++)
      for (let b = 1; b <= 4; b++) {
        const c = 6 - a - b;
        if (c >= 1 && c <= 4)
          values.push(
            figureOf(mutualInformationSpec, [
              [a, 30, 8],
              [b, 10, 20],
              [c, 5, 40],
            ]),
          );
      }
    const range = suppressedRange(counts, mutualInformationSpec);
    expect(range.low.value).toBeCloseTo(Math.min(...values), 14);
    expect(range.high.value).toBeCloseTo(Math.max(...values), 14);
    expect(range.high.kind).toBe('exact');
    expect(suppressedRange(counts, mutualInformationSpec, { limit: 6 }).high.value).toBeCloseTo(
      Math.max(...values),
      14,
    );
  });

  test('spatial indices are searched, and say so', () => {
    const weights = neighbourWeights([[1], [0, 2], [1, 3], [2]]);
    const counts: SuppressedCounts = {
      low: [
        [1, 10, 1, 20],
        [9, 10, 25, 1],
      ],
      high: [
        [4, 10, 4, 20],
        [9, 10, 25, 1],
      ],
    };
    const tried = suppressedRange(counts, moranSpec, { context: { weights } });
    const found = suppressedRange(counts, moranSpec, { context: { weights }, limit: 15 });
    expect([tried.low.kind, found.low.kind, found.high.kind]).toEqual(['exact', 'reached', 'reached']);
    expect(found.low.value).toBeGreaterThanOrEqual(tried.low.value - 1e-12);
    expect(found.high.value).toBeLessThanOrEqual(tried.high.value + 1e-12);
  });

  test('an index that is less where segregation is more has its ends the right way round', () => {
    const one: Case = { totals: [20, 30, 12, 40], low: [1, 12, 0, 3], high: [14, 20, 9, 30], inside: [] };
    const { low, high } = suppressedRange(countsOf(one), interactionSpec, { limit: 20 });
    expect([low.kind, high.kind]).toEqual(['exact', 'bound']);
    expect(low.value).toBeLessThan(high.value);
  });

  const two = {
    low: [
      [1, 2],
      [3, 4],
    ],
    high: [
      [2, 2],
      [3, 4],
    ],
  };
  test.each<[string, SuppressedCounts, string]>([
    [
      'limits the wrong way round',
      {
        ...two,
        high: [
          [0, 2],
          [3, 4],
        ],
      },
      'invalid range: 1 to 0 at 0',
    ],
    ['a total out of reach', { ...two, totals: [9, 6] }, 'invalid total: 9 at 0 (expected 4 to 5)'],
    [
      'a negative count',
      {
        low: [
          [-1, 2],
          [3, 4],
        ],
        high: two.high,
      },
      'invalid count: -1 at 0',
    ],
    ['other numbers of columns', { low: two.low, high: [[1, 2]] }, 'invalid groups: 1 (expected 2)'],
    ['other numbers of units', { low: two.low, high: [[2], [3]] }, 'invalid length: 1 (expected 2)'],
    ['too few totals', { ...two, totals: [5] }, 'invalid length: 1 (expected 2)'],
    [
      'three columns for two groups',
      { low: [...two.low, [1, 1]], high: [...two.high, [1, 1]] },
      'invalid groups: 3 (expected 2)',
    ],
  ])('refuses %s', (_, counts, words) => {
    expect(() => suppressedRange(counts, dissimilaritySpec)).toThrow(words);
  });

  test.each([0, -1, NaN])('refuses to try %d tables', (limit) => {
    expect(() => suppressedRange(two, dissimilaritySpec, { limit })).toThrow(`invalid limit: ${limit}`);
  });

  test('no table with a value: NaN', () => {
    const range = suppressedRange(
      {
        low: [
          [0, 0],
          [1, 1],
        ],
        high: [
          [0, 0],
          [4, 1],
        ],
      },
      dissimilaritySpec,
    );
    expect([range.low.value, range.high.value]).toEqual([NaN, NaN]);
  });

  test('tables without a value do not count', () => {
    // an empty group is admissible, but has no D
    const range = suppressedRange(
      {
        low: [
          [0, 0],
          [5, 5],
        ],
        high: [
          [1, 0],
          [5, 5],
        ],
      },
      dissimilaritySpec,
    );
    expect([range.low.value, range.high.value]).toEqual([0.5, 0.5]);
  });

  test('where a group may be empty, corners prove nothing: reached', () => {
    const one: Case = { totals: [20, 30, 12], low: [0, 0, 0], high: [14, 20, 9], inside: [] };
    const range = suppressedRange(countsOf(one), dissimilaritySpec, { limit: 100 });
    expect([range.low.kind, range.high.kind]).toEqual(['reached', 'reached']);
  });

  test('units whose total is unknown among units whose total is known', () => {
    const range = suppressedRange(
      {
        low: [
          [1, 5, 9],
          [2, 8, 1],
        ],
        high: [
          [3, 7, 9],
          [2, 10, 1],
        ],
        totals: [NaN, 15, NaN],
      },
      dissimilaritySpec,
    );
    const values = [1, 2, 3].flatMap((a) => [5, 6, 7].map((b) => dissimilarity([a, b, 9], [2, 15 - b, 1])));
    expect(range.low.value).toBeCloseTo(Math.min(...values), 14);
    expect(range.high.value).toBeCloseTo(Math.max(...values), 14);
  });
});
