import { type AreaGeometry, type Position, polygonsOf, type Rings } from './polygon.ts';

/** Longitude and latitude in degrees to easting and northing in metres. */
export type Projection = (longitude: number, latitude: number) => [easting: number, northing: number];

const radians = Math.PI / 180;
/** Every ellipsoid of UTM codes: half of the long axis in metres, 1/flattening. They differ by 0.1 mm. */
const ellipsoids = {
  grs80: [6_378_137, 298.257222101],
  wgs84: [6_378_137, 298.257223563],
} as const;
const scale = 0.9996;
const falseEasting = 500_000;
const southernNorthing = 10_000_000;

/**
 * The system of UTM (Universal Transverse Mercator) for a longitude: EPSG:25831–25833 in Germany.
 *
 * Take one zone for a whole city (the middle of its extent): coordinates of two zones do not fit together.
 *
 * @param longitude −180 … 180 in degrees.
 * @returns the EPSG code: 258zz (ETRS89) for the zones 28–38 of Europe, else 326zz (WGS 84), both of the north.
 * @throws `invalid longitude: …`.
 * @example utmCodeOf(13.4) // 25833: Berlin; 25832 west of 12°
 */
export function utmCodeOf(longitude: number): number {
  if (!(longitude >= -180 && longitude <= 180)) throw new Error(`invalid longitude: ${longitude}`);
  const zone = Math.min(60, Math.floor((longitude + 180) / 6) + 1);
  return (zone >= 28 && zone <= 38 ? 25_800 : 32_600) + zone;
}

/**
 * UTM [UTM-Abbildung], longitude and latitude to metres.
 *
 * Transverse Mercator by Krüger's series in the third flattening n: conformal latitude, then four harmonics. Scale
 * 0.9996 on the central meridian, so that lengths in Germany are wrong by at most 0.04 % within their zone. Agrees with
 * proj4 to less than 1 mm all over Germany in each of its three zones.
 *
 * @param code EPSG code: 25828–25838 (ETRS89), 32601–32660 (WGS 84 north), 32701–32760 (WGS 84 south).
 * @returns a function that throws `invalid coordinate: …` for anything that is no longitude and latitude, or lies
 * 90° and more from the middle of the zone.
 * @throws `invalid code: …` for any other system.
 * Cost: constant per point.
 * Source: Krüger 1912, Konforme Abbildung des Erdellipsoids in der Ebene; Karney 2011, J. Geodesy 85, 475–485, eq. 35.
 * @example utmProjection(25833)(15, 0) // [500000, 0]
 */
export function utmProjection(code: number): Projection {
  const zone = code % 100;
  const series = code - zone;
  const [first, last] = series === 25_800 ? [28, 38] : [1, 60];
  const isKnown =
    Number.isInteger(zone) &&
    zone >= first &&
    zone <= last &&
    (series === 25_800 || series === 32_600 || series === 32_700);
  if (!isKnown) throw new Error(`invalid code: ${code} (expected UTM, e.g. 25832)`);
  const [axis, inverseFlattening] = ellipsoids[series === 25_800 ? 'grs80' : 'wgs84'];
  const origin = series === 32_700 ? southernNorthing : 0;
  const meridian = zone * 6 - 183;

  const n = 1 / (2 * inverseFlattening - 1);
  const n2 = n * n;
  const n3 = n2 * n;
  const n4 = n2 * n2;
  const radius = (scale * axis * (1 + n2 / 4 + n4 / 64)) / (1 + n);
  const a1 = n / 2 - (2 * n2) / 3 + (5 * n3) / 16 + (41 * n4) / 180;
  const a2 = (13 * n2) / 48 - (3 * n3) / 5 + (557 * n4) / 1440;
  const a3 = (61 * n3) / 240 - (103 * n4) / 140;
  const a4 = (49561 * n4) / 161280;
  const eccentricity = (2 * Math.sqrt(n)) / (1 + n);

  return (longitude, latitude) => {
    let distance = longitude - meridian;
    if (distance > 180) distance -= 360;
    if (distance < -180) distance += 360;
    // the negated form also catches NaN and undefined
    if (!(Math.abs(distance) < 90 && Math.abs(latitude) <= 90)) {
      throw new Error(`invalid coordinate: ${longitude}, ${latitude}`);
    }
    const sine = Math.sin(latitude * radians);
    const conformal = Math.sinh(Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine));
    // at a pole the tangent is infinite: atan2 still gives 90°
    const xi = Math.atan2(conformal, Math.cos(distance * radians));
    const eta = Math.atanh(Math.sin(distance * radians) / Math.sqrt(1 + conformal * conformal));
    // the harmonics from the first by addition theorems: functions of angles take most of the time
    const s2 = Math.sin(2 * xi);
    const c2 = Math.cos(2 * xi);
    const s4 = 2 * s2 * c2;
    const c4 = 1 - 2 * s2 * s2;
    const s6 = s4 * c2 + c4 * s2;
    const c6 = c4 * c2 - s4 * s2;
    const s8 = 2 * s4 * c4;
    const c8 = 1 - 2 * s4 * s4;
    const sh2 = Math.sinh(2 * eta);
    const ch2 = Math.sqrt(1 + sh2 * sh2);
    const sh4 = 2 * sh2 * ch2;
    const ch4 = 1 + 2 * sh2 * sh2;
    const sh6 = sh4 * ch2 + ch4 * sh2;
    const ch6 = ch4 * ch2 + sh4 * sh2;
    const sh8 = 2 * sh4 * ch4;
    const ch8 = 1 + 2 * sh4 * sh4;
    const east = eta + a1 * c2 * sh2 + a2 * c4 * sh4 + a3 * c6 * sh6 + a4 * c8 * sh8;
    const north = xi + a1 * s2 * ch2 + a2 * s4 * ch4 + a3 * s6 * ch6 + a4 * s8 * ch8;
    return [falseEasting + radius * east, origin + radius * north];
  };
}

/**
 * A geometry with every corner projected; null stays null.
 * Edges stay straight lines between their corners; in the middle of an edge of 1 km that moves them by up to 3 cm.
 * Cost: linear in the number of corners.
 * @example projectedGeometry(geometry, utmProjection(utmCodeOf(13.4)))
 */
export function projectedGeometry(
  geometry: AreaGeometry | null,
  projection: Projection,
): AreaGeometry | null {
  if (!geometry) return null;
  const polygons = polygonsOf(geometry).map(
    (rings): Rings =>
      rings.map((ring) => ring.map((position): Position => projection(position[0]!, position[1]!))),
  );
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}
