import type { MultiPolygon, Polygon } from 'geojson';
import type { ReadContext } from '../formats/driver.ts';
import { propertyOf, type RawFeature } from '../formats/feature.ts';
import type { GeometryFinding, GeometryReport } from '../inspect/inspection.ts';
import { ProblemList } from '../pack/problemList.ts';
import { checkGeometry } from './checkGeometry.ts';
import type { Projection } from './project.ts';
import { projectGeometry, together } from './roundGeometry.ts';

export interface AreaChoices {
  /** Property with the key, and that with the name. */
  readonly key: string;
  readonly name: string;
  /** Length to fill keys up to with zeros in front; null: as they stand. */
  readonly pad: number | null;
  /** To WGS 84. */
  readonly project: Projection;
  readonly file: string;
}

export interface Area {
  readonly key: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Where to say what was found: `problems` keep the layer from being used, `notes` do not. */
export interface Found {
  readonly problems: ProblemList;
  readonly notes: ProblemList;
}

/** The areas of a layer in WGS 84, by key. */
export async function areasOf(
  features: readonly RawFeature[],
  choices: AreaChoices,
  found: Found,
  context?: ReadContext,
): Promise<{ readonly areas: readonly Area[]; readonly report: GeometryReport }> {
  const parts = new Map<string, { name: string; geometries: (Polygon | MultiPolygon)[] }>();
  const findings: GeometryFinding[] = [];
  for (const [i, feature] of features.entries()) {
    if (context && i % 50 === 0) await context.pause(i, features.length);
    const place = { file: choices.file, row: i + 1, column: choices.key };
    const key = keyOf(feature, choices);
    if (key === null) {
      found.notes.add('key-missing', {}, place);
      continue;
    }
    const refused = new ProblemList();
    const geometry = checkGeometry(projectGeometry(feature.geometry, choices.project), key, place, refused);
    if (!geometry) {
      findings.push({ kind: 'ring-invalid', areas: [key], squareMetres: null, place: null });
      for (const problem of refused.list()) found.problems.push(problem);
      continue;
    }
    const known = parts.get(key);
    // Publishers list the parts of one area as features of their own.
    if (known) known.geometries.push(geometry);
    else parts.set(key, { name: String(propertyOf(feature, choices.name) ?? key), geometries: [geometry] });
  }
  const areas = [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { name, geometries }]): Area => ({ key, name, geometry: together(geometries) }));
  const dissolved = [...parts].filter(([, part]) => part.geometries.length > 1).map(([key]) => key);
  return { areas, report: { areas: areas.length, dissolved, findings } };
}

function keyOf(feature: RawFeature, { key, pad }: AreaChoices): string | null {
  const value = propertyOf(feature, key);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text === '' ? null : text.padStart(pad ?? 0, '0');
}
