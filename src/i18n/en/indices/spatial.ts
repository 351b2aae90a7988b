import type { spatial as source } from '../../de/indices/spatial.ts';

export const spatial: Readonly<Record<keyof typeof source, string>> = {
  'spatial_H.name': 'Spatial information index H̃',
  'spatial_H.sentence':
    'The surroundings people live in are on average {percent} per cent less mixed than the whole city.',
  'spatial_H.sentence-negative':
    'The surroundings people live in are on average {percent} per cent more mixed than the whole city.',
  'spatial_H.explanation':
    'Like Theil’s information index, but of the surroundings of every area instead of the area alone: whoever lives within the radius counts, the nearer the more. 0: all surroundings are mixed as the city, 1: none is mixed.',
  'spatial_H.caveat':
    'Holds for the chosen radius and weighting; the larger the radius, the smaller the value as a rule. It can fall below 0: surroundings are then on average more mixed than the city.',

  'spatial_D.name': 'Spatial dissimilarity index D̃',
  'spatial_D.sentence':
    'The composition of people’s surroundings differs from that of the city by {percent} per cent of the maximum on average.',
  'spatial_D.explanation':
    'Like the dissimilarity index, but of the surroundings of every area. Borders between areas no longer matter, only distances. 0: all surroundings are composed as the city.',
  'spatial_D.caveat':
    'Holds for the chosen radius and weighting. Unlike D it does not say how many people would have to move; in rare cases it exceeds 1.',

  'spatial_R.name': 'Spatial relative diversity R̃',
  'spatial_R.sentence':
    'Two people of the same surroundings belong to different groups {percent} per cent less often than two people of the whole city.',
  'spatial_R.sentence-negative':
    'Two people of the same surroundings belong to different groups {percent} per cent more often than two people of the whole city.',
  'spatial_R.explanation':
    'Compares the diversity of the surroundings of every area with that of the city. 0: as diverse as the city, 1: no surroundings are mixed.',
  'spatial_R.caveat':
    'Holds for the chosen radius and weighting. It can fall below 0: surroundings are then on average more diverse than the city.',

  'spatial_P.name': 'Spatial isolation P̃',
  'spatial_P.sentence':
    'For {group}, on average {of100} of 100 people within the radius belong to their own group.',
  'spatial_P.explanation':
    'Like isolation, but of the surroundings of every area: whoever lives within the radius counts, the nearer the more. 1: only the own group lives within the radius.',
  'spatial_P.caveat': 'Rises already because the group grows. Holds for the chosen radius and weighting.',

  'spatial_H_multi.name': 'Spatial information index H̃ of several groups',
  'spatial_H_multi.sentence':
    'Over all groups, the surroundings people live in are on average {of100} per cent less mixed than the whole city.',
  'spatial_H_multi.explanation':
    'Like the information index of several groups, but of the surroundings of every area instead of the area alone.',
  'spatial_H_multi.caveat':
    'Holds for the chosen radius and weighting. It can fall below 0: surroundings are then on average more mixed than the city.',

  'spatial_D_multi.name': 'Spatial dissimilarity index D̃ of several groups',
  'spatial_D_multi.sentence':
    'Over all groups, the composition of people’s surroundings differs from that of the city by {of100} per cent of the maximum on average.',
  'spatial_D_multi.explanation':
    'Like the dissimilarity index of several groups, but of the surroundings of every area.',
  'spatial_D_multi.caveat':
    'Holds for the chosen radius and weighting; compare only where the groups are the same. In rare cases it exceeds 1.',

  'spatial_R_multi.name': 'Spatial relative diversity R̃ of several groups',
  'spatial_R_multi.sentence':
    'Two people of the same surroundings belong to different groups {of100} per cent less often than two people of the whole city.',
  'spatial_R_multi.explanation':
    'Compares the diversity of all groups in the surroundings of every area with that of the city.',
  'spatial_R_multi.caveat':
    'Holds for the chosen radius and weighting. It can fall below 0: surroundings are then on average more diverse than the city.',

  'spatial_P_multi.name': 'Spatial normalised exposure P̃ of several groups',
  'spatial_P_multi.sentence':
    'Meeting the own group within the radius more often than its share of the city suggests: of that, {of100} per cent of the maximum is reached on average over all groups.',
  'spatial_P_multi.explanation':
    'Spatial isolation of every group beyond its share of the city, averaged over all groups. 0: within the radius every group is as frequent as in the city, 1: only the own group lives within the radius.',
  'spatial_P_multi.caveat':
    'Holds for the chosen radius and weighting. It can fall below 0: people then meet their own group within the radius less often than its share suggests.',
};
