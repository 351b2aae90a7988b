import { parseNumber, plainNumbers } from '../../columns/parseNumber.ts';
import type { TextTable } from '../../formats/table.ts';
import { numberFormats } from '../../inspect/cellMask.ts';

/** So alike cells alone make no more than a proposal. */
const most = 0.9;
const fewestRows = 6;

/**
 * How alike the numbers of a column of one file and of a column of the next one are, row by row: 0…0.9. A figure of the
 * next year changes a little in every area and keeps its order of areas and its size.
 */
export function cellLikeness(before: TextTable, now: TextTable): (old: string, fresh: string) => number {
  const key = commonKey(before, now);
  if (!key) return () => 0;
  return (old, fresh) => {
    // `1.200` may be two numbers: the reading that fits better is the one that is meant.
    const fresher = readings(now, fresh);
    const all = readings(before, old).flatMap((a) => fresher.map((b) => likenessOf(pairsOf(a, b, key))));
    return Math.max(0, ...all);
  };
}

type Positions = readonly (readonly [number, number])[];

function pairsOf(a: readonly number[], b: readonly number[], key: Positions): Positions {
  return key.flatMap(([x, y]): Positions => {
    const [one, other] = [a[x] ?? NaN, b[y] ?? NaN];
    return Number.isNaN(one) || Number.isNaN(other) ? [] : [[one, other]];
  });
}

/** Positions of the rows of both that are about the same: by the first column whose cells are all different in both. */
function commonKey(before: TextTable, now: TextTable): Positions | null {
  for (const name of before.header) {
    const [x, y] = [before.header.indexOf(name), now.header.indexOf(name)];
    if (y < 0) continue;
    const old = before.rows.map(({ cells }) => cells[x]?.trim() ?? '');
    const positions = new Map(now.rows.map(({ cells }, i) => [cells[y]?.trim() ?? '', i]));
    if (new Set(old).size < old.length || positions.size < now.rows.length) continue;
    const pairs = old.flatMap((text, i): readonly (readonly [number, number])[] => {
      const at = positions.get(text);
      return at === undefined ? [] : [[i, at]];
    });
    if (pairs.length >= fewestRows && pairs.length >= old.length / 2) return pairs;
  }
  return null;
}

/** The cells of a column as numbers, in every way of writing that reads most of them. */
function readings({ header, rows }: TextTable, name: string): readonly (readonly number[])[] {
  const column = header.indexOf(name);
  const texts = rows.map(({ cells }) => (cells[column] ?? '').trim().replace(/\s*%$/, ''));
  const filled = texts.filter((text) => text !== '').length;
  const read = numberFormats.map((format) =>
    texts.map((text) => parseNumber(text, { ...plainNumbers, ...format })?.value ?? NaN),
  );
  const known = (values: readonly number[]): number => values.filter((value) => !Number.isNaN(value)).length;
  const most = Math.max(...read.map(known));
  if (most < filled / 2 || most < fewestRows) return [];
  const distinct = new Map(read.filter((one) => known(one) === most).map((one) => [one.join(), one]));
  return [...distinct.values()];
}

function likenessOf(pairs: Positions): number {
  const n = pairs.length;
  if (n < fewestRows) return 0;
  const sum = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((all, pair) => all + of(pair), 0);
  const [x, y] = [sum(([a]) => a) / n, sum(([, b]) => b) / n];
  const spreadX = sum(([a]) => (a - x) ** 2);
  const spreadY = sum(([, b]) => (b - y) ** 2);
  if (spreadX === 0 || spreadY === 0 || x * y <= 0) return 0;
  const correlation = sum(([a, b]) => (a - x) * (b - y)) / Math.sqrt(spreadX * spreadY);
  const size = Math.min(x / y, y / x);
  // Next to the same in every area, and of the same size.
  return correlation < 0.97 || size < 0.8 ? 0 : most * correlation * (0.8 + 0.2 * size);
}
