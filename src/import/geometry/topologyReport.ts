import { type Face, facesOfEdges } from '#geo/faces.ts';
import { innerPoint } from '#geo/inner-point.ts';
import { createEdges } from '#geo/noded-edges.ts';
import { type OverlapOutline, overlapArea, overlapOutline } from '#geo/overlap-areas.ts';
import { polygonArea, polygonBounds, polygonPerimeter } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { projectedGeometry } from '#geo/projection.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { GeometryFinding, GeometryReport } from '../inspect/inspection.ts';
import type { Area } from './areasOf.ts';
import { fitsGrid, geometryOf, gridRings, metresFor } from './outlineGrid.ts';

/** Smaller gaps and overlaps come from rounding coordinates to a decimetre. */
const ignoredSquareMetres = 10;
/** Narrower gaps and overlaps are slivers: neighbours drew their common border differently. */
const sliverMetres = 2;
/** Smaller gaps and overlaps are slivers, whatever their form; so are areas and parts of areas. */
const sliverSquareMetres = 100;
/** An area this much smaller than the middle one is a sliver, too. */
const sliverOfMedian = 1e-4;
/** Areas that have more than this in common, seen from both, are the same one twice. */
const sameShare = 0.999;
/** The largest of each kind are listed, the rest counted. */
const mostOfAKind = 20;
const mostKeys = 6;

/**
 * How areas lie beside each other: the same outline under two keys, overlaps of neighbours, holes (enclosed by areas,
 * but belonging to none) and slivers, each with its size and a place. Holes may be meant: lakes, enclaves.
 *
 * @param areas as `areasOf` gives them: valid, on the common grid.
 * Cost: near linear in the corners that do not fit a neighbour's; a second for 542 areas with 200,000 corners.
 */
export async function topologyReport(
  areas: readonly Area[],
  context?: ReadContext,
): Promise<Pick<GeometryReport, 'findings' | 'counts'>> {
  const geometries = areas.map((area) => area.geometry);
  if (areas.length === 0 || !fitsGrid(geometries)) return { findings: [] };
  const metres = metresFor(geometries);
  const edges = createEdges('winding');
  const planar: AreaGeometry[] = [];
  for (const [i, geometry] of geometries.entries()) {
    if (context && i % 20 === 0) await context.pause(i, areas.length * 2);
    for (const ring of gridRings(geometry).flat()) edges.addRing(ring);
    planar.push(projectedGeometry(geometry, metres)!);
  }
  const { faces } = facesOfEdges(edges.edges(), 'winding');
  await context?.pause(areas.length, areas.length * 2);
  const found: GeometryFinding[] = [];
  const pieces: Piece[] = [];
  for (const [i, face] of faces.entries()) {
    if (face.covered === 1 || face.covered < 0) continue;
    if (context && i % 200 === 0) await context.pause(areas.length, areas.length * 2);
    const piece = pieceOf(face);
    if (piece) pieces.push(piece);
  }
  found.push(...gaps(pieces.filter((piece) => piece.covered === 0)));
  found.push(...(await overlaps(pieces.filter((piece) => piece.covered > 1))));
  found.push(...smallParts());
  return capped(found);

  function pieceOf(face: Face): Piece | null {
    const geometry = geometryOf([face.rings]);
    const flat = projectedGeometry(geometry, metres)!;
    const squareMetres = polygonArea(flat);
    const inner = innerPoint(geometry);
    if (squareMetres === 0 || !inner) return null;
    const outline = face.rings[0] ?? [];
    return { covered: face.covered, squareMetres, perimeter: polygonPerimeter(flat), place: inner, outline };
  }

  function gaps(open: readonly Piece[]): GeometryFinding[] {
    const shown = open.filter((piece) => piece.squareMetres >= ignoredSquareMetres);
    const around = bordering(shown);
    return shown.map((piece, i) => ({
      kind: isSliver(piece) ? 'sliver' : 'hole',
      areas: around[i] ?? [],
      squareMetres: piece.squareMetres,
      place: piece.place,
    }));
  }

  /** Keys of the areas that have corners in common with each piece, those with most first. */
  function bordering(shown: readonly Piece[]): string[][] {
    const byCorner = new Map<string, number[]>();
    shown.forEach((piece, i) => {
      for (const corner of piece.outline.slice(1)) {
        const name = `${corner[0]} ${corner[1]}`;
        const known = byCorner.get(name);
        if (known) known.push(i);
        else byCorner.set(name, [i]);
      }
    });
    const counts = shown.map(() => new Map<string, number>());
    if (byCorner.size > 0)
      geometries.forEach((geometry, a) => {
        const key = areas[a]!.key;
        for (const ring of gridRings(geometry).flat()) {
          for (const corner of ring.slice(1))
            for (const i of byCorner.get(`${corner[0]} ${corner[1]}`) ?? [])
              counts[i]!.set(key, (counts[i]!.get(key) ?? 0) + 1);
        }
      });
    return counts.map((count) =>
      [...count]
        .sort((a, b) => b[1] - a[1])
        .slice(0, mostKeys)
        .map(([key]) => key),
    );
  }

  async function overlaps(covered: readonly Piece[]): Promise<GeometryFinding[]> {
    const boxes = geometries.map(polygonBounds);
    const pairs = new Map<string, Pair>();
    for (const [i, piece] of covered.entries()) {
      if (context && i % 50 === 0) await context.pause(areas.length, areas.length * 2);
      const [x, y] = piece.place;
      const inside = boxes.flatMap((box, a) =>
        box &&
        x >= box[0] &&
        x <= box[2] &&
        y >= box[1] &&
        y <= box[3] &&
        pointInPolygon(x, y, geometries[a]!)
          ? [a]
          : [],
      );
      for (const [n, first] of inside.entries()) {
        for (const second of inside.slice(n + 1)) addTo(pairs, first, second, piece);
      }
    }
    const outlines = new Map<number, OverlapOutline | null>();
    const outline = (a: number): OverlapOutline | null => {
      if (!outlines.has(a)) outlines.set(a, overlapOutline(planar[a]!));
      return outlines.get(a) ?? null;
    };
    const findings: GeometryFinding[] = [];
    for (const pair of pairs.values()) {
      if (pair.squareMetres < ignoredSquareMetres) continue;
      const [first, second] = [outline(pair.first), outline(pair.second)];
      const squareMetres = first && second ? overlapArea(first, second) : pair.squareMetres;
      const larger = Math.max(polygonArea(planar[pair.first]!), polygonArea(planar[pair.second]!));
      const isSame = squareMetres >= sameShare * larger;
      findings.push({
        kind: isSame ? 'duplicate' : isSliver(pair) ? 'sliver' : 'overlap',
        areas: [areas[pair.first]!.key, areas[pair.second]!.key],
        squareMetres,
        place: pair.place,
      });
    }
    return findings;
  }

  function smallParts(): GeometryFinding[] {
    const sizes = planar.map(polygonArea);
    const median = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
    const smallest = Math.max(sliverSquareMetres, median * sliverOfMedian);
    return planar.flatMap((geometry, a): GeometryFinding[] => {
      const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const original = geometries[a]!;
      const places = original.type === 'Polygon' ? [original.coordinates] : original.coordinates;
      return parts.flatMap((rings, p): GeometryFinding[] => {
        const squareMetres = polygonArea({ type: 'Polygon', coordinates: rings });
        if (squareMetres >= (parts.length === 1 ? smallest : sliverSquareMetres)) return [];
        const place = innerPoint({ type: 'Polygon', coordinates: places[p] ?? [] });
        return [{ kind: 'sliver', areas: [areas[a]!.key], squareMetres, place }];
      });
    });
  }
}

interface Sized {
  readonly squareMetres: number;
  readonly perimeter: number;
}

interface Piece extends Sized {
  readonly covered: number;
  readonly place: readonly [number, number];
  /** On the grid. */
  readonly outline: readonly (readonly number[])[];
}

interface Pair extends Sized {
  readonly first: number;
  readonly second: number;
  /** In the largest piece of the overlap. */
  readonly place: readonly [number, number];
  readonly largest: number;
}

function addTo(pairs: Map<string, Pair>, first: number, second: number, piece: Piece): void {
  const name = `${first} ${second}`;
  const known = pairs.get(name);
  const isLargest = piece.squareMetres > (known?.largest ?? 0);
  pairs.set(name, {
    first,
    second,
    squareMetres: (known?.squareMetres ?? 0) + piece.squareMetres,
    perimeter: (known?.perimeter ?? 0) + piece.perimeter,
    place: known && !isLargest ? known.place : piece.place,
    largest: known && !isLargest ? known.largest : piece.squareMetres,
  });
}

function isSliver({ squareMetres, perimeter }: Sized): boolean {
  // A long strip has half its outline on each side.
  return squareMetres < sliverSquareMetres || (2 * squareMetres) / perimeter < sliverMetres;
}

function capped(found: readonly GeometryFinding[]): Pick<GeometryReport, 'findings' | 'counts'> {
  const byKind = new Map<GeometryFinding['kind'], GeometryFinding[]>();
  for (const finding of found) {
    const known = byKind.get(finding.kind);
    if (known) known.push(finding);
    else byKind.set(finding.kind, [finding]);
  }
  const counts: Partial<Record<GeometryFinding['kind'], number>> = {};
  const findings = [...byKind].flatMap(([kind, all]) => {
    if (all.length > mostOfAKind) counts[kind] = all.length;
    return all.sort((a, b) => (b.squareMetres ?? 0) - (a.squareMetres ?? 0)).slice(0, mostOfAKind);
  });
  return { findings, counts };
}

/** The report of `areasOf` with that on how the areas lie beside each other. */
export async function withTopology(
  report: GeometryReport,
  areas: readonly Area[],
  context?: ReadContext,
): Promise<GeometryReport> {
  const { findings, counts } = await topologyReport(areas, context);
  const own = capped(report.findings);
  return {
    ...report,
    findings: [...own.findings, ...findings],
    counts: { ...own.counts, ...counts },
  };
}
