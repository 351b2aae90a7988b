import * as v from 'valibot';
import { classKinds, institutionKinds } from '#model/study.ts';
import { markLabels } from '../columns/parseNumber.ts';
import { differingSigns, id, quartierlupe, text, year } from '../pack/descriptor.ts';

/**
 * A recipe: how official files, as their publishers hand them out, become a city pack. Data, not code: no expressions,
 * only columns, conditions and maps. Documented for people in `data/README.md`; this schema is the authority.
 */
const own = quartierlupe.entries;
const column = v.string();
const mark = v.object({ value: v.string(), label: v.picklist(markLabels) });

/** All given parts must hold. Texts are compared as they stand; `below` and `atLeast` read the cell as a number. */
const condition = v.strictObject({
  column,
  equals: v.optional(v.string()),
  in: v.optional(v.array(v.string())),
  not: v.optional(v.string()),
  contains: v.optional(v.array(v.string())),
  below: v.optional(v.number()),
  atLeast: v.optional(v.number()),
});
const where = v.optional(v.array(condition), []);

/** Columns of another file beside those of this one, as `<as>.<column>`, where the keys agree. */
const join = v.strictObject({ file: id, on: column, key: column, as: id });
const joins = v.optional(v.array(join), []);

const file = v.pipe(
  v.strictObject({
    id,
    path: v.string(),
    format: v.picklist(['csv', 'geojson', 'topojson']),
    encoding: v.optional(v.string(), 'utf-8'),
    /** Found by scoring when not given. */
    delimiter: v.optional(v.string()),
    headerRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    decimal: v.optional(v.string()),
    thousands: v.optional(v.string(), ''),
    marks: v.optional(v.array(mark), []),
    /** CRS of geometry files. */
    crs: v.optional(v.string(), 'EPSG:4326'),
    object: v.optional(v.string()),
    source: id,
    /** Page on which the publisher offers it. */
    offered: v.optional(v.nullable(v.string()), null),
  }),
  v.check((it) => differingSigns(it.decimal, it.thousands), 'decimal = thousands'),
);

const geometry = v.union([
  v.strictObject({ file: id, key: v.string(), name: v.string(), pad: v.optional(v.number()) }),
  /** Areas of a finer level put together by the first characters of their keys. */
  v.strictObject({
    dissolve: id,
    keyLength: v.pipe(v.number(), v.integer(), v.minValue(1)),
    names: v.optional(
      v.union([
        v.strictObject({ file: id, key: column, name: column }),
        v.strictObject({ list: v.record(v.string(), v.string()) }),
      ]),
    ),
  }),
]);

const level = v.strictObject({
  id,
  family: id,
  vintage: v.string(),
  validFrom: v.optional(v.nullable(year), null),
  validTo: v.optional(v.nullable(year), null),
  geometry,
  /** The parent's key is the first characters of the own key. */
  parent: v.optional(
    v.nullable(v.strictObject({ level: id, keyLength: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    null,
  ),
});

/** Where a number comes from: a column, or the sum of several. */
const numberSpec = v.union([
  column,
  v.strictObject({
    column: v.union([column, v.array(column)]),
    marks: v.optional(v.array(mark)),
    /** Cell text → number, for classes written as words or signs. */
    map: v.optional(v.record(v.string(), v.number())),
  }),
]);

const part = v.strictObject({
  file: id,
  /** The year of the whole file, unless the table names a year column. */
  year: v.optional(year),
  where,
  joins,
  /** Added to, or instead of, those of the table; null takes one away. */
  columns: v.optional(v.record(id, v.nullable(numberSpec)), {}),
});

const table = v.strictObject({
  id,
  level: id,
  area: v.strictObject({ column, pad: v.optional(v.pipe(v.number(), v.integer())) }),
  yearColumn: v.optional(column),
  parts: v.pipe(v.array(part), v.minLength(1)),
  where,
  joins,
  columns: v.optional(v.record(id, numberSpec), {}),
  /** Long tables: cells of the columns `by` say which variable the column `value` holds. */
  pivot: v.optional(
    v.strictObject({
      by: v.array(column),
      value: column,
      variables: v.record(
        id,
        v.union([
          v.array(v.string()),
          v.strictObject({ is: v.array(v.string()), marks: v.optional(v.array(mark)) }),
        ]),
      ),
    }),
  ),
  /** Rows whose figures do not count: they get this sign in every column but those in `except`. First match wins. */
  signs: v.optional(
    v.array(
      v.strictObject({
        where: v.pipe(v.array(condition), v.minLength(1)),
        sign: v.picklist(markLabels.filter((label) => label !== 'zero')),
        except: v.optional(v.array(id), []),
      }),
    ),
    [],
  ),
});

/** A word out of a cell: the first rule that holds, else the map of the column, else the default. */
const wordSpec = v.strictObject({
  value: v.optional(id),
  rules: v.optional(v.array(v.strictObject({ where: v.array(condition), value: id })), []),
  column: v.optional(column),
  map: v.optional(v.record(v.string(), id), {}),
  default: v.optional(id),
});

/** `{column}` is replaced; a template with an empty column is passed over. */
const template = v.string();

const institutionTable = v.strictObject({
  file: id,
  joins,
  where,
  /** The first template that is filled and not taken yet. */
  id: v.pipe(v.array(template), v.minLength(1)),
  name: template,
  form: wordSpec,
  provider: wordSpec,
  lon: v.optional(column),
  lat: v.optional(column),
  capacity: v.optional(column),
  address: v.optional(template),
  flags: v.optional(v.array(v.strictObject({ flag: id, where: v.array(condition) })), []),
  /** Rows that agree in all these columns are one institution listed twice; those of the earlier form stay. */
  dedupe: v.optional(v.array(column)),
  compositions: v.optional(
    v.array(
      v.strictObject({
        year,
        classKind: v.optional(v.picklist(classKinds), 'all'),
        total: column,
        counts: v.record(id, column),
      }),
    ),
    [],
  ),
});

const catchment = v.strictObject({
  file: id,
  key: v.string(),
  form: id,
  year,
  /** Institutions whose position lies inside and that are of these forms and providers. */
  matchForms: v.array(id),
  matchProviders: v.optional(v.array(id)),
});

const crosswalk = v.strictObject({
  from: id,
  to: id,
  file: id,
  fromColumn: column,
  toColumn: column,
  weightColumn: column,
  method: v.string(),
});

export const recipeSchema = v.strictObject({
  recipe: v.literal(1),
  name: id,
  title: text,
  notice: v.optional(v.nullable(text), null),
  crs: own.crs,
  licences: v.optional(v.array(v.strictObject({ name: v.string(), title: v.string() })), []),
  sources: own.sources,
  files: v.array(file),
  families: own.families,
  levels: v.pipe(v.array(level), v.minLength(1)),
  variables: own.variables,
  tables: v.array(table),
  indicators: own.indicators,
  groups: own.groups,
  institutions: v.optional(
    v.nullable(
      v.strictObject({
        forms: v.array(v.object({ id, kind: v.picklist(institutionKinds), name: text, plural: text })),
        providers: v.array(v.object({ id, name: text, public: v.boolean() })),
        tables: v.array(institutionTable),
      }),
    ),
    null,
  ),
  catchments: v.optional(v.array(catchment), []),
  crosswalks: v.optional(v.array(crosswalk), []),
  editions: own.editions,
});

export type Recipe = v.InferOutput<typeof recipeSchema>;
export type RecipeInput = v.InferInput<typeof recipeSchema>;
export type Condition = v.InferOutput<typeof condition>;
export type Join = v.InferOutput<typeof join>;
export type RecipeFile = v.InferOutput<typeof file>;
export type NumberSpec = v.InferOutput<typeof numberSpec>;
export type WordSpec = v.InferOutput<typeof wordSpec>;
export type Mark = v.InferOutput<typeof mark>;
