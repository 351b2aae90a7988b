import { type CityYear, calendar } from './calendar.ts';
import { fabricTraits } from './fabric.ts';
import type { Random } from './random.ts';
import type { Site } from './sites.ts';

/** The dwellings of one district at the end of one year, and the market over it. */
export interface Housing {
  readonly dwellings: number;
  readonly social: number;
  readonly expiring5: number;
  readonly expiring10: number;
  readonly municipal: number;
  readonly vacant: number;
  readonly floorSpace: number;
  /** EUR per square metre. */
  readonly rent: number;
  readonly offers: number;
  readonly kduOffers: number;
}

/** `housing[y][d]`; `quality[y][d]` is the latent standing of the stock, which draws or repels those who can choose. */
export interface HousingHistory {
  readonly housing: readonly (readonly Housing[])[];
  readonly pressure: readonly (readonly number[])[];
}

/**
 * Ten years of stock and market. Bindings run out by the cohort they were granted in; rents follow the standing of the
 * stock and its surroundings; what the job centre accepts is the part of the offers below its limit, and every offer
 * with a binding.
 */
export function simulateHousing(sites: readonly Site[], random: Random): HousingHistory {
  const cohorts = sites.map((site) => bindings(site, random));
  const municipalShare = sites.map(
    (site) =>
      fabricTraits[site.fabric].municipal *
      Math.exp(0.35 * random.normal()) *
      (site.fabric === 'dorf' ? 0.3 : 1),
  );
  const vacancyLevel = sites.map(
    (site) => fabricTraits[site.fabric].vacancy * Math.exp(0.28 * random.normal()),
  );
  const rentNoise = sites.map(() => 0.035 * random.normal());
  const stock = sites.map((site) => site.startDwellings);
  const pressure: number[][] = [];
  const housing = calendar.map((now, y) =>
    sites.map((site, d) => {
      const traits = fabricTraits[site.fabric];
      if (y > 0) stock[d]! *= 1 + traits.growth * site.growth * (site.fabric === 'neubau' ? fade(y) : 1);
      const dwellings = Math.round(stock[d]!);
      const standing = standingOf(site, y);
      pressure[y] ??= [];
      pressure[y]![d] = standing;
      const left = (from: number, to: number) =>
        cohorts[d]!.reduce((sum, { until, units }) => sum + (until > from && until <= to ? units : 0), 0);
      const social = Math.min(dwellings, left(now.year, 9999) + newSocial(site, dwellings));
      const municipal = Math.round(
        Math.min(0.9, municipalShare[d]!) * site.startDwellings + 0.3 * (dwellings - site.startDwellings),
      );
      const vacancy = Math.min(
        0.16,
        vacancyLevel[d]! * now.vacancy * Math.exp(0.25 * Math.max(-1, standing)),
      );
      const rent = rentOf(now, y, site, standing, rentNoise[d]! + 0.012 * random.normal());
      const offers = random.binomial(
        Math.round(dwellings * 1.2),
        Math.min(0.5, traits.moving * 0.36 + vacancy * 0.5),
      );
      const free = normalShare((Math.log(now.kduLimit) - Math.log(rent)) / 0.13);
      const conform = Math.min(0.97, free + (social / Math.max(1, dwellings)) * 0.75 * (1 - free));
      return {
        dwellings,
        social,
        expiring5: left(now.year, now.year + 5),
        expiring10: left(now.year, now.year + 10),
        municipal: Math.min(dwellings, municipal),
        vacant: Math.round(dwellings * vacancy),
        floorSpace: Math.round(dwellings * site.dwellingSize),
        rent: Math.round(rent * 100) / 100,
        offers,
        kduOffers: random.binomial(offers, conform),
      };
    }),
  );
  return { housing, pressure };
}

/** New quarters are built fast at first. */
function fade(y: number): number {
  return y < 6 ? 1.6 : 0.5;
}

/** Latent hardship that the stock itself brings about in year `y`: fabric, surroundings, and the plan's own history. */
function standingOf(site: Site, y: number): number {
  const [start, end] = site.hardship;
  const course = 1 / (1 + Math.exp(-(y - 3.2) / 1.3));
  const from = 1 / (1 + Math.exp(3.2 / 1.3));
  const to = 1 / (1 + Math.exp(-(9 - 3.2) / 1.3));
  return (
    fabricTraits[site.fabric].hardship +
    start +
    (end - start) * ((course - from) / (to - from)) +
    site.surroundings
  );
}

function rentOf(now: CityYear, y: number, site: Site, standing: number, noise: number): number {
  const spread = 0.085 + 0.0025 * y;
  const traits = fabricTraits[site.fabric];
  return now.rent * Math.exp(0.03 + traits.rent - spread * standing + site.centrality * 0.07 + noise);
}

interface Cohort {
  readonly until: number;
  readonly units: number;
}

function bindings(site: Site, random: Random): Cohort[] {
  const traits = fabricTraits[site.fabric];
  const units = Math.round(site.startDwellings * traits.social * Math.exp(0.3 * random.normal()));
  const blocks = 3 + Math.floor(random.next() * 4);
  const weights = Array.from({ length: blocks }, () => 0.4 + random.next());
  const [first, last] = traits.expiry;
  // Loans of the sixties and seventies end in few lumps; a third was prolonged far ahead.
  const long = Math.round(units * 0.35);
  const lumps = random.multinomial(units - long, weights);
  return [
    ...lumps.map((lump) => ({ until: first + Math.floor(random.next() * (last - first + 1)), units: lump })),
    { until: 2034 + Math.floor(random.next() * 10), units: long },
  ];
}

/** A fifth of what is newly built gets a binding of thirty years. */
function newSocial(site: Site, dwellings: number): number {
  return site.fabric === 'neubau' ? Math.round(0.22 * Math.max(0, dwellings - site.startDwellings)) : 0;
}

function normalShare(z: number): number {
  // Logistic approximation of the normal distribution function, off by at most 0.01.
  return 1 / (1 + Math.exp(-1.702 * z));
}
