import type { pack as source } from '../../de/problems/pack.ts';

export const pack: Readonly<Record<keyof typeof source, string>> = {
  'place-row': '{file}, row {row}',
  'place-cell': '{file}, row {row}, column “{column}”',
  'place-column': '{file}, column “{column}”',
  'place-feature': '{file}, feature {row}',
  'place-feature-property': '{file}, feature {row}, property “{column}”',
  'place-property': '{file}, property “{column}”',
  placed: '{place}: {text}',
  'no-wording': 'Something is wrong for which there are no words here (code “{code}”).',
  unexpected: 'Unexpected error: {reason}. Please try again.',
  'city-not-listed': 'A city pack “{city}” is not offered here. Please choose a city under “Load data”.',
  'dropped-nothing': 'No file arrived. Please drop it again.',
  'dropped-too-large':
    '“{name}” is too large: city packs of up to 300 MB can be opened. Please cut it down to what is needed.',
  more: '… and {n|# more problem|# more problems} of this kind.',
  'kind-resource': 'file (resource)',
  'kind-family': 'kind of area (family)',
  'kind-level': 'level',
  'kind-variable': 'figure (variable)',
  'kind-source': 'source',
  'kind-indicator': 'indicator',
  'kind-group': 'group',
  'kind-form': 'form',
  'kind-provider': 'provider',
  'kind-programme': 'programme area',
  'kind-file': 'source file',
  'file-missing': 'The file is missing in “{source}”. Please drop it as well.',
  'file-unreadable': 'The file cannot be read ({reason}). Please drop it again.',
  'encoding-unknown':
    'The character encoding “{encoding}” is not known. Please save the file as UTF-8 and declare it so.',
  'encoding-invalid':
    'The file is not written in the declared character encoding {encoding}. It is probably windows-1252: please declare that, or save the file as UTF-8.',
  'json-invalid': 'The file is not valid JSON ({reason}). Please download or export it again.',
  'descriptor-invalid': 'At “{path}” there is {found}, expected is {expected}.',
  'zip-invalid': 'The file is not a readable zip archive ({reason}). Please download it again.',
  'zip-too-large':
    'The archive is too large: at most {files} files and {megabytes} MB unpacked. Please unpack it and drop only the files you need.',
  'zip-path':
    'The archive contains a path that leads out of its folder: “{path}”. Please unpack it and drop the files one by one.',
  'format-unexpected': 'The format {format} does not fit here. Please save it as {expected}.',
  'geojson-invalid':
    'The file is not a GeoJSON FeatureCollection. Please export it as GeoJSON from your GIS.',
  'topojson-invalid':
    'The file is not a readable TopoJSON topology. Please export it again, as GeoJSON for instance.',
  'object-unknown': 'The topology has no object “{object}”. Please name one of these: {available}.',
  'crs-unknown':
    'The coordinate system {crs} is not known. Please save the file in EPSG:4326, 25832 or 25833 from your GIS.',
  'id-duplicate': 'The id “{id}” occurs twice: {kind}. Please change one of them.',
  'reference-unknown':
    'At “{path}”, “{id}” is named but described nowhere: {kind}. Please describe it or correct the id.',
  'level-cycle': 'The level “{level}” lies above itself. Please correct its parent level.',
  'table-empty': 'The file has no data in it. Please export it again.',
  'quotes-unbalanced': 'A quotation mark is never closed. Please add it in the file, or export it again.',
  'row-width':
    'The row has {found} cells, the header {expected}. There is probably a delimiter within a text: please check the row.',
  'column-duplicate': 'The column “{column}” occurs twice. Please rename one of them.',
  'column-unknown': 'There is no column “{column}”. Please name one of these: {available}.',
  'columns-ignored': '{n|One column was|# columns were} left out because no figure has that name: {columns}.',
  'rows-missing':
    'For {years} {n|one area|# areas} of the level “{level}” {n|is|are} missing and {n|has|have} no figures in these years.',
  'key-missing': 'The key is empty. Please fill it in, or delete the row.',
  'key-not-text': 'The key {key} is a number, so leading zeros are lost. Please save the column as text.',
  'key-lost-zeros':
    'The keys have lost their leading zeros: “{key}” instead of “{padded}”. With the zeros added, {n|one row|# rows} would match: please save the column as text.',
  'area-unknown':
    'There is no area “{key}” on the level “{level}”. Please correct the key, or leave the row out.',
  'area-duplicate': 'The key “{key}” occurs twice, first at position {first}. Please change one of them.',
  'parent-unknown':
    'The area “{area}” is said to lie in “{key}”, which the level “{level}” does not have. Please correct the key.',
  'year-unknown': '“{value}” is not a year between 1900 and 2100. Please correct it.',
  'row-duplicate':
    'Area “{key}” and year {year} occur twice, first in row {first}. Please leave one of the rows out.',
  'cell-duplicate':
    'For area “{key}” and year {year} there is already a value in {first}. Please leave the column out of one of the tables.',
  'number-invalid':
    '“{value}” is neither a number as declared nor a known sign. Please correct the cell, or how the numbers of the column are written.',
  'count-negative': 'A count cannot be negative: {value}. Please correct it, or read the column as a value.',
  'share-negative': 'A share cannot be negative: {value}. Please correct it, or read the column as a value.',
  'share-not-percent':
    '{n} of {total} shares are above 1. They are probably percentages: please tick “Given in per cent” (in the data pack: “stored: percent”).',
  'shares-above-one': '{n|One share is|# shares are} above 100%. Please check whether it is a share.',
  'count-over-total':
    '“{part}” is {count}, more than “{whole}” with {total} (area “{key}”, {year}). Please check both columns, and the whole.',
  'variables-empty': '{n|One figure has|# figures have} no values: {variables}.',
  'areas-without-geometry':
    '{n|One area|# areas} of the level “{level}” {n|has|have} no outline and {n|does|do} not appear on the map.',
  'outlines-crossing':
    'The outline of {n|one area|# areas} of the level “{level}” crosses itself (for example {areas}). Sizes and neighbours may be slightly off there; corrected outlines are more exact.',
  'geometry-not-polygon': 'The area “{area}” is not a polygon but: {type}. Please correct it in your GIS.',
  'ring-too-short':
    'The outline of “{area}” has only {points|one point|# points}; at least four are needed. Please correct it in your GIS.',
  'ring-open': 'The outline of “{area}” is not closed. Please correct it in your GIS.',
  'ring-flat': 'The outline of “{area}” encloses no area. Please correct it in your GIS.',
  'coordinates-invalid':
    '“{area}” has no readable coordinates: {x}, {y}. Please correct them, or leave them empty.',
  'coordinates-out-of-range':
    'The coordinates of “{area}” are no longitude and latitude: {x}, {y}. Please state the coordinate system.',
  'coordinates-swapped': 'Longitude and latitude of “{area}” are swapped: {x}, {y}. Please exchange the two.',
  'context-invalid':
    'The feature has no readable geometry or no property “kind”. Please add it, or delete the feature.',
  'names-differ':
    'The key “{key}” has two names: “{first}” and “{second}”. The first one is used; please check.',
  'institution-duplicate':
    'The institution “{id}” occurs twice, first in row {first}. Please delete one of the rows.',
  'institution-unknown':
    'The institution “{id}” is not in the list of institutions. Please correct the number, or add the institution.',
  'institution-without-id':
    'This row yields no unique number. Please choose a column that tells every institution apart.',
  'form-unknown': 'The form “{value}” is not described. Please describe it, or correct the word.',
  'provider-unknown': 'The provider “{value}” is not described. Please describe it, or correct the word.',
  'class-kind-unknown': 'The kind of class “{value}” is not known. It can be all, regular or preparatory.',
  'composition-duplicate':
    'For “{id}” and {year} there is already a row of the same kind of class: {first}. Please delete one of them.',
  'compositions-without-total':
    '{n|One row has|# rows have} no total number of children and {n|was|were} left out.',
  'institutions-without-position':
    '{n|One|#} of {total} institutions {n|has|have} no position and {n|is|are} in the lists, not on the map.',
  'institutions-without-composition':
    '{form}: {n|one|#} of {total} institutions {n|has|have} no figures on composition.',
  'institutions-repeated':
    '{n|One row repeats|# rows repeat} the number and figures of another and {n|is|are} not counted again.',
  'catchments-without-institution': '{n|One catchment has|# catchments have} no institution.',
  'years-reversed': 'The end {end} is before the start {start}. Please correct it.',
  'weight-invalid': '“{value}” is not a weight between 0 and 1. Please correct it.',
  'crosswalk-incomplete':
    'The weights of {n|one area|# areas} from “{from}” to “{to}” do not add up to 1. There the conversion loses or adds people: please check the table.',
  'need-profile-unknown': 'There is no method profile “{profile}”. Please choose another one.',
  'need-profile-invalid': 'The method profile cannot be read at “{part}”: {detail}.',
  'need-profile-part-missing': 'The method profile lacks “{part}”.',
  'need-profile-file-missing': 'The file with the method profile cannot be opened.',
  'need-profile-not-json': 'The file with the method profile is not valid JSON: {detail}.',
  'need-no-editions':
    'The data pack has no year with all the values that the method profile “{profile}” needs. Please choose another one.',
  'need-edition-unknown': 'There is no edition {edition}. Available: {editions}.',
  'need-indicators-missing':
    'The data pack lacks indicators of the method profile “{profile}”: {indicators}. Please choose another profile.',
  'need-indicators-left-out':
    'Computed without these indicators, which the data pack does not have: {indicators}.',
  'need-no-dynamics': 'The dynamics of edition {edition} cannot be computed from these data.',
  'need-edition-left-out':
    'The edition {edition} is left out of the time series because indicators are missing.',
  'need-no-crosswalk':
    'The edition {edition} is left out of the time series: there is no crosswalk for the vintage “{level}”.',
};
