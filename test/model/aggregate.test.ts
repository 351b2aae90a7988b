import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaValues,
  homeLevel,
  indicatorValues,
  variablesOf,
  yearsOfFamily,
  yearsOfIndicator,
  yearsOfVariables,
} from '#model/aggregate.ts';
import { indicatorById, levelById } from '#model/lookup.ts';
import { signs } from '#model/sign.ts';
import {
  type Cell,
  exampleIndicator,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from './exampleStudy.ts';

const share = exampleIndicator('share', { kind: 'share', numerator: ['x'], denominator: ['t'] });
const twoParts = exampleIndicator('two-parts', {
  kind: 'share',
  numerator: ['x', 'y'],
  denominator: ['t'],
});
const rent = exampleIndicator('rent', { kind: 'value', variable: 'rent' });
const residents = exampleIndicator('residents', { kind: 'value', variable: 't' });

/** Four areas a b | c d in two districts of one city. */
function study(columns: Record<string, readonly (readonly Cell[])[]>, years: readonly number[] = [2020]) {
  return exampleStudy({
    levels: [
      exampleLevel('fine', ['a', 'b', 'c', 'd'], {
        parent: { level: 'district', keys: ['1', '1', '2', '2'] },
      }),
      exampleLevel('district', ['1', '2'], { parent: { level: 'city', keys: ['all', 'all'] } }),
      exampleLevel('city', ['all']),
    ],
    variables: [
      exampleVariable('x'),
      exampleVariable('y'),
      exampleVariable('t'),
      exampleVariable('rent', { kind: 'value', unit: 'euro-per-sqm', weight: 't' }),
      exampleVariable('median', { kind: 'value', unit: 'euro-per-sqm' }),
    ],
    indicators: [
      share,
      twoParts,
      rent,
      residents,
      exampleIndicator('median', { kind: 'value', variable: 'median' }),
    ],
    observations: [observations('fine', years, columns)],
  });
}

const words = (codes: Uint8Array) => [...codes].map((code) => signs[code]);

describe('counts at a coarser level', () => {
  const full = study({ x: [[1, 2, 3, 4]], t: [[10, 20, 30, 40]], median: [[5, 6, 7, 8]] });

  it('are summed over one and over several levels', () => {
    expect([...areaValues(full, 'district', 'x', 2020)!.values]).toEqual([3, 7]);
    expect([...areaValues(full, 'city', 'x', 2020)!.values]).toEqual([10]);
  });

  it('are null for a year, a variable or a published value that cannot be had', () => {
    expect(areaValues(full, 'fine', 'x', 1999)).toBeNull();
    expect(areaValues(full, 'fine', 'nothing', 2020)).toBeNull();
    expect(areaValues(full, 'district', 'median', 2020)).toBeNull();
  });

  it('are copies: writing into them leaves the Study as it was', () => {
    areaValues(full, 'fine', 'x', 2020)!.values.fill(-1);
    expect([...areaValues(full, 'fine', 'x', 2020)!.values]).toEqual([1, 2, 3, 4]);
  });

  it('are missing where a part is missing, with the reason of that part', () => {
    const { values, signs: codes } = areaValues(study({ x: [[1, 'secret', 3, 4]] }), 'district', 'x', 2020)!;
    expect([...values]).toEqual([NaN, 7]);
    expect(words(codes)).toEqual(['secret', 'present']);
  });

  it('are unreliable where a part is, but a missing part outweighs it', () => {
    const base = study({ x: [[1, 2, 3, 'secret']] });
    const column = base.observations[0]!.columns.x!;
    column.signs![0] = 3;
    column.signs![2] = 3;
    expect(words(areaValues(base, 'district', 'x', 2020)!.signs)).toEqual(['unreliable', 'secret']);
  });

  it('are missing for an area without parts', () => {
    const base = study({ x: [[1, 2, 3, 4]] });
    const levels = base.levels.map((level) =>
      level.id === 'fine' ? { ...level, parent: { level: 'district', keys: ['1', '1', '1', null] } } : level,
    );
    const { values, signs: codes } = areaValues({ ...base, levels }, 'district', 'x', 2020)!;
    expect([...values]).toEqual([6, NaN]);
    expect(words(codes)).toEqual(['present', 'missing']);
  });

  it('never change the total (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 }), (counts) => {
        const city = areaValues(study({ x: [counts] }), 'city', 'x', 2020)!;
        expect(city.values[0]).toBe(counts.reduce((a, b) => a + b, 0));
      }),
      { seed: 1 },
    );
  });
});

describe('the level that answers', () => {
  const own = study({ x: [[1, 2, 3, 4]] });
  const both = {
    ...own,
    observations: [...own.observations, observations('district', [2019], { x: [[30, 70]] })],
  };

  it('is the level itself where it has figures of its own, else the one below', () => {
    const district = levelById(both, 'district');
    expect(homeLevel(both, district, ['x'], 2019)?.id).toBe('district');
    expect(homeLevel(both, district, ['x'], 2020)?.id).toBe('fine');
    expect(homeLevel(both, district, ['x'], 2018)).toBeNull();
    expect([...areaValues(both, 'district', 'x', 2020)!.values]).toEqual([3, 7]);
    expect([...areaValues(both, 'city', 'x', 2019)!.values]).toEqual([100]);
  });

  it('is the one below where the level only has empty cells', () => {
    const empty = {
      ...own,
      observations: [...own.observations, observations('district', [2020], { x: [['missing', 'missing']] })],
    };
    expect([...areaValues(empty, 'district', 'x', 2020)!.values]).toEqual([3, 7]);
  });

  it('keeps the signs of a row in which nothing is published', () => {
    const secret = study({ x: [['secret', 'secret', 'later', 'later']] });
    expect(words(areaValues(secret, 'fine', 'x', 2020)!.signs)).toEqual([
      'secret',
      'secret',
      'later',
      'later',
    ]);
  });

  it('brings the years of all answering levels', () => {
    expect(yearsOfVariables(both, levelById(both, 'district'), ['x'])).toEqual([2019, 2020]);
    expect(yearsOfVariables(both, levelById(both, 'fine'), ['x'])).toEqual([2020]);
    expect(yearsOfVariables(both, levelById(both, 'fine'), ['x', 't'])).toEqual([]);
  });
});

describe('years of a family', () => {
  const vintages = exampleStudy({
    levels: [
      exampleLevel('old', ['a'], { family: 'plr', validTo: 2020 }),
      exampleLevel('new', ['a', 'b'], { family: 'plr', validFrom: 2021 }),
    ],
    indicators: [share],
    observations: [
      observations('old', [2019, 2020, 2021], { x: [[1], [2], [3]], t: [[9], [9], ['missing']] }),
      observations('new', [2020, 2021], {
        x: [
          [1, 2],
          [3, 4],
        ],
        t: [
          [9, 9],
          [9, 9],
        ],
      }),
    ],
  });

  it('run over all vintages, the official one first', () => {
    expect(yearsOfFamily(vintages, 'plr', ['x']).map(({ year, level }) => [year, level.id])).toEqual([
      [2019, 'old'],
      [2020, 'old'],
      [2021, 'new'],
    ]);
    expect(yearsOfFamily({ ...vintages, levels: [...vintages.levels].reverse() }, 'plr', ['x'])).toEqual(
      yearsOfFamily(vintages, 'plr', ['x']),
    );
  });

  it('need every variable of the indicator', () => {
    expect(yearsOfIndicator(vintages, 'plr', share).map(({ year }) => year)).toEqual([2019, 2020, 2021]);
    expect(variablesOf(share)).toEqual(['x', 't']);
    expect(variablesOf(rent)).toEqual(['rent']);
  });
});

describe('shares', () => {
  it('are recomputed from summed counts, never averaged', () => {
    const full = study({ x: [[1, 9, 3, 4]], t: [[10, 10, 30, 10]] });
    const district = indicatorValues(full, 'district', 'share', 2020)!;
    expect([...district.values]).toEqual([10 / 20, 7 / 40]);
    expect([...district.numerators!]).toEqual([10, 7]);
    expect([...district.denominators!]).toEqual([20, 40]);
    expect(district.city).toBe(17 / 60);
    expect(district.estimated).toBe(false);
  });

  it('leave out parts that are missing and say so', () => {
    const gaps = study({ x: [['secret', 9, 'secret', 'missing']], t: [[10, 10, 30, 10]] });
    const district = indicatorValues(gaps, 'district', 'share', 2020)!;
    expect([...district.values]).toEqual([0.9, NaN]);
    expect(words(district.signs)).toEqual(['unreliable', 'missing']);
    expect(district.city).toBe(0.9);
    const fine = indicatorValues(gaps, 'fine', 'share', 2020)!;
    expect(words(fine.signs)).toEqual(['secret', 'present', 'secret', 'missing']);
    expect(fine.numerators![0]).toBeNaN();
  });

  it('are undefined, not zero, where nobody lives', () => {
    const empty = indicatorValues(study({ x: [[0, 9, 3, 4]], t: [[0, 10, 30, 10]] }), 'fine', 'share', 2020)!;
    expect(empty.values[0]).toBeNaN();
    expect(words(empty.signs)[0]).toBe('excluded');
    expect(empty.numerators![0]).toBe(0);
  });

  it('add several variables, and a term that is withheld names the reason', () => {
    const base = study({
      x: [[1, 2, 3, 4]],
      y: [[1, 'secret', 1, 1]],
      t: [[10, 10, 10, 10]],
    });
    const x = base.observations[0]!.columns.x!;
    const marked = {
      ...base,
      observations: [
        {
          ...base.observations[0]!,
          columns: { ...base.observations[0]!.columns, x: { ...x, signs: Uint8Array.of(0, 3, 3, 0) } },
        },
      ],
    };
    const fine = indicatorValues(marked, 'fine', 'two-parts', 2020)!;
    expect([...fine.values]).toEqual([0.2, NaN, 0.4, 0.5]);
    expect(words(fine.signs)).toEqual(['present', 'secret', 'unreliable', 'present']);
  });

  it('lie between the smallest and the largest part (property)', () => {
    const cell = fc.record({
      t: fc.integer({ min: 1, max: 999 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 4 }), (cells) => {
        const t = cells.map((c) => c.t);
        const x = cells.map((c) => Math.round(c.t * c.part));
        const one = study({ x: [x], t: [t] });
        const fine = indicatorValues(one, 'fine', 'share', 2020)!.values;
        const { values, city } = indicatorValues(one, 'district', 'share', 2020)!;
        expect(values[0]).toBeGreaterThanOrEqual(Math.min(fine[0]!, fine[1]!) - 1e-15);
        expect(values[0]).toBeLessThanOrEqual(Math.max(fine[0]!, fine[1]!) + 1e-15);
        expect(city).toBeCloseTo(x.reduce((a, b) => a + b, 0) / t.reduce((a, b) => a + b, 0), 12);
      }),
      { seed: 1 },
    );
  });
});

describe('published values', () => {
  const base = study({ rent: [[10, 20, 'missing', 8]], t: [[100, 300, 50, 50]], median: [[5, 6, 7, 8]] });

  it('stand as they are at their own level', () => {
    const fine = indicatorValues(base, 'fine', 'rent', 2020)!;
    expect([...fine.values]).toEqual([10, 20, NaN, 8]);
    expect(fine.city).toBe((10 * 100 + 20 * 300 + 8 * 50) / 450);
    expect(fine.estimated).toBe(false);
    expect(indicatorValues(base, 'fine', 'median', 2020)!.city).toBeNaN();
  });

  it('are weighted means above it, marked as estimated', () => {
    const district = indicatorValues(base, 'district', 'rent', 2020)!;
    expect([...district.values]).toEqual([17.5, 8]);
    expect(district.estimated).toBe(true);
    expect(words(district.signs)).toEqual(['unreliable', 'unreliable']);
    expect(indicatorValues(base, 'district', 'median', 2020)).toBeNull();
  });

  it('are sums where the variable is a count', () => {
    const district = indicatorValues(base, 'district', 'residents', 2020)!;
    expect([...district.values]).toEqual([400, 100]);
    expect(district.city).toBe(500);
    expect(district.estimated).toBe(false);
  });
});

it('an indicator unknown in a year is null', () => {
  const one = study({ x: [[1, 2, 3, 4]], t: [[9, 9, 9, 9]] });
  expect(indicatorValues(one, 'fine', 'share', 2019)).toBeNull();
  expect(indicatorById(one, 'share')).toBe(share);
});
