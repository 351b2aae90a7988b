import { readFileSync } from 'node:fs';
import type { AreaGeometry } from '#geo/polygon.ts';
import { oracle, realData } from '../realData.ts';

interface PlanningAreas {
  readonly features: readonly {
    readonly properties: { readonly PLR_ID: string };
    readonly geometry: AreaGeometry;
  }[];
}

/** Berlin's 542 planning areas as published; null where the file is not there. */
export function berlinGeometries(): readonly AreaGeometry[] | null {
  const path = realData('berlin/geo/plr_2021.geojson');
  if (!path) return null;
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as PlanningAreas;
  return [...features]
    .sort((a, b) => (a.properties.PLR_ID < b.properties.PLR_ID ? -1 : 1))
    .map((feature) => feature.geometry);
}

/** Groups of Berlin's residents at the end of 2024 per planning area, in the order of the keys. */
export function berlinCounts(): readonly Float64Array[] | null {
  const path = oracle('open/berlin_plr_2024.json');
  if (!path) return null;
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly data: {
      readonly ids: readonly string[];
      readonly groups: Readonly<Record<string, readonly number[]>>;
    };
  };
  const order = data.ids.map((_, i) => i).sort((a, b) => (data.ids[a]! < data.ids[b]! ? -1 : 1));
  return Object.values(data.groups).map((column) => Float64Array.from(order, (i) => column[i]!));
}
