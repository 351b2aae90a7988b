import type { IndexSpec } from '#stats/spec.ts';
import type { Reason } from './answer.ts';
import type { Measurable } from './measureIndex.ts';

/** Why an index came out as NaN. */
export function reasonOf({ needs }: Pick<IndexSpec, 'needs'>, { table, near }: Measurable): Reason {
  if (table.groupSum === 0) return 'group-absent';
  if (table.referenceSum === 0) return 'reference-absent';
  if (table.populated < 2) return 'one-area';
  if (needs.length === 0) return 'undefined';
  if (!near) return 'no-geometry';
  const { group, total } = near.table;
  if (near.table.populated < 2) return 'one-area';
  if (needs.includes('weights') && near.context.weights?.neighbours.length === 0) return 'no-neighbours';
  if (needs.includes('borders') && near.context.borders?.neighbours.length === 0) return 'no-neighbours';
  const first = total.findIndex((t) => t > 0);
  const isEven = group.every((x, i) => x * total[first]! === group[first]! * total[i]!);
  if (isEven) return 'no-variation';
  if ((needs.includes('centre') || needs.includes('distances')) && isOnePlace(near)) return 'same-place';
  return 'undefined';
}

function isOnePlace({ table, context: { places } }: NonNullable<Measurable['near']>): boolean {
  if (!places) return false;
  const populated = table.total.findIndex((t) => t > 0);
  return table.total.every(
    (t, i) => t === 0 || (places.x[i] === places.x[populated] && places.y[i] === places.y[populated]),
  );
}
