import * as v from 'valibot';
import { longestKey } from '../columns/padKey.ts';
import { markLabels } from '../columns/parseNumber.ts';
import { differingSigns, id } from '../pack/descriptor.ts';

/** Parts of the recipe schema that say how cells are read; `recipe.ts` puts them together. */
export const column = v.string();
export const mark = v.object({ value: v.string(), label: v.picklist(markLabels) });

/** All given parts must hold. Texts are compared as they stand; `below` and `atLeast` read the cell as a number. */
export const condition = v.strictObject({
  column,
  equals: v.optional(v.string()),
  in: v.optional(v.array(v.string())),
  not: v.optional(v.string()),
  contains: v.optional(v.array(v.string())),
  below: v.optional(v.number()),
  atLeast: v.optional(v.number()),
});
export const where = v.optional(v.array(condition), []);

/** Columns of another file beside those of this one, as `<as>.<column>`, where the keys agree. */
const join = v.strictObject({ file: id, on: column, key: column, as: id });
export const joins = v.optional(v.array(join), []);

/** Number of a row of a sheet, from 1, as a spreadsheet counts. */
export const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Length to which zeros in front are filled up. */
export const pad = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestKey)));

/** How the cells of one column are written, where it is not as the file says. */
const reading = {
  marks: v.optional(v.array(mark)),
  decimal: v.optional(v.string()),
  thousands: v.optional(v.string()),
  /** The cells are percent (`7`, `7 %`); in the app they are 0…1, whatever `stored` says of the pack. */
  percent: v.optional(v.boolean()),
};

/** Half a unit of the last digit a publisher gives, as a part of 0…1; two numbers where figures were cut off. */
const rounding = v.union([
  v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  v.strictObject({
    below: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    above: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
]);

/** The cells are shares of the count `of`; the variable becomes the count estimated from them. */
const estimate = { of: v.optional(id), rounding: v.optional(rounding) };
const isWhole = (it: { readonly of?: string; readonly rounding?: unknown }): boolean =>
  (it.of === undefined) === (it.rounding === undefined);

/** Where a number comes from: a column, or the sum of several. */
export const numberSpec = v.union([
  column,
  v.pipe(
    v.strictObject({
      column: v.union([column, v.array(column)]),
      /** Cell text → number, for classes written as words or signs. */
      map: v.optional(v.record(v.string(), v.number())),
      ...reading,
      ...estimate,
    }),
    v.check((it) => isWhole(it), 'of and rounding together'),
    v.check((it) => differingSigns(it.decimal, it.thousands), 'decimal ≠ thousands'),
  ),
]);

export const pivotSpec = v.union([
  v.array(v.string()),
  v.pipe(
    v.strictObject({ is: v.array(v.string()), ...reading, ...estimate }),
    v.check((it) => isWhole(it), 'of and rounding together'),
    v.check((it) => differingSigns(it.decimal, it.thousands), 'decimal ≠ thousands'),
  ),
]);

/** Which area a row is about. */
export const areaSpec = {
  /** Cells of several columns are put together. */
  column: v.union([column, v.pipe(v.array(column), v.minLength(1))]),
  pad,
  /** Cells → key of the area, for those joined by hand; before everything else. */
  map: v.optional(v.record(v.string(), v.string())),
  /** What the cells are: keys, or names, which must be unique among the areas. */
  by: v.optional(v.picklist(['key', 'name']), 'key'),
};
export const area = v.strictObject(areaSpec);

/** A word out of a cell: the first rule that holds, else the map of the column, else the default. */
export const wordSpec = v.strictObject({
  value: v.optional(id),
  rules: v.optional(v.array(v.strictObject({ where: v.array(condition), value: id })), []),
  column: v.optional(column),
  map: v.optional(v.record(v.string(), id), {}),
  default: v.optional(id),
});

export type Condition = v.InferOutput<typeof condition>;
export type Join = v.InferOutput<typeof join>;
export type NumberSpec = v.InferOutput<typeof numberSpec>;
export type PivotSpec = v.InferOutput<typeof pivotSpec>;
export type Rounding = v.InferOutput<typeof rounding>;
export type WordSpec = v.InferOutput<typeof wordSpec>;
export type Mark = v.InferOutput<typeof mark>;
export type AreaSpec = v.InferOutput<typeof area>;
