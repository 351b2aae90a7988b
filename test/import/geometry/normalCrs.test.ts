import { expect, test } from 'vitest';
import { normalCrs } from '#import/geometry/normalCrs.ts';

test.each([
  ['EPSG:25833', 'EPSG:25833'],
  ['epsg:25832', 'EPSG:25832'],
  ['25832', 'EPSG:25832'],
  ['urn:ogc:def:crs:EPSG::25833', 'EPSG:25833'],
  ['urn:ogc:def:crs:EPSG:6.9:31467', 'EPSG:31467'],
  ['urn:x-ogc:def:crs:EPSG:4326', 'EPSG:4326'],
  ['http://www.opengis.net/def/crs/EPSG/0/25833', 'EPSG:25833'],
  ['https://www.opengis.net/def/crs/EPSG/9.9.1/4258', 'EPSG:4258'],
  ['http://www.opengis.net/gml/srs/epsg.xml#4326', 'EPSG:4326'],
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
  ['urn:ogc:def:crs:OGC::CRS84', 'EPSG:4326'],
  ['OGC:CRS84', 'EPSG:4326'],
  ['CRS84', 'EPSG:4326'],
  ['EPSG:900913', 'EPSG:3857'],
  ['EPSG:102100', 'EPSG:3857'],
  ['EPSG:3044', 'EPSG:25832'],
  ['EPSG:5677', 'EPSG:31467'],
  ['EPSG:4839', 'EPSG:4839'],
  ['ETRS_1989_UTM_Zone_33N', 'EPSG:25833'],
  ['ETRS89 / UTM zone 32N', 'EPSG:25832'],
  ['ETRS89 / UTM zone 32N (zE-N)', 'EPSG:4647'],
  ['WGS_1984_UTM_Zone_32N', 'EPSG:32632'],
  ['DHDN_3_Degree_Gauss_Zone_4', 'EPSG:31468'],
  ['DHDN / 3-degree Gauss-Kruger zone 2', 'EPSG:31466'],
  ['WGS_1984_Web_Mercator_Auxiliary_Sphere', 'EPSG:3857'],
  ['ETRS_1989_LAEA', 'EPSG:3035'],
  ['GCS_WGS_1984', 'EPSG:4326'],
  ['GCS_ETRS_1989', 'EPSG:4258'],
  ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', 'EPSG:4326'],
  [
    'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"]]',
    'EPSG:25832',
  ],
  [
    'PROJCS["anything",GEOGCS["ETRS89",AUTHORITY["EPSG","4258"]],PROJECTION["Transverse_Mercator"],AUTHORITY["EPSG","25833"]]',
    'EPSG:25833',
  ],
  ['PROJCRS["x",BASEGEOGCRS["ETRS89"],ID["EPSG",3035]]', 'EPSG:3035'],
])('%s', (text, crs) => {
  expect(normalCrs(text)).toBe(crs);
});

test.each([
  '',
  '  ',
  'LOCAL_CS["unknown"]',
  'constructor',
  // A projection of its own over a known base is not that base.
  'PROJCS["Stadtplan",GEOGCS["GCS_WGS_1984",AUTHORITY["EPSG","4326"]],PROJECTION["Cassini"]]',
])('"%s" is no system we know', (text) => {
  expect(normalCrs(text)).toBeNull();
});
