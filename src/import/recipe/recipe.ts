import * as v from 'valibot';
import { disclosureSchema } from '#disclosure/disclosureSchema.ts';
import { classKinds, institutionKinds } from '#model/study.ts';
import { markLabels } from '../columns/parseNumber.ts';
import { formatIds } from '../formats/driver.ts';
import { serviceKinds } from '../formats/services/service.ts';
import { differingSigns, id, quartierlupe, text, year } from '../pack/descriptor.ts';
import {
  area,
  areaSpec,
  column,
  condition,
  joins,
  mark,
  numberSpec,
  pad,
  pivotSpec,
  rowNumber,
  where,
  wordSpec,
} from './cellSpecs.ts';

/**
 * A recipe: how official files, as their publishers hand them out, become a city pack. Data, not code: no expressions,
 * only columns, conditions and maps. Documented for people in `data/README.md`; this schema is the authority.
 */
const own = quartierlupe.entries;
const headRow = v.pipe(v.number(), v.integer(), v.minValue(0));
const file = v.pipe(
  v.strictObject({
    id,
    path: v.string(),
    format: v.picklist(formatIds),
    /** Found by evidence when not given, as is the delimiter. */
    encoding: v.optional(v.string()),
    delimiter: v.optional(v.string()),
    /** Sheet of a workbook, or layer of a file with several; without it the first one. */
    sheet: v.optional(v.string()),
    headerRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    /** First and last row of the head, whose cells together are the names; instead of `headerRows`. 0, 0: there is none. */
    head: v.optional(
      v.pipe(
        v.strictObject({ first: headRow, last: headRow }),
        v.check(({ first, last }) => first <= last, 'first ≤ last'),
      ),
    ),
    /** Rows that are no data of this table: notes, sub-headings, sums of others. */
    withoutRows: v.optional(v.array(rowNumber), []),
    /** Columns whose empty cells mean the same as the cell above. */
    fillDown: v.optional(v.array(column), []),
    decimal: v.optional(v.string()),
    thousands: v.optional(v.string(), ''),
    marks: v.optional(v.array(mark), []),
    /** CRS of geometry files; without it the one the file itself names, else degrees of WGS 84. */
    crs: v.optional(v.string()),
    /** Positions stand as latitude, longitude (or northing, easting). */
    swapped: v.optional(v.boolean(), false),
    object: v.optional(v.string()),
    /** The service that delivers it; `path` names the file it is saved as. */
    from: v.optional(
      v.strictObject({
        service: v.picklist(serviceKinds),
        address: v.string(),
        /** Type name, collection id or number. */
        layer: v.string(),
        /** Name of the format to ask for where a person opens the address; the service's own without it. */
        format: v.optional(v.string()),
      }),
    ),
    source: id,
    /** Page on which the publisher offers it. */
    offered: v.optional(v.nullable(v.string()), null),
    /** Where it is not there, all that is read from it is left out with a note. Not for outlines. */
    optional: v.optional(v.boolean()),
  }),
  v.check((it) => differingSigns(it.decimal, it.thousands), 'decimal ≠ thousands'),
);

const geometry = v.union([
  v.strictObject({
    file: id,
    key: v.string(),
    name: v.string(),
    /** Needed where keys are numbers in the file. */
    pad,
    swapped: v.optional(v.boolean(), false),
  }),
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
  area,
  /** Rows about no area of the level: a problem, or left out with a note that says how much that is. */
  unmatched: v.optional(v.picklist(['refuse', 'drop']), 'refuse'),
  /** Areas without a row in a year: a note, or a problem. */
  missingAreas: v.optional(v.picklist(['note', 'refuse']), 'note'),
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
      variables: v.record(id, pivotSpec),
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
  /** CRS of `lon` and `lat` (east and north), where they are no degrees of WGS 84. */
  positionCrs: v.optional(own.crs),
  /** Only the area is known, or where the position is empty: a point inside it, with the flag `position-from-area`. */
  area: v.optional(v.strictObject({ level: id, ...areaSpec })),
  /** Those that lie in no area of this level are left out, with a note; those of which nobody knows where they lie stay. */
  within: v.optional(id),
  /** How numbers are written, where it is not as their file says. */
  decimal: v.optional(v.string()),
  thousands: v.optional(v.string()),
  marks: v.optional(v.array(mark)),
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
  /** Needed where keys are numbers in the file. */
  pad,
  form: id,
  year,
  /** Institutions whose position lies inside and that are of these forms and providers. */
  matchForms: v.array(id),
  matchProviders: v.optional(v.array(id)),
});

const crosswalk = v.union([
  v.strictObject({
    from: id,
    to: id,
    file: id,
    fromColumn: column,
    toColumn: column,
    weightColumn: column,
    method: v.string(),
  }),
  /** Made from the outlines of both levels; weighted by the residents of grid cells where a table of them is given. */
  v.strictObject({
    from: id,
    to: id,
    overlap: v.literal(true),
    grid: v.optional(
      v.nullable(v.strictObject({ file: id, x: column, y: column, crs: own.crs, residents: column })),
      null,
    ),
    method: v.string(),
  }),
]);

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
  disclosure: v.optional(v.nullable(disclosureSchema), null),
});

export type Recipe = v.InferOutput<typeof recipeSchema>;
export type RecipeInput = v.InferInput<typeof recipeSchema>;
export type RecipeFile = v.InferOutput<typeof file>;
export type {
  AreaSpec,
  Condition,
  Join,
  Mark,
  NumberSpec,
  PivotSpec,
  Rounding,
  WordSpec,
} from './cellSpecs.ts';
