import type { Sheet } from '../formats/driver.ts';
import { distinctOf } from './distinctOf.ts';
import type { HeadingGuess } from './guess.ts';
import type { InspectedColumn, KeyFinding } from './inspection.ts';
import type { LongColumn } from './longTable.ts';
import type { Turn } from './turns.ts';

/** A column as far as it is understood before it is known whether the table is long. */
export interface DraftColumn {
  readonly position: number;
  readonly name: string;
  readonly heading: HeadingGuess;
  readonly type: InspectedColumn['type'];
  readonly key: KeyFinding | null;
}

/** The columns as `findLong` asks for them. Cells are compared only where a table may be long: with one figure alone. */
export async function longColumns(
  sheet: Sheet,
  rows: Int32Array,
  drafts: readonly DraftColumn[],
  turn: Turn,
): Promise<readonly LongColumn[]> {
  const kinds = drafts.map(kindInLong);
  const mayBeLong = kinds.filter((kind) => kind === 'figure').length === 1;
  const columns: LongColumn[] = [];
  for (const [c, draft] of drafts.entries()) {
    const { name, position, heading, key, type } = draft;
    const kind = kinds[c] ?? 'other';
    const needed = mayBeLong && (kind === 'key' || kind === 'name' || kind === 'text');
    columns.push({
      name,
      position,
      kind: kind === 'text' && key && type === 'text' && !heading.rule ? 'other' : kind,
      distinct: needed ? (await distinctOf(sheet, rows, position, Number.POSITIVE_INFINITY, turn)).size : 0,
    });
  }
  return columns;
}

function kindInLong({ type, heading, key }: DraftColumn): LongColumn['kind'] {
  const role = heading.rule?.role;
  if (type === 'empty') return 'other';
  if (type === 'year' || type === 'date') return 'year';
  if (key && (role === 'area-key' || role === 'institution-key')) return 'key';
  if (role === 'area-name' || role === 'name') return type === 'text' ? 'name' : 'other';
  if (role === 'x' || role === 'y') return 'other';
  if (type === 'number') return key ? 'key' : 'figure';
  return 'text';
}
