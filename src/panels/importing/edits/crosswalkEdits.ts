import type { CrosswalkPlan, ImportPlan } from '#import/plan/plan.ts';

/** Says how figures get from one vintage to another; null: not at all. */
export function setCrosswalk(
  plan: ImportPlan,
  from: string,
  to: string,
  by: CrosswalkPlan['by'] | null,
): ImportPlan {
  const others = plan.crosswalks.filter((one) => one.from !== from || one.to !== to);
  return { ...plan, crosswalks: by === null ? others : [...others, { from, to, by }] };
}

/** Changes the crosswalk that stands in a table. */
export function changeCrosswalkTable(
  plan: ImportPlan,
  table: string,
  change: {
    readonly from?: string;
    readonly to?: string;
    readonly fromColumn?: string;
    readonly toColumn?: string;
    readonly weightColumn?: string;
  },
): ImportPlan {
  const { from, to, ...columns } = change;
  return {
    ...plan,
    crosswalks: plan.crosswalks.map((one) =>
      one.by.kind === 'table' && one.by.table === table
        ? { from: from ?? one.from, to: to ?? one.to, by: { ...one.by, ...columns } }
        : one,
    ),
  };
}

/** Pairs of vintages of one kind of area that could be joined: as they are joined already, else older first. */
export function vintagePairs(plan: ImportPlan): readonly (readonly [from: string, to: string])[] {
  const families = new Map<string, string[]>();
  const ordered = [...plan.levels].sort((a, b) =>
    a.vintage.localeCompare(b.vintage, 'de', { numeric: true }),
  );
  for (const { family, id } of ordered) families.set(family, [...(families.get(family) ?? []), id]);
  return [...families.values()].flatMap((ids) =>
    ids.flatMap((from, at) =>
      ids
        .slice(at + 1)
        .map((to) =>
          plan.crosswalks.some((one) => one.from === to && one.to === from)
            ? ([to, from] as const)
            : ([from, to] as const),
        ),
    ),
  );
}
