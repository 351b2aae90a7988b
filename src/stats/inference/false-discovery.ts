import { ascendingOrder } from '../numeric/order.ts';

export interface FalseDiscovery {
  /** Adjusted p value (q) of every test: the lowest level at which it counts as a discovery. NaN = no test. */
  readonly adjusted: Float64Array;
  /** 1 where the adjusted p value is at most the level. */
  readonly significant: Uint8Array;
  /** Number of discoveries. */
  readonly discoveries: number;
  /** Largest p value that is a discovery; NaN where there is none. */
  readonly threshold: number;
}

/**
 * Benjamini–Hochberg control of the false discovery rate [Falschentdeckungsrate].
 *
 * Among hundreds of areas tested at 5 % dozens stand out by chance; this keeps the share of chance finds among all finds
 * below the level.
 *
 * q of the l-th smallest of m p values = min over k ≥ l of m p_(k)/k, at most 1; discoveries: q ≤ level.
 *
 * @param p p values, 0 … 1, NaN = no test (not counted in m). @param level 0 < level < 1, e.g. 0.05.
 * @returns in the order of p; equal p values have equal q. Pseudo p values cannot fall below 1/(permutations + 1): with
 * m tests and few finds only m/level permutations or more can show them.
 * @throws `invalid probability: 1.2 at 3`, `invalid level: …`.
 * Cost: one sort.
 * Source: Benjamini & Hochberg 1995, J. Royal Statistical Society B 57, 289–300; holds for tests that depend on each
 * other positively (Benjamini & Yekutieli 2001), as those of neighbouring areas do. Agrees with p.adjust of R; esda's
 * `fdr` gives the threshold alone.
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5], 0.05).adjusted // [0.04, 0.0533, 0.0533, 0.5]
 */
export function benjaminiHochberg(p: ArrayLike<number>, level: number): FalseDiscovery {
  if (!(level > 0 && level < 1)) throw new Error(`invalid level: ${level}`);
  const tested: number[] = [];
  for (let i = 0; i < p.length; i++) {
    const probability = p[i]!;
    if (Number.isNaN(probability)) continue;
    if (!(probability >= 0 && probability <= 1)) {
      throw new Error(`invalid probability: ${probability} at ${i}`);
    }
    tested.push(i);
  }
  const order = ascendingOrder(Float64Array.from(tested, (i) => p[i]!));
  const adjusted = new Float64Array(p.length).fill(NaN);
  const significant = new Uint8Array(p.length);
  let discoveries = 0;
  let threshold = NaN;
  let least = 1;
  for (let rank = tested.length; rank >= 1; rank--) {
    const i = tested[order[rank - 1]!]!;
    // never below p itself, not even by rounding
    least = Math.min(least, Math.max(p[i]!, (p[i]! * tested.length) / rank));
    adjusted[i] = least;
    // pseudo p values often lie exactly on the line: rounding must not cost the discovery
    if (least > level * (1 + 1e-12)) continue;
    significant[i] = 1;
    if (discoveries++ === 0) threshold = p[i]!;
  }
  return { adjusted, significant, discoveries, threshold };
}
