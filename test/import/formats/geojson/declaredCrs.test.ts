import { expect, test } from 'vitest';
import { declaredCrs } from '#import/formats/geojson/declaredCrs.ts';

test.each([
  [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } }, 'EPSG:25832', null],
  [{ type: 'EPSG', properties: { code: 25832 } }, 'EPSG:25832', null],
  [{ type: 'EPSG', properties: { code: '25832' } }, 'EPSG:25832', null],
  [{ type: 'name', properties: { name: 'Stadtnetz 1950' } }, null, 'Stadtnetz 1950'],
  [{ type: 'link', properties: { href: 'crs.prj' } }, null, null],
  [{ properties: { name: {} } }, null, null],
  [null, null, null],
])('%j says %s', (crs, expected, crsText) => {
  expect(declaredCrs({ crs })).toEqual({ crs: expected, crsText });
});
