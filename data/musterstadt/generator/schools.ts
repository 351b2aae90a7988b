import { calendar } from './calendar.ts';
import type { Children } from './children.ts';
import type { CompositionRow, Form, InstitutionPlan, ProviderId } from './institutions.ts';
import type { People } from './people.ts';
import { distance, type Point } from './plane.ts';
import type { Random } from './random.ts';
import type { Site } from './sites.ts';

/** Four primary years out of fifteen, six and a half secondary ones. */
const PRIMARY_PART = 4 / 15;
const SECONDARY_PART = 6.5 / 15;

export interface CatchmentPlan {
  readonly id: string;
  readonly school: string;
  readonly districts: readonly number[];
}

export interface Schools {
  readonly schools: readonly InstitutionPlan[];
  readonly catchments: readonly CatchmentPlan[];
  readonly rows: readonly CompositionRow[];
  /** `[y][d]`, from two years before the first one: children leaving primary school, of these to a Gymnasium. */
  readonly transitions: readonly (readonly { readonly leavers: number; readonly toGymnasium: number }[])[];
}

interface SchoolState {
  readonly plan: InstitutionPlan;
  /** Pupils a year that the school takes in before it becomes tight. */
  readonly intake: number;
  /** Share of non-German-language pupils families know of: last year's. */
  reputation: number;
}

/** One stream of children of one district into schools of one form. */
interface Demand {
  readonly district: number;
  readonly nonGerman: number;
  readonly german: number;
  readonly nonGermanPoor: number;
  readonly germanPoor: number;
}

interface Intake {
  nonGerman: number;
  german: number;
  poor: number;
}

/**
 * Primary schools take the children of their catchment, unless parents ask for another school: the more children of
 * other languages the catchment school has, the more of the others leave, and those who can afford the way first.
 * Secondary schools are chosen by form first, then by distance and repute. Four (six) intakes make a school's year.
 */
export function simulateSchools(
  sites: readonly Site[],
  children: readonly (readonly Children[])[],
  people: readonly (readonly People[])[],
  borders: readonly ReadonlyMap<number, number>[],
  place: (district: number, random: Random) => Point,
  random: Random,
): Schools {
  const catchments = drawCatchments(sites, children[4]!, borders);
  const schools = foundSchools(sites, catchments, children[4]!, place, random);
  const parts = preparatoryParts(schools, catchments, people);
  const rows: CompositionRow[] = [];
  const home = new Map<number, string>();
  for (const { school, districts } of catchments) for (const d of districts) home.set(d, school);

  const primary = schools.filter(({ form }) => form === 'grundschule');
  const secondary = (form: Form) => schools.filter((school) => school.form === form);
  const primaryStates = primary.map((plan) => ({ plan, intake: plan.capacity / 4, reputation: 0.4 }));
  const otherStates = new Map<Form, SchoolState[]>(
    (['gymnasium', 'gesamtschule', 'oberschule', 'foerderschule'] as const).map((form) => [
      form,
      secondary(form).map((plan) => ({ plan, intake: plan.capacity / 6.5, reputation: 0.35 })),
    ]),
  );
  const transitions: { leavers: number; toGymnasium: number }[][] = [];
  const memory = new Map<string, Intake[]>();

  // Ten years before the first published one let habits settle.
  for (let y = -10; y < calendar.length; y++) {
    const now = Math.max(0, y);
    const primaryDemand = sites.map((_, d) => demandOf(d, children[now]![d]!, PRIMARY_PART / 4));
    const intakes = choose(sites, primaryDemand, primaryStates, home, {
      distance: 0.95,
      catchment: 2.3,
      german: 10,
      poorGerman: 4.2,
      nonGerman: 0.9,
      threshold: 0.25,
      church: 0.35,
    });
    record(memory, primaryStates, intakes, 4);

    const leaving = sites.map((_, d) => demandOf(d, children[now]![d]!, SECONDARY_PART / 6.5));
    const byForm = splitByForm(leaving);
    for (const [form, states] of otherStates) {
      const part = choose(sites, byForm.get(form)!, states, new Map(), {
        distance: form === 'gymnasium' ? 0.65 : 1.5,
        catchment: 0,
        german: form === 'gymnasium' ? 3 : 5,
        poorGerman: 2.4,
        nonGerman: 0.2,
        threshold: form === 'gymnasium' ? 0.2 : 0.45,
        church: 0.2,
      });
      record(memory, states, part, 6);
    }
    if (y >= -2) {
      transitions.push(
        sites.map((_, d) => {
          const all = leaving[d]!;
          const gymnasium = byForm.get('gymnasium')![d]!;
          const leavers = roundAt(random, all.german + all.nonGerman);
          const share = (gymnasium.german + gymnasium.nonGerman) / Math.max(1e-9, all.german + all.nonGerman);
          return { leavers, toGymnasium: random.binomial(leavers, share) };
        }),
      );
    }
    if (y < 0) continue;

    const year = calendar[y]!.year;
    for (const plan of schools) {
      const cohorts = memory.get(plan.id)!;
      const scale = plan.form === 'grundschule' ? 1 : 6.5 / 6;
      const sum = (pick: (intake: Intake) => number) =>
        cohorts.reduce((s, intake) => s + pick(intake), 0) * scale;
      const expected = sum((intake) => intake.nonGerman);
      const german = sum((intake) => intake.german);
      const total = roundAt(random, expected + german);
      const share = expected / (expected + german);
      // Cohorts stay together: chance enters with new pupils only, so it is small.
      const noise = 0.5 * Math.sqrt((share * (1 - share)) / total) * random.normal();
      const nonGerman = Math.round(total * clamp(share + noise));
      const poor = sum((intake) => intake.poor) / (expected + german);
      const feeExempt = Math.min(total, Math.round(total * clamp(poor * 0.93 + 0.006 * random.normal())));
      rows.push(
        ...withPreparatory(
          plan,
          year,
          total,
          nonGerman,
          feeExempt,
          preparatory(parts.get(plan.id) ?? 0, y, people, random),
        ),
      );
    }
  }
  return { schools, catchments, rows, transitions };
}

function demandOf(district: number, children: Children, part: number): Demand {
  return {
    district,
    nonGerman: children.nonGerman * part,
    german: children.german * part,
    nonGermanPoor: children.nonGermanPoor * part,
    germanPoor: children.germanPoor * part,
  };
}

interface Taste {
  /** Per kilometre. */
  readonly distance: number;
  /** Staying where one belongs. */
  readonly catchment: number;
  /** Avoidance per share of non-German-language pupils above the threshold. */
  readonly german: number;
  readonly poorGerman: number;
  readonly nonGerman: number;
  readonly threshold: number;
  readonly church: number;
}

/** Discrete choice with places that get scarce: a school over its places becomes less attractive until it fits. */
function choose(
  sites: readonly Site[],
  demand: readonly Demand[],
  states: readonly SchoolState[],
  home: ReadonlyMap<number, string>,
  taste: Taste,
): Intake[] {
  const price = new Float64Array(states.length);
  let intakes: Intake[] = [];
  for (let round = 0; round < 25; round++) {
    intakes = states.map(() => ({ nonGerman: 0, german: 0, poor: 0 }));
    for (const { district, nonGerman, german, nonGermanPoor, germanPoor } of demand) {
      const site = sites[district]!;
      const kinds = [
        {
          n: german - germanPoor,
          avoid: taste.german * (1 - 0.12 * Math.max(-1, Math.min(2, site.surroundings))),
          church: taste.church + 0.3,
          poor: false,
          own: false,
        },
        { n: germanPoor, avoid: taste.poorGerman, church: taste.church - 0.3, poor: true, own: false },
        {
          n: nonGerman - nonGermanPoor,
          avoid: taste.nonGerman,
          church: taste.church - 0.9,
          poor: false,
          own: true,
        },
        { n: nonGermanPoor, avoid: taste.nonGerman * 0.3, church: taste.church - 1.6, poor: true, own: true },
      ];
      for (const { n, avoid, church, poor, own } of kinds) {
        if (n <= 0) continue;
        const appeal = states.map(({ plan, reputation }, s) => {
          const away = distance(plan.position, site.centre) / 1000;
          const dislike = avoid * Math.max(0, reputation - taste.threshold);
          const utility =
            -taste.distance * away -
            dislike -
            price[s]! +
            (home.get(district) === plan.id ? taste.catchment : 0) +
            (plan.provider === 'stadt' ? 0 : church);
          return Math.exp(utility);
        });
        const whole = appeal.reduce((sum, a) => sum + a, 0);
        appeal.forEach((a, s) => {
          const pupils = (n * a) / whole;
          const intake = intakes[s]!;
          if (own) intake.nonGerman += pupils;
          else intake.german += pupils;
          if (poor) intake.poor += pupils;
        });
      }
    }
    states.forEach(({ intake }, s) => {
      const taken = intakes[s]!.nonGerman + intakes[s]!.german;
      price[s] = Math.max(0, price[s]! + 0.6 * Math.log(Math.max(0.05, taken / intake)));
    });
  }
  return intakes;
}

function record(
  memory: Map<string, Intake[]>,
  states: readonly SchoolState[],
  intakes: readonly Intake[],
  years: number,
): void {
  states.forEach((state, s) => {
    const cohorts = [
      ...(memory.get(state.plan.id) ?? Array.from({ length: years - 1 }, () => intakes[s]!)),
      intakes[s]!,
    ];
    memory.set(state.plan.id, cohorts.slice(-years));
    const all = cohorts.slice(-years);
    const nonGerman = all.reduce((sum, intake) => sum + intake.nonGerman, 0);
    const whole = all.reduce((sum, intake) => sum + intake.nonGerman + intake.german, 0);
    state.reputation = nonGerman / Math.max(1, whole);
  });
}

/** Which form follows primary school, by language, means and neighbourhood. */
function splitByForm(leaving: readonly Demand[]): Map<Form, Demand[]> {
  const share: Record<'gymnasium' | 'gesamtschule' | 'foerderschule', readonly number[]> = {
    // German and not poor, German and poor, other language and not poor, other language and poor.
    gymnasium: [0.48, 0.17, 0.3, 0.12],
    gesamtschule: [0.25, 0.3, 0.29, 0.3],
    foerderschule: [0.012, 0.05, 0.022, 0.045],
  };
  const take = (demand: Demand, shares: readonly number[], tilt: number): Demand => {
    const [a, b, c, d] = shares.map((s) => Math.min(0.95, s * tilt)) as [number, number, number, number];
    const germanRich = (demand.german - demand.germanPoor) * a;
    const germanPoor = demand.germanPoor * b;
    const otherRich = (demand.nonGerman - demand.nonGermanPoor) * c;
    const otherPoor = demand.nonGermanPoor * d;
    return {
      district: demand.district,
      german: germanRich + germanPoor,
      germanPoor,
      nonGerman: otherRich + otherPoor,
      nonGermanPoor: otherPoor,
    };
  };
  const result = new Map<Form, Demand[]>([
    ['gymnasium', []],
    ['gesamtschule', []],
    ['foerderschule', []],
    ['oberschule', []],
  ]);
  for (const demand of leaving) {
    const poor =
      (demand.germanPoor + demand.nonGermanPoor) / Math.max(1e-9, demand.german + demand.nonGerman);
    const gymnasium = take(demand, share.gymnasium, Math.exp(0.24 - 1.15 * poor));
    const gesamtschule = take(demand, share.gesamtschule, 1);
    const foerderschule = take(demand, share.foerderschule, 1);
    const rest = (key: 'german' | 'germanPoor' | 'nonGerman' | 'nonGermanPoor') =>
      Math.max(0, demand[key] - gymnasium[key] - gesamtschule[key] - foerderschule[key]);
    result.get('gymnasium')!.push(gymnasium);
    result.get('gesamtschule')!.push(gesamtschule);
    result.get('foerderschule')!.push(foerderschule);
    result.get('oberschule')!.push({
      district: demand.district,
      german: rest('german'),
      germanPoor: rest('germanPoor'),
      nonGerman: rest('nonGerman'),
      nonGermanPoor: rest('nonGermanPoor'),
    });
  }
  return result;
}

const CATCHMENTS = 24;
const SMALLEST_CATCHMENT = 140;

/**
 * Catchments follow the housing estates: from single districts on, the two neighbours that are most alike, close
 * together and small are joined (Ward's criterion on the share of languages, space and size) until there is one
 * catchment for each public school.
 */
function drawCatchments(
  sites: readonly Site[],
  children: readonly Children[],
  borders: readonly ReadonlyMap<number, number>[],
): CatchmentPlan[] {
  interface Cluster {
    readonly districts: readonly number[];
    readonly pupils: number;
    readonly share: number;
    readonly centre: Point;
  }
  let clusters: Cluster[] = sites.map((site, d) => {
    const { german, nonGerman } = children[d]!;
    const all = german + nonGerman;
    return { districts: [d], pupils: all * PRIMARY_PART, share: nonGerman / all, centre: site.centre };
  });
  const touch = (a: Cluster, b: Cluster) =>
    a.districts.reduce(
      (sum, d) => sum + b.districts.reduce((length, other) => length + (borders[d]!.get(other) ?? 0), 0),
      0,
    );
  while (clusters.length > CATCHMENTS) {
    let least = Number.POSITIVE_INFINITY;
    let pair: [Cluster, Cluster] | null = null;
    for (let i = 0; i < clusters.length; i++) {
      for (let j = i + 1; j < clusters.length; j++) {
        const a = clusters[i]!;
        const b = clusters[j]!;
        if (touch(a, b) < 150) continue;
        const weight = (a.pupils * b.pupils) / (a.pupils + b.pupils);
        const unlike = weight * (a.share - b.share) ** 2;
        const apart = distance(a.centre, b.centre) / 1000;
        const size = a.pupils + b.pupils;
        const both = Math.min(a.pupils, b.pupils) < SMALLEST_CATCHMENT ? 0 : 4;
        const cost = unlike * 0.9 + 0.006 * weight * apart * apart + both + (size / 380) ** 4;
        if (cost < least) {
          least = cost;
          pair = [a, b];
        }
      }
    }
    if (!pair) throw new Error('invalid catchments: nothing left to join');
    const [a, b] = pair;
    const pupils = a.pupils + b.pupils;
    const mean = (x: number, y: number) => (x * a.pupils + y * b.pupils) / pupils;
    clusters = [
      ...clusters.filter((cluster) => cluster !== a && cluster !== b),
      {
        districts: [...a.districts, ...b.districts].sort((x, y) => x - y),
        pupils,
        share: mean(a.share, b.share),
        centre: [mean(a.centre[0], b.centre[0]), mean(a.centre[1], b.centre[1])],
      },
    ];
  }
  return clusters
    .sort((a, b) => a.districts[0]! - b.districts[0]!)
    .map(({ districts }, i) => ({
      id: `e${String(i + 1).padStart(2, '0')}`,
      school: `g${String(i + 1).padStart(2, '0')}`,
      districts,
    }));
}

const schoolNames: Readonly<Record<string, string>> = {
  '0101': 'Grundschule am Stift',
  '0102': 'Grundschule Güterstraße',
  '0103': 'Grundschule am Gaswerk',
  '0104': 'Neustädter Grundschule',
  '0201': 'Grundschule Nordstadt',
  '0202': 'Grundschule Ziegelheide',
  '0203': 'Grundschule Lindenhöhe',
  '0204': 'Grundschule Wulfshagen',
  '0301': 'Grundschule am Stadtpark',
  '0302': 'Grundschule Hochfeld',
  '0303': 'Grundschule Eichenkamp',
  '0304': 'Grundschule Mönkerode',
  '0401': 'Südstadtschule',
  '0402': 'Grundschule Johannisfeld',
  '0403': 'Grundschule Auental',
  '0404': 'Grundschule Tannrode',
  '0501': 'Grundschule Rosenhang',
  '0502': 'Grundschule Kalkofen',
  '0503': 'Grundschule Eschenau',
  '0504': 'Grundschule Hohenrieth',
  '0601': 'Weststadtschule',
  '0602': 'Grundschule Wolfsgrund',
  '0603': 'Hafenschule',
  '0604': 'Grundschule Birkholz',
};

interface Fixed {
  readonly name: string;
  readonly form: Form;
  readonly provider: ProviderId;
  readonly district: string;
  readonly places: number;
}

const fixedSchools: readonly Fixed[] = [
  {
    name: 'Johannes-Grundschule (ev.)',
    form: 'grundschule',
    provider: 'evangelisch',
    district: '010105',
    places: 230,
  },
  {
    name: 'St.-Martin-Grundschule (kath.)',
    form: 'grundschule',
    provider: 'katholisch',
    district: '030104',
    places: 220,
  },
  { name: 'Oberschule Nordstadt', form: 'oberschule', provider: 'stadt', district: '020104', places: 940 },
  {
    name: 'Oberschule am Westfriedhof',
    form: 'oberschule',
    provider: 'stadt',
    district: '060105',
    places: 900,
  },
  { name: 'Oberschule Eichenkamp', form: 'oberschule', provider: 'stadt', district: '030304', places: 920 },
  { name: 'Oberschule Eschenau', form: 'oberschule', provider: 'stadt', district: '050302', places: 820 },
  { name: 'Oberschule Tannrode', form: 'oberschule', provider: 'stadt', district: '040402', places: 820 },
  { name: 'Oberschule Wolfsgrund', form: 'oberschule', provider: 'stadt', district: '060204', places: 860 },
  {
    name: 'Gesamtschule Weststadt',
    form: 'gesamtschule',
    provider: 'stadt',
    district: '060107',
    places: 1540,
  },
  {
    name: 'Gesamtschule Ziegelheide',
    form: 'gesamtschule',
    provider: 'stadt',
    district: '020202',
    places: 1360,
  },
  {
    name: 'Gesamtschule Hochfeld',
    form: 'gesamtschule',
    provider: 'stadt',
    district: '030204',
    places: 1400,
  },
  {
    name: 'Freie Gesamtschule Auental',
    form: 'gesamtschule',
    provider: 'verein',
    district: '040303',
    places: 600,
  },
  {
    name: 'Gymnasium am Stiftsgarten',
    form: 'gymnasium',
    provider: 'stadt',
    district: '010104',
    places: 1160,
  },
  { name: 'Gymnasium Oststadt', form: 'gymnasium', provider: 'stadt', district: '030105', places: 1240 },
  { name: 'Gymnasium Rosenhang', form: 'gymnasium', provider: 'stadt', district: '050105', places: 1100 },
  { name: 'Gymnasium Lindenhöhe', form: 'gymnasium', provider: 'stadt', district: '020303', places: 1060 },
  { name: 'Gymnasium Weststadt', form: 'gymnasium', provider: 'stadt', district: '060101', places: 1040 },
  {
    name: 'Marienschule, Gymnasium (kath.)',
    form: 'gymnasium',
    provider: 'katholisch',
    district: '010305',
    places: 840,
  },
  {
    name: 'Förderschule am Mühlengraben',
    form: 'foerderschule',
    provider: 'stadt',
    district: '010405',
    places: 220,
  },
  {
    name: 'Förderschule Schäferberg',
    form: 'foerderschule',
    provider: 'stadt',
    district: '060403',
    places: 180,
  },
];

function foundSchools(
  sites: readonly Site[],
  catchments: readonly CatchmentPlan[],
  children: readonly Children[],
  place: (district: number, random: Random) => Point,
  random: Random,
): InstitutionPlan[] {
  const seen = new Set<string>();
  const publicPrimary = catchments.map((catchment): InstitutionPlan => {
    const pupils = catchment.districts.reduce(
      (sum, d) => sum + (children[d]!.nonGerman + children[d]!.german) * PRIMARY_PART,
      0,
    );
    const weight = (d: number) => children[d]!.nonGerman + children[d]!.german;
    const whole = catchment.districts.reduce((sum, d) => sum + weight(d), 0);
    const mean = (axis: 0 | 1) =>
      catchment.districts.reduce((sum, d) => sum + sites[d]!.centre[axis] * weight(d), 0) / whole;
    const middle: Point = [mean(0), mean(1)];
    const district = catchment.districts.reduce((best, d) =>
      distance(sites[d]!.centre, middle) < distance(sites[best]!.centre, middle) ? d : best,
    );
    const stadtteil = sites[district]!.key.slice(0, 4);
    const again = seen.has(stadtteil);
    seen.add(stadtteil);
    return {
      id: catchment.school,
      name: again ? `Grundschule ${sites[district]!.name.replace(/^Am /, 'am ')}` : schoolNames[stadtteil]!,
      form: 'grundschule',
      provider: 'stadt',
      district,
      position: place(district, random),
      // Classes of 24, as many streams as the catchment fills, and a little air.
      capacity: Math.max(2, Math.ceil((pupils * 1.08) / (4 * 24))) * 4 * 24,
      address: address(random),
    };
  });
  const letters: Record<Form, string> = {
    grundschule: 'g',
    oberschule: 'o',
    gesamtschule: 's',
    gymnasium: 'y',
    foerderschule: 'f',
    kita: 'k',
  };
  const count = new Map<Form, number>([['grundschule', publicPrimary.length]]);
  const others = fixedSchools.map(({ name, form, provider, district: key, places }): InstitutionPlan => {
    const number = (count.get(form) ?? 0) + 1;
    count.set(form, number);
    const district = sites.findIndex((site) => site.key === key);
    return {
      id: `${letters[form]}${String(number).padStart(2, '0')}`,
      name,
      form,
      provider,
      district,
      position: place(district, random),
      capacity: places,
      address: address(random),
    };
  });
  return [...publicPrimary, ...others];
}

/** How many of the city's children in preparatory classes a school takes: where arrivals are, and by form. */
function preparatoryParts(
  schools: readonly InstitutionPlan[],
  catchments: readonly CatchmentPlan[],
  people: readonly (readonly People[])[],
): ReadonlyMap<string, number> {
  const arrivals = catchments.map(({ school, districts }) => ({
    school,
    children: districts.reduce(
      (sum, d) => sum + people.slice(0, 4).reduce((n, row) => n + row[d]!.newcomerChildren, 0),
      0,
    ),
  }));
  const hosts = arrivals.sort((a, b) => b.children - a.children).slice(0, 9);
  const all = hosts.reduce((sum, { children }) => sum + children, 0);
  const parts = new Map(
    hosts.map(({ school, children }) => [school, 0.3 * (0.5 / 9 + (0.5 * children) / all)]),
  );
  for (const { id, form, provider } of schools) {
    if (provider !== 'stadt') continue;
    if (form === 'gesamtschule') parts.set(id, 0.045);
    if (form === 'oberschule') parts.set(id, 0.035);
  }
  return parts;
}

/** Children in the preparatory classes of a school: a child stays for a year to a year and a half. */
function preparatory(
  part: number,
  y: number,
  people: readonly (readonly People[])[],
  random: Random,
): number {
  const arrived = (at: number) =>
    people[Math.max(0, at)]!.reduce((sum, each) => sum + each.newcomerChildren, 0);
  const waiting = arrived(y) * 0.75 + arrived(y - 1) * 0.4;
  const pupils = Math.round(waiting * part * (0.85 + 0.3 * random.next()));
  // No school opens a class for a handful.
  return pupils < 8 ? 0 : pupils;
}

function withPreparatory(
  plan: InstitutionPlan,
  year: number,
  total: number,
  nonGerman: number,
  feeExempt: number,
  extra: number,
): CompositionRow[] {
  const regular = { institution: plan.id, year, classKind: 'regular' as const, total, nonGerman, feeExempt };
  const exempt = Math.round(extra * 0.85);
  const all = {
    institution: plan.id,
    year,
    classKind: 'all' as const,
    total: total + extra,
    nonGerman: nonGerman + extra,
    feeExempt: feeExempt + exempt,
  };
  if (extra === 0) return [all, regular];
  return [
    all,
    regular,
    {
      institution: plan.id,
      year,
      classKind: 'preparatory',
      total: extra,
      nonGerman: extra,
      feeExempt: exempt,
    },
  ];
}

const streets = [
  'Schulstraße',
  'Lindenweg',
  'Am Anger',
  'Kirchweg',
  'Gartenstraße',
  'Birkenallee',
  'Mühlenweg',
  'Feldstraße',
  'Ahornweg',
  'Wiesengrund',
  'Drosselgasse',
  'Am Bach',
  'Sonnenstraße',
  'Parkweg',
  'Ringstraße',
  'Holunderweg',
  'Am Sandberg',
  'Eschenweg',
];

export function address(random: Random): string {
  return `${streets[Math.floor(random.next() * streets.length)]!} ${1 + Math.floor(random.next() * 84)}`;
}

function roundAt(random: Random, value: number): number {
  return Math.floor(value) + (random.next() < value - Math.floor(value) ? 1 : 0);
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}
