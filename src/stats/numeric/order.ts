const radixFrom = 1024;
const digitBits = 11;
const digits = 1 << digitBits;
const passes = Math.ceil(64 / digitBits);

/**
 * Positions of non-negative numbers in ascending order; equal numbers stay in their order.
 *
 * @param keys finite numbers ≥ 0.
 * @returns `order` with keys[order[0]] ≤ keys[order[1]] ≤ …
 * Cost: n log n below 1,024 keys, above linear (radix sort over the bits of the numbers, 24 n bytes).
 * @example ascendingOrder(Float64Array.of(0.3, 0.1, 0.2)) // [1, 2, 0]
 */
export function ascendingOrder(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (keys.length < radixFrom) return order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return radixOrder(keys, order);
}

/**
 * The bits of a double ≥ 0 read as an integer keep the order of the numbers (IEEE 754). The keys move along with the
 * positions, so that every pass reads in sequence. All digits are counted in one pass; digits that are the same
 * everywhere need no pass of their own.
 */
function radixOrder(keys: Float64Array, identity: Uint32Array): Uint32Array {
  const n = keys.length;
  let words = new Uint32Array(new Float64Array(keys).buffer);
  let moved = new Uint32Array(2 * n);
  let from: Uint32Array = identity;
  let to: Uint32Array = new Uint32Array(n);
  const counts = countedDigits(words, n);
  for (let pass = 0; pass < passes; pass++) {
    const starts = counts.subarray(pass * digits, (pass + 1) * digits);
    const bit = pass * digitBits;
    if (starts[digitAt(words[0]!, words[1]!, bit)] === n) continue;
    let start = 0;
    for (let digit = 0; digit < digits; digit++) {
      const count = starts[digit]!;
      starts[digit] = start;
      start += count;
    }
    for (let k = 0; k < n; k++) {
      const low = words[2 * k]!;
      const high = words[2 * k + 1]!;
      const place = starts[digitAt(low, high, bit)]!++;
      moved[2 * place] = low;
      moved[2 * place + 1] = high;
      to[place] = from[k]!;
    }
    [words, moved] = [moved, words];
    [from, to] = [to, from];
  }
  return from;
}

function countedDigits(words: Uint32Array, n: number): Uint32Array {
  const counts = new Uint32Array(passes * digits);
  for (let k = 0; k < n; k++) {
    const low = words[2 * k]!;
    const high = words[2 * k + 1]!;
    for (let pass = 0; pass < passes; pass++) {
      counts[pass * digits + digitAt(low, high, pass * digitBits)]!++;
    }
  }
  return counts;
}

function digitAt(low: number, high: number, bit: number): number {
  if (bit >= 32) return (high >>> (bit - 32)) & (digits - 1);
  if (bit + digitBits <= 32) return (low >>> bit) & (digits - 1);
  return ((low >>> bit) | (high << (32 - bit))) & (digits - 1);
}
