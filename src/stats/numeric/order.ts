const radixFrom = 1024;
const digitBits = 11;
const digits = 1 << digitBits;

/**
 * Positions of non-negative numbers in ascending order; equal numbers stay in their order.
 *
 * @param keys finite numbers ≥ 0.
 * @returns `order` with keys[order[0]] ≤ keys[order[1]] ≤ …
 * Cost: n log n below 1,024 keys, above linear (radix sort over the bits of the numbers, 16 n bytes).
 * @example ascendingOrder(Float64Array.of(0.3, 0.1, 0.2)) // [1, 2, 0]
 */
export function ascendingOrder(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (keys.length < radixFrom) return order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return radixOrder(keys, order);
}

/** The bits of a double ≥ 0 read as an integer keep the order of the numbers (IEEE 754). */
function radixOrder(keys: Float64Array, identity: Uint32Array): Uint32Array {
  const n = keys.length;
  const words = new Uint32Array(new Float64Array(keys).buffer);
  let from: Uint32Array = identity;
  let to: Uint32Array = new Uint32Array(n);
  const starts = new Uint32Array(digits);
  for (let bit = 0; bit < 64; bit += digitBits) {
    starts.fill(0);
    for (let i = 0; i < n; i++) starts[digitAt(words, i, bit)]!++;
    if (starts[digitAt(words, 0, bit)] === n) continue;
    let start = 0;
    for (let digit = 0; digit < digits; digit++) {
      const count = starts[digit]!;
      starts[digit] = start;
      start += count;
    }
    for (let k = 0; k < n; k++) {
      const i = from[k]!;
      to[starts[digitAt(words, i, bit)]!++] = i;
    }
    [from, to] = [to, from];
  }
  return from;
}

function digitAt(words: Uint32Array, i: number, bit: number): number {
  const low = words[2 * i]!;
  const high = words[2 * i + 1]!;
  if (bit >= 32) return (high >>> (bit - 32)) & (digits - 1);
  if (bit + digitBits <= 32) return (low >>> bit) & (digits - 1);
  return ((low >>> bit) | (high << (32 - bit))) & (digits - 1);
}
