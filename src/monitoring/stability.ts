import { type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { type Random, randomStream } from '#stats/numeric/random.ts';
import {
  type AreaStability,
  type Doubt,
  doubts,
  type NeedRequest,
  type StabilityAnswer,
  type StabilityRequest,
  type Verdict,
} from './answer.ts';
import { binomialDraw } from './binomialDraw.ts';
import { classify } from './classify.ts';
import {
  compositeIndex,
  type IndexMethod,
  indexOfSum,
  knownOf,
  sign,
  weightedSum,
} from './compositeIndex.ts';
import { dirichletDraw } from './dirichletDraw.ts';
import { type Exposure, type NeedFacts, needFacts, verdictFactsOf } from './needFacts.ts';
import type { Cut } from './profiles/profile.ts';
import { verdictOf } from './verdict.ts';

export const defaultStability: StabilityRequest = { draws: 1000, seed: 1, concentration: 30, cutWidth: 0.1 };

/** A long job in portions: `step` until `done === total`, then `result`. */
export interface StabilityStepper {
  readonly total: number;
  readonly done: number;
  step(count: number): void;
  result(): StabilityAnswer;
}

/**
 * Stability [Stabilität des Befunds].
 *
 * How often an area keeps its status class, and its verdict, when the choices behind them are made a little
 * differently:
 *
 * - `weights`: indicator weights drawn from a Dirichlet distribution around the profile's
 * - `cuts`: each cut moved by a uniform draw of at most ± `cutWidth`
 * - `noise`: each share redrawn as Binomial(n, share) / n, where the persons behind it are known or declared
 * - `leave-one-out`: every indicator left out once (not random: share of the indicators without which it stays)
 * - `robust`: median and MAD instead of mean and SD, or the reverse (not random: 0 or 1)
 * - `together`: weights, cuts and noise at once; the verdict's share is what the threshold of the rule looks at
 *
 * Earlier editions, role and preconditions are kept as they are. Draw i comes from streams of (seed, i): the size of
 * the portions changes nothing.
 *
 * @returns shares 0…1 per area in the order of the level; null where not rated; or the problems of `assessNeed`.
 * A doubt is missing where it does not apply (one indicator, classes by rank, no persons known, MAD of 0).
 * @throws `invalid draws: …`. Cost: O(draws · areas · indicators); 1,000 draws over 542 areas: below a second, most of it for the noise.
 * Source: own rule (`verdictOf`); after Saisana, Saltelli & Tarantola 2005 (uncertainty analysis of composite indicators).
 */
export function assessStability(
  study: Study,
  request: NeedRequest,
  settings: StabilityRequest = defaultStability,
  exposure: Exposure | null = null,
): Result<StabilityAnswer> {
  const begun = beginStability(study, request, settings, exposure);
  if (!begun.ok) return begun;
  begun.value.step(begun.value.total);
  return succeed(begun.value.result(), begun.notes);
}

export function beginStability(
  study: Study,
  request: NeedRequest,
  settings: StabilityRequest = defaultStability,
  exposure: Exposure | null = null,
): Result<StabilityStepper> {
  if (!(settings.draws >= 1)) throw new Error(`invalid draws: ${settings.draws}`);
  const found = needFacts(study, request, exposure);
  if (!found.ok) return found;
  return succeed(stepperOf(found.value, settings), found.notes);
}

/** How often class and verdict stayed under one doubt. */
interface Tally {
  trials: number;
  readonly status: Int32Array;
  readonly verdict: Int32Array;
}

function stepperOf(facts: NeedFacts, settings: StabilityRequest): StabilityStepper {
  const { current } = facts;
  const n = current.level.keys.length;
  const base = current.statusClass;
  const verdictByClass = verdictsByClass(facts);
  const trial = trialsOf(facts, settings);
  const tallies = new Map<Doubt, Tally>();
  const tippedWithout: string[][] = current.level.keys.map(() => []);

  const count = (doubt: Doubt, classes: Int8Array): void => {
    let tally = tallies.get(doubt);
    if (!tally) {
      tally = { trials: 0, status: new Int32Array(n), verdict: new Int32Array(n) };
      tallies.set(doubt, tally);
    }
    tally.trials++;
    for (let a = 0; a < n; a++) {
      const own = base[a]!;
      const drawn = classes[a]!;
      if (own < 0) continue;
      if (drawn === own) tally.status[a]! += 1;
      if (verdictByClass[a]?.[drawn] === verdictByClass[a]?.[own]) tally.verdict[a]! += 1;
    }
  };

  for (const { id, classes } of trial.withoutOne()) {
    count('leave-one-out', classes);
    for (let a = 0; a < n; a++) if (base[a]! >= 0 && classes[a] !== base[a]) tippedWithout[a]!.push(id);
  }
  const robust = trial.robust();
  if (robust) count('robust', robust);

  let done = 0;
  return {
    total: settings.draws,
    get done() {
      return done;
    },
    step(portion) {
      const end = Math.min(settings.draws, done + portion);
      for (; done < end; done++) {
        for (const [doubt, classes] of trial.drawn(done)) count(doubt, classes);
      }
    },
    result: () => ({
      request: facts.request,
      settings,
      areas: current.level.keys.map((_, a) =>
        base[a]! < 0 ? null : areaStability(tallies, a, tippedWithout[a]!),
      ),
    }),
  };
}

function areaStability(
  tallies: ReadonlyMap<Doubt, Tally>,
  area: number,
  tippedWithout: readonly string[],
): AreaStability {
  const status: Partial<Record<Doubt, number>> = {};
  const verdict: Partial<Record<Doubt, number>> = {};
  let weakest: Doubt | null = null;
  let least = 1;
  for (const doubt of doubts) {
    const tally = tallies.get(doubt);
    if (!tally) continue;
    const stays = tally.status[area]! / tally.trials;
    status[doubt] = stays;
    verdict[doubt] = tally.verdict[area]! / tally.trials;
    if (doubt !== 'together' && stays < least) {
      least = stays;
      weakest = doubt;
    }
  }
  return { status, verdict, weakest, tippedWithout };
}

/** The verdict each area would have with each status class now, all else equal. */
function verdictsByClass(facts: NeedFacts): readonly (readonly Verdict[])[] {
  const { classes } = facts.profile.status;
  return facts.histories.map((history, a) => {
    const own = verdictFactsOf(facts, a, null);
    return classes.map((statusClass) =>
      verdictOf(
        {
          ...own,
          history: history.map((each, i) => (i === history.length - 1 ? { ...each, statusClass } : each)),
        },
        facts.thresholds,
      ),
    );
  });
}

function trialsOf(facts: NeedFacts, settings: StabilityRequest) {
  const { current, profile } = facts;
  const { parts, valid, residents } = current;
  const weights = parts.map((part) => part.weight);
  const signs = parts.map((part) => sign(part.direction));
  const z = parts.map((part) => part.z);
  const known = parts.map((part) => knownOf(part.values, valid));
  const persons = facts.profile.indicators.map((indicator, k) =>
    personsBehind(facts, indicator.residentsBehind, k),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const hasWeights = weights.filter((weight) => weight > 0).length > 1;
  const hasNoise = persons.some((counts) => counts !== null);
  const cutsOfProfile = profile.status.by === 'cuts' ? profile.status.cuts : null;

  const classesOf = (
    own: readonly number[],
    cuts: readonly Cut[] | null,
    values: readonly Float64Array[] | null,
    method: IndexMethod = profile,
  ): Int8Array => {
    const changed = values || method !== profile;
    const index = changed
      ? compositeIndex(
          parts.map((part, k) => ({ ...part, values: values?.[k] ?? part.values, weight: own[k]! })),
          valid,
          method,
          residents,
        ).index
      : indexOfSum(
          weightedSum(
            z,
            own.map((weight, k) => weight * signs[k]!),
            known,
            valid,
          ),
          method,
          residents,
        );
    return classify(index, profile.status, cuts);
  };

  const drawnWeights = (random: Random) => dirichletDraw(random, weights, settings.concentration);
  const drawnCuts = (random: Random) =>
    cutsOfProfile?.map((cut) => ({ ...cut, at: cut.at + (2 * random.uniform() - 1) * settings.cutWidth })) ??
    null;
  const drawnValues = (random: Random) =>
    parts.map((part, k) => {
      const counts = persons[k];
      if (!counts) return part.values;
      return part.values.map((share, a) => {
        const n = counts[a]!;
        return valid[a] && n > 0 && share >= 0 && share <= 1 ? binomialDraw(random, n, share) / n : share;
      });
    });

  return {
    *drawn(i: number): Generator<readonly [Doubt, Int8Array]> {
      const stream = (doubt: Doubt) => randomStream(settings.seed, i * doubts.length + doubts.indexOf(doubt));
      if (hasWeights) yield ['weights', classesOf(drawnWeights(stream('weights')), null, null)];
      if (cutsOfProfile) yield ['cuts', classesOf(weights, drawnCuts(stream('cuts')), null)];
      if (hasNoise) yield ['noise', classesOf(weights, null, drawnValues(stream('noise')))];
      const random = stream('together');
      const own = hasWeights ? drawnWeights(random) : weights;
      const cuts = drawnCuts(random);
      yield ['together', classesOf(own, cuts, hasNoise ? drawnValues(random) : null)];
    },
    *withoutOne(): Generator<{ readonly id: string; readonly classes: Int8Array }> {
      if (!hasWeights) return;
      for (const [left, part] of parts.entries()) {
        if (part.weight === 0) continue;
        // The others take over its weight, so that an index that is not re-standardised keeps its scale.
        const scale = total / (total - part.weight);
        const own = weights.map((weight, k) => (k === left ? 0 : weight * scale));
        yield { id: part.id, classes: classesOf(own, null, null) };
      }
    },
    robust(): Int8Array | null {
      const isRobust = profile.reference === 'median' || profile.spread === 'mad';
      const method: IndexMethod = isRobust
        ? { reference: 'mean', spread: 'population-sd', restandardise: profile.restandardise }
        : { reference: 'median', spread: 'mad', restandardise: profile.restandardise };
      const classes = classesOf(weights, null, null, method);
      return classes.some((position) => position >= 0) ? classes : null;
    },
  };
}

/** Persons each share of a part rests on: its own denominators, else the part of the residents the profile declares. */
function personsBehind(
  { current }: NeedFacts,
  residentsBehind: number | null,
  k: number,
): Float64Array | null {
  const own = current.parts[k]!.denominators;
  if (own) return own.map(Math.round);
  return residentsBehind === null
    ? null
    : current.residents.map((persons) => Math.round(persons * residentsBehind));
}
