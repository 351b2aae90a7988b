/**
 * Seeded random numbers with named streams: every part of the generator draws from its own stream, so that a change in
 * one part leaves the draws of all others as they were.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Number of successes in `n` trials of probability `p`. */
  binomial(n: number, p: number): number;
  /** `n` things dealt to cells with these weights. */
  multinomial(n: number, weights: readonly number[]): number[];
}

export function randomStream(seed: number, name: string): Random {
  let h = seed >>> 0;
  for (let i = 0; i < name.length; i++) {
    h = Math.imul(h ^ name.charCodeAt(i), 0x85ebca6b);
    h = (h << 13) | (h >>> 19);
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
    return h >>> 0;
  };
  let a = word();
  let b = word();
  let c = word();
  let d = 1;
  // sfc32 (Chris Doty-Humphrey, PractRand): 32-bit integer arithmetic only, hence the same on every machine.
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();

  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    return radius * Math.cos(2 * Math.PI * next());
  };
  const binomial = (n: number, p: number) => {
    if (p <= 0 || n <= 0) return 0;
    if (p >= 1) return n;
    let successes = 0;
    for (let i = 0; i < n; i++) if (next() < p) successes++;
    return successes;
  };
  const multinomial = (n: number, weights: readonly number[]) => {
    let rest = weights.reduce((sum, weight) => sum + weight, 0);
    let left = n;
    return weights.map((weight) => {
      const drawn = rest > 0 ? binomial(left, Math.min(1, weight / rest)) : 0;
      rest -= weight;
      left -= drawn;
      return drawn;
    });
  };
  return { next, normal, binomial, multinomial };
}
