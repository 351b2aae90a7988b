import { wordsOf } from '#i18n/i18n.ts';
import { openPack } from '#import/pack/openPack.ts';
import { groupCounts } from '#measuring/groupCounts.ts';
import { groupSelection } from '#measuring/groupSelection.ts';
import { contextFor, defaultSettings } from '#measuring/indexContext.ts';
import { createMeasureCache, levelGeography } from '#measuring/measureCache.ts';
import { yearsOfFamily, yearsOfVariables } from '#model/aggregate.ts';
import type { Level, Study } from '#model/study.ts';
import type { IndexContext } from '#stats/spec.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import type { Findings } from './findings.ts';
import { fromFolder } from './fromFolder.ts';

export interface MeasurePack {
  readonly study: Study;
  readonly level: Level;
  readonly year: number;
  /** Areas with figures and people of any of the groups. */
  readonly ids: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly names: readonly string[];
  /** Areas left out. */
  readonly excluded: number;
  /** Null where an area that counts has no geometry. */
  readonly weights: SparseMatrix | null;
  readonly space: IndexContext | null;
}

/** Groups of residents from a city pack, at a level (id, or family: then the vintage of the year) and year. */
export async function readMeasurePack(
  directory: string,
  levelName: string,
  wantedYear: number | null,
  ids: readonly string[],
  findings: Findings,
): Promise<MeasurePack | null> {
  const where = { file: directory };
  const opened = await openPack(fromFolder(directory));
  if (!opened.ok) {
    for (const found of opened.problems) findings.problem(found);
    return null;
  }
  const study = opened.value;
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
  const chosen = known.find(({ year }) => year === (wantedYear ?? known.at(-1)?.year));
  if (!chosen) {
    const years = known.map(({ year }) => year).join(', ') || 'keines';
    return refuse(
      `Für das Jahr ${wantedYear ?? ''} liegen auf dieser Ebene keine Zahlen vor. Vorhanden: ${years}.`,
    );
  }
  const { year, level } = chosen;
  const counts = groupCounts(study, level.id, selection, year);
  if ('refusal' in counts) return refuse(reasonText(counts.refusal));
  const { positions } = counts;
  const geography = levelGeography(study, level, createMeasureCache());
  const isLocated = positions.every((a) => geography.located[a] === 1);
  const space = isLocated ? contextFor(geography, positions, defaultSettings) : null;
  return {
    study,
    level,
    year,
    ids: Array.from(positions, (a) => level.keys[a]!),
    columns: counts.columns.map((column) => Float64Array.from(positions, (a) => column[a]!)),
    names: selection.groups.map((group) => group?.name.de ?? selection.groups[0]?.restName.de ?? 'Übrige'),
    excluded: level.keys.length - positions.length,
    weights: space?.weights ?? null,
    space,
  };
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
