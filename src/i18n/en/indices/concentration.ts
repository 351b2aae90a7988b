import type { concentration as source } from '../../de/indices/concentration.ts';

export const concentration: Readonly<Record<keyof typeof source, string>> = {
  'DEL.name': 'Delta index DEL',
  'DEL.sentence':
    'About {of100} of 100 {group} would have to move for them to live at the same density everywhere.',
  'DEL.explanation':
    'Compares how the group and how the land are spread over the areas. 0 means equally many members per hectare everywhere, 1 that all live on a vanishing part of the land.',
  'DEL.caveat':
    'Woods, lakes and business parks count as land, and the population as a whole never lives at the same density everywhere. Only the distance to the value under chance says something about segregation: it is that of a group spread like everybody.',

  'ACO.name': 'Absolute concentration ACO',
  'ACO.sentence':
    'Absolute concentration is {value}: at 0 the group would live in the largest, at 1 in the smallest areas that could hold it.',
  'ACO.explanation':
    'How little room the areas take in which the group lives. The scale runs from the largest to the smallest areas whose residents together are as numerous as the group.',
  'ACO.caveat':
    'Small areas are mostly densely built; the population as a whole therefore also lies far above 0. Where a few large areas hold many people the value may leave 0 and 1. Without differences in size, as in grids, there is no value.',

  'RCO.name': 'Relative concentration RCO',
  'RCO.sentence':
    'Relative concentration is {value}: above 0 the group lives in smaller areas than the reference group, below 0 in larger ones.',
  'RCO.explanation':
    'Compares the mean size of the areas in which both groups live. 0 means no difference. The scale is set by the smallest and the largest areas that together hold as many people as the group.',
  'RCO.caveat':
    'Has no lower bound, and passes 1 if the group is most of the population: then it tells little. Without differences in size, as in grids, there is no value. Some programs take part of the scale from the reference group and arrive at other figures.',

  'ConProf.name': 'Concentration profile',
  'ConProf.sentence':
    'The index of the concentration profile is {value}: 0 means that the share of the group is the same everywhere, 1 that it lives among itself.',
  'ConProf.explanation':
    'The profile shows for every threshold which part of the group lives in areas where it has at least that share. The index measures how far it departs from the profile of an evenly spread group.',
  'ConProf.caveat':
    'The value also depends on the size of the group. If the group is more than half of the population it may rise above 1.',
};
