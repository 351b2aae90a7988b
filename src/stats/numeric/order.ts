const perBucket = 4;
const insertionUpTo = 32;
const deepest = 3;

/**
 * Positions of numbers in ascending order; equal numbers stay in their order.
 *
 * @param keys finite numbers.
 * @returns `order` with keys[order[0]] ≤ keys[order[1]] ≤ …
 * Cost: linear for keys that are spread over their range like shares, at worst n log n; 14 n bytes.
 * Source: distribution into as many buckets as keys, then insertion (Knuth 1998, section 5.2.1), again within buckets that
 * are crowded.
 * @example ascendingOrder(Float64Array.of(0.3, 0.1, 0.2)) // [1, 2, 0]
 */
export function ascendingOrder(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  const values = new Float64Array(keys);
  distribute(keys, order, values, 0);
  insert(order, values);
  return order;
}

/**
 * Brings positions and their keys, in place, so near to their order that insertion has little left to do. Buckets of equal
 * width keep the order of the keys, for rounding is monotone.
 */
function distribute(keys: Float64Array, order: Uint32Array, values: Float64Array, depth: number): void {
  const n = values.length;
  if (n <= insertionUpTo) return;
  let low = values[0]!;
  let high = low;
  let isSorted = true;
  for (let k = 1; k < n; k++) {
    const value = values[k]!;
    if (value < values[k - 1]!) isSorted = false;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  if (isSorted) return;
  const buckets = Math.ceil(n / perBucket);
  const scale = (buckets - 1) / (high - low);
  if (depth === deepest || !(scale > 0 && scale < Infinity)) {
    order.sort((a, b) => keys[a]! - keys[b]! || a - b);
    for (let k = 0; k < n; k++) values[k] = keys[order[k]!]!;
    return;
  }
  const ends = new Uint32Array(buckets);
  for (let k = 0; k < n; k++) ends[((values[k]! - low) * scale) >>> 0]!++;
  let crowded = 0;
  let start = 0;
  for (let b = 0; b < buckets; b++) {
    const count = ends[b]!;
    if (count > insertionUpTo) crowded++;
    ends[b] = start;
    start += count;
  }
  // at first the keys are still where they were
  const fromOrder = order.slice();
  const fromValues = depth === 0 ? keys : values.slice();
  for (let k = 0; k < n; k++) {
    const value = fromValues[k]!;
    const place = ends[((value - low) * scale) >>> 0]!++;
    order[place] = fromOrder[k]!;
    values[place] = value;
  }
  if (crowded === 0) return;
  for (let b = 0, begin = 0; b < buckets; b++) {
    const end = ends[b]!;
    if (end - begin > insertionUpTo) {
      distribute(keys, order.subarray(begin, end), values.subarray(begin, end), depth + 1);
    }
    begin = end;
  }
}

function insert(order: Uint32Array, values: Float64Array): void {
  for (let k = 1; k < values.length; k++) {
    const value = values[k]!;
    if (values[k - 1]! <= value) continue;
    const position = order[k]!;
    let at = k;
    while (at > 0 && values[at - 1]! > value) {
      values[at] = values[at - 1]!;
      order[at] = order[at - 1]!;
      at--;
    }
    values[at] = value;
    order[at] = position;
  }
}
