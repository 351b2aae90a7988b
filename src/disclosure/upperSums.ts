import { ancestorPositions, levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Column, Level, Observations, Study } from '#model/study.ts';

const MISSING = signCode('missing');

/**
 * The study with the counts of coarser levels written down, where so far they were added up from finer ones: hiding a
 * figure must not take it out of the sum it belongs to. Years in which a part is missing from the start are left to be
 * added up as before.
 */
export function withUpperSums(study: Study): Study {
  const counts = study.variables.filter(({ kind }) => kind === 'count').map(({ id }) => id);
  const made = new Map<string, Map<string, { years: readonly number[]; values: Float64Array }>>();
  for (const observations of study.observations) {
    const from = levelById(study, observations.level);
    for (let level = from; level.parent; ) {
      level = levelById(study, level.parent.level);
      const known = study.observations.find((one) => one.level === level.id)?.columns ?? {};
      const own = made.get(level.id) ?? new Map();
      const positions = ancestorPositions(study, from, level);
      if (!positions) break;
      for (const id of counts) {
        const column = observations.columns[id];
        if (!column || Object.hasOwn(known, id) || own.has(id)) continue;
        const values = sums(column, positions, observations.years.length, level.keys.length);
        if (values) own.set(id, { years: observations.years, values });
      }
      if (own.size > 0) made.set(level.id, own);
    }
  }
  if (made.size === 0) return study;
  const before = study.observations.filter(({ level }) => !made.has(level));
  const after = [...made].map(([id, columns]) => {
    const level = levelById(study, id);
    const known = study.observations.find((one) => one.level === id) ?? { level: id, years: [], columns: {} };
    return extended(known, level, columns);
  });
  const all = [...before, ...after];
  const order = [...study.observations.map(({ level }) => level), ...made.keys()];
  return {
    ...study,
    observations: all.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level)),
  };
}

/** Null where no year is complete. */
function sums(column: Column, positions: Int32Array, years: number, size: number): Float64Array | null {
  const n = positions.length;
  const values = new Float64Array(years * size).fill(NaN);
  let isAny = false;
  for (let y = 0; y < years; y++) {
    const year = new Float64Array(size).fill(NaN);
    let isComplete = true;
    for (let a = 0; a < n && isComplete; a++) {
      const to = positions[a]!;
      if (to < 0) continue;
      const value = column.values[y * n + a]!;
      isComplete = !Number.isNaN(value);
      year[to] = (Number.isNaN(year[to]!) ? 0 : year[to]!) + value;
    }
    if (!isComplete) continue;
    values.set(year, y * size);
    isAny = true;
  }
  return isAny ? values : null;
}

function extended(
  known: Observations,
  { keys }: Level,
  made: ReadonlyMap<string, { readonly years: readonly number[]; readonly values: Float64Array }>,
): Observations {
  const n = keys.length;
  const years = [...new Set([...known.years, ...[...made.values()].flatMap((one) => one.years)])].sort(
    (a, b) => a - b,
  );
  const moved = <A extends Float64Array | Uint8Array>(from: readonly number[], source: A, target: A): A => {
    from.forEach((year, y) => {
      target.set(source.subarray(y * n, (y + 1) * n) as never, years.indexOf(year) * n);
    });
    return target;
  };
  const empty = (): Float64Array => new Float64Array(years.length * n).fill(NaN);
  const columns: Record<string, Column> = {};
  for (const [id, { values, signs }] of Object.entries(known.columns)) {
    const own = moved(known.years, values, empty());
    // Years that the column did not have are missing in it.
    const marks = Uint8Array.from(own, (value) => (Number.isNaN(value) ? MISSING : 0));
    if (signs) moved(known.years, signs, marks);
    columns[id] = { values: own, signs: marks.some((mark) => mark > 0) ? marks : null };
  }
  for (const [id, column] of made) {
    const values = moved(column.years, column.values, empty());
    const signs = Uint8Array.from(values, (value) => (Number.isNaN(value) ? MISSING : 0));
    columns[id] = { values, signs: signs.includes(MISSING) ? signs : null };
  }
  return { level: known.level, years, columns };
}
