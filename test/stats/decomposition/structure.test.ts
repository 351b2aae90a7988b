import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structureComparison, type TwoGroups } from '#stats/decomposition/structure.ts';
import { dissimilarityOf } from '#stats/indices/evenness/dissimilarity.ts';
import { giniOf } from '#stats/indices/evenness/gini.ts';
import { informationOf } from '#stats/indices/evenness/information.ts';
import type { TwoGroupTable } from '#stats/table.ts';

// shares 0.1, 0.5, 0.9 in units of 10; and 0.2, 0.3, 0.4 in units of 100, 200, 100
const first: TwoGroups = { group: [1, 5, 9], reference: [9, 5, 1] };
const second: TwoGroups = { group: [40, 20, 60], reference: [60, 80, 140] };

test('by hand: every unit keeps its rank and size and takes the share of that rank', () => {
  const seen: TwoGroupTable[] = [];
  structureComparison(first, second, (table) => {
    seen.push(table);
    return 0;
  });
  const [, , firstWithSecond, secondWithFirst] = seen;
  expect([...firstWithSecond!.group].map((x) => Number(x.toFixed(12)))).toEqual([2, 3, 4]);
  expect([...firstWithSecond!.total]).toEqual([10, 10, 10]);
  // ranks of the second: 0.4 third, 0.2 first, 0.3 second
  expect([...secondWithFirst!.group].map((x) => Number(x.toFixed(12)))).toEqual([90, 10, 100]);
});

test('by hand: with shares of the groups', () => {
  const seen: TwoGroupTable[] = [];
  structureComparison(
    first,
    second,
    (table) => {
      seen.push(table);
      return 0;
    },
    'share',
  );
  // x/X of the second: 1/3, 1/6, 1/2, ascending 1/6, 1/3, 1/2; of its others: 60, 80, 140 of 280; X = Y = 15
  expect([...seen[2]!.group].map((x) => Number(x.toFixed(9)))).toEqual([2.5, 5, 7.5]);
  expect([...seen[2]!.reference].map((y) => Number(y.toFixed(6)))).toEqual(
    [140, 80, 60].map((y) => Number(((15 * y) / 280).toFixed(6))),
  );
});

const city = fc.integer({ min: 2, max: 12 }).chain((n) =>
  fc.record({
    group: fc.array(fc.nat(50), { minLength: n, maxLength: n }),
    reference: fc.array(fc.nat(50), { minLength: n, maxLength: n }),
  }),
);
const indices = { D: dissimilarityOf, G: giniOf, H: informationOf };

describe.each(['composition', 'share'] as const)('exchange of %s', (counterfactual) => {
  test.each(Object.entries(indices))('%s: parts add up, and turn their sign with the cities', (_, index) => {
    let tried = 0;
    fc.assert(
      fc.property(city, city, (one, two) => {
        const there = structureComparison(one, two, index, counterfactual);
        if (Number.isNaN(there.structure)) return;
        tried++;
        expect(Math.abs(there.structure + there.composition - there.difference)).toBeLessThan(1e-12);
        const back = structureComparison(two, one, index, counterfactual);
        expect(back.structure).toBeCloseTo(-there.structure, 12);
        expect(back.composition).toBeCloseTo(-there.composition, 12);
      }),
    );
    expect(tried).toBeGreaterThan(50);
  });

  test('a city compared with itself differs in nothing, equal shares and empty units included', () => {
    const same = { group: [3, 0, 10, 5, 3, 0], reference: [7, 10, 0, 5, 7, 0] };
    const { structure, composition } = structureComparison(same, same, informationOf, counterfactual);
    expect(structure).toBeCloseTo(0, 14);
    expect(composition).toBeCloseTo(0, 14);
  });
});

test('the same shares in units of other sizes: a matter of structure', () => {
  const larger = { group: [1, 50, 900], reference: [9, 50, 100] };
  const { structure, composition } = structureComparison(first, larger, dissimilarityOf);
  expect(composition).toBeCloseTo(0, 14);
  expect(Math.abs(structure)).toBeGreaterThan(0.01);
});

test('the index is told whose places it looks at', () => {
  const places: number[] = [];
  structureComparison(first, second, (_, place) => places.push(place));
  expect(places).toEqual([0, 1, 0, 1]);
});

test.each([
  ['an empty group', { group: [0, 0], reference: [1, 2] }],
  ['no unit', { group: [], reference: [] }],
])('%s: undefined', (_, none) => {
  const { structure, composition, first: own } = structureComparison(none, second, dissimilarityOf);
  for (const value of [structure, composition, own]) expect(value).toBeNaN();
});

test('wrong counts are refused', () => {
  expect(() => structureComparison({ group: [1], reference: [1, 2] }, second, giniOf)).toThrow(
    'invalid length: 2 (expected 1)',
  );
});
