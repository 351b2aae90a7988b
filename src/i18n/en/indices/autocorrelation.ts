import type { autocorrelation as source } from '../../de/indices/autocorrelation.ts';

export const autocorrelation: Readonly<Record<keyof typeof source, string>> = {
  'moran.name': 'Moran’s I',
  'moran.sentence':
    'Moran’s I is {value}: above 0 areas with similar shares border on each other, around 0 there is no pattern, below 0 high and low shares alternate.',
  'moran.explanation':
    'Spatial autocorrelation of the share: are neighbouring areas alike? Neighbours are areas with a common border or corner, all with equal weight. The p value says how often shares spread at random would lie together as much.',
  'moran.caveat':
    'Says nothing about how much segregation there is, only about where it lies. Depends on how the areas are cut; without a pattern −1/(n − 1) is expected.',

  'geary.name': 'Geary’s c',
  'geary.sentence':
    'Geary’s c is {value}: below 1 neighbouring areas are alike, around 1 there is no pattern, above 1 they differ markedly.',
  'geary.explanation':
    'Spatial autocorrelation from the differences of neighbouring areas. Looks more than Moran’s I at contrasts between direct neighbours.',
  'geary.caveat': 'Runs the other way round than Moran’s I: small values mean that like lies beside like.',
};
