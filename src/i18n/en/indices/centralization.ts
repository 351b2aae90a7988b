import type { centralization as source } from '../../de/indices/centralization.ts';

export const centralization: Readonly<Record<keyof typeof source, string>> = {
  'ACE.name': 'Absolute centralization ACE',
  'ACE.sentence':
    'Absolute centralization is {value}: above 0 the group lives nearer to the centre than the city’s land area would suggest, below 0 farther out.',
  'ACE.explanation':
    'Orders the areas by their distance from the centre and compares how fast the group and the land add up on the way outwards. −1 means at the very edge, 1 in the very centre.',
  'ACE.caveat':
    'In almost every city people live more densely around the centre; what matters is the distance to the value under chance. Depends on what is taken as the centre: unless stated, the centroid of the population. Of little meaning in cities with several centres.',

  'RCE.name': 'Relative centralization RCE',
  'RCE.sentence':
    'Relative centralization is {value}: above 0 the group lives nearer to the centre than the reference group, below 0 farther out.',
  'RCE.explanation':
    'Pick one person from each group: how much more often does the one from the group live nearer to the centre than the other? −1 means never, 0 equally often, 1 always.',
  'RCE.caveat':
    'Depends on what is taken as the centre: unless stated, the centroid of the population. Being near to the centre is neither good nor bad.',

  'PCC.name': 'Share in the central city PCC',
  'PCC.sentence':
    'Of 100 {group}, about {of100} live in the tenth of the areas that is nearest to the centre.',
  'PCC.explanation':
    'The central city is taken to be the areas at the shortest distance from the centre, a tenth of all. Compare the value under chance: the share of the population living there.',
  'PCC.caveat':
    'A tenth of the areas is a makeshift boundary, not an official city centre; areas without residents count. With fewer than ten areas there is no value.',
};
