import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { de } from '#i18n/de/index.ts';
import {
  aspatialManyGroupSpecs,
  aspatialTwoGroupSpecs,
  catalog,
  expectedManyGroupIndices,
  expectedTwoGroupIndices,
  indexById,
  manyGroupIndices,
  twoGroupIndices,
} from '#stats/catalog.ts';
import type { IndexContext, IndexSpec, Invariance } from '#stats/spec.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import type { PairSums } from '#stats/weights/pair-sums.ts';
import { type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';

/** Columns of counts, one per group: the shape on which every index can be tried. */
type Table = readonly (readonly number[])[];

/** A ring: every unit borders on the one before and the one after it. */
function ring(size: number): SparseMatrix {
  const offsets = Int32Array.from({ length: size + 1 }, (_, i) => 2 * i);
  const neighbours = Int32Array.from({ length: 2 * size }, (_, k) => {
    const i = k >> 1;
    return (k % 2 === 0 ? i + size - 1 : i + 1) % size;
  });
  return sparseMatrix({ offsets, neighbours }, 'row-standardised');
}

/** Units of 1, 2, 3 … square kilometres in a row, 1 km apart, in the order of the counts. */
function contextOf(table: Table): IndexContext {
  const size = table[0]!.length;
  const weights = ring(size);
  return {
    weights,
    borders: { ...weights, weights: weights.weights.map(() => 1000), style: 'general' },
    areas: Float64Array.from({ length: size }, (_, i) => 1_000_000 * (i + 1)),
    perimeters: new Float64Array(size).fill(4000),
    places: { x: Float64Array.from({ length: size }, (_, i) => 1000 * i), y: new Float64Array(size) },
    proximity: alongTheRow(size, (metres) => Math.exp(-metres / 1000)),
    environment: alongTheRow(size, (metres) => Math.max(0, 1 - metres / 2500)),
  };
}

/** Sums over all pairs of the row, weighted by their distance. */
function alongTheRow(size: number, weight: (metres: number) => number): PairSums {
  return {
    size,
    sums: (columns) =>
      columns.map((column) =>
        Float64Array.from({ length: size }, (_, i) =>
          column.reduce((sum, count, j) => sum + weight(1000 * Math.abs(i - j)) * count, 0),
        ),
      ),
  };
}

function valuesOf(spec: IndexSpec, table: Table): readonly number[] {
  const context = contextOf(table);
  const value =
    spec.groups === 'many'
      ? spec.compute(manyGroupTable(table), context)
      : spec.compute(twoGroupTable(table[0]!, table[1]!), context);
  return typeof value === 'number' ? [value] : [...value];
}

const counts = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.nat(300) });

function tablesFor(spec: IndexSpec): fc.Arbitrary<Table> {
  const groups = spec.groups === 'two' ? fc.constant(2) : fc.integer({ min: 2, max: 4 });
  return fc
    .tuple(groups, fc.integer({ min: 3, max: 12 }))
    .chain(([k, n]) =>
      fc.array(fc.array(counts, { minLength: n, maxLength: n }), { minLength: k, maxLength: k }),
    );
}

function expectClose(actual: readonly number[], reference: readonly number[]): void {
  expect(actual.length).toBe(reference.length);
  actual.forEach((value, i) => {
    const other = reference[i]!;
    if (Number.isNaN(other)) expect(value).toBeNaN();
    else expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(other));
  });
}

/** How each declared invariance changes a table; `exchange` is tried below. */
const changes: Readonly<Record<Exclude<Invariance, 'exchange'>, (table: Table) => readonly Table[]>> = {
  composition: (table) => [
    table.map((column, m) => (m === 0 ? column.map((count) => count * 3) : column)),
    table.map((column, m) => (m === 1 ? column.map((count) => count * 7) : column)),
  ],
  size: (table) => [table.map((column) => column.map((count) => count * 5))],
  organisation: (table) => [
    table.map((column) => [...column.slice(1), column[0]! * 0.25, column[0]! * 0.75]),
    table.map((column) => [...column, 0]),
  ],
  symmetry: (table) => [[...table].reverse()],
};

/**
 * Two persons of different groups change places between two units so that the units become more alike, in groups 0
 * and 1 both; null where no such exchange is possible.
 */
function exchanged(table: Table): Table | null {
  const size = table[0]!.length;
  const total = (i: number): number => table.reduce((sum, column) => sum + column[i]!, 0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [x, y] = [table[0]!, table[1]!];
      if (total(i) === 0 || total(j) === 0) continue;
      const gapX = x[i]! / total(i) - x[j]! / total(j);
      const gapY = y[j]! / total(j) - y[i]! / total(i);
      if (gapX <= 0 || gapY <= 0) continue;
      // half of what would make the smaller gap vanish, so that neither overshoots
      const persons = Math.min(gapX, gapY) / (1 / total(i) + 1 / total(j)) / 2;
      const moved = Math.min(persons, x[i]!, y[j]!);
      if (moved <= 0) continue;
      return table.map((column, m) =>
        column.map((count, k) => {
          const into = (m === 0 && k === j) || (m === 1 && k === i);
          const outOf = (m === 0 && k === i) || (m === 1 && k === j);
          return count + (into ? moved : 0) - (outOf ? moved : 0);
        }),
      );
    }
  }
  return null;
}

describe.each(catalog.map((spec) => [spec.id, spec] as const))('%s', (_, spec) => {
  test('stays in its range', () => {
    fc.assert(
      fc.property(tablesFor(spec), (table) => {
        for (const value of valuesOf(spec, table)) {
          if (Number.isNaN(value)) continue;
          expect(value).toBeGreaterThanOrEqual(spec.range[0]);
          expect(value).toBeLessThanOrEqual(spec.range[1]);
        }
      }),
    );
  });

  for (const invariance of spec.invariances) {
    if (invariance === 'exchange') continue;
    test(`does not change with ${invariance}`, () => {
      fc.assert(
        fc.property(tablesFor(spec), (table) => {
          const before = valuesOf(spec, table);
          for (const changed of changes[invariance](table)) expectClose(valuesOf(spec, changed), before);
        }),
      );
    });
  }

  if (spec.invariances.includes('exchange')) {
    test('does not rise when two persons change places so that their units become more alike', () => {
      let tried = 0;
      fc.assert(
        fc.property(tablesFor(spec), (table) => {
          const after = exchanged(table);
          const before = valuesOf(spec, table)[0]!;
          if (!after || Number.isNaN(before)) return;
          tried++;
          expect(valuesOf(spec, after)[0]!).toBeLessThanOrEqual(before + 1e-12);
        }),
      );
      expect(tried).toBeGreaterThan(50);
    });
  }

  test('does not change its input', () => {
    const table = [
      [30, 10, 0, 7],
      [10, 30, 5, 7],
    ].map((column) => Object.freeze(column));
    valuesOf(spec, table);
    expect(table).toEqual([
      [30, 10, 0, 7],
      [10, 30, 5, 7],
    ]);
  });

  test('rises or falls with segregation as declared', () => {
    const even = [
      [20, 20, 21, 20],
      [20, 20, 20, 21],
    ];
    const apart = [
      [40, 39, 0, 1],
      [0, 1, 40, 39],
    ];
    if (spec.scope === 'local' || spec.direction === 'neither') return;
    const rise = valuesOf(spec, apart)[0]! - valuesOf(spec, even)[0]!;
    expect(Math.sign(rise)).toBe(spec.direction === 'more' ? 1 : -1);
  });

  test('has its four texts', () => {
    const texts: Readonly<Record<string, string>> = de.indices;
    for (const part of ['name', 'sentence', 'explanation', 'caveat']) {
      expect(texts[`${spec.id}.${part}`], part).toBeTruthy();
    }
  });

  test('names the missing weights', () => {
    if (!spec.needs.includes('weights') || spec.groups === 'many') return;
    expect(() => spec.compute(twoGroupTable([1, 2], [2, 1]))).toThrow('invalid weights: undefined');
  });
});

describe('the catalogue', () => {
  test('has every id once, and finds each', () => {
    const ids = catalog.map((spec) => spec.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const spec of catalog) expect(indexById(spec.id)).toBe(spec);
    expect(() => indexById('Z')).toThrow('invalid index: Z');
  });

  test('computes all aspatial indices at once to the same figures as one by one', () => {
    const group = [3, 0, 12, 40, 7.5, 0];
    const reference = [5, 9, 2, 11, 1, 0];
    const table = twoGroupTable(group, reference);
    const values = twoGroupIndices(group, reference);
    const expectedValues = expectedTwoGroupIndices(group, reference);
    expect(Object.keys(values)).toHaveLength(aspatialTwoGroupSpecs.length);
    for (const spec of aspatialTwoGroupSpecs) {
      expect(values[spec.id]).toBe(spec.compute(table));
      expect(expectedValues[spec.id]).toBe(spec.expected(table));
    }
    const many = manyGroupTable([group, reference, [1, 1, 2, 3, 5, 8]]);
    const manyValues = manyGroupIndices([group, reference, [1, 1, 2, 3, 5, 8]]);
    const manyExpected = expectedManyGroupIndices([group, reference, [1, 1, 2, 3, 5, 8]]);
    for (const spec of aspatialManyGroupSpecs) {
      expect(manyValues[spec.id]).toBe(spec.compute(many));
      expect(manyExpected[spec.id]).toBe(spec.expected(many));
    }
  });

  test('gives indices of several groups the value of two groups where there are two', () => {
    const pairs = [
      ['D', 'D_multi'],
      ['G', 'G_multi'],
      ['H', 'H_multi'],
      ['eta2', 'P_multi'],
      ['eta2', 'R_multi'],
      ['eta2', 'C_multi'],
    ] as const;
    fc.assert(
      fc.property(tablesFor(indexById('D')), (table) => {
        const two = twoGroupIndices(table[0]!, table[1]!);
        const many = manyGroupIndices(table);
        const twoExpected = expectedTwoGroupIndices(table[0]!, table[1]!);
        const manyExpected = expectedManyGroupIndices(table);
        for (const [id, multi] of pairs) {
          expectClose([many[multi]!, manyExpected[multi]!], [two[id]!, twoExpected[id]!]);
        }
      }),
    );
  });
});

describe('edge cases', () => {
  // exposure needs a group and somebody; everything else two units and two groups to differ in
  const undefinedAlways = aspatialTwoGroupSpecs
    .filter(({ dimension }) => dimension !== 'exposure')
    .map(({ id }) => id);

  test.each([
    ['an empty group', [0, 0, 0], [4, 5, 6], undefinedAlways.concat('xPx', 'xPy')],
    ['an empty reference group', [4, 5, 6], [0, 0, 0], undefinedAlways],
    ['one unit', [4], [6], undefinedAlways],
    ['one populated unit', [4, 0], [6, 0], undefinedAlways],
    ['no unit', [], [], undefinedAlways.concat('xPx', 'xPy')],
    ['nobody', [0, 0], [0, 0], undefinedAlways.concat('xPx', 'xPy')],
  ])('%s: undefined, and nothing else', (_, group, reference, without) => {
    const values = twoGroupIndices(group, reference);
    const missing = Object.keys(values).filter((id) => Number.isNaN(values[id]));
    expect(missing.sort()).toEqual([...without].sort());
  });

  test('isolation of an only group is 1, interaction with nobody 0', () => {
    expect(twoGroupIndices([4, 5], [0, 0])).toMatchObject({ xPx: 1, xPy: 0 });
  });

  test.each([
    [
      'fewer than two groups with persons',
      [
        [4, 5],
        [0, 0],
      ],
    ],
    [
      'one populated unit',
      [
        [4, 0],
        [5, 0],
      ],
    ],
    ['a single column', [[4, 5]]],
  ])('several groups, %s: no segregation, but diversity', (_, groups) => {
    const values = manyGroupIndices(groups);
    for (const [id, value] of Object.entries(values)) {
      if (indexById(id).dimension === 'diversity') expect(value, id).not.toBeNaN();
      else expect(value, id).toBeNaN();
    }
  });

  test.each([
    ['negative', [1, -1], 'invalid count: -1 at 1'],
    ['missing', [Number.NaN, 1], 'invalid count: NaN at 0'],
    ['infinite', [1, Infinity], 'invalid count: Infinity at 1'],
    ['gigantic', [1e16, 1], 'invalid count: 10000000000000000 at 0'],
    ['null', [null as unknown as number, 1], 'invalid count: null at 0'],
    ['written', ['4' as unknown as number, 1], 'invalid count: 4 at 0'],
    ['too few', [1], 'invalid length: 2 (expected 1)'],
  ])('a %s count is refused', (_, group, message) => {
    expect(() => twoGroupIndices(group, [1, 1])).toThrow(message);
    if (group.length === 2) expect(() => manyGroupIndices([[1, 1], group])).toThrow(message);
  });

  test('persons so few that their products vanish are refused', () => {
    expect(() => twoGroupIndices([1e-200, 0], [0, 1e-200])).toThrow('invalid counts: 2e-200 in all');
    expect(() => manyGroupIndices([[1e-200], [0]])).toThrow('invalid counts: 1e-200 in all');
  });

  test('fractions of persons: no expected value leaves the range of its index', () => {
    const columns = [
      [0.4, 0.2, 0.1],
      [0.3, 0.1, 0.9],
    ] as const;
    const expected = {
      ...expectedTwoGroupIndices(...columns),
      ...expectedManyGroupIndices(columns),
    };
    for (const [id, value] of Object.entries(expected)) {
      if (Number.isNaN(value)) continue;
      const [least, greatest] = indexById(id).range;
      expect(value, id).toBeGreaterThanOrEqual(least);
      expect(value, id).toBeLessThanOrEqual(greatest);
    }
    expect(expected.M).toBeLessThanOrEqual(expected.E!);
  });

  test('columns of different length and no column at all are refused', () => {
    expect(() => manyGroupIndices([[1, 2], [1]])).toThrow('invalid length: 1 (expected 2)');
    expect(() => manyGroupIndices([])).toThrow('invalid groups: 0');
  });
});
