import { describe, expect, test } from 'vitest';
import { crsOfWkt } from '#import/formats/shapefile/crsOfWkt.ts';

const etrs =
  'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const wgs =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const dhdn =
  'GEOGCS["GCS_Deutsches_Hauptdreiecksnetz",DATUM["D_Deutsches_Hauptdreiecksnetz",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

function transverse(
  name: string,
  base: string,
  {
    easting,
    lon,
    scale,
    unit = 'UNIT["Meter",1.0]',
    method = 'Transverse_Mercator',
  }: {
    easting: number;
    lon: number;
    scale: number;
    unit?: string;
    method?: string;
  },
): string {
  return `PROJCS["${name}",${base},PROJECTION["${method}"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${lon}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],${unit}]`;
}

const laea = (base: string, lat = 52): string =>
  `PROJCS["ETRS_1989_LAEA",${base},PROJECTION["Lambert_Azimuthal_Equal_Area"],PARAMETER["False_Easting",4321000.0],PARAMETER["False_Northing",3210000.0],PARAMETER["Central_Meridian",10.0],PARAMETER["Latitude_Of_Origin",${lat}.0],UNIT["Meter",1.0]]`;

describe('a coordinate system written by ESRI', () => {
  test.each([
    [
      'UTM 32',
      transverse('ETRS_1989_UTM_Zone_32N', etrs, { easting: 500_000, lon: 9, scale: 0.9996 }),
      'EPSG:25832',
    ],
    [
      'UTM 33',
      transverse('ETRS_1989_UTM_Zone_33N', etrs, { easting: 500_000, lon: 15, scale: 0.9996 }),
      'EPSG:25833',
    ],
    [
      'UTM 32 of WGS 84',
      transverse('WGS_1984_UTM_Zone_32N', wgs, { easting: 500_000, lon: 9, scale: 0.9996 }),
      'EPSG:32632',
    ],
    [
      'UTM 32 with the zone in front',
      transverse('ETRS_1989_UTM_Zone_32N_8stellen', etrs, { easting: 32_500_000, lon: 9, scale: 0.9996 }),
      'EPSG:4647',
    ],
    [
      'UTM 33 with the zone in front',
      transverse('ETRS_1989_UTM_Zone_N33', etrs, { easting: 33_500_000, lon: 15, scale: 0.9996 }),
      'EPSG:5650',
    ],
    [
      'UTM 32 under a wrong name',
      transverse('ETRS_1989_UTM_Zone_33N', etrs, { easting: 500_000, lon: 9, scale: 0.9996 }),
      'EPSG:25832',
    ],
    [
      'Gauß-Krüger 2',
      transverse('DHDN_3_Degree_Gauss_Zone_2', dhdn, {
        easting: 2_500_000,
        lon: 6,
        scale: 1,
        method: 'Gauss_Kruger',
      }),
      'EPSG:31466',
    ],
    [
      'Gauß-Krüger 3',
      transverse('DHDN_3_Degree_Gauss_Zone_3', dhdn, {
        easting: 3_500_000,
        lon: 9,
        scale: 1,
        method: 'Gauss_Kruger',
      }),
      'EPSG:31467',
    ],
    [
      'Gauß-Krüger 5',
      transverse('DHDN_3_Degree_Gauss_Zone_5', dhdn, { easting: 5_500_000, lon: 15, scale: 1 }),
      'EPSG:31469',
    ],
    [
      'Web Mercator',
      `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${wgs},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],UNIT["Meter",1.0]]`,
      'EPSG:3857',
    ],
    ['LAEA', laea(etrs), 'EPSG:3035'],
    ['degrees', wgs, 'EPSG:4326'],
    ['degrees of ETRS 89', etrs, 'EPSG:4258'],
    ['degrees of DHDN', dhdn, 'EPSG:4314'],
    [
      'a name only',
      `PROJCS["ETRS_1989_UTM_Zone_32N",${etrs},PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]]`,
      'EPSG:25832',
    ],
  ])('%s', (_, wkt, crs) => {
    expect(crsOfWkt(wkt)).toBe(crs);
  });
});

describe('a coordinate system with a code', () => {
  test.each([
    ['of its own', `PROJCS["x",${etrs},PROJECTION["y"],AUTHORITY["EPSG","25833"]]`, 'EPSG:25833'],
    [
      'in the second edition',
      'PROJCRS["x",BASEGEOGCRS["y",DATUM["z",ELLIPSOID["e",1,2]]],CONVERSION["c",METHOD["m",ID["EPSG",9807]]],ID["EPSG",25832]]',
      'EPSG:25832',
    ],
    ['of ESRI', `PROJCS["x",${wgs},PROJECTION["y"],AUTHORITY["ESRI","102100"]]`, 'EPSG:3857'],
    [
      'with heights',
      `COMPD_CS["x",PROJCS["y",${etrs},PROJECTION["z"],AUTHORITY["EPSG","25832"]],VERT_CS["h",AUTHORITY["EPSG","7837"]],AUTHORITY["EPSG","5555"]]`,
      'EPSG:25832',
    ],
    [
      'with a transformation',
      `BOUNDCRS[SOURCECRS[PROJCRS["y",ID["EPSG",31468]]],TARGETCRS[GEOGCRS["w",ID["EPSG",4326]]]]`,
      'EPSG:31468',
    ],
    ['in the other order of axes', `PROJCS["x",${etrs},AUTHORITY["EPSG","3044"]]`, 'EPSG:25832'],
  ])('%s', (_, wkt, crs) => {
    expect(crsOfWkt(wkt)).toBe(crs);
  });

  test('that belongs to a part of it only says nothing about the whole', () => {
    const based = etrs.replace(/]$/, ',AUTHORITY["EPSG","4258"]]');
    expect(crsOfWkt(`PROJCS["x",${based},PROJECTION["Cassini_Soldner"],PARAMETER["lat",1]]`)).toBeNull();
  });
});

describe('is not taken for another', () => {
  test.each([
    [
      'other false easting',
      transverse('ETRS_1989_UTM_Zone_32N_7stellen', etrs, { easting: 2_500_000, lon: 9, scale: 0.9996 }),
    ],
    [
      'feet',
      transverse('ETRS_1989_UTM_Zone_32N', etrs, {
        easting: 500_000,
        lon: 9,
        scale: 0.9996,
        unit: 'UNIT["Foot",0.3048]',
      }),
    ],
    [
      'other datum',
      transverse('NAD_1983_UTM_Zone_32N', etrs.replace('D_ETRS_1989', 'D_North_American_1983'), {
        easting: 500_000,
        lon: 9,
        scale: 0.9996,
      }),
    ],
    ['other centre', laea(etrs, 45)],
    [
      'other datum of Bessel',
      transverse('MGI', dhdn.replace('D_Deutsches_Hauptdreiecksnetz', 'D_MGI'), {
        easting: 3_500_000,
        lon: 9,
        scale: 1,
      }),
    ],
    ['nothing', ''],
    ['no well-known text', 'EPSG:25832'],
    ['cut off', 'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989'],
    ['nested without end', 'PROJCS['.repeat(5000)],
  ])('%s', (_, wkt) => {
    expect(crsOfWkt(wkt)).toBeNull();
  });
});
