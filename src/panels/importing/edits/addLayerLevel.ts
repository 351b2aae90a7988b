import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { familyIn } from '#import/plan/familyWords.ts';
import { Ids } from '#import/plan/ids.ts';
import type { ImportPlan, LevelPlan } from '#import/plan/plan.ts';

/** Makes a level of a layer that was not proposed as one, under its best key. */
export function addLayerLevel(plan: ImportPlan, layer: InspectedLayer): ImportPlan {
  const key = layer.keys[0]?.property ?? layer.names[0] ?? '';
  const words = familyIn([layer.layer, layer.file, key]);
  const ids = new Ids(plan.levels.map(({ id }) => id));
  const families = new Ids(plan.levels.map(({ family }) => family));
  const level: LevelPlan = {
    id: ids.take(layer.layer || layer.file, 'gebiete'),
    family: families.take(words.id, 'gebiet'),
    familyName: words.name.de,
    familyPlural: words.plural.de,
    vintage: '',
    validFrom: null,
    validTo: null,
    from: {
      kind: 'layer',
      layer: layer.id,
      crs: layer.crs.crs ?? '',
      swapped: layer.crs.swapped,
      key,
      name: layer.names[0] ?? key,
      pad: null,
    },
  };
  return { ...plan, levels: [...plan.levels, level] };
}
