import { type ManyGroupTable, manyGroupTable, type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import { type SparseMatrix, sparseMatrix } from '#stats/weights/sparse.ts';
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

  /** @throws for cases with two points in time, which have `data.t1` and `data.t2` instead. */
  get data(): OracleData {
    if (!('ids' in this.file.data)) throw new Error(`${this.file.id}: two points in time`);
    return this.file.data;
  }

  get spatial(): OracleSpatial {
    if (!this.file.spatial) throw new Error(`${this.file.id}: not spatial`);
    return this.file.spatial;
  }

  /** Names of the groups in the order of the columns; `params.order` may give another one. */
  order(params: Params = {}): readonly string[] {
    return (params.order as readonly string[] | undefined) ?? Object.keys(this.data.groups);
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

  /** `queen, row-standardised`, `knn6, binary` …, as `params.weights` has it. */
  neighbours(text: string): SparseMatrix {
    const [kind = ''] = text.split(/[ ,]/);
    const lists = { queen: this.spatial.queen, rook: this.spatial.rook, knn6: this.spatial.knn6 }[kind];
    if (!lists) throw new Error(`${this.file.id}: no neighbours ${text}`);
    return neighbourWeights(lists, text.includes('binary') ? 'binary' : 'row-standardised');
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
