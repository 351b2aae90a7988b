/** How the weight of others falls with their distance d, for a radius or bandwidth h. */
export const kernels = ['uniform', 'triangular', 'biweight', 'gaussian'] as const;
export type Kernel = (typeof kernels)[number];

/** The Gaussian kernel ends at so many bandwidths: what lies beyond has 0.03 % of the weight on an even plane. */
export const gaussianReach = 4;

/**
 * How far a kernel [Gewichtungsfunktion] of radius h reaches, in metres.
 *
 * - `uniform`: w = 1 for d <= h.
 * - `triangular`: w = 1 − d/h.
 * - `biweight`: w = (1 − (d/h)²)².
 * - `gaussian`: w = exp(−(d/h)²/2) for d <= 4 h; h is the standard deviation, so it reaches further than the others.
 *
 * All are 1 at d = 0; the first three are 0 beyond h. Distances are equal to a micrometre.
 */
export function kernelReach(kernel: Kernel, radius: number): number {
  return kernel === 'gaussian' ? gaussianReach * radius : radius;
}

/** Replaces squared distances by the kernel's values, for the first `count` entries, all of them within reach. */
export function weigh(kernel: Kernel, radius: number, squares: Float64Array, count: number): void {
  const scale = 1 / (radius * radius);
  switch (kernel) {
    case 'uniform':
      squares.fill(1, 0, count);
      return;
    case 'triangular':
      for (let k = 0; k < count; k++) squares[k] = Math.max(0, 1 - Math.sqrt(squares[k]!) / radius);
      return;
    case 'biweight':
      for (let k = 0; k < count; k++) {
        const left = Math.max(0, 1 - squares[k]! * scale);
        squares[k] = left * left;
      }
      return;
    case 'gaussian':
      for (let k = 0; k < count; k++) squares[k] = Math.exp((-scale / 2) * squares[k]!);
      return;
    default: {
      const unknown: never = kernel;
      throw new Error(`invalid kernel: ${unknown}`);
    }
  }
}

/** @throws `invalid radius: …` unless it is a finite number above 0. */
export function checkRadius(radius: number): void {
  if (!(radius > 0 && radius < Infinity)) throw new Error(`invalid radius: ${radius}`);
}
