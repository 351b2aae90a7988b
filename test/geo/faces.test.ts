import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facesOf } from '#geo/faces.ts';
import { createEdges, nodedEdges } from '#geo/noded-edges.ts';
import { polygonArea, ringArea } from '#geo/planar.ts';
import type { Ring, Rings } from '#geo/polygon.ts';
import { ringOf } from './squares.ts';

const areaOf = (rings: Rings) => polygonArea({ type: 'Polygon', coordinates: rings });
/** Area by how often it is covered. */
function byCover(rings: readonly Ring[], rule: 'winding' | 'odd' = 'winding'): Record<number, number> {
  const sums: Record<number, number> = {};
  for (const { covered, rings: outline } of facesOf(rings, rule).faces)
    sums[covered] = (sums[covered] ?? 0) + areaOf(outline);
  return sums;
}
const reversed = (ring: Ring): Ring => [...ring].reverse();

describe('pieces of the plane', () => {
  test('a square is one', () => {
    expect(facesOf([ringOf(0, 0, 10)], 'winding')).toEqual({
      faces: [{ covered: 1, rings: [expect.any(Array)] }],
      covered: [[expect.any(Array)]],
      crossings: 0,
      touches: 0,
      fault: null,
    });
  });

  test('a common edge disappears', () => {
    const { faces, covered } = facesOf([ringOf(0, 0, 10), ringOf(10, 0, 10)], 'winding');
    expect(faces).toHaveLength(1);
    expect(covered.map(areaOf)).toEqual([200]);
  });

  test('a common edge with a corner on one side only disappears as well', () => {
    const { faces, touches } = facesOf(
      [ringOf(0, 0, 10, 20), ringOf(10, 0, 10), ringOf(10, 10, 10)],
      'winding',
    );
    expect(faces.map(({ covered, rings }) => [covered, areaOf(rings)])).toEqual([[1, 400]]);
    expect(touches).toBe(1);
  });

  test('overlaps are covered twice', () => {
    expect(byCover([ringOf(0, 0, 10), ringOf(6, 0, 10)])).toEqual({ 1: 120, 2: 40 });
    expect(byCover([ringOf(0, 0, 10), ringOf(0, 0, 10)])).toEqual({ 2: 100 });
    expect(byCover([ringOf(0, 0, 10), ringOf(2, 2, 6)])).toEqual({ 1: 64, 2: 36 });
    expect(byCover([ringOf(0, 4, 10, 2), ringOf(4, 0, 2, 10)])).toEqual({ 1: 32, 2: 4 });
  });

  test('a gap is covered by nothing, an island in it is not part of it', () => {
    const frame = [
      ringOf(0, 0, 30, 10),
      ringOf(0, 20, 30, 10),
      ringOf(0, 10, 10, 10),
      ringOf(20, 10, 10, 10),
    ];
    expect(byCover(frame)).toEqual({ 0: 100, 1: 800 });
    expect(byCover([...frame, ringOf(12, 12, 3)])).toEqual({ 0: 91, 1: 809 });
    const { faces } = facesOf([...frame, ringOf(12, 12, 3)], 'winding');
    expect(faces.find(({ covered }) => covered === 0)?.rings.map((ring) => ringArea(ring))).toEqual([
      100, -9,
    ]);
  });

  test('holes: clockwise rings take away', () => {
    const { covered } = facesOf([ringOf(0, 0, 10), reversed(ringOf(2, 2, 4))], 'winding');
    expect(covered.map((rings) => rings.map((ring) => ringArea(ring)))).toEqual([[100, -16]]);
  });

  test('a bow tie becomes two triangles', () => {
    const bowTie: Ring = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
      [0, 0],
    ];
    const { covered, crossings, fault } = facesOf([bowTie], 'odd');
    expect([crossings, fault]).toEqual([1, [5, 5]]);
    expect(covered.map(areaOf)).toEqual([25, 25]);
    for (const [outline = []] of covered) expect(ringArea(outline)).toBe(25);
  });

  test('a ring that touches itself becomes an outline with a hole', () => {
    const ring: Ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 10],
      [7, 5],
      [3, 5],
      [5, 10],
      [0, 10],
      [0, 0],
    ];
    const { covered } = facesOf([ring], 'odd');
    expect(covered.map((rings) => rings.map((one) => ringArea(one)))).toEqual([[100, -10]]);
  });

  test('a spike disappears', () => {
    const ring: Ring = [
      [0, 0],
      [10, 0],
      [10, 5],
      [40, 5],
      [10, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    expect(facesOf([ring], 'odd').covered.map(areaOf)).toEqual([100]);
  });

  test('nothing of nothing', () => {
    expect(facesOf([], 'odd')).toEqual({ faces: [], covered: [], crossings: 0, touches: 0, fault: null });
    const line: Ring = [
      [0, 0],
      [5, 5],
      [0, 0],
    ];
    expect(facesOf([line], 'winding').faces).toEqual([]);
  });

  test('refuses what is on no grid, or too far apart', () => {
    expect(() => facesOf([ringOf(0.5, 0, 1)], 'odd')).toThrow('invalid coordinate: 0.5, 0');
    expect(() => facesOf([[[NaN, 0]]], 'odd')).toThrow('invalid coordinate: NaN, 0');
    expect(() => facesOf([ringOf(0, 0, 2 ** 25)], 'odd')).toThrow('invalid extent: 33554432');
  });

  const rectangle = fc
    .tuple(fc.nat(12), fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .map(([x, y, width, height]) => ringOf(x, y, width, height));

  test('any rectangles: as counting unit squares', () => {
    fc.assert(
      fc.property(fc.array(rectangle, { minLength: 1, maxLength: 9 }), fc.boolean(), (rings, isOdd) => {
        const counted: Record<number, number> = {};
        for (let x = 0; x < 20; x++) {
          for (let y = 0; y < 20; y++) {
            const times = rings.filter(
              (ring) => x >= ring[0]![0]! && x < ring[2]![0]! && y >= ring[0]![1]! && y < ring[2]![1]!,
            ).length;
            const cover = isOdd ? times % 2 : times;
            if (cover > 0) counted[cover] = (counted[cover] ?? 0) + 1;
          }
        }
        const found = byCover(rings, isOdd ? 'odd' : 'winding');
        delete found[0];
        expect(found).toEqual(counted);
        const { covered } = facesOf(rings, isOdd ? 'odd' : 'winding');
        const all = Object.values(counted).reduce((sum, n) => sum + n, 0);
        expect(covered.reduce((sum, one) => sum + areaOf(one), 0)).toBe(all);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  const corner = fc.tuple(fc.nat(1000), fc.nat(1000));
  const anyRing = fc.array(corner, { minLength: 3, maxLength: 12 }).map((way): Ring => [...way, way[0]!]);

  test('any tangle: after cutting, edges meet at corners only', () => {
    fc.assert(
      fc.property(fc.array(anyRing, { minLength: 1, maxLength: 4 }), fc.boolean(), (rings, isOdd) => {
        const rule = isOdd ? 'odd' : 'winding';
        const edges = createEdges(rule);
        for (const ring of rings) edges.addRing(ring);
        const once = nodedEdges(edges.edges(), rule);
        const { x, y } = once;
        const side = (a: number, b: number, c: number) =>
          Math.sign((x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!));
        const isBetween = (a: number, b: number, c: number) =>
          side(a, b, c) === 0 && (x[c]! - x[a]!) * (x[c]! - x[b]!) + (y[c]! - y[a]!) * (y[c]! - y[b]!) < 0;
        let faults = 0;
        once.from.forEach((a, e) => {
          const b = once.to[e]!;
          once.from.forEach((c, f) => {
            const d = once.to[f]!;
            if (isBetween(a, b, c) || isBetween(a, b, d)) faults++;
            if (a === c || a === d || b === c || b === d) return;
            if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) faults++;
          });
        });
        expect(faults).toBe(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('any tangle: cover times area is the signed area of the rings, up to rounding', () => {
    fc.assert(
      fc.property(fc.array(anyRing, { minLength: 1, maxLength: 3 }), (rings) => {
        const signed = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
        const found = Object.entries(byCover(rings)).reduce(
          (sum, [cover, area]) => sum + Number(cover) * area,
          0,
        );
        // 36 edges of up to 1414 units, each moved by at most 0.71.
        expect(Math.abs(found - signed)).toBeLessThan(5_000);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('covered polygons do not cross themselves or each other', () => {
    fc.assert(
      fc.property(fc.array(anyRing, { minLength: 1, maxLength: 3 }), (rings) => {
        const { covered } = facesOf(rings, 'odd');
        const again = facesOf(covered.flat(), 'winding');
        expect([again.crossings, again.touches]).toEqual([0, 0]);
        // Rounded edges may pass a corner closer than half a unit, so that the second rounding moves them once more.
        const sum = (polygons: readonly Rings[]) => polygons.reduce((area, one) => area + areaOf(one), 0);
        expect(Math.abs(sum(again.covered) - sum(covered))).toBeLessThan(2_000);
        for (const [outline = [], ...holes] of covered) {
          expect(ringArea(outline)).toBeGreaterThan(0);
          for (const hole of holes) expect(ringArea(hole)).toBeLessThan(0);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
