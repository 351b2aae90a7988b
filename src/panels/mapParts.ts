import type { ProgrammeOutline } from '#map/mapView.ts';
import { outlineOf } from '#map/outline.ts';
import { levelById, positionsOf } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';

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
