/** A stream of random numbers that depends on nothing but its seed. */
export interface Random {
  /** Uniform integer in 0 … 2^32 − 1. */
  uint32(): number;
  /** Uniform number in [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform integer in 0 … n − 1, exactly (by rejection). */
  below(n: number): number;
  /** Fills the array with what as many calls of `uint32` would give, several times faster. */
  fill(words: Uint32Array): void;
}

/**
 * Seeded random stream [Zufallszahlenstrom]: the same figures for the same (seed, stream), on every machine.
 *
 * Replicate i of a random procedure draws from stream i, so neither the size of the portions nor the number of
 * workers changes a result. The state is filled by splitmix32 and run by sfc32.
 *
 * @param seed any finite number; its integer part modulo 2^32 counts.
 * @param stream number of the stream, ≥ 0.
 * @throws `invalid seed: …` if it is not finite.
 * Source: Doty-Humphrey, PractRand (sfc32); Steele, Lea & Flood 2014 (splitmix).
 * @example randomStream(1, 7).uniform() === randomStream(1, 7).uniform() // true
 */
export function randomStream(seed: number, stream = 0): Random {
  // a typed array keeps the 32-bit words unboxed
  const state = randomState(seed, stream);
  const uint32 = (): number => advance(state) >>> 0;
  return {
    uint32,
    uniform: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992,
    below(n) {
      if (!(n >= 1 && n <= 4294967296)) throw new Error(`invalid bound: ${n}`);
      const limit = 4294967296 - (4294967296 % n);
      let draw = uint32();
      while (draw >= limit) draw = uint32();
      return draw % n;
    },
    fill: (words) => fillWords(state, words),
  };
}

/** The rounds of `advance` with the state in local variables. */
function fillWords(state: Int32Array, words: Uint32Array): void {
  let a: number = state[0]!;
  let b: number = state[1]!;
  let c: number = state[2]!;
  let d: number = state[3]!;
  for (let i = 0; i < words.length; i++) {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    words[i] = sum;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/**
 * Random permutation in place (Fisher–Yates) from stream (seed, stream); made for long arrays and many calls.
 *
 * Positions come from 32-bit fractions; for n values the chance of a position is off by less than n/2^32.
 *
 * @param values changed in place: every order is equally likely.
 * Cost: linear, no allocation beyond the state.
 * Source: Durstenfeld 1964, CACM 7, 420.
 */
export function shuffle(values: Float64Array, seed: number, stream: number): void {
  const state = randomState(seed, stream);
  let a: number = state[0]!;
  let b: number = state[1]!;
  let c: number = state[2]!;
  let d: number = state[3]!;
  for (let i = values.length - 1; i > 0; i--) {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    const k = ((sum >>> 0) * 2.3283064365386963e-10 * (i + 1)) | 0;
    const value = values[i]!;
    values[i] = values[k]!;
    values[k] = value;
  }
}

function randomState(seed: number, stream: number): Int32Array {
  if (!Number.isFinite(seed) || !Number.isFinite(stream)) throw new Error(`invalid seed: ${seed}/${stream}`);
  const state = new Int32Array(4);
  let word = (Math.trunc(seed) ^ Math.imul(Math.trunc(seed / 4294967296), 0x85ebca6b)) | 0;
  const mix = (): number => {
    word = (word + 0x9e3779b9) | 0;
    let mixed = word ^ (word >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  const key = mix();
  word = Math.imul(Math.trunc(stream) ^ key, 0x2c1b3c6d) ^ mix();
  state[0] = mix();
  state[1] = mix() ^ Math.trunc(stream);
  state[2] = mix() ^ key;
  state[3] = 1;
  // twelve rounds until every bit of the seed has reached every word
  for (let round = 0; round < 12; round++) advance(state);
  return state;
}

/** One round of sfc32. */
function advance(state: Int32Array): number {
  const sum: number = (state[0]! + state[1]! + state[3]!) | 0;
  state[3] = (state[3]! + 1) | 0;
  state[0] = state[1]! ^ (state[1]! >>> 9);
  state[1] = (state[2]! + (state[2]! << 3)) | 0;
  state[2] = (((state[2]! << 21) | (state[2]! >>> 11)) + sum) | 0;
  return sum;
}
