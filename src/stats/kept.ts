/*
 * What several indices ask of the same table one after another is worked out once. Only the last answer is kept, so that
 * nothing piles up over thousands of random tables.
 */

/**
 * A computation from a table and what belongs to it (proximities, environments), kept for the last table of each.
 * Both are told apart by identity: a changed table must be another object, as every table of `table.ts` and every
 * replicate is.
 */
export function keptForTable<Table extends object, Owner extends object, Value>(
  compute: (table: Table, owner: Owner) => Value,
): (table: Table, owner: Owner) => Value {
  const asked = new WeakMap<Owner, { readonly table: Table; readonly value: Value }>();
  return (table, owner) => {
    const known = asked.get(owner);
    if (known?.table === table) return known.value;
    const value = compute(table, owner);
    asked.set(owner, { table, value });
    return value;
  };
}

/**
 * A computation from columns of numbers, kept for the last ones. Columns are compared by what they hold: random tables
 * keep the totals of the units, and places stay where they are. Cost of asking again: one comparison per number.
 */
export function keptForColumns<Value>(
  compute: (...columns: readonly Float64Array[]) => Value,
): (...columns: readonly Float64Array[]) => Value {
  let last: { readonly columns: readonly Float64Array[]; readonly value: Value } | null = null;
  return (...columns) => {
    if (last?.columns.every((column, c) => isSameColumn(column, columns[c]!))) return last.value;
    const value = compute(...columns);
    last = { columns: columns.map((column) => column.slice()), value };
    return value;
  };
}

function isSameColumn(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
