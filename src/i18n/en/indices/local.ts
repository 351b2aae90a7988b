import type { local as source } from '../../de/indices/local.ts';

export const local: Readonly<Record<keyof typeof source, string>> = {
  'D_contribution.name': 'Contribution to D',
  'D_contribution.sentence':
    'The area adds {value} to the index of dissimilarity (above 0: group over-represented, below 0: under-represented).',
  'D_contribution.explanation':
    'The part of the group that lives here less the part of the reference group, halved. Without their signs the contributions of all areas add up to D.',
  'D_contribution.caveat': 'Large areas tend to add much; the location quotient does not depend on size.',

  'H_contribution.name': 'Contribution to H',
  'H_contribution.sentence':
    'The area adds {value} to Theil’s information index (above 0: less mixed than the city, below 0: more mixed).',
  'H_contribution.explanation':
    'How much less mixed the area is than the city, weighted by its share of the population. The contributions of all areas add up to H exactly.',
  'H_contribution.caveat':
    'Large areas tend to add much. A negative contribution does not mean that the area is composed like the city: it may also have more of the smaller group.',

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

  'M_local.name': 'Local mutual information L',
  'M_local.sentence':
    'The composition of the area is {value} nats away from that of the city (0: as in the whole city).',
  'M_local.explanation':
    'How much the area differs from the city over all groups. Weighted by population, the mean of all areas is M.',
  'M_local.caveat':
    'Does not say which group is more frequent here; the location quotient does. In areas with few people chance raises the value.',

  'local_divergence.name': 'Local divergence',
  'local_divergence.sentence':
    'The area departs from the composition of the city by {of100} per cent of the greatest possible departure.',
  'local_divergence.explanation':
    'Local mutual information relative to that of an area where only the smallest group lives. 0 means as in the whole city.',
  'local_divergence.caveat':
    'Where one group is very small, nearly all values stay low. In areas with few people chance raises the value.',

  'local_E.name': 'Local diversity',
  'local_E.sentence':
    'The area reaches {of100} per cent of the greatest possible mix (100: all groups of equal size).',
  'local_E.explanation':
    'Entropy of the composition of the area, divided by that of equal groups. 0 means one group only.',
  'local_E.caveat':
    'Not a measure of departure from the city: an area can be more mixed than it. Different numbers of groups give different values.',

  'D_multi_contribution.name': 'Contribution to D of several groups',
  'D_multi_contribution.sentence':
    'The area adds {value} to the dissimilarity over all groups (0: composed like the city).',
  'D_multi_contribution.explanation':
    'How many people here are above or below the share of their group in the city. The contributions of all areas add up to the index.',
  'D_multi_contribution.caveat':
    'Large areas tend to add much. Does not say which group is more frequent here.',

  'H_multi_contribution.name': 'Contribution to H of several groups',
  'H_multi_contribution.sentence':
    'The area adds {value} to the information index over all groups (above 0: less mixed than the city, below 0: more mixed).',
  'H_multi_contribution.explanation':
    'How much less mixed the area is than the city over all groups, weighted by its share of the population. The contributions of all areas add up to the index exactly.',
  'H_multi_contribution.caveat':
    'Large areas tend to add much. A negative contribution does not mean that the area is composed like the city.',
};
