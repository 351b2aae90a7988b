import type { Geometry, Position } from 'geojson';
import type { RawFeature } from '../feature.ts';
import { mergedGeometry } from '../geojson/mergedGeometry.ts';
import { elementsOf, nameOf, textOf, type XmlElement } from '../xml/xmlElement.ts';

/**
 * A placemark: its name, description and extended data as text – their declared types are passed over, because a key
 * of type `int` would lose its zeros – and its outline without heights.
 */
export function readPlacemark(placemark: XmlElement): {
  readonly feature: RawFeature;
  readonly isBroken: boolean;
} {
  const properties: [string, string | null][] = [];
  const geometries: Geometry[] = [];
  let isBroken = false;
  for (const child of elementsOf(placemark)) {
    const name = nameOf(child);
    if (/^(name|description|address|phoneNumber|Snippet)$/.test(name))
      properties.push([name, textOf(child) || null]);
    else if (name === 'ExtendedData') properties.push(...extendedData(child));
    else {
      try {
        geometries.push(...geometriesOf(child));
      } catch (error) {
        if (!(error instanceof BrokenCoordinates)) throw error;
        isBroken = true;
      }
    }
  }
  // Own properties whatever their names are; the last of several under one name counts, as in KML's own rules.
  return {
    feature: { properties: Object.fromEntries(properties), geometry: mergedGeometry(geometries) },
    isBroken,
  };
}

class BrokenCoordinates extends Error {}

function extendedData(element: XmlElement): [string, string | null][] {
  return elementsOf(element).flatMap((child): [string, string | null][] => {
    if (nameOf(child) === 'SchemaData') return extendedData(child);
    const name = child.getAttribute('name');
    if (name === null || name === '') return [];
    if (nameOf(child) === 'SimpleData') return [[name, textOf(child) || null]];
    if (nameOf(child) !== 'Data') return [];
    const value = elementsOf(child).find((part) => nameOf(part) === 'value');
    return [[name, (value && textOf(value)) || null]];
  });
}

function geometriesOf(element: XmlElement): readonly Geometry[] {
  switch (nameOf(element)) {
    case 'MultiGeometry':
      return elementsOf(element).flatMap(geometriesOf);
    case 'Point': {
      const [coordinates] = coordinatesOf(element);
      return coordinates ? [{ type: 'Point', coordinates }] : [];
    }
    case 'LineString':
    case 'LinearRing': {
      const coordinates = coordinatesOf(element);
      return coordinates.length > 0 ? [{ type: 'LineString', coordinates }] : [];
    }
    case 'Polygon': {
      const [outline] = ringsOf(element, 'outerBoundaryIs');
      return outline
        ? [{ type: 'Polygon', coordinates: [outline, ...ringsOf(element, 'innerBoundaryIs')] }]
        : [];
    }
    default:
      return [];
  }
}

function ringsOf(polygon: XmlElement, side: string): readonly Position[][] {
  return elementsOf(polygon)
    .filter((boundary) => nameOf(boundary) === side)
    .flatMap((boundary) => elementsOf(boundary).map(coordinatesOf))
    .filter((ring) => ring.length > 0);
}

function coordinatesOf(element: XmlElement): Position[] {
  const list = elementsOf(element).find((child) => nameOf(child) === 'coordinates');
  // Some writers put blanks after the commas within a position.
  const text = list ? textOf(list).replace(/\s*,\s*/g, ',') : '';
  if (text === '') return [];
  return text.split(/\s+/).map((tuple) => {
    const [x, y] = tuple.split(',').map((part) => (part === '' ? NaN : Number(part)));
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
      throw new BrokenCoordinates();
    return [x, y];
  });
}
