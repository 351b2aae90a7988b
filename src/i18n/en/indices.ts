import type { Catalogue } from '../i18n.ts';

export const indices: Catalogue['indices'] = {
  'D.name': 'Index of dissimilarity D',
  'D.sentence':
    'About {of100} of 100 {group} would have to move to another area for their share to be the same everywhere.',
  'D.explanation':
    'Compares how two groups are spread over the areas. 0 means the same share everywhere, 1 that no area is shared. Against everybody else German readers know D as Segregationsindex (IS), between two groups as Dissimilaritätsindex (ID).',
  'D.caveat':
    'Small areas and small groups raise D without any cause; that is why the value under chance stands beside it. Where the areas lie and whether they border on each other makes no difference.',

  'G.name': 'Gini index G',
  'G.sentence': 'The Gini index is {value}: from 0 (same share everywhere) to 1 (no area shared).',
  'G.explanation':
    'Mean difference of the shares over all pairs of areas, relative to the greatest possible one. Twice the area between the Lorenz curve and the diagonal.',
  'G.caveat':
    'Always at least as large as D and not directly comparable with it. Responds to moves between any two areas, not only between those above and below the mean.',

  'H.name': 'Theil’s information index H',
  'H.sentence': 'The areas are on average {of100} per cent less mixed than the whole city.',
  'H.explanation':
    'Compares the mix within the areas with the mix of the city. 0 means that every area is mixed like the city, 1 that no area is mixed. Can be split into parts between and within districts.',
  'H.caveat':
    'Values are smaller than those of D; 0.1 is already marked. Also changes when only the size of the group changes.',

  'A.name': 'Atkinson index A',
  'A.sentence': 'The Atkinson index is {value}: from 0 (same share everywhere) to 1 (no area shared).',
  'A.explanation':
    'Measures unevenness with a weight b to choose: below 0.5 areas where the group is scarce count more, above 0.5 those where it is frequent. Default 0.5.',
  'A.caveat': 'Values with different b cannot be compared.',

  'eta2.name': 'Variance ratio η²',
  'eta2.sentence':
    '{of100} per cent of the variation in belonging to the group is explained by the area in which people live.',
  'eta2.explanation':
    'Isolation freed of the size of the group: which part of the variance lies between the areas? 0 means the same share everywhere, 1 that no area is shared.',
  'eta2.caveat': 'For very small groups the value stays small even where they live close together.',

  'GS.name': 'Gorard’s segregation index GS',
  'GS.sentence':
    'About {of100} of 100 {group} would have to move to another area, nobody moving in return, for their share to be the same everywhere.',
  'GS.explanation':
    'Like D, but against the whole population instead of the others: nobody else moves in return. Equals D times the share of the others.',
  'GS.caveat': 'The greatest possible value depends on the size of the group: it is 1 minus its share.',

  'MinMax.name': 'Minimum–maximum index',
  'MinMax.sentence':
    'The minimum–maximum index is {value}: from 0 (same distribution) to 1 (no area shared).',
  'MinMax.explanation':
    'Lays the distributions of both groups over each other and measures the part that does not overlap. A conversion of D: 2 D/(1 + D).',
  'MinMax.caveat': 'Ranks cities and years exactly as D does; the number itself is larger.',

  'D_modified.name': 'Dissimilarity corrected for chance',
  'D_modified.sentence':
    'Beyond chance, {value} of the way to complete separation is covered (0: as under random allocation, 1: completely separate).',
  'D_modified.explanation':
    'D less the value that random allocation of the same people to areas of this size would give, relative to the room that remains.',
  'D_modified.caveat':
    'Negative means more evenly spread than chance would have it. Do not mix with uncorrected values.',

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
