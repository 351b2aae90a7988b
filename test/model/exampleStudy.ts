import { type Sign, signCode } from '#model/sign.ts';
import type { Group, Indicator, Level, Study, Variable } from '#model/study.ts';

export type Cell = number | Sign;

/** A Study with nothing in it, to be filled by the test that needs it. */
export function exampleStudy(parts: Partial<Study> = {}): Study {
  return {
    id: 'example',
    title: { de: 'Beispiel', en: 'Example' },
    notice: null,
    invented: true,
    crs: 'EPSG:25833',
    families: [],
    levels: [],
    variables: [],
    indicators: [],
    groups: [],
    observations: [],
    forms: [],
    providers: [],
    institutions: [],
    compositions: [],
    catchments: [],
    programmes: [],
    crosswalks: [],
    editions: [],
    sources: [],
    context: null,
    ...parts,
  };
}

export function exampleLevel(id: string, keys: readonly string[], parts: Partial<Level> = {}): Level {
  return {
    id,
    family: id,
    vintage: '2021',
    validFrom: null,
    validTo: null,
    keys,
    names: keys.map((key) => `Gebiet ${key}`),
    geometries: keys.map(() => null),
    parent: null,
    ...parts,
  };
}

export function exampleVariable(id: string, parts: Partial<Variable> = {}): Variable {
  return {
    id,
    name: { de: id, en: id },
    kind: 'count',
    unit: 'persons',
    weight: null,
    source: 'default',
    ...parts,
  };
}

export function exampleIndicator(id: string, measure: Indicator['measure']): Indicator {
  const text = { de: id, en: id };
  return {
    id,
    theme: 'population',
    name: text,
    short: text,
    definition: text,
    sentence: null,
    numeratorText: null,
    denominatorText: null,
    unit: 'share',
    measure,
    direction: 'neutral',
    decimals: 1,
    source: 'default',
  };
}

export function exampleGroup(id: string, parts: Partial<Group> = {}): Group {
  const text = { de: id, en: id };
  return {
    id,
    scope: 'residents',
    name: text,
    ofName: text,
    restName: { de: 'übrige', en: 'others' },
    count: id,
    universe: 'residents',
    residentTwin: null,
    ...parts,
  };
}

/** Rows per year, cells in the order of the level's areas; a word is a sign instead of a number. */
export function observations(
  level: string,
  years: readonly number[],
  columns: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Study['observations'][number] {
  return {
    level,
    years,
    columns: Object.fromEntries(
      Object.entries(columns).map(([id, rows]) => {
        const cells = rows.flat();
        const signs = Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? 0 : signCode(cell)));
        return [
          id,
          {
            values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
            signs: signs.some((sign) => sign > 0) ? signs : null,
          },
        ];
      }),
    ),
  };
}
