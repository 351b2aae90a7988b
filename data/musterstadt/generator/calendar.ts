/** What the city as a whole went through, year by year; the districts' shares of it are simulated. */
export interface CityYear {
  readonly year: number;
  readonly residents: number;
  /** Arrivals from abroad: from Bulgaria and Romania, people seeking protection, all others. */
  readonly arrivals: { readonly eu2: number; readonly protection: number; readonly other: number };
  /** Median asking rent and the rent the job centre accepts, EUR per square metre. */
  readonly rent: number;
  readonly kduLimit: number;
  /** Receipt of SGB II against 2014, for people in like circumstances. */
  readonly benefits: number;
  /** Vacancy against 2014. */
  readonly vacancy: number;
}

const y = (
  year: number,
  residents: number,
  eu2: number,
  protection: number,
  other: number,
  rent: number,
  kduLimit: number,
  benefits: number,
  vacancy: number,
): CityYear => ({ year, residents, arrivals: { eu2, protection, other }, rent, kduLimit, benefits, vacancy });

export const calendar: readonly CityYear[] = [
  y(2014, 247900, 640, 480, 1850, 6.6, 6.1, 1.0, 1.0),
  y(2015, 249000, 700, 2350, 2050, 6.85, 6.1, 0.99, 0.93),
  y(2016, 249900, 620, 1750, 1900, 7.1, 6.45, 1.0, 0.86),
  y(2017, 250000, 640, 620, 1850, 7.4, 6.45, 0.98, 0.8),
  y(2018, 250200, 610, 430, 1900, 7.75, 6.95, 0.94, 0.74),
  y(2019, 250300, 580, 400, 1880, 8.05, 6.95, 0.9, 0.7),
  y(2020, 249800, 420, 300, 1250, 8.35, 7.4, 0.95, 0.68),
  y(2021, 249700, 500, 450, 1500, 8.7, 7.4, 0.94, 0.66),
  y(2022, 251400, 560, 2900, 1900, 9.05, 8.0, 0.92, 0.6),
  y(2023, 251900, 540, 1150, 1950, 9.4, 8.0, 0.93, 0.58),
];

export const years = calendar.map(({ year }) => year);
