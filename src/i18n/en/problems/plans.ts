import type { plans as source } from '../../de/problems/plans.ts';

export const plans: Readonly<Record<keyof typeof source, string>> = {
  'plan-title-missing': 'The city has no name yet. Please give it in the step Take over.',
  'plan-no-level': 'There are no areas yet. Please drop a file with their boundaries.',
  'plan-file-empty': 'The file has neither a table nor polygons. Please export it again.',
  'plan-file-gone': '“{file}” is no longer part of this import. Please drop it again.',
  'plan-vintage-missing':
    'The vintage is missing: for which year do these areas hold ({level})? Please say so in the step Areas.',
  'plan-crs-missing':
    'The coordinate system cannot be recognised. Without it the areas ({level}) cannot be put on the map: please choose it in the step Areas.',
  'plan-level-without-key':
    'Nothing says which property is the key of the areas ({level}). Please choose it in the step Areas.',
  'plan-level-missing':
    'Nothing says which areas the table belongs to. Please choose them in the step Columns.',
  'plan-key-missing':
    'Nothing says which column is the key of the areas. Please choose it in the step Columns.',
  'plan-nothing-matched':
    'No row matches any of the areas ({level}). Please choose another column as the key, or another level of areas, in the step Columns.',
  'plan-rows-repeated':
    '{n|One area and year has|# areas and years have} several rows, for example “{key}” in rows {rows}. Only one of them can count: please leave the others out.',
  'plan-year-missing': 'The year of the figures is missing. Please give it in the step Columns.',
  'plan-column-year-missing':
    'The year of this column is missing. Please give it under “More” in the step Columns.',
  'plan-year-unread':
    '{n|One row has|# rows have} no year between 1900 and 2100, for example “{example}”. Please choose another column with the year, or correct the file.',
  'plan-number-ambiguous':
    'The numbers can be read in two ways. Please say which sign separates thousands and which separates decimals.',
  'plan-number-unread':
    '{n|One cell is|# cells are} neither a number nor a known sign, for example “{example}”. Please say in the step Columns what the sign means, or correct the file.',
  'plan-figure-twice':
    '“{name}” is in two tables for {year}. Please leave it out of one, or give it another name.',
  'plan-base-missing':
    'What is “{name}” a share of? Please choose the whole under “More” in the step Columns.',
  'plan-base-unknown':
    '“{name}” is said to be a share of “{base}”, but no table has that as a count. Please choose another whole.',
  'plan-indicator-without':
    'The indicator “{name}” lacks the figure “{variable}”. Please have its column read, or deselect the indicator.',
  'plan-group-without':
    'The group “{name}” lacks the count “{variable}”. Please have its column read, or deselect the group.',
  'plan-needs-crosswalk':
    '“{name}” is given for two vintages ({first} and {second}, {level}). A time series over both needs a conversion: please choose one in the step Matching.',
  'plan-institutions-without-id':
    'Nothing says which column tells the institutions apart. Please choose it in the step Columns.',
  'plan-institutions-without-name':
    'Nothing says which column holds the names of the institutions. Please choose it in the step Columns.',
  'plan-institutions-year-missing':
    'The year of the numbers of children is missing. Please give it in the step Columns.',
  'plan-catchments-without-key': 'The key of the catchments is missing. Please choose it in the step Areas.',
  'plan-catchments-year-missing':
    'The year for which these catchments hold is missing. Please give it in the step Areas.',
  'plan-catchments-without-form':
    'Nothing says which schools take the children from these catchments. Please choose them in the step Areas.',
  'plan-catchments-twice':
    'There are two files with catchments for {form} and the year {year}. Please do not use one of them (step Areas).',
  'plan-column-gone': 'This table has no column “{column}”. Please choose another one in the step Columns.',
  'plan-names-unconfirmed':
    'The areas ({level}) have no key, only names. Please confirm that rows are matched by name.',
  'plan-part-over-whole':
    '“{name}” is larger than the whole in {n|one area|# areas}, for example in “{key}”. Please choose another whole, or deselect it.',
  'plan-institutions-id-repeated':
    '{n|One number occurs|# numbers occur} with several institutions, for example “{id}” in rows {rows}. Each of these rows counts as an institution of its own; if that is wrong, please correct the file.',
  'plan-part-left-out':
    '“{name}” is not proposed: in {n|one area|# areas} the number is larger than the whole (“{whole}”), for example in “{key}”.',
  'plan-negative':
    '“{name}” is negative in {n|one cell|# cells}, for example “{example}”. That can be neither a count nor a share: please read it as a value, or correct the file.',
  'plan-share-over-one':
    '“{name}” goes up to {max}. It is probably in per cent, or not a share: please say which in the step Columns.',
};
