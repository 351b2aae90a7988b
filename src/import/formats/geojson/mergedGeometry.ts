import type { Geometry } from 'geojson';

/** Geometries of one kind as one of its plural – an area with islands is several polygons –, others as a collection. */
export function mergedGeometry(geometries: readonly Geometry[]): Geometry | null {
  const [first] = geometries;
  if (!first || geometries.length === 1) return first ?? null;
  const polygons = geometries.flatMap((part) =>
    part.type === 'Polygon' ? [part.coordinates] : part.type === 'MultiPolygon' ? part.coordinates : [],
  );
  if (geometries.every(({ type }) => type.endsWith('Polygon')))
    return { type: 'MultiPolygon', coordinates: polygons };
  const lines = geometries.flatMap((part) =>
    part.type === 'LineString' ? [part.coordinates] : part.type === 'MultiLineString' ? part.coordinates : [],
  );
  if (geometries.every(({ type }) => type.endsWith('LineString')))
    return { type: 'MultiLineString', coordinates: lines };
  const points = geometries.flatMap((part) =>
    part.type === 'Point' ? [part.coordinates] : part.type === 'MultiPoint' ? part.coordinates : [],
  );
  if (geometries.every(({ type }) => type.endsWith('Point')))
    return { type: 'MultiPoint', coordinates: points };
  return { type: 'GeometryCollection', geometries: [...geometries] };
}
