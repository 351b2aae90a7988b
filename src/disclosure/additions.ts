import { levelById } from '#model/lookup.ts';
import type { Observations, Study } from '#model/study.ts';

/** Variables that add up to another one in every area: age classes to all residents; one part: the same figures twice. */
export interface Addition {
  readonly parts: readonly string[];
  readonly whole: string;
}

/** Fewer areas agree by chance. */
const leastAreas = 5;
const mostRows = 200;
/** Pairs of pairs are sought among so many variables; beyond it neighbouring columns and pairs with a third. */
const mostForFour = 60;
const mostForThree = 200;
const mostAdditions = 500;

/**
 * Counts of a level that add up, found in the figures: nobody declares them, and everybody who reads the heads of a
 * table knows them. Sets of up to four variables, and of any number that stand beside one another.
 *
 * Sought in the year that knows most variables, over the areas that know them all, and true in every cell of all years
 * where all of them are known.
 *
 * Cost: cubic in the number of variables for up to 60, quadratic beyond 200.
 */
export function additionsOf(study: Study, observations: Observations): readonly Addition[] {
  const n = levelById(study, observations.level).keys.length;
  const counts = study.variables
    .filter(({ id, kind }) => kind === 'count' && Object.hasOwn(observations.columns, id))
    .map(({ id }) => ({ id, values: observations.columns[id]!.values }));
  const candidates = columnsOfBestYear(observations.years.length, n, counts);
  const found: Addition[] = [];
  const seen = new Set<string>();
  const offer = (parts: readonly number[], whole: number): void => {
    if (found.length >= mostAdditions || parts.includes(whole) || new Set(parts).size < parts.length) return;
    const columns = parts.map((part) => candidates[part]!);
    const addition = { parts: columns.map(({ id }) => id).sort(), whole: candidates[whole]!.id };
    const name = `${addition.parts.join(' ')} = ${addition.whole}`;
    // The same figures twice are told once.
    if (seen.has(name) || (parts.length === 1 && addition.parts[0]! > addition.whole)) return;
    seen.add(name);
    if (
      holds(
        columns.map(({ values }) => values),
        candidates[whole]!.values,
      )
    )
      found.push(addition);
  };
  search(
    candidates.map(({ print }) => print),
    offer,
  );
  return found;
}

interface Candidate {
  readonly id: string;
  readonly values: Float64Array;
  /** A random-looking sum of its figures: those of columns that add up add up. */
  readonly print: number;
}

function columnsOfBestYear(
  years: number,
  n: number,
  counts: readonly { readonly id: string; readonly values: Float64Array }[],
): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  for (let y = years - 1; y >= 0; y--) {
    const at = (values: Float64Array, a: number) => values[y * n + a]!;
    const known = counts.filter(({ values }) => {
      let present = 0;
      for (let a = 0; a < n; a++) if (!Number.isNaN(at(values, a))) present++;
      return 2 * present > n;
    });
    if (known.length <= best.length) continue;
    const rows: number[] = [];
    for (let a = 0; a < n && rows.length < mostRows; a++) {
      if (known.every(({ values }) => !Number.isNaN(at(values, a)))) rows.push(a);
    }
    if (rows.length < leastAreas) continue;
    best = known.flatMap(({ id, values }) => {
      if (rows.every((a) => at(values, a) === 0)) return [];
      let factor = 1;
      let print = 0;
      for (const a of rows) {
        factor = (factor * 48271) % 1_048_573;
        print += factor * at(values, a);
      }
      return [{ id, values, print }];
    });
  }
  return best;
}

function search(prints: readonly number[], offer: (parts: readonly number[], whole: number) => void): void {
  const n = prints.length;
  const byPrint = new Map<number, number[]>();
  prints.forEach((print, i) => {
    byPrint.set(print, [...(byPrint.get(print) ?? []), i]);
  });
  const single = (print: number): readonly number[] => byPrint.get(print) ?? [];
  for (let i = 0; i < n; i++) {
    for (const whole of single(prints[i]!)) offer([i], whole);
    let run = prints[i]!;
    for (let j = i + 1; j < n; j++) {
      for (const whole of single(prints[i]! + prints[j]!)) offer([i, j], whole);
      run += prints[j]!;
      if (j - i < 2) continue;
      const parts = Array.from({ length: j - i + 1 }, (_, k) => i + k);
      for (const whole of single(run)) offer(parts, whole);
    }
  }
  if (n > mostForThree) return;
  const pairs = new Map<number, (readonly [number, number])[]>();
  if (n <= mostForFour) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const print = prints[i]! + prints[j]!;
        pairs.set(print, [...(pairs.get(print) ?? []), [i, j]]);
      }
    }
  }
  for (let whole = 0; whole < n; whole++) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const left = prints[whole]! - prints[i]! - prints[j]!;
        if (left <= 0) continue;
        for (const k of single(left)) if (k > j) offer([i, j, k], whole);
        for (const [k, l] of pairs.get(left) ?? []) if (k > j) offer([i, j, k, l], whole);
      }
    }
  }
}

function holds(parts: readonly Float64Array[], whole: Float64Array): boolean {
  let complete = 0;
  for (let cell = 0; cell < whole.length; cell++) {
    let sum = 0;
    for (const values of parts) sum += values[cell]!;
    if (Number.isNaN(sum) || Number.isNaN(whole[cell]!)) continue;
    if (Math.abs(sum - whole[cell]!) > 1e-6) return false;
    complete++;
  }
  return complete >= leastAreas;
}
