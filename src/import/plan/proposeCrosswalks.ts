import type { InspectedTable } from '../inspect/inspection.ts';
import type { AreasOfPlan } from '../join/areaKeys.ts';
import type { ImportData } from './importData.ts';
import { keyCandidates, keyFit } from './keyCandidates.ts';
import type { CrosswalkPlan, LevelPlan } from './plan.ts';

const nobody: ReadonlySet<number> = new Set();
const leastPart = 0.5;

/** Tables with keys of two vintages of one family and the part of the one that lies in the other. */
export function proposeCrosswalks(
  tables: readonly InspectedTable[],
  levels: readonly LevelPlan[],
  areas: AreasOfPlan,
  data: ImportData,
): readonly CrosswalkPlan[] {
  const found: CrosswalkPlan[] = [];
  for (const table of tables) {
    const weight = table.columns.find(
      ({ number, guess }) =>
        number !== null &&
        !number.whole &&
        number.min >= 0 &&
        number.max <= 1.001 &&
        guess.role !== 'area-key',
    );
    const rows = data.table(table.id);
    if (!weight || !rows || table.columns.length > 12) continue;
    const keys = keyCandidates(table).filter((columns) => columns.length === 1);
    const fits = levels.map((level) => {
      const best = keys
        .map((columns) => keyFit(columns, rows, areas.of(level.id), nobody))
        .sort((a, b) => b.areas - a.areas)[0];
      return { level, column: best?.columns[0] ?? '', part: (best?.areas ?? 0) / areas.of(level.id).size };
    });
    for (const from of fits) {
      const to = fits.find(
        (other) =>
          other.level.family === from.level.family &&
          levels.indexOf(other.level) > levels.indexOf(from.level) &&
          other.column !== from.column,
      );
      if (!to || from.part < leastPart || to.part < leastPart) continue;
      // From the vintage whose parts add up to one; usually the first of the two columns.
      const isForward = weightsAddUp(rows, from.column, weight.name);
      const [first, second] = isForward ? [from, to] : [to, from];
      found.push({
        from: first.level.id,
        to: second.level.id,
        by: {
          kind: 'table',
          table: table.id,
          fromColumn: first.column,
          toColumn: second.column,
          weightColumn: weight.name,
        },
      });
      break;
    }
  }
  return found;
}

function weightsAddUp(
  table: NonNullable<ReturnType<ImportData['table']>>,
  column: string,
  weight: string,
): boolean {
  const at = table.header.indexOf(column);
  const value = table.header.indexOf(weight);
  const sums = new Map<string, number>();
  for (const { cells } of table.rows) {
    const key = (cells[at] ?? '').trim();
    const number = Number((cells[value] ?? '').replace(',', '.'));
    sums.set(key, (sums.get(key) ?? 0) + number);
  }
  const whole = [...sums.values()].filter((sum) => Math.abs(sum - 1) < 0.02).length;
  return whole >= sums.size * 0.8;
}
