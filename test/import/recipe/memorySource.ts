import type { FileSource } from '#import/pack/source.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import type { RecipeInput } from '#import/recipe/recipe.ts';
import type { Result } from '#model/result.ts';

export type Sources = Readonly<Record<string, string | Uint8Array>>;

export function sourceOf(files: Sources): FileSource {
  return {
    name: 'Quellen',
    read: async (path) => {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return content === undefined
        ? null
        : typeof content === 'string'
          ? new TextEncoder().encode(content)
          : content;
    },
  };
}

export async function build(recipe: RecipeInput, files: Sources): Promise<Result<readonly PackFile[]>> {
  const checked = readRecipe(recipe, 'recipe.json');
  return checked.ok ? buildPack(checked.value, sourceOf(files)) : checked;
}

const t = (text: string): { de: string; en: string } => ({ de: text, en: text });

/** Four square areas in two districts, in UTM 32 as offices keep them, and a table whose keys lost their zeros. */
export function smallRecipe(): RecipeInput & { tables: RecipeInput['tables']; files: RecipeInput['files'] } {
  return {
    recipe: 1,
    name: 'klein',
    title: t('Klein'),
    crs: 'EPSG:25832',
    sources: [{ id: 'default', title: 'a', publisher: 'b', date: '2020', licence: 'c' }],
    families: [
      { id: 'area', name: t('Gebiet'), plural: t('Gebiete') },
      { id: 'district', name: t('Bezirk'), plural: t('Bezirke') },
    ],
    files: [
      { id: 'areas', path: 'areas.geojson', format: 'geojson', crs: 'EPSG:25832', source: 'default' },
      {
        id: 'people',
        path: 'people.csv',
        format: 'csv',
        encoding: 'windows-1252',
        decimal: ',',
        thousands: '.',
        marks: [{ value: '-', label: 'zero' }],
        source: 'default',
      },
      { id: 'names', path: 'names.csv', format: 'csv', source: 'default' },
    ],
    levels: [
      {
        id: 'area',
        family: 'area',
        vintage: '2020',
        geometry: { file: 'areas', key: 'KEY', name: 'NAME' },
        parent: { level: 'district', keyLength: 1 },
      },
      {
        id: 'district',
        family: 'district',
        vintage: '2020',
        geometry: { dissolve: 'area', keyLength: 1, names: { file: 'names', key: 'bez', name: 'name' } },
      },
    ],
    variables: [
      { id: 'residents', name: t('Einwohner'), kind: 'count', unit: 'persons' },
      { id: 'foreigners', name: t('Ausländer'), kind: 'count', unit: 'persons' },
      { id: 'rate', name: t('Quote'), kind: 'value', unit: 'share', stored: 'percent' },
      { id: 'class', name: t('Klasse'), kind: 'value', unit: 'number' },
    ],
    tables: [
      {
        id: 'people',
        level: 'area',
        area: { column: 'Gebiet', pad: 2 },
        parts: [{ file: 'people', year: 2020, where: [{ column: 'Art', equals: 'Gebiet' }] }],
        columns: {
          residents: { column: ['m', 'w'] },
          foreigners: 'Ausl.',
          rate: { column: 'Quote', marks: [{ value: '-9999', label: 'missing' }] },
          class: { column: 'Klasse', map: { hoch: 1, 'sehr niedrig': 4 } },
        },
        signs: [
          { where: [{ column: 'KOM', contains: ['unter 300'] }], sign: 'too-small', except: ['residents'] },
        ],
      },
    ],
    indicators: [],
    groups: [],
    institutions: null,
    editions: [],
  };
}

const square = (x: number, y: number): object => {
  const [e, n] = [500_000 + x * 1000, 5_540_000 + y * 1000];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [e, n],
        [e + 1000, n],
        [e + 1000, n + 1000],
        [e, n + 1000],
        [e, n],
      ],
    ],
  };
};

export function smallSources(): Record<string, string | Uint8Array> {
  const features = (
    [
      ['02', 'Süd', 1, 0],
      ['01', 'Altstadt', 0, 0],
      ['11', 'Nord', 0, 1],
      ['12', 'Wald', 1, 1],
    ] as const
  ).map(([KEY, NAME, x, y]) => ({ type: 'Feature', properties: { KEY, NAME }, geometry: square(x, y) }));
  return {
    'areas.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
    'people.csv': Uint8Array.from(
      Buffer.from(
        'Art;Gebiet;m;w;Ausl.;Quote;Klasse;KOM\n' +
          'Gebiet;1;1.500;1.600;310;12,5;hoch;gültig\n' +
          'Gebiet;2;400;500;-;7,25;sehr niedrig;gültig\n' +
          'Bezirk;0;1.900;2.100;310;11;hoch;Summe\n' +
          'Gebiet;11;800;900;85;-9999;hoch;gültig\n' +
          'Gebiet;12;5;7;0;0;;ungültig (EW unter 300)\n',
        'latin1',
      ),
    ),
    'names.csv': 'bez,name\n0,Süden\n1,Norden\n',
  };
}
