import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type KeyedArea, overlapCrosswalk } from '#import/geometry/overlapCrosswalk.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { readAreas } from './readAreas.ts';

/** A strip near Erfurt, 1 km high; west end and width in 0.00001°, so that parallels are straight enough. */
function box(key: string, x: number, width: number): KeyedArea {
  const [west, south, east, north] = [11 + x / 1e5, 51, 11 + (x + width) / 1e5, 51.01];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { key, geometry: { type: 'Polygon', coordinates: [ring] } };
}

function weightsOf(found: Awaited<ReturnType<typeof overlapCrosswalk>>): Record<string, number> {
  return Object.fromEntries(
    found.weights.map((weight, i) => [`${found.fromKeys[i]}>${found.toKeys[i]}`, Number(weight.toFixed(3))]),
  );
}

describe('by area', () => {
  test('parts of the old areas', async () => {
    const found = await overlapCrosswalk([box('a', 0, 4), box('b', 4, 4)], [box('x', 0, 3), box('y', 3, 5)]);
    expect(weightsOf(found)).toEqual({ 'a>x': 0.75, 'a>y': 0.25, 'b>y': 1 });
    expect(found).toMatchObject({ method: 'area', uncovered: [], byArea: [], slivers: 0 });
  });

  test('slivers are dropped and the rest makes up for them', async () => {
    const old = [box('a', 0, 4000)];
    const found = await overlapCrosswalk(old, [box('x', 0, 3998), box('y', 3998, 2)]);
    expect(weightsOf(found)).toEqual({ 'a>x': 1 });
    expect(found.slivers).toBe(1);
  });

  test('what no new area covers is said and not made up for', async () => {
    const found = await overlapCrosswalk([box('a', 0, 4), box('b', 4, 4)], [box('x', 0, 3)]);
    expect(weightsOf(found)).toEqual({ 'a>x': 0.75 });
    expect(found.uncovered.map(({ key, share }) => [key, Number(share.toFixed(3))])).toEqual([
      ['a', 0.25],
      ['b', 1],
    ]);
    // A difference of outlines is no gap.
    const nearly = await overlapCrosswalk([box('a', 0, 1000)], [box('x', 0, 995)]);
    expect([nearly.weights, nearly.uncovered]).toEqual([[1], []]);
  });

  test('cuts of a strip: weights add up to 1 and are those of the lengths', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cuts, cuts, async (one, other) => {
        const strips = (name: string, places: readonly number[]) => {
          const ends = [0, ...[...places].sort((a, b) => a - b), 100];
          return ends.slice(1).map((end, i) => ({ key: `${name}${i}`, start: ends[i]!, end }));
        };
        const [old, now] = [strips('o', one), strips('n', other)];
        const areas = (list: typeof old) => list.map(({ key, start, end }) => box(key, start, end - start));
        const found = await overlapCrosswalk(areas(old), areas(now));
        const expected: Record<string, number> = {};
        for (const a of old)
          for (const b of now) {
            const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
            if (common > 0) expected[`${a.key}>${b.key}`] = Number((common / (a.end - a.start)).toFixed(3));
          }
        const got = weightsOf(found);
        expect(Object.keys(got).sort()).toEqual(Object.keys(expected).sort());
        for (const [pair, weight] of Object.entries(expected)) expect(got[pair]).toBeCloseTo(weight, 2);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe('by residents of a grid', () => {
  const old = [box('a', 0, 4), box('b', 4, 4)];
  const now = [box('x', 0, 3), box('y', 3, 5)];
  const cell = (x: number, residents: number) => ({ lon: 11 + x / 1e5, lat: 51.005, residents });

  test('people count, not land', async () => {
    const found = await overlapCrosswalk(old, now, [cell(0.5, 10), cell(3.5, 30), cell(5, 7)]);
    expect(weightsOf(found)).toEqual({ 'a>x': 0.25, 'a>y': 0.75, 'b>y': 1 });
    expect(found).toMatchObject({ method: 'population', byArea: [], uncovered: [] });
  });

  test('where nobody lives land decides, and it is said', async () => {
    const found = await overlapCrosswalk(old, now, [cell(5, 7), cell(3.5, 0), cell(3.5, NaN), cell(900, 5)]);
    expect(weightsOf(found)).toEqual({ 'a>x': 0.75, 'a>y': 0.25, 'b>y': 1 });
    expect(found.byArea).toEqual(['a']);
  });

  test('people outside all new areas are said', async () => {
    const found = await overlapCrosswalk(old, [box('x', 0, 3)], [cell(0.5, 10), cell(3.5, 30)]);
    expect(weightsOf(found)).toEqual({ 'a>x': 0.25 });
    expect(found.uncovered).toEqual([
      { key: 'a', share: 0.75 },
      { key: 'b', share: 1 },
    ]);
    expect(found.byArea).toEqual(['b']);
  });
});

describeWithRealData('the LOR of Berlin before and since 2021', () => {
  const rows = (path: string) => {
    const [head = [], ...body] = readFileSync(requireRealData(path), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
  };
  let old: readonly KeyedArea[];
  let now: readonly KeyedArea[];
  beforeAll(async () => {
    old = (await readAreas('berlin/geo/plr_until_2020.geojson', 'id')).areas;
    now = (await readAreas('berlin/geo/plr_2021.geojson', 'PLR_ID')).areas;
  });

  test('agrees with a crosswalk that others made of the official outlines', async () => {
    const found = await overlapCrosswalk(old, now);
    const ours = new Map(
      found.weights.map((weight, i) => [`${found.fromKeys[i]} ${found.toKeys[i]}`, weight]),
    );
    const theirs = rows('berlin/geo/lor_crosswalk_pre2021_to_2021.csv').map((row) => ({
      pair: `${row.plr_id_pre2021} ${row.plr_id_2021}`,
      weight: Number(row.weight),
    }));
    const large = theirs.filter(({ weight }) => weight > 0.01);
    expect(large).toHaveLength(600);
    const different = large.filter(({ pair, weight }) => Math.abs((ours.get(pair) ?? 0) - weight) > 0.002);
    // Their outlines of three areas were others than those published here (Turf gives our weights, too); the fourth
    // misses the limit by 0.00004 because we scale up for the slivers left out.
    expect([...new Set(different.map(({ pair }) => pair.slice(0, 8)))]).toEqual([
      '01011105',
      '01011201',
      '01022207',
      '03071638',
    ]);
    expect(different).toHaveLength(5);
    const known = new Set(theirs.map(({ pair }) => pair));
    for (const [pair, weight] of ours) if (weight > 0.01) expect(known).toContain(pair);
    expect(found.uncovered).toEqual([]);
    const sums = new Map<string, number>();
    found.weights.forEach((weight, i) => {
      const key = found.fromKeys[i]!;
      sums.set(key, (sums.get(key) ?? 0) + weight);
    });
    expect(sums.size).toBe(448);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
  }, 30_000);

  test('residents of the census grid bring figures nearer to the truth than land does', async () => {
    const grid = rows('berlin/zensus2022_100m.csv').map((row) => ({
      lon: Number(row.lon),
      lat: Number(row.lat),
      residents: Number(row.population),
    }));
    const before = rows('berlin/ewr/ewr_202012_plr.csv');
    const after = new Map(
      rows('berlin/ewr/ewr_202112_plr.csv').map((row) => [String(row.PLR_ID), Number(row.inhabitants)]),
    );
    const moved = (found: Awaited<ReturnType<typeof overlapCrosswalk>>, column: string) => {
      const figures = new Map(before.map((row) => [row.PLR_ID, Number(row[column])]));
      const sums = new Map<string, number>();
      found.weights.forEach((weight, i) => {
        const to = found.toKeys[i]!;
        sums.set(to, (sums.get(to) ?? 0) + weight * (figures.get(found.fromKeys[i]!) ?? 0));
      });
      return sums;
    };
    const miss = (sums: ReadonlyMap<string, number>) =>
      [...after].reduce((sum, [key, residents]) => sum + Math.abs((sums.get(key) ?? 0) - residents), 0);
    const total = (sums: ReadonlyMap<string, number>) => [...sums.values()].reduce((sum, n) => sum + n, 0);
    const byArea = await overlapCrosswalk(old, now);
    const byPeople = await overlapCrosswalk(old, now, grid);
    expect(byPeople.byArea).toEqual(['04020314']);
    expect(byPeople.uncovered).toEqual([]);
    const [area, people] = [moved(byArea, 'inhabitants'), moved(byPeople, 'inhabitants')];
    expect(total(area)).toBeCloseTo(3_769_962, 3);
    expect(total(people)).toBeCloseTo(3_769_962, 3);
    // A year lies between the two registers: some of what is left are people who moved.
    expect(Math.round(miss(area) / 1000)).toBe(421);
    expect(Math.round(miss(people) / 1000)).toBe(101);
    const dissimilarity = (found: Awaited<ReturnType<typeof overlapCrosswalk>>) => {
      const foreigners = moved(found, 'inhabitants_foreigners');
      const all = moved(found, 'inhabitants');
      const [some, rest] = [total(foreigners), total(all) - total(foreigners)];
      let sum = 0;
      for (const [key, n] of all)
        sum += Math.abs((foreigners.get(key) ?? 0) / some - (n - (foreigners.get(key) ?? 0)) / rest);
      return sum / 2;
    };
    expect(dissimilarity(byArea)).toBeCloseTo(0.2419, 4);
    expect(dissimilarity(byPeople)).toBeCloseTo(0.2417, 4);
  }, 30_000);
});
