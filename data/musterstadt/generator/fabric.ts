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

const t = (
  density: number,
  childShare: number,
  olderShare: number,
  personsPerDwelling: number,
  dwellingSize: number,
  hardship: number,
  social: number,
  municipal: number,
  rent: number,
  vacancy: number,
  moving: number,
  network: number,
  growth: number,
  family: number,
  expiry: readonly [number, number],
): FabricTraits => ({
  density,
  childShare,
  olderShare,
  personsPerDwelling,
  dwellingSize,
  hardship,
  social,
  municipal,
  rent,
  vacancy,
  moving,
  network,
  growth,
  family,
  expiry,
});

export const fabricTraits: Record<Fabric, FabricTraits> = {
  altstadt: t(5200, 0.085, 0.19, 1.5, 66, -0.15, 0.05, 0.1, 0.13, 0.035, 0.17, 0, 0.001, -0.6, [2016, 2030]),
  gruenderzeit: t(
    8600,
    0.115,
    0.15,
    1.62,
    74,
    -0.4,
    0.025,
    0.06,
    0.09,
    0.028,
    0.155,
    0,
    0.001,
    -0.2,
    [2015, 2028],
  ),
  arbeiterviertel: t(
    8800,
    0.145,
    0.13,
    1.78,
    62,
    0.9,
    0.1,
    0.17,
    0.02,
    0.045,
    0.17,
    0.45,
    0,
    0,
    [2014, 2027],
  ),
  nachkrieg: t(
    4700,
    0.125,
    0.26,
    1.75,
    61,
    0.45,
    0.16,
    0.33,
    -0.02,
    0.03,
    0.105,
    0.05,
    0.001,
    0,
    [2015, 2032],
  ),
  grosssiedlung: t(
    7800,
    0.18,
    0.2,
    2.05,
    68,
    1.35,
    0.46,
    0.5,
    -0.03,
    0.05,
    0.115,
    0.3,
    0,
    0.15,
    [2016, 2030],
  ),
  einfamilien: t(
    1750,
    0.15,
    0.25,
    2.25,
    112,
    -1.15,
    0.012,
    0.02,
    -0.01,
    0.014,
    0.058,
    -0.25,
    0.003,
    0.6,
    [2018, 2032],
  ),
  villen: t(2000, 0.135, 0.27, 2.0, 128, -1.6, 0.006, 0.01, 0.1, 0.018, 0.07, -0.1, 0.001, 0.3, [2018, 2032]),
  dorf: t(430, 0.145, 0.23, 2.3, 122, -1.1, 0.008, 0.01, -0.12, 0.022, 0.05, -0.6, 0.003, 0.5, [2018, 2032]),
  neubau: t(
    3300,
    0.18,
    0.09,
    2.05,
    88,
    -0.75,
    0.14,
    0.22,
    0.16,
    0.02,
    0.11,
    -0.05,
    0.035,
    0.45,
    [2034, 2045],
  ),
  gewerbe: t(400, 0.11, 0.13, 1.7, 58, 0.5, 0.04, 0.05, -0.06, 0.06, 0.2, 0.3, 0, -0.5, [2016, 2028]),
};
