import type { Polygon } from 'geojson';
import { utmProjection } from '#geo/projection.ts';
import type { MeasureRequest } from '#measuring/answer.ts';
import type { Study } from '#model/study.ts';
import {
  type Cell,
  exampleGroup,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

/** Side of a square in degrees of latitude and longitude: about 1,113 m and 685 m at 52°. */
const side = 0.01;

export function squareAt(column: number, line: number): Polygon {
  const [west, south] = [13 + column * side, 52 + line * side];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  };
}

/** Side lengths of `squareAt` in metres, along the lower and the left edge. */
export function sidesAt(column: number, line: number): readonly [width: number, height: number] {
  const project = utmProjection(25833);
  const [x, y] = project(13 + column * side, 52 + line * side);
  const [east] = [project(13 + (column + 1) * side, 52 + line * side)];
  const [north] = [project(13 + column * side, 52 + (line + 1) * side)];
  return [Math.hypot(east[0] - x, east[1] - y), Math.hypot(north[0] - x, north[1] - y)];
}

export interface PlanYear {
  readonly year: number;
  /** Line by line from the south, four columns each: persons of x, y and z, and of all. */
  readonly x: readonly Cell[];
  readonly y?: readonly Cell[];
  readonly z?: readonly Cell[];
  readonly residents: readonly Cell[];
}

/** Sixteen squares in four districts of 2 × 2, in two halves of the city. x, y and z exclude each other. */
export function planStudy(years: readonly PlanYear[], parts: Partial<Study> = {}): Study {
  const keys = Array.from({ length: 16 }, (_, a) => `a${a}`);
  const districtOf = (a: number) => `d${Math.floor(a / 8) * 2 + Math.floor((a % 4) / 2)}`;
  const family = (id: string) => ({ id, name: { de: id, en: id }, plural: { de: id, en: id } });
  const districts = ['d0', 'd1', 'd2', 'd3'];
  const filled = (cells: readonly Cell[] | undefined) => cells ?? keys.map((): Cell => 0);
  return exampleStudy({
    families: ['block', 'district', 'half'].map(family),
    levels: [
      exampleLevel('block', keys, {
        geometries: keys.map((_, a) => squareAt(a % 4, Math.floor(a / 4))),
        parent: { level: 'district', keys: keys.map((_, a) => districtOf(a)) },
      }),
      exampleLevel('district', districts, {
        parent: { level: 'half', keys: ['south', 'south', 'north', 'north'] },
      }),
      exampleLevel('half', ['south', 'north']),
    ],
    variables: ['x', 'y', 'z', 'residents'].map((id) => exampleVariable(id)),
    groups: ['x', 'y', 'z'].map((id) => exampleGroup(id)),
    observations: [
      observations(
        'block',
        years.map(({ year }) => year),
        {
          x: years.map(({ x }) => x),
          y: years.map(({ y }) => filled(y)),
          z: years.map(({ z }) => filled(z)),
          residents: years.map(({ residents }) => residents),
        },
      ),
    ],
    ...parts,
  });
}

export const planRequest: MeasureRequest = {
  family: 'block',
  year: 2020,
  group: 'x',
  reference: 'rest',
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
};

export const hundreds: readonly number[] = Array.from({ length: 16 }, () => 100);
/** West half full of x, east half without. */
export const split: readonly number[] = Array.from({ length: 16 }, (_, a) => (a % 4 < 2 ? 80 : 5));
export const mixed: readonly number[] = [80, 5, 60, 20, 10, 70, 15, 55, 65, 25, 75, 5, 30, 50, 10, 85];
