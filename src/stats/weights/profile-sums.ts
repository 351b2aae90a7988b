import { gatheredProduct, gatheredSum } from './gathered-sums.ts';
import { checkRadius, type Kernel, kernelReach } from './kernel.ts';
import { inSpatialOrder, type PlaceIndex, precisionMetres } from './place-index.ts';

/** Most radii of one profile: the number of a ring is kept in a byte. */
const mostRadii = 255;

/**
 * Sums over the environment of every unit at several radii, from one search around each.
 *
 * What is found is put into rings between the radii. The kernels but the Gaussian are sums of powers of the distance,
 * 1, d or d² and d⁴, whose factors alone depend on the radius: adding these up once, ring by ring, gives every radius.
 * Cost: the pairs within the largest reach times the columns; `gaussian`: those within every reach.
 */
export function visitProfile(
  index: PlaceIndex,
  columns: readonly Float64Array[],
  radii: readonly number[],
  kernel: Kernel,
  visit: (unit: number, sums: Float64Array) => void,
): void {
  for (const radius of radii) checkRadius(radius);
  if (radii.length > mostRadii)
    throw new Error(`invalid radii: ${radii.length} (expected at most ${mostRadii})`);
  const { size, order, positions, squares, within } = index;
  const sorted = inSpatialOrder(index, columns);
  if (radii.length === 0) return;
  const ascending = radii.map((_, r) => r).sort((a, b) => radii[a]! - radii[b]!);
  const limits = Float64Array.from(ascending, (r) => {
    const reach = kernelReach(kernel, radii[r]!) + precisionMetres;
    return reach * reach;
  });
  const furthest = kernelReach(kernel, radii[ascending.at(-1)!]!);
  const last = limits.length - 1;
  const ends = new Int32Array(limits.length);
  const ringOf = new Uint8Array(size);
  const near = new Int32Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(kernel === 'biweight' ? size : 0);
  const sums = new Float64Array(radii.length * columns.length);

  for (let p = 0; p < size; p++) {
    const count = within(p, furthest);
    ends.fill(0);
    for (let k = 0; k < count; k++) {
      const square = squares[k]!;
      let ring = last;
      while (ring > 0 && square <= limits[ring - 1]!) ring--;
      ringOf[k] = ring;
      ends[ring]!++;
    }
    // counts become starts, and ends while the rings are filled
    let start = 0;
    for (let ring = 0; ring <= last; ring++) {
      const found = ends[ring]!;
      ends[ring] = start;
      start += found;
    }
    for (let k = 0; k < count; k++) {
      const to = ends[ringOf[k]!]!++;
      const square = squares[k]!;
      near[to] = positions[k]!;
      switch (kernel) {
        case 'triangular':
          first[to] = Math.sqrt(square);
          break;
        case 'biweight':
          first[to] = square;
          second[to] = square * square;
          break;
        default:
          first[to] = square;
      }
    }
    if (kernel === 'gaussian') sumDiscs(order[p]!);
    else sumRings(order[p]!);
  }

  function sumRings(unit: number): void {
    for (let c = 0; c < sorted.length; c++) {
      const column = sorted[c]!;
      let ones = 0;
      let firsts = 0;
      let seconds = 0;
      let start = 0;
      for (let ring = 0; ring <= last; ring++) {
        const end = ends[ring]!;
        const r = ascending[ring]!;
        const radius = radii[r]!;
        ones += gatheredSum(column, near, start, end);
        let sum = ones;
        if (kernel === 'triangular') {
          firsts += gatheredProduct(column, near, first, start, end);
          sum -= firsts / radius;
        } else if (kernel === 'biweight') {
          firsts += gatheredProduct(column, near, first, start, end);
          seconds += gatheredProduct(column, near, second, start, end);
          sum -= (2 * firsts - seconds / (radius * radius)) / (radius * radius);
        }
        // rounding of what lies on the rim
        sums[r * sorted.length + c] = Math.max(0, sum);
        start = end;
      }
    }
    visit(unit, sums);
  }

  /** The Gaussian is no sum of powers: every disc anew, from the same search. */
  function sumDiscs(unit: number): void {
    for (let ring = 0; ring <= last; ring++) {
      const r = ascending[ring]!;
      const scale = -0.5 / (radii[r]! * radii[r]!);
      const count = ends[ring]!;
      for (let k = 0; k < count; k++) squares[k] = Math.exp(scale * first[k]!);
      for (let c = 0; c < sorted.length; c++) {
        sums[r * sorted.length + c] = gatheredProduct(sorted[c]!, near, squares, 0, count);
      }
    }
    visit(unit, sums);
  }
}
