import type { multigroup as source } from '../../de/indices/multigroup.ts';

export const multigroup: Readonly<Record<keyof typeof source, string>> = {
  'D_multi.name': 'Dissimilarity of several groups',
  'D_multi.sentence':
    'Dissimilarity over all groups is {value}: from 0 (all areas composed alike) to 1 (no area mixed).',
  'D_multi.explanation':
    'The part of everybody who would have to move for all areas to be composed alike, relative to complete separation. With two groups equal to D.',
  'D_multi.caveat': 'Different numbers of groups give different values; compare only with the same grouping.',

  'G_multi.name': 'Gini index of several groups',
  'G_multi.sentence':
    'The Gini index over all groups is {value}: from 0 (all areas composed alike) to 1 (no area mixed).',
  'G_multi.explanation':
    'Mean difference of composition over all pairs of areas, relative to the greatest possible one. With two groups equal to G.',
  'G_multi.caveat': 'Always at least as large as the dissimilarity of the same groups.',

  'H_multi.name': 'Theil’s information index of several groups',
  'H_multi.sentence':
    'Over all groups the areas are on average {of100} per cent less mixed than the whole city.',
  'H_multi.explanation':
    'Compares the mix of all groups within the areas with the mix of the city. Can be split by groups and by larger areas.',
  'H_multi.caveat': 'The more small groups are told apart, the more chance adds to the value.',
  'H_multi.orientation':
    'For schools in the United States Reardon and Yun (2001) call values below 0.10 low, from 0.10 to 0.25 moderate and above that high. This cannot simply be carried over to areas of German cities.',

  'M.name': 'Mutual information M',
  'M.sentence': 'The area tells {value} nats about a person’s group (0: nothing).',
  'M.explanation':
    'How much knowing the area tells about the group. M can be split completely: between and within districts, by areas and by groups.',
  'M.caveat':
    'Has no fixed upper limit: it is the diversity of the city. H is better for comparisons between cities.',

  'R_multi.name': 'Relative diversity',
  'R_multi.sentence':
    'Two people of the same area are {of100} per cent less often of different groups than two people of the city.',
  'R_multi.explanation':
    'Compares the chance of meeting somebody of another group in the area and in the city.',
  'R_multi.caveat': 'Large groups decide the value; small groups hardly count.',

  'C_multi.name': 'Squared coefficient of variation',
  'C_multi.sentence':
    'The squared coefficient of variation is {value}: from 0 (all areas composed alike) to 1 (no area mixed).',
  'C_multi.explanation':
    'How far the shares of all groups in the areas are from those of the city; every group counts the same.',
  'C_multi.caveat': 'Very small groups can decide the value on their own.',

  'P_multi.name': 'Normalised exposure',
  'P_multi.sentence':
    'Normalised exposure is {value}: from 0 (all areas composed alike) to 1 (every group among itself).',
  'P_multi.explanation':
    'The isolation of all groups beyond their share, averaged over everybody. With two groups equal to η².',
  'P_multi.caveat': 'Large groups decide the value.',

  'E.name': 'Diversity (entropy) E',
  'E.sentence': 'The entropy of the city is {value} (0: one group only; the larger, the more mixed).',
  'E.explanation':
    'How mixed the city is as a whole. Greatest where all groups are of equal size; then the logarithm of their number.',
  'E.caveat': 'Not a measure of segregation: where the groups live makes no difference.',

  'simpson_interaction.name': 'Simpson diversity',
  'simpson_interaction.sentence':
    'Two people of the city chosen at random are of different groups in {of100} of 100 cases.',
  'simpson_interaction.explanation': 'The chance that two people are of different groups.',
  'simpson_interaction.caveat': 'Not a measure of segregation: where the groups live makes no difference.',

  'simpson_concentration.name': 'Simpson concentration',
  'simpson_concentration.sentence':
    'Two people of the city chosen at random are of the same group in {of100} of 100 cases.',
  'simpson_concentration.explanation':
    'The chance that two people are of the same group: 1 minus Simpson diversity.',
  'simpson_concentration.caveat': 'Not a measure of segregation: where the groups live makes no difference.',
};
