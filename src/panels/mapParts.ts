import type { InstitutionCircle } from '#map/circles.ts';
import type { MapContents, ProgrammeOutline } from '#map/contents.ts';
import { outlineOf } from '#map/outline.ts';
import { levelById, levelFor, positionsOf } from '#model/lookup.ts';
import type { Institution, InstitutionKind, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { circleRadius } from '#symbology/circleRadius.ts';

const remembered = new WeakMap<Study, readonly ProgrammeOutline[]>();

/** Outlines of the programme areas; made once for a Study. */
export function programmeOutlines(study: Study): readonly ProgrammeOutline[] {
  let outlines = remembered.get(study);
  if (!outlines) {
    outlines = study.programmes.map((programme) => {
      if (programme.geometry) return { id: programme.id, geometry: programme.geometry };
      const level = levelById(study, programme.level);
      const positions = positionsOf(level);
      return {
        id: programme.id,
        geometry: outlineOf(programme.areas.map((key) => level.geometries[positions.get(key) ?? -1] ?? null)),
      };
    });
    remembered.set(study, outlines);
  }
  return outlines;
}

export const noOutlines: readonly ProgrammeOutline[] = [];

const rememberedCircles = new WeakMap<Study, Map<InstitutionKind, readonly InstitutionCircle[]>>();

/** Every institution of a kind as an open circle: where they are and how large, over areas that carry the colour. */
export function openCircles(study: Study, kind: InstitutionKind): readonly InstitutionCircle[] {
  let byKind = rememberedCircles.get(study);
  if (!byKind) {
    byKind = new Map();
    rememberedCircles.set(study, byKind);
  }
  let circles = byKind.get(kind);
  if (!circles) {
    const forms = new Set(study.forms.filter((form) => form.kind === kind).map((form) => form.id));
    const shown = study.institutions.filter((one) => forms.has(one.form));
    const children = newestTotals(study);
    const size = (one: Institution) => children.get(one.id) ?? one.capacity ?? NaN;
    const maximum = shown.reduce((most, one) => Math.max(most, size(one) || 0), 0);
    const largest = shown.length > 1000 ? 5 : shown.length > 200 ? 8 : 12;
    circles = shown.flatMap((one) =>
      one.position
        ? [
            {
              id: one.id,
              position: one.position,
              radius: Math.max(2.5, circleRadius(size(one) || 0, maximum, largest)),
              fill: '#ffffff',
              line: '#0f5f54',
            },
          ]
        : [],
    );
    byKind.set(kind, circles);
  }
  return circles;
}

/** Children of each institution in its newest year, all class kinds together. */
function newestTotals(study: Study): ReadonlyMap<string, number> {
  const years = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { institution, year, classKind, total } of study.compositions) {
    const known = years.get(institution) ?? -Infinity;
    if (year < known) continue;
    const isWhole = classKind === 'all' || year > known;
    totals.set(institution, isWhole ? total : Math.max(total, totals.get(institution) ?? 0));
    years.set(institution, year);
  }
  return totals;
}

/** The areas of the level without any figure: what a map shows while a task has nothing to say about the city. */
export const plainContents = memo(
  (state: AppState) => [state.study?.study ?? null, state.view.level, state.view.year] as const,
  ([study, family, year]): MapContents | null => {
    const level = study ? levelFor(study, family, year) : null;
    return (
      study &&
      level && {
        level,
        context: study.context,
        colours: { classes: new Uint8Array(level.keys.length), palette: ['#f3f5f9'], signs: null },
        programmes: noOutlines,
        institutions: null,
        background: 'muted',
      }
    );
  },
);
