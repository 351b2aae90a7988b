import { type Face, facesOf, facesOfEdges } from '#geo/faces.ts';
import { innerPoint } from '#geo/inner-point.ts';
import { createEdges } from '#geo/noded-edges.ts';
import { meetingBounds, overlapArea, overlapOutline } from '#geo/overlap-areas.ts';
import { type Bounds, polygonArea, polygonBounds, polygonPerimeter } from '#geo/planar.ts';
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
  const pairs = new Map<GeometryFinding, readonly [number, number]>();
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
  const { findings, counts } = capped(found);
  return { findings: findings.map(withPlace), counts };

  function pieceOf(face: Face): Piece | null {
    const geometry = geometryOf([face.rings]);
    const flat = projectedGeometry(geometry, metres)!;
    const squareMetres = polygonArea(flat);
    const place = placeIn(geometry);
    const bounds = polygonBounds(geometry);
    if (squareMetres === 0 || !place || !bounds) return null;
    const outline = face.rings[0] ?? [];
    return { covered: face.covered, squareMetres, perimeter: polygonPerimeter(flat), place, bounds, outline };
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

  /**
   * Which areas lie on each other cannot be read from the pieces: borders between neighbours cancel out where a third
   * lies on both. The pieces only say where to look.
   */
  async function overlaps(covered: readonly Piece[]): Promise<GeometryFinding[]> {
    const boxes = geometries.map(polygonBounds);
    const pieces = covered.filter((piece) => piece.squareMetres >= ignoredSquareMetres);
    const concerned = new Set(
      meetingBounds(
        boxes,
        pieces.map((piece) => piece.bounds),
      ).map(([area]) => area),
    );
    const sizes = planar.map(polygonArea);
    const perimeters = planar.map(polygonPerimeter);
    // On the grid: sides that are straight in degrees are bent in metres, and corners on them would come to lie beside.
    const onGrid = geometries.map((geometry, a) =>
      concerned.has(a) ? { type: 'MultiPolygon' as const, coordinates: gridRings(geometry) } : null,
    );
    const outlines = onGrid.map(overlapOutline);
    const gridSizes = onGrid.map(polygonArea);
    const gridBoxes = outlines.map((outline) => outline?.bounds ?? null);
    const findings: GeometryFinding[] = [];
    for (const [n, [first, second]] of meetingBounds(gridBoxes, gridBoxes).entries()) {
      if (context && n % 50 === 0) await context.pause(areas.length, areas.length * 2);
      if (first >= second) continue;
      const [smaller, larger] = sizes[first]! < sizes[second]! ? [first, second] : [second, first];
      const squareMetres =
        overlapArea(outlines[first]!, outlines[second]!) * (sizes[smaller]! / gridSizes[smaller]!);
      if (squareMetres < ignoredSquareMetres) continue;
      // The outline of what is common is at most as long as those of both.
      const isWide = !isSliver({ squareMetres, perimeter: perimeters[first]! + perimeters[second]! });
      const isNarrow = (): boolean =>
        isSliver({ squareMetres, perimeter: commonPart(first, second).perimeter });
      const isSame = squareMetres >= sameShare * sizes[larger]!;
      const finding: GeometryFinding = {
        kind: isSame ? 'duplicate' : !isWide && isNarrow() ? 'sliver' : 'overlap',
        areas: [areas[first]!.key, areas[second]!.key],
        squareMetres,
        place: null,
      };
      pairs.set(finding, [first, second]);
      findings.push(finding);
    }
    return findings;
  }

  function withPlace(finding: GeometryFinding): GeometryFinding {
    const pair = pairs.get(finding);
    return pair ? { ...finding, place: commonPart(...pair).place } : finding;
  }

  /** Length of the outline of what two areas have in common, and a place in its largest piece. */
  function commonPart(first: number, second: number): { perimeter: number; place: Place | null } {
    const rings = [first, second].flatMap((area) => gridRings(geometries[area]!).flat());
    const pieces = facesOf(rings, 'winding')
      .faces.filter((face) => face.covered > 1)
      .flatMap((face) => pieceOf(face) ?? [])
      .sort((a, b) => b.squareMetres - a.squareMetres);
    return {
      perimeter: pieces.reduce((sum, piece) => sum + piece.perimeter, 0),
      place: pieces[0]?.place ?? null,
    };
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
        const place = placeIn({ type: 'Polygon', coordinates: places[p] ?? [] });
        return [{ kind: 'sliver', areas: [areas[a]!.key], squareMetres, place }];
      });
    });
  }
}

type Place = readonly [lon: number, lat: number];

function placeIn(geometry: AreaGeometry): Place | null {
  const inner = innerPoint(geometry);
  return inner && [Number(inner[0].toFixed(7)), Number(inner[1].toFixed(7))];
}

interface Sized {
  readonly squareMetres: number;
  readonly perimeter: number;
}

interface Piece extends Sized {
  readonly covered: number;
  readonly place: Place;
  /** In WGS 84. */
  readonly bounds: Bounds;
  /** On the grid. */
  readonly outline: readonly (readonly number[])[];
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
