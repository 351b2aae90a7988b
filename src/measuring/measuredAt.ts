import type { Level, Study } from '#model/study.ts';
import type { IndexContext, Need, TwoGroupSpec } from '#stats/spec.ts';
import { type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import type { Reason } from './answer.ts';
import { centrePoint } from './centrePoint.ts';
import { type Geography, valuesAt } from './geography.ts';
import { type GroupCounts, groupCounts } from './groupCounts.ts';
import type { GroupSelection } from './groupSelection.ts';
import { contextFor, type SpaceSettings, settingsKey, withKeptSums } from './indexContext.ts';
import { levelGeography, type MeasureCache } from './measureCache.ts';
import type { Near } from './measureIndex.ts';
import { chanceValue, measuredIndices, measuredValue } from './measureIndex.ts';

/** Two groups over the areas of one level in one year, with all that has been computed of them. */
export interface Measured extends GroupCounts {
  /** Over the used areas only: an area without figures is no empty area. */
  readonly table: TwoGroupTable;
  /** The used areas with a geometry: what spatial indices see; null if none has. */
  readonly located: Located | null;
  /** Values by kind, index and settings. */
  readonly known: Map<string, number>;
  /** Contexts by settings. */
  readonly contexts: Map<string, IndexContext>;
}

export interface Located {
  readonly table: TwoGroupTable;
  /** In the level. */
  readonly positions: Int32Array;
  readonly geography: Geography;
  /** Where the centre that is asked for lies, in the coordinates of the places; null: where the indices put it. */
  centreAt(settings: SpaceSettings): readonly [number, number] | null;
}

/** So many questions are kept per Study. */
const keptQuestions = 600;
/** Positions of the radius slider that are kept per question. */
const keptContexts = 4;

/** The counts of a question and whatever is already known of them, or why there are none. */
export function measuredAt(
  study: Study,
  level: Level,
  selection: GroupSelection,
  year: number,
  cache: MeasureCache,
): Measured | { readonly refusal: Reason } {
  let questions = cache.measured.get(study);
  if (!questions) {
    questions = new Map();
    cache.measured.set(study, questions);
  }
  const key = JSON.stringify([level.id, year, selection.groups.map((group) => group?.id ?? null)]);
  const found = questions.get(key);
  if (found) return found;
  const counts = groupCounts(study, level.id, selection, year);
  if ('refusal' in counts) return counts;
  const made = measurable(counts, levelGeography(study, level, cache), (settings) =>
    centrePoint(study, level, settings),
  );
  questions.set(key, made);
  if (questions.size > keptQuestions) {
    for (const old of [...questions.keys()].slice(0, keptQuestions / 4)) questions.delete(old);
  }
  return made;
}

/** The first two groups of the counts, made ready for the indices. */
export function measurable(
  counts: GroupCounts,
  geography: Geography,
  centreAt: Located['centreAt'],
): Measured {
  const { columns, positions } = counts;
  const tableAt = (places: Int32Array) =>
    twoGroupTable(valuesAt(columns[0]!, places), valuesAt(columns[1]!, places));
  const table = tableAt(positions);
  const kept = positions.filter((a) => geography.located[a] === 1);
  const located =
    kept.length === 0
      ? null
      : {
          table: kept.length === positions.length ? table : tableAt(kept),
          positions: kept,
          geography,
          centreAt,
        };
  return { ...counts, table, located, known: new Map(), contexts: new Map() };
}

/** What spatial indices see under these settings. */
export function nearOf(
  { located, contexts }: Pick<Measured, 'located' | 'contexts'>,
  settings: SpaceSettings,
): Near | null {
  if (!located) return null;
  const { neighbourhood, radius, kernel } = settings;
  const key = `${neighbourhood} ${radius} ${kernel} ${settings.centre ? `${settings.family} ${settings.year} ${settings.centre}` : ''}`;
  let context = contexts.get(key);
  if (!context) {
    const centre = located.centreAt(settings);
    const base = contextFor(located.geography, located.positions, settings);
    context = withKeptSums(
      centre ? (Object.create(base, { centre: { value: centre } }) as IndexContext) : base,
    );
    contexts.set(key, context);
    for (const old of [...contexts.keys()].slice(0, -keptContexts)) contexts.delete(old);
  }
  return { table: located.table, context };
}

/** The value of one index, computed once. */
export function valueAt(spec: TwoGroupSpec, one: Measured, settings: SpaceSettings): number {
  return remembered(one, 'v', spec, settings, measuredValue);
}

/** What it would be under chance, computed once. */
export function expectedAt(spec: TwoGroupSpec, one: Measured, settings: SpaceSettings): number {
  return remembered(one, 'e', spec, settings, chanceValue);
}

/** Values by index id, as far as they have been computed. */
export function knownValues(one: Measured, settings: SpaceSettings): Readonly<Record<string, number>> {
  return Object.fromEntries(
    measuredIndices.flatMap((spec) => {
      const value = knownValue(spec, one, settings);
      return value === undefined ? [] : [[spec.id, value]];
    }),
  );
}

/** The value of one index if it has been computed. */
export function knownValue(
  { id, needs }: TwoGroupSpec,
  { known }: Measured,
  settings: SpaceSettings,
): number | undefined {
  return known.get(knownKey('v', id, needs, settings));
}

function knownKey(kind: string, id: string, needs: readonly Need[], settings: SpaceSettings): string {
  return `${kind} ${id} ${settingsKey(needs, settings)}`;
}

function remembered(
  one: Measured,
  kind: string,
  spec: TwoGroupSpec,
  settings: SpaceSettings,
  compute: (spec: TwoGroupSpec, of: { readonly table: TwoGroupTable; readonly near: Near | null }) => number,
): number {
  const key = knownKey(kind, spec.id, spec.needs, settings);
  const found = one.known.get(key);
  if (found !== undefined) return found;
  const value = compute(spec, { table: one.table, near: nearOf(one, settings) });
  one.known.set(key, value);
  return value;
}
