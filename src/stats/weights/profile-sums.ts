import { gatheredProduct, gatheredSum } from './gathered-sums.ts';
import { checkRadius, type Kernel, kernelReach, weigh } from './kernel.ts';
import { inSpatialOrder, type PlaceIndex, precisionMetres } from './place-index.ts';
import { rowSums } from './row-sums.ts';

/**
 * Gets the sums over the environment of one unit at one of the radii, one sum for each column; overwritten by the next.
 * Every unit at every radius once, in no particular order.
 */
export type VisitEnvironment = (unit: number, radius: number, sums: Float64Array) => void;

/** Most radii of one profile: the number of a ring is kept in a byte. */
const mostRadii = 255;
const ringBins = 1024;

/**
 * Sums over the environment of every unit at several radii.
 *
 * One search around every unit, then rings: what is found is sorted by the radii it lies between. The kernels but the
 * Gaussian are sums of powers of the distance, 1, d or d² and d⁴, whose factors alone depend on the radius; added up
 * once, ring by ring, they give every radius. Radii of many cells are left to `rowSums`, where the kernel allows it.
 */
export function visitProfile(
  index: PlaceIndex,
  columns: readonly Float64Array[],
  radii: readonly number[],
  kernel: Kernel,
  visit: VisitEnvironment,
): void {
  for (const radius of radii) checkRadius(radius);
  if (radii.length > mostRadii)
    throw new Error(`invalid radii: ${radii.length} (expected at most ${mostRadii})`);
  const sorted = inSpatialOrder(index, columns);
  const byPairs = radii
    .map((_, r) => r)
    .filter((r) => !visitByRows(index, sorted, radii[r]!, kernel, (unit, sums) => visit(unit, r, sums)));
  if (byPairs.length > 0) visitByRings(index, sorted, radii, byPairs, kernel, visit);
}

/** False where the radius is not for rows. */
function visitByRows(
  index: PlaceIndex,
  sorted: readonly Float64Array[],
  radius: number,
  kernel: Kernel,
  visit: (unit: number, sums: Float64Array) => void,
): boolean {
  if (kernel !== 'uniform' && kernel !== 'biweight') return false;
  const add = rowSums(index, sorted, radius, kernel);
  if (!add) return false;
  const { size, order, path } = index;
  const sums = new Float64Array(sorted.length);
  for (let t = 0; t < size; t++) {
    sums.fill(0);
    add(path[t]!, sums);
    visit(order[path[t]!]!, sums);
  }
  return true;
}

function visitByRings(
  index: PlaceIndex,
  sorted: readonly Float64Array[],
  radii: readonly number[],
  chosen: readonly number[],
  kernel: Kernel,
  visit: VisitEnvironment,
): void {
  const { size, order, path, positions, squares, within } = index;
  const ascending = [...chosen].sort((a, b) => radii[a]! - radii[b]!);
  const limits = Float64Array.from(ascending, (r) => {
    const reach = kernelReach(kernel, radii[r]!) + precisionMetres;
    return reach * reach;
  });
  const furthest = kernelReach(kernel, radii[ascending.at(-1)!]!);
  const last = limits.length - 1;
  // where to begin looking for the ring of a squared distance
  const binsPerSquare = ringBins / limits[last]!;
  const ringOfBin = Uint8Array.from({ length: ringBins + 1 }, (_, bin) =>
    limits.findIndex((limit) => bin / binsPerSquare <= limit || limit === limits[last]),
  );
  const ends = new Int32Array(limits.length);
  const ringOf = new Uint8Array(size);
  const near = new Int32Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(kernel === 'biweight' ? size : 0);
  const sums = ascending.map(() => new Float64Array(sorted.length));

  for (let t = 0; t < size; t++) {
    const p = path[t]!;
    const count = within(p, furthest);
    ends.fill(0);
    for (let k = 0; k < count; k++) {
      const square = squares[k]!;
      let ring = ringOfBin[Math.floor(square * binsPerSquare)]!;
      while (square > limits[ring]!) ring++;
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
      first[to] = kernel === 'triangular' ? Math.sqrt(square) : square;
      if (kernel === 'biweight') second[to] = square * square;
    }
    if (kernel === 'gaussian') sumDiscs();
    else sumRings();
    for (let ring = 0; ring <= last; ring++) visit(order[p]!, ascending[ring]!, sums[ring]!);
  }

  function sumRings(): void {
    for (let c = 0; c < sorted.length; c++) {
      const column = sorted[c]!;
      let ones = 0;
      let firsts = 0;
      let seconds = 0;
      let start = 0;
      for (let ring = 0; ring <= last; ring++) {
        const end = ends[ring]!;
        const radius = radii[ascending[ring]!]!;
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
        sums[ring]![c] = Math.max(0, sum);
        start = end;
      }
    }
  }

  /** The Gaussian is no sum of powers: every disc anew, from the same search. */
  function sumDiscs(): void {
    for (let ring = 0; ring <= last; ring++) {
      const radius = radii[ascending[ring]!]!;
      const count = ends[ring]!;
      for (let k = 0; k < count; k++) squares[k] = first[k]!;
      weigh(kernel, radius, squares, count);
      for (let c = 0; c < sorted.length; c++) {
        sums[ring]![c] = gatheredProduct(sorted[c]!, near, squares, 0, count);
      }
    }
  }
}
