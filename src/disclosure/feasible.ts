import { type CellTable, isShown, type Sum, secretBefore, unknownBefore } from './cellTable.ts';

const mostRounds = 200;

/**
 * Between which values everybody can tell each hidden cell to lie: at least one case (0 where it was unknown from the
 * start), at most what its whole has, narrowed by each sum in turn until nothing changes.
 *
 * Exact where no chain of sums leads back to its beginning (levels of areas); else the true limits may be narrower.
 */
export function feasibleBounds(table: CellTable): {
  readonly least: Float64Array;
  readonly most: Float64Array;
} {
  const { values, state } = table;
  const least = values.map((value, cell) =>
    isShown(table, cell) ? value : isUnknown(state[cell]!) || value === 0 ? 0 : Math.min(1, value),
  );
  const most = values.map((value, cell) => (isShown(table, cell) ? value : table.most[cell]!));
  const open = table.sums.filter((sum) => sum.cells.some((cell) => !isShown(table, cell)));
  for (let round = 0; round < mostRounds; round++) {
    let isChanged = false;
    for (const sum of open) if (narrow(sum, table, least, most)) isChanged = true;
    if (!isChanged) break;
  }
  return { least, most };
}

/** Each term is minus the sum of the others. */
function narrow({ cells, signs }: Sum, table: CellTable, least: Float64Array, most: Float64Array): boolean {
  // Infinite ends are counted, not added: their difference would be no number.
  let [low, high, openLow, openHigh] = [0, 0, 0, 0];
  const from = cells.map((cell, i) => (signs[i] === 1 ? least[cell]! : -most[cell]!));
  const to = cells.map((cell, i) => (signs[i] === 1 ? most[cell]! : -least[cell]!));
  for (let i = 0; i < cells.length; i++) {
    if (Number.isFinite(from[i]!)) low += from[i]!;
    else openLow++;
    if (Number.isFinite(to[i]!)) high += to[i]!;
    else openHigh++;
  }
  let isChanged = false;
  cells.forEach((cell, i) => {
    if (isShown(table, cell)) return;
    const othersLow = rest(low, openLow, from[i]!, -Infinity);
    const othersHigh = rest(high, openHigh, to[i]!, Infinity);
    const newFrom = Math.max(from[i]!, -othersHigh);
    const newTo = Math.min(to[i]!, -othersLow);
    if (newFrom <= from[i]! + 1e-9 && newTo >= to[i]! - 1e-9) return;
    isChanged = true;
    least[cell] = signs[i] === 1 ? newFrom : -newTo;
    most[cell] = signs[i] === 1 ? newTo : -newFrom;
  });
  return isChanged;
}

/** A sum of ends without one of them; `infinite` where one of the others is. */
function rest(sum: number, open: number, own: number, infinite: number): number {
  if (Number.isFinite(own)) return open > 0 ? infinite : sum - own;
  return open > 1 ? infinite : sum;
}

function isUnknown(code: number): boolean {
  return code === secretBefore || code === unknownBefore;
}
