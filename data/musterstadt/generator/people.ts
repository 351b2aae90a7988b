import { calendar } from './calendar.ts';
import { fabricTraits } from './fabric.ts';
import type { HousingHistory } from './housing.ts';
import type { Random } from './random.ts';
import type { Site } from './sites.ts';

/**
 * Residents by origin and age. `german`: without migration background; `second`: Germans with migration background;
 * `eu2`: nationals of Bulgaria and Romania; `protection`: people with protection status; `foreign`: other foreigners.
 */
export const origins = ['german', 'second', 'eu2', 'protection', 'foreign'] as const;
export type Origin = (typeof origins)[number];
export const ages = ['child', 'working', 'older'] as const;
export type Age = (typeof ages)[number];

export const cells = origins.flatMap((origin) => ages.map((age) => ({ origin, age })));

/** Whole persons in one district at the end of one year, in the order of `cells`, and who came and went. */
export interface People {
  readonly counts: readonly number[];
  readonly newcomers: number;
  readonly newcomerChildren: number;
  readonly inMigration: number;
  readonly outMigration: number;
}

export interface PeopleHistory {
  readonly people: readonly (readonly People[])[];
  /** Latent hardship of the residents, following that of the stock with a lag. */
  readonly hardship: readonly (readonly number[])[];
}

const startShare: Record<Origin, number> = {
  german: 0.702,
  second: 0.168,
  eu2: 0.008,
  protection: 0.008,
  foreign: 0.114,
};
/** How strongly hardship and networks draw each origin at the start. */
const startPull: Record<Origin, readonly [hardship: number, network: number]> = {
  german: [0, 0],
  second: [0.62, 0.9],
  eu2: [0.95, 1.6],
  protection: [0.9, 0.5],
  foreign: [0.75, 1.35],
};
const ageTilt: Record<Origin, readonly [child: number, working: number, older: number]> = {
  german: [0.79, 0.95, 1.24],
  second: [2.15, 0.95, 0.42],
  eu2: [1.4, 1.25, 0.08],
  protection: [2.0, 1.15, 0.1],
  foreign: [0.85, 1.22, 0.45],
};
/** Births a year per resident of working age, and the origin of the newborn. */
const births: Record<Origin, number> = {
  german: 0.0129,
  second: 0.0158,
  eu2: 0.023,
  protection: 0.026,
  foreign: 0.0185,
};
const bornAs: Record<Origin, Partial<Record<Origin, number>>> = {
  german: { german: 0.88, second: 0.12 },
  second: { second: 0.82, german: 0.18 },
  eu2: { eu2: 0.85, second: 0.15 },
  protection: { protection: 0.7, second: 0.3 },
  foreign: { foreign: 0.42, second: 0.58 },
};
const emigration: Record<Origin, number> = {
  german: 0,
  second: 0.003,
  eu2: 0.1,
  protection: 0.045,
  foreign: 0.063,
};
/** How those who move within the city or from elsewhere in the country choose: against hardship, towards KdU offers, own network. */
const movePull: Record<Origin, readonly [hardship: number, kdu: number, network: number]> = {
  german: [-0.42, 0, 0.55],
  second: [0.22, 0.3, 0.45],
  eu2: [0.3, 0.45, 0.4],
  protection: [0.3, 0.85, 0.2],
  foreign: [0.22, 0.4, 0.4],
};

const EMPTY = cells.map(() => 0);
const index = (origin: Origin, age: Age) => origins.indexOf(origin) * ages.length + ages.indexOf(age);

/** From a start in balance through ten years of births, ageing, arrivals, moves and departures, district by district. */
export function simulatePeople(
  sites: readonly Site[],
  market: HousingHistory,
  random: Random,
): PeopleHistory {
  const appeal = sites.map(() => 0);
  const hardship: number[][] = [sites.map((_, d) => market.pressure[0]![d]!)];
  const start = startingPeople(sites, hardship[0]!);
  const stock = start.map((row) => [...row]);
  const people: People[][] = [];
  calendar.forEach((now, y) => {
    if (y > 0) {
      hardship.push(
        sites.map((_, d) => {
          const before = hardship[y - 1]![d]!;
          return before + 0.5 * (market.pressure[y]![d]! - before) + 0.07 * random.normal();
        }),
      );
    }
    const u = hardship[y]!;
    const housing = market.housing[y]!;
    const size = (d: number) => stock[d]!.reduce((sum, n) => sum + n, 0);

    if (y > 0) for (const row of stock) liveOneYear(row);

    const arrived = sites.map(() => [...EMPTY]);
    const networkOf = (d: number, from: readonly Origin[]) =>
      from.reduce((sum, origin) => sum + ages.reduce((n, age) => n + stock[d]![index(origin, age)]!, 0), 0) /
      Math.max(1, size(d));
    const deal = (origin: Origin, total: number, weights: readonly number[], share: readonly number[]) => {
      random.multinomial(total, weights).forEach((number, d) => {
        random.multinomial(number, share).forEach((persons, a) => {
          arrived[d]![index(origin, ages[a]!)]! += persons;
        });
      });
    };
    const open = housing.map(({ offers }) => offers + 0.5);
    const share = housing.map(({ kduOffers }, d) => kduOffers / open[d]!);
    deal(
      'protection',
      now.arrivals.protection,
      sites.map((_, d) => open[d]! * (0.1 + share[d]!)),
      [0.3, 0.66, 0.04],
    );
    deal(
      'eu2',
      now.arrivals.eu2,
      sites.map((site, d) => open[d]! * (0.12 + share[d]!) * Math.exp(0.9 * site.network)),
      [0.2, 0.79, 0.01],
    );
    deal(
      'foreign',
      now.arrivals.other,
      sites.map(
        (_, d) => open[d]! * (0.4 + share[d]!) * Math.sqrt(0.05 + networkOf(d, ['foreign', 'second'])),
      ),
      [0.15, 0.82, 0.03],
    );

    const gone = sites.map(() => 0);
    const out = sites.map((site, d) => {
      const row = stock[d]!;
      const leaving = [...EMPTY];
      cells.forEach(({ origin, age }, c) => {
        const abroad = row[c]! * emigration[origin] * (age === 'working' ? 1.1 : 0.7);
        row[c]! -= abroad;
        gone[d]! += abroad;
        const rate =
          site.moving *
          (age === 'older' ? 0.28 : age === 'child' ? 0.8 : 1.2) *
          (origin === 'german' || origin === 'second' ? 0.95 : 1.35);
        leaving[c] = row[c]! * Math.min(0.45, rate);
        row[c]! -= leaving[c]!;
        row[c]! += arrived[d]![c]!;
      });
      return leaving;
    });

    const capacity = housing.map((h, d) => {
      appeal[d] = 0.9 * appeal[d]! + (y > 0 ? 0.009 * random.normal() : 0);
      return (h.dwellings - h.vacant) * crowding(sites[d]!, u[d]!) * Math.exp(appeal[d]!);
    });
    const room = now.residents / capacity.reduce((sum, n) => sum + n, 0);
    const wanted = capacity.map((n, d) =>
      Math.max(0.25 * out[d]!.reduce((s, x) => s + x, 0), n * room - size(d)),
    );
    const inflow = allocate(sites, u, share, stock, out, wanted);
    inflow.forEach((row, d) => {
      row.forEach((n, c) => {
        stock[d]![c]! += n;
      });
    });
    // What does not fit the city's total is met by moves from and to the country around, everywhere alike.
    const correct = now.residents / stock.reduce((sum, row) => sum + row.reduce((s, n) => s + n, 0), 0);
    for (const row of stock)
      row.forEach((n, c) => {
        row[c] = n * correct;
      });

    people.push(
      sites.map((_, d) => {
        const newcomers = arrived[d]!.reduce((sum, n) => sum + n, 0);
        return {
          counts: stock[d]!.map((n) => Math.round(n)),
          newcomers,
          newcomerChildren: origins.reduce((sum, origin) => sum + arrived[d]![index(origin, 'child')]!, 0),
          inMigration: Math.round(inflow[d]!.reduce((sum, n) => sum + n, 0)) + newcomers,
          outMigration: Math.round(out[d]!.reduce((sum, n) => sum + n, 0) + gone[d]!),
        };
      }),
    );
  });
  return { people, hardship };
}

/** Persons per occupied dwelling: the fabric's, a little more where hardship is. */
function crowding(site: Site, u: number): number {
  return fabricTraits[site.fabric].personsPerDwelling * (1 + 0.02 * u);
}

function startingPeople(sites: readonly Site[], u: readonly number[]): number[][] {
  const weights = sites.map((site, d) => {
    const older = site.olderShare;
    const child = site.childShare;
    const ageShare = [child, 1 - child - older, older];
    return cells.map(({ origin, age }) => {
      const [a, b] = startPull[origin];
      const tilt = ageTilt[origin][ages.indexOf(age)]!;
      return (
        startShare[origin] * Math.exp(a * u[d]! + b * site.network) * ageShare[ages.indexOf(age)]! * tilt
      );
    });
  });
  // Rake until districts have their residents and origins their share of the city.
  const total = sites.reduce((sum, site) => sum + site.startResidents, 0);
  for (let round = 0; round < 60; round++) {
    for (const origin of origins) {
      const sum = weights.reduce((s, row) => s + ages.reduce((n, age) => n + row[index(origin, age)]!, 0), 0);
      const factor = (startShare[origin] * total) / sum;
      for (const row of weights) for (const age of ages) row[index(origin, age)]! *= factor;
    }
    weights.forEach((row, d) => {
      const factor = sites[d]!.startResidents / row.reduce((s, n) => s + n, 0);
      row.forEach((n, c) => {
        row[c] = n * factor;
      });
    });
  }
  return weights;
}

/** Births, birthdays, deaths and naturalisations. */
function liveOneYear(row: number[]): void {
  const before = [...row];
  for (const origin of origins) {
    const child = before[index(origin, 'child')]!;
    const working = before[index(origin, 'working')]!;
    const older = before[index(origin, 'older')]!;
    const grownUp = child / 15;
    const retired = working * (origin === 'german' ? 0.0176 : 0.0095);
    row[index(origin, 'child')]! -= grownUp;
    row[index(origin, 'working')]! += grownUp - retired;
    row[index(origin, 'older')]! += retired - older * 0.048;
    for (const born of origins) {
      row[index(born, 'child')]! += working * births[origin] * (bornAs[origin][born] ?? 0);
    }
  }
  for (const [origin, rate] of [
    ['protection', 0.02],
    ['foreign', 0.014],
    ['eu2', 0.01],
  ] as const) {
    for (const age of ages) {
      const naturalised = row[index(origin, age)]! * rate;
      row[index(origin, age)]! -= naturalised;
      row[index('second', age)]! += naturalised;
    }
  }
}

/**
 * Distributes those who moved over the room there is: everyone would rather live where his like choose to, but a place
 * is a place. A doubly constrained choice model, solved by raking.
 */
function allocate(
  sites: readonly Site[],
  u: readonly number[],
  kduShare: readonly number[],
  stock: readonly (readonly number[])[],
  out: readonly (readonly number[])[],
  wanted: readonly number[],
): number[][] {
  const pool = cells.map((_, c) => out.reduce((sum, row) => sum + row[c]!, 0));
  const places = wanted.reduce((sum, n) => sum + n, 0);
  const scale = places / pool.reduce((sum, n) => sum + n, 0);
  const flows = sites.map((site, d) => {
    const traits = fabricTraits[site.fabric];
    const total = stock[d]!.reduce((sum, n) => sum + n, 0);
    return cells.map(({ origin, age }, c) => {
      const [a, b, n] = movePull[origin];
      const own = ages.reduce((sum, each) => sum + stock[d]![index(origin, each)]!, 0) / Math.max(1, total);
      const life =
        age === 'child'
          ? traits.family
          : age === 'older'
            ? 3 * (site.olderShare - 0.2)
            : -0.25 * traits.family;
      return (
        pool[c]! *
        wanted[d]! *
        Math.exp(a * u[d]! + b * 1.6 * (kduShare[d]! - 0.35) + life) *
        (0.01 + own) ** n
      );
    });
  });
  for (let round = 0; round < 40; round++) {
    cells.forEach((_, c) => {
      const sum = flows.reduce((s, row) => s + row[c]!, 0);
      if (sum > 0) for (const row of flows) row[c]! *= (pool[c]! * scale) / sum;
    });
    flows.forEach((row, d) => {
      const sum = row.reduce((s, n) => s + n, 0);
      if (sum > 0)
        row.forEach((n, c) => {
          row[c] = (n * wanted[d]!) / sum;
        });
    });
  }
  return flows;
}
