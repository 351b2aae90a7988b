import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectGeometry } from '#import/geometry/roundGeometry.ts';

function rounded(degrees: number): number {
  const point = { type: 'Point', coordinates: [degrees, 0] };
  const { coordinates } = projectGeometry(point, (x, y) => [x, y]) as { coordinates: [number, number] };
  return coordinates[0];
}

test('six decimals are those of the exact decimal expansion, in the middle between two as well', () => {
  const middles = fc
    .integer({ min: -180_000_000, max: 180_000_000 })
    .chain((millionths) =>
      fc.constantFrom(0.5, 0.4999999, 0.5000001).map((rest) => (millionths + rest) / 1e6),
    );
  const any = fc.oneof(fc.double({ min: -400, max: 400, noNaN: true }), fc.double(), middles);
  fc.assert(
    fc.property(any, (degrees) => {
      // The sign of zero aside.
      expect(rounded(degrees) + 0).toBe(Number(degrees.toFixed(6)) + 0);
    }),
    { seed: 7, numRuns: 3_000 },
  );
});
