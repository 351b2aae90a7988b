import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Level } from '#model/study.ts';
import { propertyOf } from '../formats/feature.ts';
import { checkGeometry } from '../geometry/checkGeometry.ts';
import { crossesItself } from '../geometry/crossesItself.ts';
import type { Descriptor } from './descriptor.ts';
import type { ProblemList } from './problemList.ts';
import type { PackReader } from './readPackFile.ts';

type DeclaredLevel = Descriptor['quartierlupe']['levels'][number];

/** All levels; one whose file cannot be read is left out, with its problem. */
export async function readLevels(
  declared: readonly DeclaredLevel[],
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly Level[]> {
  const levels: Level[] = [];
  for (const level of declared) {
    const read = await readLevel(level, reader, problems, notes);
    if (read) levels.push(read);
  }
  for (const level of levels) checkParents(level, levels, reader, declared, problems);
  return levels;
}

async function readLevel(
  declared: DeclaredLevel,
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<Level | null> {
  const features = await reader.features(declared.resource, declared.object);
  if (!features) return null;
  const file = reader.fileOf(declared.resource);
  if (features.length === 0) {
    problems.add('table-empty', {}, { file });
    return null;
  }
  const needed = [declared.key, declared.name, ...(declared.parent ? [declared.parent.property] : [])];
  const absent = needed.filter((name) =>
    features.every((feature) => propertyOf(feature, name) === undefined),
  );
  for (const column of absent) {
    const available = Object.keys(features[0]?.properties ?? {}).join(', ');
    problems.add('column-unknown', { column, available }, { file, column });
  }
  if (absent.length > 0) return null;

  const keys: string[] = [];
  const names: string[] = [];
  const geometries: (Polygon | MultiPolygon | null)[] = [];
  const parents: (string | null)[] = [];
  const rowOf = new Map<string, number>();
  let withoutGeometry = 0;
  features.forEach((feature, i) => {
    const where = { file, row: i + 1, column: declared.key };
    const key = propertyOf(feature, declared.key);
    if (typeof key === 'number') {
      problems.add('key-not-text', { key }, where);
      return;
    }
    if (typeof key !== 'string' || key === '') {
      problems.add('key-missing', {}, where);
      return;
    }
    const first = rowOf.get(key);
    if (first !== undefined) {
      problems.add('area-duplicate', { key, first }, where);
      return;
    }
    rowOf.set(key, i + 1);
    const name = propertyOf(feature, declared.name);
    const geometry =
      feature.geometry === null ? null : checkGeometry(feature.geometry, key, { file, row: i + 1 }, problems);
    if (feature.geometry === null) withoutGeometry++;
    keys.push(key);
    names.push(typeof name === 'string' && name !== '' ? name : key);
    geometries.push(geometry);
    if (declared.parent) {
      const parent = propertyOf(feature, declared.parent.property);
      parents.push(parent === null || parent === undefined || parent === '' ? null : String(parent));
    }
  });
  const crossing = keys.filter((_, a) => ringsOf(geometries[a] ?? null).some(crossesItself));
  if (crossing.length > 0)
    notes.add(
      'outlines-crossing',
      { n: crossing.length, areas: crossing.slice(0, 5).join(', '), level: declared.id },
      { file },
    );
  if (withoutGeometry > 0)
    notes.add('areas-without-geometry', { n: withoutGeometry, level: declared.id }, { file });
  return {
    id: declared.id,
    family: declared.family,
    vintage: declared.vintage,
    ...(declared.source ? { source: declared.source } : {}),
    validFrom: declared.validFrom,
    validTo: declared.validTo,
    keys,
    names,
    geometries,
    parent: declared.parent ? { level: declared.parent.level, keys: parents } : null,
  };
}

function ringsOf(geometry: Polygon | MultiPolygon | null): readonly Position[][] {
  if (!geometry) return [];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function checkParents(
  level: Level,
  levels: readonly Level[],
  reader: PackReader,
  declared: readonly DeclaredLevel[],
  problems: ProblemList,
): void {
  const { parent } = level;
  const above = parent && levels.find((candidate) => candidate.id === parent.level);
  if (!parent || !above) return;
  const known = new Set(above.keys);
  const own = declared.find((candidate) => candidate.id === level.id);
  if (!own?.parent) return;
  const { property } = own.parent;
  const file = reader.fileOf(own.resource);
  parent.keys.forEach((key, i) => {
    if (key !== null && !known.has(key)) {
      problems.add(
        'parent-unknown',
        { area: level.keys[i] ?? '', key, level: above.id },
        { file, row: i + 1, column: property },
      );
    }
  });
}
