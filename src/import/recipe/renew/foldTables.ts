import type { Part, Table } from '../numberCells.ts';

/**
 * The tables of a recipe after new parts were read: parts of one table where they are read alike, tables of their own
 * where they are not. Parts whose file is gone make way, unless nothing else is left.
 */
export function foldTables(
  table: Table,
  kept: readonly Part[],
  fresh: readonly Table[],
  isThere: (file: string) => boolean,
): readonly Table[] {
  if (fresh.length === 0 && kept.length === 0) return [table];
  const tables: Table[] = [];
  if (kept.length > 0) {
    const joins = table.joins.filter((join) => isThere(join.file) || !isReplaced(join.as, fresh));
    tables.push({ ...table, joins, parts: [...kept] });
  }
  const ids = new Set([table.id]);
  for (const made of fresh) {
    const base = tables.find((candidate) => readsAlike(candidate, made));
    if (base) {
      tables[tables.indexOf(base)] = {
        ...base,
        parts: [...base.parts, ...made.parts.map((part) => beside(base, made, part))],
      };
      continue;
    }
    const year = made.parts[0]?.year;
    const id = tables.length === 0 ? table.id : free(`${table.id}-${year ?? 'neu'}`, ids);
    ids.add(id);
    tables.push({ ...made, id });
  }
  return tables;
}

function isReplaced(as: string, fresh: readonly Table[]): boolean {
  return fresh.some((made) => made.joins.some((join) => join.as === as));
}

/** What a part cannot say of itself. Joins and columns it can. */
function readsAlike(one: Table, other: Table): boolean {
  const shared = ({ id: _, parts: _parts, columns: _columns, joins: _joins, ...rest }: Table): string =>
    JSON.stringify(rest);
  return shared(one) === shared(other);
}

/** A part beside others: it says what is not as in its table. */
function beside(base: Table, made: Table, part: Part): Part {
  const columns: Part['columns'] = {};
  for (const [variable, spec] of Object.entries({ ...made.columns, ...part.columns })) {
    if (JSON.stringify(base.columns[variable]) !== JSON.stringify(spec)) columns[variable] = spec;
  }
  for (const variable of Object.keys(base.columns)) {
    if (!Object.hasOwn(made.columns, variable)) columns[variable] = null;
  }
  const joins = made.joins.filter(
    (join) => !base.joins.some((known) => JSON.stringify(known) === JSON.stringify(join)),
  );
  return { ...part, joins: [...part.joins, ...joins], columns };
}

function free(id: string, taken: ReadonlySet<string>): string {
  let n = 2;
  let name = id;
  while (taken.has(name)) name = `${id}-${n++}`;
  return name;
}
