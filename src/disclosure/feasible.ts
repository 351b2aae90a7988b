import { type CellTable, isCeilingKnown, secretBefore, shown, unknownBefore } from './cellTable.ts';

const mostVisits = 100;

/** Between which values everybody can tell each cell to lie; beside the cells of a table. */
export interface Bounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * Between which values everybody can tell each hidden cell to lie: at least one case (0 where it was unknown from the
 * start), at most what its whole has, narrowed by each sum until nothing changes.
 *
 * Exact where no chain of sums leads back to its beginning (levels of areas); else the true limits may be narrower.
 *
 * @param open the sums with a cell that is not shown.
 */
export function feasibleBounds(table: CellTable, open: Int32Array): Bounds {
  const { values, state, sums } = table;
  const least = values.slice();
  const most = values.slice();
  for (let cell = 0; cell < values.length; cell++) {
    const code = state[cell]!;
    if (code === shown) continue;
    const value = values[cell]!;
    least[cell] = code === secretBefore || code === unknownBefore || value === 0 ? 0 : Math.min(1, value);
    most[cell] = Infinity;
  }
  for (const ceiling of table.ceilings) {
    for (let a = 0; a < ceiling.all.length; a++) {
      const isOpen = ceiling.parts.some((base) => state[base + a] !== shown);
      if (!isOpen || !isCeilingKnown(table, ceiling, a)) continue;
      for (const base of ceiling.parts) {
        const cell = base + a;
        // Figures that contradict each other tell nothing.
        if (state[cell] === shown || values[cell]! > ceiling.all[a]! + 1e-6) continue;
        most[cell] = Math.min(most[cell]!, ceiling.all[a]!);
      }
    }
  }
  // A ring: no sum waits twice at a time.
  const ring = open.slice();
  const isWaiting = new Uint8Array(sums.size);
  for (const sum of open) isWaiting[sum] = 1;
  let [first, count] = [0, ring.length];
  const changed: number[] = [];
  // Around a circle of sums limits may close in by ever smaller steps.
  for (let left = mostVisits * count; count > 0 && left > 0; left--) {
    const sum = ring[first]!;
    first = first + 1 === ring.length ? 0 : first + 1;
    count--;
    isWaiting[sum] = 0;
    changed.length = 0;
    narrow(table, sum, least, most, changed);
    for (const cell of changed) {
      for (let k = sums.sumStarts[cell]!; k < sums.sumStarts[cell + 1]!; k++) {
        const other = sums.sumsOf[k]!;
        if (other === sum || isWaiting[other] === 1) continue;
        isWaiting[other] = 1;
        ring[(first + count++) % ring.length] = other;
      }
    }
  }
  return { least, most };
}

/** Each term is minus the sum of the others. Cells whose limits are narrower now are added to `changed`. */
function narrow(
  { state, sums }: CellTable,
  sum: number,
  least: Float64Array,
  most: Float64Array,
  changed: number[],
): void {
  const { starts, cells, signs } = sums;
  const end = starts[sum + 1]!;
  // Infinite ends are counted, not added: their difference would be no number.
  let [low, high, openLow, openHigh] = [0, 0, 0, 0];
  for (let k = starts[sum]!; k < end; k++) {
    const cell = cells[k]!;
    const isAdded = signs[k] === 1;
    const from = isAdded ? least[cell]! : -most[cell]!;
    const to = isAdded ? most[cell]! : -least[cell]!;
    if (Number.isFinite(from)) low += from;
    else openLow++;
    if (Number.isFinite(to)) high += to;
    else openHigh++;
  }
  if (openLow > 1 && openHigh > 1) return;
  for (let k = starts[sum]!; k < end; k++) {
    const cell = cells[k]!;
    if (state[cell] === shown) continue;
    const isAdded = signs[k] === 1;
    const from = isAdded ? least[cell]! : -most[cell]!;
    const to = isAdded ? most[cell]! : -least[cell]!;
    const newFrom = Math.max(from, -rest(high, openHigh, to, Infinity));
    const newTo = Math.min(to, -rest(low, openLow, from, -Infinity));
    if (newFrom <= from + 1e-9 && newTo >= to - 1e-9) continue;
    changed.push(cell);
    least[cell] = isAdded ? newFrom : -newTo;
    most[cell] = isAdded ? newTo : -newFrom;
  }
}

/** A sum of ends without one of them; `infinite` where one of the others is. */
function rest(sum: number, open: number, own: number, infinite: number): number {
  if (Number.isFinite(own)) return open > 0 ? infinite : sum - own;
  return open > 1 ? infinite : sum;
}
