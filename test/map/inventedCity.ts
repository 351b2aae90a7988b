import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import { signCode } from '../../src/model/sign.ts';

/** A made-up city for the map: a grid of districts with crooked common borders, keys with leading zeros. */
export interface InventedCity {
  readonly level: {
    readonly id: string;
    readonly keys: readonly string[];
    readonly names: readonly string[];
    readonly geometries: readonly (Polygon | null)[];
  };
  readonly values: Float64Array;
  readonly signs: Uint8Array;
  readonly context: FeatureCollection;
  readonly schools: readonly {
    readonly id: string;
    readonly position: readonly [number, number];
    readonly children: number;
    readonly share: number;
  }[];
}

const west = 10;
const south = 51;
const step = 0.008;

/** `side` × `side` districts; the same for the same side. */
export function inventedCity(side: number): InventedCity {
  const random = generator(side);
  const corners: Position[][] = Array.from({ length: side + 1 }, (_, y) =>
    Array.from({ length: side + 1 }, (_, x) => [
      west + (x + (random() - 0.5) * 0.5) * step * 1.6,
      south + (y + (random() - 0.5) * 0.5) * step,
    ]),
  );
  const at = (x: number, y: number): Position => corners[y]?.[x] ?? [west, south];
  const keys: string[] = [];
  const geometries: (Polygon | null)[] = [];
  const values: number[] = [];
  const signs: number[] = [];
  const kinds = ['missing', 'secret', 'unreliable', 'blocked', 'later', 'excluded', 'too-small'] as const;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      keys.push(String(y * side + x).padStart(8, '0'));
      geometries.push({
        type: 'Polygon',
        coordinates: [[at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1), at(x, y)]],
      });
      const near = Math.exp(-((x - side * 0.35) ** 2 + (y - side * 0.6) ** 2) / (side * side * 0.06));
      // The lower left corner shows every kind of absence once, two districts wide.
      const kind = y < 2 ? kinds[Math.floor(x / 2)] : undefined;
      signs.push(kind ? signCode(kind) : 0);
      values.push(kind && kind !== 'unreliable' ? Number.NaN : 0.05 + 0.6 * near + 0.12 * random());
    }
  }
  const schools = Array.from({ length: side * 3 }, (_, i) => {
    const position = [west + random() * side * step * 1.6, south + random() * side * step] as const;
    return { id: `0${i}`, position, children: Math.round(60 + random() * 540), share: random() };
  });
  return {
    level: { id: `grid-${side}`, keys, names: keys.map((key) => `Gebiet ${key}`), geometries },
    values: Float64Array.from(values),
    signs: Uint8Array.from(signs),
    context: { type: 'FeatureCollection', features: [river(side), rail(side), park(side)] },
    schools,
  };
}

function river(side: number): Feature {
  const bank = (offset: number): Position[] =>
    Array.from({ length: 60 }, (_, i) => [
      west + ((i / 59) * 1.2 - 0.1) * side * step * 1.6,
      south + (side / 2 + Math.sin(i / 8) * side * 0.08 + offset) * step,
    ]);
  const ring = [...bank(0), ...bank(0.35).reverse()];
  return {
    type: 'Feature',
    properties: { kind: 'water' },
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [west, south]]] },
  };
}

function rail(side: number): Feature {
  const coordinates = Array.from({ length: 30 }, (_, i) => [
    west + (side * 0.7 + Math.sin(i / 9) * 2) * step * 1.6,
    south + ((i / 29) * 1.2 - 0.1) * side * step,
  ]);
  return { type: 'Feature', properties: { kind: 'rail' }, geometry: { type: 'LineString', coordinates } };
}

function park(side: number): Feature {
  const [x, y] = [west - 4 * step, south + side * step];
  const ring = [
    [x, y - 8 * step],
    [x + 6 * step, y - 8 * step],
    [x + 6 * step, y + 3 * step],
    [x, y + 3 * step],
  ];
  return {
    type: 'Feature',
    properties: { kind: 'green' },
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [x, y]]] },
  };
}

/** Numbers 0…1 that are the same every time (a linear congruence is random enough for a picture). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
