/** x (or longitude), y (or latitude); anything further is ignored. */
export type Position = readonly number[];
/** A closed line: the last position repeats the first. */
export type Ring = readonly Position[];
/** Outline, then holes. */
export type Rings = readonly Ring[];

/** The geometries of areas; GeoJSON's Polygon and MultiPolygon objects fit. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: Rings }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };

/** All polygons of a geometry, each as outline and holes; none for null. */
export function polygonsOf(geometry: AreaGeometry | null): readonly Rings[] {
  if (!geometry) return [];
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
