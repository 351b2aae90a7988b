import type { Places } from '#stats/spec.ts';
import { type ManyGroupTable, manyGroupTable, type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import { nearestNeighbours } from '#stats/weights/nearest-neighbours.ts';
import { type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';
import { NotCovered } from './adapter.ts';
import type { OracleData, OracleFile, OracleSpatial, Params } from './case.ts';

/**
 * The input of one case in the shape our functions take, read by every adapter. Two-group tables compare the focal
 * group with everyone else of `data.total`; tables of many groups hold the groups alone.
 */
export class OracleInput {
  readonly file: OracleFile;

  constructor(file: OracleFile) {
    this.file = file;
  }

  /** @throws `NotCovered` for cases with two points in time, which have `data.t1` and `data.t2` instead. */
  get data(): OracleData {
    if (!('ids' in this.file.data)) throw new NotCovered('two points in time');
    return this.file.data;
  }

  get spatial(): OracleSpatial {
    if (!this.file.spatial) throw new NotCovered('a case without places');
    return this.file.spatial;
  }

  /** Names of the groups in the order of the columns; `params` may name others or only some of them. */
  order({ order, columns, groups }: Params = {}): readonly string[] {
    // `order` may also be a remark on the order of the units
    const named = [order, columns, groups].find((names) => Array.isArray(names));
    return (named as readonly string[] | undefined) ?? Object.keys(this.data.groups);
  }

  columns(params: Params = {}): readonly Float64Array[] {
    return this.order(params).map((name) => this.column(name));
  }

  column(name: string): Float64Array {
    const counts = this.data.groups[name];
    if (!counts) throw new Error(`${this.file.id}: unknown group ${name}`);
    return Float64Array.from(counts);
  }

  many(params: Params = {}): ManyGroupTable {
    return manyGroupTable(this.columns(params));
  }

  /** Focal group against the rest, or another group (`params.y`), or the two groups that `params.groups` names. */
  two(focal: string | null, params: Params = {}): TwoGroupTable {
    const named = params.groups as readonly [string, string] | undefined;
    if (named) return twoGroupTable(this.column(named[0]), this.column(named[1]));
    if (focal === null) throw new Error(`${this.file.id}: no focal group`);
    const group = this.column(focal);
    const other = params.y;
    if (typeof other === 'string' && other !== 'rest') return twoGroupTable(group, this.column(other));
    return twoGroupTable(
      group,
      group.map((x, i) => this.data.total[i]! - x),
    );
  }

  /** The labels of a higher level, one per unit; undefined where there is no such level. */
  labels(level: string): readonly string[] | undefined {
    return this.data.nested?.[level]?.map(String);
  }

  /** Centroids in metres. */
  get places(): Places {
    const { centroids } = this.spatial;
    return { x: Float64Array.from(centroids, ([x]) => x), y: Float64Array.from(centroids, ([, y]) => y) };
  }

  /** `queen, row-standardised`, `knn6, binary` …, as `params.weights` has it. */
  neighbours(text: string): SparseMatrix {
    const [kind = ''] = text.split(/[ ,]/);
    const style = text.includes('binary') ? 'binary' : 'row-standardised';
    const { queen, rook, knn6 } = this.spatial;
    const lists = { queen, rook, knn6 }[kind];
    if (lists) return neighbourWeights(lists, style);
    // a case holds the 6 nearest only
    const count = Number(/^knn(\d+)$/.exec(kind)?.[1]);
    if (!count) throw new NotCovered(`neighbours ${text}`);
    return nearestNeighbours(this.places, count, { style });
  }
}

export function neighbourWeights(
  lists: readonly (readonly number[])[],
  style: 'binary' | 'row-standardised' = 'row-standardised',
): SparseMatrix {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length;
  });
  const sorted = lists.flatMap((list) => [...list].sort((a, b) => a - b));
  return sparseMatrix({ offsets, neighbours: Int32Array.from(sorted) }, style);
}
