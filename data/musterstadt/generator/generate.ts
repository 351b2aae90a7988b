import type { FeatureCollection } from 'geojson';
import { simulateBenefits } from './benefits.ts';
import { calendar } from './calendar.ts';
import { type Children, childrenByLanguage } from './children.ts';
import { csv } from './csv.ts';
import { compositionColumns, describe, institutionColumns, programmeColumns } from './descriptor.ts';
import { buildGeometry, type Geometry, toTopology, unite } from './geometry.ts';
import { simulateHousing } from './housing.ts';
import type { CompositionRow, InstitutionPlan } from './institutions.ts';
import { simulateKitas, UNDER_SIX } from './kitas.ts';
import {
  benefitColumns,
  type Column,
  educationColumns,
  figures,
  housingColumns,
  observationTable,
  populationColumns,
} from './observations.ts';
import { cells, simulatePeople } from './people.ts';
import { distance, type Point } from './plane.ts';
import { programmes } from './programmes.ts';
import { toLonLat } from './projection.ts';
import { type Random, randomStream } from './random.ts';
import { simulateSchools } from './schools.ts';
import { describeSites } from './sites.ts';

/** The one number everything is drawn from. */
const SEED = 2014;

/** All files of the pack by name. The same on every run and every machine. */
export function generate(): ReadonlyMap<string, string> {
  const stream = (name: string) => randomStream(SEED, name);
  const geometry = buildGeometry(stream);
  const { plan, areas, centres, borders } = geometry;
  const sites = describeSites(plan.districts, areas, centres, calendar[0]!.residents, stream('sites'));
  const market = simulateHousing(sites, stream('housing'));
  const history = simulatePeople(sites, market, stream('people'));
  const benefits = simulateBenefits(history, stream('benefits'));
  const children = childrenByLanguage(history, benefits);
  const place = placer(geometry);
  const schools = simulateSchools(sites, children, history.people, borders, place, stream('schools'));
  const kitas = simulateKitas(sites, children, place, stream('kitas'));

  const entrants = schoolEntrants(children, stream('school entry'));
  const table = calendar.map((_, y) =>
    sites.map((_, d) => {
      const people = history.people[y]![d]!;
      const under15 = cells.reduce((sum, { age }, c) => sum + (age === 'child' ? people.counts[c]! : 0), 0);
      const under6 = Math.round(under15 * UNDER_SIX);
      // Small cohorts: three years together, as such figures are published.
      let examined = 0;
      let languageSupport = 0;
      let leavers = 0;
      let toGymnasium = 0;
      for (const at of [y, y + 1, y + 2]) {
        const entry = entrants[at]![d]!;
        examined += entry.examined;
        languageSupport += entry.languageSupport;
        const transition = schools.transitions[at]![d]!;
        leavers += transition.leavers;
        toGymnasium += transition.toGymnasium;
      }
      return figures(people, benefits[y]![d]!, market.housing[y]![d]!, {
        under6,
        inKita: Math.min(under6, Math.round(kitas.attending[y]![d]!)),
        examined,
        languageSupport,
        leavers,
        toGymnasium,
      });
    }),
  );
  const observations = (columns: readonly Column[]) =>
    observationTable(sites, columns, (y, d) => table[y]![d]!);
  const catchmentMap: FeatureCollection = {
    type: 'FeatureCollection',
    features: schools.catchments.map(({ id, school, districts }) => ({
      type: 'Feature',
      properties: { id, institutions: school },
      geometry: unite(geometry, new Set(districts)),
    })),
  };
  return new Map([
    ['datapackage.json', `${JSON.stringify(describe(), null, 2)}\n`],
    ['areas.topojson', `${JSON.stringify(toTopology(geometry))}\n`],
    ['catchments.geojson', features(catchmentMap)],
    ['ground.geojson', features(geometry.ground)],
    ['population.csv', observations(populationColumns)],
    ['benefits.csv', observations(benefitColumns)],
    ['housing.csv', observations(housingColumns)],
    ['education.csv', observations(educationColumns)],
    ['institutions.csv', institutionTable([...schools.schools, ...kitas.kitas], schools.rows)],
    ['compositions.csv', compositionTable([...schools.rows, ...kitas.rows])],
    [
      'programmes.csv',
      csv(
        programmeColumns,
        programmes.map(({ id, name, programme, start, areas: inside }) => [
          id,
          name,
          programme.de,
          programme.en,
          start,
          '',
          inside.join(' '),
        ]),
      ),
    ],
  ]);
}

/** Children examined at school entry and those in need of language support, from two years before the first one. */
function schoolEntrants(children: readonly (readonly Children[])[], random: Random) {
  return [0, 0, ...children.keys()].map((y) =>
    children[y]!.map(({ german, nonGerman, germanPoor, nonGermanPoor }) => {
      const examined = random.binomial(Math.round((german + nonGerman) / 15), 0.96);
      const need =
        (0.07 * (german - germanPoor) +
          0.19 * germanPoor +
          0.3 * (nonGerman - nonGermanPoor) +
          0.48 * nonGermanPoor) /
        Math.max(1, german + nonGerman);
      return { examined, languageSupport: random.binomial(examined, need) };
    }),
  );
}

/** A site in a district for a house: some block near its middle, none taken twice. */
function placer({ mosaic, plan, centres }: Geometry): (district: number, random: Random) => Point {
  const taken = new Set<number>();
  return (district, random) => {
    const free = plan.districts[district]!.blocks.filter((block) => !taken.has(block)).sort(
      (a, b) =>
        distance(mosaic.sites[a]!, centres[district]!) - distance(mosaic.sites[b]!, centres[district]!),
    );
    const pool = free.length > 0 ? free : plan.districts[district]!.blocks;
    const block = pool[Math.floor(random.next() * Math.max(1, pool.length * 0.6))]!;
    taken.add(block);
    const shift = mosaic.size[block]! * 0.18;
    const [x, y] = mosaic.sites[block]!;
    return [x + (random.next() * 2 - 1) * shift, y + (random.next() * 2 - 1) * shift];
  };
}

/**
 * Schools with many children exempt from fees are in the state's Startchancen programme. A school that once had more
 * pupils than planned has found the rooms for them.
 */
function institutionTable(institutions: readonly InstitutionPlan[], rows: readonly CompositionRow[]): string {
  const last = calendar.at(-1)!.year;
  return csv(
    institutionColumns,
    institutions.map(({ id, name, form, provider, position, capacity, address }) => {
      const [lon, lat] = toLonLat(position);
      const own = rows.filter((row) => row.institution === id && row.classKind === 'all');
      const fullest = Math.max(0, ...own.map(({ total }) => total));
      const latest = own.find(({ year }) => year === last);
      const poor = latest !== undefined && latest.feeExempt / latest.total >= 0.36;
      return [
        id,
        name,
        form,
        provider,
        lon.toFixed(5),
        lat.toFixed(5),
        Math.max(capacity, 24 * Math.ceil(fullest / 24)),
        address,
        poor ? 'startchancen' : '',
      ];
    }),
  );
}

function compositionTable(rows: readonly CompositionRow[]): string {
  return csv(
    compositionColumns,
    rows.map(({ institution, year, classKind, total, nonGerman, feeExempt }) => [
      institution,
      year,
      classKind,
      total,
      nonGerman,
      feeExempt,
    ]),
  );
}

/** One feature a line: readable differences when the city changes. */
function features(collection: FeatureCollection): string {
  const lines = collection.features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
