import type { Geometry, Position } from 'geojson';
import { arcLine, circleLine } from '../geopackage/arc.ts';
import { attributeOf, elementsOf, nameOf, textOf, type XmlElement } from '../xml/xmlElement.ts';

const geometryNames: ReadonlySet<string> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'Curve',
  'CompositeCurve',
  'OrientableCurve',
  'MultiCurve',
  'MultiLineString',
  'LinearRing',
  'Polygon',
  'Surface',
  'PolyhedralSurface',
  'TriangulatedSurface',
  'CompositeSurface',
  'OrientableSurface',
  'MultiSurface',
  'MultiPolygon',
  'MultiGeometry',
]);

export function isGmlGeometry(element: XmlElement): boolean {
  return geometryNames.has(nameOf(element));
}

/** What cannot be read as a geometry: references to other places, wrong numbers, unknown elements. */
export class BrokenGml extends Error {}

/** A geometry with its numbers in the order of the file, heights left out, arcs drawn as lines; null when it is empty. */
export function readGmlGeometry(element: XmlElement): Geometry | null {
  const dimension = dimensionAround(element);
  switch (nameOf(element)) {
    case 'Point': {
      const [coordinates] = positionsOf(element, dimension);
      return coordinates ? { type: 'Point', coordinates } : null;
    }
    case 'MultiPoint': {
      const coordinates = within(element, 'Point').flatMap((point) =>
        positionsOf(point, dimension).slice(0, 1),
      );
      return coordinates.length === 0 ? null : { type: 'MultiPoint', coordinates };
    }
    case 'LineString':
    case 'Curve':
    case 'CompositeCurve':
    case 'OrientableCurve':
    case 'LinearRing': {
      const coordinates = lineOf(element, dimension);
      return coordinates.length === 0 ? null : { type: 'LineString', coordinates };
    }
    case 'MultiCurve':
    case 'MultiLineString': {
      const lines = members(element).map((member) => lineOf(member, dimension));
      const coordinates = lines.filter((line) => line.length > 0);
      return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates };
    }
    case 'MultiGeometry': {
      const geometries = members(element).flatMap((member) => readGmlGeometry(member) ?? []);
      return geometries.length === 0 ? null : { type: 'GeometryCollection', geometries };
    }
    default: {
      const polygons = polygonsOf(element, dimension);
      const [only] = polygons;
      if (!only) return null;
      return polygons.length === 1 && nameOf(element) !== 'MultiSurface' && nameOf(element) !== 'MultiPolygon'
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: polygons };
    }
  }
}

/** All polygons and patches of a surface, however they are put together. */
function polygonsOf(element: XmlElement, dimension: number): Position[][][] {
  const name = nameOf(element);
  if (/^(Polygon|PolygonPatch|Triangle|Rectangle)$/.test(name)) {
    const shells: Position[][] = [];
    const holes: Position[][] = [];
    for (const boundary of elementsOf(element)) {
      const side = nameOf(boundary);
      if (!/^(exterior|interior|outerBoundaryIs|innerBoundaryIs)$/.test(side)) continue;
      const isShell = side === 'exterior' || side === 'outerBoundaryIs';
      for (const ring of elementsOf(boundary))
        (isShell ? shells : holes).push(lineOf(ring, dimensionOf(element, dimension)));
    }
    const [shell] = shells;
    return shell && shell.length > 0 ? [[shell, ...holes.filter((hole) => hole.length > 0)]] : [];
  }
  return elementsOf(element).flatMap((child) => {
    if (/^(metaDataProperty|description|name|identifier)$/.test(nameOf(child))) return [];
    refuseReference(child);
    return polygonsOf(child, dimensionOf(child, dimension));
  });
}

/** The corners of a line, ring or curve: its own, or those of its pieces, each beginning where the last one ended. */
function lineOf(element: XmlElement, dimension: number): Position[] {
  const own = dimensionOf(element, dimension);
  const name = nameOf(element);
  if (/ByCenterPoint|ByBulge|Bezier|BSpline|Clothoid|Spiral/.test(name)) throw new BrokenGml('unknown curve');
  if (name === 'Circle') return circleLine(positionsOf(element, own));
  if (name === 'Arc' || name === 'ArcString') return arcLine(positionsOf(element, own));
  const positions = positionsOf(element, own);
  if (positions.length > 0) return positions;
  const line: Position[] = [];
  for (const child of elementsOf(element)) {
    refuseReference(child);
    if (/^(metaDataProperty|description|name|identifier)$/.test(nameOf(child))) continue;
    const piece = lineOf(child, own);
    const isJoined = line.length > 0 && samePlace(line.at(-1), piece[0]);
    for (const position of isJoined ? piece.slice(1) : piece) line.push(position);
  }
  return nameOf(element) === 'OrientableCurve' && element.getAttribute('orientation') === '-'
    ? line.reverse()
    : line;
}

function positionsOf(element: XmlElement, dimension: number): Position[] {
  const numbers: number[] = [];
  const positions: Position[] = [];
  for (const child of elementsOf(element)) {
    const own = dimensionOf(child, dimension);
    switch (nameOf(child)) {
      case 'pos':
      case 'posList': {
        const values = numbersOf(textOf(child));
        const size = own > 0 ? own : nameOf(child) === 'pos' ? values.length : 2;
        if (size < 2 || values.length % size !== 0) throw new BrokenGml('numbers do not make positions');
        for (let i = 0; i < values.length; i += size) positions.push([values[i]!, values[i + 1]!]);
        break;
      }
      case 'coordinates':
        positions.push(...coordinatesOf(child));
        break;
      case 'coord':
        for (const part of elementsOf(child))
          if (/^[XY]$/.test(nameOf(part))) numbers.push(...numbersOf(textOf(part)));
        break;
      case 'pointProperty':
      case 'pointRep':
        refuseReference(child);
        for (const point of elementsOf(child)) positions.push(...positionsOf(point, own));
        break;
    }
  }
  for (let i = 0; i + 1 < numbers.length; i += 2) positions.push([numbers[i]!, numbers[i + 1]!]);
  return positions;
}

/** GML 2: `x,y x,y`, with signs that may be declared otherwise. */
function coordinatesOf(element: XmlElement): Position[] {
  const decimal = element.getAttribute('decimal') || '.';
  const comma = element.getAttribute('cs') || ',';
  const blank = element.getAttribute('ts') || ' ';
  const text = textOf(element).replaceAll(/\s*,\s*/g, comma === ',' ? ',' : '$&');
  const tuples = text.split(blank === ' ' ? /\s+/ : blank).filter((tuple) => tuple.trim() !== '');
  return tuples.map((tuple) => {
    const [x, y] = tuple
      .trim()
      .split(comma)
      .map((part) => numberOf(decimal === '.' ? part : part.replace(decimal, '.')));
    if (x === undefined || y === undefined) throw new BrokenGml('numbers do not make positions');
    return [x, y];
  });
}

function numbersOf(text: string): number[] {
  return text === '' ? [] : text.split(/\s+/).map(numberOf);
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new BrokenGml('no number');
  return number;
}

/** Numbers per position as declared on the element, else as around it; 0 when nobody says. */
function dimensionOf(element: XmlElement, around: number): number {
  const declared = Number(attributeOf(element, 'srsDimension') ?? attributeOf(element, 'dimension') ?? NaN);
  return Number.isInteger(declared) && declared >= 2 && declared <= 4 ? declared : around;
}

function dimensionAround(element: XmlElement): number {
  for (
    let up: XmlElement | null = element;
    up;
    up = up.parentNode?.nodeType === 1 ? (up.parentNode as XmlElement) : null
  ) {
    const declared = dimensionOf(up, 0);
    if (declared > 0) return declared;
  }
  return 0;
}

function refuseReference(element: XmlElement): void {
  if (attributeOf(element, 'href') !== null && elementsOf(element).length === 0)
    throw new BrokenGml('refers to another place');
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  return members(element).filter((member) => nameOf(member) === name);
}

/** What stands in `…Member` and `…Members`. */
function members(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (!/Members?$/.test(nameOf(child))) return [];
    refuseReference(child);
    return elementsOf(child);
  });
}

function samePlace(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
