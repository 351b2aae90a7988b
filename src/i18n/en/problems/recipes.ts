import type { recipes as source } from '../../de/problems/recipes.ts';

export const recipes: Readonly<Record<keyof typeof source, string>> = {
  'area-name-repeated':
    'Several areas of the level “{level}” are called “{name}” ({keys}). Please use a key, or assign the area by hand.',
  'areas-without-row':
    'For {year} {n|one area|# areas} of the level “{level}” (of {total}) {n|has|have} no row: {areas}. Please complete the table.',
  'rows-all-without-area':
    'No row matches an area of the level “{level}”, for example: {areas}. Please choose another column as the key, or another level.',
  'rows-without-area':
    '{n|One row belongs|# rows belong} to no area of the level “{level}” and {n|was|were} left out: {areas}.',
  'rows-without-area-residents':
    '{n|One row belongs|# rows belong} to no area of the level “{level}” and {n|was|were} left out: {areas}. That is {people|# person|# people} ({year}).',
  'estimate-base-missing':
    'Counts cannot be estimated from shares: there are no values of “{base}” on the level “{level}” in the same year. Please choose another whole.',
  'estimate-not-count':
    '“{variable}” has a whole (“of”) but is not described as a count. Please state “kind: count”.',
  'estimate-two-bases':
    '“{variable}” is estimated from shares of two different wholes: “{first}” and “{second}”. Please choose one of them.',
  'estimate-of-estimate':
    '“{variable}” is to be estimated from “{base}”, which is itself estimated. Please choose a published count as the whole.',
  'file-missing-offered': 'The file is missing in “{source}”. It is offered here: {offered}',
  'file-missing-service':
    'The file is missing in “{source}”. It is the layer “{layer}” of the service {address}: please load it from there, or save it under this name and drop it.',
  'format-differs':
    'The file has another format ({found}) than the recipe says ({declared}). Please save it in that format.',
  'sheet-unknown':
    'The file contains no sheet or layer “{sheet}”. Please rename it, or name one of these in the recipe: {available}.',
  'rows-too-wide':
    '{n|One row has|# rows have} more cells than the header with {columns|# column|# columns}, probably because of a delimiter within a text. Please check {n|this row|these rows}.',
  'institutions-placed-by-area':
    'Of {n|one institution|# institutions} only the area is known. {n|It is|They are} shown at a point inside it.',
  'institutions-area-unknown':
    'The area of {n|one institution|# institutions} does not exist on the level “{level}”: {areas}. {n|It is|They are} in the lists, not on the map.',
  'institutions-outside':
    '{n|One institution lies|# institutions lie} outside the areas ({level}) and {n|is|are} left out.',
  'institutions-outside-unplaced':
    '{n|One institution lies|# institutions lie} outside the areas ({level}) and {n|is|are} left out. The position of {unplaced|one more|# more} is not known; {unplaced|it stays|they stay}.',
  'renew-year-unknown':
    'Neither the name nor the columns of the file say which year it is for. Please put the year into the file name.',
  'renew-column-gone':
    'The new file no longer has the column “{column}”. Without it the table cannot be matched: please say above what it is called now, or go through the steps.',
  'renew-cells-unread':
    '{n|One cell is|# cells are} neither a number nor a known sign, for example “{value}”. Please correct the file, or go through the steps.',
  'renew-file-missing':
    'This file was not provided, and none of the new ones fits in its place. Please drop it as well.',
  'renew-file-missing-offered':
    'This file was not provided, and none of the new ones fits in its place. It is offered here: {offered}',
  'difference-column-gone':
    'The column “{column}” is no longer there; its figures are missing in the new year.',
  'difference-column-new': 'New column “{column}”. The recipe does not read it.',
  'difference-column-renamed': '“{now}” is read in place of the column “{column}” (likeness {likeness}%).',
  'difference-areas-gone': '{n|One area is|# areas are} missing compared with last time: {areas}.',
  'difference-areas-new': '{n|One area is|# areas are} new: {areas}.',
  'difference-rows': 'There are {now} rows instead of {before}.',
  'difference-rows-left-out': 'Of {before} rows left out (totals, notes), {now|one was|# were} found again.',
  'difference-sign-new': 'The column “{column}” has the new sign “{sign}” {n|once|# times}, read as: {kind}.',
  'difference-numbers':
    'The numbers of the column “{column}” are written differently: {now} instead of {before}.',
  'difference-form': '{kind}: {now} instead of {before}.',
  'kind-form-format': 'Format',
  'kind-form-encoding': 'Character encoding',
  'kind-form-delimiter': 'Delimiter',
  'kind-form-sheet': 'Sheet',
  'kind-form-head': 'Header rows',
  'difference-city-value':
    '{variable}: the value of the whole city is {now} instead of {before} ({percent}%).',
  'kind-sign-missing': 'not given',
  'kind-sign-secret': 'secret or unknown',
  'kind-sign-unreliable': 'of low reliability',
  'kind-sign-blocked': 'blocked',
  'kind-sign-later': 'follows later',
  'kind-sign-excluded': 'not rated',
  'kind-sign-too-small': 'too small',
  'kind-sign-zero': 'exactly zero',
  'crosswalk-without-residents':
    'According to the grid nobody lives in {n} of {total} areas of the level “{from}”; there the surface counts.',
  'outlines-repaired': 'The outline of {n|one area|# areas} of the level “{level}” was repaired: {areas}.',
  'outlines-left-out':
    'On the level “{level}” {n|one feature has|# features have} no usable outline and {n|is|are} missing on the map: {areas}. Please correct {n|it|them} in your GIS.',
};
