const radixFrom = 512;
const digitBits = 11;
const digits = 1 << digitBits;
const passes = 3;
const insertionUpTo = 24;

/**
 * Positions of non-negative numbers in ascending order; equal numbers stay in their order.
 *
 * @param keys finite numbers ≥ 0.
 * @returns `order` with keys[order[0]] ≤ keys[order[1]] ≤ …
 * Cost: n log n below 512 keys, above linear (radix sort, 20 n bytes); keys that differ by less than the largest of them
 * over 2³² are then put right by comparison.
 * @example ascendingOrder(Float64Array.of(0.3, 0.1, 0.2)) // [1, 2, 0]
 */
export function ascendingOrder(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (keys.length < radixFrom) return order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return radixOrder(keys, order);
}

/**
 * The keys as whole numbers of 32 bits in relation to the largest keep the order but for ties. They move along with the
 * positions, so that every pass reads in sequence. All digits are counted in one pass; digits that are the same everywhere
 * need no pass of their own.
 */
function radixOrder(keys: Float64Array, identity: Uint32Array): Uint32Array {
  const n = keys.length;
  let largest = 0;
  for (let k = 0; k < n; k++) if (keys[k]! > largest) largest = keys[k]!;
  let words = new Uint32Array(n);
  if (largest > 0) {
    // division first: the largest key may be next to nothing, or next to infinity
    for (let k = 0; k < n; k++) words[k] = (keys[k]! / largest) * 0xffff_ffff;
  }
  let moved = new Uint32Array(n);
  let from: Uint32Array = identity;
  let to: Uint32Array = new Uint32Array(n);
  const counts = countedDigits(words);
  for (let pass = 0; pass < passes; pass++) {
    const starts = counts.subarray(pass * digits, (pass + 1) * digits);
    const bit = pass * digitBits;
    if (starts[(words[0]! >>> bit) & (digits - 1)] === n) continue;
    let start = 0;
    for (let digit = 0; digit < digits; digit++) {
      const count = starts[digit]!;
      starts[digit] = start;
      start += count;
    }
    for (let k = 0; k < n; k++) {
      const word = words[k]!;
      const place = starts[(word >>> bit) & (digits - 1)]!++;
      moved[place] = word;
      to[place] = from[k]!;
    }
    [words, moved] = [moved, words];
    [from, to] = [to, from];
  }
  settleTies(keys, words, from);
  return from;
}

function countedDigits(words: Uint32Array): Uint32Array {
  const counts = new Uint32Array(passes * digits);
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    counts[word & (digits - 1)]!++;
    counts[digits + ((word >>> digitBits) & (digits - 1))]!++;
    counts[2 * digits + (word >>> (2 * digitBits))]!++;
  }
  return counts;
}

/** Puts keys right that are the same in 32 bits but not in full. */
function settleTies(keys: Float64Array, words: Uint32Array, order: Uint32Array): void {
  const n = order.length;
  for (let begin = 0; begin < n; ) {
    let end = begin + 1;
    let isSorted = true;
    while (end < n && words[end] === words[begin]) {
      if (keys[order[end]!]! < keys[order[end - 1]!]!) isSorted = false;
      end++;
    }
    if (!isSorted) {
      if (end - begin <= insertionUpTo) insert(keys, order, begin, end);
      else order.subarray(begin, end).sort((a, b) => keys[a]! - keys[b]! || a - b);
    }
    begin = end;
  }
}

function insert(keys: Float64Array, order: Uint32Array, begin: number, end: number): void {
  for (let k = begin + 1; k < end; k++) {
    const position = order[k]!;
    const key = keys[position]!;
    let at = k;
    while (at > begin && keys[order[at - 1]!]! > key) {
      order[at] = order[at - 1]!;
      at--;
    }
    order[at] = position;
  }
}
