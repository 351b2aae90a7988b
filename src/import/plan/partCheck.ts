import type { PlanValues } from './planValues.ts';

/** More than by rounding. */
const tolerance = 1e-9;

/** Is a figure nowhere larger than others together? What is larger in any area is no part of them, whatever it is called. */
export class PartCheck {
  readonly #values: PlanValues;
  readonly #known = new Map<string, boolean>();

  constructor(values: PlanValues) {
    this.#values = values;
  }

  /** Levels and years for which the part and all of the whole are given. */
  places(part: string, whole: readonly string[]): readonly string[] {
    return this.#values.placesOf([part, ...whole]);
  }

  fits(part: string, whole: readonly string[]): boolean {
    const pair = [part, ...whole].join(' ');
    const known = this.#known.get(pair);
    if (known !== undefined) return known;
    const fits = this.#fits(part, whole);
    this.#known.set(pair, fits);
    return fits;
  }

  #fits(part: string, whole: readonly string[]): boolean {
    for (const [place, values] of this.#values.of(part)) {
      const wholes = whole.map((variable) => this.#values.of(variable).get(place));
      for (const [area, value] of values) {
        const all = wholes.reduce((sum, one) => sum + (one?.get(area) ?? NaN), 0);
        if (value > all + tolerance * Math.abs(all)) return false;
      }
    }
    return true;
  }
}
