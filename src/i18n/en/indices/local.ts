import type { local as source } from '../../de/indices/local.ts';

export const local: Readonly<Record<keyof typeof source, string>> = {
  'D_contribution.name': 'Contribution to D',
  'D_contribution.sentence':
    'The area adds {value} to the index of dissimilarity (above 0: group over-represented, below 0: under-represented).',
  'D_contribution.explanation':
    'The part of the group that lives here less the part of the reference group, halved. Without their signs the contributions of all areas add up to D.',
  'D_contribution.caveat': 'Large areas tend to add much; the location quotient does not depend on size.',

  'LQ.name': 'Location quotient',
  'LQ.sentence': 'The share of {group} is {value} times as high here as in the whole city.',
  'LQ.explanation':
    'Share of the group in the area divided by its share in the city. 1 means as in the whole city.',
  'LQ.caveat': 'Fluctuates a lot in areas with few people.',

  'local_distortion.name': 'Local distortion',
  'local_distortion.sentence':
    'Local distortion is {value}: the higher, the farther one must go from here until the surroundings are mixed as the whole city.',
  'local_distortion.explanation':
    'Starting from the area, neighbour after neighbour is added, the nearest first, and each time the people so far are compared with the city. The differences are added up; 0 means mixed as the city from the start.',
  'local_distortion.caveat':
    'Has no upper limit and grows with the number of areas: compare it within the same map only. Areas at the edge of the city tend to be high because their surroundings lie to one side.',
};
