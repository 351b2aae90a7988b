import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { germany, liesInGermany } from '#import/geometry/germany.ts';

test.each([
  ['Berlin', 13.4, 52.5],
  ['Konstanz', 9.175, 47.66],
  ['Aachen', 6.08, 50.77],
  ['Görlitz', 14.99, 51.15],
  ['Sylt', 8.3, 54.9],
  ['Borkum', 6.67, 53.59],
  ['Helgoland', 7.885, 54.18],
  ['Sassnitz', 13.64, 54.52],
  ['Lindau', 9.68, 47.55],
])('%s lies in Germany', (_name, lon, lat) => {
  expect(liesInGermany(lon, lat)).toBe(true);
  expect(liesInGermany(lat, lon)).toBe(false);
});

test.each([
  ['Wien', 16.37, 48.2],
  ['Paris', 2.35, 48.85],
  ['Prag', 14.43, 50.08],
  ['Zürich–Luzern', 8.3, 47.05],
  ['nowhere', NaN, NaN],
  ['Null Island', 0, 0],
])('%s does not', (_name, lon, lat) => {
  expect(liesInGermany(lon, lat)).toBe(false);
});

test('what lies up to 20 km outside still counts', () => {
  // Strasbourg lies on the border, Épinal 60 km from it.
  expect(liesInGermany(7.75, 48.58)).toBe(true);
  expect(liesInGermany(6.45, 48.17)).toBe(false);
});

test('the outline is small', () => {
  const file = new URL('../../../src/import/geometry/germanyOutline.ts', import.meta.url);
  expect(readFileSync(file).length).toBeLessThan(15_000);
  for (const [ring = []] of germany.coordinates) expect(ring[0]).toEqual(ring.at(-1));
});
