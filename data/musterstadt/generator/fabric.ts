import type { Fabric } from './masterplan.ts';

/** What a kind of building fabric brings with it at the start (2014), before any district's own history. */
export interface FabricTraits {
  /** Residents per square kilometre of the district, streets and gardens included. */
  readonly density: number;
  readonly childShare: number;
  readonly olderShare: number;
  readonly personsPerDwelling: number;
  /** Square metres per dwelling. */
  readonly dwellingSize: number;
  /** Latent hardship of the people who can live there, in SD. */
  readonly hardship: number;
  /** Share of dwellings let with a binding, and owned by the city's housing company. */
  readonly social: number;
  readonly municipal: number;
  /** Asking rent against the city, in log points, beyond what hardship explains. */
  readonly rent: number;
  readonly vacancy: number;
  /** Share of residents who leave the district in a year. */
  readonly moving: number;
  /** Head start of migrant networks, in log points. */
  readonly network: number;
  /** New dwellings a year, as a share of the stock. */
  readonly growth: number;
  /** Pull on families with children who move. */
  readonly family: number;
  /** First and last year in which most bindings run out. */
  readonly expiry: readonly [number, number];
}

export const fabricTraits: Record<Fabric, FabricTraits> = {
  altstadt: {
    density: 5200,
    childShare: 0.085,
    olderShare: 0.19,
    personsPerDwelling: 1.5,
    dwellingSize: 66,
    hardship: -0.15,
    social: 0.05,
    municipal: 0.1,
    rent: 0.13,
    vacancy: 0.035,
    moving: 0.17,
    network: 0,
    growth: 0.001,
    family: -0.6,
    expiry: [2016, 2030],
  },
  gruenderzeit: {
    density: 8600,
    childShare: 0.115,
    olderShare: 0.15,
    personsPerDwelling: 1.62,
    dwellingSize: 74,
    hardship: -0.4,
    social: 0.025,
    municipal: 0.06,
    rent: 0.09,
    vacancy: 0.028,
    moving: 0.155,
    network: 0,
    growth: 0.001,
    family: -0.2,
    expiry: [2015, 2028],
  },
  arbeiterviertel: {
    density: 8800,
    childShare: 0.145,
    olderShare: 0.13,
    personsPerDwelling: 1.78,
    dwellingSize: 62,
    hardship: 0.85,
    social: 0.07,
    municipal: 0.11,
    rent: 0.06,
    vacancy: 0.045,
    moving: 0.17,
    network: 0.45,
    growth: 0,
    family: 0,
    expiry: [2014, 2027],
  },
  nachkrieg: {
    density: 4700,
    childShare: 0.125,
    olderShare: 0.26,
    personsPerDwelling: 1.75,
    dwellingSize: 61,
    hardship: 0.45,
    social: 0.16,
    municipal: 0.33,
    rent: -0.02,
    vacancy: 0.03,
    moving: 0.105,
    network: 0.05,
    growth: 0.001,
    family: 0,
    expiry: [2015, 2032],
  },
  grosssiedlung: {
    density: 7800,
    childShare: 0.18,
    olderShare: 0.2,
    personsPerDwelling: 2.05,
    dwellingSize: 68,
    hardship: 1.35,
    social: 0.46,
    municipal: 0.5,
    rent: -0.03,
    vacancy: 0.05,
    moving: 0.115,
    network: 0.3,
    growth: 0,
    family: 0.15,
    expiry: [2016, 2030],
  },
  einfamilien: {
    density: 1750,
    childShare: 0.15,
    olderShare: 0.25,
    personsPerDwelling: 2.25,
    dwellingSize: 112,
    hardship: -1.15,
    social: 0.012,
    municipal: 0.02,
    rent: -0.01,
    vacancy: 0.014,
    moving: 0.058,
    network: -0.25,
    growth: 0.003,
    family: 0.6,
    expiry: [2018, 2032],
  },
  villen: {
    density: 2000,
    childShare: 0.135,
    olderShare: 0.27,
    personsPerDwelling: 2.0,
    dwellingSize: 128,
    hardship: -1.6,
    social: 0.006,
    municipal: 0.01,
    rent: 0.1,
    vacancy: 0.018,
    moving: 0.07,
    network: -0.1,
    growth: 0.001,
    family: 0.3,
    expiry: [2018, 2032],
  },
  dorf: {
    density: 430,
    childShare: 0.145,
    olderShare: 0.23,
    personsPerDwelling: 2.3,
    dwellingSize: 122,
    hardship: -1.1,
    social: 0.008,
    municipal: 0.01,
    rent: -0.12,
    vacancy: 0.022,
    moving: 0.05,
    network: -0.6,
    growth: 0.003,
    family: 0.5,
    expiry: [2018, 2032],
  },
  neubau: {
    density: 3300,
    childShare: 0.18,
    olderShare: 0.09,
    personsPerDwelling: 2.05,
    dwellingSize: 88,
    hardship: -0.75,
    social: 0.14,
    municipal: 0.22,
    rent: 0.16,
    vacancy: 0.02,
    moving: 0.11,
    network: -0.05,
    growth: 0.035,
    family: 0.45,
    expiry: [2034, 2045],
  },
  gewerbe: {
    density: 400,
    childShare: 0.11,
    olderShare: 0.13,
    personsPerDwelling: 1.7,
    dwellingSize: 58,
    hardship: 0.5,
    social: 0.04,
    municipal: 0.05,
    rent: -0.06,
    vacancy: 0.06,
    moving: 0.2,
    network: 0.3,
    growth: 0,
    family: -0.5,
    expiry: [2016, 2028],
  },
};
