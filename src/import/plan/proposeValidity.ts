import type { Inspection } from '../inspect/inspection.ts';
import type { LevelPlan } from './plan.ts';
import type { PlanValues } from './planValues.ts';
import { yearIn } from './yearsIn.ts';

type Validity = Pick<LevelPlan, 'validFrom' | 'validTo'>;

const nothing: Validity = { validFrom: null, validTo: null };

/**
 * New levels with the years in which they hold: by the words of their files and properties (`bis 2020`, `gültig ab`),
 * and of several vintages of one kind by the years in their names and those of their figures. One vintage that says
 * nothing holds for all years. What was known before stays.
 */
export function withValidity(
  levels: readonly LevelPlan[],
  known: ReadonlySet<string>,
  values: PlanValues,
  inspection: Inspection,
): readonly LevelPlan[] {
  const found = new Map<string, Validity>();
  for (const level of levels) {
    if (level.from.kind !== 'layer') continue;
    found.set(level.id, known.has(level.id) ? level : saidValidity(level, inspection));
  }
  const families = new Set(levels.map(({ family }) => family));
  for (const family of families) {
    const vintages = levels.filter((level) => level.family === family && found.has(level.id));
    if (vintages.length > 1) followEachOther(vintages, found, values);
  }
  return levels.map((level) => {
    if (known.has(level.id)) return level;
    const base = level.from.kind === 'prefix' ? level.from.level : level.id;
    const { validFrom, validTo } = found.get(base) ?? nothing;
    return { ...level, validFrom, validTo };
  });
}

/** As the name of the file or layer says it, else the one text of a property such as `gueltig_ab`. */
function saidValidity({ from }: LevelPlan, inspection: Inspection): Validity {
  if (from.kind !== 'layer') return nothing;
  const layer = inspection.layers.find(({ id }) => id === from.layer);
  const names = [layer?.file.replace(/^.*\//, '').replace(/\.[^.]*$/, '') ?? '', layer?.layer ?? ''];
  const table = inspection.tables.find((one) => one.layer === from.layer);
  const texts = names.map((name) => name.replace(/_/g, ' '));
  const property = (words: RegExp): number | null => {
    const column = table?.columns.find(({ name, distinct }) => distinct === 1 && words.test(name));
    return column ? yearIn(column.examples[0] ?? '') : null;
  };
  const said = (words: RegExp): number | null => {
    for (const text of texts) {
      const match = words.exec(text);
      if (match) return yearIn(match[1] ?? '');
    }
    return null;
  };
  const before = said(/\b(?:vor|pre|before)[\s-]*(\d{4})(?!\d)/i);
  return {
    validFrom:
      said(/\b(?:ab|seit|since|from)[\s-]*(\d{4})(?!\d)/i) ??
      property(/g(?:ü|ue)ltig.?(?:ab|seit|von)|valid.?from/i),
    validTo:
      said(/\b(?:bis|until|to)[\s-]*(\d{4})(?!\d)/i) ??
      (before === null ? null : before - 1) ??
      property(/g(?:ü|ue)ltig.?bis|valid.?(?:to|until)/i),
  };
}

/** The older ends where the newer begins; where no name says when, between the years of their figures. */
function followEachOther(
  oldestFirst: readonly LevelPlan[],
  found: Map<string, Validity>,
  values: PlanValues,
): void {
  oldestFirst.forEach((older, i) => {
    const newer = oldestFirst[i + 1];
    if (!newer) return;
    const before = found.get(older.id) ?? nothing;
    const after = found.get(newer.id) ?? nothing;
    const last = values.yearsAt(older.id).at(-1) ?? null;
    const first = values.yearsAt(newer.id)[0] ?? null;
    const named = newer.from.kind === 'layer' ? yearIn(newer.from.layer.replace(/[#].*$/, '')) : null;
    const isApart = last === null || first === null || last < first;
    const change =
      after.validFrom ??
      (before.validTo === null ? null : before.validTo + 1) ??
      (named !== null && (last === null || last < named) ? named : null) ??
      (isApart && last !== null ? first : null);
    // Figures of later years at the older one: nobody but a person knows which holds.
    if (change === null || (after.validFrom === null && before.validTo === null && !isApart)) return;
    found.set(older.id, { ...before, validTo: before.validTo ?? change - 1 });
    found.set(newer.id, { ...after, validFrom: after.validFrom ?? change });
  });
}
