import type { geometry as german } from '../../de/problems/geometry.ts';

export const geometry: Record<keyof typeof german, string> = {
  'feature-without-key':
    'The feature has no key and was left out. If it belongs to the areas, please add its key in your GIS.',
  'layer-without-areas':
    'The layer has no area with a key and an outline ({n|one feature|# features} read). Please choose another property as the key in the step Areas.',
};
