/**
 * Can the directory of a compound file (`.xls`, locked `.xlsx`) be walked to its end? The library follows the numbers in
 * it wherever they lead: in a circle for ever. Layout: Microsoft, [MS-CFB], 2.2 header, 2.3 sectors, 2.6 directory.
 */
export function isSoundCompound(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size) - 1;
  const next = nextSectors(view, size, sectors);
  if (!next || !comesOnce(next, sectors)) return false;
  const directory = chain(view.getInt32(48, true), next, sectors);
  if (!directory) return false;
  const entries: Entry[] = [];
  for (const sector of directory) {
    for (let at = (sector + 1) * size; at < (sector + 2) * size; at += 128) {
      if (at + 128 <= bytes.length) entries.push(entryAt(view, at));
    }
  }
  return isTree(entries) && entries.every(({ start }) => chain(start, next, sectors) !== null);
}

interface Entry {
  readonly isUsed: boolean;
  /** Left and right neighbour and first child; negative: none. */
  readonly links: readonly number[];
  /** First sector of its contents. Of small ones a number within the mini stream, which is bounded by their size. */
  readonly start: number;
}

const leastOfOwnSectors = 4_096;

function entryAt(view: DataView, at: number): Entry {
  const kind = view.getUint8(at + 66);
  const hasSectors = kind === 5 || view.getInt32(at + 120, true) >= leastOfOwnSectors;
  return {
    isUsed: kind !== 0,
    links: [68, 72, 76].map((offset) => view.getInt32(at + offset, true)),
    start: hasSectors ? view.getInt32(at + 116, true) : -1,
  };
}

/** For each sector the one that follows; null when the list of them leads out of the file or in a circle. */
function nextSectors(view: DataView, size: number, sectors: number): Int32Array | null {
  const next = new Int32Array(sectors).fill(-1);
  const seen = new Set<number>();
  const perSector = size / 4;
  let filled = 0;
  const take = (sector: number): boolean => {
    if (sector >= sectors || seen.has(sector)) return false;
    seen.add(sector);
    for (let i = 0; i < perSector && filled < sectors; i++, filled++) {
      const at = (sector + 1) * size + i * 4;
      if (at + 4 <= view.byteLength) next[filled] = view.getInt32(at, true);
    }
    return true;
  };
  for (let i = 0; i < 109; i++) {
    const sector = view.getInt32(76 + i * 4, true);
    if (sector < 0) break;
    if (!take(sector)) return null;
  }
  let more = view.getInt32(68, true);
  while (more >= 0) {
    if (more >= sectors || seen.has(more)) return null;
    seen.add(more);
    const from = (more + 1) * size;
    if (from + size > view.byteLength) return null;
    for (let i = 0; i < perSector - 1; i++) {
      const sector = view.getInt32(from + i * 4, true);
      if (sector < 0) break;
      if (!take(sector)) return null;
    }
    more = view.getInt32(from + size - 4, true);
  }
  return next;
}

/** No sector follows two others: a short file could otherwise be a very long one. */
function comesOnce(next: Int32Array, sectors: number): boolean {
  const followed = new Uint8Array(sectors);
  for (const sector of next) {
    if (sector < 0 || sector >= sectors) continue;
    if (followed[sector]) return false;
    followed[sector] = 1;
  }
  return true;
}

/** Sectors from the first to the last; null when they lead in a circle. Beyond the end of the file there is nothing. */
function chain(first: number, next: Int32Array, sectors: number): readonly number[] | null {
  const found: number[] = [];
  for (let sector = first; sector >= 0 && sector < sectors; sector = next[sector] ?? -1) {
    if (found.length >= sectors) return null;
    found.push(sector);
  }
  return found;
}

/** Every entry hangs on one other at most, and in the end on none: then there is no circle. */
function isTree(entries: readonly Entry[]): boolean {
  const above = new Map<number, number>();
  for (const [i, { isUsed, links }] of entries.entries()) {
    // Some programs fill what is unused with zeros.
    if (!isUsed && links.every((link) => link <= 0)) continue;
    for (const link of links) {
      if (link < 0) continue;
      if (link >= entries.length || above.has(link)) return false;
      above.set(link, i);
    }
  }
  const settled = new Set<number>();
  for (const start of above.keys()) {
    const path = new Set<number>();
    for (let i: number | undefined = start; i !== undefined && !settled.has(i); i = above.get(i)) {
      if (path.has(i)) return false;
      path.add(i);
    }
    for (const i of path) settled.add(i);
  }
  return true;
}
