import { type Comparison, NotCovered } from './adapter.ts';
import { adapters, stochasticAdapters } from './adapters/catalog.ts';
import type { Entry, OracleFile, StochasticEntry } from './case.ts';
import { OracleInput } from './input.ts';

/** What became of one entry. */
export interface Outcome {
  readonly file: string;
  readonly index: string;
  readonly kind: 'expected' | 'stochastic';
  readonly entry: string;
  readonly status: 'agrees' | 'deviates' | 'not covered';
  /** Largest difference in units of what is allowed; 1 = just within. */
  readonly worst: number;
  /** What deviates, or why it is not covered. */
  readonly words: string;
}

/** Compares every entry of the cases with our own value. */
export function compareAll(files: readonly OracleFile[]): readonly Outcome[] {
  return files.flatMap((file) => {
    const input = new OracleInput(file);
    return [
      ...(file.expected ?? []).map((entry) => compareEntry(input, entry)),
      ...(file.stochastic ?? []).map((entry) => compareStochastic(input, entry)),
    ];
  });
}

function compareEntry(input: OracleInput, entry: Entry): Outcome {
  const about = {
    file: input.file.id,
    index: entry.index,
    kind: 'expected' as const,
    entry: `${entry.focal ?? ''} ${JSON.stringify(entry.params)}`.trim(),
  };
  const adapter = adapters.find((one) => one.index === entry.index);
  if (!adapter) return { ...about, status: 'not covered', worst: 0, words: 'no function of ours' };
  try {
    const found = differences(adapter.compute(input, entry), entry.value, entry.tolerance, '');
    return {
      ...about,
      status: found.words === '' ? 'agrees' : 'deviates',
      worst: found.worst,
      words: found.words,
    };
  } catch (error) {
    return { ...about, ...failure(error) };
  }
}

function compareStochastic(input: OracleInput, entry: StochasticEntry): Outcome {
  const about = {
    file: input.file.id,
    index: entry.index,
    kind: 'stochastic' as const,
    entry: `${entry.focal ?? ''} ${JSON.stringify(entry.params)} ${entry.source.function}`.trim(),
  };
  const adapter = stochasticAdapters.find((one) => one.index === entry.index);
  if (!adapter) return { ...about, status: 'not covered', worst: 0, words: 'no function of ours' };
  try {
    let compared = adapter.compare(input, entry, 1);
    if (worstOf(compared) > nearLimit) compared = adapter.compare(input, entry, moreEffort);
    if (compared.length === 0) throw new Error('nothing compared');
    const worst = worstOf(compared);
    const beyond = compared.filter((one) => !(excessOf(one) <= 1));
    return {
      ...about,
      status: beyond.length === 0 ? 'agrees' : 'deviates',
      worst,
      words: beyond
        .slice(0, 3)
        .map(({ what, ours, reference, allowed }) => `${what}: ${ours} instead of ${reference} ± ${allowed}`)
        .join('; '),
    };
  } catch (error) {
    return { ...about, ...failure(error) };
  }
}

/** A simulated figure farther off than this is looked at again with so many times the draws. */
const nearLimit = 0.75;
const moreEffort = 10;

function failure(error: unknown): Pick<Outcome, 'status' | 'worst' | 'words'> {
  const { message } = error as Error;
  return error instanceof NotCovered
    ? { status: 'not covered', worst: 0, words: message }
    : { status: 'deviates', worst: Infinity, words: message };
}

/** The difference in units of what is allowed; NaN where either is. */
function excessOf({ ours, reference, allowed }: Comparison): number {
  const difference = Math.abs(ours - reference);
  return difference === 0 ? 0 : difference / allowed;
}

function worstOf(compared: readonly Comparison[]): number {
  return compared.map(excessOf).reduce((most, one) => Math.max(most, Number.isNaN(one) ? Infinity : one), 0);
}

interface Differences {
  readonly worst: number;
  readonly words: string;
}

const same: Differences = { worst: 0, words: '' };

/** Every figure of the reference must have its counterpart; labels must be equal. */
function differences(
  ours: unknown,
  reference: unknown,
  tolerance: Entry['tolerance'],
  path: string,
): Differences {
  if (reference === null) {
    return ours === null || ours === undefined || Number.isNaN(ours)
      ? same
      : { worst: Infinity, words: `${path}: ${String(ours)} instead of undefined` };
  }
  if (typeof reference === 'number') {
    if (typeof ours !== 'number') return { worst: Infinity, words: `${path}: no value` };
    const difference = Math.abs(ours - reference);
    const allowed = tolerance.abs + tolerance.rel * Math.abs(reference);
    return difference <= allowed
      ? { worst: difference === 0 ? 0 : difference / allowed, words: '' }
      : {
          worst: Number.isNaN(difference) ? Infinity : difference / allowed,
          words: `${path}: ${ours} instead of ${reference}`,
        };
  }
  if (typeof reference !== 'object') {
    return ours === reference
      ? same
      : { worst: Infinity, words: `${path}: ${String(ours)} instead of ${String(reference)}` };
  }
  if (typeof ours !== 'object' || ours === null) return { worst: Infinity, words: `${path}: no value` };
  let worst = 0;
  const words: string[] = [];
  const isList = Array.isArray(reference);
  const sizeOf = (value: object): number => (value as { readonly length: number }).length;
  if (isList && sizeOf(ours) !== reference.length) {
    return { worst: Infinity, words: `${path}: ${sizeOf(ours)} values instead of ${reference.length}` };
  }
  for (const [key, part] of Object.entries(reference as object)) {
    const found = differences(
      (ours as Readonly<Record<string, unknown>>)[key],
      part,
      tolerance,
      `${path}/${key}`,
    );
    worst = Math.max(worst, found.worst);
    if (found.words !== '' && words.length < 3) words.push(found.words);
  }
  return { worst, words: words.join('; ') };
}
