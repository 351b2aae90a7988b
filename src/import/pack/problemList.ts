import { type Place, type Problem, type ProblemParam, problem } from '#model/result.ts';

/** More of the same kind in the same column help nobody. */
const mostOfAKind = 8;
const most = 200;

type Params = Readonly<Record<string, ProblemParam>>;

/** Collects what is wrong while reading goes on; of each kind per file and column it keeps the first few and a count. */
export class ProblemList {
  readonly #kinds = new Map<string, { readonly kept: Problem[]; count: number }>();
  #size = 0;

  add(code: string, params: Params = {}, where: Place | null = null): void {
    this.push(problem(code, params, where));
  }

  push(found: Problem): void {
    const kind = JSON.stringify([found.code, found.where?.file, found.where?.column]);
    let entry = this.#kinds.get(kind);
    if (!entry) {
      entry = { kept: [], count: 0 };
      this.#kinds.set(kind, entry);
    }
    entry.count++;
    this.#size++;
    if (entry.kept.length < mostOfAKind) entry.kept.push(found);
  }

  /** How many were found, including those not kept. */
  get size(): number {
    return this.#size;
  }

  /** In the order found, each kind followed by how many more there were. */
  list(): readonly Problem[] {
    const all: Problem[] = [];
    for (const { kept, count } of this.#kinds.values()) {
      all.push(...kept);
      const first = kept[0];
      if (count > kept.length && first)
        all.push(
          problem(
            'more',
            { n: count - kept.length },
            first.where && { file: first.where.file, column: first.where.column },
          ),
        );
    }
    if (all.length <= most) return all;
    return [...all.slice(0, most), problem('more', { n: all.length - most })];
  }
}
