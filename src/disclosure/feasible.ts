import { type CellTable, isShown, type Sum, secretBefore, sumsByCell, unknownBefore } from './cellTable.ts';

const mostVisits = 100;

/**
 * Between which values everybody can tell each hidden cell to lie: at least one case (0 where it was unknown from the
 * start), at most what its whole has, narrowed by each sum until nothing changes.
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
  const sumsOf = sumsByCell(table);
  const waiting = new Set<number>();
  table.sums.forEach((sum, position) => {
    if (sum.cells.some((cell) => !isShown(table, cell))) waiting.add(position);
  });
  // Around a circle of sums limits may close in by ever smaller steps.
  let left = mostVisits * waiting.size;
  for (const position of waiting) {
    if (left-- <= 0) break;
    waiting.delete(position);
    for (const cell of narrow(table.sums[position]!, table, least, most)) {
      for (const other of sumsOf[cell]!) if (other !== position) waiting.add(other);
    }
  }
  return { least, most };
}

/** Each term is minus the sum of the others. @returns cells whose limits are narrower now. */
function narrow(
  { cells, signs }: Sum,
  table: CellTable,
  least: Float64Array,
  most: Float64Array,
): readonly number[] {
  const from = (i: number): number => (signs[i] === 1 ? least[cells[i]!]! : -most[cells[i]!]!);
  const to = (i: number): number => (signs[i] === 1 ? most[cells[i]!]! : -least[cells[i]!]!);
  // Infinite ends are counted, not added: their difference would be no number.
  let [low, high, openLow, openHigh] = [0, 0, 0, 0];
  for (let i = 0; i < cells.length; i++) {
    const [start, end] = [from(i), to(i)];
    if (Number.isFinite(start)) low += start;
    else openLow++;
    if (Number.isFinite(end)) high += end;
    else openHigh++;
  }
  const changed: number[] = [];
  if (openLow > 1 && openHigh > 1) return changed;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (isShown(table, cell)) continue;
    const [start, end] = [from(i), to(i)];
    const newStart = Math.max(start, -rest(high, openHigh, end, Infinity));
    const newEnd = Math.min(end, -rest(low, openLow, start, -Infinity));
    if (newStart <= start + 1e-9 && newEnd >= end - 1e-9) continue;
    changed.push(cell);
    least[cell] = signs[i] === 1 ? newStart : -newEnd;
    most[cell] = signs[i] === 1 ? newEnd : -newStart;
  }
  return changed;
}

/** A sum of ends without one of them; `infinite` where one of the others is. */
function rest(sum: number, open: number, own: number, infinite: number): number {
  if (Number.isFinite(own)) return open > 0 ? infinite : sum - own;
  return open > 1 ? infinite : sum;
}

function isUnknown(code: number): boolean {
  return code === secretBefore || code === unknownBefore;
}
