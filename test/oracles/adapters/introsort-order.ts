/**
 * The order that NumPy's `argsort` (without vector instructions) leaves: quicksort on the median of three down to 16
 * elements, then insertion. Equal numbers come out in an order of their own, which PySAL's distortion inherits. Its
 * fall-back for degenerate input is left out.
 */
export function introsortOrder(values: Float64Array): Int32Array {
  const order = Int32Array.from(values.keys());
  const isLess = (a: number, b: number): boolean => values[order[a]!]! < values[order[b]!]!;
  const swap = (a: number, b: number): void => {
    [order[a], order[b]] = [order[b]!, order[a]!];
  };
  const open: [number, number][] = [[0, values.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    let [left, right] = part;
    while (right - left > 15) {
      const middle = left + ((right - left) >> 1);
      if (isLess(middle, left)) swap(middle, left);
      if (isLess(right, middle)) swap(right, middle);
      if (isLess(middle, left)) swap(middle, left);
      const pivot = values[order[middle]!]!;
      swap(middle, right - 1);
      let i = left;
      let j = right - 1;
      for (;;) {
        do i++;
        while (values[order[i]!]! < pivot);
        do j--;
        while (pivot < values[order[j]!]!);
        if (i >= j) break;
        swap(i, j);
      }
      swap(i, right - 1);
      // the longer part waits: the parts do not touch each other, so the order of work changes nothing
      if (i - left < right - i) {
        open.push([i + 1, right]);
        right = i - 1;
      } else {
        open.push([left, i - 1]);
        left = i + 1;
      }
    }
    for (let k = left + 1; k <= right; k++) {
      const unit = order[k]!;
      let to = k;
      for (; to > left && values[unit]! < values[order[to - 1]!]!; to--) order[to] = order[to - 1]!;
      order[to] = unit;
    }
  }
  return order;
}
