import { normalProbability } from './normal.ts';

const candidates = [0, 0.5, 1, 1.5, 2, 2.5, 3, 4] as const;

/**
 * How many standard deviations below its target a random sum is best aimed, if a sum above the target is drawn again
 * and what is missing below it is added one by one. Speed alone hangs on it, not the distribution of the result.
 *
 * @param deviation standard deviation of the sum. @param drawing cost of drawing all of it, in units of the cost of
 * adding one.
 */
export function bestShortfall(deviation: number, drawing: number): number {
  let best = 0;
  let least = Infinity;
  for (const margin of candidates) {
    const accepted = normalProbability(margin);
    const density = Math.exp((-margin * margin) / 2) / 2.5066282746310002;
    const cost = drawing / accepted + deviation * (margin + density / accepted);
    if (cost >= least) continue;
    least = cost;
    best = margin;
  }
  return best;
}
