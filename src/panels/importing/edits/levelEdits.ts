import { familyIn } from '#import/plan/familyWords.ts';
import { Ids } from '#import/plan/ids.ts';
import type { ImportPlan, LevelPlan } from '#import/plan/plan.ts';

type LayerLevel = LevelPlan & { readonly from: { readonly kind: 'layer' } };
type PrefixLevel = LevelPlan & { readonly from: { readonly kind: 'prefix' } };

export function isLayerLevel(level: LevelPlan): level is LayerLevel {
  return level.from.kind === 'layer';
}

export function isPrefixLevel(level: LevelPlan): level is PrefixLevel {
  return level.from.kind === 'prefix';
}

export function changeLevel(
  plan: ImportPlan,
  id: string,
  change: Partial<Omit<LevelPlan, 'id' | 'from'>>,
): ImportPlan {
  return mapLevel(plan, id, (level) => ({ ...level, ...change }));
}

/** Vintages of one kind of area share its words. */
export function nameFamily(
  plan: ImportPlan,
  family: string,
  words: Partial<Pick<LevelPlan, 'familyName' | 'familyPlural'>>,
): ImportPlan {
  return {
    ...plan,
    levels: plan.levels.map((level) => (level.family === family ? { ...level, ...words } : level)),
  };
}

export function changeLayer(
  plan: ImportPlan,
  id: string,
  change: Partial<Omit<LayerLevel['from'], 'kind'>>,
): ImportPlan {
  return mapLevel(plan, id, (level) =>
    isLayerLevel(level) ? { ...level, from: { ...level.from, ...change } } : level,
  );
}

export function changePrefix(
  plan: ImportPlan,
  id: string,
  change: Partial<Omit<PrefixLevel['from'], 'kind'>>,
): ImportPlan {
  return mapLevel(plan, id, (level) =>
    isPrefixLevel(level) ? { ...level, from: { ...level.from, ...change } } : level,
  );
}

/** A coarser level whose areas are those with the same first characters of their keys. */
export function addPrefixLevel(plan: ImportPlan, of: string, keyLength: number): ImportPlan {
  const finer = plan.levels.find((level) => level.id === of);
  if (!finer) return plan;
  const words = familyIn(['Bezirk']);
  const families = new Ids(plan.levels.map(({ family }) => family));
  const levels = new Ids(plan.levels.map(({ id }) => id));
  const family = families.take(words.id, 'gebiet');
  const level: LevelPlan = {
    id: levels.take(`${family}-${finer.vintage}`, family),
    family,
    familyName: words.name.de,
    familyPlural: words.plural.de,
    vintage: finer.vintage,
    validFrom: finer.validFrom,
    validTo: finer.validTo,
    from: { kind: 'prefix', level: of, keyLength, names: {} },
  };
  return { ...plan, levels: [...plan.levels, level] };
}

/** Takes a level away, those put together from it, and what is read for it. */
export function removeLevel(plan: ImportPlan, id: string): ImportPlan {
  const gone = new Set([id]);
  for (const level of plan.levels) {
    if (isPrefixLevel(level) && gone.has(level.from.level)) gone.add(level.id);
  }
  const levels = plan.levels.filter((level) => !gone.has(level.id));
  const first = levels[0]?.id;
  return {
    ...plan,
    levels,
    tables: plan.tables.map((table) =>
      !gone.has(table.level)
        ? table
        : first === undefined
          ? { ...table, use: 'ignore', level: '' }
          : { ...table, level: first },
    ),
    crosswalks: plan.crosswalks.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
}

/** Two levels of the same kind are vintages of each other, or two kinds. */
export function joinFamily(plan: ImportPlan, id: string, family: string): ImportPlan {
  const model = plan.levels.find((level) => level.family === family);
  if (model)
    return changeLevel(plan, id, {
      family,
      familyName: model.familyName,
      familyPlural: model.familyPlural,
    });
  const families = new Ids(plan.levels.map((level) => level.family));
  return changeLevel(plan, id, { family: families.take(family, 'gebiet') });
}

function mapLevel(plan: ImportPlan, id: string, change: (level: LevelPlan) => LevelPlan): ImportPlan {
  return { ...plan, levels: plan.levels.map((level) => (level.id === id ? change(level) : level)) };
}
