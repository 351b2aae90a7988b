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
};
