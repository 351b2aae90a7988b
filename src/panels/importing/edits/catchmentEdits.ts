import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { plainCatchments, withForms } from '#import/plan/catchmentForms.ts';
import type { CatchmentPlan, ImportPlan } from '#import/plan/plan.ts';
import { addLayerLevel } from './addLayerLevel.ts';
import { isLayerLevel, removeLevel } from './levelEdits.ts';

export const layerUses = ['areas', 'catchments', 'none'] as const;
export type LayerUse = (typeof layerUses)[number];

export function layerUse(plan: ImportPlan, layer: string): LayerUse {
  if (plan.levels.some((level) => isLayerLevel(level) && level.from.layer === layer)) return 'areas';
  return plan.catchments?.some((one) => one.layer === layer) ? 'catchments' : 'none';
}

/** Makes a layer of polygons the areas of the city, the catchments of its schools, or nothing. */
export function putLayerToUse(plan: ImportPlan, layer: InspectedLayer, use: LayerUse): ImportPlan {
  if (use === layerUse(plan, layer.id)) return plan;
  const before = plan.levels.find((level) => isLayerLevel(level) && level.from.layer === layer.id);
  const key = before && isLayerLevel(before) ? before.from.key : undefined;
  const without = withoutLayer(plan, layer.id);
  switch (use) {
    case 'areas':
      return addLayerLevel(without, layer);
    case 'catchments':
      return {
        ...without,
        catchments: withForms(
          [...(without.catchments ?? []), plainCatchments(layer, key)],
          without.institutions,
        ),
      };
    case 'none':
      return without;
  }
}

function withoutLayer(plan: ImportPlan, layer: string): ImportPlan {
  const level = plan.levels.find((one) => isLayerLevel(one) && one.from.layer === layer);
  const rest = level ? removeLevel(plan, level.id) : plan;
  return {
    ...rest,
    catchments: rest.catchments?.filter((one) => one.layer !== layer),
    // What is written beside the outlines was about these areas.
    tables: rest.tables.map((table) => (table.table === layer ? { ...table, use: 'ignore' } : table)),
  };
}

export function changeCatchments(
  plan: ImportPlan,
  layer: string,
  change: Partial<Omit<CatchmentPlan, 'layer'>>,
): ImportPlan {
  return {
    ...plan,
    catchments: plan.catchments?.map((one) => (one.layer === layer ? { ...one, ...change } : one)),
  };
}
