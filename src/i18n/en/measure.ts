import type { Catalogue } from '../i18n.ts';

export const measure: Catalogue['measure'] = {
  'reason-unknown-group': 'The data do not have this group.',
  'reason-not-residents': 'This group is counted in institutions, not at home.',
  'reason-same-group': 'Group and reference group are the same.',
  'reason-different-universe': 'The two groups belong to different populations and cannot be compared.',
  'reason-overlapping-groups': 'The two groups overlap: people in both would be counted twice.',
  'reason-above-total': 'In at least one area the group is larger than the total.',
  'reason-no-figures': 'There are no figures for this year and level.',
  'reason-group-absent': 'Nobody here belongs to the group.',
  'reason-reference-absent': 'Nobody here belongs to the reference group.',
  'reason-one-area': 'Only one area has figures.',
  'reason-no-geometry': 'There are no boundaries for these areas.',
  'reason-no-neighbours': 'No two areas with figures border on each other.',
  'reason-no-variation': 'The share is the same everywhere.',
  'reason-undefined': 'The index is undefined for these figures.',
};
