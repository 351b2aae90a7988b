import type { evenness as source } from '../../de/indices/evenness.ts';

export const evenness: Readonly<Record<keyof typeof source, string>> = {
  'D.name': 'Index of dissimilarity D',
  'D.sentence':
    'About {of100} of 100 {group} would have to move to another area for their share to be the same everywhere.',
  'D.explanation':
    'Compares how two groups are spread over the areas. 0 means the same share everywhere, 1 that no area is shared. Against everyone else it is also called the segregation index (IS), between two groups the index of dissimilarity (ID).',
  'D.caveat':
    'With small areas and small groups D is higher by chance alone; that is why the value under chance stands beside it. Where the areas lie and whether they border on each other makes no difference.',
  'D.orientation':
    'Massey and Denton (1993) call values below 0.3 low, from 0.3 to 0.6 moderate and above 0.6 high. They had large cities of the USA in mind; this does not carry over to German cities as it stands.',

  'G.name': 'Gini index G',
  'G.sentence':
    'The Gini index is {value} on a scale from 0 (same share everywhere) to 100 (no area shared).',
  'G.explanation':
    'Mean difference of the shares over all pairs of areas, relative to the greatest possible one. Twice the area between the Lorenz curve and the diagonal.',
  'G.caveat':
    'Always at least as large as D and not directly comparable with it. Responds to moves between any two areas, not only between those above and below the mean.',

  'H.name': 'Theil’s information index H',
  'H.sentence': 'The areas are on average {percent} per cent less mixed than the whole city.',
  'H.explanation':
    'Compares the mix within the areas with the mix of the city. 0 means that every area is mixed like the city, 1 that no area is mixed. Can be split into parts between and within districts.',
  'H.caveat':
    'Values are smaller than those of D; 0.1 is already marked. Also changes when only the size of the group changes.',

  'A.name': 'Atkinson index A',
  'A.sentence':
    'The Atkinson index is {value} on a scale from 0 (same share everywhere) to 100 (no area shared).',
  'A.explanation':
    'Measures unevenness with a weight b to choose: below 0.5 areas where the group is scarce count more, above 0.5 those where it is frequent. Default 0.5.',
  'A.caveat': 'Values with different b cannot be compared.',

  'eta2.name': 'Variance ratio η²',
  'eta2.sentence':
    'The area in which people live explains {percent} per cent of whether they belong to the group.',
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
    'The minimum–maximum index is {value} on a scale from 0 (same distribution) to 100 (no area shared).',
  'MinMax.explanation':
    'Lays the distributions of both groups over each other and measures the part that does not overlap. A conversion of D: 2 D/(1 + D).',
  'MinMax.caveat': 'Ranks cities and years exactly as D does; the number itself is larger.',

  'D_modified.name': 'Dissimilarity corrected for chance',
  'D_modified.sentence':
    'Beyond chance, {percent} per cent of the way to complete separation is covered (0: as under random allocation, 100: completely separate).',
  'D_modified.sentence-negative':
    'The group is spread more evenly than chance would have it: the index is {value} (0: as under random allocation, −100: same share everywhere).',
  'D_modified.explanation':
    'D less the value that random allocation of the same people to areas of this size would give, relative to the room that remains.',
  'D_modified.caveat':
    'Negative means more evenly spread than chance would have it. Do not mix with uncorrected values.',

  'D_density_corrected.name': 'Density-corrected dissimilarity',
  'D_density_corrected.sentence':
    'Taking off what varies by chance in small areas, about {of100} of 100 {group} would have to move to another area for their share to be the same everywhere.',
  'D_density_corrected.explanation':
    'D with every area counting only as far as its difference goes beyond what varies anyway among so few people. 0 means that no area stands out from chance, 1 that no area is shared.',
  'D_density_corrected.caveat':
    'Never larger than D. Meant for small units such as classes, schools or blocks; hardly different from D for large areas. Some chance remains even so.',
};
