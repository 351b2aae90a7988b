import type { Inspection } from '#import/inspect/inspection.ts';
import type { LevelPlan } from '#import/plan/plan.ts';
import type { Review } from '#import/plan/review.ts';
import { isLayerLevel } from '../edits/levelEdits.ts';

/** What tells a level from others of the same name: its vintage, else its file; null where the name does. */
export function distinction(level: LevelPlan, levels: readonly LevelPlan[]): string | null {
  const namesakes = levels.filter((one) => one.familyPlural === level.familyPlural);
  if (namesakes.length < 2) return null;
  const vintage = level.vintage.trim();
  const isOwn = vintage !== '' && namesakes.filter((one) => one.vintage.trim() === vintage).length === 1;
  if (isOwn) return vintage;
  return isLayerLevel(level) ? level.from.layer.slice(level.from.layer.lastIndexOf('/') + 1) : level.id;
}

/** Areas of a level after parts were put together: as the plan joins them, else as they were found. */
export function areasOf(level: LevelPlan, inspection: Inspection, review: Review | null): number | null {
  const reviewed = review?.levels.find((one) => one.level === level.id)?.areas;
  if (reviewed !== undefined) return reviewed;
  if (!isLayerLevel(level)) return null;
  const layer = inspection.layers.find(({ id }) => id === level.from.layer);
  if (!layer) return null;
  return layer.keys.find(({ property }) => property === level.from.key)?.distinct ?? layer.features;
}
