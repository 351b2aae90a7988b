import { normalCrs } from '../../geometry/normalCrs.ts';

export interface SrsFinding {
  /** Null when the name is none we know. */
  readonly crs: string | null;
  /** Does the first number of a position run north, by the rule for names of this kind? */
  readonly northFirst: boolean;
}

/** Names by which the German land surveys call their systems (AdV). */
const surveys: readonly (readonly [RegExp, string])[] = [
  [/^etrs89_utm32$/, 'EPSG:25832'],
  [/^etrs89_utm33$/, 'EPSG:25833'],
  [/^etrs89_utm31$/, 'EPSG:25831'],
  [/^etrs89_lat-lon$/, 'EPSG:4258'],
  [/^(?:de_)?dhdn_3gk2/, 'EPSG:31466'],
  [/^(?:de_)?dhdn_3gk3/, 'EPSG:31467'],
  [/^(?:de_)?dhdn_3gk4/, 'EPSG:31468'],
  [/^(?:de_)?dhdn_3gk5/, 'EPSG:31469'],
];

/** Systems whose definition names north (or latitude) before east. */
const northFirstCodes = [4326, 4258, 4314, 4839, 3034, 3035, 3044, 3045, 31466, 31467, 31468, 31469];

/**
 * The system of a `srsName`. Names as URN and as address of a definition mean the order of axes of the definition, which
 * for degrees is latitude, longitude; the old short forms (`EPSG:4326`, `…epsg.xml#4326`) mean x, y.
 */
export function crsOfSrsName(name: string): SrsFinding {
  const text = name.trim();
  const adv = /^urn:adv:crs:([\w-]+)/i.exec(text)?.[1]?.toLowerCase();
  if (adv !== undefined) {
    const crs = surveys.find(([pattern]) => pattern.test(adv))?.[1] ?? null;
    return { crs, northFirst: crs === 'EPSG:4258' };
  }
  // Of a system with heights the part about the plane: `urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783`.
  const plane = text.replace(/^urn:ogc:def:crs,crs:([^,]+),.*$/i, 'urn:ogc:def:crs:$1');
  const crs = normalCrs(plane);
  const isFormal = /^urn:/i.test(plane) || /\/def\/crs\//i.test(plane);
  // The number as it stands: under another one the same system may have the other order.
  const code = Number(/(\d+)$/.exec(plane)?.[1] ?? NaN);
  return { crs, northFirst: isFormal && /epsg/i.test(plane) && northFirstCodes.includes(code) };
}

/** West, east, south and north of Germany and what is around it, in the units of the system. */
const extents: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'EPSG:4326': [5, 16, 46.5, 56],
  'EPSG:4258': [5, 16, 46.5, 56],
  'EPSG:4314': [5, 16, 46.5, 56],
  'EPSG:25832': [200_000, 1_000_000, 5_150_000, 6_150_000],
  'EPSG:25833': [-200_000, 600_000, 5_150_000, 6_150_000],
  'EPSG:31466': [2_300_000, 3_100_000, 5_150_000, 6_150_000],
  'EPSG:31467': [3_200_000, 4_000_000, 5_150_000, 6_150_000],
  'EPSG:31468': [4_100_000, 4_900_000, 5_150_000, 6_150_000],
  'EPSG:3035': [3_950_000, 4_750_000, 2_600_000, 3_650_000],
  'EPSG:3857': [550_000, 1_750_000, 5_850_000, 7_550_000],
};

/** Which of two orders of a position lies in Germany; null where both or neither do. */
export function orderInGermany(crs: string, first: number, second: number): 'north' | 'east' | null {
  const extent = Object.hasOwn(extents, crs) ? extents[crs] : undefined;
  if (!extent) return null;
  const [west, east, south, north] = extent;
  const fits = (x: number, y: number): boolean => x >= west && x <= east && y >= south && y <= north;
  const eastFirst = fits(first, second);
  if (eastFirst === fits(second, first)) return null;
  return eastFirst ? 'east' : 'north';
}
