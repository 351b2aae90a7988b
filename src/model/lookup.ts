import type { Indicator, Level, Observations, Study, Variable } from './study.ts';

/** The level with this id. @throws when there is none: ids inside a checked Study always resolve. */
export function levelById(study: Study, id: string): Level {
  const level = study.levels.find((candidate) => candidate.id === id);
  if (!level) throw new Error(`invalid level: ${id}`);
  return level;
}

export function indicatorById(study: Study, id: string): Indicator {
  const indicator = study.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`invalid indicator: ${id}`);
  return indicator;
}

export function variableById(study: Study, id: string): Variable {
  const variable = study.variables.find((candidate) => candidate.id === id);
  if (!variable) throw new Error(`invalid variable: ${id}`);
  return variable;
}

export function observationsOf(study: Study, levelId: string): Observations | null {
  return study.observations.find((candidate) => candidate.level === levelId) ?? null;
}

/** The vintage of a family that is official in `year`; where none claims the year, the newest one; null if no such family. */
export function levelFor(study: Study, family: string, year: number): Level | null {
  const vintages = study.levels.filter((level) => level.family === family);
  const official = vintages.find(
    (level) => (level.validFrom ?? -Infinity) <= year && year <= (level.validTo ?? Infinity),
  );
  const newestFirst = [...vintages].sort(
    (a, b) => (b.validFrom ?? -Infinity) - (a.validFrom ?? -Infinity) || 0,
  );
  return official ?? newestFirst[0] ?? null;
}

/** Position of every area key of a level. */
export function positionsOf(level: Level): ReadonlyMap<string, number> {
  return new Map(level.keys.map((key, position) => [key, position]));
}

/**
 * For each area of `from` its position in `to`, following parents; −1 where a parent is unknown.
 * Null when `to` is not above `from`. The identity when both are the same.
 */
export function ancestorPositions(study: Study, from: Level, to: Level): Int32Array | null {
  let level = from;
  let positions = Int32Array.from(from.keys, (_, position) => position);
  while (level.id !== to.id) {
    const { parent } = level;
    if (!parent) return null;
    const above = levelById(study, parent.level);
    const index = positionsOf(above);
    positions = positions.map((position) => {
      const key = position < 0 ? null : parent.keys[position];
      return key == null ? -1 : (index.get(key) ?? -1);
    });
    level = above;
  }
  return positions;
}
