import type { TextTable } from '../formats/table.ts';
import type { InspectedTable } from '../inspect/inspection.ts';
import { type AreaNames, type AreasOfPlan, areasOfLayer, areNames, keysByName } from '../join/areaKeys.ts';
import { writingRepairs } from '../join/keyRepairs.ts';
import type { ImportData } from './importData.ts';
import { keyCandidates } from './keyCandidates.ts';
import type { ImportPlan, TablePlan } from './plan.ts';
import type { KeyRepair } from './review.ts';
import { cellReader } from './tableColumns.ts';
import type { TableReader } from './tableReader.ts';
import type { TableTally } from './tableTally.ts';

interface Source {
  readonly plan: ImportPlan;
  readonly data: ImportData;
  readonly areas: AreasOfPlan;
}

/** What else could be tried for the rows without an area, by how many rows it would match more. */
export function tableRepairs(
  table: TablePlan,
  inspected: InspectedTable,
  rows: TextTable,
  reader: TableReader,
  { lost, matched, matchedRows }: TableTally,
  { plan, data, areas }: Source,
): readonly KeyRepair[] {
  if (lost.size === 0) return [];
  const own = areas.of(table.level);
  const repairs: KeyRepair[] = table.key.by === 'key' ? [...writingRepairs(lost, own, matched)] : [];
  const kept = rows.rows.filter(reader.keep);
  const cells = (columns: readonly string[]): readonly string[] => {
    const cell = cellReader(rows, columns);
    return cell ? kept.map(cell) : [];
  };
  const present = cells(table.key.columns);
  const better = (
    kind: KeyRepair['kind'],
    to: string,
    texts: readonly string[],
    keys: ReadonlySet<string>,
  ): void => {
    const hits = texts.filter((text) => keys.has(text));
    const [example] = hits;
    if (hits.length <= matchedRows || example === undefined) return;
    const before = present[texts.indexOf(example)] ?? '';
    repairs.push({ kind, to, more: hits.length - matchedRows, example: [before, example] });
  };
  const level = plan.levels.find(({ id }) => id === table.level);
  const from = level?.from.kind === 'layer' ? level.from : null;
  const layer = from ? data.layer(from.layer) : null;
  if (from && layer && table.key.by === 'key') {
    better('other-property', from.name, present, uniqueNames(own));
    for (const property of Object.keys(layer.features[0]?.properties ?? {})) {
      if (property === from.key || property === from.name) continue;
      const others = areasOfLayer(layer, property, property, null);
      if (others.size >= own.size / 2) better('other-property', property, present, new Set(others.keys()));
    }
  }
  for (const other of plan.levels) {
    if (other.id !== table.level && !areNames(areas.of(other.id)))
      better('other-level', other.id, present, new Set(areas.of(other.id).keys()));
  }
  const keys = areNames(own) ? uniqueNames(own) : new Set(own.keys());
  for (const columns of keyCandidates(inspected)) {
    const [column] = columns;
    if (columns.length === 1 && column !== undefined && !table.key.columns.includes(column))
      better('other-column', column, cells(columns), keys);
  }
  return repairs.sort((a, b) => b.more - a.more).slice(0, 12);
}

function uniqueNames(areas: AreaNames): ReadonlySet<string> {
  return new Set([...keysByName(areas)].filter(([, keys]) => keys.length === 1).map(([name]) => name));
}
