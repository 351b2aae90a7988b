import type { clustering as source } from '../../de/indices/clustering.ts';

export const clustering: Readonly<Record<keyof typeof source, string>> = {
  'ACL.name': 'Absolute clustering ACL',
  'ACL.sentence':
    'Absolute clustering is {value}: at 0 the group is spread evenly over all areas, near 1 it lives in one connected space of its own.',
  'ACL.explanation':
    'What part of the people near members of the group belongs to the group itself, beyond what an even spread over all areas would give. Proximity falls with distance: to 37 per cent after one kilometre, to 5 per cent after three.',
  'ACL.caveat':
    'Depends on the size of the group and on measuring in kilometres: only values with the same unit of length can be compared. Where everybody lives denser around the centre, the value under chance is above 0 already. May be below 0 if the group lives farther apart than the areas lie.',

  'RCL.name': 'Relative clustering RCL',
  'RCL.sentence':
    'Relative clustering is {value}: above 0 members of the group live closer to each other than those of the reference group, below 0 farther apart.',
  'RCL.explanation':
    'Mean proximity between two members of the group divided by that between two members of the reference group, minus 1. A value of 0.5 means one and a half times as close.',
  'RCL.caveat':
    'Does not say whether the two groups live apart: a group that lives all over the centre has a high value. No upper limit.',

  'SP.name': 'Spatial proximity SP',
  'SP.sentence':
    'Spatial proximity is {value}: at 1 people live as close to their own group as to everybody, above it closer.',
  'SP.explanation':
    'Mean proximity between members of the same group, measured by the mean proximity between all people. A value of 1.05 means that one’s own group lives 5 per cent closer. Proximity falls with distance, to 37 per cent after one kilometre.',
  'SP.caveat':
    'Values a little above 1 are the normal case, above all when one group is small. Depends on measuring in kilometres.',

  'SP_multi.name': 'Spatial proximity SP (several groups)',
  'SP_multi.sentence':
    'Spatial proximity over all groups is {value}: at 1 people live as close to their own group as to everybody, above it closer.',
  'SP_multi.explanation':
    'Mean proximity between members of the same group over all groups, measured by the mean proximity between all people. With two groups the same as SP.',
  'SP_multi.caveat': 'Large groups determine the value. Depends on measuring in kilometres.',

  'D_adj.name': 'Dissimilarity with adjacency D(adj)',
  'D_adj.sentence':
    'If it counts that people use their neighbouring areas too, the index of dissimilarity is {value}.',
  'D_adj.explanation':
    'D less the mean difference of the shares between neighbouring areas. As high as D if neighbouring areas are alike, that is, if areas of the same composition lie together; lower if areas alternate from one to the next.',
  'D_adj.caveat':
    'May be below 0 and is no longer a share of persons. What is taken off depends on the share of the group: it is small for small groups.',

  'D_w.name': 'Dissimilarity with border lengths D(w)',
  'D_w.sentence':
    'If neighbouring areas count by the length of their common border, the index of dissimilarity is {value}.',
  'D_w.explanation':
    'As D(adj), but a long common border counts more than a short one; areas that only touch at a corner do not count.',
  'D_w.caveat': 'A border along a river or a railway counts with its whole length, too. May be below 0.',

  'D_s.name': 'Dissimilarity with borders and shape D(s)',
  'D_s.sentence':
    'If neighbouring areas count by border length and shape, the index of dissimilarity is {value}.',
  'D_s.explanation':
    'As D(w), but a border counts more if the areas are small or elongated, so that their residents are never far from the next area. The yardstick is the area with the highest ratio of perimeter to area.',
  'D_s.caveat':
    'A single very small area raises the yardstick and brings the value close to D. Compare it within the same map only.',
};
