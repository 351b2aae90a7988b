import { describe, expect, test } from 'vitest';
import { hostsOf, layerAddress, licencesOf } from '#panels/importing/catalogue/catalogue.ts';
import { offeredFiles } from '#panels/importing/catalogue/offeredFiles.ts';
import type { OfferedFile, RecipeOffer } from '#state/offer.ts';

const file = (path: string, parts: Partial<OfferedFile> = {}): OfferedFile => ({
  path,
  publisher: 'Stadt',
  licence: 'dl-de/zero-2-0',
  offered: null,
  optional: false,
  ...parts,
});
const wfs = {
  service: 'wfs',
  address: 'https://gdi.example/wfs?map=x',
  layer: 'a:b',
  format: 'application/json; subtype=geojson',
} as const;
const api = { service: 'ogc-api', address: 'https://api.example/schulen/', layer: 'grund schulen' } as const;
const text = { de: 'x', en: 'x' };
const offer = (...files: OfferedFile[]): RecipeOffer => ({
  id: 'x',
  path: 'x',
  title: text,
  what: text,
  files,
});

describe('the address of a layer for a browser window', () => {
  test('of a WFS keeps its parameters and asks for the named format', () => {
    const url = new URL(layerAddress(file('a', { from: wfs })) ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      map: 'x',
      SERVICE: 'WFS',
      REQUEST: 'GetFeature',
      VERSION: '2.0.0',
      TYPENAMES: 'a:b',
      OUTPUTFORMAT: 'application/json; subtype=geojson',
    });
  });
  test('of an OGC API names the collection', () => {
    expect(layerAddress(file('a', { from: api }))).toBe(
      'https://api.example/schulen/collections/grund%20schulen/items?f=json',
    );
  });
  test('is none where there is no service', () => {
    expect(layerAddress(file('a'))).toBeNull();
  });
});

test('hosts and licences are named once each', () => {
  const some = offer(
    file('a', { from: wfs }),
    file('b', { from: wfs, licence: 'CC BY' }),
    file('c', { from: api }),
    file('d'),
  );
  expect(hostsOf(some)).toEqual(['gdi.example', 'api.example']);
  expect(hostsOf(offer(file('d')))).toEqual([]);
  expect(licencesOf(some, 'de')).toEqual(['dl-de/zero-2-0', 'CC BY']);
});

test('files wanting stand first, those that are needed before those that are not', () => {
  const some = offer(file('there'), file('spare', { optional: true }), file('needed'));
  const renewal = {
    recipe: {} as never,
    differences: [],
    columns: [],
    sources: [],
    problems: [],
    files: [
      { file: '1', before: 'there', now: 'other name.json', year: null },
      { file: '2', before: 'needed', now: null, year: null },
    ],
  };
  expect(offeredFiles(some, renewal, null).map(({ file: { path }, now }) => [path, now])).toEqual([
    ['needed', null],
    ['spare', null],
    ['there', 'other name.json'],
  ]);
});
