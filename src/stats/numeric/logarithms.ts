const limit = 1 << 16;
let known: Float64Array = Float64Array.of(-Infinity, 0);

/**
 * Natural logarithms of whole numbers [Tafel der Logarithmen ganzer Zahlen].
 *
 * Counts of persons are nearly always small whole numbers; looking their logarithm up is several times faster than
 * computing it. The table is made once and grows as needed.
 *
 * @param most largest number that is going to be looked up.
 * @returns ln n at n, for n up to `most` or 65,535 at least; `logarithm` computes what lies beyond.
 * @example logarithmsUpTo(10)[2] // 0.6931
 */
export function logarithmsUpTo(most: number): Float64Array {
  if (known.length > most || known.length === limit) return known;
  let length = known.length;
  while (length <= most && length < limit) length *= 2;
  const table = new Float64Array(length);
  table.set(known);
  for (let n = known.length; n < length; n++) table[n] = Math.log(n);
  known = table;
  return table;
}

/** ln x, from the table where x is a whole number in it. */
export function logarithm(x: number, table: Float64Array): number {
  const whole = x >>> 0;
  return whole === x && whole < table.length ? table[whole]! : Math.log(x);
}

/** Table for the numbers of a column, and the logarithm of each of them (0 for 0). */
export function logarithmsOf(column: Float64Array): { table: Float64Array; logarithms: Float64Array } {
  let most = 0;
  for (let i = 0; i < column.length; i++) if (column[i]! > most) most = column[i]!;
  const table = logarithmsUpTo(most);
  const logarithms = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) {
    if (column[i]! > 0) logarithms[i] = logarithm(column[i]!, table);
  }
  return { table, logarithms };
}
