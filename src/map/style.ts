import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { type Sign, signCode, signs } from '#model/sign.ts';
import { select } from '#symbology/palettes.ts';

/** Colours of everything on the map that is not data. The selection is the same orange line in every view. */
export const mapColours = {
  ground: '#e8ecf1',
  outside: '#e2e7ee',
  outsideLine: '#d3dae4',
  green: '#e2eae1',
  water: '#cfdae6',
  rail: '#97a3b4',
  area: '#dde4ee',
  mutedArea: '#f5f6fa',
  areaLine: '#ffffff',
  mutedAreaLine: '#d3dae4',
  casing: '#ffffff',
  programme: '#14213d',
  hovered: select,
  selected: select,
} as const;

const noFeatures = { type: 'FeatureCollection' as const, features: [] };
const thin: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 0.3, 10, 0.7, 14, 1.6];

/** The empty map: ground, what the pack says about land and water, and places for what comes on top. */
export function emptyStyle(): StyleSpecification {
  const kind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];
  const shape = (type: 'Polygon' | 'LineString'): ExpressionSpecification => ['in', type, ['geometry-type']];
  return {
    version: 8,
    sources: {
      context: { type: 'geojson', data: noFeatures },
      programmes: { type: 'geojson', data: noFeatures },
      marks: { type: 'geojson', data: noFeatures },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': mapColours.ground } },
      {
        id: 'context-outside',
        type: 'fill',
        source: 'context',
        filter: ['all', shape('Polygon'), kind('ground', 'neighbour')],
        paint: { 'fill-color': mapColours.outside },
      },
      {
        id: 'context-outside-line',
        type: 'line',
        source: 'context',
        filter: ['all', shape('Polygon'), kind('neighbour')],
        paint: { 'line-color': mapColours.outsideLine, 'line-width': 0.8 },
      },
      {
        id: 'context-green',
        type: 'fill',
        source: 'context',
        filter: ['all', shape('Polygon'), kind('green', 'forest', 'park')],
        paint: { 'fill-color': mapColours.green },
      },
      // Areas go in here.
      {
        id: 'context-water',
        type: 'fill',
        source: 'context',
        filter: ['all', shape('Polygon'), kind('water', 'river', 'lake')],
        paint: { 'fill-color': mapColours.water },
      },
      {
        id: 'context-waterway',
        type: 'line',
        source: 'context',
        filter: ['all', shape('LineString'), kind('water', 'river')],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': mapColours.water,
          'line-width': ['interpolate', ['exponential', 2], ['zoom'], 9, 2, 12, 6, 16, 60],
        },
      },
      {
        id: 'context-rail',
        type: 'line',
        source: 'context',
        filter: ['all', shape('LineString'), kind('rail', 'railway')],
        paint: {
          'line-color': mapColours.rail,
          'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.8, 14, 2],
        },
      },
      {
        id: 'context-rail-gaps',
        type: 'line',
        source: 'context',
        minzoom: 10,
        filter: ['all', shape('LineString'), kind('rail', 'railway')],
        paint: {
          'line-color': '#ffffff',
          'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.4, 14, 1.2],
          'line-dasharray': [6, 6],
        },
      },
      {
        id: 'programmes-casing',
        type: 'line',
        source: 'programmes',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': mapColours.casing, 'line-width': 5 },
      },
      {
        id: 'programmes',
        type: 'line',
        source: 'programmes',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': mapColours.programme, 'line-width': 2.2 },
      },
      mark('hovered', mapColours.casing, 4),
      mark('hovered', mapColours.hovered, 1.6),
      mark('selected', mapColours.casing, 6),
      mark('selected', mapColours.selected, 3),
    ],
  };
}

/**
 * A line around the hovered or selected area, which has a source of its own: as feature state of all areas it would
 * cost every vertex of the city in every frame.
 */
function mark(role: MarkRole, colour: string, width: number): LayerSpecification {
  return {
    id: `${role}-${width}`,
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'role'], role],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  };
}

export type MarkRole = 'hovered' | 'selected';

const firstAbove = 'context-water';

/** A layer and the one it stands below. */
export interface PlacedLayer {
  readonly layer: LayerSpecification;
  readonly below: string;
}

/**
 * How areas of a source are drawn. Colour and sign come as feature state, so that a new indicator changes no geometry
 * and needs no worker.
 */
export function areaLayers(source: string, muted: boolean): PlacedLayer[] {
  return [
    {
      layer: {
        id: `${source}-fill`,
        type: 'fill',
        source,
        paint: {
          'fill-color': ['to-color', ['feature-state', 'colour'], mapColours.area],
          'fill-antialias': false,
        },
      },
      below: firstAbove,
    },
    {
      layer: {
        id: `${source}-outline`,
        type: 'line',
        source,
        layout: { 'line-join': 'bevel' },
        paint: { 'line-color': muted ? mapColours.mutedAreaLine : mapColours.areaLine, 'line-width': thin },
      },
      below: firstAbove,
    },
  ];
}

/** The hatching of one kind of absence over the areas of a source. */
export function hatchLayer(source: string, sign: Exclude<Sign, 'present'>): PlacedLayer {
  return {
    layer: {
      id: `${source}-${hatchName(sign)}`,
      type: 'fill',
      source,
      paint: {
        'fill-pattern': hatchName(sign),
        // Which pattern cannot depend on feature state, whether it shows can.
        'fill-opacity': ['case', ['==', ['number', ['feature-state', 'sign'], 0], signCode(sign)], 1, 0],
        'fill-antialias': false,
      },
    },
    below: `${source}-outline`,
  };
}

export function hatchName(sign: Sign): string {
  return `hatch-${sign}`;
}

/** The sign behind a code, never `present`; a code out of range is a programmer's error. */
export function signOf(code: number): Exclude<Sign, 'present'> {
  const sign = signs[code];
  if (!sign || sign === 'present') throw new Error(`invalid sign: ${code}`);
  return sign;
}
