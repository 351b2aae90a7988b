import { csvDriver } from './csv/csvDriver.ts';
import type { Driver } from './driver.ts';
import { flatGeobufDriver } from './flatgeobuf/flatGeobufDriver.ts';
import { geoJsonDriver } from './geojson/geoJsonDriver.ts';
import { geoPackageDriver } from './geopackage/geoPackageDriver.ts';
import { geoParquetDriver } from './geoparquet/geoParquetDriver.ts';
import { gmlDriver } from './gml/gmlDriver.ts';
import { kmlDriver } from './kml/kmlDriver.ts';
import { shapefileDriver } from './shapefile/shapefileDriver.ts';
import { topoJsonDriver } from './topojson/topoJsonDriver.ts';
import { odsDriver, xlsxDriver } from './xlsx/workbookDrivers.ts';

/** Every format a file can be read in. Drivers are small; their libraries are loaded when they read. */
export const drivers: readonly Driver[] = [
  // Tables
  csvDriver,
  xlsxDriver,
  odsDriver,
  // Geometry
  geoJsonDriver,
  topoJsonDriver,
  shapefileDriver,
  geoPackageDriver,
  flatGeobufDriver,
  geoParquetDriver,
  gmlDriver,
  kmlDriver,
];
