import { levelById, positionsOf } from '#model/lookup.ts';
import type { Crosswalk, Study } from '#model/study.ts';

/** Areas of two vintages that together are the same ground: positions in their levels. */
export interface SameGround {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Less of an area is an inaccuracy of its outline. */
const sliver = 0.005;

/**
 * The smallest sets of areas of two vintages that cover the same ground: an area that did not change, one that was
 * divided and its parts, and so on. Figures of both vintages in one year add up to the same there.
 */
export function sameGround(study: Study, crosswalk: Crosswalk): readonly SameGround[] {
  const from = positionsOf(levelById(study, crosswalk.from));
  const to = positionsOf(levelById(study, crosswalk.to));
  const root = Int32Array.from({ length: from.size + to.size }, (_, i) => i);
  const find = (i: number): number => {
    let top = i;
    while (root[top] !== top) top = root[top]!;
    root[i] = top;
    return top;
  };
  crosswalk.fromKeys.forEach((key, i) => {
    const a = from.get(key);
    const b = to.get(crosswalk.toKeys[i]!);
    if (a === undefined || b === undefined || !(crosswalk.weights[i]! > sliver)) return;
    root[find(a)] = find(from.size + b);
  });
  const grounds = new Map<number, { from: number[]; to: number[] }>();
  for (let i = 0; i < root.length; i++) {
    const top = find(i);
    const ground = grounds.get(top) ?? { from: [], to: [] };
    grounds.set(top, ground);
    if (i < from.size) ground.from.push(i);
    else ground.to.push(i - from.size);
  }
  return [...grounds.values()].filter((ground) => ground.from.length > 0 && ground.to.length > 0);
}
