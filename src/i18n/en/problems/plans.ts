import type { plans as source } from '../../de/problems/plans.ts';

export const plans: Readonly<Record<keyof typeof source, string>> = {
  'plan-title-missing': 'The city has no name yet.',
  'plan-no-level': 'There are no areas yet. They come from a file with outlines.',
  'plan-file-empty': 'The file holds neither a table nor geometry.',
  'plan-file-gone': '“{file}” is no longer part of this import.',
  'plan-vintage-missing': 'The vintage is missing: for which year do these areas hold ({level})?',
  'plan-crs-missing':
    'The coordinate system cannot be recognised. Without it the areas ({level}) cannot be put on the map.',
  'plan-level-without-key': 'It has not been said which property holds the key of the areas ({level}).',
  'plan-level-missing': 'It has not been said which areas the table belongs to.',
  'plan-key-missing': 'It has not been said which column holds the key of the area.',
  'plan-nothing-matched':
    'No row fits any of the areas ({level}). It may be another column, another spelling or another level of areas.',
  'plan-rows-repeated':
    '{n|One area and year has|# areas and years have} several rows, for example “{key}” in rows {rows}. Nothing tells which one holds.',
  'plan-year-missing': 'The year of the figures is missing.',
  'plan-column-year-missing': 'The year of this column is missing.',
  'plan-year-unread': '{n|One row has|# rows have} no year between 1900 and 2100, for example “{example}”.',
  'plan-number-ambiguous':
    'The numbers can be read in two ways. Please say which sign separates thousands and which decimals.',
  'plan-number-unread':
    '{n|One cell is|# cells are} neither a number nor a known sign, for example “{example}”.',
  'plan-figure-twice':
    '“{name}” stands in two tables for {year}. Please leave it out of one, or give it another name.',
  'plan-base-missing': 'What is “{name}” a share of? The base is missing.',
  'plan-base-unknown': '“{name}” is said to be a share of “{base}”, but no table holds that as a count.',
  'plan-indicator-without': 'The indicator “{name}” lacks the figure “{variable}”.',
  'plan-group-without': 'The group “{name}” lacks the count “{variable}”.',
  'plan-needs-crosswalk':
    '“{name}” is given for two vintages ({first} and {second}, {level}). A series over both needs a conversion: a table of parts, or the overlap of the areas.',
  'plan-institutions-without-id': 'It has not been said which column tells the institutions apart.',
  'plan-institutions-without-name': 'It has not been said which column holds the names of the institutions.',
  'plan-institutions-year-missing': 'The year of the numbers of children is missing.',
  'plan-catchments-without-key': 'It has not been said what tells the catchments apart: the key is missing.',
  'plan-catchments-year-missing': 'The year for which these catchments hold is missing.',
  'plan-catchments-without-form': 'It has not been said which schools take the children of these catchments.',
  'plan-catchments-twice': 'There are two files with catchments for {form} and the year {year}.',
  'plan-column-gone': 'This table has no column “{column}”.',
  'plan-names-unconfirmed':
    'The areas ({level}) have no key, only names. It has not been said whether rows may be matched by name.',
  'plan-part-over-whole':
    '“{name}” is larger than the whole in {n|one area|# areas}, for example in “{key}”. It is probably no part of it.',
  'plan-institutions-id-repeated':
    '{n|One number stands|# numbers stand} at several institutions, for example “{id}” in rows {rows}. Each of these rows counts as an institution of its own.',
  'plan-part-left-out':
    '“{name}” is not proposed: in {n|one area|# areas} the number is larger than the whole (“{whole}”), for example in “{key}”.',
  'plan-negative':
    '“{name}” is negative in {n|one cell|# cells}, for example “{example}”. That can be neither a count nor a share.',
  'plan-share-over-one': '“{name}” goes up to {max}. It is probably in percent, or no share.',
};
