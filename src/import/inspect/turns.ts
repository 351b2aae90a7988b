/** Lets others have their turn. */
export type Turn = () => Promise<void>;

/** Rows, or cells, that are looked at before others have their turn: some ten milliseconds. */
const rowsAtOnce = 65_536;

/** Is it time to let others have their turn, after row `i` of a long loop? */
export function isTurn(i: number): boolean {
  return i % rowsAtOnce === rowsAtOnce - 1;
}

/** The same after column `c` of a table of so many rows, of which all cells are looked at. */
export function isTurnOfColumn(c: number, rows: number): boolean {
  const columnsAtOnce = Math.max(1, Math.floor(rowsAtOnce / Math.max(1, rows)));
  return c % columnsAtOnce === columnsAtOnce - 1;
}
