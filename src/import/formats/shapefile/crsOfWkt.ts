import { normalCrs } from '../../geometry/normalCrs.ts';

/** A bracket of well-known text: `SPHEROID["GRS_1980",6378137.0,298.257222101]`. */
interface Bracket {
  readonly keyword: string;
  readonly values: readonly (string | number)[];
  readonly parts: readonly Bracket[];
}

/**
 * The EPSG code of a coordinate system written as well-known text (ESRI, OGC 1 or 2), such as a `.prj`. Its own code
 * decides; without one its projection, parameters and datum, because names are written in many ways; the name alone only
 * where there are no parameters. Null: none of the systems we can tell.
 */
export function crsOfWkt(text: string): string | null {
  const root = parseWkt(text);
  const system = root && horizontal(root);
  if (!system) return null;
  const own = ownCrs(system);
  if (own !== null) return own;
  const byParts = isProjected(system) ? projectedCode(system) : geographicCode(system);
  return byParts === null ? null : `EPSG:${byParts}`;
}

/** The system of a code under the number by which it is known here. */
export function crsOfCode(code: number): string {
  return normalCrs(String(code)) ?? `EPSG:${code}`;
}

/** The code of the system itself. The numbers of ESRI count only where they stand for one of EPSG. */
function ownCrs(system: Bracket): string | null {
  for (const part of system.parts) {
    if (part.keyword !== 'AUTHORITY' && part.keyword !== 'ID') continue;
    const [authority, code] = part.values;
    const number = Number(code);
    if (!Number.isInteger(number) || number <= 0) continue;
    const is = String(authority).toUpperCase();
    const crs = crsOfCode(number);
    if (is === 'EPSG' || (is === 'ESRI' && crs !== `EPSG:${number}`)) return crs;
  }
  return null;
}

function projectedCode(system: Bracket): number | null {
  const unit = last(system.parts, ['UNIT', 'LENGTHUNIT']);
  const metres = unit ? Number(unit.values[1] ?? 1) : 1;
  if (Math.abs(metres - 1) > 1e-9) return null;
  const datum = datumOf(system);
  const method = methodOf(system);
  const parameters = parametersOf(system);
  const read = (name: string, otherwise: number): number => parameters.get(name) ?? otherwise;
  if (method === null || parameters.size === 0) return codeByName(nameOf(system));
  const lon = read('lon', 0);
  const lat = read('lat', 0);
  const scale = read('scale', 1);
  const easting = read('easting', 0);
  const northing = read('northing', 0);
  if (/mercator/.test(method) && !/transverse/.test(method)) {
    const isWeb = /auxiliary|pseudo|popular|1sp/.test(method) || /pseudo|web_mercator/.test(nameOf(system));
    return isWeb && near(lon, 0) && near(easting, 0) && near(northing, 0) ? 3857 : null;
  }
  if (/transverse_mercator|gauss_kruger/.test(method)) {
    if (!near(lat, 0) || !near(northing, 0)) return null;
    if (near(scale, 0.9996)) return utmCode(datum, lon, easting);
    return near(scale, 1) ? gaussKruegerCode(datum, lon, easting) : null;
  }
  if (/lambert_azimuthal/.test(method)) {
    const isEurope = near(lat, 52) && near(lon, 10) && near(easting, 4_321_000) && near(northing, 3_210_000);
    return isEurope && datum === 'etrs89' ? 3035 : null;
  }
  return null;
}

function utmCode(datum: Datum | null, lon: number, easting: number): number | null {
  const zone = (lon + 183) / 6;
  if (!Number.isInteger(zone) || zone < 31 || zone > 34) return null;
  if (near(easting, 500_000)) {
    if (datum === 'etrs89') return 25_800 + zone;
    return datum === 'wgs84' ? 32_600 + zone : null;
  }
  // The zone stands before the easting: the order of the land survey of several states.
  if (datum === 'etrs89' && near(easting, zone * 1_000_000 + 500_000)) {
    if (zone === 32) return 4647;
    if (zone === 33) return 5650;
  }
  return null;
}

function gaussKruegerCode(datum: Datum | null, lon: number, easting: number): number | null {
  const zone = lon / 3;
  if (!Number.isInteger(zone) || zone < 2 || zone > 5) return null;
  if (!near(easting, zone * 1_000_000 + 500_000)) return null;
  if (datum === 'dhdn') return 31_464 + zone;
  if (datum === 'rauenberg' && zone >= 4) return 3394 + zone;
  return null;
}

function geographicCode(system: Bracket): number | null {
  const datum = datumOf(system);
  if (datum === 'wgs84') return 4326;
  if (datum === 'etrs89') return 4258;
  return datum === 'dhdn' ? 4314 : null;
}

function codeByName(name: string): number | null {
  const utm = /^(?:etrs_?(?:19)?89|wgs_?(?:19)?84)_utm_(?:zone_)?(3[1-4])n?$/.exec(name);
  if (utm) return (name.startsWith('etrs') ? 25_800 : 32_600) + Number(utm[1]);
  const gauss = /^dhdn(?:_3)?(?:_degree)?_gauss(?:_kruger)?_zone_([2-5])$/.exec(name);
  if (gauss) return 31_464 + Number(gauss[1]);
  if (/^wgs_?(?:19)?84_(?:web_mercator(?:_auxiliary_sphere)?|pseudo_mercator)$/.test(name)) return 3857;
  return /^etrs_?(?:19)?89_(?:extended_)?(?:laea|laea_europe)$/.test(name) ? 3035 : null;
}

type Datum = 'etrs89' | 'wgs84' | 'dhdn' | 'rauenberg';

function datumOf(system: Bracket): Datum | null {
  const datum = find(system, ['DATUM', 'GEODETICDATUM', 'TRF', 'ENSEMBLE']);
  const name = datum ? nameOf(datum) : '';
  if (/etrs|european_terrestrial/.test(name)) return 'etrs89';
  if (/wgs_?(19)?84|world_geodetic_system_1984/.test(name)) return 'wgs84';
  if (/dhdn|deutsches_hauptdreiecksnetz|potsdam/.test(name)) return 'dhdn';
  if (/rauenberg/.test(name)) return 'rauenberg';
  // Writers without a list of datums leave the ellipsoid only.
  if (!/^(?:d_)?(?:unknown|not_specified|user_defined|unnamed|$)/.test(name)) return null;
  const ellipsoid = find(system, ['SPHEROID', 'ELLIPSOID']);
  const axis = Number(ellipsoid?.values[1]);
  const flattening = Number(ellipsoid?.values[2]);
  if (near(axis, 6_378_137)) {
    if (Math.abs(flattening - 298.257222101) < 1e-7) return 'etrs89';
    return Math.abs(flattening - 298.257223563) < 1e-7 ? 'wgs84' : null;
  }
  return Math.abs(axis - 6_377_397.155) < 0.01 ? 'dhdn' : null;
}

function methodOf(system: Bracket): string | null {
  const method = find(system, ['PROJECTION', 'METHOD']);
  return method ? nameOf(method) : null;
}

const parameterNames: Readonly<Record<string, string>> = {
  latitude_of_origin: 'lat',
  latitude_of_center: 'lat',
  latitude_of_natural_origin: 'lat',
  central_meridian: 'lon',
  longitude_of_center: 'lon',
  longitude_of_natural_origin: 'lon',
  scale_factor: 'scale',
  scale_factor_at_natural_origin: 'scale',
  false_easting: 'easting',
  false_northing: 'northing',
};

function parametersOf(system: Bracket): ReadonlyMap<string, number> {
  const parameters = new Map<string, number>();
  const visit = (bracket: Bracket): void => {
    if (bracket.keyword === 'PARAMETER') {
      const name = parameterNames[nameOf(bracket)];
      const value = Number(bracket.values[1]);
      if (name !== undefined && Number.isFinite(value)) parameters.set(name, value);
    }
    for (const part of bracket.parts) visit(part);
  };
  visit(system);
  return parameters;
}

function isProjected(system: Bracket): boolean {
  return ['PROJCS', 'PROJCRS', 'PROJECTEDCRS'].includes(system.keyword);
}

/** The part about the plane of a system that also has heights, or that comes with a transformation. */
function horizontal(root: Bracket): Bracket | null {
  if (isProjected(root)) return root;
  if (['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS', 'GEODETICCRS'].includes(root.keyword)) return root;
  if (!['COMPD_CS', 'COMPOUNDCRS', 'BOUNDCRS', 'SOURCECRS'].includes(root.keyword)) return null;
  for (const part of root.parts) {
    const found = horizontal(part);
    if (found) return found;
  }
  return null;
}

function nameOf(bracket: Bracket): string {
  return String(bracket.values[0] ?? '')
    .trim()
    .toLowerCase()
    .replaceAll('ü', 'u')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

function find(bracket: Bracket, keywords: readonly string[]): Bracket | null {
  if (keywords.includes(bracket.keyword)) return bracket;
  for (const part of bracket.parts) {
    const found = find(part, keywords);
    if (found) return found;
  }
  return null;
}

function last(parts: readonly Bracket[], keywords: readonly string[]): Bracket | undefined {
  return parts.findLast((part) => keywords.includes(part.keyword));
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}

const deepest = 20;

function parseWkt(text: string): Bracket | null {
  const tokens = text.slice(0, 20_000).match(/"(?:[^"]|"")*"|[[\](),]|[^\s[\](),"]+/g) ?? [];
  let at = 0;
  const bracket = (depth: number): Bracket | null => {
    const keyword = tokens[at++];
    const open = tokens[at++];
    if (keyword === undefined || (open !== '[' && open !== '(') || depth > deepest) return null;
    const values: (string | number)[] = [];
    const parts: Bracket[] = [];
    while (at < tokens.length) {
      const token = tokens[at]!;
      if (token === ']' || token === ')') {
        at++;
        return { keyword: keyword.toUpperCase(), values, parts };
      }
      const next = tokens[at + 1];
      if (token === ',') at++;
      else if (token.startsWith('"')) {
        values.push(token.slice(1, -1).replaceAll('""', '"'));
        at++;
      } else if (next === '[' || next === '(') {
        const part = bracket(depth + 1);
        if (!part) return null;
        parts.push(part);
      } else {
        const number = Number(token);
        values.push(Number.isNaN(number) ? token : number);
        at++;
      }
    }
    return null;
  };
  return bracket(0);
}
