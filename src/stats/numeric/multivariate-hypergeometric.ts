import { AliasTables } from './alias-tables.ts';
import { Binomials } from './binomials.ts';
import { hypergeometricDraw } from './hypergeometric-draw.ts';
import type { Random } from './random.ts';
import { bestShortfall } from './shortfall.ts';

/** Chooses persons at random, many times, out of units whose sizes may change from draw to draw. */
export interface SubsetSampler {
  /**
   * Writes how many of the chosen persons live in each unit.
   * @param sizes persons per unit of this draw, whole numbers, together the population; at most the `capacities`.
   */
  draw(random: Random, sizes: Float64Array, into: Float64Array): void;
}

/** Cost of a count for one unit, in units of the cost of choosing one person: hypergeometric, binomial by rejection or table. */
const hypergeometricCost = 8;
const rejectionCost = 4;
const tableCost = 0.6;

/**
 * Draws from the multivariate hypergeometric distribution [multivariate hypergeometrische Verteilung]: X of T persons
 * chosen at random without replacement, counted by unit.
 *
 * Exact, and made for very many units. Independent binomial counts (t_j, p), given their sum S, are what S persons
 * chosen at random give, whatever p. With p a little below X/T the sum is mostly at most X, and the X − S
 * missing are chosen one by one among the others; if S > X, all is drawn again, which is allowed since the result does
 * not depend on S. Few large units: hypergeometric counts one after the other.
 *
 * @param capacities largest possible size of each unit. @param chosen X. @param population T ≥ X. Whole numbers.
 * @throws `invalid sample: …`.
 * Cost: one random word per unit of up to 1,024 persons, √X persons singly; fastest for X ≤ T/2.
 * Source: Devroye 1986, XI.1; that binomials given their sum are hypergeometric: Feller 1968, VI.10.
 * @example subsetSampler([2, 2], 2, 4).draw(randomStream(1), Float64Array.of(2, 2), into) // e.g. 1, 1
 */
export function subsetSampler(
  capacities: ArrayLike<number>,
  chosen: number,
  population: number,
): SubsetSampler {
  if (!(Number.isInteger(chosen) && Number.isInteger(population) && chosen >= 0 && chosen <= population)) {
    throw new Error(`invalid sample: ${chosen} of ${population}`);
  }
  if (chosen === 0) return { draw: (_random, _sizes, into) => void into.fill(0) };
  if (chosen === population) return { draw: (_random, sizes, into) => void into.set(sizes) };
  const deviation = Math.sqrt((chosen * (population - chosen)) / population);
  let drawing = 0;
  for (let j = 0; j < capacities.length; j++) drawing += capacities[j]! > 1024 ? rejectionCost : tableCost;
  const missing = bestShortfall(deviation, drawing) * deviation;
  return capacities.length * hypergeometricCost < drawing + missing
    ? oneAfterTheOther(chosen, population)
    : correctedBinomials(capacities, chosen, population, missing);
}

function oneAfterTheOther(chosen: number, population: number): SubsetSampler {
  return {
    draw(random, sizes, into) {
      let persons = population;
      let left = chosen;
      for (let j = 0; j < sizes.length; j++) {
        const count = left > 0 ? hypergeometricDraw(random, left, sizes[j]!, persons) : 0;
        into[j] = count;
        left -= count;
        persons -= sizes[j]!;
      }
    },
  };
}

function correctedBinomials(
  capacities: ArrayLike<number>,
  chosen: number,
  population: number,
  missing: number,
): SubsetSampler {
  const binomials = new Binomials(Math.max(0, chosen - missing) / population);
  const tables = new AliasTables();
  const places = tables.add(0, capacities);
  return {
    draw(random, sizes, into) {
      let count = 0;
      do {
        count = 0;
        for (let j = 0; j < sizes.length; j++) {
          const own = binomials.draw(random, sizes[j]!);
          into[j] = own;
          count += own;
        }
      } while (count > chosen);
      while (count < chosen) {
        // a place of the unit at random; it counts if somebody not yet chosen is there
        const j = tables.draw(places, random);
        if (random.uniform() * capacities[j]! >= sizes[j]! - into[j]!) continue;
        into[j]!++;
        count++;
      }
    },
  };
}
