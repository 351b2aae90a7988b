import type { recipes as source } from '../../de/problems/recipes.ts';

export const recipes: Readonly<Record<keyof typeof source, string>> = {
  'area-name-repeated':
    'Several areas at level “{level}” are called “{name}” ({keys}). Please use a key, or assign the area by hand.',
  'areas-without-row':
    'For {year} {n|one area|# areas} of level “{level}” (of {total}) {n|has|have} no row: {areas}.',
  'rows-all-without-area':
    'No row fits an area of level “{level}”, for example: {areas}. Probably it is the wrong column or level.',
  'rows-without-area':
    '{n|One row belongs|# rows belong} to no area of level “{level}” and {n|was|were} left out: {areas}.',
  'rows-without-area-residents':
    '{n|One row belongs|# rows belong} to no area of level “{level}” and {n|was|were} left out: {areas}. That is {people|# person|# people} ({year}).',
  'estimate-base-missing':
    'No counts can be estimated from shares: there are no values of “{base}” at level “{level}” in the same year.',
  'estimate-not-count': '“{variable}” has a base (“of”) but is not described as a count (kind: count).',
  'estimate-two-bases':
    '“{variable}” is estimated from shares of two different bases: “{first}” and “{second}”.',
  'estimate-of-estimate':
    '“{variable}” is to be estimated from “{base}”, which is itself estimated. The base has to be a published count.',
  'file-missing-offered': 'The file is missing in “{source}”. It is offered here: {offered}',
  'file-missing-service':
    'The file is missing in “{source}”. It is the layer “{layer}” of the service {address} and can be loaded from there, or saved under this name.',
  'format-differs': 'The file has another format ({found}) than the recipe says ({declared}).',
  'sheet-unknown': 'The file contains no sheet or layer “{sheet}”. It has: {available}.',
  'rows-too-wide':
    '{n|One row has|# rows have} more cells than the head with {columns|# column|# columns}, probably because of a separator within the text.',
  'institutions-placed-by-area':
    'Of {n|one institution|# institutions} only the area is known; {n|it stands|they stand} at a point inside it.',
  'institutions-area-unknown':
    'The area of {n|one institution|# institutions} does not exist at level “{level}”: {areas}. {n|It is|They are} in the lists, not on the map.',
  'institutions-outside':
    '{n|One institution lies|# institutions lie} outside the areas (level “{level}”) and {n|is|are} left out.',
  'institutions-outside-unplaced':
    '{n|One institution lies|# institutions lie} outside the areas (level “{level}”) and {n|is|are} left out. Of {unplaced|one more|# more} nobody knows where {unplaced|it lies; it stays|they lie; they stay}.',
  'renew-year-unknown': 'Neither the name nor the columns of the file say which year it is about.',
  'renew-column-gone':
    'The new file has no column “{column}” any more; without it the table cannot be matched.',
  'renew-cells-unread':
    '{n|One cell is|# cells are} neither a number nor a known sign, for example “{value}”.',
  'renew-file-missing': 'This file is not among them, and none of the new ones fits in its place.',
  'renew-file-missing-offered':
    'This file is not among them, and none of the new ones fits in its place. It is offered here: {offered}',
  'difference-column-gone': 'The column “{column}” is no longer there.',
  'difference-column-new': 'New column “{column}”.',
  'difference-column-renamed': 'Instead of the column “{column}”, “{now}” is read (likeness {likeness} %).',
  'difference-areas-gone': '{n|One area is|# areas are} missing compared with before: {areas}.',
  'difference-areas-new': '{n|One area is|# areas are} new: {areas}.',
  'difference-rows': 'There are {now} rows instead of {before}.',
  'difference-rows-left-out': 'Of {before} rows left out (sums, notes) {now|one was|# were} found again.',
  'difference-sign-new': 'The column “{column}” has the new sign “{sign}” {n|once|# times}, read as {kind}.',
  'difference-numbers':
    'The numbers of the column “{column}” are written differently: {now} instead of {before}.',
  'difference-form': '{kind}: {now} instead of {before}.',
  'kind-form-format': 'Format',
  'kind-form-encoding': 'Character encoding',
  'kind-form-delimiter': 'Separator',
  'kind-form-sheet': 'Sheet',
  'kind-form-head': 'Rows of the head',
  'difference-city-value':
    '{variable}: the value of the whole city is {now} instead of {before} ({percent} %).',
  'kind-sign-missing': 'not stated',
  'kind-sign-secret': 'secret',
  'kind-sign-unreliable': 'unreliable',
  'kind-sign-blocked': 'blocked',
  'kind-sign-later': 'later',
  'kind-sign-excluded': 'not rated',
  'kind-sign-too-small': 'too small',
  'kind-sign-zero': 'exactly zero',
  'crosswalk-without-residents':
    'By the grid nobody lives in {n} of {total} areas of level “{from}”; there the area counts.',
  'outlines-repaired': 'The outline of {n|one area|# areas} of level “{level}” was repaired: {areas}.',
  'outlines-left-out': 'At level “{level}” {n|one feature has|# features have} no usable outline: {areas}.',
};
