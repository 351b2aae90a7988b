import { wordsOf } from '#i18n/i18n.ts';
import type { UnitLevel } from '#measuring/decomposeUnits.ts';
import { valuesAt } from '#measuring/geography.ts';
import { groupCounts } from '#measuring/groupCounts.ts';
import { type GroupSelection, groupSelection } from '#measuring/groupSelection.ts';
import { createMeasureCache, levelGeography, projectionOf } from '#measuring/measureCache.ts';
import { yearsOfFamily, yearsOfVariables } from '#model/aggregate.ts';
import { ancestorPositions, levelById } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import type { Findings } from './findings.ts';
import type { PackSource } from './measureOptions.ts';
import type { MeasureSide } from './measureSide.ts';
import { openShown } from './openShown.ts';

/** Groups of residents from a city pack, at a level (id, or family: then the vintage of the year), one side per year. */
export async function readMeasurePack(
  { directory, level: levelName, years, groups: ids, decompose }: PackSource,
  findings: Findings,
): Promise<readonly MeasureSide[] | null> {
  const where = { file: directory };
  const opened = await openShown(directory);
  if (!opened.ok) {
    for (const found of opened.problems) findings.problem(found);
    return null;
  }
  const { study, guarded } = opened.value;
  if (guarded) findings.note(guarded, where);
  const refuse = (sentence: string): null => {
    findings.add(sentence, where);
    return null;
  };
  const selection = groupSelection(study, ids);
  if ('refusal' in selection) {
    const residents = study.groups.filter((group) => group.scope === 'residents').map((group) => group.id);
    const unknown = ids.filter((id) => id !== 'rest' && !study.groups.some((group) => group.id === id));
    return refuse(
      selection.refusal === 'unknown-group'
        ? `Die Gruppe „${unknown.join('“, „')}“ gibt es nicht. Vorhanden: ${residents.join(', ')}, rest.`
        : reasonText(selection.refusal),
    );
  }
  const known = yearsAt(study, levelName, selection.variables);
  if (!known) {
    const levels = study.levels.map((level) => level.id).join(', ');
    const families = study.families.map((family) => family.id).join(', ');
    return refuse(`Die Gebietsebene „${levelName}“ gibt es nicht. Ebenen: ${levels}; Familien: ${families}.`);
  }
  const cache = createMeasureCache();
  const sides: MeasureSide[] = [];
  for (const wanted of years) {
    const chosen = known.find(({ year }) => year === (wanted ?? known.at(-1)?.year));
    if (!chosen) {
      const list = known.map(({ year }) => year).join(', ') || 'keines';
      return refuse(
        `Für das Jahr ${wanted ?? ''} liegen auf dieser Ebene keine Zahlen vor. Vorhanden: ${list}.`,
      );
    }
    const { year, level } = chosen;
    const counts = groupCounts(study, level.id, selection, year);
    if ('refusal' in counts) return refuse(reasonText(counts.refusal));
    const { positions } = counts;
    const levels = levelsOf(study, level, positions, decompose);
    if (typeof levels === 'string') return refuse(levels);
    const geography = levelGeography(study, level, cache);
    const isLocated = positions.every((a) => geography.located[a] === 1);
    const family = study.families.find((candidate) => candidate.id === level.family);
    sides.push({
      keys: Array.from(positions, (a) => level.keys[a]!),
      columns: counts.columns.map((column) => valuesAt(column, positions)),
      names: namesOf(selection),
      title: `${study.title.de} · ${family?.plural.de ?? level.id} (${level.vintage}) · ${year}`,
      label: String(year),
      notices: study.notice ? [study.notice.de] : [],
      places: isLocated ? { kind: 'areas', geography, geometries: level.geometries, positions } : null,
      project: projectionOf(study, level),
      isPlane: false,
      vintage: level.id,
      levels,
      used: positions.length,
      excluded: level.keys.length - positions.length,
      emptyUnits: 'drop',
    });
  }
  return sides;
}

function namesOf({ groups }: GroupSelection): readonly string[] {
  return groups.map((group) => group?.name.de ?? groups[0]?.restName.de ?? 'Übrige');
}

/** Labels at the levels named, or a sentence why there are none. */
function levelsOf(
  study: Study,
  level: Level,
  positions: Int32Array,
  names: readonly string[],
): readonly UnitLevel[] | string {
  const above: Level[] = [];
  for (let { parent } = level; parent; ) {
    const next = levelById(study, parent.level);
    above.push(next);
    parent = next.parent;
  }
  const levels: UnitLevel[] = [];
  for (const name of names) {
    const to = above.find(({ id, family }) => id === name || family === name);
    const up = to && ancestorPositions(study, level, to);
    if (!up) {
      const list = above.map(({ family }) => family).join(', ') || 'keine';
      return `„${name}“ liegt nicht über der Ebene ${level.id}. Darüber: ${list}.`;
    }
    // An area that belongs to none stands for itself.
    const labels = Array.from(positions, (a) => to.keys[up[a]!] ?? `"${level.keys[a]!}"`);
    levels.push({ name, labels });
  }
  return levels;
}

/** Years with figures for all variables, each with the level to use; null when there is no such level or family. */
function yearsAt(
  study: Study,
  name: string,
  variables: readonly string[],
): readonly { readonly year: number; readonly level: Level }[] | null {
  const level = study.levels.find((candidate) => candidate.id === name);
  if (level) return yearsOfVariables(study, level, variables).map((year) => ({ year, level }));
  const isFamily = study.families.some((family) => family.id === name);
  return isFamily ? yearsOfFamily(study, name, variables) : null;
}

export function reasonText(reason: string): string {
  return wordsOf('de').find('measure', `reason-${reason}`) ?? reason;
}
