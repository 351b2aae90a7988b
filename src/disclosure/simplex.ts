const tiny = 1e-9;
const mostSteps = 5_000;

/**
 * Linear programming over `A x = b`, 0 ≤ x ≤ upper: the simplex method for bounded variables on a dense tableau, with
 * Bland's rule against cycles. The first basis is found once; every further objective starts from the last corner.
 */
export class Simplex {
  readonly #rows: Float64Array[];
  readonly #basis: number[];
  readonly #values: Float64Array;
  readonly #upper: Float64Array;
  readonly #isUpper: Uint8Array;
  readonly #size: number;
  /** False where no x fulfils all equations, or none was found in reasonable time. */
  readonly isFeasible: boolean;

  constructor(
    equations: readonly ReadonlyMap<number, number>[],
    right: readonly number[],
    upper: ArrayLike<number>,
  ) {
    const n = upper.length;
    const m = equations.length;
    this.#size = n;
    this.#upper = new Float64Array(n + m).fill(Infinity);
    this.#upper.set(Array.from(upper));
    this.#isUpper = new Uint8Array(n + m);
    this.#basis = Array.from({ length: m }, (_, i) => n + i);
    this.#values = Float64Array.from(right, Math.abs);
    this.#rows = equations.map((equation, i) => {
      const row = new Float64Array(n + m);
      const sign = right[i]! < 0 ? -1 : 1;
      for (const [cell, coefficient] of equation) row[cell] = sign * coefficient;
      row[n + i] = 1;
      return row;
    });
    const cost = new Float64Array(n + m).fill(-1, n);
    const left = this.#climb(cost);
    this.isFeasible = left !== null && left > -1e-6;
    // The artificial variables have done their work.
    this.#upper.fill(0, n);
  }

  /** The largest (or smallest) value of a variable; null where it was not found in reasonable time. */
  end(variable: number, direction: 1 | -1): number | null {
    const cost = new Float64Array(this.#upper.length);
    cost[variable] = direction;
    const value = this.#climb(cost);
    return value === null ? null : direction * value;
  }

  /** The corner last reached. */
  corner(): Float64Array {
    const x = Float64Array.from({ length: this.#size }, (_, j) => (this.#isUpper[j] ? this.#upper[j]! : 0));
    this.#basis.forEach((j, i) => {
      if (j < this.#size) x[j] = this.#values[i]!;
    });
    return x;
  }

  #climb(cost: Float64Array): number | null {
    const gain = cost.slice();
    this.#basis.forEach((j, i) => {
      const own = cost[j]!;
      if (own === 0) return;
      this.#rows[i]!.forEach((coefficient, k) => {
        gain[k]! -= own * coefficient;
      });
    });
    for (let step = 0; step < mostSteps; step++) {
      const entering = this.#entering(gain);
      if (entering < 0) return this.#worth(cost);
      if (!this.#move(entering, gain)) return Infinity;
    }
    return null;
  }

  #entering(gain: Float64Array): number {
    const isBasic = new Uint8Array(gain.length);
    for (const j of this.#basis) isBasic[j] = 1;
    for (let j = 0; j < gain.length; j++) {
      if (isBasic[j] || this.#upper[j]! < tiny) continue;
      if (this.#isUpper[j] ? gain[j]! < -tiny : gain[j]! > tiny) return j;
    }
    return -1;
  }

  /** Moves one variable as far as it goes; false where nothing stops it. */
  #move(entering: number, gain: Float64Array): boolean {
    const sign = this.#isUpper[entering] ? -1 : 1;
    let far = this.#upper[entering]!;
    let leaving = -1;
    this.#rows.forEach((row, i) => {
      const slope = -sign * row[entering]!;
      if (Math.abs(slope) < tiny) return;
      const room = slope > 0 ? this.#upper[this.#basis[i]!]! - this.#values[i]! : this.#values[i]!;
      const reach = Math.max(0, room) / Math.abs(slope);
      const isEarlier = leaving >= 0 && reach < far + tiny && this.#basis[i]! < this.#basis[leaving]!;
      if (reach < far - tiny || (reach <= far && isEarlier)) {
        far = reach;
        leaving = i;
      }
    });
    if (!Number.isFinite(far)) return false;
    this.#rows.forEach((row, i) => {
      this.#values[i]! -= sign * far * row[entering]!;
    });
    if (leaving < 0) {
      this.#isUpper[entering] = this.#isUpper[entering] ? 0 : 1;
      return true;
    }
    const out = this.#basis[leaving]!;
    this.#isUpper[out] = -sign * this.#rows[leaving]![entering]! > 0 ? 1 : 0;
    this.#values[leaving] = sign > 0 ? far : this.#upper[entering]! - far;
    this.#isUpper[entering] = 0;
    this.#basis[leaving] = entering;
    this.#pivot(leaving, entering, gain);
    return true;
  }

  #pivot(at: number, entering: number, gain: Float64Array): void {
    const pivot = this.#rows[at]!;
    const scale = pivot[entering]!;
    for (let k = 0; k < pivot.length; k++) pivot[k]! /= scale;
    for (const row of [...this.#rows, gain]) {
      const factor = row[entering]!;
      if (row === pivot || factor === 0) continue;
      for (let k = 0; k < row.length; k++) row[k]! -= factor * pivot[k]!;
    }
  }

  #worth(cost: Float64Array): number {
    let worth = 0;
    this.#basis.forEach((j, i) => {
      worth += cost[j]! * this.#values[i]!;
    });
    this.#isUpper.forEach((isUpper, j) => {
      if (isUpper && cost[j] !== 0) worth += cost[j]! * this.#upper[j]!;
    });
    return worth;
  }
}
