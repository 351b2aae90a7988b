import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Level, Study } from '#model/study.ts';
import {
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

const folder = fileURLToPath(new URL('../../../shared/data/berlin/', import.meta.url));

/** Said aloud by tests that need the official files. */
export const berlinMissing = existsSync(`${folder}ewr/ewr_202412_plr.csv`)
  ? null
  : `ÜBERSPRUNGEN: die Berliner Dateien liegen nicht unter ${folder}`;

const columns = {
  residents: 'inhabitants',
  germans: 'inhabitants_germans',
  foreigners: 'inhabitants_foreigners',
  'migration-background': 'inhabitants_with_migration_background',
} as const;

/** The population register 2015–2024 over four levels of the system of 2021 and the finest level of the one before. */
export function berlinRegister(): Study {
  const fine = geometryOf('plr_2021', 'PLR_ID');
  const cut = (digits: number) => fine.keys.map((key) => key.slice(0, digits));
  const districts = [...new Set(cut(2))];
  const before = geometryOf('plr_until_2020', 'id');
  const bzr = geometryOf('bzr_2021', 'BZR_ID');
  const pgr = geometryOf('pgr_2021', 'PGR_ID');
  const old: Partial<Level> = { family: 'plr', vintage: 'bis 2020', validTo: 2020 };
  return exampleStudy({
    families: ['plr', 'bzr', 'pgr', 'bez'].map((id) => ({
      id,
      name: { de: id, en: id },
      plural: { de: id, en: id },
    })),
    levels: [
      exampleLevel('plr-2021', fine.keys, {
        family: 'plr',
        validFrom: 2021,
        geometries: fine.geometries,
        parent: { level: 'bzr', keys: cut(6) },
      }),
      exampleLevel('plr-2020', before.keys, { ...old, geometries: before.geometries }),
      exampleLevel('bzr', bzr.keys, {
        geometries: bzr.geometries,
        parent: { level: 'pgr', keys: bzr.keys.map((key) => key.slice(0, 4)) },
      }),
      exampleLevel('pgr', pgr.keys, {
        geometries: pgr.geometries,
        parent: { level: 'bez', keys: pgr.keys.map((key) => key.slice(0, 2)) },
      }),
      exampleLevel('bez', districts),
    ],
    variables: Object.keys(columns).map((id) => exampleVariable(id)),
    groups: [
      exampleGroup('germans'),
      exampleGroup('foreigners'),
      exampleGroup('migration-background', { overlaps: ['foreigners', 'germans'] }),
    ],
    observations: [
      register('plr-2021', fine.keys, [2021, 2022, 2023, 2024]),
      register('plr-2020', before.keys, [2015, 2017, 2019, 2020]),
    ],
  });
}

function register(level: string, keys: readonly string[], years: readonly number[]) {
  const tables = years.map((year) => readCsv(`ewr/ewr_${year}12_plr.csv`));
  return observations(
    level,
    years,
    Object.fromEntries(
      Object.entries(columns).map(([id, column]) => [
        id,
        tables.map((rows) => keys.map((key) => Number(rows.get(key)?.[column] ?? NaN))).map(missing),
      ]),
    ),
  );
}

const missing = (cells: readonly number[]) =>
  cells.map((cell) => (Number.isNaN(cell) ? ('missing' as const) : cell));

function readCsv(path: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const [header = '', ...lines] = readFileSync(folder + path, 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = header.split(',');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      return [cells[0]!, Object.fromEntries(names.map((name, c) => [name, cells[c] ?? '']))];
    }),
  );
}

function geometryOf(file: string, key: string) {
  const { features } = JSON.parse(readFileSync(`${folder}geo/${file}.geojson`, 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  return {
    keys: features.map((feature) => String(feature.properties?.[key])),
    geometries: features.map((feature) => feature.geometry),
  };
}
