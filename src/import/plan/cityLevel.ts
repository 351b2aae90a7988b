import type { LevelPlan } from './plan.ts';

/** The level whose areas make up the city: the newest vintage of the finest areas that have outlines of their own. */
export function cityLevel(levels: readonly LevelPlan[]): LevelPlan | null {
  const finest = levels.find(({ from }) => from.kind === 'layer');
  const vintages = levels.filter(({ family, from }) => family === finest?.family && from.kind === 'layer');
  return vintages.at(-1) ?? null;
}
