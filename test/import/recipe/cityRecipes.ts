import type { RecipeInput } from '#import/recipe/recipe.ts';

const t = (text: string): { de: string; en: string } => ({ de: text, en: text });
const source = { id: 'default', title: 'a', publisher: 'b', date: 'c', licence: 'd' };
const count = (id: string): RecipeInput['variables'][number] => ({
  id,
  name: t(id),
  kind: 'count',
  unit: 'persons',
});

type File = RecipeInput['files'][number];
type Columns = NonNullable<RecipeInput['tables'][number]['columns']>;

/** Hamburg's Stadtteile at the end of 2013, out of one of the two files in which they are published. */
export function hamburgRecipe(profiles: Omit<File, 'id' | 'source'>, columns: Columns): RecipeInput {
  return {
    recipe: 1,
    name: 'hamburg',
    title: t('Hamburg'),
    crs: 'EPSG:25832',
    sources: [source],
    files: [
      { id: 'stadtteile', path: 'stadtteile_osm.geojson', format: 'geojson', source: 'default' },
      { id: 'profiles', ...profiles, source: 'default' },
    ],
    families: [{ id: 'stadtteil', name: t('Stadtteil'), plural: t('Stadtteile') }],
    levels: [
      {
        id: 'stadtteil',
        family: 'stadtteil',
        vintage: '2013',
        geometry: { file: 'stadtteile', key: 'name', name: 'name' },
      },
    ],
    variables: [
      ...['residents', 'foreigners', 'migration-background', 'sgb2-recipients', 'social-dwellings'].map(
        count,
      ),
      count('foreigners-estimated'),
      { id: 'foreigners-share', name: t('x'), kind: 'value', unit: 'share', weight: 'residents' },
    ],
    tables: [
      {
        id: 'profiles',
        level: 'stadtteil',
        area: { column: 'Stadtgebiet', by: 'name' },
        unmatched: 'drop',
        parts: [{ file: 'profiles', year: 2013 }],
        columns,
      },
    ],
    indicators: [],
    groups: [],
  };
}

export const hamburgCsv: Parameters<typeof hamburgRecipe> = [
  {
    path: 'stadtteilprofile_2014.csv',
    format: 'csv',
    decimal: ',',
    thousands: ' ',
    marks: [
      { value: '-', label: 'zero' },
      { value: '.', label: 'secret' },
    ],
    // The seven Bezirke, four of which are called like one of their Stadtteile, and the city.
    withoutRows: [101, 102, 103, 104, 105, 106, 107, 108],
  },
  {
    residents: 'Bevölkerung',
    foreigners: 'Ausländerinnen und Ausländer',
    'migration-background': 'Bevölkerung mit Migrations-hintergrund',
    'sgb2-recipients': 'Leistungs-empfänger/-innen nach SGB II (Dez 2013)',
    'social-dwellings': 'Sozialwohnungen (Jan 2014)',
    'foreigners-share': { column: 'Ausländeranteil in %', percent: true },
    'foreigners-estimated': {
      column: 'Ausländeranteil in %',
      percent: true,
      of: 'residents',
      rounding: 0.0005,
    },
  },
];

export function nuernbergRecipe(): RecipeInput {
  return {
    recipe: 1,
    name: 'nuernberg',
    title: t('Nürnberg'),
    crs: 'EPSG:25832',
    sources: [source],
    files: [
      { id: 'bezirke', path: 'statistische_bezirke.geojson', format: 'geojson', source: 'default' },
      { id: 'people', path: 'bezirke_2023.csv', format: 'csv', source: 'default' },
    ],
    families: [
      { id: 'bezirk', name: t('Statistischer Bezirk'), plural: t('Statistische Bezirke') },
      { id: 'stadtteil', name: t('Stadtteil'), plural: t('Stadtteile') },
    ],
    levels: [
      {
        id: 'bezirk',
        family: 'bezirk',
        vintage: '2023',
        geometry: { file: 'bezirke', key: 'code_bez', name: 'name_bez' },
        parent: { level: 'stadtteil', keyLength: 1 },
      },
      {
        id: 'stadtteil',
        family: 'stadtteil',
        vintage: '2023',
        geometry: { dissolve: 'bezirk', keyLength: 1 },
      },
    ],
    variables: ['residents', 'foreigners', 'migration-background', 'age-03-06'].map(count),
    tables: [
      {
        id: 'people',
        level: 'bezirk',
        area: { column: 'code_bez' },
        missingAreas: 'refuse',
        parts: [{ file: 'people', year: 2023 }],
        columns: {
          residents: 'einwohner',
          foreigners: 'einwohner_auslaender',
          'migration-background': 'einwohner_migration',
          'age-03-06': 'age_03_06',
        },
      },
    ],
    indicators: [],
    groups: [],
  };
}

/** Primary schools of Duisburg: a list, its index in CP850, and positions in UTM out of the ministry's register. */
export function duisburgRecipe(): RecipeInput {
  return {
    recipe: 1,
    name: 'duisburg',
    title: t('Duisburg'),
    crs: 'EPSG:25832',
    sources: [source],
    files: [
      // No areas of Duisburg are among the published files: one square around it stands for the city.
      { id: 'city', path: 'city.geojson', format: 'geojson', source: 'default' },
      {
        id: 'schools',
        path: 'schulen_2024_25_sozialindex_startchancen.csv',
        format: 'csv',
        source: 'default',
      },
      { id: 'register', path: 'schulen_grunddaten.csv', format: 'csv', source: 'default' },
      { id: 'index', path: 'schulsozialindex_2025_26_raw.csv', format: 'csv', source: 'default' },
    ],
    families: [{ id: 'city', name: t('Stadt'), plural: t('Städte') }],
    levels: [
      { id: 'city', family: 'city', vintage: '2025', geometry: { file: 'city', key: 'key', name: 'key' } },
    ],
    variables: [],
    tables: [],
    indicators: [],
    groups: [],
    institutions: {
      forms: [{ id: 'primary', kind: 'school', name: t('Grundschule'), plural: t('Grundschulen') }],
      providers: [
        { id: 'public', name: t('öffentlich'), public: true },
        { id: 'other', name: t('andere'), public: false },
      ],
      tables: [
        {
          file: 'schools',
          joins: [
            { file: 'register', on: 'Schulnummer', key: 'Schulnummer', as: 'register' },
            { file: 'index', on: 'Schulnummer', key: 'Schulnummer', as: 'index' },
          ],
          where: [
            { column: 'Ort', equals: 'Duisburg' },
            { column: 'Schulform', equals: 'Grundschule' },
          ],
          id: ['{Schulnummer}'],
          name: '{index.Kurzbezeichnung}',
          form: { value: 'primary' },
          provider: { column: 'Rechtsstatus', map: { Öffentlich: 'public' }, default: 'other' },
          lon: 'register.UTMRechtswert',
          lat: 'register.UTMHochwert',
          positionCrs: 'EPSG:25832',
          flags: [
            { flag: 'startchancen', where: [{ column: 'Startchancen-Schule', equals: '1' }] },
            { flag: 'index-9', where: [{ column: 'index.Sozialindexstufe', equals: '9' }] },
          ],
          compositions: [{ year: 2024, total: 'Anzahl', counts: {} }],
        },
      ],
    },
  };
}
