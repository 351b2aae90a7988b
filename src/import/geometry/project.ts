import { normalCrs } from './normalCrs.ts';

/** Coordinate systems of German offices; proj4 itself knows only EPSG:4326 and 3857. */
const definitions: Readonly<Record<string, string>> = {
  'EPSG:25831': utm(31),
  'EPSG:25832': utm(32),
  'EPSG:25833': utm(33),
  'EPSG:32632': '+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs',
  'EPSG:32633': '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs',
  // The number of the zone stands in front of the easting.
  'EPSG:4647': utmWithZone(32),
  'EPSG:5650': utmWithZone(33),
  'EPSG:31466': gaussKrueger(2),
  'EPSG:31467': gaussKrueger(3),
  'EPSG:31468': gaussKrueger(4),
  'EPSG:31469': gaussKrueger(5),
  'EPSG:3035':
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:3857':
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  // Soldner, in which Berlin kept its maps until 2011.
  'EPSG:3068': `+proj=cass +lat_0=52.41864827777778 +lon_0=13.62720366666667 +x_0=40000 +y_0=10000 +units=m ${bessel()}`,
  'EPSG:4314': `+proj=longlat ${bessel()}`,
  'EPSG:4258': '+proj=longlat +ellps=GRS80 +no_defs',
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
};

function utm(zone: number): string {
  return `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;
}

function utmWithZone(zone: number): string {
  return (
    `+proj=tmerc +lat_0=0 +lon_0=${zone * 6 - 183} +k=0.9996 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 ` +
    '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs'
  );
}

function gaussKrueger(zone: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 +units=m ${bessel()}`;
}

/** DHDN with the seven parameters of the whole of Germany: good to a few metres. */
function bessel(): string {
  return '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +no_defs';
}

export type Projection = (x: number, y: number) => readonly [number, number];

/**
 * From `crs` (in any way `normalCrs` reads) to WGS 84 lon/lat; null when the system is not known. `swapped`: the pairs
 * come as latitude, longitude or northing, easting.
 */
export function toWgs84(crs: string, swapped = false): Promise<Projection | null> {
  const normal = normalCrs(crs) ?? crs;
  const key = `${normal} ${swapped}`;
  const known = projections.get(key);
  if (known) return known;
  const made = projectionOf(normal).then((project): Projection | null =>
    project && swapped ? (x, y) => project(y, x) : project,
  );
  if (Object.hasOwn(definitions, normal)) projections.set(key, made);
  return made;
}

/** One function per system: what was projected with it is known again by it. */
const projections = new Map<string, Promise<Projection | null>>();

async function projectionOf(crs: string): Promise<Projection | null> {
  const definition = Object.hasOwn(definitions, crs) ? definitions[crs] : undefined;
  if (!definition) return null;
  if (crs === 'EPSG:4326') return (x, y) => [x, y];
  const { default: proj4 } = await import('proj4');
  const converter = proj4(definition, definitions['EPSG:4326']!);
  return (x, y) => {
    // proj4 throws for these.
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [NaN, NaN];
    const [lon, lat] = converter.forward([x, y]);
    return [lon ?? NaN, lat ?? NaN];
  };
}
