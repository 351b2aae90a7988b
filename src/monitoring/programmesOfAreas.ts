import { ancestorPositions, levelById, positionsOf } from '#model/lookup.ts';
import type { Level, Programme, Study } from '#model/study.ts';
import type { AreaNeed } from './answer.ts';
import type { VintageLinks } from './vintageLinks.ts';

/**
 * The programme area around each area of a level, or null. A running programme goes before an ended or coming one, the
 * later start before the earlier. An area belongs to a programme when it, the coarser area around it, or the old area
 * most of its residents come from is listed there.
 */
export function programmesOfAreas(
  study: Study,
  level: Level,
  year: number,
  links: VintageLinks,
): readonly AreaNeed['programme'][] {
  const found: AreaNeed['programme'][] = level.keys.map(() => null);
  for (const programme of study.programmes) {
    const placed = positionsIn(study, level, levelById(study, programme.level), year, links);
    if (!placed) continue;
    const home = levelById(study, programme.level);
    const index = positionsOf(home);
    const listed = new Set(programme.areas.map((key) => index.get(key)));
    const entry = { ...summaryOf(programme), active: isActive(programme, year) };
    placed.forEach((position, a) => {
      if (position < 0 || !listed.has(position)) return;
      const other = found[a];
      if (!other || precedes(entry, other)) found[a] = entry;
    });
  }
  return found;
}

function positionsIn(
  study: Study,
  level: Level,
  home: Level,
  year: number,
  links: VintageLinks,
): Int32Array | null {
  return ancestorPositions(study, level, home) ?? (home.family === level.family ? links(home, year) : null);
}

function summaryOf({ id, name, start, end }: Programme) {
  return { id, name, start, end };
}

function isActive({ start, end }: Programme, year: number): boolean {
  return (start ?? -Infinity) <= year && year <= (end ?? Infinity);
}

function precedes(a: NonNullable<AreaNeed['programme']>, b: NonNullable<AreaNeed['programme']>): boolean {
  if (a.active !== b.active) return a.active;
  return (a.start ?? -Infinity) > (b.start ?? -Infinity);
}
