/** Systems that files of German offices are in, most usual first. */
export const knownSystems = [
  'EPSG:25832',
  'EPSG:25833',
  'EPSG:4326',
  'EPSG:4258',
  'EPSG:3857',
  'EPSG:31466',
  'EPSG:31467',
  'EPSG:31468',
  'EPSG:31469',
  'EPSG:3035',
] as const;

const names: Readonly<Record<string, string>> = {
  'EPSG:25832': 'ETRS89 / UTM 32',
  'EPSG:25833': 'ETRS89 / UTM 33',
  'EPSG:4326': 'WGS 84 (GPS)',
  'EPSG:4258': 'ETRS89',
  'EPSG:3857': 'Web Mercator',
  'EPSG:31466': 'Gauß-Krüger 2',
  'EPSG:31467': 'Gauß-Krüger 3',
  'EPSG:31468': 'Gauß-Krüger 4',
  'EPSG:31469': 'Gauß-Krüger 5',
  'EPSG:3035': 'ETRS89 / LAEA',
};

/** Proper names of coordinate systems, the same in every language. */
export function crsName(crs: string): string {
  const name = names[crs];
  return name ? `${name} · ${crs}` : crs;
}
