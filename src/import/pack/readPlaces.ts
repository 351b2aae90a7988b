import type { FeatureCollection } from 'geojson';
import type { Catchment, Crosswalk, Institution, Level, Programme } from '#model/study.ts';
import { parseNumber } from '../columns/parseNumber.ts';
import { isRecord, propertyOf } from '../formats/feature.ts';
import { checkGeometry } from '../geometry/checkGeometry.ts';
import type { Descriptor } from './descriptor.ts';
import { KeyCheck, readYear } from './keyCheck.ts';
import type { ProblemList } from './problemList.ts';
import { wordsIn } from './readInstitutions.ts';
import { columnsOf, type PackReader } from './readPackFile.ts';

type Own = Descriptor['quartierlupe'];

export async function readCatchments(
  declared: Own['catchments'],
  institutions: readonly Institution[],
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly Catchment[]> {
  const known = new Set(institutions.map((institution) => institution.id));
  const catchments: Catchment[] = [];
  for (const { resource, form, year } of declared) {
    const features = await reader.features(resource, undefined);
    const file = reader.fileOf(resource);
    const rowOf = new Map<string, number>();
    let without = 0;
    features?.forEach((feature, i) => {
      const row = i + 1;
      const id = String(propertyOf(feature, 'id') ?? '');
      const first = rowOf.get(id);
      if (id === '') problems.add('key-missing', {}, { file, row, column: 'id' });
      else if (first !== undefined)
        problems.add('area-duplicate', { key: id, first }, { file, row, column: 'id' });
      rowOf.set(id, row);
      const ids = wordsIn(String(propertyOf(feature, 'institutions') ?? ''));
      if (ids.length === 0) without++;
      for (const institution of ids) {
        if (!known.has(institution))
          problems.add('institution-unknown', { id: institution }, { file, row, column: 'institutions' });
      }
      const geometry = checkGeometry(feature.geometry, id, { file, row }, problems);
      if (geometry) catchments.push({ id, form, year, institutions: ids, geometry });
    });
    if (without > 0) notes.add('catchments-without-institution', { n: without }, { file });
  }
  return catchments;
}

export async function readProgrammes(
  declared: NonNullable<Own['programmes']>,
  levels: readonly Level[],
  reader: PackReader,
  problems: ProblemList,
): Promise<readonly Programme[]> {
  const table = await reader.table(declared.resource);
  const level = levels.find((candidate) => candidate.id === declared.level);
  const at =
    table &&
    columnsOf(
      table,
      {
        id: 'id',
        name: 'name',
        de: 'programme_de',
        en: 'programme_en',
        start: 'start',
        end: 'end',
        areas: 'areas',
      },
      problems,
    );
  if (!table || !level || !at) return [];
  const { file } = table;
  const keys = new KeyCheck(level);
  const rowOf = new Map<string, number>();
  const programmes: Programme[] = [];
  for (const { row, cells } of table.rows) {
    const cell = (name: keyof typeof at): string => (cells[at[name]] ?? '').trim();
    const yearOrOpen = (name: 'start' | 'end'): number | null =>
      cell(name) === '' ? null : readYear(cell(name), { file, row, column: name }, problems);
    const id = cell('id');
    const first = rowOf.get(id);
    if (id === '') problems.add('key-missing', {}, { file, row, column: 'id' });
    else if (first !== undefined)
      problems.add('id-duplicate', { id, kind: 'programme' }, { file, row, column: 'id' });
    rowOf.set(id, row);
    const start = yearOrOpen('start');
    const end = yearOrOpen('end');
    if (start !== null && end !== null && end < start)
      problems.add(
        'years-reversed',
        { start: String(start), end: String(end) },
        { file, row, column: 'end' },
      );
    const areas = wordsIn(cell('areas'));
    for (const key of areas) keys.find(key, { file, row, column: 'areas' }, problems);
    programmes.push({
      id,
      name: cell('name') || id,
      programme: { de: cell('de'), en: cell('en') || cell('de') },
      start,
      end,
      level: level.id,
      areas,
      geometry: null,
    });
  }
  keys.finish(problems);
  return programmes;
}

export async function readCrosswalks(
  declared: Own['crosswalks'],
  levels: readonly Level[],
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly Crosswalk[]> {
  const crosswalks: Crosswalk[] = [];
  for (const { from, to, resource, method } of declared) {
    const table = await reader.table(resource);
    const fromLevel = levels.find((level) => level.id === from);
    const toLevel = levels.find((level) => level.id === to);
    const at = table && columnsOf(table, { from: 'from', to: 'to', weight: 'weight' }, problems);
    if (!table || !fromLevel || !toLevel || !at) continue;
    const { file } = table;
    const fromCheck = new KeyCheck(fromLevel);
    const toCheck = new KeyCheck(toLevel);
    const fromKeys: string[] = [];
    const toKeys: string[] = [];
    const weights: number[] = [];
    const sums = new Map<string, number>();
    for (const { row, cells } of table.rows) {
      const fromKey = (cells[at.from] ?? '').trim();
      const toKey = (cells[at.to] ?? '').trim();
      const text = (cells[at.weight] ?? '').trim();
      const weight = parseNumber(text, reader.numberFormat(resource, 'weight'))?.value ?? NaN;
      fromCheck.find(fromKey, { file, row, column: 'from' }, problems);
      toCheck.find(toKey, { file, row, column: 'to' }, problems);
      if (!(weight >= 0 && weight <= 1.001))
        problems.add('weight-invalid', { value: text }, { file, row, column: 'weight' });
      fromKeys.push(fromKey);
      toKeys.push(toKey);
      weights.push(weight);
      sums.set(fromKey, (sums.get(fromKey) ?? 0) + weight);
    }
    fromCheck.finish(problems);
    toCheck.finish(problems);
    const incomplete = fromLevel.keys.filter((key) => Math.abs((sums.get(key) ?? 0) - 1) > 0.01).length;
    if (incomplete > 0) notes.add('crosswalk-incomplete', { n: incomplete, from, to }, { file });
    crosswalks.push({ from, to, fromKeys, toKeys, weights: Float64Array.from(weights), method });
  }
  return crosswalks;
}

/** The ground under the map: any geometry, as long as each feature says its kind. */
export async function readContext(
  declared: NonNullable<Own['context']>,
  reader: PackReader,
  problems: ProblemList,
): Promise<FeatureCollection | null> {
  const features = await reader.features(declared.resource, undefined);
  if (!features) return null;
  const file = reader.fileOf(declared.resource);
  const checked: FeatureCollection['features'] = [];
  features.forEach((feature, i) => {
    const { geometry } = feature;
    const positions = isRecord(geometry) ? drawable(geometry) : null;
    if (!positions || typeof propertyOf(feature, 'kind') !== 'string')
      problems.add('context-invalid', {}, { file, row: i + 1 });
    else
      checked.push({
        type: 'Feature',
        properties: { ...feature.properties },
        geometry: geometry as FeatureCollection['features'][number]['geometry'],
      });
  });
  return { type: 'FeatureCollection', features: checked };
}

const depthOf: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function drawable(geometry: Record<string, unknown>): boolean {
  const type = String(geometry.type);
  const depth = Object.hasOwn(depthOf, type) ? depthOf[type] : undefined;
  return depth !== undefined && positionsAt(geometry.coordinates, depth);
}

function positionsAt(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((part) => positionsAt(part, depth - 1));
  const [x, y] = value as unknown[];
  return typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= 180 && Math.abs(y) <= 90;
}
