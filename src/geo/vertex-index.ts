/** Gives points numbers: points up to the tolerance apart get the same one. */
export interface VertexIndex {
  /** Number of this point; a new one if none is near. */
  add(x: number, y: number): number;
  /** Numbers given so far. */
  size(): number;
}

/**
 * Index of points [Eckpunktverzeichnis] on a grid of hashed cells.
 *
 * A point takes the number of the first earlier point at most `tolerance` away in x and in y. Chains of points closer
 * than the tolerance may thus depend on the order, which is the order of the file.
 *
 * @param capacity points to be expected at most. @param tolerance ≥ 0; 0 = exact equality.
 * Cost: constant per point (one to four cells are looked up).
 */
export function createVertexIndex(capacity: number, tolerance: number): VertexIndex {
  let slots = 16;
  while (slots < capacity * 2) slots *= 2;
  const mask = slots - 1;
  const table = new Int32Array(slots).fill(-1);
  const following = new Int32Array(capacity);
  const xs = new Float64Array(capacity);
  const ys = new Float64Array(capacity);
  const cell = tolerance > 0 ? 4 * tolerance : 1e-9;
  let count = 0;

  const slotOf = (cellX: number, cellY: number): number => {
    let hash = Math.imul(cellX | 0, 0x9e3779b1) ^ Math.imul((cellX / 4294967296) | 0, 0x5bd1e995);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca77);
    hash = Math.imul(hash ^ (cellY | 0), 0xc2b2ae3d) ^ Math.imul((cellY / 4294967296) | 0, 0x27d4eb2f);
    return (hash ^ (hash >>> 16)) & mask;
  };
  const find = (x: number, y: number, slot: number): number => {
    for (let id = table[slot]!; id >= 0; id = following[id]!) {
      if (Math.abs(xs[id]! - x) <= tolerance && Math.abs(ys[id]! - y) <= tolerance) return id;
    }
    return -1;
  };

  return {
    size: () => count,
    add(x, y) {
      const cellX = Math.floor(x / cell);
      const cellY = Math.floor(y / cell);
      const home = slotOf(cellX, cellY);
      const here = find(x, y, home);
      if (here >= 0) return here;
      if (tolerance > 0) {
        const left = Math.floor((x - tolerance) / cell);
        const right = Math.floor((x + tolerance) / cell);
        const bottom = Math.floor((y - tolerance) / cell);
        const top = Math.floor((y + tolerance) / cell);
        for (let cx = left; cx <= right; cx++) {
          for (let cy = bottom; cy <= top; cy++) {
            if (cx === cellX && cy === cellY) continue;
            const near = find(x, y, slotOf(cx, cy));
            if (near >= 0) return near;
          }
        }
      }
      xs[count] = x;
      ys[count] = y;
      following[count] = table[home]!;
      table[home] = count;
      return count++;
    },
  };
}
