import type { ImportPlan, KeyPlan, LevelPlan } from './plan.ts';
import type { KeyRepair } from './review.ts';

/** A plan with one way of matching more rows of a table, as the review offered it. */
export function applyRepair(plan: ImportPlan, table: string, repair: KeyRepair): ImportPlan {
  const planned = plan.tables.find((one) => one.table === table);
  const level = plan.levels.find(({ id }) => id === planned?.level);
  if (!planned || !level) return plan;
  const isKeyOfLayer =
    repair.kind === 'other-property' && level.from.kind === 'layer' && repair.to !== level.from.name;
  if (isKeyOfLayer) {
    return {
      ...plan,
      levels: plan.levels.map((one) => (one.id === level.id ? withKey(one, repair.to) : one)),
    };
  }
  return {
    ...plan,
    tables: plan.tables.map((one) =>
      one.table === table
        ? {
            ...one,
            level: repair.kind === 'other-level' ? repair.to : one.level,
            key: repairedKey(one.key, repair),
          }
        : one,
    ),
  };
}

function repairedKey(key: KeyPlan, { kind, to, map }: KeyRepair): KeyPlan {
  switch (kind) {
    case 'pad':
      return { ...key, pad: Number(to) };
    case 'pad-end':
    case 'strip-end':
    case 'prefix':
      return { ...key, map: { ...key.map, ...map } };
    case 'other-column':
      return { ...key, columns: [to] };
    case 'other-property':
      return { ...key, by: 'name' };
    case 'other-level':
      return key;
  }
}

function withKey(level: LevelPlan, property: string): LevelPlan {
  return level.from.kind === 'layer' ? { ...level, from: { ...level.from, key: property } } : level;
}
