import type { layers as source } from '../../de/problems/layers.ts';

export const layers: Readonly<Record<keyof typeof source, string>> = {
  'shp-invalid': 'This is not a shapefile: its first bytes are wrong. Please export it again.',
  'shp-truncated':
    'The shapefile is cut off: only {percent}% of it is there. Please copy or download it again.',
  'shp-record-invalid':
    'This record of the shapefile is damaged. The file is not read: please export it again.',
  'shp-type-unknown':
    'The shapefile contains shapes of type {type}, which are neither polygons, lines nor points. Please export it as polygons.',
  'shapefile-counts-differ':
    'There are {shapes} outlines (.shp) but {records} rows (.dbf): the two files do not belong together. Please drop all parts of one and the same export.',
  'dbf-invalid': 'This is not a readable dBase table (.dbf). Please export it again.',
  'dbf-truncated':
    'The dBase table (.dbf) is cut off: it announces {expected} rows, but only {found} are there. Please copy or download it again.',
  'dbf-missing':
    'The .dbf file is missing: without it the outlines have neither keys nor names. Please drop it as well.',
  'encoding-overruled':
    'The file is declared as {declared}, but its characters suggest {encoding}. It was read that way; please check the umlauts.',
  'gpkg-invalid': 'This is not a readable GeoPackage ({reason}). Please export it again.',
  'gpkg-truncated':
    'The GeoPackage is cut off: only {percent}% of it is there. Please copy or download it again.',
  'gpkg-log-unread':
    'Beside the GeoPackage there is a log of changes that have not been saved to it yet (.gpkg-wal); the log is not read. Please close the file in your GIS and drop it again.',
  'gpkg-view-unread':
    'The view “{table}” of the GeoPackage refers to itself and is not read. Please save it as a table.',
  'gpkg-geometry-unread':
    'In “{table}”, {n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out; the other details stay. If something is missing on the map, please export it again.',
  'gpkg-tables-missing':
    'The GeoPackage has neither layers nor tables, only images or nothing at all. Please export the layer with the areas.',
  'gpkg-program-missing':
    'The program that reads GeoPackages could not be loaded. Please check the connection and try again.',
  'xml-invalid':
    'This is not valid XML: the file is cut off, damaged, or declares a document type (DOCTYPE), which is not read here. Please download it again.',
  'gml-exception':
    'Instead of data the service sent an error message: “{text}”. Please load it again later, or ask its provider.',
  'gml-axes-otherwise':
    'Going by the name of the coordinate system ({name}), easting and northing would be the other way round. Only the other order puts the areas in Germany; it was read that way. Please check the position on the map.',
  'gml-systems-mixed':
    '{n|# outline is|# outlines are} in a different coordinate system from the others ({name}) and {n|is|are} left out. Please export everything in one system.',
  'gml-geometry-unread':
    '{n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out; the other details stay. If something is missing on the map, please export it again.',
  'kml-links':
    'The file refers to {n|# other file|# other files} on the internet. {n|It is|They are} not loaded: please download and add {n|it|them} yourself.',
  'kml-geometry-unread':
    '{n|# outline has|# outlines have} unreadable coordinates. {n|It is|They are} left out; the other details stay. If something is missing on the map, please export it again.',
  'fgb-invalid':
    'This is not a readable FlatGeobuf: the file is damaged, or something else. Please export it again.',
  'fgb-truncated': 'The FlatGeobuf is cut off. Please copy or download it again.',
  'fgb-geometry-unread':
    '{n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out; the other details stay. If something is missing on the map, please export it again.',
  'parquet-invalid': 'This is not a readable Parquet file ({reason}). Please export it again.',
  'parquet-encrypted': 'The Parquet file is encrypted. Please save it without encryption.',
  'parquet-too-large':
    'The Parquet file has more than {n} million values, more than fit into memory: please cut it down to what is needed first.',
  'parquet-encoding-unknown':
    'The Parquet file holds its outlines in a form that is not read here ({encoding}). Please save them as WKB.',
  'parquet-geometry-unread':
    '{n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out; the other details stay. If something is missing on the map, please export it again.',
  'geojson-line-invalid':
    'This line is not readable GeoJSON: the file is damaged or cut off. Please download or export it again.',
};
