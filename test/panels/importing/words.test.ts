import { describe, expect, test } from 'vitest';
import { numbersOf } from '#i18n/numbers.ts';
import { inWords } from '#panels/importing/columns/inWords.ts';
import { readingText } from '#panels/importing/columns/readingText.ts';
import { boxOf, frameOf } from '#panels/importing/map/frame.ts';
import { readRecipeFile } from '#panels/importing/readRecipeFile.ts';
import { yearOf } from '#panels/importing/yearOf.ts';

describe('numbers in words', () => {
  test.each([
    [0, 'null'],
    [1, 'eins'],
    [11, 'elf'],
    [17, 'siebzehn'],
    [21, 'einundzwanzig'],
    [30, 'dreißig'],
    [100, 'einhundert'],
    [101, 'einhunderteins'],
    [111, 'einhundertelf'],
    [1000, 'eintausend'],
    [1001, 'eintausendeins'],
    [3419, 'dreitausendvierhundertneunzehn'],
    [76_816, 'sechsundsiebzigtausendachthundertsechzehn'],
    [201_000, 'zweihunderteintausend'],
    [999_999, 'neunhundertneunundneunzigtausendneunhundertneunundneunzig'],
  ])('%s: %s', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test.each([1_000_000, -1, 1.5, NaN])('none for %s', (value) => {
    expect(inWords(value)).toBeNull();
  });
});

test('both readings of a number are written so that nobody can mistake them', () => {
  const german = numbersOf('de');
  expect(readingText({ decimal: ',', thousands: '.', value: 3419 }, german, 'de')).toBe(
    '3\u202f419 (dreitausendvierhundertneunzehn)',
  );
  expect(readingText({ decimal: '.', thousands: '', value: 3.419 }, german, 'de')).toBe('3,419');
  expect(readingText({ decimal: ',', thousands: '.', value: 3419 }, numbersOf('en'), 'en')).toBe(
    '3\u202f419',
  );
});

describe('the small map', () => {
  test('keeps the box inside, north up, and both directions in proportion', () => {
    const frame = frameOf([10, 50, 11, 51], 200, 200, 10);
    const [west, north] = frame.point([10, 51]);
    const [east, south] = frame.point([11, 50]);
    expect(north).toBeCloseTo(10);
    expect(south).toBeCloseTo(190);
    // A degree of longitude is shorter than one of latitude by the cosine.
    expect((east - west) / (south - north)).toBeCloseTo(Math.cos((50.5 * Math.PI) / 180), 5);
    expect((west + east) / 2).toBeCloseTo(100);
    expect(
      frame.path({
        type: 'Polygon',
        coordinates: [
          [
            [10, 50],
            [11, 50],
            [11, 51],
            [10, 50],
          ],
        ],
      }),
    ).toMatch(/^M[\d. L]+Z$/);
  });

  test('a box passes over what is no place', () => {
    expect(
      boxOf([
        [1, 2],
        [NaN, 5],
        [3, 0],
      ]),
    ).toEqual([1, 0, 3, 2]);
    expect(boxOf([])).toBeNull();
  });
});

describe('the recipe among the files', () => {
  const json = (path: string, value: unknown) => ({
    path,
    content: new TextEncoder().encode(JSON.stringify(value)),
  });
  const area = json('a.geojson', { type: 'FeatureCollection', features: [] });

  test('is taken out; maps and tables stay', async () => {
    const recipe = json('rezept.json', { recipe: 1, name: 'dorf' });
    const map = json('karte.json', { type: 'FeatureCollection', features: [] });
    const sorted = await readRecipeFile([area, recipe, map]);
    expect(sorted.recipe).toEqual({ name: 'rezept.json', value: { recipe: 1, name: 'dorf' } });
    expect(sorted.files).toEqual([area, map]);
  });

  test('broken or too large it stays a file like others', async () => {
    const broken = { path: 'b.json', content: new TextEncoder().encode('{"recipe": 1,') };
    const large = { path: 'c.json', content: new Uint8Array(5_000_000) };
    const sorted = await readRecipeFile([broken, large]);
    expect(sorted).toEqual({ recipe: null, files: [broken, large] });
  });

  test('may come as a file of the browser', async () => {
    const blob = new File([JSON.stringify({ recipe: 1 })], 'r.json');
    expect((await readRecipeFile([{ path: 'r.json', content: blob }])).recipe?.value).toEqual({ recipe: 1 });
  });
});

test('a year is one between 1900 and 2100', () => {
  expect(['2023', ' 1900 ', '1899', '2101', '20.23', '', 'x'].map(yearOf)).toEqual([
    2023,
    1900,
    null,
    null,
    null,
    null,
    null,
  ]);
});
