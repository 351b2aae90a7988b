import type { TwoGroupSpec } from '#stats/spec.ts';
import type { Reason } from './answer.ts';
import type { Measurable } from './measureCounts.ts';

/** Why an index came out as NaN. */
export function reasonOf(spec: TwoGroupSpec, { table, near }: Measurable): Reason {
  if (table.groupSum === 0) return 'group-absent';
  if (table.referenceSum === 0) return 'reference-absent';
  if (table.populated < 2) return 'one-area';
  if (spec.needs.length > 0) {
    if (!near) return 'no-geometry';
    if (near.weights.neighbours.length === 0) return 'no-neighbours';
    const { group, total } = near.table;
    const first = total.findIndex((t) => t > 0);
    const isEven = group.every((x, i) => x * total[first]! === group[first]! * total[i]!);
    if (isEven) return 'no-variation';
  }
  return 'undefined';
}
