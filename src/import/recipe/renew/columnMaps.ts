import type { AreaSpec, Condition, Join, NumberSpec, Recipe, WordSpec } from '../recipe.ts';

type Table = Recipe['tables'][number];
type Part = Table['parts'][number];
type InstitutionTable = NonNullable<Recipe['institutions']>['tables'][number];

/** What a column is called now; columns of joined files come as `<as>.<column>`. */
export type Rename = (column: string) => string;

/** The same table with other names of columns. */
export function withColumns(table: Table, rename: Rename): Table {
  return {
    ...table,
    area: areaWith(table.area, rename),
    ...(table.yearColumn === undefined ? {} : { yearColumn: rename(table.yearColumn) }),
    where: whereWith(table.where, rename),
    joins: joinsWith(table.joins, rename),
    parts: table.parts.map((part) => partWith(part, rename)),
    columns: mapValues(table.columns, (spec) => numberWith(spec, rename)),
    ...(table.pivot
      ? { pivot: { ...table.pivot, by: table.pivot.by.map(rename), value: rename(table.pivot.value) } }
      : {}),
    signs: table.signs.map((rule) => ({ ...rule, where: whereWith(rule.where, rename) })),
  };
}

export function institutionsWithColumns(table: InstitutionTable, rename: Rename): InstitutionTable {
  const optional = <K extends 'lon' | 'lat' | 'capacity'>(key: K): Partial<Pick<InstitutionTable, K>> =>
    table[key] === undefined ? {} : ({ [key]: rename(table[key]) } as Pick<InstitutionTable, K>);
  return {
    ...table,
    joins: joinsWith(table.joins, rename),
    where: whereWith(table.where, rename),
    id: table.id.map((text) => templateWith(text, rename)),
    name: templateWith(table.name, rename),
    form: wordWith(table.form, rename),
    provider: wordWith(table.provider, rename),
    ...optional('lon'),
    ...optional('lat'),
    ...optional('capacity'),
    ...(table.area ? { area: { ...areaWith(table.area, rename), level: table.area.level } } : {}),
    ...(table.address === undefined ? {} : { address: templateWith(table.address, rename) }),
    flags: table.flags.map((rule) => ({ ...rule, where: whereWith(rule.where, rename) })),
    ...(table.dedupe ? { dedupe: table.dedupe.map(rename) } : {}),
    compositions: table.compositions.map((one) => ({
      ...one,
      total: rename(one.total),
      counts: mapValues(one.counts, rename),
    })),
  };
}

/** All columns a table names, once each, in the order in which they are met. */
export function columnsOf(table: Table): readonly string[] {
  return collected((rename) => withColumns(table, rename));
}

export function institutionColumnsOf(table: InstitutionTable): readonly string[] {
  return collected((rename) => institutionsWithColumns(table, rename));
}

/** Those of them that stand in the file itself, or in the one that is joined under this name. */
export function ownColumns(columns: readonly string[], joins: readonly Join[], as: string | null): string[] {
  const prefixes = joins.map((join) => `${join.as}.`);
  if (as === null) return columns.filter((name) => !prefixes.some((prefix) => name.startsWith(prefix)));
  return columns.filter((name) => name.startsWith(`${as}.`)).map((name) => name.slice(as.length + 1));
}

function collected(visit: (rename: Rename) => unknown): readonly string[] {
  const names = new Set<string>();
  visit((name) => {
    names.add(name);
    return name;
  });
  return [...names];
}

function partWith(part: Part, rename: Rename): Part {
  return {
    ...part,
    where: whereWith(part.where, rename),
    joins: joinsWith(part.joins, rename),
    columns: mapValues(part.columns, (spec) => (spec === null ? null : numberWith(spec, rename))),
  };
}

function numberWith(spec: NumberSpec, rename: Rename): NumberSpec {
  if (typeof spec === 'string') return rename(spec);
  return {
    ...spec,
    column: typeof spec.column === 'string' ? rename(spec.column) : spec.column.map(rename),
  };
}

function areaWith(area: AreaSpec, rename: Rename): AreaSpec {
  return {
    ...area,
    column: typeof area.column === 'string' ? rename(area.column) : area.column.map(rename),
  };
}

function whereWith(conditions: readonly Condition[], rename: Rename): Condition[] {
  return conditions.map((condition) => ({ ...condition, column: rename(condition.column) }));
}

/** The key of a join is a column of the other file. */
function joinsWith(joins: readonly Join[], rename: Rename): Join[] {
  return joins.map((join) => {
    const key = rename(`${join.as}.${join.key}`);
    const cut = `${join.as}.`.length;
    return { ...join, on: rename(join.on), key: key.slice(cut) };
  });
}

function wordWith(spec: WordSpec, rename: Rename): WordSpec {
  return {
    ...spec,
    rules: spec.rules.map((rule) => ({ ...rule, where: whereWith(rule.where, rename) })),
    ...(spec.column === undefined ? {} : { column: rename(spec.column) }),
  };
}

function templateWith(text: string, rename: Rename): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${rename(name)}}`);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
