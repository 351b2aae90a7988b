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
  'geary.caveat': 'Runs the other way from Moran’s I: small values mean that like lies next to like.',

  'local_moran.name': 'Local Moran’s I',
  'local_moran.sentence':
    'Local Moran’s I is {value}: above 0 the area resembles its neighbours, below 0 it stands out from them.',
  'local_moran.explanation':
    'Compares the share in the area and in its neighbouring areas with the mean of all areas: high beside high, low beside low, high beside low or low beside high. Its mean over all areas is Moran’s I.',
  'local_moran.caveat':
    'Whoever tests hundreds of areas finds some that stand out by chance; the map therefore limits the share of such chance finds. Areas without neighbours have no value.',

  'getis_ord_Gi_star.name': 'Getis–Ord G*',
  'getis_ord_Gi_star.sentence':
    'G* is {value}: above 2 the area and its neighbouring areas together have a strikingly high share, below −2 a strikingly low one.',
  'getis_ord_Gi_star.explanation':
    'Compares the share in the area and its neighbouring areas together with the mean of all areas, in standard deviations. This shows connected parts of the city with high and with low shares.',
  'getis_ord_Gi_star.caveat':
    'A single area that differs from its neighbours is lost in the mean; that is what local Moran’s I is for. Where the shares are very unevenly distributed, ±2 is only a rough guide.',
};
