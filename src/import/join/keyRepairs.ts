import type { KeyRepair } from '../plan/review.ts';
import type { AreaNames } from './areaKeys.ts';

/** A cell without an area, and in how many rows it stands. */
export type LostCells = ReadonlyMap<string, number>;

/**
 * Ways in which keys are usually written differently, tried on the cells that no area has. Each says how many more rows
 * it would match; none is applied.
 *
 * @param matched Areas that other rows have already: 1 is not short for 10 where 10 is there.
 */
export function writingRepairs(
  lost: LostCells,
  areas: AreaNames,
  matched: ReadonlySet<string> = new Set(),
): readonly KeyRepair[] {
  const lengths = [...new Set([...areas.keys()].map((key) => key.length))].sort((a, b) => a - b);
  const front = commonFront([...areas.keys()]);
  const found: KeyRepair[] = [];
  for (const length of lengths) {
    const to = String(length);
    const tries: readonly (readonly [KeyRepair['kind'], (cell: string) => string])[] = [
      ['pad', (cell) => (/^\d+$/.test(cell) ? cell.padStart(length, '0') : cell)],
      ['pad-end', (cell) => (/^\d+$/.test(cell) ? cell.padEnd(length, '0') : cell)],
      ['strip-end', (cell) => (/^0*$/.test(cell.slice(length)) ? cell.slice(0, length) : cell)],
      ['prefix', (cell) => (cell.length > length && /\d$/.test(cell) ? cell.slice(-length) : cell)],
    ];
    for (const [kind, repaired] of tries) {
      if (kind === 'pad-end' && [...lost.keys()].some((cell) => cell !== '' && matched.has(repaired(cell))))
        continue;
      push(found, kind, to, lost, areas, repaired);
    }
  }
  // Zeros in front are what `pad` brings back.
  if (/[^0]/.test(front)) push(found, 'prefix', front, lost, areas, (cell) => front + cell);
  return found;
}

function push(
  found: KeyRepair[],
  kind: KeyRepair['kind'],
  to: string,
  lost: LostCells,
  areas: AreaNames,
  repaired: (cell: string) => string,
): void {
  let more = 0;
  let example: readonly [string, string] | null = null;
  const map: [string, string][] = [];
  const taken = new Set<string>();
  for (const [cell, rows] of lost) {
    const key = cell === '' ? cell : repaired(cell);
    if (key === cell || !areas.has(key)) continue;
    // Two different cells that would become one key show that something else is meant.
    if (taken.has(key)) return;
    taken.add(key);
    more += rows;
    example ??= [cell, key];
    map.push([cell, key]);
  }
  if (!example) return;
  const repair: KeyRepair = { kind, to, more, example };
  found.push(kind === 'pad' ? repair : { ...repair, map: Object.fromEntries(map) });
}

function commonFront(keys: readonly string[]): string {
  let [front = ''] = keys;
  for (const key of keys) {
    while (!key.startsWith(front)) front = front.slice(0, -1);
  }
  return keys.length > 1 ? front : '';
}
