import type { exposure as source } from '../../de/indices/exposure.ts';

export const exposure: Readonly<Record<keyof typeof source, string>> = {
  'xPx.name': 'Isolation xPx',
  'xPx.sentence':
    'Among {group}, on average {of100} of 100 people in their own area belong to their own group.',
  'xPx.explanation':
    'How often members of the group find members of their own group in their area. The smallest value is the share of the group in the city, the greatest is 1.',
  'xPx.caveat':
    'Rises already because the group grows. Living in the same area does not yet mean that people meet.',

  'xPy.name': 'Interaction xPy',
  'xPy.sentence':
    'Among {group}, on average {of100} of 100 people in their own area belong to the reference group ({reference}).',
  'xPy.explanation':
    'How often members of the group find members of the reference group in their area. Isolation and interaction add up to 1.',
  'xPy.caveat':
    'A high value means little segregation. Not symmetric: how often the reference group meets the group is another number.',

  'DPxx.name': 'Distance-decay isolation DPxx',
  'DPxx.sentence':
    'If people count less the farther away they live, on average {of100} of 100 people around {group} belong to their own group.',
  'DPxx.explanation':
    'As isolation xPx, but people in other areas count, too, ever less with distance: 37 per cent after one kilometre, 5 per cent after three. Without segregation about the share of the group in the city. DPxx and DPxy add up to 1.',
  'DPxx.caveat':
    'Rises already because the group grows. Depends on measuring in kilometres and on how large the areas are.',

  'DPxy.name': 'Distance-decay interaction DPxy',
  'DPxy.sentence':
    'If people count less the farther away they live, on average {of100} of 100 people around {group} belong to the reference group ({reference}).',
  'DPxy.explanation':
    'As interaction xPy, but people in other areas count, too, ever less with distance. DPxx and DPxy add up to 1.',
  'DPxy.caveat':
    'A high value means little segregation. Depends on measuring in kilometres and on how large the areas are.',
};
