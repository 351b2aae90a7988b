import type { layers as source } from '../../de/problems/layers.ts';

export const layers: Readonly<Record<keyof typeof source, string>> = {
  'shp-invalid': 'This is no shapefile: its first bytes are wrong.',
  'shp-truncated':
    'The shapefile is cut off: only {percent} % of it are there. Please copy or download it again.',
  'shp-record-invalid': 'This record of the shapefile is damaged. The file is not read.',
  'shp-type-unknown':
    'The shapefile contains shapes of type {type}, which are neither areas, lines nor points.',
  'shapefile-counts-differ':
    '{shapes} outlines (.shp) come with {records} rows (.dbf): the two files do not belong together.',
  'dbf-invalid': 'This is no readable dBase table (.dbf).',
  'dbf-truncated': 'The dBase table (.dbf) is cut off: it speaks of {expected} rows, only {found} are there.',
  'dbf-missing': 'The .dbf file is missing: the outlines have neither keys nor names.',
  'encoding-overruled':
    'The declared encoding is {declared}, but the characters speak for {encoding}. It was read that way.',
  'gpkg-invalid': 'This is no readable GeoPackage: {reason}',
  'gpkg-truncated':
    'The GeoPackage is cut off: only {percent} % of it are there. Please copy or download it again.',
  'gpkg-log-unread':
    'Beside the GeoPackage lies a log of changes not yet worked in (.gpkg-wal). It is not read: please close the file in your GIS and drop it again.',
  'gpkg-view-unread': 'The view “{table}” of the GeoPackage calls itself and is not read.',
  'gpkg-geometry-unread':
    'In “{table}”, {n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out, the figures stay.',
  'gpkg-tables-missing': 'The GeoPackage has neither layers nor tables, only pictures or nothing at all.',
  'gpkg-program-missing':
    'The program that reads GeoPackages could not be loaded. Please check the connection and try again.',
  'xml-invalid':
    'This is no sound XML: the file is cut off, damaged or has a document type (DOCTYPE), which is not read here.',
  'gml-exception': 'Instead of data the service has sent an error message: “{text}”',
  'gml-axes-otherwise':
    'By the name of the coordinate system ({name}) easting and northing would stand the other way round. Only the other order lies in Germany; it was read that way.',
  'gml-systems-mixed':
    '{n|# outline is|# outlines are} in another coordinate system than the others ({name}) and left out.',
  'gml-geometry-unread':
    '{n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out, the figures stay.',
  'kml-links':
    'The file refers to {n|# other file|# other files} on the network. {n|It is|They are} not loaded: please download and add {n|it|them} yourself.',
  'kml-geometry-unread':
    '{n|# outline has|# outlines have} unreadable coordinates. {n|It is|They are} left out, the figures stay.',
  'fgb-invalid': 'This is no readable FlatGeobuf: the file is damaged or something else.',
  'fgb-truncated': 'The FlatGeobuf is cut off. Please copy or download it again.',
  'fgb-geometry-unread':
    '{n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out, the figures stay.',
  'parquet-invalid': 'This is no readable Parquet file: {reason}',
  'parquet-encrypted': 'The Parquet file is encrypted and cannot be read.',
  'parquet-too-large':
    'The Parquet file has more than {n} million values. So many do not fit into memory: please cut it down to what is needed first.',
  'parquet-encoding-unknown':
    'The Parquet file has its outlines in a form that is not read here: {encoding}. Please save them as WKB.',
  'parquet-geometry-unread':
    '{n|# outline is|# outlines are} damaged or of an unknown kind. {n|It is|They are} left out, the figures stay.',
  'geojson-line-invalid': 'This line is no readable GeoJSON: the file is damaged or cut off.',
};
