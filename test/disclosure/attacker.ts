import { ancestorPositions, levelById } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';

/** A figure as somebody sees it who has only the guarded study: known, or between 1 and what there is room for. */
interface Unknown {
  readonly name: string;
  readonly most: number;
}

interface Equation {
  readonly cells: readonly { readonly unknown: number; readonly sign: 1 | -1 }[];
  /** Sum of the unknown terms. */
  readonly value: number;
}

export interface PartsOfWhole {
  readonly parts: readonly string[];
  readonly whole: string;
}

/**
 * Somebody who knows the levels, which variables add up to which, and that a hidden count is at least 1: finds by
 * trying out every solution in whole numbers between which values each hidden cell lies. Written apart from the guard:
 * shares no code with it.
 *
 * @returns per hidden cell (`level variable area year`) least and most.
 */
export function attack(
  study: Study,
  additions: readonly PartsOfWhole[],
  most: number,
): ReadonlyMap<string, { readonly least: number; readonly most: number; readonly width: number }> {
  const found = new Map<string, { least: number; most: number; width: number }>();
  for (const year of new Set(study.observations.flatMap(({ years }) => years))) {
    const unknowns: Unknown[] = [];
    const index = new Map<string, number>();
    const equations: Equation[] = [];
    const cellOf = (level: string, variable: string, a: number): number | Unknown | null => {
      const observations = study.observations.find((one) => one.level === level);
      const column = observations?.columns[variable];
      if (!observations || !column) return null;
      const n = levelById(study, level).keys.length;
      const value = column.values[observations.years.indexOf(year) * n + a]!;
      if (!Number.isNaN(value)) return value;
      const name = `${level} ${variable} ${a} ${year}`;
      if (!index.has(name)) index.set(name, unknowns.push({ name, most }) - 1);
      return unknowns[index.get(name)!]!;
    };
    const relate = (parts: readonly (number | Unknown | null)[], whole: number | Unknown | null): void => {
      if (whole === null || parts.some((part) => part === null)) return;
      let value = 0;
      const cells: { unknown: number; sign: 1 | -1 }[] = [];
      for (const part of parts) {
        if (typeof part === 'number') value -= part;
        else if (part) cells.push({ unknown: index.get(part.name)!, sign: 1 });
      }
      if (typeof whole === 'number') value += whole;
      else cells.push({ unknown: index.get(whole.name)!, sign: -1 });
      if (cells.length > 0) equations.push({ cells, value });
    };
    for (const { level, columns } of study.observations) {
      const own = levelById(study, level);
      for (const { parts, whole } of additions) {
        if (![...parts, whole].every((id) => columns[id])) continue;
        own.keys.forEach((_, a) => {
          relate(
            parts.map((part) => cellOf(level, part, a)),
            cellOf(level, whole, a),
          );
        });
      }
      for (const upper of study.levels) {
        const positions = upper.id === level ? null : ancestorPositions(study, own, upper);
        if (!positions) continue;
        for (const variable of Object.keys(columns)) {
          upper.keys.forEach((_, p) => {
            const children = own.keys.flatMap((_, a) => (positions[a] === p ? [a] : []));
            relate(
              children.map((a) => cellOf(level, variable, a)),
              cellOf(upper.id, variable, p),
            );
          });
        }
      }
      for (const variable of Object.keys(columns))
        own.keys.forEach((_, a) => {
          cellOf(level, variable, a);
        });
    }
    solve(unknowns, equations).forEach(({ least, most: top }, i) => {
      found.set(unknowns[i]!.name, { least, most: top, width: top - least });
    });
  }
  return found;
}

/** For each unknown the least and the most over all solutions: pushed to each end by a search with look-ahead. */
function solve(
  unknowns: readonly Unknown[],
  equations: readonly Equation[],
): readonly { least: number; most: number }[] {
  const start = narrowed(
    equations,
    unknowns.map(() => 1),
    unknowns.map(({ most }) => most),
  );
  if (!start) throw new Error('the guarded study contradicts itself');
  return unknowns.map((_, i) => {
    const end = (values: readonly number[]): number => {
      for (const value of values) {
        const low = [...start.low];
        const high = [...start.high];
        low[i] = value;
        high[i] = value;
        if (hasSolution(equations, low, high)) return value;
      }
      throw new Error('no solution');
    };
    const range = Array.from({ length: start.high[i]! - start.low[i]! + 1 }, (_, k) => start.low[i]! + k);
    return { least: end(range), most: end([...range].reverse()) };
  });
}

function hasSolution(equations: readonly Equation[], low: number[], high: number[]): boolean {
  const next = narrowed(equations, low, high);
  if (!next) return false;
  // Branch on the tightest cell that is still open and in an equation with another open one.
  let branch = -1;
  for (let i = 0; i < next.low.length; i++) {
    const width = next.high[i]! - next.low[i]!;
    if (width === 0) continue;
    if (!equations.some(({ cells }) => cells.some(({ unknown }) => unknown === i))) continue;
    if (branch < 0 || width < next.high[branch]! - next.low[branch]!) branch = i;
  }
  if (branch < 0) return true;
  for (let value = next.low[branch]!; value <= next.high[branch]!; value++) {
    const [l, h] = [[...next.low], [...next.high]];
    l[branch] = value;
    h[branch] = value;
    if (hasSolution(equations, l, h)) return true;
  }
  return false;
}

function narrowed(
  equations: readonly Equation[],
  fromLow: readonly number[],
  fromHigh: readonly number[],
): { low: number[]; high: number[] } | null {
  const low = [...fromLow];
  const high = [...fromHigh];
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { cells, value } of equations) {
      let [least, most] = [0, 0];
      for (const { unknown, sign } of cells) {
        least += sign === 1 ? low[unknown]! : -high[unknown]!;
        most += sign === 1 ? high[unknown]! : -low[unknown]!;
      }
      if (least > value || most < value) return null;
      for (const { unknown, sign } of cells) {
        const ownLeast = sign === 1 ? low[unknown]! : -high[unknown]!;
        const ownMost = sign === 1 ? high[unknown]! : -low[unknown]!;
        const newLeast = Math.max(ownLeast, value - (most - ownMost));
        const newMost = Math.min(ownMost, value - (least - ownLeast));
        if (newLeast > newMost) return null;
        if (newLeast === ownLeast && newMost === ownMost) continue;
        isChanged = true;
        low[unknown] = sign === 1 ? newLeast : -newMost;
        high[unknown] = sign === 1 ? newMost : -newLeast;
        least += newLeast - ownLeast;
        most += newMost - ownMost;
      }
    }
  }
  return { low, high };
}
