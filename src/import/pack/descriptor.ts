import * as v from 'valibot';
import { disclosureSchema } from '#disclosure/disclosureSchema.ts';
import { classKinds, institutionKinds, themes, units, variableKinds } from '#model/study.ts';
import { decimalFor, markLabels } from '../columns/parseNumber.ts';

/**
 * The shape of `datapackage.json` of a city pack: Frictionless Data Package v2 with one property of our own,
 * `quartierlupe`. Documented for people in `data/README.md`; this schema is the authority.
 */
export const text = v.object({ de: v.string(), en: v.string() });
const statement = v.union([v.string(), text]);
/** Names of JavaScript's own object members are no ids: values are kept in plain objects by id. */
const noMember = v.check((name: string) => !(name in {}), 'no reserved name');
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]*$/i), v.maxLength(80), noMember);
export const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100));

/** Labels are the words of `model/sign.ts` (missing, secret, …) or `zero`; a bare string means missing. */
const missingValue = v.union([v.string(), v.object({ value: v.string(), label: v.picklist(markLabels) })]);

/** One sign cannot part thousands and decimals at once. */
export const differingSigns = (decimal: string | undefined, thousands: string | undefined): boolean =>
  !thousands || decimalFor(decimal, thousands) !== thousands;

const field = v.pipe(
  v.looseObject({
    name: v.string(),
    type: v.optional(v.picklist(['string', 'integer', 'number', 'boolean', 'year', 'any']), 'string'),
    decimalChar: v.optional(v.string()),
    groupChar: v.optional(v.string()),
  }),
  v.check((it) => differingSigns(it.decimalChar, it.groupChar), 'decimalChar ≠ groupChar'),
);

const resource = v.looseObject({
  name: id,
  /** Relative path inside the pack; no `..`, no address. */
  path: v.pipe(v.string(), v.regex(/^(?!\/)(?!.*\.\.)[^:\\]+$/)),
  format: v.picklist(['csv', 'geojson', 'topojson']),
  encoding: v.optional(v.string(), 'utf-8'),
  dialect: v.optional(v.looseObject({ delimiter: v.optional(v.string(), ',') })),
  schema: v.optional(
    v.looseObject({
      fields: v.array(field),
      primaryKey: v.optional(v.union([v.string(), v.array(v.string())])),
      missingValues: v.optional(v.array(missingValue)),
    }),
  ),
});

const measure = v.variant('kind', [
  v.object({ kind: v.literal('share'), numerator: v.array(id), denominator: v.array(id) }),
  v.object({ kind: v.literal('ratio'), numerator: v.array(id), denominator: v.array(id) }),
  v.object({ kind: v.literal('value'), variable: id }),
]);

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const quartierlupe = v.object({
  version: v.literal(1),
  title: text,
  notice: v.optional(v.nullable(text), null),
  invented: v.boolean(),
  crs: v.pipe(v.string(), v.regex(/^EPSG:\d{4,5}$/)),
  /** Finest first. */
  families: v.pipe(v.array(v.object({ id, name: text, plural: text })), v.minLength(1)),
  levels: v.pipe(
    v.array(
      v.object({
        id,
        family: id,
        vintage: v.string(),
        validFrom: v.optional(v.nullable(year), null),
        validTo: v.optional(v.nullable(year), null),
        /** A geojson or topojson resource; `object` names the TopoJSON object. */
        resource: id,
        object: v.optional(v.string()),
        /** Properties of its features. Keys must be strings there. */
        key: v.string(),
        name: v.string(),
        parent: v.optional(v.nullable(v.object({ level: id, property: v.string() })), null),
        /** Of the outlines. */
        source: v.optional(id),
      }),
    ),
    v.minLength(1),
  ),
  variables: v.array(
    v.object({
      id,
      name: text,
      kind: v.picklist(variableKinds),
      unit: v.picklist(units),
      /** What stands in the file: `percent` is divided by 100 on reading. */
      stored: v.optional(v.picklist(['plain', 'percent']), 'plain'),
      weight: v.optional(v.nullable(id), null),
      averagedBy: v.optional(v.nullable(id)),
      source: v.optional(id, 'default'),
      otherSources: v.optional(v.array(id)),
      /** Smallest and largest count that is marked as secret, where the publisher says so. */
      secret: v.optional(
        v.nullable(
          v.pipe(
            v.object({ from: v.pipe(v.number(), v.minValue(0)), to: v.pipe(v.number(), v.minValue(0)) }),
            v.check(({ from, to }) => from <= to, 'from ≤ to'),
          ),
        ),
      ),
      /** The counts are published shares times the count `of`; the true share lies within `rounding` (0…1) of them. */
      estimated: v.optional(
        v.nullable(
          v.object({ from: v.literal('share'), of: id, rounding: v.object({ below: part, above: part }) }),
        ),
      ),
    }),
  ),
  /** Tables `area, year, <variable>…`; columns that are no variable are ignored with a note. */
  observations: v.array(
    v.object({
      level: id,
      resource: id,
      area: v.optional(v.string(), 'area'),
      year: v.optional(v.string(), 'year'),
    }),
  ),
  indicators: v.array(
    v.object({
      id,
      theme: v.picklist(themes),
      name: text,
      short: text,
      definition: text,
      /** With {place} and {figure} ("24 von 100", "9,40 €/m²"), no full stop. */
      sentence: v.optional(v.nullable(text), null),
      numeratorText: v.optional(v.nullable(text), null),
      denominatorText: v.optional(v.nullable(text), null),
      unit: v.picklist(units),
      measure,
      direction: v.picklist(['need', 'resource', 'neutral']),
      decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)), 1),
      source: v.optional(id, 'default'),
      otherSources: v.optional(v.array(id)),
    }),
  ),
  groups: v.array(
    v.object({
      id,
      scope: v.picklist(['residents', 'institutions']),
      name: text,
      ofName: text,
      restName: text,
      count: v.pipe(v.string(), noMember),
      universe: v.string(),
      residentTwin: v.optional(v.nullable(id), null),
      /** Groups that share people with this one and so are never compared with it. */
      overlaps: v.optional(v.array(id)),
    }),
  ),
  /** Table `id, name, form, provider, lon, lat, capacity, address, flags` (flags separated by blanks). */
  institutions: v.optional(
    v.nullable(
      v.object({
        resource: id,
        forms: v.array(v.object({ id, kind: v.picklist(institutionKinds), name: text, plural: text })),
        providers: v.array(v.object({ id, name: text, public: v.boolean() })),
        /** Of the list and of the figures. */
        sources: v.optional(v.array(id)),
      }),
    ),
    null,
  ),
  /** Table `institution, year, class_kind, total, <count key>…`. */
  compositions: v.optional(
    v.nullable(v.object({ resource: id, classKinds: v.optional(v.array(v.picklist(classKinds))) })),
    null,
  ),
  /** GeoJSON with properties `id` and `institutions` (ids separated by blanks). */
  catchments: v.optional(v.array(v.object({ resource: id, form: id, year })), []),
  /** Table `id, name, programme_de, programme_en, start, end, areas` (area keys separated by blanks). */
  programmes: v.optional(v.nullable(v.object({ resource: id, level: id })), null),
  /** Table `from, to, weight`. */
  crosswalks: v.optional(v.array(v.object({ from: id, to: id, resource: id, method: v.string() })), []),
  editions: v.optional(
    v.array(
      v.object({
        year,
        profile: id,
        level: id,
        dataYear: year,
        official: v.optional(v.nullable(v.object({ status: id, dynamics: id })), null),
        outliers: v.optional(v.array(v.object({ area: v.string(), reason: text })), []),
      }),
    ),
    [],
  ),
  sources: v.array(
    v.object({
      id,
      // A proper name stands as such; what is said in German is said in English, too.
      title: statement,
      publisher: statement,
      date: statement,
      licence: statement,
      url: v.optional(v.nullable(v.string()), null),
    }),
  ),
  context: v.optional(v.nullable(v.object({ resource: id })), null),
  /** What may be shown of the figures, as whoever made the pack decided. */
  disclosure: v.optional(v.nullable(disclosureSchema)),
});

export const descriptorSchema = v.looseObject({
  name: id,
  title: v.string(),
  licenses: v.optional(
    v.array(
      v.looseObject({
        name: v.optional(v.string()),
        title: v.optional(v.string()),
        path: v.optional(v.string()),
      }),
    ),
  ),
  resources: v.pipe(v.array(resource), v.minLength(1)),
  quartierlupe,
});

export type Descriptor = v.InferOutput<typeof descriptorSchema>;
export type DescriptorInput = v.InferInput<typeof descriptorSchema>;
