import type { Inspection } from '#import/inspect/inspection.ts';
import type { CrosswalkPlan } from '#import/plan/plan.ts';

type Grid = (CrosswalkPlan['by'] & { readonly kind: 'overlap' })['grid'];

/** A table of grid cells with residents, by which overlaps can be weighted; null when there is none. */
export function gridIn({ tables }: Inspection): Grid {
  for (const table of tables) {
    const named = (role: string) => table.columns.find(({ guess }) => guess.role === role)?.name;
    const residents = table.columns.find(
      ({ guess, number }) => number !== null && guess.concept === 'residents',
    )?.name;
    const [x, y] = [named('x'), named('y')];
    const isGrid = /zensus|gitter|raster|grid|100m/i.test(table.id);
    if (!isGrid || x === undefined || y === undefined || residents === undefined) continue;
    const largest = table.columns.find(({ name }) => name === x)?.number?.max ?? 0;
    return { table: table.id, x, y, crs: largest > 180 ? 'EPSG:3035' : 'EPSG:4326', residents };
  }
  return null;
}
